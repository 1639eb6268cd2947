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

// Counts for one story b, of each earlier story, the fingerprints shared with it.
class Tally {
 public:
  explicit Tally(uint32_t stories) : counts_(stories, 0) {}

  void Add(uint32_t story) {
    if (counts_[story]++ == 0) touched_.push_back(story);
  }
  // Moves the stories counted at least `least` times to `out`, and starts anew.
  void Take(uint32_t least, std::vector<std::pair<uint32_t, uint32_t>>* out) {
    out->clear();
    for (const uint32_t story : touched_) {
      if (counts_[story] >= least) out->emplace_back(story, counts_[story]);
      counts_[story] = 0;
    }
    touched_.clear();
  }

 private:
  std::vector<uint32_t> counts_;
  std::vector<uint32_t> touched_;
};

}  // namespace

std::vector<Candidate> FindCandidates(std::vector<Fingerprint> fingerprints, uint32_t stories, uint32_t least) {
  std::vector<Candidate> candidates;
  const SharedGrams shared = KeepShared(std::move(fingerprints));
  const GroupsOfStory of = Invert(shared, stories);
  Tally near(stories);
  Tally star(stories);
  std::vector<std::pair<uint32_t, uint32_t>> found;
  for (uint32_t b = 0; b < stories; ++b) {
    for (uint32_t k = of.starts[b]; k < of.starts[b + 1]; ++k) {
      const uint32_t first = shared.starts[of.groups[k]];
      const uint32_t last = shared.starts[of.groups[k] + 1];
      const bool all = last - first <= kAllPairs;
      const uint32_t end = all ? last : first + kRepresentatives;
      for (uint32_t i = first; i < end && StoryOf(shared.index[i]) < b; ++i) (all ? near : star).Add(StoryOf(shared.index[i]));
    }
    const size_t start = candidates.size();
    near.Take(least, &found);
    for (const auto& [a, count] : found) candidates.push_back({a, b, count});
    star.Take(least, &found);
    std::sort(found.begin(), found.end(),
              [](const auto& x, const auto& y) { return std::tuple(y.second, x.first) < std::tuple(x.second, y.first); });
    if (found.size() > kMaxStarLinks) found.resize(kMaxStarLinks);
    for (const auto& [a, count] : found) candidates.push_back({a, b, count});
    // A pair found both ways counts once.
    std::sort(candidates.begin() + static_cast<std::ptrdiff_t>(start), candidates.end(),
              [](const Candidate& x, const Candidate& y) { return x.a < y.a; });
    size_t kept = start;
    for (size_t i = start; i < candidates.size(); ++i) {
      if (kept > start && candidates[kept - 1].a == candidates[i].a) {
        candidates[kept - 1].shared += candidates[i].shared;
      } else {
        candidates[kept++] = candidates[i];
      }
    }
    candidates.resize(kept);
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& x, const Candidate& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return candidates;
}

}  // namespace crosscheck
