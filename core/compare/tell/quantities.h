// Quantities as groups and findings: labels in the text's own words, sides with sources and days, levels by calibrated chance.
#ifndef CROSSCHECK_COMPARE_TELL_QUANTITIES_H_
#define CROSSCHECK_COMPARE_TELL_QUANTITIES_H_

#include <vector>

#include "compare/group/quantities.h"
#include "compare/tell/comparison.h"

namespace crosscheck {

// In the order of the quantities. `copied` as for FindQuantities.
std::vector<ComparedGroup> TellQuantities(const Bundle& bundle, const std::vector<Quantity>& quantities,
                                          const std::vector<std::pair<uint32_t, uint32_t>>& copied);

// The features that speak most for two claims being one quantity, in words.
std::vector<std::string> WhySame(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b);

// Sorts findings by rank, numbers and labels them.
void RankFindings(std::vector<Finding>* findings);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TELL_QUANTITIES_H_
