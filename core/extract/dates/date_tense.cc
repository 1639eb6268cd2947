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

// "is set to open", "planned for May": such words speak of the future only with what is planned behind them.
Tense Prospect(const TextView& view, uint32_t at, uint32_t end) {
  if (at + 1 >= end) return Tense::kPast;
  const Tense next = MarkerAt(view, at + 1);
  return next == Tense::kInfinitive || next == Tense::kPurpose ? Tense::kFuture : Tense::kPast;
}

Tense TenseBefore(const TextView& view, uint32_t first, uint32_t low, bool* infinitive) {
  for (uint32_t i = first; i-- > low;) {
    Tense tense = MarkerAt(view, i);
    if (tense == Tense::kProspect) tense = Prospect(view, i, first);
    if (tense == Tense::kInfinitive) {
      if (i > low && MarkerAt(view, i - 1) == Tense::kPresent) return Tense::kFuture;  // "is to meet"
      *infinitive = true;  // decided by the verb before it: "plans to meet", "had to leave"
      continue;
    }
    if (tense != Tense::kPast && tense != Tense::kFuture) continue;
    // A participle takes the tense of its auxiliary: "is held", "to be published", "had been due".
    const Tense auxiliary = i > low ? MarkerAt(view, i - 1) : Tense::kUnknown;
    if (tense == Tense::kPast && auxiliary == Tense::kPresent) {
      const bool governed = i > low + 1 && MarkerAt(view, i - 2) != Tense::kUnknown;  // "will be held"
      if (!governed) return Tense::kUnknown;
      continue;
    }
    if (tense == Tense::kFuture && auxiliary == Tense::kPast && i > low + 1 && MarkerAt(view, i - 2) == Tense::kPast)
      return Tense::kPast;
    return tense;
  }
  return Tense::kUnknown;
}

}  // namespace

TenseHint TenseAround(const TextView& view, uint32_t first, uint32_t last, uint32_t sentence_first, uint32_t sentence_last) {
  const uint32_t low = first - std::min(first - sentence_first, kReach);
  const uint32_t high = last + std::min(sentence_last - last, kReach);
  // The words right beside the date say most: "arrested May 3", "on Sunday issued".
  if (first > low && MarkerAt(view, first - 1) == Tense::kPast) {
    const Tense auxiliary = first > low + 1 ? MarkerAt(view, first - 2) : Tense::kUnknown;
    if (auxiliary != Tense::kPresent && auxiliary != Tense::kInfinitive) return {Tense::kPast, true};
  }
  const TimeWord& bound = view.rules.calendar.Find(first > low ? view.tokens[first - 1].word : 0);
  const bool until =
      (bound.classes & Bit(TimeClass::kBound)) != 0 && bound.Value(TimeClass::kBound) == static_cast<int>(BoundWord::kUntil);
  if (until && first > sentence_first + 1) return {Tense::kFuture, false};
  if (last < high) {
    const Tense next = MarkerAt(view, last);
    if (next == Tense::kPast || next == Tense::kFuture) return {next, false};
  }
  bool infinitive = false;
  const Tense before = TenseBefore(view, first, low, &infinitive);
  if (before != Tense::kUnknown) return {before, false};
  for (uint32_t i = last; i < high; ++i) {
    Tense tense = MarkerAt(view, i);
    if (tense == Tense::kProspect) tense = Prospect(view, i, high);
    if (tense == Tense::kPresent && i + 1 < high && MarkerAt(view, i + 1) == Tense::kInfinitive) tense = Tense::kFuture;
    if (tense == Tense::kPast || tense == Tense::kFuture) return {tense, false};
  }
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
