#include "extract/dates/date_matcher.h"

#include <algorithm>

#include "extract/dates/date_join.h"
#include "extract/dates/date_lists.h"
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
      case ElementKind::kHour:
        return ReadHour(view_, at, last_, phrase);
      case ElementKind::kClockColon:
        return ReadClockColon(view_, at, last_, phrase);
      case ElementKind::kNumericDate:
        return ReadNumericDate(view_, at, last_, phrase);
      case ElementKind::kYearUntil:
        return ReadYearUntil(view_, at, last_, phrase);
      case ElementKind::kClass:
        return TakeClass(edge.argument, at, phrase);
    }
    return 0;
  }

  // Two digits are a month, then a day, in this order.
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
      case TimeClass::kWeekdays:
        phrase->weekday = value;
        break;
      case TimeClass::kEra:
        if (!view_.tokens[at].Has(Token::kAllCaps) && view_.Text(at).find('.') == std::string_view::npos) return 0;
        phrase->era = value;
        break;
      case TimeClass::kQuarterCode:
        phrase->ordinal = value;
        break;
      case TimeClass::kHalfCode:
        phrase->half = value;
        break;
      case TimeClass::kFiscalYear:
        phrase->year = 2000 + value;
        phrase->fiscal = true;
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
    if (IsTitle(rule, at, end) || IsPartOfWord(end) || IsPartOfCode(at, end)) return;
    if (IsOfLife(at, phrase) || IsVerse(at, end, phrase)) return;
    best_ = phrase;
    best_.last = end;
    best_.rule = &rule;
    best_.found_by = &rule;
    best_.sense = rule.sense;
    if (best_.sense == DateSense::kNth) best_.nth_unit = best_.unit;
    if (rule.unit != TimeUnit::kNone) best_.unit = rule.unit;
    if (rule.shift) best_.direction = rule.shift;
    if (rule.edge != TimexMod::kNone) best_.edge = rule.edge;
    if (rule.part >= 0) best_.part = rule.part;
    if (rule.half > 0) best_.half = rule.half;
    best_.fiscal = best_.fiscal || rule.fiscal;
    best_.shift_unit = rule.shift_unit;
    if (rule.hour >= 0) best_.hour = rule.hour;
    if (rule.half_more && best_.count.value_or(UnitCount{1, 0, 1, false}).numerator == 0) {
      best_.count = UnitCount{best_.count ? best_.count->whole : 1, 1, 2, false};
    }
    if (best_.sense == DateSense::kShift) best_.shift_unit = best_.unit;
    if (best_.sense == DateSense::kClock) TurnToClock(rule);
    if (best_.sense == DateSense::kNth) TurnToNth();
    if (best_.sense == DateSense::kWeekOn) TurnToOffset();
  }

  // "half past five", "ten to nine": the hour moved by the minutes.
  void TurnToClock(const DateRule& rule) {
    const int minutes = rule.minute ? *rule.minute : static_cast<int>(best_.direction.value_or(0) * best_.count->whole);
    const int day = best_.bare_hour ? 12 * 60 : 24 * 60;
    const int total = ((best_.hour * 60 + std::max(best_.minute, 0) + minutes) % day + day) % day;
    best_.hour = total / 60 == 0 && best_.bare_hour ? 12 : total / 60;
    best_.minute = total % 60;
    best_.count.reset();
    best_.direction.reset();
    best_.sense = DateSense::kCalendar;
  }

  // "Friday week".
  void TurnToOffset() {
    best_.offset = UnitCount{1, 0, 1, false};
    best_.offset_unit = best_.unit;
    best_.offset_sign = best_.direction.value_or(1);
    best_.ahead = true;
    best_.unit = TimeUnit::kNone;
    best_.direction.reset();
    best_.sense = DateSense::kCalendar;
  }

  // "the first Monday of the month" has its month with it; "the first Monday in" waits for it.
  void TurnToNth() {
    best_.nth = best_.direction.value_or(best_.ordinal);
    best_.nth_count = best_.count;
    best_.nth_weekday = best_.weekday;
    best_.weekday = 0;
    best_.count.reset();
    best_.direction.reset();
    best_.ordinal = 0;
    if (best_.unit == best_.nth_unit) return;
    best_.sense = DateSense::kShift;
    best_.direction = 0;
  }

  // "May" alone is a month only after a preposition or a word that goes with dates, and not before a name ("Jan Novak").
  bool MayStandAlone(uint32_t at) const {
    const TimeWord& word = table_.Find(view_.tokens[at].word);
    if (word.not_alone == 0) return true;
    if (at == first_) return false;
    const bool word_behind = at + 1 < last_ && view_.tokens[at + 1].token_class == TokenClass::kWord;
    if (word_behind && view_.tokens[at + 1].Has(Token::kCapital)) return false;
    // "the March accession"
    constexpr RoleSet kNoNouns =
        Bits({Role::kPreposition, Role::kAuxiliary, Role::kModal, Role::kCoordinator, Role::kSubordinator});
    if (word_behind && IsMonth(at) && view_.IsAny(at - 1, Bits({Role::kDeterminer, Role::kPossessive})) &&
        !view_.tokens[at + 1].Has(Token::kClitic) && !view_.IsAny(at + 1, kNoNouns))
      return true;
    constexpr uint32_t kCompany =
        Bit(TimeClass::kEdge) | Bit(TimeClass::kBound) | Bit(TimeClass::kDirection) | Bit(TimeClass::kMonth);
    if (table_.Find(view_.tokens[at - 1].word).classes & kCompany) return true;
    if (view_.tokens[at - 1].token_class == TokenClass::kDash) return true;
    if (view_.tokens[at - 1].token_class == TokenClass::kComma && at > first_ + 1 && IsMonth(at - 2)) return true;
    if (view_.Is(at - 1, Role::kPreposition)) return true;
    return view_.Is(at - 1, Role::kCoordinator) && at > first_ + 1 &&
           (table_.Find(view_.tokens[at - 2].word).classes & Bit(TimeClass::kMonth)) != 0;
  }

  bool IsMonth(uint32_t at) const { return (table_.Find(view_.tokens[at].word).classes & Bit(TimeClass::kMonth)) != 0; }

  // "2019-nCoV", "12-ounce": a number that goes on after a hyphen.
  bool IsPartOfWord(uint32_t end) const {
    if (view_.tokens[end - 1].token_class != TokenClass::kNumber || end + 1 >= last_) return false;
    const Token& dash = view_.tokens[end];
    const Token& next = view_.tokens[end + 1];
    if (dash.token_class != TokenClass::kDash || dash.length != 1 || dash.Has(Token::kSpaceBefore)) return false;
    const bool month = next.Has(Token::kCapital) && IsMonth(end + 1);
    return !next.Has(Token::kSpaceBefore) && next.token_class == TokenClass::kWord && !month;  // "28-March 2"
  }

  bool IsGlued(uint32_t at, TokenClass token_class) const {
    return at < last_ && view_.tokens[at].token_class == token_class && !view_.tokens[at].Has(Token::kSpaceBefore);
  }

  // "CVE-2017-5753", "XR-2019": a year behind a hyphen and capitals, or before a hyphen and a number that is no part of it.
  bool IsPartOfCode(uint32_t at, uint32_t end) const {
    const bool year = end == at + 1 && view_.tokens[at].length == 4 && view_.tokens[at].token_class == TokenClass::kNumber;
    if (!year) return false;
    if (IsGlued(end, TokenClass::kDash) && IsGlued(end + 1, TokenClass::kNumber)) return true;
    return at >= first_ + 2 && !view_.tokens[at].Has(Token::kSpaceBefore) && IsGlued(at - 1, TokenClass::kDash) &&
           view_.tokens[at - 2].Has(Token::kAllCaps);
  }

  bool IsJoiner(uint32_t at, JoinerWord word) const {
    const TimeWord& time = table_.Find(view_.tokens[at].word);
    return (time.classes & Bit(TimeClass::kJoiner)) != 0 && time.Value(TimeClass::kJoiner) == static_cast<int>(word);
  }

  // "in his early 20s", "the over-50s", "late 40s", "in their 20s and 30s": tens of years of a life. Behind "the" they are a
  // decade.
  bool IsOfLife(uint32_t at, const DatePhrase& phrase) const {
    if (phrase.decade == 0 || phrase.decade >= 100 || view_.tokens[at].token_class == TokenClass::kQuote) return false;
    if (view_.Is(at, Role::kDeterminer)) return false;
    bool linked = false;  // by "early", "mid-", "over-"
    uint32_t t = at;
    for (; t > first_; --t) {
      const uint32_t classes = table_.Find(view_.tokens[t - 1].word).classes;
      const bool edge = (classes & Bit(TimeClass::kEdge)) != 0 || view_.tokens[t - 1].token_class == TokenClass::kDash;
      const bool joiner = IsJoiner(t - 1, JoinerWord::kTo) || IsJoiner(t - 1, JoinerWord::kAnd);
      int decade = 0;
      if (!edge && !joiner && ReadDecade(view_, t - 1, t, &decade) != 1) break;
      linked = linked || edge;
    }
    if (t == first_) return linked;
    return !view_.Is(t - 1, Role::kDeterminer) && view_.tokens[t - 1].token_class != TokenClass::kQuote &&
           (linked || view_.Is(t - 1, Role::kPossessive));
  }

  // "John 3:16": figures with a colon behind a name.
  bool IsVerse(uint32_t at, uint32_t end, const DatePhrase& phrase) const {
    if (phrase.hour < 0 || phrase.zone || at == first_ || end != at + 3 || view_.Text(at + 1) != ":") return false;
    const Token& before = view_.tokens[at - 1];
    return before.token_class == TokenClass::kWord && before.Has(Token::kCapital) && at - 1 != first_ &&
           table_.Find(before.word).classes == 0;
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
    if (phrase.hour_until < 0) {
      AddPhrase(view, phrase, first, &phrases);
      continue;
    }
    const auto [from, until] = SplitClocks(phrase);
    AddPhrase(view, from, first, &phrases);
    AddPhrase(view, until, first, &phrases);
  }
  JoinHours(view, &phrases);
  ShareParts(view, first, last, &phrases);
  std::erase_if(phrases, [](const DatePhrase& p) { return IsOnlyAPart(p); });
  return phrases;
}

}  // namespace crosscheck
