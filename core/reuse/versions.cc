#include "reuse/versions.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr double kMoreShare = 0.4;
constexpr double kLessShare = 0.35;
constexpr uint32_t kForeignWords = 25;  // taken from a third story, which make a page a round-up

bool MayBeVersions(const JudgedPair& pair) {
  if (!pair.sharing || pair.sharing->kind != ReuseKind::kPartial || !pair.sharing->leads_shared) return false;
  const double more = std::max(pair.sharing->share_a, pair.sharing->share_b);
  return more >= kMoreShare && std::min(pair.sharing->share_a, pair.sharing->share_b) >= kLessShare;
}

std::vector<WordRange> RangesOf(const JudgedPair& pair, uint32_t story) {
  std::vector<WordRange> ranges;
  for (const AlignedPassage& p : pair.sharing->passages) ranges.push_back(pair.a == story ? p.a : p.b);
  return ranges;
}

uint32_t WordsOutside(const std::vector<WordRange>& ranges, const std::vector<WordRange>& of) {
  uint32_t outside = 0;
  for (const WordRange& range : ranges) {
    for (uint32_t word = range.first; word < range.last; ++word) {
      if (std::none_of(of.begin(), of.end(), [&](const WordRange& r) { return r.first <= word && word < r.last; })) ++outside;
    }
  }
  return outside;
}

class Promoter {
 public:
  Promoter(uint32_t stories, std::vector<JudgedPair>* pairs) : pairs_(*pairs), of_story_(stories) {
    for (size_t i = 0; i < pairs_.size(); ++i) {
      if (!pairs_[i].sharing || pairs_[i].sharing->kind == ReuseKind::kBoilerplate) continue;
      of_story_[pairs_[i].a].push_back(i);
      of_story_[pairs_[i].b].push_back(i);
    }
  }

  void Run() {
    std::vector<size_t> promoted;
    for (size_t i = 0; i < pairs_.size(); ++i) {
      if (MayBeVersions(pairs_[i]) && !IsRoundUp(i, pairs_[i].a, pairs_[i].b) && !IsRoundUp(i, pairs_[i].b, pairs_[i].a))
        promoted.push_back(i);
    }
    for (const size_t i : promoted) pairs_[i].sharing->kind = ReuseKind::kCopy;
  }

 private:
  bool AreLinked(uint32_t x, uint32_t y) const {
    return std::any_of(of_story_[x].begin(), of_story_[x].end(), [&](size_t i) { return pairs_[i].a == y || pairs_[i].b == y; });
  }

  // Does `story` print, outside of what pair `i` shares, text of a third story that `partner` shares nothing with?
  bool IsRoundUp(size_t i, uint32_t story, uint32_t partner) const {
    const std::vector<WordRange> shared = RangesOf(pairs_[i], story);
    return std::any_of(of_story_[story].begin(), of_story_[story].end(), [&](size_t k) {
      const uint32_t third = pairs_[k].a == story ? pairs_[k].b : pairs_[k].a;
      return third != partner && !AreLinked(third, partner) && WordsOutside(RangesOf(pairs_[k], story), shared) >= kForeignWords;
    });
  }

  std::vector<JudgedPair>& pairs_;
  std::vector<std::vector<size_t>> of_story_;
};

}  // namespace

void PromoteVersions(uint32_t stories, std::vector<JudgedPair>* pairs) {
  if (std::none_of(pairs->begin(), pairs->end(), MayBeVersions)) return;
  Promoter(stories, pairs).Run();
}

}  // namespace crosscheck
