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
  for (uint32_t i = first; i > low; --i) {
    const Tense tense = MarkerAt(view, i - 1);
    if (tense == Tense::kInfinitive) {
      infinitive = true;  // decided by the verb before it: "plans to meet", "had to leave"
    } else if (tense != Tense::kUnknown) {
      return tense;
    }
  }
  if (infinitive) return Tense::kFuture;
  const uint32_t high = last + std::min(sentence_last - last, kReach);
  for (uint32_t i = last; i < high; ++i) {
    const Tense tense = MarkerAt(view, i);
    if (tense == Tense::kPast || tense == Tense::kFuture) return tense;
  }
  return Tense::kUnknown;
}

}  // namespace crosscheck
