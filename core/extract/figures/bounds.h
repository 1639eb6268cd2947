// Bounds and hedges around a number: before it ("at least", also outside a quotation mark), behind it ("or more"), as a verb
// ("topped").
#ifndef CROSSCHECK_EXTRACT_FIGURES_BOUNDS_H_
#define CROSSCHECK_EXTRACT_FIGURES_BOUNDS_H_

#include <cstdint>
#include <string>

#include "extract/text_view.h"

namespace crosscheck {

struct Bound {
  Modifier modifier = Modifier::kExact;
  std::string hedge;   // the words as they bound, lower-case; of stacked ones ("up to about") the one that decides
  uint32_t first = 0;  // first token of the words before the number, or the number's own first token
  uint32_t last = 0;   // one past the words behind it, or `last` as given
};

// Bounds of the amount in tokens [first, last), reading not before `floor` nor beyond `limit`.
Bound FindBound(const TextView& view, uint32_t first, uint32_t last, uint32_t floor, uint32_t limit);
// Only words behind, from token `at` on: for those that stand behind the noun counted ("300 goats or more").
bool FindBoundBehind(const TextView& view, uint32_t at, uint32_t limit, Bound* bound);
// Sets the ends of an interval around `low` and `high` as the modifier says.
void ApplyBound(Modifier modifier, Figure* figure);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_BOUNDS_H_
