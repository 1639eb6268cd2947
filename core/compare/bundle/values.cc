#include "compare/bundle/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "base/strings.h"
#include "rulebook/units.h"
#include "text/lexicon.h"

namespace crosscheck {
namespace {

constexpr std::string_view kPoint = "percentage point";

Decimal Absolute(const Decimal& value) { return value.IsNegative() ? Decimal(-value.coefficient(), value.exponent()) : value; }

int Digits(const Decimal& value) {
  int digits = 0;
  for (Decimal::Coefficient c = Absolute(value).coefficient(); c > 0; c /= 10) ++digits;
  return digits;
}

// Half a unit of the last digit that is meant: the second of a round number ("7,000": 50), the last of a decimal ("5.2": 0.05).
Decimal HalfUnit(const Decimal& value, bool hedged) {
  const int digits = Digits(value);
  if (digits == 0) return 0;
  const int last = value.exponent();
  if (hedged) return Decimal(5, last - 1);
  if (last < 0) return Decimal(49, last - 2);  // 8.6 and 8.7 have no number in common
  const bool round = digits <= 3 && last >= (digits == 1 ? 3 : 2) && digits + last >= 4;
  return round ? Decimal(5, (digits == 1 ? last - 1 : last) - 1) : Decimal(0);
}

Decimal Percent(const Decimal& value, int percent) {
  return Decimal::Multiply(Absolute(value), Decimal(percent, -2)).value_or(Decimal(0));
}

// Of a number as it is written: "2.31" or "62" seldom stand for two things in one bundle, "1,800" or "4.2" sometimes, "3" often.
float Unusual(const std::optional<Decimal>& low, const std::optional<Decimal>& high) {
  const std::optional<Decimal>& value = low ? low : high;
  if (!value || (low && high && *low != *high)) return 0;
  const int digits = Digits(*value);
  if (digits >= 3) return 1;
  if (digits < 2) return 0;
  return value->exponent() == 0 && Absolute(*value) > Decimal(20) ? 1 : 0.5f;
}

uint64_t KeyOf(const std::optional<Decimal>& low, const std::optional<Decimal>& high) {
  return Lexicon::Hash(StrCat(low ? low->ToString() : "-", "..", high ? high->ToString() : "-"));
}

void SetEnds(ClaimValue* value) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  value->low = value->base.low ? value->base.low->ToDouble() : -kInfinity;
  value->high = value->base.high ? value->base.high->ToDouble() : kInfinity;
  value->bound = !value->interval.low || !value->interval.high;
}

}  // namespace

Interval WithTolerance(const Figure& figure, bool below) {
  Interval interval{figure.low, figure.high, figure.low_open, figure.high_open};
  const bool point = interval.IsPoint();
  if (!point) return interval;
  const Decimal value = *figure.low;
  const bool hedged = figure.modifier == Modifier::kApprox || below;
  if (!hedged) return Widen(interval, HalfUnit(value, false));
  const Decimal by = std::min(std::max(Percent(value, 5), HalfUnit(value, true)), Percent(value, 10));
  if (!below) return Widen(interval, by);
  interval.low = Decimal::Subtract(value, by).value_or(value);
  return interval;
}

// In base units; converted figures are rounded ones, so they reach 2 % farther.
Interval InBaseUnits(const Interval& interval, std::string_view unit, const UnitTable& units) {
  if (unit.empty()) return interval;
  Interval base = interval;
  if (interval.low) {
    const auto low = ConvertToBase(units, unit, *interval.low);
    if (!low) return interval;
    base.low = Decimal::Subtract(*low, Percent(*low, 2));
  }
  if (interval.high) {
    const auto high = ConvertToBase(units, unit, *interval.high);
    if (!high) return interval;
    base.high = Decimal::Add(*high, Percent(*high, 2));
  }
  return base;
}

std::optional<ClaimValue> ValueOf(const Figure& figure, bool below, const RuleTables& rules) {
  if (!figure.low && !figure.high) return std::nullopt;
  ClaimValue value;
  value.interval = WithTolerance(figure, below);
  value.interval.low_open = value.interval.high_open = false;  // "more than 350" beside 350 is no contradiction
  value.base = figure.kind == FigureKind::kAge ? value.interval : InBaseUnits(value.interval, figure.unit, rules.units);
  value.key = KeyOf(figure.low, figure.high);
  value.exact = figure.modifier == Modifier::kExact && figure.low && figure.high && *figure.low == *figure.high && !below;
  value.hedged = figure.modifier == Modifier::kApprox || below;
  value.vague = figure.modifier == Modifier::kVague;
  value.unusual = Unusual(figure.low, figure.high);
  value.written = figure.low ? figure.low : figure.high;
  value.digits = Digits(*value.written);
  SetEnds(&value);
  return value;
}

uint64_t DimensionKey(const Figure& figure, const RuleTables& rules) {
  if (figure.kind == FigureKind::kOrdinal) return Lexicon::Hash("ordinal");
  if (figure.kind == FigureKind::kMoney) return Lexicon::Hash("money");
  if (figure.unit.empty() && figure.low && figure.low == figure.high && *figure.low < Decimal(1) && *figure.low > Decimal(0))
    return Lexicon::Hash("share");  // "a third of the wells" is no count of wells
  if (figure.unit.ends_with(kPoint)) return Lexicon::Hash(DimensionOf(rules.units, "%"));
  const std::string_view dimension = DimensionOf(rules.units, figure.unit);
  return Lexicon::Hash(dimension.empty() ? std::string_view(figure.unit) : dimension);
}

std::optional<ClaimValue> ValueOfDays(const DayRange& days) {
  if (!days.from && !days.until) return std::nullopt;
  ClaimValue value;
  const auto number = [](Day day) { return Decimal(static_cast<int64_t>(day.time_since_epoch().count())); };
  if (days.from) value.interval.low = number(*days.from);
  if (days.until) value.interval.high = number(*days.until);
  value.base = value.interval;
  value.key = KeyOf(value.interval.low, value.interval.high);
  value.exact = days.from && days.until && *days.from == *days.until;
  value.unusual = value.exact ? 1 : 0;
  if (days.from && days.until && !value.exact) {
    // A year is written in four digits, which may change places.
    const std::chrono::year_month_day first(*days.from);
    const std::chrono::year_month_day last(*days.until);
    const bool whole = first.month() == std::chrono::January && first.day() == std::chrono::day{1} && last.month() == std::chrono::December &&
                       last.day() == std::chrono::day{31} && first.year() == last.year();
    if (whole) value.written = Decimal(static_cast<int>(first.year())), value.digits = 4;
  }
  SetEnds(&value);
  return value;
}

std::optional<ClaimValue> ValueOfWeekday(std::string_view timex) {
  constexpr std::string_view kWeekUnknown = "XXXX-WXX-";
  if (!timex.starts_with(kWeekUnknown) || timex.size() == kWeekUnknown.size()) return std::nullopt;
  const char day = timex[kWeekUnknown.size()];
  if (day < '1' || day > '7') return std::nullopt;
  ClaimValue value;
  value.interval = value.base = Interval::Point(day - '0');
  value.key = KeyOf(value.interval.low, value.interval.high);
  value.exact = true;
  SetEnds(&value);
  return value;
}

std::optional<ClaimValue> ValueOfClock(const Timex& time, bool hedged) {
  const size_t t = time.value.find('T');
  if (t == std::string::npos || time.value.size() < t + 3) return std::nullopt;
  const std::string_view clock = std::string_view(time.value).substr(t + 1);
  const auto digit = [&](size_t i) { return i < clock.size() && clock[i] >= '0' && clock[i] <= '9' ? clock[i] - '0' : -1; };
  if (digit(0) < 0 || digit(1) < 0) return std::nullopt;
  int minutes = (digit(0) * 10 + digit(1)) * 60;
  if (clock.size() >= 5 && clock[2] == ':' && digit(3) >= 0 && digit(4) >= 0) minutes += digit(3) * 10 + digit(4);
  ClaimValue value;
  // "About 9" and "shortly before 9" are meant to some twenty minutes, "at 9" to ten, "at 9:10" to a few, "at 9:41" to the minute.
  const Decimal by = hedged ? Decimal(20) : minutes % 30 == 0 ? Decimal(10) : minutes % 5 == 0 ? Decimal(2) : Decimal(0);
  value.interval = Widen(Interval::Point(minutes), by);
  value.base = value.interval;
  value.key = KeyOf(Decimal(minutes), Decimal(minutes));
  value.exact = !hedged;
  value.unusual = minutes % 10 != 0 ? 1 : 0;
  value.hedged = hedged;
  SetEnds(&value);
  return value;
}

std::optional<Figure> FigureOfDuration(const Timex& duration) {
  std::string_view text = duration.value;
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  const bool clock = text.starts_with('T');
  if (clock) text.remove_prefix(1);
  if (text.size() < 2) return std::nullopt;
  const auto number = Decimal::Parse(text.substr(0, text.size() - 1));
  if (!number) return std::nullopt;
  Figure figure;
  figure.kind = FigureKind::kDuration;
  figure.low = figure.high = number;
  switch (text.back()) {
    case 'Y':
      figure.unit = "year";
      break;
    case 'M':
      figure.unit = clock ? "minute" : "month";
      break;
    case 'W':
      figure.unit = "week";
      break;
    case 'D':
      figure.unit = "day";
      break;
    case 'H':
      figure.unit = "hour";
      break;
    case 'S':
      figure.unit = "second";
      break;
    default:
      return std::nullopt;
  }
  if (duration.mod == TimexMod::kApprox) figure.modifier = Modifier::kApprox;
  figure.span = duration.span;
  figure.id = duration.id;
  figure.story = duration.story;
  figure.rule = duration.rule;
  return figure;
}

double MiddleOf(const ClaimValue& value) {
  // "Nearly 200" speaks of 200, not of the middle of what it leaves open.
  if (value.hedged && value.written && value.interval.high == value.written) return value.high;
  if (std::isinf(value.low)) return value.high;
  if (std::isinf(value.high)) return value.low;
  return (value.low + value.high) / 2;
}

double GapOf(const ClaimValue& a, const ClaimValue& b) {
  const double x = MiddleOf(a);
  const double y = MiddleOf(b);
  const double larger = std::max(std::abs(x), std::abs(y));
  return larger == 0 ? 0 : std::abs(x - y) / larger;
}

bool IsScaleSlip(const ClaimValue& a, const ClaimValue& b) {
  const double x = std::abs(MiddleOf(a));
  const double y = std::abs(MiddleOf(b));
  if (x == 0 || y == 0) return false;
  const double ratio = std::max(x, y) / std::min(x, y);
  constexpr double kAside = 1e-3;
  constexpr std::array kSlips = {10.0, 100.0, 1000.0, 1e6};
  return std::min(a.digits, b.digits) >= 2 &&
         std::any_of(kSlips.begin(), kSlips.end(), [&](double slip) { return std::abs(ratio / slip - 1) < kAside; });
}

float SwappedDigits(const ClaimValue& a, const ClaimValue& b) {
  constexpr size_t kFewest = 2;
  const auto digits = [](const ClaimValue& value) {
    std::string text = value.written ? value.written->ToString() : "";
    std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
    return text;
  };
  std::string x = digits(a);
  std::string y = digits(b);
  if (x.size() != y.size()) return 0;
  while (!x.empty() && x.back() == '0' && y.back() == '0') x.pop_back(), y.pop_back();
  if (x.size() < kFewest) return 0;
  std::vector<size_t> unlike;
  for (size_t i = 0; i < x.size(); ++i) {
    if (x[i] != y[i]) unlike.push_back(i);
  }
  if (unlike.size() != 2 || x[unlike[0]] != y[unlike[1]] || x[unlike[1]] != y[unlike[0]]) return 0;
  return x.size() == kFewest ? 0.5f : 1;
}

}  // namespace crosscheck
