// What the words of one date say, before any day is put to it.
#ifndef CROSSCHECK_EXTRACT_DATES_DATE_PHRASE_H_
#define CROSSCHECK_EXTRACT_DATES_DATE_PHRASE_H_

#include <cstdint>
#include <optional>

#include "rulebook/calendar.h"

namespace crosscheck {

// A number of units: 3, 2 1/2, or "several" (vague).
struct UnitCount {
  int64_t whole = 0;
  int numerator = 0;  // of the fraction
  int denominator = 1;
  bool vague = false;
};

struct DatePhrase {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  const DateRule* rule = nullptr;
  const DateRule* found_by = nullptr;  // the rule to name: that of the part that was joined on, where one was
  DateSense sense = DateSense::kCalendar;

  int year = 0;  // 0: not said, here and below
  int year_digits = 4;
  int year_until = 0;  // of a range
  int month = 0;
  int day = 0;
  int day_until = 0;
  int weekday = 0;
  int ordinal = 0;
  int half = 0;
  int decade = 0;   // 1980; 80 where the century is not said
  int season = -1;  // -1: not said
  int part = -1;
  std::optional<int> direction;
  TimeUnit unit = TimeUnit::kNone;
  TimeUnit shift_unit = TimeUnit::kNone;  // what `direction` moves, where it is not the named part itself
  std::optional<UnitCount> count;
  int hour = -1;
  int minute = -1;
  bool bare_hour = false;  // neither a.m. nor p.m. is said, and no 24 hours
  int hour_until = -1;     // of a range: the phrase falls into two at the token `split`
  int minute_until = -1;
  uint32_t split = 0;
  std::optional<int> zone;  // minutes east of Greenwich
  TimexMod edge = TimexMod::kNone;
  int nth = 0;  // the day, week ... with this number in the time named, -1 the last: the first Monday in May
  TimeUnit nth_unit = TimeUnit::kNone;
  int nth_weekday = 0;
  std::optional<UnitCount> nth_count;    // the first two weeks of May
  std::optional<int> week_of;            // see DateSense::kWeekOf
  TimeUnit ended = TimeUnit::kNone;      // the quarter, year ... that the day ends
  std::optional<UnitCount> offset;       // counted on (+) or back (-) from the day: two weeks from Tuesday
  TimeUnit offset_unit = TimeUnit::kNone;
  int offset_sign = 0;
  bool ahead = false;    // the weekday lies ahead whatever the tense: a week on Friday
  bool swapped = false;  // day and month may be the other way round: 04/05/2023
  int era = 0;
  bool plural = false;  // a unit in the plural
  bool fiscal = false;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATE_PHRASE_H_
