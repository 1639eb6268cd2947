#include "extract/dates/date_tense.h"

#include <algorithm>

#include "base/strings.h"

namespace crosscheck {
namespace {

// Long sentences (lists, transcripts) are read only this far, so that the work stays linear.
constexpr uint32_t kReach = 40;

Tense WordTense(const TextView& view, uint32_t at) {
  const Token& token = view.tokens[at];
  if (token.token_class != TokenClass::kWord) return Tense::kUnknown;
  const CalendarTable& table = view.rules.calendar;
  const TimeWord& word = table.Find(token.word);
  if ((word.classes & Bit(TimeClass::kTense)) != 0) return static_cast<Tense>(word.Value(TimeClass::kTense));
  if (token.Has(Token::kCapital)) return Tense::kUnknown;
  const std::string_view text = view.Text(at);
  for (const std::string& ending : table.tense_endings_past) {
    if (text.size() > ending.size() + 2 && text.ends_with(ending)) return Tense::kPast;
  }
  return Tense::kUnknown;
}

// The tense a word marks; "may have killed" is past.
Tense MarkerAt(const TextView& view, uint32_t at) {
  const Tense tense = WordTense(view, at);
  if (tense == Tense::kPerfect) return Tense::kPast;
  if (tense != Tense::kFuture || at + 1 >= view.tokens.size()) return tense;
  return WordTense(view, at + 1) == Tense::kPerfect ? Tense::kPast : tense;
}

bool IsBe(Tense tense) { return tense == Tense::kPresent; }

// The marker before token i, adverbs and negations passed over: "will not | cut", "is also | due".
Tense AuxiliaryOf(const TextView& view, uint32_t i, uint32_t low) {
  constexpr uint32_t kMostAdverbs = 2;
  for (uint32_t passed = 0; i > low && passed <= kMostAdverbs; ++passed) {
    --i;
    const Tense tense = MarkerAt(view, i);
    if (tense != Tense::kUnknown || !view.IsAny(i, Bits({Role::kAdverb, Role::kNegation}))) return tense;
  }
  return Tense::kUnknown;
}

// "is set to open", "planned for May": such words speak of the future only with what is planned behind them; those of the class
// "due" also behind "is", and right before the date.
Tense Prospect(const TextView& view, uint32_t at, uint32_t low, uint32_t date) {
  const Tense next = at + 1 < date ? MarkerAt(view, at + 1) : Tense::kUnknown;
  if (next == Tense::kInfinitive || next == Tense::kPurpose) return Tense::kFuture;
  if (MarkerAt(view, at) != Tense::kDue) return Tense::kPast;
  const Tense auxiliary = AuxiliaryOf(view, at, low);
  if (IsBe(auxiliary)) return Tense::kFuture;
  const bool beside = at + 1 == date || (at + 2 == date && view.Is(at + 1, Role::kPreposition));
  return beside && auxiliary == Tense::kUnknown ? Tense::kFuture : Tense::kPast;
}

// "talks resume", "they meet": the form that a noun may have too is a verb behind a plural.
bool HasPluralSubject(const TextView& view, uint32_t at, uint32_t low) {
  if (at == low) return false;
  const Token& before = view.tokens[at - 1];
  if (before.token_class != TokenClass::kWord || view.tokens[at].Has(Token::kCapital) || before.Has(Token::kClitic)) return false;
  if (view.Is(at - 1, Role::kPronoun)) return true;
  return view.Text(at - 1).ends_with('s') && !view.Text(at - 1).ends_with("ss") &&
         !view.IsAny(at - 1, Bits({Role::kPossessive, Role::kAuxiliary, Role::kDeterminer, Role::kPreposition}));
}

constexpr RoleSet kBeforeNouns =
    Bits({Role::kDeterminer, Role::kPossessive, Role::kPreposition, Role::kNumberWord, Role::kQuantifier});

// "won more | votes": has the clause a verb already? That of speaking opens another clause.
bool HasVerbBefore(const TextView& view, uint32_t at, uint32_t low) {
  constexpr RoleSet kOpeners = Bits({Role::kRelative, Role::kSubordinator, Role::kCoordinator});
  while (at-- > low) {
    if (view.tokens[at].token_class != TokenClass::kWord && view.tokens[at].token_class != TokenClass::kNumber) return false;
    if (view.IsAny(at, kOpeners)) return false;
    if ((view.rules.calendar.Find(view.tokens[at].word).classes & Bit(TimeClass::kSpeech)) != 0) return false;
    const Tense tense = MarkerAt(view, at);
    if (tense == Tense::kPast || tense == Tense::kFuture || tense == Tense::kPresent) return true;
  }
  return false;
}

// Does the word tell what is planned?
bool IsScheduled(const TextView& view, uint32_t at, uint32_t low) {
  switch (MarkerAt(view, at)) {
    case Tense::kSchedule:
      return at > low && !view.IsAny(at - 1, kBeforeNouns);
    case Tense::kScheduleNoun:
      return at > low && !view.IsAny(at - 1, kBeforeNouns) && !HasVerbBefore(view, at, low);
    case Tense::kScheduleBase:
      return HasPluralSubject(view, at, low);
    case Tense::kScheduleGoingOn:
      return IsBe(AuxiliaryOf(view, at, low));
    default:
      return false;
  }
}

// Looks back from the date; `headline`: nothing is scheduled.
Tense TenseBefore(const TextView& view, uint32_t first, uint32_t low, bool headline, bool* infinitive) {
  bool caused = headline;
  for (uint32_t i = first; i-- > low;) {
    Tense tense = MarkerAt(view, i);
    caused = caused || tense == Tense::kCause;
    if (!caused && IsScheduled(view, i, low)) return Tense::kFuture;
    if (tense == Tense::kProspect || tense == Tense::kDue) tense = Prospect(view, i, low, first);
    if (tense == Tense::kInfinitive) {
      if (i > low && IsBe(MarkerAt(view, i - 1))) return Tense::kFuture;  // "is to meet"
      *infinitive = true;  // decided by the verb before it: "plans to meet", "had to leave"
      continue;
    }
    if (tense != Tense::kPast && tense != Tense::kFuture) continue;
    // A participle takes the tense of its auxiliary: "is held", "to be published", "had been due"; and "shut", "cut" and their
    // like may be infinitives: "will shut", "to cut".
    const Tense auxiliary = AuxiliaryOf(view, i, low);
    if (tense == Tense::kPast && auxiliary == Tense::kFuture) return Tense::kFuture;
    if (tense == Tense::kPast && auxiliary == Tense::kInfinitive) continue;
    if (tense == Tense::kPast && IsBe(auxiliary)) {
      const bool governed = i > low + 1 && MarkerAt(view, i - 2) != Tense::kUnknown;  // "will be held"
      if (!governed) return Tense::kUnknown;
      continue;
    }
    if (tense == Tense::kFuture && i > low + 1 && MarkerAt(view, i - 1) == Tense::kPast && MarkerAt(view, i - 2) == Tense::kPast)
      return Tense::kPast;
    return tense;
  }
  return Tense::kUnknown;
}

// Looks on from the date: "On Monday the trial starts"; not "on Monday the man who runs".
Tense TenseBehind(const TextView& view, uint32_t last, uint32_t high, bool headline) {
  for (uint32_t i = last; i < high; ++i) {
    Tense tense = MarkerAt(view, i);
    if (!headline && IsScheduled(view, i, last) && !view.Is(i - 1, Role::kRelative)) return Tense::kFuture;
    if (tense == Tense::kProspect || tense == Tense::kDue) tense = Prospect(view, i, last, high);
    if (IsBe(tense) && i + 1 < high && MarkerAt(view, i + 1) == Tense::kInfinitive) tense = Tense::kFuture;
    if (tense == Tense::kPast || tense == Tense::kFuture) return tense;
  }
  return Tense::kUnknown;
}

bool IsBound(const TextView& view, uint32_t at, BoundWord bound) {
  const TimeWord& word = view.rules.calendar.Find(view.tokens[at].word);
  return (word.classes & Bit(TimeClass::kBound)) != 0 && word.Value(TimeClass::kBound) == static_cast<int>(bound);
}

// "ran until 2am", "went on until 2am": the end of what happened, told by the verb right before; not "was shut until".
bool HappenedUntil(const TextView& view, uint32_t until, uint32_t low) {
  if (until == low) return false;
  uint32_t verb = until - 1;
  if (verb > low && MarkerAt(view, verb) == Tense::kUnknown && view.Is(verb, Role::kPreposition)) --verb;
  return MarkerAt(view, verb) == Tense::kPast && AuxiliaryOf(view, verb, low) == Tense::kUnknown;
}

}  // namespace

TenseHint TenseAround(const TextView& view, const DatePlace& date) {
  const uint32_t first = date.first;
  const uint32_t last = date.last;
  const uint32_t low = first - std::min(first - date.sentence_first, kReach);
  const uint32_t high = last + std::min(date.sentence_last - last, kReach);
  // The words right beside the date say most: "arrested May 3", "on Sunday issued".
  if (first > low && MarkerAt(view, first - 1) == Tense::kPast) {
    const Tense auxiliary = AuxiliaryOf(view, first - 1, low);
    if (!IsBe(auxiliary) && auxiliary != Tense::kInfinitive && auxiliary != Tense::kFuture) return {Tense::kPast, true};
  }
  if (first > date.sentence_first + 1 && IsBound(view, first - 1, BoundWord::kUntil)) {
    return {date.clock && HappenedUntil(view, first - 1, low) ? Tense::kPast : Tense::kFuture, false};
  }
  // "Wednesday's ruling": the clause tells nothing of it, but "before Friday's vote", "for Friday's game" do.
  if (last < high && view.tokens[last].Has(Token::kClitic) && first > low && !IsBound(view, first - 1, BoundWord::kBefore) &&
      MarkerAt(view, first - 1) != Tense::kPurpose && !view.Is(first - 1, Role::kDeterminer)) {
    return {};
  }
  if (last < high) {
    const Tense next = MarkerAt(view, last);
    if (next == Tense::kPast || next == Tense::kFuture) return {next, false};
  }
  bool infinitive = false;
  const Tense before = TenseBefore(view, first, low, date.headline, &infinitive);
  if (before != Tense::kUnknown) return {before, false};
  const Tense behind = TenseBehind(view, last, high, date.headline);
  if (behind != Tense::kUnknown) return {behind, false};
  return {infinitive ? Tense::kFuture : Tense::kUnknown, false};
}

bool IsForSoLong(const TextView& view, uint32_t first, uint32_t sentence_first) {
  if (first == sentence_first || WordTense(view, first - 1) != Tense::kPurpose) return false;
  const uint32_t low = first - std::min(first - sentence_first, kReach);
  for (uint32_t i = first; i-- > low;) {
    const Tense tense = WordTense(view, i);
    if (tense == Tense::kPerfect) return i == low || WordTense(view, i - 1) != Tense::kFuture;
    if (tense == Tense::kFuture || view.tokens[i].token_class == TokenClass::kColon) return false;
  }
  return false;
}

}  // namespace crosscheck
