// Places in the calendar with a grain, their TIMEX3 values (ISO 8601, X for what is unknown) and the days they take.
// TIMEX3: Pustejovsky et al., "TimeML Annotation Guidelines 1.2.1" (2006), section 2.2.
#ifndef CROSSCHECK_EXTRACT_DATES_TIMEX_VALUE_H_
#define CROSSCHECK_EXTRACT_DATES_TIMEX_VALUE_H_

#include <string>

#include "extract/dates/date_phrase.h"

namespace crosscheck {

// A day, week, month, quarter, season, half, year, decade or century of the calendar.
struct CalendarSpan {
  TimeUnit unit = TimeUnit::kDay;
  Day first;        // its first day
  int season = -1;  // index in CalendarTable::seasons, for kSeason
};

// The span of `unit` that holds `day`. Not for seasons: they have names, see SeasonOf.
CalendarSpan SpanAround(TimeUnit unit, Day day);
CalendarSpan SeasonOf(const CalendarTable& table, int season, int year);
// The span `steps` of its own unit later.
CalendarSpan Shifted(const CalendarTable& table, const CalendarSpan& span, int64_t steps);
// `count` units before (negative) or after a day.
Day AddUnits(Day day, TimeUnit unit, int64_t count);
// Both ends are known. Seasons are as wide as those who use the word may mean, in the north.
DayRange DaysOf(const CalendarTable& table, const CalendarSpan& span);
std::string ValueOf(const CalendarTable& table, const CalendarSpan& span);
// The value of a span that no day is known of: "XXXX-WXX".
std::string OpenValue(TimeUnit unit);
// "P2Y6M", "PT5H", "PXW".
std::string DurationValue(const UnitCount& count, TimeUnit unit);
bool IsCalendarUnit(TimeUnit unit);  // a day or longer, and a place in the calendar

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_TIMEX_VALUE_H_
