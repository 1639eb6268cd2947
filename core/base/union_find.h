// Disjoint sets of small numbers (union-find) whose roots do not depend on the order of the joins.
#ifndef CROSSCHECK_BASE_UNION_FIND_H_
#define CROSSCHECK_BASE_UNION_FIND_H_

#include <cstdint>
#include <numeric>
#include <vector>

namespace crosscheck {

// The root of a set is its smallest number.
class DisjointSets {
 public:
  explicit DisjointSets(uint32_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }

  uint32_t Find(uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }

  void Join(uint32_t x, uint32_t y) {
    x = Find(x);
    y = Find(y);
    if (x < y) parent_[y] = x;
    if (y < x) parent_[x] = y;
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_UNION_FIND_H_
