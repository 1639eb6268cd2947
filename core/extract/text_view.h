// What every extractor walks: the tokens of one document's claimable text, made once.
#ifndef CROSSCHECK_EXTRACT_TEXT_VIEW_H_
#define CROSSCHECK_EXTRACT_TEXT_VIEW_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/total_array.h"
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
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  const Document& document;
  std::string_view text;
  const RuleTables& rules;
  // Outside of the text stands a full stop at the start of a line, in no sentence; its text is one line break, so that each token
  // has a first and a last byte.
  TotalArray<Token> tokens;
  LexemeTable lexemes;
  TotalArray<ViewSentence> sentences;
  TotalArray<uint32_t> sentence_of;  // for each token; kNone outside
  TotalArray<Owner> owner;           // for each token

  std::string_view Text(const Token& token) const { return token.length == 0 ? "\n" : token.span().In(text); }
  std::string_view Text(uint32_t token) const { return Text(tokens[token]); }
  const Lexeme& lexeme(uint32_t token) const { return lexemes[tokens[token].lexeme]; }
  std::string_view Folded(uint32_t token) const { return lexeme(token).folded; }  // in lower case
  std::string_view Text(Span span) const { return span.In(text); }
  // Bytes of tokens [first, last); empty where these are none.
  Span SpanOf(uint32_t first, uint32_t last) const {
    const uint32_t start = tokens[first].start;
    return {start, first < last ? tokens[last - 1].end() : start};
  }
  const ViewSentence& SentenceOf(uint32_t token) const { return sentences[sentence_of[token]]; }
  RoleSet Roles(uint32_t token) const { return rules.lexicon.roles(tokens[token].word); }
  bool Is(uint32_t token, Role role) const { return (Roles(token) & Bit(role)) != 0; }
  bool IsAny(uint32_t token, RoleSet roles) const { return (Roles(token) & roles) != 0; }
  const Story& StoryOf(const ViewSentence& sentence) const;  // an empty one for no sentence
  SegmentRole RoleOf(const ViewSentence& sentence) const;    // body for no sentence
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
