// The day of a holiday in a year.
#ifndef CROSSCHECK_EXTRACT_DATES_HOLIDAYS_H_
#define CROSSCHECK_EXTRACT_DATES_HOLIDAYS_H_

#include <optional>

#include "rulebook/calendar.h"

namespace crosscheck {

// Gregorian Easter Sunday by the anonymous method ("Meeus/Jones/Butcher"); years 1583 to 9999.
std::optional<Day> EasterSunday(int year);
// Nothing where the year has no such day (29 February, a fifth Monday).
std::optional<Day> HolidayIn(const HolidayRule& rule, int year);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_HOLIDAYS_H_
