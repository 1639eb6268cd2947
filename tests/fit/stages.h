// Where conflicts and updates of marked bundles are lost: at which stage of comparing, with the weights in force.
#ifndef CROSSCHECK_TESTS_FIT_STAGES_H_
#define CROSSCHECK_TESTS_FIT_STAGES_H_

#include <vector>

#include "tests/fit/marked.h"

namespace crosscheck {

// The two claims stand on unlike sides of one marked conflict.
bool IsRight(const MarkedBundle& marked, uint32_t a, uint32_t b);

// Prints each missed conflict and update of figures with its stage, then how many are lost at each.
void PrintStages(const std::vector<MarkedBundle>& bundles);

// Prints what perfect pair labels would reach on today's claims, and why not more.
void PrintCeiling(const std::vector<MarkedBundle>& bundles);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_FIT_STAGES_H_
