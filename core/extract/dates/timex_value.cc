#include "extract/dates/timex_value.h"

#include <algorithm>

#include "absl/strings/str_format.h"
#include "base/days.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

using std::chrono::days;

// Years that ISO 8601 can write in four digits; counts of units from outside stay inside them.
constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

Day NewYear(int year) { return std::chrono::sys_days(std::chrono::year(std::clamp(year, kFirstYear, kLastYear)) / 1 / 1); }
Day Clamped(Day day) { return std::clamp(day, NewYear(kFirstYear), NewYear(kLastYear) + days(364)); }

Day AddMonthsClamped(Day day, int64_t months) {
  const CalendarDate date = DateOf(day);
  const int64_t year = date.year + (date.month - 1 + months) / 12;
  if (year <= kFirstYear) return NewYear(kFirstYear);
  if (year >= kLastYear) return NewYear(kLastYear);
  return AddMonths(day, static_cast<int>(months));
}

int MonthsIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMonth:
      return 1;
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
      return 3;
    case TimeUnit::kHalf:
      return 6;
    case TimeUnit::kYear:
      return 12;
    case TimeUnit::kDecade:
      return 120;
    case TimeUnit::kCentury:
      return 1200;
    default:
      return 0;
  }
}

int DaysIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kDay:
      return 1;
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return 7;
    case TimeUnit::kFortnight:
      return 14;
    default:
      return 0;
  }
}

Day DayIn(int year, int month, int day) {
  if (month == 2 && day == 29) day = 28;
  return MakeDay(std::clamp(year, kFirstYear, kLastYear), static_cast<unsigned>(month), static_cast<unsigned>(day))
      .value_or(NewYear(year));
}

}  // namespace

bool IsCalendarUnit(TimeUnit unit) { return unit >= TimeUnit::kDay && unit < TimeUnit::kPeriod; }

CalendarSpan SpanAround(TimeUnit unit, Day day) {
  const CalendarDate date = DateOf(day);
  const Day month = FirstOfMonth(day);
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return {TimeUnit::kWeek, Clamped(day + days(1 - IsoWeekday(day))), -1};
    case TimeUnit::kWeekend:
      return {TimeUnit::kWeekend, Clamped(day + days(6 - IsoWeekday(day))), -1};
    case TimeUnit::kMonth:
      return {unit, month, -1};
    case TimeUnit::kQuarter:
      return {unit, FirstOfMonth(day, -((date.month - 1) % 3)), -1};
    case TimeUnit::kHalf:
      return {unit, FirstOfMonth(day, -((date.month - 1) % 6)), -1};
    case TimeUnit::kYear:
      return {unit, NewYear(date.year), -1};
    case TimeUnit::kDecade:
      return {unit, NewYear(date.year - date.year % 10), -1};
    case TimeUnit::kCentury:
      return {unit, NewYear(date.year - date.year % 100), -1};
    default:
      return {TimeUnit::kDay, day, -1};
  }
}

CalendarSpan SeasonOf(const CalendarTable& table, int season, int year) {
  const Season& s = table.seasons[static_cast<size_t>(season)];
  return {TimeUnit::kSeason, DayIn(year, s.from_month, s.from_day), season};
}

Day AddUnits(Day day, TimeUnit unit, int64_t count) {
  constexpr int64_t kMost = 4'000'000;
  count = std::clamp(count, -kMost, kMost);
  if (const int months = MonthsIn(unit)) return AddMonthsClamped(day, std::clamp(count * months, -kMost, kMost));
  if (const int in_days = DaysIn(unit)) return Clamped(day + days(std::clamp(count * in_days, -kMost, kMost)));
  return day;
}

CalendarSpan Shifted(const CalendarTable& table, const CalendarSpan& span, int64_t steps) {
  if (span.unit == TimeUnit::kSeason)
    return SeasonOf(table, span.season, DateOf(AddUnits(span.first, TimeUnit::kYear, steps)).year);
  CalendarSpan out = span;
  out.first = AddUnits(span.first, span.unit, steps);
  if (span.unit >= TimeUnit::kMonth) out = SpanAround(span.unit, out.first);
  return out;
}

DayRange DaysOf(const CalendarTable& table, const CalendarSpan& span) {
  switch (span.unit) {
    case TimeUnit::kDay:
      return OneDay(span.first);
    case TimeUnit::kWeekend:
      return {span.first, AddUnits(span.first, TimeUnit::kDay, 1)};
    case TimeUnit::kSeason: {
      const Season& s = table.seasons[static_cast<size_t>(span.season)];
      const bool over_new_year = s.until_month < s.from_month;
      const int year = DateOf(span.first).year;
      // "the winter of 1994" may be the one that ends or the one that begins in 1994.
      if (over_new_year) return {DayIn(year - 1, s.from_month, s.from_day), DayIn(year + 1, s.until_month, s.until_day)};
      return {span.first, DayIn(year, s.until_month, s.until_day)};
    }
    default: {
      // Nothing comes after the last year: its spans end with it.
      const Day next = AddUnits(span.first, span.unit, 1);
      return {span.first, next > span.first ? next - days(1) : *MakeDay(kLastYear, 12, 31)};
    }
  }
}

std::string ValueOf(const CalendarTable& table, const CalendarSpan& span) {
  const CalendarDate date = DateOf(span.first);
  switch (span.unit) {
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek: {
      const IsoWeek week = IsoWeekOf(span.first);
      return absl::StrFormat("%04d-W%02d%s", week.year, week.week, span.unit == TimeUnit::kWeekend ? "-WE" : "");
    }
    case TimeUnit::kMonth:
      return absl::StrFormat("%04d-%02d", date.year, date.month);
    case TimeUnit::kQuarter:
      return absl::StrFormat("%04d-Q%d", date.year, (date.month + 2) / 3);
    case TimeUnit::kSeason:
      return absl::StrFormat("%04d-%s", date.year, table.seasons[static_cast<size_t>(span.season)].code);
    case TimeUnit::kHalf:
      return absl::StrFormat("%04d-H%d", date.year, (date.month + 5) / 6);
    case TimeUnit::kYear:
      return absl::StrFormat("%04d", date.year);
    case TimeUnit::kDecade:
      return absl::StrFormat("%03d", date.year / 10);
    case TimeUnit::kCentury:
      return absl::StrFormat("%02d", date.year / 100);
    default:
      return FormatIsoDay(span.first);
  }
}

std::string OpenValue(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeekend:
      return "XXXX-WXX-WE";
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return "XXXX-WXX";
    case TimeUnit::kMonth:
      return "XXXX-XX";
    case TimeUnit::kQuarter:
      return "XXXX-QX";
    case TimeUnit::kHalf:
      return "XXXX-HX";
    case TimeUnit::kSeason:
    case TimeUnit::kYear:
      return "XXXX";
    case TimeUnit::kDecade:
      return "XXX";
    case TimeUnit::kCentury:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

namespace {

struct UnitLetter {
  bool time;  // after the T
  char letter;
  int scale;  // of the unit in that letter
  int finer;  // parts of the next finer letter in one unit; 0: none
  char finer_letter;
};

UnitLetter LetterOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return {true, 'S', 1, 0, 0};
    case TimeUnit::kMinute:
      return {true, 'M', 1, 60, 'S'};
    case TimeUnit::kHour:
      return {true, 'H', 1, 60, 'M'};
    case TimeUnit::kDay:
      return {false, 'D', 1, 0, 0};
    case TimeUnit::kWeekend:
      return {false, 'D', 2, 0, 0};
    case TimeUnit::kWeek:
      return {false, 'W', 1, 0, 0};
    case TimeUnit::kFortnight:
      return {false, 'W', 2, 0, 0};
    case TimeUnit::kMonth:
      return {false, 'M', 1, 0, 0};
    case TimeUnit::kQuarter:
      return {false, 'Q', 1, 0, 0};
    case TimeUnit::kSeason:
      return {false, 'M', 3, 0, 0};
    case TimeUnit::kHalf:
      return {false, 'M', 6, 0, 0};
    case TimeUnit::kDecade:
      return {false, 'Y', 10, 10, 'Y'};
    case TimeUnit::kCentury:
      return {false, 'Y', 100, 100, 'Y'};
    case TimeUnit::kYear:
      return {false, 'Y', 1, 12, 'M'};
    default:
      return {false, 'X', 1, 0, 0};
  }
}

}  // namespace

std::string DurationValue(const UnitCount& count, TimeUnit unit) {
  const UnitLetter letter = LetterOf(unit);
  std::string out = letter.time ? "PT" : "P";
  if (count.vague && unit == TimeUnit::kCentury) return "PXE";
  if (count.vague) return StrCat(out, "X", std::string(1, letter.letter));
  const int64_t whole = count.whole * letter.scale;
  if (count.numerator == 0) return StrCat(out, whole, std::string(1, letter.letter));
  if (letter.finer > 0 && letter.finer * count.numerator % count.denominator == 0) {
    const int64_t finer = letter.finer * count.numerator / count.denominator;
    if (letter.finer_letter == letter.letter) return StrCat(out, whole + finer, std::string(1, letter.letter));
    if (whole > 0) StrAppend(&out, whole, std::string(1, letter.letter));
    return StrCat(out, finer, std::string(1, letter.finer_letter));
  }
  // A plain decimal where the fraction ends, else the fraction itself: never rounded.
  for (int64_t scale = 10, digits = 1; digits <= 3; scale *= 10, ++digits) {
    if (scale * count.numerator % count.denominator != 0) continue;
    return absl::StrFormat("%s%d.%0*d%c", out, whole, static_cast<int>(digits), scale * count.numerator / count.denominator,
                           letter.letter);
  }
  return StrCat(out, "X", std::string(1, letter.letter));
}

}  // namespace crosscheck
