// Superlatives, firsts and words of cause (rules of the kind "check-points").
#ifndef CROSSCHECK_EXTRACT_CHECK_POINTS_H_
#define CROSSCHECK_EXTRACT_CHECK_POINTS_H_

#include <vector>

#include "crosscheck/check_point.h"
#include "extract/text_view.h"

namespace crosscheck {

// In text order, without ids. Words inside a name are none ("First Bank").
std::vector<CheckPoint> FindCheckPoints(const TextView& view);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CHECK_POINTS_H_
