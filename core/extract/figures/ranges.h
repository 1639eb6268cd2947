// Ranges ("20 to 30", "$17-19 million", "between 5 and 7"), told from changes ("rose 2 % to $35") and from scores and votes
// ("3-2").
#ifndef CROSSCHECK_EXTRACT_FIGURES_RANGES_H_
#define CROSSCHECK_EXTRACT_FIGURES_RANGES_H_

#include <cstdint>

#include "extract/figures/amounts.h"
#include "extract/figures/bounds.h"
#include "extract/text_view.h"

namespace crosscheck {

struct RangeEnd {
  Decimal low;
  Decimal high;
  Amount amount;         // the second one, with the unit of the whole
  bool contest = false;  // a score or vote: no figures up to token `last`
  uint32_t last = 0;
};

// Reads the rest of a range that begins with `first`; false where it begins none.
bool ReadRange(const TextView& view, const Amount& first, const Bound& bound, uint32_t floor, uint32_t limit, RangeEnd* range);

// Reads the rest of a share that begins with `first`: "one in five", "3 out of every 10"; `low` and `high` are the quotient.
bool ReadShare(const TextView& view, const Amount& first, uint32_t floor, uint32_t limit, RangeEnd* share);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_RANGES_H_
