// Values of figures and dates as intervals: what a number can mean by the way it is written.
#ifndef CROSSCHECK_COMPARE_BUNDLE_VALUES_H_
#define CROSSCHECK_COMPARE_BUNDLE_VALUES_H_

#include <optional>

#include "base/interval.h"
#include "crosscheck/record.h"
#include "rulebook/tables.h"

namespace crosscheck {

struct ClaimValue {
  Interval interval;  // with the tolerance that its way of writing asks for, in its own unit
  Interval base;      // the same in the base unit of its dimension; equal to `interval` where there is none
  double low = 0;     // ends of `base`, -inf and inf where missing
  double high = 0;
  uint64_t key = 0;    // equal for equal numbers as written, before any tolerance
  float unusual = 0;   // 0..1: how seldom one meets with this number by chance
  int digits = 0;      // significant ones, as written
  std::optional<Decimal> written;  // the number itself; its low end where it has two
  bool exact = false;  // an exact number without hedge or bound
  bool hedged = false;
  bool bound = false;  // an end is missing
  bool vague = false;  // "dozens", "several"
};

// An exact number is a point; a round one of 1,000 or more and a decimal reach half a unit of their last digit to both sides;
// "about" 5 to 10 %; "nearly" (`below`) as far down. Bounds and ranges stay as they are.
Interval WithTolerance(const Figure& figure, bool below);

// `below`: "nearly", "just under" stands before it. Nothing for a figure without any end.
std::optional<ClaimValue> ValueOf(const Figure& figure, bool below, const RuleTables& rules);

// What the unit measures ("length"), so that figures of one key can be compared; of money its currency.
uint64_t DimensionKey(const Figure& figure, const RuleTables& rules);

// Days as numbers. Nothing where both days are missing.
std::optional<ClaimValue> ValueOfDays(const DayRange& days);
// The day of the week of a TIMEX value whose week nobody knows ("XXXX-WXX-6"): 1 to 7; nothing where it has none.
std::optional<ClaimValue> ValueOfWeekday(std::string_view timex);
// The clock time of a TIMEX value ("2024-06-12T15:20") in minutes of the day; nothing where it has none.
std::optional<ClaimValue> ValueOfClock(const Timex& time, bool hedged);
// A TIMEX duration ("P3D") as a figure in days, months or hours; nothing for vague ones ("PXW").
std::optional<Figure> FigureOfDuration(const Timex& duration);

// The number that is meant, in the base unit; of a bound the end that is told.
double MiddleOf(const ClaimValue& value);
// How far apart two numbers are, as a share of the larger.
double GapOf(const ClaimValue& a, const ClaimValue& b);

// Million for billion, a digit too many: one of two numbers is the other times 10, 100, 1,000 or a million. Middles of converted
// and of rounded numbers lie a little aside; one digit alone is rather another thing.
bool IsScaleSlip(const ClaimValue& a, const ClaimValue& b);

// 0..1: two exact numbers differ in two digits that have changed places (1,206 and 1,602): seldom two things, often one that was
// copied wrongly. Zeros at the end of both do not count; two digits (34, 43) are half a sign.
float SwappedDigits(const ClaimValue& a, const ClaimValue& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_VALUES_H_
