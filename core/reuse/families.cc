#include "reuse/families.h"

#include <algorithm>
#include <tuple>

#include "base/union_find.h"

namespace crosscheck {
namespace {

constexpr double kManyLinks = 2.0;  // links between two families for each story of the smaller one, which join them in any case

}  // namespace

std::vector<uint32_t> FindFamilies(uint32_t size, std::vector<CopyLink> links, const ReuseRules& rules) {
  std::sort(links.begin(), links.end(), [](const CopyLink& x, const CopyLink& y) {
    return std::tuple(-x.less, -x.more, x.a, x.b) < std::tuple(-y.less, -y.more, y.a, y.b);
  });
  DisjointSets sets(size);
  std::vector<CopyLink> weak;
  for (const CopyLink& link : links) {
    if (link.less >= rules.strong_share) {
      sets.Join(link.a, link.b);
    } else {
      weak.push_back(link);
    }
  }
  // Weak links join families only together: in rounds, until nothing changes.
  std::vector<uint32_t> members(size, 0);
  for (bool changed = true; changed && !weak.empty();) {
    changed = false;
    std::fill(members.begin(), members.end(), 0);
    for (uint32_t s = 0; s < size; ++s) ++members[sets.Find(s)];
    std::vector<std::pair<uint32_t, uint32_t>> between;
    for (const CopyLink& link : weak) {
      const uint32_t x = sets.Find(link.a);
      const uint32_t y = sets.Find(link.b);
      if (x != y) between.emplace_back(std::min(x, y), std::max(x, y));
    }
    std::sort(between.begin(), between.end());
    std::vector<std::tuple<double, uint32_t, uint32_t>> joins;
    for (size_t first = 0; first < between.size();) {
      size_t last = first;
      while (last < between.size() && between[last] == between[first]) ++last;
      const auto [x, y] = between[first];
      const double possible = static_cast<double>(members[x]) * members[y];
      const double need = std::min(rules.linked_share * possible, kManyLinks * std::min(members[x], members[y]));
      const double share = static_cast<double>(last - first) / possible;
      if (static_cast<double>(last - first) > need) joins.emplace_back(-share, x, y);
      first = last;
    }
    // One join a round for each family, the best linked first: after it the counts are others.
    std::sort(joins.begin(), joins.end());
    std::vector<bool> used(size);
    for (const auto& [share, x, y] : joins) {
      if (used[x] || used[y]) continue;
      used[x] = used[y] = changed = true;
      sets.Join(x, y);
    }
  }
  std::vector<uint32_t> roots(size);
  for (uint32_t s = 0; s < size; ++s) roots[s] = sets.Find(s);
  return roots;
}

}  // namespace crosscheck
