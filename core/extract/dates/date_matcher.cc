#include "extract/dates/date_matcher.h"

#include <algorithm>

#include "extract/dates/date_numbers.h"

namespace crosscheck {
namespace {

using ElementKind = CalendarTable::ElementKind;

bool Holds(const std::vector<WordId>& sorted, WordId word) {
  return word != 0 && std::binary_search(sorted.begin(), sorted.end(), word);
}

class Matcher {
 public:
  Matcher(const TextView& view, uint32_t first, uint32_t last, bool headline)
      : view_(view), table_(view.rules.calendar), first_(first), last_(last), headline_(headline) {}

  // The longest phrase that begins at `at`; rule is null where there is none.
  DatePhrase Longest(uint32_t at) {
    best_ = {};
    DatePhrase phrase;
    phrase.first = at;
    Walk(0, at, phrase);
    return best_;
  }

 private:
  // Depth is bounded by the length of a pattern.
  void Walk(uint32_t node, uint32_t at, const DatePhrase& phrase) {
    const CalendarTable::Node& here = table_.nodes[node];
    if (here.rule >= 0 && (best_.rule == nullptr || at > best_.last))
      Accept(table_.rules[static_cast<size_t>(here.rule)], at, phrase);
    if (at >= last_) return;
    const auto other = here.edges.begin() + here.word_edges;
    const WordId word = view_.tokens[at].word;
    const auto literal = std::lower_bound(here.edges.begin(), other, word, [](const auto& edge, WordId id) { return edge.argument < id; });
    if (literal != other && literal->argument == word) Walk(literal->child, at + 1, phrase);
    for (auto edge = other; edge != here.edges.end(); ++edge) {
      if (!Possible(*edge, at)) continue;
      DatePhrase next = phrase;
      if (const uint32_t taken = Take(*edge, at, &next)) Walk(edge->child, at + taken, next);
    }
  }

  // A quick look that spares copying the phrase.
  bool Possible(const CalendarTable::Edge& edge, uint32_t at) const {
    const Token& token = view_.tokens[at];
    switch (edge.kind) {
      case ElementKind::kWord:
        return false;  // found by its id, see Walk
      case ElementKind::kClass:
        return (table_.Find(token.word).classes & edge.argument) != 0;
      case ElementKind::kDash:
        return token.token_class == TokenClass::kDash;
      case ElementKind::kComma:
        return token.token_class == TokenClass::kComma;
      case ElementKind::kSlash:
        return token.token_class == TokenClass::kSymbol && view_.Text(token) == "/";
      default: {
        if (token.token_class == TokenClass::kNumber) return true;
        if (token.token_class == TokenClass::kQuote)
          return edge.kind == ElementKind::kShortYear || edge.kind == ElementKind::kDecade;
        if (token.token_class == TokenClass::kSymbol) return edge.kind == ElementKind::kCount;
        return token.word != 0 && table_.Find(token.word).classes != 0;
      }
    }
  }

  uint32_t Take(const CalendarTable::Edge& edge, uint32_t at, DatePhrase* phrase) const {
    switch (edge.kind) {
      case ElementKind::kWord:
      case ElementKind::kDash:
      case ElementKind::kComma:
      case ElementKind::kSlash:
        return 1;
      case ElementKind::kCount: {
        UnitCount count;
        const uint32_t taken = ReadCount(view_, at, last_, &count);
        phrase->count = count;
        return taken;
      }
      case ElementKind::kDay:
        return ReadDay(view_, at, last_, phrase->day == 0 ? &phrase->day : &phrase->day_until);
      case ElementKind::kYear:
        return ReadYear(view_, at, last_, phrase->year == 0 ? &phrase->year : &phrase->year_until);
      case ElementKind::kShortYear:
        return ReadShortYear(view_, at, last_, &phrase->year);
      case ElementKind::kOrdinal:
        return ReadOrdinal(view_, at, last_, &phrase->ordinal);
      case ElementKind::kDecade:
        return ReadDecade(view_, at, last_, &phrase->decade);
      case ElementKind::kClock:
        return ReadClock(view_, at, last_, phrase);
      case ElementKind::kTwoDigits:
        return TakeTwoDigits(at, phrase);
      case ElementKind::kClass:
        return TakeClass(edge.argument, at, phrase);
    }
    return 0;
  }

  // Two digits are the end of a range of years (1990-91), a month, then a day, in this order.
  uint32_t TakeTwoDigits(uint32_t at, DatePhrase* phrase) const {
    int number = 0;
    const uint32_t taken = ReadTwoDigits(view_, at, last_, &number);
    if (taken == 0) return 0;
    (phrase->month == 0 ? phrase->month : phrase->day) = number;
    return taken;
  }

  uint32_t TakeClass(uint32_t classes, uint32_t at, DatePhrase* phrase) const {
    const TimeWord& word = table_.Find(view_.tokens[at].word);
    uint32_t common = word.classes & classes;
    if (!view_.tokens[at].Has(Token::kCapital)) common &= ~word.capital;
    if (common == 0) return 0;
    const auto time_class = static_cast<TimeClass>(__builtin_ctz(common));
    const int value = word.Value(time_class);
    switch (time_class) {
      case TimeClass::kMonth:
        phrase->month = value;
        break;
      case TimeClass::kWeekday:
        phrase->weekday = value;
        break;
      case TimeClass::kUnits:
        phrase->plural = true;
        [[fallthrough]];
      case TimeClass::kUnit:
      case TimeClass::kFrequency:
        phrase->unit = static_cast<TimeUnit>(value);
        break;
      case TimeClass::kSeason:
        phrase->season = value;
        break;
      case TimeClass::kPart:
        phrase->part = value;
        break;
      case TimeClass::kDirection:
        phrase->direction = value;
        break;
      case TimeClass::kEdge:
        phrase->edge = static_cast<TimexMod>(value);
        break;
      case TimeClass::kZone:
        phrase->zone = value;
        break;
      default:
        break;
    }
    return 1;
  }

  void Accept(const DateRule& rule, uint32_t end, const DatePhrase& phrase) {
    const uint32_t at = phrase.first;
    const WordId before = at > first_ ? view_.tokens[at - 1].word : 0;
    const WordId behind = end < last_ ? view_.tokens[end].word : 0;
    if (!rule.after.empty() && !Holds(rule.after, before)) return;
    if (Holds(rule.not_after, before)) return;
    if (!rule.before.empty() && !Holds(rule.before, behind)) return;
    if (Holds(rule.not_before, behind)) return;
    if (end == at + 1 && !MayStandAlone(at)) return;
    if (IsTitle(rule, at, end) || IsPartOfWord(end)) return;
    best_ = phrase;
    best_.last = end;
    best_.rule = &rule;
    best_.found_by = &rule;
    best_.sense = rule.sense;
    if (rule.unit != TimeUnit::kNone) best_.unit = rule.unit;
    if (rule.shift) best_.direction = rule.shift;
    if (rule.edge != TimexMod::kNone) best_.edge = rule.edge;
    if (rule.part >= 0) best_.part = rule.part;
    if (rule.half > 0) best_.half = rule.half;
    best_.fiscal = best_.fiscal || rule.fiscal;
    best_.shift_unit = rule.shift_unit;
    if (rule.hour >= 0) best_.hour = rule.hour;
    if (best_.sense == DateSense::kShift) best_.shift_unit = best_.unit;
  }

  // "May" alone is a month only after a preposition or a word that goes with dates, and not before a name ("Jan Novak").
  bool MayStandAlone(uint32_t at) const {
    const TimeWord& word = table_.Find(view_.tokens[at].word);
    if (word.not_alone == 0) return true;
    if (at == first_) return false;
    if (at + 1 < last_ && view_.tokens[at + 1].token_class == TokenClass::kWord && view_.tokens[at + 1].Has(Token::kCapital))
      return false;
    constexpr uint32_t kCompany =
        Bit(TimeClass::kEdge) | Bit(TimeClass::kBound) | Bit(TimeClass::kDirection) | Bit(TimeClass::kMonth);
    if (table_.Find(view_.tokens[at - 1].word).classes & kCompany) return true;
    if (view_.tokens[at - 1].token_class == TokenClass::kDash) return true;
    if (view_.Is(at - 1, Role::kPreposition)) return true;
    return view_.Is(at - 1, Role::kCoordinator) && at > first_ + 1 &&
           (table_.Find(view_.tokens[at - 2].word).classes & Bit(TimeClass::kMonth)) != 0;
  }

  // "2019-nCoV", "12-ounce": a number that goes on after a hyphen.
  bool IsPartOfWord(uint32_t end) const {
    if (view_.tokens[end - 1].token_class != TokenClass::kNumber || end + 1 >= last_) return false;
    const Token& dash = view_.tokens[end];
    const Token& next = view_.tokens[end + 1];
    return dash.token_class == TokenClass::kDash && dash.length == 1 && !dash.Has(Token::kSpaceBefore) &&
           !next.Has(Token::kSpaceBefore) && next.token_class == TokenClass::kWord;
  }

  // Everyday words of time with capitals inside a sentence are the name of a paper, a film, a programme: "High Noon", "This
  // Week".
  bool IsTitle(const DateRule& rule, uint32_t at, uint32_t end) const {
    if (headline_ || at == first_ || rule.holiday) return false;
    const TokenClass before = view_.tokens[at - 1].token_class;
    if (before == TokenClass::kStop || before == TokenClass::kColon || before == TokenClass::kDash) return false;
    if (before == TokenClass::kQuote && end < at + 2) return false;
    return std::all_of(view_.tokens.begin() + at, view_.tokens.begin() + end, [&](const Token& token) {
      return token.token_class == TokenClass::kWord && token.Has(Token::kCapital) && !token.Has(Token::kAllCaps) &&
             table_.Find(token.word).capital == 0;
    });
  }

  const TextView& view_;
  const CalendarTable& table_;
  uint32_t first_;
  uint32_t last_;
  bool headline_;  // every word may have a capital
  DatePhrase best_;
};

bool IsDayLevel(const DatePhrase& p) {
  if (p.sense == DateSense::kCalendar) return p.weekday > 0 || p.day > 0;
  if (p.sense == DateSense::kHoliday) return true;
  return (p.sense == DateSense::kShift || p.sense == DateSense::kSame) && p.unit == TimeUnit::kDay;
}
bool IsTimeOnly(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar && (p.hour >= 0 || p.part >= 0) && !IsDayLevel(p) && p.month == 0 && p.year == 0 &&
         !p.direction && p.season < 0 && p.ordinal == 0 && p.decade == 0;
}
bool IsYearLevel(const DatePhrase& p) {
  if (p.sense == DateSense::kCalendar)
    return p.year > 0 && p.month == 0 && p.ordinal == 0 && p.season < 0 && p.year_until == 0 && p.half == 0;
  return (p.sense == DateSense::kShift || p.sense == DateSense::kSame) && p.unit == TimeUnit::kYear;
}
// Lacks a year and may take one.
bool WantsYear(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar && p.year == 0 && !p.direction && p.decade == 0 &&
         (p.month > 0 || p.season >= 0 || (p.ordinal > 0 && p.unit != TimeUnit::kCentury) || p.half > 0);
}
bool WantsWeek(const DatePhrase& p) { return p.sense == DateSense::kCalendar && p.weekday > 0 && p.day == 0 && !p.direction; }
bool IsWeekLevel(const DatePhrase& p) { return p.sense == DateSense::kShift && p.unit == TimeUnit::kWeek; }
bool IsDated(const DatePhrase& p) {
  return p.sense == DateSense::kCalendar || p.sense == DateSense::kShift || p.sense == DateSense::kSame ||
         p.sense == DateSense::kHoliday || p.sense == DateSense::kAgo;
}

void TakeYear(const DatePhrase& year, DatePhrase* into) {
  into->year = year.year;
  into->fiscal = into->fiscal || year.fiscal;
  if (year.sense == DateSense::kCalendar) return;
  into->direction = year.direction;
  into->shift_unit = TimeUnit::kYear;
  if (year.sense == DateSense::kSame) into->sense = DateSense::kSame;
}

void TakeTime(const DatePhrase& time, DatePhrase* into) {
  into->hour = time.hour;
  into->minute = time.minute;
  into->zone = time.zone;
  into->part = time.part;
  into->found_by = time.found_by;
}

enum class Gap : uint8_t { kNone, kComma, kOf, kPossessive, kFar };

// What stands between two phrases.
Gap GapBetween(const TextView& view, uint32_t from, uint32_t to) {
  if (from == to) return Gap::kNone;
  if (to != from + 1) return Gap::kFar;
  const Token& token = view.tokens[from];
  if (token.token_class == TokenClass::kComma) return Gap::kComma;
  if (token.Has(Token::kClitic)) return Gap::kPossessive;
  const TimeWord& word = view.rules.calendar.Find(token.word);
  return (word.classes & Bit(TimeClass::kJoiner)) != 0 && word.Value(TimeClass::kJoiner) == 1 ? Gap::kOf : Gap::kFar;
}

// Joins b to a where they say one date; a keeps the result.
bool Join(const TextView& view, DatePhrase* a, const DatePhrase& b) {
  const Gap gap = GapBetween(view, a->last, b.first);
  if (gap == Gap::kFar) return false;
  const bool close = gap == Gap::kNone || gap == Gap::kComma;
  DatePhrase joined = *a;
  if (a->sense == DateSense::kEdge) {
    if (!IsDated(b) || (gap != Gap::kNone && gap != Gap::kOf)) return false;
    joined = b;
    joined.edge = a->edge;
    joined.found_by = a->found_by;
  } else if (gap == Gap::kPossessive || (gap == Gap::kNone && IsYearLevel(*a))) {
    if (!IsYearLevel(*a) || !WantsYear(b) || b.month > 0) return false;
    joined = b;
    TakeYear(*a, &joined);
  } else if (WantsYear(*a) && IsYearLevel(b) && (gap != Gap::kComma || a->month > 0)) {
    TakeYear(b, &joined);
  } else if (WantsWeek(*a) && b.sense == DateSense::kCalendar && b.month > 0 && b.day > 0 && b.weekday == 0 && close) {
    joined = b;
    joined.weekday = a->weekday;
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

std::vector<DatePhrase> FindDatePhrases(const TextView& view, uint32_t first, uint32_t last, bool headline) {
  std::vector<DatePhrase> phrases;
  const CalendarTable& table = view.rules.calendar;
  if (table.nodes.empty()) return phrases;
  Matcher matcher(view, first, last, headline);
  for (uint32_t at = first; at < last;) {
    const Token& token = view.tokens[at];
    if (!table.Begins(token.word) && token.token_class != TokenClass::kNumber && token.token_class != TokenClass::kQuote) {
      ++at;
      continue;
    }
    const DatePhrase phrase = matcher.Longest(at);
    if (phrase.rule == nullptr) {
      ++at;
      continue;
    }
    at = phrase.last;
    if (phrases.empty() || !Join(view, &phrases.back(), phrase)) phrases.push_back(phrase);
  }
  std::erase_if(phrases, [](const DatePhrase& p) { return p.sense == DateSense::kNothing || p.sense == DateSense::kEdge; });
  return phrases;
}

}  // namespace crosscheck
