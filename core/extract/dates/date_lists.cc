#include "extract/dates/date_lists.h"

#include <algorithm>

#include "extract/dates/date_join.h"
#include "extract/dates/date_numbers.h"

namespace crosscheck {
namespace {

constexpr size_t kMostDays = 12;  // of a list

class ListWalk {
 public:
  ListWalk(const TextView& view, uint32_t first, uint32_t last, std::vector<DatePhrase>* phrases)
      : view_(view), first_(first), last_(last), phrases_(*phrases) {}

  void Run() {
    const size_t count = phrases_.size();
    for (size_t i = 0; i < count; ++i) {
      if (!IsNamedDay(phrases_[i])) continue;
      DaysBehind(i);
      DaysBefore(i);
    }
    if (!added_.empty()) Merge();
    for (size_t i = phrases_.size(); i-- > 1;) Share(phrases_[i], &phrases_[i - 1]);
  }

 private:
  bool IsJoiner(uint32_t at, JoinerWord word) const {
    const TimeWord& time = view_.rules.calendar.Find(view_.tokens[at].word);
    return (time.classes & Bit(TimeClass::kJoiner)) != 0 && time.Value(TimeClass::kJoiner) == static_cast<int>(word);
  }
  bool IsAnd(uint32_t at) const { return IsJoiner(at, JoinerWord::kAnd) || IsJoiner(at, JoinerWord::kTo); }
  bool IsComma(uint32_t at) const { return view_.tokens[at].token_class == TokenClass::kComma; }

  // "March and May", "5pm to 9pm", "May 30-June 2", "January/February".
  bool IsLink(uint32_t from, uint32_t to) const {
    if (to == from + 2 && IsComma(from)) return IsAnd(from + 1);
    if (to != from + 1) return false;
    const Token& token = view_.tokens[from];
    const TimeWord& time = view_.rules.calendar.Find(token.word);
    const bool until =
        (time.classes & Bit(TimeClass::kBound)) != 0 && time.Value(TimeClass::kBound) == static_cast<int>(BoundWord::kUntil);
    return token.token_class == TokenClass::kDash || IsComma(from) || IsAnd(from) || until || view_.Text(from) == "/";
  }

  static bool IsNamedDay(const DatePhrase& p) {
    return p.sense == DateSense::kCalendar && p.month > 0 && p.day > 0 && p.day_until == 0 && !p.swapped && p.hour < 0;
  }

  // What `next` says of the day or the year holds for the one before it too.
  void Share(const DatePhrase& next, DatePhrase* before) const {
    if (!IsLink(before->last, next.first)) return;
    if (IsTimeOnly(*before) && before->hour >= 0 && next.hour >= 0 && !IsComma(before->last)) {
      if (IsTimeOnly(next)) return;
      DatePhrase shared = next;
      shared.first = before->first;
      shared.last = before->last;
      shared.hour = before->hour;
      shared.minute = before->minute;
      shared.bare_hour = before->bare_hour;
      shared.zone = before->zone ? before->zone : next.zone;
      shared.found_by = before->found_by;
      *before = shared;
      return;
    }
    const bool alike = (before->month > 0) == (next.month > 0) && (before->season >= 0) == (next.season >= 0) &&
                       (before->day > 0) == (next.day > 0) && before->half == 0 && before->ordinal == 0;
    if (!WantsYear(*before) || !SaysYear(next) || next.nth != 0 || !alike) return;
    TakeYear(next, before);
    if (before->year > 0 && before->month > next.month && !IsComma(before->last)) --before->year;  // November to January 2023
  }

  // A number that ends a list and counts nothing.
  bool EndsList(uint32_t end) const {
    if (end >= last_) return true;
    const Token& token = view_.tokens[end];
    if (token.token_class != TokenClass::kWord) {
      return token.token_class != TokenClass::kNumber && token.token_class != TokenClass::kSymbol &&
             (token.token_class != TokenClass::kDash || token.Has(Token::kSpaceBefore));
    }
    return view_.IsAny(end, Bits({Role::kPreposition, Role::kCoordinator, Role::kSubordinator, Role::kRelative, Role::kAuxiliary,
                                  Role::kModal, Role::kPronoun, Role::kDeterminer, Role::kPossessive})) &&
           !IsJoiner(end, JoinerWord::kTo);
  }

  // "March 4 | , 5 and 6".
  void DaysBehind(size_t of) {
    const DatePhrase base = phrases_[of];
    std::vector<DatePhrase> days;
    uint32_t t = base.last;
    int before = base.day;
    bool ended = false;
    while (!ended && t + 1 < last_ && days.size() < kMostDays) {
      const bool comma = IsComma(t);
      ended = IsJoiner(t + (comma ? 1 : 0), JoinerWord::kAnd);
      if (!comma && !ended) return;
      const uint32_t at = t + (comma ? 1 : 0) + (ended ? 1 : 0);
      int day = 0;
      const uint32_t taken = ReadDay(view_, at, last_, &day);
      if (taken == 0 || day <= before) return;
      DatePhrase next = base;
      next.weekday = 0;
      next.first = at;
      next.last = at + taken;
      next.day = before = day;
      days.push_back(next);
      t = next.last;
    }
    if (!ended || days.empty() || !EndsList(t) || Begins(days.back().first)) return;
    if (base.year == 0) YearBehind(&days, of);
    added_.insert(added_.end(), days.begin(), days.end());
  }

  // "May 4, 5 and 6, 2022".
  void YearBehind(std::vector<DatePhrase>* days, size_t of) {
    int year = 0;
    uint32_t t = days->back().last;
    if (t < last_ && IsComma(t)) ++t;
    if (t >= last_ || ReadYear(view_, t, last_, &year) == 0) return;
    phrases_[of].year = year;
    for (DatePhrase& day : *days) day.year = year;
    days->back().last = t + 1;
  }

  // Is there a phrase of more than this number at the token?
  bool Begins(uint32_t at) const {
    const auto it = std::lower_bound(phrases_.begin(), phrases_.end(), at,
                                     [](const auto& p, uint32_t token) { return p.first < token; });
    return it != phrases_.end() && it->first == at && it->last > at + 1;
  }

  // "18, 19 and | 20 March", each perhaps behind its day of the week.
  void DaysBefore(size_t of) {
    const DatePhrase base = phrases_[of];
    std::vector<DatePhrase> days;
    uint32_t t = base.first;
    int behind = base.day;
    while (t > first_ + 1 && days.size() < kMostDays) {
      const bool joined = days.empty() ? IsAnd(t - 1) || IsDash(t - 1) : IsComma(t - 1);
      if (!joined) break;
      uint32_t end = t - 1;
      if (days.empty() && end > first_ && IsComma(end - 1)) --end;
      int day = 0;
      if (end == first_ || ReadDay(view_, end - 1, end, &day) != 1 || day >= behind) break;
      DatePhrase next = base;
      next.first = end - 1;
      next.last = end;
      next.weekday = 0;
      next.day = behind = day;
      if (next.first > first_) {
        const TimeWord& word = view_.rules.calendar.Find(view_.tokens[next.first - 1].word);
        if ((word.classes & Bit(TimeClass::kWeekday)) != 0) {
          --next.first;
          next.weekday = word.Value(TimeClass::kWeekday);
        }
      }
      days.push_back(next);
      t = next.first;
    }
    if (days.empty()) return;
    // A bare number may count something: "killed 4 and 5 March".
    const DatePhrase& front = days.back();
    const bool opened = front.weekday > 0 || front.first == first_ ||
                        view_.IsAny(front.first - 1, Bits({Role::kPreposition, Role::kDeterminer})) ||
                        view_.tokens[front.first].token_class == TokenClass::kWord || !IsPlainNumber(front.first);
    if (opened) added_.insert(added_.end(), days.begin(), days.end());
  }

  bool IsDash(uint32_t at) const { return view_.tokens[at].token_class == TokenClass::kDash; }
  bool IsPlainNumber(uint32_t at) const { return view_.Text(at).find_first_not_of("0123456789") == std::string_view::npos; }

  // Puts the added days in their places; what they cover goes.
  void Merge() {
    const auto order = [](const DatePhrase& a, const DatePhrase& b) { return a.first < b.first; };
    std::stable_sort(added_.begin(), added_.end(), order);
    auto next = added_.begin();
    std::erase_if(phrases_, [&](const DatePhrase& p) {
      while (next != added_.end() && next->last <= p.first) ++next;
      return next != added_.end() && next->first < p.last;
    });
    phrases_.insert(phrases_.end(), added_.begin(), added_.end());
    std::stable_sort(phrases_.begin(), phrases_.end(), order);
    // Two lists may meet in one number.
    phrases_.erase(std::unique(phrases_.begin(), phrases_.end(), [](const auto& a, const auto& b) { return b.first < a.last; }),
                   phrases_.end());
  }

  const TextView& view_;
  uint32_t first_;
  uint32_t last_;
  std::vector<DatePhrase>& phrases_;
  std::vector<DatePhrase> added_;
};

}  // namespace

void ShareParts(const TextView& view, uint32_t first, uint32_t last, std::vector<DatePhrase>* phrases) {
  ListWalk(view, first, last, phrases).Run();
}

std::pair<DatePhrase, DatePhrase> SplitClocks(const DatePhrase& range) {
  DatePhrase from = range;
  DatePhrase until = range;
  from.last = range.split;
  until.first = range.split + 1;
  from.hour_until = until.hour_until = -1;
  from.bare_hour = until.bare_hour = false;
  until.hour = range.hour_until;
  until.minute = range.minute_until;
  const int half = range.hour_until >= 12 ? 12 : 0;
  from.hour = range.hour % 12 + half;
  if (from.hour > until.hour) from.hour = range.hour % 12 + 12 - half;
  return {from, until};
}

}  // namespace crosscheck
