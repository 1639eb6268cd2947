// How two claims on one quantity stand to each other: the interval table.
#ifndef CROSSCHECK_COMPARE_RELATION_H_
#define CROSSCHECK_COMPARE_RELATION_H_

#include <string_view>

#include "compare/claims.h"

namespace crosscheck {

struct PairRelation {
  Relation relation = Relation::kAgree;  // agree, compatible, superseded or differ
  std::string_view reason;               // "exact", "rounded", "bound", "aged", "update" ...
  bool minor = false;                    // of a difference: within 10 % and both rounded, or one day across midnight
};

// Says nothing of whether both are the same quantity. Symmetric.
PairRelation Relate(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b);

// "Up to $60 million" and "as much as $80 million": both hold of $50 million, but nobody says both of one thing.
bool UnequalCeilings(const QuantityClaim& a, const QuantityClaim& b);
// Values that can be said of one thing: they meet, and are no unequal ceilings.
bool ValuesFit(const QuantityClaim& a, const QuantityClaim& b);

// Days from a's publication to b's; nothing where one of them is not known.
std::optional<int> DaysBetween(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_RELATION_H_
