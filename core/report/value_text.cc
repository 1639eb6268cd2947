#include "report/value_text.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/days.h"
#include "base/json.h"
#include "base/strings.h"
#include "text/inflect.h"

namespace crosscheck {
namespace {

// "1234567.5" as "1,234,567.5"; years and other four-digit numbers stay.
std::string Grouped(const Decimal& number) {
  std::string text = number.ToString();
  const size_t first = text.starts_with('-') ? 1 : 0;
  size_t point = std::min(text.find('.'), text.size());
  if (point - first <= 4) return text;
  while (point - first > 3) {
    point -= 3;
    text.insert(point, ",");
  }
  return text;
}

std::string_view BoundWord(Modifier modifier) {
  switch (modifier) {
    case Modifier::kApprox:
      return "about ";
    case Modifier::kAtLeast:
      return "at least ";
    case Modifier::kMoreThan:
      return "more than ";
    case Modifier::kAtMost:
      return "at most ";
    case Modifier::kLessThan:
      return "less than ";
    case Modifier::kVague:
      return "some ";
    default:
      return "";
  }
}

std::string NumberText(const Figure& figure) {
  if (figure.low && figure.high && *figure.low != *figure.high) {
    if (figure.modifier == Modifier::kRange) return StrCat(Grouped(*figure.low), " to ", Grouped(*figure.high));
    // An interval that a hedge gave ("about 200"): the middle is what the text names.
    const auto sum = Decimal::Add(*figure.low, *figure.high);
    const auto middle = sum ? Decimal::Divide(*sum, Decimal(2), 6) : std::nullopt;
    return StrCat(BoundWord(figure.modifier), Grouped(middle.value_or(*figure.low)));
  }
  if (!figure.low && !figure.high) return "open";
  return StrCat(BoundWord(figure.modifier), Grouped(figure.low ? *figure.low : *figure.high));
}

// "kilometre per hour" -> "kilometres per hour", "degree Celsius" -> "degrees Celsius"; codes of money stay.
std::string UnitsText(std::string_view unit) {
  if (unit.empty() || unit.front() < 'a' || unit.front() > 'z' || unit == "times" || unit == "horsepower" ||
      unit.ends_with("hertz")) {
    return std::string(unit);
  }
  size_t head = unit.find(" per ");
  if (unit.starts_with("degree ")) head = std::string_view("degree").size();
  const std::string_view one = unit.substr(0, head);
  const std::string_view rest = head == std::string_view::npos ? std::string_view() : unit.substr(head);
  if (one.ends_with("foot")) return StrCat(one.substr(0, one.size() - 4), "feet", rest);
  return StrCat(PluralOf(one), rest);
}

}  // namespace

std::string FigureText(const Figure& figure) {
  const std::string number = NumberText(figure);
  const std::string per = figure.per.empty() ? "" : StrCat(" per ", figure.per);
  if (figure.unit == "%") return StrCat(number, "%", per);
  if (figure.unit.empty()) return number + per;
  const bool one = figure.low && figure.high && *figure.low == Decimal(1) && *figure.high == Decimal(1);
  return StrCat(number, " ", one ? figure.unit : UnitsText(figure.unit), per);
}

std::string DaysText(const DayRange& days) {
  if (!days.from && !days.until) return "";
  if (!days.until) return StrCat("from ", FormatIsoDay(*days.from));
  if (!days.from) return StrCat("until ", FormatIsoDay(*days.until));
  const std::string from = FormatIsoDay(*days.from);
  return days.from == days.until ? from : StrCat(from, " to ", FormatIsoDay(*days.until));
}

std::string_view FigureKindText(FigureKind kind) { return kind == FigureKind::kCardinal ? "count" : JsonName(kind); }

}  // namespace crosscheck
