#include "extract/text_view.h"

namespace crosscheck {

bool IsClaimable(SegmentRole role) {
  switch (role) {
    case SegmentRole::kHeadline:
    case SegmentRole::kKicker:
    case SegmentRole::kStandfirst:
    case SegmentRole::kSubhead:
    case SegmentRole::kBody:
      return true;
    default:
      return false;
  }
}

const Story& TextView::StoryOf(const ViewSentence& sentence) const {
  static const Story kNoStory;
  return sentence.story < document.stories.size() ? document.stories[sentence.story] : kNoStory;
}

SegmentRole TextView::RoleOf(const ViewSentence& sentence) const {
  const std::vector<Segment>& segments = StoryOf(sentence).segments;
  return sentence.segment < segments.size() ? segments[sentence.segment].role : SegmentRole::kBody;
}

TextView MakeTextView(const Document& document, const RuleTables& rules) {
  TokenStream stream;
  std::vector<ViewSentence> sentences;
  for (uint32_t story = 0; story < document.stories.size(); ++story) {
    const std::vector<Segment>& segments = document.stories[story].segments;
    for (uint32_t segment = 0; segment < segments.size(); ++segment) {
      if (!IsClaimable(segments[segment].role)) continue;
      const size_t sentences_before = stream.sentences.size();
      Tokenize(document.text, segments[segment].span, rules.lexicon, &stream);
      for (size_t i = sentences_before; i < stream.sentences.size(); ++i) {
        const Sentence& s = stream.sentences[i];
        sentences.push_back({s.first, s.last, s.paragraph, segment, story});
      }
    }
  }
  const auto count = static_cast<uint32_t>(stream.tokens.size());
  std::vector<uint32_t> sentence_of(count);
  for (uint32_t i = 0; i < sentences.size(); ++i) {
    for (uint32_t t = sentences[i].first; t < sentences[i].last; ++t) sentence_of[t] = i;
  }
  Token outside;
  outside.start = static_cast<uint32_t>(document.text.size());
  outside.token_class = TokenClass::kStop;
  outside.flags = Token::kSpaceBefore | Token::kLineStart;
  constexpr uint32_t kNone = TextView::kNone;
  return {document,
          document.text,
          rules,
          {std::move(stream.tokens), outside},
          std::move(stream.lexemes),
          {std::move(sentences), {count, count, kNone, kNone, kNone}},
          {std::move(sentence_of), kNone},
          {std::vector<Owner>(count, Owner::kFree), Owner::kFree}};
}

}  // namespace crosscheck
