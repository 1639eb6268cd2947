// Values of figures and dates as intervals: what a number can mean by the way it is written.
#ifndef CROSSCHECK_COMPARE_VALUES_H_
#define CROSSCHECK_COMPARE_VALUES_H_

#include <optional>

#include "compare/claims.h"

namespace crosscheck {

// An exact number is a point; a round one of 1,000 or more and a decimal reach half a unit of their last digit to both sides;
// "about" at least 5 %; "nearly" (`below`) down to 5 % under. Bounds and ranges stay as they are.
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

// 0..1: two numbers as written differ in two digits that have changed places ("1,206" and "1,602"): seldom two things, often one
// that was copied wrongly. Zeros at the end of both do not count; two digits ("34", "43") are half a sign.
float SwappedDigits(std::string_view a, std::string_view b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_VALUES_H_
