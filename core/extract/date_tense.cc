#include "extract/date_tense.h"

#include <algorithm>

#include "base/strings.h"

namespace crosscheck {
namespace {

// Long sentences (lists, transcripts) are read only this far, so that the work stays linear.
constexpr uint32_t kReach = 40;

Tense MarkerAt(const TextView& view, uint32_t at) {
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

}  // namespace

Tense TenseAround(const TextView& view, uint32_t first, uint32_t last, uint32_t sentence_first, uint32_t sentence_last) {
  const uint32_t low = first - std::min(first - sentence_first, kReach);
  bool infinitive = false;
  for (uint32_t i = first; i-- > low;) {
    const Tense tense = MarkerAt(view, i);
    if (tense == Tense::kUnknown || tense == Tense::kPresent) continue;
    if (tense == Tense::kInfinitive) {
      infinitive = true;  // decided by the verb before it: "plans to meet", "had to leave"
      continue;
    }
    // A participle takes the tense of its auxiliary: "is held", "to be published", "had been due".
    const Tense auxiliary = i > low ? MarkerAt(view, i - 1) : Tense::kUnknown;
    if (tense == Tense::kPast && auxiliary == Tense::kPresent) {
      const bool bare = i > low + 1 && MarkerAt(view, i - 2) != Tense::kUnknown;
      if (!bare) return Tense::kUnknown;
      continue;
    }
    if (tense == Tense::kFuture && auxiliary == Tense::kPast && i > low + 1 && MarkerAt(view, i - 2) == Tense::kPast) return Tense::kPast;
    return tense;
  }
  const uint32_t high = last + std::min(sentence_last - last, kReach);
  for (uint32_t i = last; i < high; ++i) {
    const Tense tense = MarkerAt(view, i);
    if (tense == Tense::kPast || tense == Tense::kFuture) return tense;
  }
  return infinitive ? Tense::kFuture : Tense::kUnknown;
}

}  // namespace crosscheck
