#include "extract/dates/holidays.h"

#include "base/days.h"

namespace crosscheck {

using std::chrono::days;

std::optional<Day> EasterSunday(int year) {
  if (year < 1583 || year > 9999) return std::nullopt;
  const int golden = year % 19;
  const int century = year / 100;
  const int skipped = century / 4;
  const int moon = (19 * golden + century - skipped - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 4) % 7;
  const int late = (golden + 11 * moon + 22 * weekday) / 451;
  const int sum = moon + weekday - 7 * late + 114;
  return MakeDay(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

std::optional<Day> HolidayIn(const HolidayRule& rule, int year) {
  if (rule.easter) {
    const auto easter = EasterSunday(year);
    return easter ? std::optional<Day>(*easter + days(*rule.easter)) : std::nullopt;
  }
  if (rule.day > 0) return MakeDay(year, static_cast<unsigned>(rule.month), static_cast<unsigned>(rule.day));
  const auto first = MakeDay(year, static_cast<unsigned>(rule.month), 1);
  if (!first) return std::nullopt;
  if (rule.week < 0) {
    const Day last = FirstOfMonth(*first, 1) - days(1);
    return last - days((IsoWeekday(last) - rule.weekday + 7) % 7) + days(rule.offset);
  }
  const Day day = *first + days((rule.weekday - IsoWeekday(*first) + 7) % 7 + 7 * (rule.week - 1));
  if (DateOf(day).month != rule.month) return std::nullopt;
  return day + days(rule.offset);
}

}  // namespace crosscheck
