#include "extract/dates/date_resolve.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_format.h"
#include "base/days.h"
#include "base/strings.h"
#include "extract/dates/holidays.h"

namespace crosscheck {
namespace {

using std::chrono::days;

// A day of a month this near to the story's day is meant in that year, whatever the tense: "payable Dec. 15".
constexpr int64_t kNearDays = 45;
// So is a month: "cut output in September" said in August; the one before would be "last September".
constexpr int64_t kNearMonth = 40;
// A quarter is reported on until about this long after it ends: "expects to report third-quarter results".
constexpr int64_t kReportingDays = 75;

class Resolver {
 public:
  Resolver(const CalendarTable& table, const DatePhrase& phrase, const DateContext& context)
      : table_(table), p_(phrase), c_(context) {}

  Resolved Run() {
    switch (p_.sense) {
      case DateSense::kCalendar:
        Calendar();
        break;
      case DateSense::kShift:
        Shift();
        break;
      case DateSense::kAgo:
        Ago();
        break;
      case DateSense::kFromDate:
        FromDate();
        break;
      case DateSense::kSame:
        Same();
        break;
      case DateSense::kWindow:
        Window();
        break;
      case DateSense::kDuration:
        Duration();
        break;
      case DateSense::kSet:
        Set();
        break;
      case DateSense::kReference:
        out_.value = p_.rule->value;
        break;
      case DateSense::kHoliday:
        Holiday();
        break;
      case DateSense::kPeriod:
        Period();
        break;
      case DateSense::kEdge:
      case DateSense::kNothing:
        break;
    }
    if (p_.edge != TimexMod::kNone) out_.mod = p_.edge;
    if (out_.type == TimexType::kDate || out_.type == TimexType::kTime) TimeOfDay();
    return std::move(out_);
  }

 private:
  void At(const CalendarSpan& span) {
    out_.span = span;
    out_.value = ValueOf(table_, span);
    out_.days = DaysOf(table_, span);
  }
  void AtDay(Day day) { At({TimeUnit::kDay, AddUnits(day, TimeUnit::kDay, 0), -1}); }

  int64_t Distance(const CalendarSpan& span) const {
    const DayRange range = DaysOf(table_, span);
    if (*range.from > *c_.anchor) return (*range.from - *c_.anchor).count();
    return std::max<int64_t>(0, (*c_.anchor - *range.until).count());
  }

  // Of the same thing in several years, in order, the one that the tense asks for. Without a tense the nearest, and one so near
  // that no other year can be meant whatever the tense.
  CalendarSpan Choose(const std::vector<CalendarSpan>& spans, int64_t near_days, int64_t slack) const {
    const CalendarSpan nearest =
        *std::min_element(spans.begin(), spans.end(), [&](const auto& a, const auto& b) { return Distance(a) < Distance(b); });
    if (Distance(nearest) <= (c_.tense.sure ? 0 : near_days)) return nearest;
    const Day anchor = *c_.anchor;
    if (c_.tense.tense == Tense::kFuture) {
      for (const CalendarSpan& span : spans) {
        if (*DaysOf(table_, span).until >= anchor - days(slack)) return span;
      }
      return spans.back();
    }
    if (c_.tense.tense != Tense::kPast) return nearest;
    for (size_t i = spans.size(); i-- > 0;) {
      if (spans[i].first <= anchor) return spans[i];
    }
    return spans.front();
  }

  // By "last", "this" or "next": wholly before, around or after the story's own span of that size.
  CalendarSpan ByDirection(const std::vector<CalendarSpan>& spans, int direction) const {
    const Day anchor = *c_.anchor;
    if (direction == 0) {
      for (const CalendarSpan& span : spans) {
        if (DateOf(span.first).year == DateOf(anchor).year) return span;
      }
    }
    if (direction > 0) {
      for (const CalendarSpan& span : spans) {
        if (span.first > anchor) return span;
      }
      return spans.back();
    }
    // "last February" told in March is that of the year before: the one just gone is "last month".
    const Day before = p_.month > 0 && p_.day == 0 ? FirstOfMonth(anchor, -1) : anchor;
    for (size_t i = spans.size(); i-- > 0;) {
      if (*DaysOf(table_, spans[i]).until < before) return spans[i];
    }
    return spans.front();
  }

  // The named part in the years around `year`: 3 of them, in order.
  template <class Make>
  std::vector<CalendarSpan> InYears(int year, const Make& make) const {
    std::vector<CalendarSpan> spans;
    for (int y = year - 1; y <= year + 1; ++y) {
      if (const std::optional<CalendarSpan> span = make(y)) spans.push_back(*span);
    }
    return spans;
  }

  // The year that is said, in figures or as "last year".
  std::optional<int> SaidYear() const {
    if (p_.year > 0) return p_.year;
    if (p_.shift_unit != TimeUnit::kYear || !p_.direction) return std::nullopt;
    if (p_.sense == DateSense::kSame && c_.reference) return DateOf(c_.reference->first).year + *p_.direction;
    if (!c_.anchor) return std::nullopt;
    return DateOf(*c_.anchor).year + *p_.direction;
  }

  // Puts the part that `make` gives for a year in the right year; `open` is the value where no year is known.
  template <class Make>
  void InRightYear(const Make& make, const std::string& open, int64_t near_days, int64_t slack = 0) {
    if (const auto year = SaidYear()) {
      if (const std::optional<CalendarSpan> span = make(*year)) At(*span);
      return;
    }
    out_.value = open;
    if (!c_.anchor || p_.shift_unit == TimeUnit::kYear) return;
    const std::vector<CalendarSpan> spans = InYears(DateOf(*c_.anchor).year, make);
    if (spans.empty()) return;
    At(p_.direction ? ByDirection(spans, *p_.direction) : Choose(spans, near_days, slack));
  }

  void Calendar() {
    if (p_.year_until > 0 || (p_.year > 0 && p_.day_until > 0 && p_.day == 0)) return YearRange();
    if (p_.month > 0 && p_.day > 0) return MonthDay();
    if (p_.weekday > 0) return Weekday();
    if (p_.month > 0) {
      const auto make = [&](int year) -> std::optional<CalendarSpan> {
        const auto day = MakeDay(year, static_cast<unsigned>(p_.month), 1);
        return day ? std::optional<CalendarSpan>({TimeUnit::kMonth, *day, -1}) : std::nullopt;
      };
      return InRightYear(make, absl::StrFormat("XXXX-%02d", p_.month), kNearMonth);
    }
    if (p_.season >= 0) {
      const auto make = [&](int year) -> std::optional<CalendarSpan> { return SeasonOf(table_, p_.season, year); };
      return InRightYear(make, StrCat("XXXX-", table_.seasons[static_cast<size_t>(p_.season)].code), 0);
    }
    if (p_.unit == TimeUnit::kCentury && p_.ordinal > 0) {
      const auto first = MakeDay(std::max(1, (p_.ordinal - 1) * 100), 1, 1);
      if (first && p_.ordinal <= 30) At({TimeUnit::kCentury, *first, -1});
      return;
    }
    if (p_.ordinal > 0 || p_.half > 0) return PartOfYear();
    if (p_.decade > 0) return Decade();
    if (p_.year > 0) return Year();
    if (p_.part >= 0 || p_.hour >= 0) return TimeAlone();
  }

  void Year() {
    const auto first = MakeDay(p_.year, 1, 1);
    if (!first) return;
    At({TimeUnit::kYear, *first, -1});
    // A fiscal year may begin up to nine months before the year it is named after and end as long after it.
    if (p_.fiscal) out_.days = {AddMonths(*first, -9), AddMonths(*first, 21) - days(1)};
  }

  void YearRange() {
    int until = p_.year_until;
    const auto first = MakeDay(p_.year, 1, 1);
    const auto last = MakeDay(until, 12, 31);
    if (!first || !last || *last < *first) return;
    out_.value = absl::StrFormat("%04d/%04d", p_.year, until);
    out_.days = {*first, *last};
  }

  void MonthDay() {
    const auto make = [&](int year) -> std::optional<CalendarSpan> {
      const auto day = MakeDay(year, static_cast<unsigned>(p_.month), static_cast<unsigned>(p_.day));
      return day ? std::optional<CalendarSpan>({TimeUnit::kDay, *day, -1}) : std::nullopt;
    };
    InRightYear(make, absl::StrFormat("XXXX-%02d-%02d", p_.month, p_.day), kNearDays);
    if (p_.day_until > p_.day && out_.span) {
      const CalendarDate date = DateOf(out_.span->first);
      if (const auto until = MakeDay(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(p_.day_until))) {
        out_.days.until = *until;
        StrAppend(&out_.value, "/", FormatIsoDay(*until));
      }
    }
  }

  void Weekday() {
    out_.value = absl::StrFormat("XXXX-WXX-%d", p_.weekday);
    if (!c_.anchor) return;
    const Day anchor = *c_.anchor;
    if (p_.shift_unit == TimeUnit::kWeek && p_.direction) {
      return AtDay(SpanAround(TimeUnit::kWeek, anchor).first + days(7 * *p_.direction + p_.weekday - 1));
    }
    const int ahead = (p_.weekday - IsoWeekday(anchor) + 7) % 7;  // 0..6 days after the anchor
    if (p_.direction) {
      if (*p_.direction < 0) return AtDay(anchor + days(ahead - 7));
      if (*p_.direction > 0) return AtDay(anchor + days(ahead == 0 ? 7 : ahead));
      return AtDay(anchor + days(c_.tense.tense == Tense::kPast && ahead > 0 ? ahead - 7 : ahead));
    }
    if (c_.tense.tense == Tense::kFuture || ahead == 0) return AtDay(anchor + days(ahead));
    AtDay(anchor + days(ahead - 7));
  }

  // A quarter or a half of a year.
  void PartOfYear() {
    const TimeUnit unit = p_.half > 0 || p_.unit == TimeUnit::kHalf ? TimeUnit::kHalf : TimeUnit::kQuarter;
    const int number = p_.half > 0 ? p_.half : p_.ordinal;
    const int months = unit == TimeUnit::kHalf ? 6 : 3;
    out_.value = StrCat("XXXX-", unit == TimeUnit::kHalf ? "H" : "Q", number);
    if (number < 1 || number * months > 12) return;
    // "the first half" alone is as often of a match.
    if (unit == TimeUnit::kHalf && !p_.direction && p_.year == 0) return out_.value.clear();
    const auto make = [&](int year) -> std::optional<CalendarSpan> {
      const auto day = MakeDay(year, static_cast<unsigned>((number - 1) * months + 1), 1);
      return day ? std::optional<CalendarSpan>({unit, *day, -1}) : std::nullopt;
    };
    InRightYear(make, std::string(out_.value), 0, kReportingDays);
    if (p_.fiscal && out_.span) out_.days = {AddMonths(out_.span->first, -9), AddMonths(out_.span->first, 9 + months) - days(1)};
  }

  void Decade() {
    int year = p_.decade;
    if (year < 100) year += year >= 30 ? 1900 : 2000;
    if (const auto first = MakeDay(year, 1, 1)) At({TimeUnit::kDecade, *first, -1});
  }

  // "at 10 p.m.", "this morning", "last night".
  void TimeAlone() {
    if (p_.direction) {
      if (c_.anchor) return AtDay(*c_.anchor + days(*p_.direction));
    } else if (c_.reference && c_.reference->unit == TimeUnit::kDay) {
      return AtDay(c_.reference->first);
    } else if (c_.anchor) {
      return AtDay(*c_.anchor);
    }
    out_.value = OpenValue(TimeUnit::kDay);
  }

  void Shift() {
    const int direction = p_.direction.value_or(0);

    out_.value = OpenValue(p_.unit);
    if (!c_.anchor) return;
    CalendarSpan span = SpanAround(p_.unit, *c_.anchor);
    if (p_.unit == TimeUnit::kWeekend) {
      // On Sunday and Monday "the weekend" told in the past is the one just gone.
      const bool gone = direction <= 0 && c_.tense.tense != Tense::kFuture && span.first > *c_.anchor;
      if (gone) span = Shifted(table_, span, -1);
      if (direction != 0 && !gone) span = Shifted(table_, span, direction);
      return At(span);
    }
    At(Shifted(table_, span, direction));
  }

  // The quarter that was over last on the day of the story.
  std::optional<CalendarSpan> LastQuarter() const {
    if (!c_.anchor) return std::nullopt;
    return Shifted(table_, SpanAround(TimeUnit::kQuarter, *c_.anchor), -1);
  }

  CalendarSpan InYear(const CalendarSpan& span, int year) const {
    if (span.unit == TimeUnit::kSeason) return SeasonOf(table_, span.season, year);
    return SpanAround(span.unit, AddUnits(span.first, TimeUnit::kYear, year - DateOf(span.first).year));
  }

  // "the latest quarter", "the year-ago period", "the 1988 quarter".
  void Period() {
    out_.value = OpenValue(TimeUnit::kQuarter);
    std::optional<CalendarSpan> base = p_.unit == TimeUnit::kQuarter ? c_.quarter : c_.period;
    if (!base) base = LastQuarter();
    if (!base) return;
    const int year = p_.year > 0 ? p_.year : DateOf(base->first).year + p_.direction.value_or(0);
    At(InYear(*base, year));
  }

  void Ago() {
    const int direction = p_.direction.value_or(-1);
    const UnitCount count = p_.count.value_or(UnitCount{1, 0, 1, false});
    if (p_.unit < TimeUnit::kDay) {
      out_.type = TimexType::kTime;
      out_.value = c_.anchor ? FormatIsoDay(*c_.anchor) + "TXX" : "XXXX-XX-XXTXX";
      if (c_.anchor) out_.days = OneDay(*c_.anchor);
      return;
    }
    if (count.vague) {
      out_.value = direction < 0 ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    if (p_.unit == TimeUnit::kYear && count.whole == 1 && count.numerator == 0 && direction < 0) return YearBefore();
    out_.value = OpenValue(p_.unit);
    if (c_.anchor) At(Moved(*c_.anchor, count, p_.unit, direction));
  }

  // "a year ago", "a year earlier": the same quarter where the story tells of one, else the year.
  void YearBefore() {
    out_.value = OpenValue(TimeUnit::kYear);
    if (c_.period) return At(InYear(*c_.period, DateOf(c_.period->first).year - 1));
    if (c_.anchor) At(SpanAround(TimeUnit::kYear, AddUnits(*c_.anchor, TimeUnit::kYear, -1)));
  }

  // The span of the unit's size that lies `count` units from a day.
  CalendarSpan Moved(Day from, const UnitCount& count, TimeUnit unit, int direction) const {
    if (unit == TimeUnit::kDecade || unit == TimeUnit::kCentury) {
      const int years = unit == TimeUnit::kDecade ? 10 : 100;
      return SpanAround(TimeUnit::kYear, AddUnits(from, TimeUnit::kYear, direction * count.whole * years));
    }
    if (count.numerator != 0 && unit == TimeUnit::kYear && 12 * count.numerator % count.denominator == 0) {
      const int64_t months = count.whole * 12 + 12 * count.numerator / count.denominator;
      return SpanAround(TimeUnit::kMonth, AddUnits(from, TimeUnit::kMonth, direction * months));
    }
    return SpanAround(unit, AddUnits(from, unit, direction * count.whole));
  }

  // "two days earlier", "a year later".
  void FromDate() {
    const int direction = p_.direction.value_or(-1);
    const UnitCount count = p_.count.value_or(UnitCount{1, 0, 1, false});
    if (p_.unit == TimeUnit::kYear && direction < 0 && count.whole == 1 && count.numerator == 0 && !count.vague)
      return YearBefore();
    const bool fits =
        c_.reference && !count.vague && count.numerator == 0 && IsCalendarUnit(p_.unit) && c_.reference->unit <= p_.unit;
    if (!fits) {
      out_.type = TimexType::kDuration;
      out_.value = DurationValue(count, p_.unit);
      return;
    }
    CalendarSpan span = *c_.reference;
    const Day moved = AddUnits(span.first, p_.unit, direction * count.whole);
    At(span.unit == TimeUnit::kSeason ? SeasonOf(table_, span.season, DateOf(moved).year) : SpanAround(span.unit, moved));
  }

  // "the previous Friday", "the following Monday".
  void WeekdayBeside(int direction) {
    out_.value = absl::StrFormat("XXXX-WXX-%d", p_.weekday);
    std::optional<Day> from = c_.anchor;
    if (c_.reference && c_.reference->unit == TimeUnit::kDay) from = c_.reference->first;
    if (!from) return;
    const int ahead = (p_.weekday - IsoWeekday(*from) + 7) % 7;
    if (direction < 0) return AtDay(*from + days(ahead - 7));
    AtDay(*from + days(ahead == 0 && direction > 0 ? 7 : ahead));
  }

  void Same() {
    const int direction = p_.direction.value_or(0);
    if (p_.weekday > 0) return WeekdayBeside(direction);
    const TimeUnit unit = p_.unit == TimeUnit::kNone || p_.unit < TimeUnit::kDay ? TimeUnit::kDay : p_.unit;
    out_.value = OpenValue(unit);

    if (!c_.reference && c_.anchor && direction != 0 && unit >= TimeUnit::kWeek) {
      return At(Shifted(table_, SpanAround(unit, *c_.anchor), direction));
    }
    if (!c_.reference || c_.reference->unit > unit) return;
    CalendarSpan span = SpanAround(unit, c_.reference->first);
    At(Shifted(table_, span, direction));
  }

  void Window() {
    const int direction = p_.direction.value_or(-1);
    const UnitCount count = p_.count.value_or(UnitCount{1, 0, 1, p_.plural});
    out_.type = TimexType::kDuration;
    out_.value = DurationValue(count, p_.unit);
    if (!c_.anchor) return;
    std::optional<Day> far;
    if (!count.vague && count.numerator == 0) far = AddUnits(*c_.anchor, p_.unit, direction * count.whole);
    out_.days = direction < 0 ? DayRange{far, c_.anchor} : DayRange{c_.anchor, far};
  }

  void Duration() {
    out_.type = TimexType::kDuration;
    const UnitCount count = p_.count.value_or(UnitCount{1, 0, 1, p_.plural || p_.unit == TimeUnit::kNone});
    out_.value = DurationValue(count, p_.unit);
  }

  void Set() {
    out_.type = TimexType::kSet;
    if (p_.weekday > 0) {
      out_.value = absl::StrFormat("XXXX-WXX-%d", p_.weekday);
    } else if (p_.month > 0) {
      out_.value = absl::StrFormat("XXXX-%02d", p_.month);
    } else if (p_.season >= 0) {
      out_.value = StrCat("XXXX-", table_.seasons[static_cast<size_t>(p_.season)].code);
    } else if (p_.part >= 0) {
      out_.value = StrCat("XXXX-XX-XXT", table_.parts[static_cast<size_t>(p_.part)]);
    } else {
      out_.value = DurationValue(p_.count.value_or(UnitCount{1, 0, 1, false}), p_.unit);
    }
  }

  void Holiday() {
    const HolidayRule& rule = *p_.rule->holiday;
    out_.value = "XXXX-XX-XX";
    const auto make = [&](int year) -> std::optional<CalendarSpan> {
      const auto day = HolidayIn(rule, year);
      if (!day) return std::nullopt;
      return p_.unit == TimeUnit::kWeek ? SpanAround(TimeUnit::kWeek, *day) : CalendarSpan{TimeUnit::kDay, *day, -1};
    };
    if (rule.first_year > 0) {
      if (const auto span = make(rule.first_year)) At(*span);
      return;
    }
    InRightYear(make, rule.day > 0 ? absl::StrFormat("XXXX-%02d-%02d", rule.month, rule.day) : out_.value, kNearDays);
  }

  void TimeOfDay() {
    if (p_.part < 0 && p_.hour < 0) return;
    out_.type = TimexType::kTime;
    if (p_.hour < 0) {
      StrAppend(&out_.value, "T", table_.parts[static_cast<size_t>(p_.part)]);
    } else if (p_.minute < 0) {
      StrAppend(&out_.value, absl::StrFormat("T%02d:00", p_.hour));
    } else {
      StrAppend(&out_.value, absl::StrFormat("T%02d:%02d", p_.hour, p_.minute));
    }
  }

  const CalendarTable& table_;
  const DatePhrase& p_;
  const DateContext& c_;
  Resolved out_;
};

}  // namespace

Resolved ResolveDate(const CalendarTable& table, const DatePhrase& phrase, const DateContext& context) {
  return Resolver(table, phrase, context).Run();
}

}  // namespace crosscheck
