// Findings of names and of who people are, in words.
#ifndef CROSSCHECK_COMPARE_TELL_NAMES_H_
#define CROSSCHECK_COMPARE_TELL_NAMES_H_

#include <vector>

#include "compare/group/names.h"
#include "compare/tell/comparison.h"

namespace crosscheck {

std::vector<ComparedGroup> TellNames(const Bundle& bundle, const std::vector<NameDifference>& differences);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TELL_NAMES_H_
