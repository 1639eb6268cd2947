// Which stories were read but not checked, and why: nothing is left out without a word.
#ifndef CROSSCHECK_COMPARE_UNCHECKED_H_
#define CROSSCHECK_COMPARE_UNCHECKED_H_

#include <vector>

#include "crosscheck/worksheet.h"

namespace crosscheck {

// In the order of the records.
std::vector<Unchecked> FindUnchecked(const std::vector<Record>& records);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_UNCHECKED_H_
