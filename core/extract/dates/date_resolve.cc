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

// Hours of the clock: the night ends, and work begins.
constexpr int kSmallHours = 6;
constexpr int kWorkingDay = 7;

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
      case DateSense::kEnded:
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
      case DateSense::kNth:
      case DateSense::kWeekOf:
      case DateSense::kClock:
      case DateSense::kHour:
      case DateSense::kHourPart:
      case DateSense::kWeekOn:
      case DateSense::kNothing:
        break;
    }
    if (p_.nth != 0) Nth();
    if (p_.offset) Offset();
    if (p_.ended != TimeUnit::kNone) Ended();
    if (p_.week_of) WeekOf();
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

  // The n-th day, weekday, week ... of the stretch resolved; weeks begin on Mondays and count where most of their days are in it.
  void Nth() {
    if (!out_.span) return;
    const DayRange in = DaysOf(table_, *out_.span);
    const Day first = *in.from;
    const Day last = *in.until;
    const int step = p_.nth > 0 ? p_.nth - 1 : p_.nth;  // from the first or back from the last one
    CalendarSpan span{TimeUnit::kDay, first, -1};
    if (p_.nth_count) return FirstUnits(first, last);
    if (p_.nth_weekday > 0) {
      span.first = p_.nth > 0 ? first + days((p_.nth_weekday - IsoWeekday(first) + 7) % 7 + 7 * step)
                              : last - days((IsoWeekday(last) - p_.nth_weekday + 7) % 7 - 7 * (step + 1));
    } else if (p_.nth_unit == TimeUnit::kDay) {
      span.first = p_.nth > 0 ? first + days(step) : last + days(step + 1);
    } else if (p_.nth_unit == TimeUnit::kWeek || p_.nth_unit == TimeUnit::kWeekend) {
      span = SpanAround(p_.nth_unit, p_.nth > 0 ? first + days(3) : last - days(3));
      if (p_.nth_unit == TimeUnit::kWeekend) {
        span = SpanAround(p_.nth_unit, p_.nth > 0 ? first : last);
        if (span.first < first) span = Shifted(table_, span, 1);
        if (span.first > last) span = Shifted(table_, span, -1);
      }
      span = Shifted(table_, span, p_.nth > 0 ? step : step + 1);
    } else if (p_.nth_unit > TimeUnit::kWeek && p_.nth_unit < out_.span->unit) {
      span = Shifted(table_, SpanAround(p_.nth_unit, p_.nth > 0 ? first : last), p_.nth > 0 ? step : step + 1);
    } else {
      return;
    }
    if (span.first > last || *DaysOf(table_, span).until < first) return;
    At(span);
    out_.days = {std::max(*out_.days.from, first), std::min(*out_.days.until, last)};
    if (p_.nth_unit == TimeUnit::kWeekend) out_.days = DaysOf(table_, span);
  }

  // "the first two weeks of May".
  void FirstUnits(Day first, Day last) {
    out_.type = TimexType::kDuration;
    out_.value = DurationValue(*p_.nth_count, p_.nth_unit);
    out_.span.reset();
    if (p_.nth_unit < TimeUnit::kDay) return;
    const int64_t count = p_.nth_count->whole;
    if (p_.nth > 0) {
      out_.days = {first, std::min(last, AddUnits(first, p_.nth_unit, count) - days(1))};
    } else {
      out_.days = {std::max(first, AddUnits(last, p_.nth_unit, -count) + days(1)), last};
    }
  }

  // "the quarter ended Sept. 30": named after the calendar's own that most of it lies in.
  void Ended() {
    if (!out_.span || out_.span->unit != TimeUnit::kDay || p_.ended < TimeUnit::kDay) return;
    const Day last = out_.span->first;
    const Day first = AddUnits(last + days(1), p_.ended, -1);
    const CalendarSpan span = SpanAround(p_.ended, first + (last - first) / 2);
    if (p_.ended == TimeUnit::kQuarter) {
      At(span);
    } else {
      out_.type = TimexType::kDuration;
      out_.value = DurationValue({1, 0, 1, false}, p_.ended);
      out_.span.reset();
    }
    out_.days = {first, last};
  }

  // "two weeks from Tuesday".
  void Offset() {
    if (!out_.span || out_.span->unit != TimeUnit::kDay) return;
    AtDay(AddUnits(out_.span->first, p_.offset_unit, p_.offset_sign * p_.offset->whole));
  }

  // "the week of March 4".
  void WeekOf() {
    if (!out_.span || out_.span->unit != TimeUnit::kDay) {
      out_.value = OpenValue(TimeUnit::kWeek);
      return;
    }
    const Day day = out_.span->first;
    if (*p_.week_of == 0) return At(SpanAround(TimeUnit::kWeek, day));
    const Day first = *p_.week_of > 0 ? day : AddUnits(day, TimeUnit::kDay, -6);
    At(SpanAround(TimeUnit::kWeek, first));
    if (out_.span->first == first) return;
    out_.days = {first, AddUnits(first, TimeUnit::kDay, 6)};
    out_.value = StrCat(FormatIsoDay(first), "/", FormatIsoDay(*out_.days.until));
  }

  void Calendar() {
    if (p_.era != 0) return Era();
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

  // "300 BC", "79 AD", "the third century BC": no days before the year 1.
  void Era() {
    const int64_t number = p_.count ? p_.count->whole : p_.unit == TimeUnit::kCentury ? p_.ordinal - 1 : p_.year;
    const bool century = p_.unit == TimeUnit::kCentury && !p_.count;
    if (number < (century ? 0 : 1) || number > 9999 || (p_.count && (p_.count->vague || p_.count->numerator != 0))) return;
    if (p_.era < 0) {
      out_.value = century ? absl::StrFormat("BC%02d", number) : absl::StrFormat("BC%04d", number);
    } else if (const auto first = MakeDay(static_cast<int>(century ? std::max<int64_t>(1, number * 100) : number), 1, 1)) {
      At({century ? TimeUnit::kCentury : TimeUnit::kYear, *first, -1});
    }
  }

  void YearRange() {
    int until = p_.year_until;
    const auto first = MakeDay(p_.year, 1, 1);
    const auto last = MakeDay(until, 12, 31);
    if (!first || !last || *last < *first) return;
    out_.value = absl::StrFormat("%04d/%04d", p_.year, until);
    out_.days = {*first, *last};
  }

  // "04/05/2023": both days, and what lies between them.
  void EitherDay() {
    const auto one = MakeDay(p_.year, static_cast<unsigned>(p_.month), static_cast<unsigned>(p_.day));
    const auto other = MakeDay(p_.year, static_cast<unsigned>(p_.day), static_cast<unsigned>(p_.month));
    if (!one || !other) return;
    out_.value = absl::StrFormat("%04d-XX-XX", p_.year);
    out_.days = {std::min(*one, *other), std::max(*one, *other)};
  }

  void MonthDay() {
    if (p_.swapped) return EitherDay();
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
    if (p_.ahead) return AtDay(anchor + days(ahead == 0 ? 7 : ahead));
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
    if (unit == TimeUnit::kHalf && p_.unit != TimeUnit::kHalf && !p_.direction && p_.year == 0) return out_.value.clear();
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
      // "at 2am last night" is the small hours of the day itself.
      const bool small_hours = *p_.direction < 0 && p_.part >= 0 && IsPart("NI") && p_.hour >= 0 && HourOfDay() < kSmallHours;
      if (c_.anchor) return AtDay(*c_.anchor + days(*p_.direction + (small_hours ? 1 : 0)));
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
    if (!c_.anchor) return;
    At(Moved(*c_.anchor, count, p_.unit, direction));
    if (p_.weekday > 0) AgoOnWeekday(count, direction);
  }

  // "three weeks ago on Monday": that day of the week counted back to; longer units count back from the weekday itself.
  void AgoOnWeekday(const UnitCount& count, int direction) {
    if (p_.unit <= TimeUnit::kFortnight) {
      const Day week = SpanAround(TimeUnit::kWeek, out_.span->first).first;
      return AtDay(week + days(p_.weekday - 1));
    }
    const int ahead = (p_.weekday - IsoWeekday(*c_.anchor) + 7) % 7;
    const Day day = *c_.anchor + days(ahead <= 3 ? ahead : ahead - 7);
    AtDay(AddUnits(day, p_.unit, direction * count.whole));
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
      const int64_t more = years * count.numerator / count.denominator;  // a decade and a half
      return SpanAround(TimeUnit::kYear, AddUnits(from, TimeUnit::kYear, direction * (count.whole * years + more)));
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
    if (!p_.rule->value.empty()) {
      out_.value = p_.rule->value;
    } else if (p_.weekday > 0) {
      out_.value = absl::StrFormat("XXXX-WXX-%d", p_.weekday);
    } else if (p_.month > 0) {
      out_.value = absl::StrFormat("XXXX-%02d", p_.month);
    } else if (p_.season >= 0) {
      out_.value = StrCat("XXXX-", table_.seasons[static_cast<size_t>(p_.season)].code);
    } else if (p_.part >= 0) {
      out_.value = StrCat("XXXX-XX-XXT", table_.parts[static_cast<size_t>(p_.part)]);
    } else {
      // "every other week", "every third day".
      const int64_t each = std::max({1, p_.direction.value_or(1), p_.ordinal});
      out_.value = DurationValue(p_.count.value_or(UnitCount{each, 0, 1, false}), p_.unit);
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

  bool IsPart(std::string_view name) const { return p_.part >= 0 && table_.parts[static_cast<size_t>(p_.part)] == name; }

  // Of an hour that is neither a.m. nor p.m. the part of the day tells which; else it is one that people are up in.
  int HourOfDay() const {
    if (!p_.bare_hour) return p_.hour;
    const int hour = p_.hour % 12;
    if (IsPart("MO")) return hour;
    if (IsPart("AF") || IsPart("EV")) return hour + 12;
    if (IsPart("NI")) return hour == 0 ? 24 : hour < kSmallHours ? hour : hour + 12;
    return hour < kWorkingDay ? hour + 12 : hour;
  }

  void TimeOfDay() {
    if (p_.part < 0 && p_.hour < 0) return;
    out_.type = TimexType::kTime;
    if (p_.hour < 0) {
      StrAppend(&out_.value, "T", table_.parts[static_cast<size_t>(p_.part)]);
    } else {
      StrAppend(&out_.value, absl::StrFormat("T%02d:%02d", HourOfDay(), std::max(p_.minute, 0)));
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
