#include "base/days.h"

#include <algorithm>

#include "absl/strings/str_format.h"

namespace crosscheck {
namespace {

std::optional<int> Digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> MakeDay(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
  return Day(ymd);
}

std::optional<Day> ParseIsoDay(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ') return std::nullopt;
  const auto year = Digits(text.substr(0, 4));
  const auto month = Digits(text.substr(5, 2));
  const auto day = Digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return MakeDay(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string FormatIsoDay(Day day) {
  const std::chrono::year_month_day ymd(day);
  return absl::StrFormat("%04d-%02u-%02u", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                         static_cast<unsigned>(ymd.day()));
}

DayRange OneDay(Day day) { return {day, day}; }

CalendarDate DateOf(Day day) {
  const std::chrono::year_month_day ymd(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int IsoWeekday(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

IsoWeek IsoWeekOf(Day day) {
  const Day thursday = day + std::chrono::days(4 - IsoWeekday(day));
  const int year = DateOf(thursday).year;
  const Day new_year = std::chrono::sys_days(std::chrono::year(year) / 1 / 1);
  return {year, static_cast<int>((thursday - new_year).count() / 7) + 1};
}

std::optional<Day> MondayOf(IsoWeek week) {
  if (week.year < 1 || week.year > 9999 || week.week < 1 || week.week > 53) return std::nullopt;
  // 4 January is always in week 1.
  const Day in_first = std::chrono::sys_days(std::chrono::year(week.year) / 1 / 4);
  const Day monday = in_first + std::chrono::days(1 - IsoWeekday(in_first) + 7 * (week.week - 1));
  if (IsoWeekOf(monday) != week) return std::nullopt;
  return monday;
}

Day FirstOfMonth(Day day, int months) {
  const std::chrono::year_month_day ymd(day);
  return std::chrono::sys_days((ymd.year() / ymd.month() + std::chrono::months(months)) / 1);
}

Day AddMonths(Day day, int months) {
  const std::chrono::year_month_day ymd(day);
  const auto month = ymd.year() / ymd.month() + std::chrono::months(months);
  const std::chrono::year_month_day last(std::chrono::sys_days(month / std::chrono::last));
  return std::chrono::sys_days(month / std::min(ymd.day(), last.day()));
}

bool Overlap(const DayRange& a, const DayRange& b) {
  const bool a_before_b = a.until && b.from && *a.until < *b.from;
  const bool b_before_a = b.until && a.from && *b.until < *a.from;
  return !a_before_b && !b_before_a;
}

}  // namespace crosscheck
