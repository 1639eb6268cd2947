#include "events/linkage.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "base/parallel.h"
#include "base/union_find.h"

namespace crosscheck {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr uint32_t kNobody = 0xFFFFFFFF;

// One component while its clusters join. Stories are numbered within it, clusters go by their smallest story.
class Component {
 public:
  // `links`: of the component, with its own numbers.
  Component(uint32_t size, const std::vector<StoryLink>& links, uint32_t least)
      : least_(least), near_(size), stories_(size, 1), of_(size), nearest_(size, kNobody) {
    std::iota(of_.begin(), of_.end(), 0u);
    for (const StoryLink& link : links) near_[link.a][link.b] = near_[link.b][link.a] = link.likeness;
  }

  std::vector<uint32_t> Run() {
    std::vector<uint32_t> changed(of_);
    while (!changed.empty()) {
      for (const uint32_t c : changed) nearest_[c] = NearestOf(c);
      changed = JoinRound(changed);
    }
    for (uint32_t s = 0; s < of_.size(); ++s) of_[s] = of_[of_[s]];  // a cluster's first story is smaller and already settled
    return std::move(of_);
  }

 private:
  // Is c nearer to x than to y? Averages as fractions, multiplied crosswise.
  bool IsNearer(uint32_t c, uint32_t x, uint32_t y) const {
    const Wide to_x = Wide{near_[c].find(x)->second} * stories_[y];
    const Wide to_y = Wide{near_[c].find(y)->second} * stories_[x];
    return to_x != to_y ? to_x > to_y : x < y;
  }

  uint32_t NearestOf(uint32_t c) const {
    uint32_t best = kNobody;
    for (const auto& [other, sum] : near_[c]) {
      if (Wide{sum} < Wide{least_} * stories_[c] * stories_[other]) continue;
      if (best == kNobody || IsNearer(c, other, best)) best = other;
    }
    return best;
  }

  // Joins all reciprocal pairs; gives the clusters whose nearest may be another now. New ones can only come from clusters in
  // `changed`: the nearest of the others is what it was in the round before.
  std::vector<uint32_t> JoinRound(const std::vector<uint32_t>& changed) {
    std::vector<std::pair<uint32_t, uint32_t>> joins;
    for (const uint32_t c : changed) {
      const uint32_t other = nearest_[c];
      if (other != kNobody && nearest_[other] == c) joins.push_back(std::minmax(c, other));
    }
    std::sort(joins.begin(), joins.end());
    joins.erase(std::unique(joins.begin(), joins.end()), joins.end());
    std::vector<uint32_t> touched;
    for (const auto& [kept, gone] : joins) {
      Join(kept, gone);
      touched.push_back(kept);
      for (const auto& [other, sum] : near_[kept]) touched.push_back(other);
    }
    std::erase_if(touched, [&](uint32_t c) { return of_[c] != c; });
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    return touched;
  }

  void Join(uint32_t kept, uint32_t gone) {
    of_[gone] = kept;
    stories_[kept] += stories_[gone];
    near_[kept].erase(gone);
    for (const auto& [other, sum] : near_[gone]) {
      near_[other].erase(gone);
      if (other == kept) continue;
      near_[kept][other] += sum;
      near_[other][kept] += sum;
    }
    near_[gone] = {};
  }

  const uint64_t least_;
  std::vector<absl::flat_hash_map<uint32_t, uint64_t>> near_;  // sums of the links to other clusters
  std::vector<uint64_t> stories_;
  std::vector<uint32_t> of_;
  std::vector<uint32_t> nearest_;
};

}  // namespace

std::vector<uint32_t> AverageLink(uint32_t size, const std::vector<StoryLink>& links, uint32_t least, int threads) {
  DisjointSets components(size);
  for (const StoryLink& link : links) components.Join(link.a, link.b);
  std::vector<uint32_t> root(size), number(size), members(size, 0);
  for (uint32_t s = 0; s < size; ++s) {
    root[s] = components.Find(s);
    number[s] = members[root[s]]++;
  }
  std::vector<std::pair<uint32_t, StoryLink>> by_root;
  by_root.reserve(links.size());
  for (const StoryLink& link : links) by_root.emplace_back(root[link.a], link);
  std::stable_sort(by_root.begin(), by_root.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<size_t> starts;
  for (size_t i = 0; i < by_root.size(); ++i) {
    if (i == 0 || by_root[i].first != by_root[i - 1].first) starts.push_back(i);
  }
  starts.push_back(by_root.size());
  std::vector<std::vector<uint32_t>> clusters(size);  // of each component, at its root
  ParallelFor(starts.size() - 1, threads, [&](size_t c) {
    std::vector<StoryLink> own;
    for (size_t i = starts[c]; i < starts[c + 1]; ++i) {
      const StoryLink& link = by_root[i].second;
      own.push_back({number[link.a], number[link.b], link.likeness});
    }
    const uint32_t its_root = by_root[starts[c]].first;
    clusters[its_root] = Component(members[its_root], own, least).Run();
  });
  std::vector<std::vector<uint32_t>> stories_of(size);
  for (uint32_t s = 0; s < size; ++s) stories_of[root[s]].push_back(s);
  std::vector<uint32_t> cluster(size);
  for (uint32_t s = 0; s < size; ++s) {
    cluster[s] = clusters[root[s]].empty() ? s : stories_of[root[s]][clusters[root[s]][number[s]]];
  }
  return cluster;
}

}  // namespace crosscheck
