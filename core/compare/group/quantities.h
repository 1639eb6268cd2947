// Claims put together to quantities: a partition of the bundle's claims, each part with its sides. Made from the aligned pairs in
// order of their chance, the same for any number of threads.
//
// First come agreements: two clusters join where their claims are likely one quantity on average and all their values can be said
// of one thing (complete link). Then clusters of unlike values join by their best pair where the relation table says that they
// differ or that one replaces the other.
#ifndef CROSSCHECK_COMPARE_GROUP_QUANTITIES_H_
#define CROSSCHECK_COMPARE_GROUP_QUANTITIES_H_

#include <string_view>
#include <utility>
#include <vector>

#include "compare/judge/relation.h"
#include "compare/pair/align.h"

namespace crosscheck {

using ClaimGroup = std::vector<uint32_t>;  // indices in Bundle::claims, ascending

// Two claims of unlike sides.
struct Contrast {
  uint32_t a = 0;
  uint32_t b = 0;
  float chance = 0;
  PairRelation relation;
};

struct Quantity {
  std::vector<ClaimGroup> sides;   // the one of most documents first
  ClaimGroup neutral;              // fit several sides: bounds and vague numbers
  Relation relation = Relation::kAgree;
  std::string_view reason;
  float chance = 1;                // that the sides are one quantity: of the best contrast; of an agreement: of its weakest link
  std::vector<Contrast> contrasts; // the best of each pair of stories, surest first

  ClaimGroup Claims() const;  // all, ascending
};

// `copied`: sorted pairs of claims at one place of copied text. In order of their first claim.
std::vector<Quantity> FindQuantities(const Bundle& bundle, const std::vector<AlignedPair>& pairs,
                                     const std::vector<std::pair<uint32_t, uint32_t>>& copied);

// The relation of two claims of the bundle.
PairRelation RelationOf(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b, bool copied);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_GROUP_QUANTITIES_H_
