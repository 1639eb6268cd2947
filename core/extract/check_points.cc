#include "extract/check_points.h"

namespace crosscheck {
namespace {

// The longest run of the rules that begins at token `first` and ends before `last`; null: none.
const CheckPointRules::Run* RunAt(const TextView& view, uint32_t first, uint32_t last) {
  const CheckPointRules& rules = view.rules.check_points;
  const auto [begin, end] = rules.RunsFrom(view.tokens[first].word);
  for (size_t i = begin; i < end; ++i) {
    const std::vector<WordId>& words = rules.runs[i].words;
    if (words.size() > last - first) continue;
    bool same = true;
    for (uint32_t k = 0; same && k < words.size(); ++k) {
      same = view.tokens[first + k].word == words[k] && view.owner[first + k] != Owner::kName;
    }
    if (same) return &rules.runs[i];
  }
  return nullptr;
}

}  // namespace

std::vector<CheckPoint> FindCheckPoints(const TextView& view) {
  std::vector<CheckPoint> points;
  for (const ViewSentence& sentence : view.sentences) {
    for (uint32_t at = sentence.first; at < sentence.last;) {
      const CheckPointRules::Run* run = view.tokens[at].word == 0 ? nullptr : RunAt(view, at, sentence.last);
      if (run == nullptr) {
        ++at;
        continue;
      }
      const auto next = at + static_cast<uint32_t>(run->words.size());
      if (!run->unless) {
        const CheckPointRules::Entry& rule = view.rules.check_points.rules[run->rule];
        points.push_back({"", view.StoryOf(sentence).id, view.SpanOf(at, next), rule.kind, rule.id});
      }
      at = next;
    }
  }
  return points;
}

}  // namespace crosscheck
