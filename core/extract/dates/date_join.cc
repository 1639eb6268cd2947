// Each phrase is looked at beside the one before it, with what stands between them (Gap). Join tries the ways in which two can
// say one date, in order; the first that fits decides. A phrase that is only a part of a date ("the end of", "the first Monday
// in") and finds no other stays in the list until its end, when the matcher drops it.
#include "extract/dates/date_join.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool IsYearLevel(const DatePhrase& p) {
  if (p.sense == DateSense::kCalendar)
    return p.year > 0 && p.month == 0 && p.ordinal == 0 && p.season < 0 && p.year_until == 0 && p.half == 0;
  return (p.sense == DateSense::kShift || p.sense == DateSense::kSame) && p.unit == TimeUnit::kYear && p.nth == 0;
}
bool WantsWeek(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar && p.weekday > 0 && p.day == 0 && !p.direction && p.nth == 0;
}
bool IsWeekLevel(const DatePhrase& p) { return p.sense == DateSense::kShift && p.unit == TimeUnit::kWeek && p.nth == 0; }
bool IsDated(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar || p.sense == DateSense::kShift || p.sense == DateSense::kSame ||
         p.sense == DateSense::kHoliday || p.sense == DateSense::kAgo;
}
// "last night", "Monday evening", "tonight", "this morning".
bool IsPartOfDay(const DatePhrase& p) {
  return p.part >= 0 && p.hour < 0 && (IsDayLevel(p) || (p.sense == DateSense::kCalendar && p.direction && p.month == 0));
}
// A stretch of time longer than a week that days and weeks are counted in: "May 2023", "next month", "2019".
bool IsContainer(const DatePhrase& p) {
  if (p.nth != 0 || p.edge != TimexMod::kNone || p.weekday > 0 || p.day > 0 || p.part >= 0 || p.hour >= 0) return false;
  if (p.sense == DateSense::kCalendar) {
    return p.month > 0 || p.season >= 0 || IsYearLevel(p) || (p.decade > 0) || p.half > 0 ||
           (p.ordinal > 0 && p.unit == TimeUnit::kQuarter);
  }
  const bool shifted = p.sense == DateSense::kShift || p.sense == DateSense::kSame;
  return shifted && p.unit >= TimeUnit::kMonth && p.unit < TimeUnit::kPeriod;
}
// "the first Monday", "the last week", "the first two weeks": counted inside what follows.
bool IsCounted(const DatePhrase& p) {
  if (p.sense == DateSense::kNth) return true;
  if (p.direction != -1 && !(p.sense == DateSense::kDuration && p.direction == 1)) return false;
  if (p.sense == DateSense::kDuration || p.sense == DateSense::kWindow)
    return p.count && !p.count->vague && p.count->numerator == 0;
  if (p.sense == DateSense::kShift) return p.unit != TimeUnit::kSeason && p.unit != TimeUnit::kHalf && p.part < 0;
  return p.sense == DateSense::kCalendar && p.weekday > 0 && p.day == 0 && p.month == 0 && p.part < 0;
}

void TakeTime(const DatePhrase& time, DatePhrase* into) {
  into->hour = time.hour;
  into->minute = time.minute;
  into->bare_hour = time.bare_hour;
  into->zone = time.zone;
  if (time.part >= 0) into->part = time.part;
  into->found_by = time.found_by;
}

enum class Gap : uint8_t { kNone, kComma, kOf, kPossessive, kAt, kOffset, kFar };

bool IsJoiner(const TextView& view, uint32_t at, JoinerWord word) {
  const TimeWord& time = view.rules.calendar.Find(view.tokens[at].word);
  return (time.classes & Bit(TimeClass::kJoiner)) != 0 && time.Value(TimeClass::kJoiner) == static_cast<int>(word);
}

std::optional<int> OffsetAt(const TextView& view, uint32_t at) {
  const TimeWord& word = view.rules.calendar.Find(view.tokens[at].word);
  if ((word.classes & Bit(TimeClass::kOffset)) == 0) return std::nullopt;
  return word.Value(TimeClass::kOffset);
}

// What stands between two phrases.
Gap GapBetween(const TextView& view, uint32_t from, uint32_t to) {
  if (from == to) return Gap::kNone;
  const bool at = std::all_of(view.tokens.begin() + from, view.tokens.begin() + to, [&](const Token& token) {
    return IsJoiner(view, static_cast<uint32_t>(&token - view.tokens.begin()), JoinerWord::kAt);
  });
  constexpr uint32_t kMostAt = 3;
  if (to - from <= kMostAt && at) return Gap::kAt;
  if (to != from + 1) return Gap::kFar;
  const Token& token = view.tokens[from];
  if (token.token_class == TokenClass::kComma) return Gap::kComma;
  if (token.Has(Token::kClitic)) return Gap::kPossessive;
  if (IsJoiner(view, from, JoinerWord::kOf)) return Gap::kOf;
  return OffsetAt(view, from).value_or(0) != 0 ? Gap::kOffset : Gap::kFar;
}

// "two weeks | from | Tuesday", "a week on Friday"; not "for two weeks from Tuesday".
bool JoinOffset(const TextView& view, const DatePhrase& a, const DatePhrase& b, uint32_t first, DatePhrase* joined) {
  if (a.sense != DateSense::kDuration || a.unit < TimeUnit::kDay || !IsDayLevel(b) || b.nth != 0 || b.offset || b.hour >= 0)
    return false;
  const UnitCount count = a.count.value_or(UnitCount{1, 0, 1, false});
  if (count.vague || count.numerator != 0 || a.plural != (count.whole != 1)) return false;
  constexpr uint32_t kCounts = Bit(TimeClass::kCardinal) | Bit(TimeClass::kScale);
  const bool plain = a.last < a.first + 2 || view.tokens[a.last - 2].token_class == TokenClass::kNumber ||
                     view.Is(a.last - 2, Role::kDeterminer) ||
                     (view.rules.calendar.Find(view.tokens[a.last - 2].word).classes & kCounts) != 0;
  if (!plain) return false;  // "eight trading days after"
  if (a.first > first && (view.Is(a.first - 1, Role::kPreposition) || OffsetAt(view, a.first - 1) == 0)) return false;
  const int sign = OffsetAt(view, a.last).value_or(0);
  if (sign == 0) return false;
  // "on" and "from" count on from a day of the week that lies ahead; a length may begin on any other day.
  const bool open = view.Is(a.last, Role::kPreposition) && !view.IsAny(a.last, Bit(Role::kSubordinator));
  const bool weekday = b.sense == DateSense::kCalendar && b.weekday > 0 && b.day == 0 && !b.direction;
  if (open && !weekday) return false;
  if (IsJoiner(view, a.last, JoinerWord::kOf) && a.unit != TimeUnit::kWeek && a.unit != TimeUnit::kFortnight) return false;
  *joined = b;
  joined->offset = count;
  joined->offset_unit = a.unit;
  joined->offset_sign = sign;
  joined->ahead = open;
  return true;
}

// The first Monday | in | May; the last week of | February; the first two weeks of | June.
DatePhrase InContainer(const DatePhrase& a, const DatePhrase& b) {
  DatePhrase joined = b;
  joined.nth = a.sense == DateSense::kNth ? a.nth : *a.direction;
  joined.nth_unit = a.sense == DateSense::kNth ? a.nth_unit : a.unit;
  joined.nth_count = a.sense == DateSense::kNth ? a.nth_count : a.count;
  joined.nth_weekday = a.sense == DateSense::kNth ? a.nth_weekday : a.weekday;
  joined.found_by = a.found_by;
  return joined;
}

// Joins b to a where they say one date; a keeps the result.
bool Join(const TextView& view, uint32_t first, DatePhrase* a, const DatePhrase& b) {
  const Gap gap = GapBetween(view, a->last, b.first);
  if (gap == Gap::kFar) return false;
  const bool close = gap == Gap::kNone || gap == Gap::kComma;
  const bool within = gap == Gap::kNone || gap == Gap::kOf;
  DatePhrase joined = *a;
  if (a->sense == DateSense::kEdge) {
    if (!IsDated(b) || !within) return false;
    joined = b;
    joined.edge = a->edge;
    joined.found_by = a->found_by;
  } else if (a->sense == DateSense::kWeekOf) {
    if (!IsDayLevel(b) || b.hour >= 0 || b.nth != 0 || !within) return false;
    joined = b;
    joined.week_of = a->direction.value_or(0);
    joined.found_by = a->found_by;
  } else if (a->hour >= 0 && a->part < 0 && b.sense == DateSense::kHourPart && gap == Gap::kNone) {
    joined.part = b.part;
    joined.found_by = b.found_by;
    if (joined.sense == DateSense::kHour) joined.sense = DateSense::kCalendar;
  } else if (a->part < 0 && a->hour >= 0 && IsTimeOnly(*a) && IsPartOfDay(b) && within) {
    joined = b;
    TakeTime(*a, &joined);
  } else if (IsDayLevel(*a) && a->hour >= 0 && a->part < 0 && IsTimeOnly(b) && b.hour < 0 && gap == Gap::kNone) {
    joined.part = b.part;
  } else if (IsPartOfDay(*a) && b.hour >= 0 && b.part < 0 && (IsTimeOnly(b) || b.sense == DateSense::kHour) && gap == Gap::kAt) {
    TakeTime(b, &joined);
  } else if (IsCounted(*a) && !a->count && IsContainer(b) && gap == Gap::kOf) {
    joined = InContainer(*a, b);
  } else if (a->sense == DateSense::kNth && b.sense == DateSense::kSet && b.weekday == 0 && gap == Gap::kOf) {
    joined = b;
    joined.weekday = a->nth_weekday;
  } else if (gap == Gap::kOffset || (gap == Gap::kOf && a->sense == DateSense::kDuration)) {
    if (!JoinOffset(view, *a, b, first, &joined)) return false;
  } else if (a->sense == DateSense::kAgo && WantsWeek(b) && within && a->unit >= TimeUnit::kWeek) {
    joined.weekday = b.weekday;
    if (b.part >= 0 || b.hour >= 0) TakeTime(b, &joined);
  } else if (WantsWeek(*a) && b.sense == DateSense::kAgo && b.unit >= TimeUnit::kWeek && gap == Gap::kNone) {
    joined = b;
    joined.weekday = a->weekday;
    if (a->part >= 0 || a->hour >= 0) TakeTime(*a, &joined);
  } else if (gap == Gap::kPossessive || (gap == Gap::kNone && IsYearLevel(*a))) {
    if (!IsYearLevel(*a) || !WantsYear(b) || b.month > 0) return false;
    joined = b;
    TakeYear(*a, &joined);
  } else if (WantsYear(*a) && IsYearLevel(b) && (gap != Gap::kComma || a->month > 0)) {
    TakeYear(b, &joined);
  } else if (WantsWeek(*a) && b.sense == DateSense::kCalendar && b.month > 0 && b.day > 0 && b.weekday == 0 && close) {
    joined = b;
    joined.weekday = a->weekday;
    joined.week_of = a->week_of;
    if (a->part >= 0 || a->hour >= 0) TakeTime(*a, &joined);
  } else if (WantsWeek(*a) && IsWeekLevel(b) && gap != Gap::kComma) {
    joined.direction = b.direction;
    joined.shift_unit = TimeUnit::kWeek;
  } else if (IsDayLevel(*a) && a->part < 0 && a->hour < 0 && IsTimeOnly(b) && close) {
    TakeTime(b, &joined);
  } else if (IsTimeOnly(*a) && IsDayLevel(b) && b.part < 0 && b.hour < 0) {
    joined = b;
    TakeTime(*a, &joined);
  } else {
    return false;
  }
  joined.first = a->first;
  joined.last = b.last;
  if (joined.edge == TimexMod::kNone) joined.edge = a->edge;
  *a = joined;
  return true;
}

}  // namespace

bool IsDayLevel(const DatePhrase& p) {
  if (p.sense == DateSense::kCalendar) return p.weekday > 0 || p.day > 0;
  if (p.sense == DateSense::kHoliday) return true;
  return (p.sense == DateSense::kShift || p.sense == DateSense::kSame) && p.unit == TimeUnit::kDay && p.nth == 0;
}

bool IsTimeOnly(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar && (p.hour >= 0 || p.part >= 0) && !IsDayLevel(p) && p.month == 0 && p.year == 0 &&
         !p.direction && p.season < 0 && p.ordinal == 0 && p.decade == 0;
}

bool WantsYear(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar && p.year == 0 && !p.direction && p.decade == 0 &&
         (p.month > 0 || p.season >= 0 || (p.ordinal > 0 && p.unit != TimeUnit::kCentury) || p.half > 0);
}

bool SaysYear(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar && (p.year > 0 || (p.direction && p.shift_unit == TimeUnit::kYear));
}

void TakeYear(const DatePhrase& year, DatePhrase* into) {
  into->year = year.year;
  into->fiscal = into->fiscal || year.fiscal;
  if (year.sense == DateSense::kCalendar && !year.direction) return;
  into->direction = year.direction;
  into->shift_unit = TimeUnit::kYear;
  if (year.sense == DateSense::kSame) into->sense = DateSense::kSame;
}

bool IsOnlyAPart(const DatePhrase& p) {
  switch (p.sense) {
    case DateSense::kNothing:
    case DateSense::kEdge:
    case DateSense::kNth:
    case DateSense::kWeekOf:
    case DateSense::kHour:
    case DateSense::kHourPart:
      return true;
    default:
      return false;
  }
}

void JoinHours(const TextView& view, std::vector<DatePhrase>* phrases) {
  size_t kept = 0;
  for (size_t i = 0; i < phrases->size(); ++i) {
    DatePhrase phrase = (*phrases)[i];
    DatePhrase* before = kept > 0 ? &(*phrases)[kept - 1] : nullptr;
    if (before != nullptr && before->sense == DateSense::kHour && IsPartOfDay(phrase)) {
      const Gap gap = GapBetween(view, before->last, phrase.first);
      if (gap == Gap::kNone || gap == Gap::kOf) {
        TakeTime(*before, &phrase);
        phrase.first = before->first;
        *before = phrase;
        continue;
      }
    }
    (*phrases)[kept++] = phrase;
  }
  phrases->resize(kept);
}

void AddPhrase(const TextView& view, const DatePhrase& phrase, uint32_t first, std::vector<DatePhrase>* phrases) {
  if (phrases->empty()) return phrases->push_back(phrase);
  DatePhrase& before = phrases->back();
  if (before.sense == DateSense::kEnded && before.ended == TimeUnit::kNone && IsDayLevel(phrase) && phrase.hour < 0 &&
      GapBetween(view, before.last, phrase.first) == Gap::kNone) {
    DatePhrase period = phrase;
    period.first = before.first;
    period.last = before.last;
    period.found_by = before.found_by;
    period.ended = before.unit;
    before = period;
    phrases->push_back(phrase);
  } else if (before.count && IsCounted(before) && IsContainer(phrase) &&
             GapBetween(view, before.last, phrase.first) == Gap::kOf) {
    // "the first two weeks of May": a length of its own, whose days lie in what follows.
    const uint32_t begin = before.first;
    const uint32_t end = before.last;
    before = InContainer(before, phrase);
    before.first = begin;
    before.last = end;
    phrases->push_back(phrase);
  } else if (!Join(view, first, &before, phrase)) {
    phrases->push_back(phrase);
  }
}

}  // namespace crosscheck
