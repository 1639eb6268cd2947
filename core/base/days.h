// Calendar days: ISO 8601 text, months and weekdays. Proleptic Gregorian, no clock, no zone.
#ifndef CROSSCHECK_BASE_DAYS_H_
#define CROSSCHECK_BASE_DAYS_H_

#include <optional>
#include <string>
#include <string_view>

#include "crosscheck/document.h"

namespace crosscheck {

// "2024-06-12", or the date of "2024-06-12T10:00:00Z" (its own day, whatever the zone). Nothing for other text.
std::optional<Day> ParseIsoDay(std::string_view text);
std::string FormatIsoDay(Day day);
// Nothing where there is no such day.
std::optional<Day> MakeDay(int year, unsigned month, unsigned day);
DayRange OneDay(Day day);
bool Overlap(const DayRange& a, const DayRange& b);  // a missing end is open

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_DAYS_H_
