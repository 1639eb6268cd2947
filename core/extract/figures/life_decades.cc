#include "extract/figures/life_decades.h"

#include <string_view>

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr int kOldest = 110;

bool Is(const TextView& view, uint32_t t, FigureWord list) { return view.rules.figures.Is(view.tokens[t].word, list); }
bool IsDash(const TextView& view, uint32_t t) { return view.tokens[t].token_class == TokenClass::kDash; }

// The number of "20s", "20's", "twenties" at `at`, and the token behind it; 0 for other tokens.
int Tens(const TextView& view, uint32_t at, uint32_t limit, uint32_t* last) {
  const std::string_view text = view.Text(at);
  *last = at + 1;
  if (view.tokens[at].token_class == TokenClass::kNumber) {
    int value = 0;
    size_t i = 0;
    for (; i < text.size() && i < 3 && text[i] >= '0' && text[i] <= '9'; ++i) value = value * 10 + (text[i] - '0');
    const bool plural = i + 1 == text.size() && text[i] == 's';
    const bool clitic = i == text.size() && at + 1 < limit && view.tokens[at + 1].Has(Token::kClitic);
    if (clitic) ++*last;
    return (plural || clitic) && value >= 1 && value <= kOldest ? value : 0;
  }
  const NumberWord& word = view.rules.figures.Number(view.tokens[at].word);
  if (!word.Is(NumberClass::kDecade)) return 0;
  for (int tens = 10; tens < 100; tens += 10) {
    if (word.value == Decimal(tens)) return tens;
  }
  return 0;
}

// "early", "mid -", "very late" before token `at`: the first token of them.
uint32_t StageBefore(const TextView& view, uint32_t at, uint32_t floor) {
  while (at > floor) {
    uint32_t t = at - 1;
    if (IsDash(view, t) && t > floor) --t;
    if (!Is(view, t, FigureWord::kAgeStage)) break;
    at = t;
  }
  return at;
}

}  // namespace

std::optional<LifeDecade> ReadLifeDecade(const TextView& view, uint32_t at, uint32_t floor, uint32_t limit) {
  LifeDecade decade;
  decade.first = at;
  const int tens = Tens(view, at, limit, &decade.last);
  if (tens == 0 || at <= floor) return std::nullopt;
  // "over-50s", "under 18s": a group of people.
  uint32_t bound = at - 1;
  const bool hyphen = IsDash(view, bound);
  if (hyphen && bound > floor) --bound;
  const bool over = EqualsIgnoreCase(view.Text(bound), "over");
  const bool under = EqualsIgnoreCase(view.Text(bound), "under");
  if ((over || under) && view.tokens[at].token_class == TokenClass::kNumber) {
    decade.before = decade.stage = bound;
    decade.from = under ? 0 : tens;
    if (under) decade.until = tens;
    decade.under = under;
    return decade;
  }
  if (tens % 10 != 0) return std::nullopt;
  decade.from = tens;
  decade.until = tens == 10 ? 19 : tens + 9;
  if (tens == 10) decade.from = 13;
  decade.stage = StageBefore(view, at, floor);
  if (decade.stage <= floor) return std::nullopt;
  uint32_t t = decade.stage - 1;
  // "in their 30s, 40s and 50s": the decades before it count with it.
  while (t > floor && (view.Is(t, Role::kCoordinator) || view.tokens[t].token_class == TokenClass::kComma || EqualsIgnoreCase(view.Text(t), "to"))) {
    uint32_t last = 0;
    uint32_t other = t - 1;
    if (view.tokens[other].token_class == TokenClass::kComma && other > floor) --other;
    if (view.tokens[other].Has(Token::kClitic) && other > floor) --other;
    if (Tens(view, other, limit, &last) == 0) return std::nullopt;
    const uint32_t stage = StageBefore(view, other, floor);
    if (stage <= floor) return std::nullopt;
    t = stage - 1;
  }
  if (!view.Is(t, Role::kPossessive) || view.tokens[t].Has(Token::kClitic)) return std::nullopt;
  decade.before = t > floor && view.Is(t - 1, Role::kPreposition) ? t - 1 : t;
  return decade;
}

}  // namespace crosscheck
