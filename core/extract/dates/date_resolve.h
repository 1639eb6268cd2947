// Puts days to a phrase of time: against the day of the story, the date told before, and the tense of the clause.
#ifndef CROSSCHECK_EXTRACT_DATES_DATE_RESOLVE_H_
#define CROSSCHECK_EXTRACT_DATES_DATE_RESOLVE_H_

#include <optional>

#include "extract/dates/date_phrase.h"
#include "extract/dates/date_tense.h"
#include "extract/dates/timex_value.h"

namespace crosscheck {

struct DateContext {
  std::optional<Day> anchor;              // the day of the story; missing: relative dates stay open
  std::optional<CalendarSpan> reference;  // the date told before
  std::optional<CalendarSpan> quarter;    // the quarter whose results the story tells
  std::optional<CalendarSpan> period;     // the quarter or year whose results the story tells
  TenseHint tense;
};

struct Resolved {
  TimexType type = TimexType::kDate;
  std::string value;
  TimexMod mod = TimexMod::kNone;
  DayRange days;
  std::optional<CalendarSpan> span;  // where the date is one place of the calendar
};

Resolved ResolveDate(const CalendarTable& table, const DatePhrase& phrase, const DateContext& context);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATE_RESOLVE_H_
