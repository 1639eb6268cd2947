// A time expression as a person reads it. The parts of a TIMEX3 value, day and time of day, are told one by one; "X" stands for what
// the text does not tell, and is said in words. No code ever comes out: what none of these shapes fits is "not known".
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/strings.h"
#include "report/value_text.h"
#include "text/inflect.h"

namespace crosscheck {
namespace {

using Word = std::pair<std::string_view, std::string_view>;
constexpr std::string_view kNotKnown = "not known";
constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
constexpr Word kSeasons[] = {{"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}};
constexpr Word kQuarters[] = {{"Q1", "first quarter"}, {"Q2", "second quarter"}, {"Q3", "third quarter"}, {"Q4", "fourth quarter"},
                              {"H1", "first half"},    {"H2", "second half"}};
constexpr Word kPartsOfDay[] = {{"MO", "morning"}, {"MI", "midday"}, {"AF", "afternoon"},
                                {"EV", "evening"}, {"NI", "night"},  {"DT", "daytime"}};
constexpr Word kUnknown[] = {{"XXXX-WXX-WE", "weekend"}, {"XXXX-WXX", "week"}, {"XXXX-XX-XX", "day"}, {"XXXX-XX", "month"},
                             {"XXXX-QX", "quarter"},     {"XXXX", "year"},     {"XXX", "decade"},     {"XX", "century"}};
constexpr Word kReferences[] = {{"PRESENT_REF", "now"}, {"PAST_REF", "in the past"}, {"FUTURE_REF", "in the future"}};

template <size_t kSize>
std::string_view WordOf(std::string_view code, const Word (&words)[kSize]) {
  const auto* const it = std::find_if(std::begin(words), std::end(words), [&](const Word& word) { return word.first == code; });
  return it == std::end(words) ? std::string_view() : it->second;
}

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 1 to `most` in one or two digits; 0: it is no such number.
size_t NumberUpTo(size_t most, std::string_view text) {
  if (!IsNumber(text) || text.size() > 2) return 0;
  size_t number = 0;
  for (const char c : text) number = number * 10 + static_cast<size_t>(c - '0');
  return number <= most ? number : 0;
}

std::string AfterArticle(std::string_view noun) { return StrCat(noun.starts_with('a') || noun.starts_with('e') ? "an " : "a ", noun); }

// "P3W" -> "3 weeks", "PTXM" -> "some minutes"; empty where the value is no duration. `one` stands before a single unit.
std::string DurationText(std::string_view value, std::string_view one, std::string_view some) {
  constexpr std::pair<char, std::string_view> kDate[] = {{'Y', "year"}, {'Q', "quarter"}, {'M', "month"}, {'W', "week"}, {'D', "day"}};
  constexpr std::pair<char, std::string_view> kTime[] = {{'H', "hour"}, {'M', "minute"}, {'S', "second"}};
  if (!value.starts_with('P') || value.size() < 3) return "";
  if (value == "PXX") return "some time";
  std::string out;
  bool time = false;
  for (size_t at = 1; at < value.size(); ++at) {
    if (value[at] == 'T' && !time) {
      time = true;
      continue;
    }
    const size_t start = at;
    while (at < value.size() && ((value[at] >= '0' && value[at] <= '9') || value[at] == '.' || value[at] == 'X')) ++at;
    if (at == start || at == value.size()) return "";
    std::string_view unit;
    for (const auto& [letter, word] : kDate) unit = !time && letter == value[at] ? word : unit;
    for (const auto& [letter, word] : kTime) unit = time && letter == value[at] ? word : unit;
    if (unit.empty()) return "";
    const std::string_view number = value.substr(start, at - start);
    const bool known = number.find('X') == std::string_view::npos;
    StrAppend(&out, out.empty() ? "" : " ");
    if (!known) {
      StrAppend(&out, some, " ", PluralOf(unit));
    } else if (number == "1") {
      StrAppend(&out, one, one.empty() ? "" : " ", unit);
    } else {
      StrAppend(&out, number, " ", PluralOf(unit));
    }
  }
  return out;
}

// What a day's value tells without the year: "Tuesday", "3 June", "autumn"; empty: nothing.
std::string PartOfYear(std::string_view rest) {
  if (const std::string_view word = WordOf(rest, kSeasons); !word.empty()) return std::string(word);
  if (const std::string_view word = WordOf(rest, kQuarters); !word.empty()) return std::string(word);
  const size_t month = NumberUpTo(12, rest.substr(0, 2));
  if (month == 0) return "";
  if (rest.size() <= 2) return std::string(kMonths[month - 1]);
  const size_t day = rest[2] == '-' ? NumberUpTo(31, rest.substr(3)) : 0;
  return day == 0 ? "" : StrCat(day, " ", kMonths[month - 1]);
}

// "2031-W10", "2031-W10-WE"; empty: no week of a year.
std::string WeekText(std::string_view year, std::string_view rest) {
  if (!rest.starts_with('W') || rest.size() < 3) return "";
  const size_t week = NumberUpTo(53, rest.substr(1, 2));
  if (week == 0) return "";
  return StrCat(rest.ends_with("-WE") ? "weekend of " : "", "week ", week, " of ", year);
}

// A day, month, season or year whose days are not known.
std::string DateText(std::string_view value) {
  if (const std::string_view word = WordOf(value, kReferences); !word.empty()) return std::string(word);
  if (const std::string_view word = WordOf(value, kUnknown); !word.empty()) return StrCat(AfterArticle(word), " (not known which)");
  if (value.starts_with("XXXX-WXX-")) {
    const size_t day = NumberUpTo(7, value.substr(9));
    return day == 0 ? std::string(kNotKnown) : StrCat("a ", kWeekdays[day - 1], " (day not known)");
  }
  if (value.starts_with("XXXX-")) {
    const std::string part = PartOfYear(value.substr(5));
    return part.empty() ? std::string(kNotKnown) : StrCat(part, " (year not known)");
  }
  const std::string_view year = value.substr(0, 4);
  if (value.size() == 3 && IsNumber(value)) return StrCat("the ", value, "0s");
  if (!IsNumber(year) || year.size() < 4) return std::string(kNotKnown);
  if (value.size() == 4) return std::string(value);
  if (value[4] != '-') return std::string(kNotKnown);
  const std::string_view rest = value.substr(5);
  if (NumberUpTo(12, rest.substr(0, 2)) > 0) return PartOfYear(rest).empty() ? std::string(kNotKnown) : std::string(value);
  if (const std::string part = PartOfYear(rest); !part.empty()) return StrCat(part, " of ", year);
  const std::string week = WeekText(year, rest);
  return week.empty() ? std::string(kNotKnown) : week;
}

// The time of day: "07:15" of "2024-06-12T07:15", or a part of the day; both empty where none is told.
struct Clock {
  std::string_view time;
  std::string_view part;
};
Clock ClockOf(std::string_view value) {
  const size_t t = value.find('T');
  if (t == std::string_view::npos) return {};
  const std::string_view clock = value.substr(t + 1);
  if (!clock.empty() && clock.front() >= '0' && clock.front() <= '9') return {clock, {}};
  return {{}, WordOf(clock, kPartsOfDay)};
}

std::string TimeText(const Timex& timex, const std::string& days) {
  const Clock clock = ClockOf(timex.value);
  const std::string_view day = std::string_view(timex.value).substr(0, timex.value.find('T'));
  const std::string time = clock.time.empty() ? std::string(clock.part) : StrCat(clock.time, timex.zone.empty() ? "" : StrCat(" ", timex.zone));
  if (time.empty()) return days.empty() ? DateText(day) : days;
  const std::string_view gap = clock.time.empty() ? ", " : " ";
  if (!days.empty()) return StrCat(days, gap, time);
  if (!WordOf(day, kUnknown).empty() || day.empty()) {
    return StrCat(clock.time.empty() ? AfterArticle(time) : time, " (day not known)");
  }
  const std::string date = DateText(day);
  const size_t remark = date.find(" (");
  return StrCat(date.substr(0, remark), gap, time, remark == std::string::npos ? "" : date.substr(remark));
}

// "every Tuesday", "every night", "every 2 weeks".
std::string SetText(std::string_view value) {
  if (const std::string duration = DurationText(value, "", "few"); !duration.empty()) return StrCat("every ", duration);
  const std::string_view part = ClockOf(value).part;
  const std::string_view day = value.substr(0, value.find('T'));
  std::string what(WordOf(day, kUnknown));
  if (day.starts_with("XXXX-WXX-")) {
    const size_t weekday = NumberUpTo(7, day.substr(9));
    if (weekday > 0) what = kWeekdays[weekday - 1];
  } else if (what.empty() && day.starts_with("XXXX-")) {
    what = PartOfYear(day.substr(5));
  }
  if (!part.empty()) what = what == "day" || what.empty() ? std::string(part) : StrCat(what, " ", part);
  return what.empty() ? std::string(kNotKnown) : StrCat("every ", what);
}

}  // namespace

std::string TimexText(const Timex& timex) {
  const std::string days = DaysText(timex.days);
  switch (timex.type) {
    case TimexType::kDuration:
      if (const std::string duration = DurationText(timex.value, "1", "some"); !duration.empty()) {
        return StrCat(duration, days.empty() ? "" : StrCat(", ", days));
      }
      break;
    case TimexType::kSet:
      return StrCat(SetText(timex.value), days.empty() ? "" : StrCat(", ", days));
    case TimexType::kTime:
      return TimeText(timex, days);
    case TimexType::kDate:
      break;
  }
  if (const std::string_view word = WordOf(timex.value, kReferences); !word.empty()) return std::string(word);
  return days.empty() ? DateText(timex.value) : days;
}

}  // namespace crosscheck
