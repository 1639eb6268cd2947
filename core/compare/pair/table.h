// The features of a pair of claims: one row each, a function of the two claims and of nothing else. A row gives 0 where it has
// nothing to say: what an article does not tell is not unlike. To add one: a value in rulebook/compare_rules.h, a row in table.cc,
// a weight with examples in rules/common/compare-weights.json.
#ifndef CROSSCHECK_COMPARE_PAIR_TABLE_H_
#define CROSSCHECK_COMPARE_PAIR_TABLE_H_

#include <array>

#include "compare/bundle/bundle.h"

namespace crosscheck {

using FeatureValues = std::array<float, kFeatures>;

// Of two claims of one type and dimension. Symmetric.
FeatureValues FeaturesOf(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b);

// What forbids that they are one quantity; Veto::kNone: nothing does. Symmetric.
Veto VetoOf(const BundleClaim& a, const BundleClaim& b);

// One gives the other in another unit: "12 metres (39 feet)".
bool Restates(const BundleClaim& a, const BundleClaim& b);

// The same words around the same number of the sentence.
bool IsNearCopy(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b);

// Equal as written, in the same unit.
bool EqualValues(const BundleClaim& a, const BundleClaim& b);
// Some number fits both.
bool ValuesMeet(const BundleClaim& a, const BundleClaim& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PAIR_TABLE_H_
