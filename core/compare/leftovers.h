// Claims of two stories that are left over when all that agree are matched: of two leftovers that fit each other better than
// anything else, likely one quantity in two values.
//
// The method is stable matching by mutual best score within one type and unit, so "eleven houses" finds "sixteen homes" once "900
// people" has found "about 900 residents".
#ifndef CROSSCHECK_COMPARE_LEFTOVERS_H_
#define CROSSCHECK_COMPARE_LEFTOVERS_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "compare/grouping.h"
#include "compare/pairing.h"

namespace crosscheck {

using ClaimPair = std::pair<uint32_t, uint32_t>;  // the smaller first

struct LeftoverPair {
  uint32_t a = 0;  // claims, the smaller first
  uint32_t b = 0;
  bool meet = false;  // their values fit each other: they are one quantity told in unlike words
  float bonus = 0;    // what it adds to the score (log-odds) that both are left over for each other
};

class Leftovers {
 public:
  // Of bundles with more than a few dozen stories none are looked for: all pairs of stories are held against each other.
  Leftovers(const Pairing& pairing, const std::vector<ClaimGroup>& groups, int threads);

  // What being left over for each other adds to the score of claims a and b; 0 for other pairs.
  float Bonus(uint32_t a, uint32_t b) const;
  // Sorted by claims.
  const std::vector<LeftoverPair>& pairs() const { return pairs_; }

 private:
  std::vector<LeftoverPair> pairs_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_LEFTOVERS_H_
