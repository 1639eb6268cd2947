// Ages told in tens of years, which look like decades of the calendar: "in her early 20s", "his late forties", "the over-50s".
#ifndef CROSSCHECK_EXTRACT_FIGURES_LIFE_DECADES_H_
#define CROSSCHECK_EXTRACT_FIGURES_LIFE_DECADES_H_

#include <cstdint>
#include <optional>

#include "extract/text_view.h"

namespace crosscheck {

struct LifeDecade {
  uint32_t first = 0;  // tokens [first, last): "20s", "forties"
  uint32_t last = 0;
  uint32_t before = 0;  // first token of "in her early", or `first`
  uint32_t stage = 0;   // tokens [stage, first): "early", "mid-"
  int from = 0;
  std::optional<int> until;  // the last year of it; none for "over-50s"
  bool under = false;        // "under-25s": below `until`
};

// The decade of a life at token `at`; nothing for a decade of the calendar and for seconds.
std::optional<LifeDecade> ReadLifeDecade(const TextView& view, uint32_t at, uint32_t floor, uint32_t limit);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_LIFE_DECADES_H_
