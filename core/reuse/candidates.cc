#include "reuse/candidates.h"

#include <algorithm>
#include <tuple>

namespace crosscheck {
namespace {

// Groups of stories that share a gram: members of group g are the stories of index[starts[g] .. starts[g + 1]), ascending.
struct SharedGrams {
  std::vector<Fingerprint> index;
  std::vector<uint32_t> starts;

  uint32_t size() const { return static_cast<uint32_t>(starts.size() - 1); }
};

// Keeps, in place, the grams that two stories or more have, each story once.
SharedGrams KeepShared(std::vector<Fingerprint> index) {
  SharedGrams shared;
  size_t kept = 0;
  for (size_t first = 0; first < index.size();) {
    size_t last = first;
    const size_t start = kept;
    while (last < index.size() && GramOf(index[last]) == GramOf(index[first])) {
      if (last == first || index[last] != index[last - 1]) index[kept++] = index[last];
      ++last;
    }
    if (kept - start < 2) {
      kept = start;
    } else {
      shared.starts.push_back(static_cast<uint32_t>(start));
    }
    first = last;
  }
  index.resize(kept);
  index.shrink_to_fit();
  shared.starts.push_back(static_cast<uint32_t>(kept));
  shared.index = std::move(index);
  return shared;
}

// For each story the groups it is in: groups[starts[s] .. starts[s + 1]).
struct GroupsOfStory {
  std::vector<uint32_t> groups;
  std::vector<uint32_t> starts;
};

GroupsOfStory Invert(const SharedGrams& shared, uint32_t stories) {
  GroupsOfStory of;
  of.starts.assign(size_t{stories} + 1, 0);
  for (const Fingerprint f : shared.index) ++of.starts[StoryOf(f) + 1];
  for (uint32_t s = 0; s < stories; ++s) of.starts[s + 1] += of.starts[s];
  of.groups.resize(shared.index.size());
  std::vector<uint32_t> next(of.starts.begin(), of.starts.end() - 1);
  for (uint32_t g = 0; g < shared.size(); ++g) {
    for (uint32_t i = shared.starts[g]; i < shared.starts[g + 1]; ++i) of.groups[next[StoryOf(shared.index[i])]++] = g;
  }
  return of;
}

constexpr uint32_t kMaxHomes = 4;   // representatives that hold half of a story, which it is compared with ...
constexpr uint32_t kMaxVisits = 2;  // ... and those that hold less of it
constexpr uint32_t kNoStory = 0xFFFFFFFF;

struct Count {
  uint32_t story = 0;
  uint32_t shared = 0;
};

// Counts for one story, of each earlier story, the fingerprints shared with it.
class Tally {
 public:
  explicit Tally(uint32_t stories) : counts_(stories, 0) {}

  void Add(uint32_t story) {
    if (counts_[story]++ == 0) touched_.push_back(story);
  }
  // The stories counted, in order of first sight; starts anew.
  const std::vector<Count>& Take() {
    taken_.clear();
    for (const uint32_t story : touched_) {
      taken_.push_back({story, counts_[story]});
      counts_[story] = 0;
    }
    touched_.clear();
    return taken_;
  }

 private:
  std::vector<uint32_t> counts_;
  std::vector<uint32_t> touched_;
  std::vector<Count> taken_;
};

class CandidateFinder {
 public:
  CandidateFinder(std::vector<Fingerprint> fingerprints, uint32_t stories, uint32_t least)
      : least_(least), sizes_(stories, 0), near_(stories), star_(stories) {
    for (const Fingerprint f : fingerprints) ++sizes_[StoryOf(f)];
    shared_ = KeepShared(std::move(fingerprints));
    of_ = Invert(shared_, stories);
    homes_.assign(size_t{stories} * kMaxHomes, kNoStory);
  }

  Candidates Run() {
    for (uint32_t b = 0; b < sizes_.size(); ++b) AddStory(b);
    return {std::move(candidates_), represented_};
  }

 private:
  void AddStory(uint32_t b) {
    for (uint32_t k = of_.starts[b]; k < of_.starts[b + 1]; ++k) {
      const uint32_t first = shared_.starts[of_.groups[k]];
      const uint32_t last = shared_.starts[of_.groups[k] + 1];
      const bool all = last - first <= kAllPairs;
      const uint32_t end = all ? last : first + kRepresentatives;
      for (uint32_t i = first; i < end && StoryOf(shared_.index[i]) < b; ++i)
        (all ? near_ : star_).Add(StoryOf(shared_.index[i]));
    }
    const size_t start = candidates_.size();
    AddStars(b);
    // Fingerprints that few share: each pair of stories; but for two copies of what many carry, whose common misprints add
    // nothing to what both share with the same representative.
    for (const Count& count : near_.Take()) {
      if (count.shared >= least_ && !ShareHome(count.story, b)) candidates_.push_back({count.story, b, count.shared});
    }
    Merge(start);
  }

  void AddStars(uint32_t b) {
    std::vector<Count> found = star_.Take();
    std::erase_if(found, [&](const Count& count) { return count.shared < least_; });
    std::sort(found.begin(), found.end(),
              [](const Count& x, const Count& y) { return std::tie(y.shared, x.story) < std::tie(x.shared, y.story); });
    if (!found.empty()) ++represented_;
    uint32_t homes = 0;
    uint32_t visits = 0;
    for (const Count& count : found) {
      const bool home = 2 * count.shared >= sizes_[b];
      uint32_t& links = home ? homes : visits;
      if (links >= (home ? kMaxHomes : kMaxVisits)) continue;
      if (home) homes_[size_t{b} * kMaxHomes + homes] = count.story;
      ++links;
      candidates_.push_back({count.story, b, count.shared});
    }
  }

  bool ShareHome(uint32_t a, uint32_t b) const {
    for (uint32_t i = 0; i < kMaxHomes; ++i) {
      const uint32_t home = homes_[size_t{b} * kMaxHomes + i];
      if (home == kNoStory) return false;
      if (home == a) return true;
      for (uint32_t k = 0; k < kMaxHomes; ++k) {
        if (homes_[size_t{a} * kMaxHomes + k] == home) return true;
      }
    }
    return false;
  }

  // A pair found in both ways becomes one.
  void Merge(size_t start) {
    const auto first = candidates_.begin() + static_cast<std::ptrdiff_t>(start);
    std::sort(first, candidates_.end(), [](const PairCandidate& x, const PairCandidate& y) { return x.a < y.a; });
    candidates_.erase(
        std::unique(first, candidates_.end(), [](const PairCandidate& x, const PairCandidate& y) { return x.a == y.a; }),
        candidates_.end());
  }

  uint32_t least_;
  std::vector<uint32_t> sizes_;  // fingerprints of each story
  SharedGrams shared_;
  GroupsOfStory of_;
  Tally near_;
  Tally star_;
  std::vector<uint32_t> homes_;  // kMaxHomes a story: the representatives that hold half of it
  std::vector<PairCandidate> candidates_;
  uint32_t represented_ = 0;
};

}  // namespace

Candidates FindCandidates(std::vector<Fingerprint> fingerprints, uint32_t stories, uint32_t least) {
  return CandidateFinder(std::move(fingerprints), stories, least).Run();
}

}  // namespace crosscheck
