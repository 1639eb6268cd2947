// What every extractor walks: the tokens of one document's claimable text, made once.
#ifndef CROSSCHECK_EXTRACT_TEXT_VIEW_H_
#define CROSSCHECK_EXTRACT_TEXT_VIEW_H_

#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/record.h"
#include "rulebook/tables.h"
#include "text/tokens.h"

namespace crosscheck {

// Who holds a token. Dates and clock times take theirs first, then names, then money and measures, then plain counts; a later
// extractor leaves a taken token alone. That order is the arbitration between the extractors.
enum class Owner : uint8_t { kFree, kDate, kName, kFigure };

struct ViewSentence {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  uint32_t paragraph = 0;
  uint32_t segment = 0;  // in its story's segments
  uint32_t story = 0;    // index in document.stories
};

struct TextView {
  const Document& document;
  std::string_view text;
  const RuleTables& rules;
  std::vector<Token> tokens;
  std::vector<ViewSentence> sentences;
  std::vector<uint32_t> sentence_of;  // for each token
  std::vector<Owner> owner;           // for each token

  std::string_view Text(const Token& token) const { return text.substr(token.start, token.length); }
  std::string_view Text(uint32_t token) const { return Text(tokens[token]); }
  std::string_view Text(Span span) const { return span.In(text); }
  // Bytes of tokens [first, last), which are not none.
  Span SpanOf(uint32_t first, uint32_t last) const { return {tokens[first].start, tokens[last - 1].end()}; }
  RoleSet Roles(uint32_t token) const { return rules.lexicon.roles(tokens[token].word); }
  bool Is(uint32_t token, Role role) const { return (Roles(token) & Bit(role)) != 0; }
  bool IsAny(uint32_t token, RoleSet roles) const { return (Roles(token) & roles) != 0; }
  const Story& StoryOf(const ViewSentence& sentence) const { return document.stories[sentence.story]; }
  SegmentRole RoleOf(const ViewSentence& sentence) const { return StoryOf(sentence).segments[sentence.segment].role; }
  // The story's own day, else the page's; nothing where neither is known.
  const std::optional<Published>& PublishedOf(const ViewSentence& sentence) const {
    const Story& story = StoryOf(sentence);
    return story.published ? story.published : document.published;
  }
};

// Only the segments that carry the story's own claims: headline, kicker, standfirst, crossheads and body.
bool IsClaimable(SegmentRole role);
TextView MakeTextView(const Document& document, const RuleTables& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_TEXT_VIEW_H_
