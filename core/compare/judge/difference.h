// How likely it is that a difference between the sides of a quantity is one that an editor wants to see: a score of a few features
// of the quantity as a whole, and the chance that goes with it by the calibration table.
#ifndef CROSSCHECK_COMPARE_JUDGE_DIFFERENCE_H_
#define CROSSCHECK_COMPARE_JUDGE_DIFFERENCE_H_

#include <array>

#include "compare/group/quantities.h"

namespace crosscheck {

using DifferenceValues = std::array<double, kDifferenceFeatures>;

// Of a quantity with a contrast.
DifferenceValues DifferenceFeaturesOf(const Bundle& bundle, const Quantity& quantity);

double DifferenceScore(const CompareRules& rules, const DifferenceValues& values);
// 0..1, by the table in force.
double ChanceOf(const CompareRules& rules, double score);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_JUDGE_DIFFERENCE_H_
