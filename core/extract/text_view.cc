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

TextView MakeTextView(const Document& document, const RuleTables& rules) {
  TextView view{document, document.text, rules, {}, {}, {}, {}};
  TokenStream stream;
  for (uint32_t story = 0; story < document.stories.size(); ++story) {
    const std::vector<Segment>& segments = document.stories[story].segments;
    for (uint32_t segment = 0; segment < segments.size(); ++segment) {
      if (!IsClaimable(segments[segment].role)) continue;
      const size_t sentences_before = stream.sentences.size();
      Tokenize(view.text, segments[segment].span, rules.lexicon, &stream);
      for (size_t i = sentences_before; i < stream.sentences.size(); ++i) {
        const Sentence& s = stream.sentences[i];
        view.sentences.push_back({s.first, s.last, s.paragraph, segment, story});
      }
    }
  }
  view.tokens = std::move(stream.tokens);
  view.owner.assign(view.tokens.size(), Owner::kFree);
  view.sentence_of.resize(view.tokens.size());
  for (uint32_t i = 0; i < view.sentences.size(); ++i) {
    for (uint32_t t = view.sentences[i].first; t < view.sentences[i].last; ++t) view.sentence_of[t] = i;
  }
  return view;
}

}  // namespace crosscheck
