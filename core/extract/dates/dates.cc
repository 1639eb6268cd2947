#include "extract/dates/dates.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_format.h"
#include "extract/dates/date_matcher.h"
#include "extract/dates/date_resolve.h"
#include "extract/dates/date_tense.h"

namespace crosscheck {
namespace {

// The date told before is forgotten after this many tokens.
constexpr uint32_t kReferenceReach = 120;
constexpr uint32_t kSpeechReach = 150;
constexpr uint32_t kSpeechNear = 9;
constexpr size_t kTokensPerDate = 32;  // of news with many dates

class DateWalk {
 public:
  DateWalk(TextView* view, const QuoteMap& quotes) : view_(*view), quotes_(quotes), table_(view->rules.calendar) {}

  std::vector<Timex> Run() {
    found_.reserve(view_.tokens.size() / kTokensPerDate);
    for (const ViewSentence& sentence : view_.sentences) {
      if (sentence.story != story_) Forget();
      story_ = sentence.story;
      const std::vector<DatePhrase> phrases = FindDatePhrases(view_, sentence.first, sentence.last, IsHeadline(sentence));
      NoteSpeech(sentence, phrases);
      for (const DatePhrase& phrase : phrases) Add(sentence, phrase);
    }
    return std::move(found_);
  }

 private:
  static std::string ZoneText(int minutes) {
    const int size = std::abs(minutes);
    return absl::StrFormat("%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
  }

  // Inside a quotation "yesterday" counts from the day of speaking: the last day told outside it, where it lies shortly before.
  std::optional<Day> SpokenOn(uint32_t token, std::optional<Day> published) const {
    if (!published || !told_day_ || token - told_token_ > kSpeechReach) return published;
    if (*told_day_ > *published || *published - *told_day_ > std::chrono::days(7)) return published;
    return told_day_;
  }

  // The length of time that ends with the day.
  static DayRange UpTo(Day day, const DatePhrase& phrase) {
    if (!phrase.count || phrase.count->vague || phrase.count->numerator != 0) return {std::nullopt, day};
    return {AddUnits(day, phrase.unit, -phrase.count->whole), day};
  }

  void Forget() {
    told_day_.reset();
    reference_.reset();
    period_.reset();
    quarter_.reset();
  }

  std::optional<Day> AnchorOf(const ViewSentence& sentence) const {
    const std::optional<Published>& published = view_.PublishedOf(sentence);
    if (!published || !published->days.from || published->days.from != published->days.until) return std::nullopt;
    return published->days.from;
  }

  // Dates that say their year, and lengths of time, are the same in every tense.
  static bool MayHangOnTense(const DatePhrase& phrase) {
    if (phrase.year > 0) return false;
    return phrase.sense == DateSense::kCalendar || phrase.sense == DateSense::kHoliday ||
           (phrase.sense == DateSense::kShift && phrase.unit == TimeUnit::kWeekend);
  }

  DateContext ContextOf(const ViewSentence& sentence, const DatePhrase& phrase) const {
    DateContext context;
    context.anchor = AnchorOf(sentence);
    if (quotes_.Inside(phrase.first)) context.anchor = SpokenOn(phrase.first, context.anchor);
    if (reference_ && phrase.first - reference_token_ <= kReferenceReach) context.reference = reference_;
    // A clock time goes with a day of its own sentence only.
    if (phrase.hour >= 0 && context.reference && reference_token_ <= sentence.first) context.reference.reset();
    context.period = period_;
    context.quarter = quarter_;
    if (context.anchor && MayHangOnTense(phrase)) {
      const bool clock = phrase.hour >= 0;
      context.tense =
          TenseAround(view_, {phrase.first, phrase.last, sentence.first, sentence.last, IsHeadline(sentence), clock});
    }
    return context;
  }

  // The day of speaking may stand behind the words: "I left yesterday," she said Monday.
  void NoteSpeech(const ViewSentence& sentence, const std::vector<DatePhrase>& phrases) {
    const auto quoted = [&](const DatePhrase& phrase) { return quotes_.Inside(phrase.first); };
    if (std::none_of(phrases.begin(), phrases.end(), quoted)) return;
    for (const DatePhrase& phrase : phrases) {
      if (quoted(phrase) || !IsOfSpeech(phrase)) continue;
      if (phrase.sense != DateSense::kCalendar && phrase.sense != DateSense::kShift) continue;
      const Resolved resolved = ResolveDate(table_, phrase, ContextOf(sentence, phrase));
      if (!resolved.span || resolved.span->unit != TimeUnit::kDay) continue;
      told_day_ = resolved.span->first;
      told_token_ = sentence.first;
    }
  }

  void Add(const ViewSentence& sentence, DatePhrase phrase) {
    const BoundWord bound = BoundBefore(sentence, phrase);
    // "midnight on Monday" is the end of the day, "just after midnight" its beginning.
    if (phrase.hour == 24 && bound == BoundWord::kAfter) phrase.hour = 0;
    const DateContext context = ContextOf(sentence, phrase);
    Resolved resolved = ResolveDate(table_, phrase, context);
    if (phrase.sense == DateSense::kDuration) {
      if (IsRate(sentence, phrase)) resolved.type = TimexType::kSet;
      if (context.anchor && IsForSoLong(view_, phrase.first, sentence.first)) resolved.days = UpTo(*context.anchor, phrase);
    }
    if (resolved.value.empty()) return;
    Remember(phrase, resolved, context.anchor);
    Bound(bound, phrase.hour >= 0, &resolved);
    Timex timex;
    timex.story = view_.StoryOf(sentence).id;
    timex.span = view_.SpanOf(phrase.first, phrase.last);
    timex.type = resolved.type;
    timex.value = std::move(resolved.value);
    timex.mod = resolved.mod;
    timex.days = resolved.days;
    if (phrase.zone && resolved.type == TimexType::kTime) timex.zone = ZoneText(*phrase.zone);
    timex.rule = phrase.found_by->id;
    found_.push_back(std::move(timex));
    // A plain length of time may be a figure as well.
    if (phrase.sense == DateSense::kDuration || phrase.sense == DateSense::kEnded) return;
    for (uint32_t t = phrase.first; t < phrase.last; ++t) view_.owner.Edit(t) = Owner::kDate;
  }

  bool IsHeadline(const ViewSentence& sentence) const {
    const SegmentRole role = view_.RoleOf(sentence);
    return role == SegmentRole::kHeadline || role == SegmentRole::kKicker || role == SegmentRole::kSubhead;
  }

  // "$33 million a year", "24 hours a day", "10,000 units a year": a number and at most one word stand before "a".
  bool IsRate(const ViewSentence& sentence, const DatePhrase& phrase) const {
    if (phrase.count || phrase.plural || !view_.Is(phrase.first, Role::kDeterminer) || phrase.last != phrase.first + 2)
      return false;
    const uint32_t low = phrase.first - std::min(phrase.first - sentence.first, 3u);
    for (uint32_t i = phrase.first; i-- > low;) {
      const Token& token = view_.tokens[i];
      if (token.token_class == TokenClass::kNumber) return true;
      constexpr uint32_t kNumberWords = Bit(TimeClass::kCardinal) | Bit(TimeClass::kScale) | Bit(TimeClass::kVague);
      if ((table_.Find(token.word).classes & kNumberWords) != 0) return true;
      const bool sign = token.token_class == TokenClass::kSymbol;
      if (!sign && (token.token_class != TokenClass::kWord || view_.Is(i, Role::kPreposition))) return false;
    }
    return false;
  }

  // Is a word of speaking near: "told reporters on Tuesday", "On Tuesday the mayor announced".
  bool IsOfSpeech(const DatePhrase& phrase) const {
    const ViewSentence& sentence = view_.SentenceOf(phrase.first);
    const uint32_t low = phrase.first - std::min(phrase.first - sentence.first, kSpeechNear);
    const uint32_t high = phrase.last + std::min(sentence.last - phrase.last, kSpeechNear);
    for (uint32_t i = low; i < high; ++i) {
      if ((table_.Find(view_.tokens[i].word).classes & Bit(TimeClass::kSpeech)) != 0) return true;
    }
    return false;
  }

  // What later phrases may count from. A date that was itself counted from another is none.
  void Remember(const DatePhrase& phrase, const Resolved& resolved, std::optional<Day> anchor) {
    if (phrase.sense == DateSense::kDuration && phrase.unit == TimeUnit::kMonth && phrase.count && anchor) {
      period_ = SpanAround(TimeUnit::kYear, *anchor);  // "in the nine months": the year so far
      return;
    }
    if (!resolved.span || phrase.sense == DateSense::kFromDate || phrase.sense == DateSense::kPeriod) return;
    if (phrase.sense == DateSense::kAgo && phrase.unit == TimeUnit::kYear) return;
    reference_ = resolved.span;
    reference_token_ = phrase.last;
    if (resolved.span->unit == TimeUnit::kDay && !quotes_.Inside(phrase.first) && IsOfSpeech(phrase)) {
      told_day_ = resolved.span->first;
      told_token_ = phrase.last;
    }
    if (resolved.span->unit == TimeUnit::kQuarter) period_ = quarter_ = resolved.span;
  }

  // The word of the class "bound" before the phrase; "before about noon" is before.
  BoundWord BoundBefore(const ViewSentence& sentence, const DatePhrase& phrase) const {
    BoundWord found = BoundWord::kNone;
    for (uint32_t t = phrase.first; t > sentence.first && t + 2 > phrase.first; --t) {
      const TimeWord& word = table_.Find(view_.tokens[t - 1].word);
      if ((word.classes & Bit(TimeClass::kBound)) == 0) break;
      found = static_cast<BoundWord>(word.Value(TimeClass::kBound));
      if (found != BoundWord::kAbout) break;
    }
    return found;
  }

  // "since", "until", "by", "before", "after" open one end; before or after an hour of a day is still on that day.
  static void Bound(BoundWord word, bool clock, Resolved* resolved) {
    if (!resolved->span) return;
    DayRange& days = resolved->days;
    const DayRange closed = days;
    const auto set_mod = [&](TimexMod mod) {
      if (resolved->mod == TimexMod::kNone) resolved->mod = mod;
    };
    switch (word) {
      case BoundWord::kSince:
        days = {closed.from, std::nullopt};
        set_mod(TimexMod::kAfter);
        break;
      case BoundWord::kUntil:
        days = {std::nullopt, closed.until};
        set_mod(TimexMod::kBefore);
        break;
      case BoundWord::kBefore:
        if (!clock) days = {std::nullopt, AddUnits(*closed.from, TimeUnit::kDay, -1)};
        set_mod(TimexMod::kBefore);
        break;
      case BoundWord::kAfter:
        if (!clock) days = {AddUnits(*closed.until, TimeUnit::kDay, 1), std::nullopt};
        set_mod(TimexMod::kAfter);
        break;
      case BoundWord::kAbout:
        set_mod(TimexMod::kApprox);
        break;
      case BoundWord::kNone:
        break;
    }
  }

  TextView& view_;
  const QuoteMap& quotes_;
  const CalendarTable& table_;
  std::vector<Timex> found_;
  std::optional<CalendarSpan> reference_;
  uint32_t reference_token_ = 0;
  std::optional<CalendarSpan> period_;
  std::optional<CalendarSpan> quarter_;
  std::optional<Day> told_day_;  // outside quotations
  uint32_t told_token_ = 0;
  uint32_t story_ = 0;
};

}  // namespace

std::vector<Timex> FindDates(TextView* view, const QuoteMap& quotes) { return DateWalk(view, quotes).Run(); }

}  // namespace crosscheck
