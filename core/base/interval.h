// Intervals of exact numbers with open, closed or missing ends: what a figure, a day or a clock time can mean.
#ifndef CROSSCHECK_BASE_INTERVAL_H_
#define CROSSCHECK_BASE_INTERVAL_H_

#include <optional>

#include "crosscheck/decimal.h"

namespace crosscheck {

struct Interval {
  std::optional<Decimal> low;  // missing: no lower end
  std::optional<Decimal> high;
  bool low_open = false;  // true: the end itself is left out
  bool high_open = false;

  static Interval Point(const Decimal& value) { return {value, value, false, false}; }

  bool IsPoint() const { return low && high && *low == *high && !low_open && !high_open; }
  bool IsBounded() const { return low && high; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

// No number lies in both.
bool Disjoint(const Interval& a, const Interval& b);
// Each end moved outwards by `by` (not negative); missing ends stay missing.
Interval Widen(const Interval& interval, const Decimal& by);
// Each end times `factor` (above 0). Nothing where a product does not fit.
std::optional<Interval> Scale(const Interval& interval, const Decimal& factor);
// The ends added; an end that is missing in one of them is missing. Nothing where a sum does not fit.
std::optional<Interval> Sum(const Interval& a, const Interval& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_INTERVAL_H_
