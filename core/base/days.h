// Calendar days: ISO 8601 text, months, weeks and weekdays. Proleptic Gregorian, no clock, no zone.
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

struct CalendarDate {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31
  friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};
CalendarDate DateOf(Day day);

struct IsoWeek {
  int year = 0;  // of the week's Thursday
  int week = 0;  // 1..53
  friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};
IsoWeek IsoWeekOf(Day day);
// The Monday of the week; nothing where the year has no such week.
std::optional<Day> MondayOf(IsoWeek week);

int IsoWeekday(Day day);  // Monday 1 .. Sunday 7
// `months` after the first of the month of `day`.
Day FirstOfMonth(Day day, int months = 0);
// The same day `months` later; the last of the month where it has no such day.
Day AddMonths(Day day, int months);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_DAYS_H_
