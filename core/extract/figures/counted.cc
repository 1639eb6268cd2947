#include "extract/figures/counted.h"

#include <string_view>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxPhraseTokens = 10;
constexpr RoleSet kFunction =
    Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition, Role::kCoordinator,
          Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kNegation, Role::kAdverb});

bool Is(const TextView& view, uint32_t t, FigureWord list) { return view.rules.figures.Is(view.tokens[t].word, list); }
bool IsWord(const TextView& view, uint32_t t) { return view.tokens[t].token_class == TokenClass::kWord; }

bool IsPast(const TextView& view, uint32_t t) {
  return IsWord(view, t) && ((view.tokens[t].length > 4 && view.Text(t).ends_with("ed")) || Is(view, t, FigureWord::kPast) ||
                             Is(view, t, FigureWord::kHarm));
}

bool IsBe(const TextView& view, uint32_t t) {
  const std::string_view text = view.Text(t);
  return text == "was" || text == "were" || text == "been" || text == "be" || text == "being" || text == "are" || text == "is" ||
         text == "got" || text == "'s" || text == "'re";
}

// "(ISIS)", "[...]": the token after the closing bracket, or `at`.
uint32_t SkipBracket(const TextView& view, uint32_t at, uint32_t limit) {
  if (at >= limit || (view.Text(at) != "(" && view.Text(at) != "[")) return at;
  for (uint32_t t = at + 1; t < limit && t < at + 12; ++t) {
    if (view.Text(t) == ")" || view.Text(t) == "]") return t + 1;
  }
  return at;
}

// Words that may stand in a noun phrase, hyphens glued on both sides included.
bool InPhrase(const TextView& view, uint32_t t, uint32_t limit) {
  if (view.owner[t] == Owner::kDate) return false;
  const Token& token = view.tokens[t];
  if (token.token_class == TokenClass::kDash) {
    return token.length == 1 && !token.Has(Token::kSpaceBefore) && t + 1 < limit && !view.tokens[t + 1].Has(Token::kSpaceBefore);
  }
  if (token.token_class != TokenClass::kWord || token.Has(Token::kClitic)) return false;
  if (!view.IsAny(t, kFunction)) return true;
  // Quantity words may belong to the phrase: "two others", "eight more people".
  return Is(view, t, FigureWord::kPluralNoun) || view.Text(t) == "other" || view.Text(t) == "more" || view.Text(t) == "such" ||
         view.Text(t) == "near";
}

CountedPhrase Singular(const TextView& view, uint32_t at, uint32_t limit) {
  uint32_t t = at;
  while (t < limit && t < at + 4 && InPhrase(view, t, limit)) {
    if (IsPlural(view, t) && !Is(view, t, FigureWord::kPluralNoun)) break;  // "which way one looks"
    if (IsPast(view, t) && (t > at || t + 1 >= limit || !InPhrase(view, t + 1, limit))) break;
    if (t > at && view.Is(t, Role::kCue)) break;
    ++t;
    if (Is(view, t - 1, FigureWord::kPersonNoun) && !(t < limit && view.tokens[t].token_class == TokenClass::kDash)) break;
  }
  while (t > at && view.tokens[t - 1].token_class == TokenClass::kDash) --t;
  return {at, t};
}

}  // namespace

bool IsPlural(const TextView& view, uint32_t token) {
  if (!IsWord(view, token) || view.tokens[token].Has(Token::kClitic)) return false;
  if (Is(view, token, FigureWord::kPluralNoun)) return true;
  const std::string_view text = view.Text(token);
  if (text.size() < 4 || (!text.ends_with('s') && !(text.ends_with('S') && view.tokens[token].Has(Token::kAllCaps))))
    return false;
  if (text.ends_with("ss") || text.ends_with("us") || text.ends_with("is") || view.IsAny(token, kFunction)) return false;
  return !Is(view, token, FigureWord::kNotPlural);
}

CountedPhrase ReadCounted(const TextView& view, uint32_t at, uint32_t limit, bool one) {
  while (at < limit && view.tokens[at].token_class == TokenClass::kQuote) ++at;
  if (one) return Singular(view, at, limit);
  CountedPhrase phrase{at, at};
  uint32_t t = at;
  bool linked = false;
  while (t < limit && t < at + kMaxPhraseTokens) {
    if (!InPhrase(view, t, limit)) {
      // "private and public courses": one link between adjectives.
      const bool link = view.Text(t) == "and" || view.Text(t) == "or" || view.tokens[t].token_class == TokenClass::kComma;
      if (link && !linked && phrase.empty() && t > at && !Is(view, t - 1, FigureWord::kStatus) && t + 1 < limit &&
          InPhrase(view, t + 1, limit)) {
        linked = true;
        ++t;
        continue;
      }
      const uint32_t behind = phrase.empty() && t > at ? SkipBracket(view, t, limit) : t;
      if (behind == t) break;
      t = behind;
      continue;
    }
    if (IsPlural(view, t)) {
      phrase.last = t + 1;
      const bool hyphen = t + 1 < limit && view.tokens[t + 1].token_class == TokenClass::kDash && InPhrase(view, t + 1, limit);
      if (t + 1 < limit && (hyphen || IsPlural(view, t + 1)) && InPhrase(view, t + 1, limit)) {
        ++t;
        continue;
      }
      break;
    }
    if (!phrase.empty()) break;
    ++t;
  }
  return phrase;
}

CountedPhrase ReadCountedOf(const TextView& view, uint32_t at, uint32_t limit) {
  constexpr RoleSet kSkipped = Bits({Role::kDeterminer, Role::kPossessive});
  uint32_t t = at;
  while (t < limit && t < at + 6 &&
         (view.IsAny(t, kSkipped) || view.tokens[t].token_class == TokenClass::kNumber || view.Is(t, Role::kNumberWord)))
    ++t;
  CountedPhrase phrase = ReadCounted(view, t, limit, false);
  return phrase;
}

Event FindEvent(const TextView& view, uint32_t before, uint32_t after, uint32_t floor, uint32_t limit) {
  // Behind: "were killed", "have been arrested", "died".
  uint32_t t = SkipBracket(view, after, limit);
  if (t < limit && (view.Text(t) == "more" || view.Text(t) == "others")) ++t;
  if (t < limit && view.Is(t, Role::kRelative)) ++t;
  bool be = false;
  bool auxiliary = false;
  while (t < limit && t < after + 8 && IsWord(view, t) &&
         view.IsAny(t, Bits({Role::kAuxiliary, Role::kAdverb, Role::kModal, Role::kNegation}))) {
    be = be || IsBe(view, t);
    auxiliary = auxiliary || view.IsAny(t, Bits({Role::kAuxiliary, Role::kModal}));
    ++t;
  }
  while (t < limit && t < after + 9 && IsWord(view, t) && view.Text(t).ends_with("ly")) ++t;
  if (t < limit && auxiliary) {
    if (be && (IsPast(view, t) || Is(view, t, FigureWord::kStatus))) return {t, EventRole::kTarget};
    if (!be && IsPast(view, t)) return {t, EventRole::kDoer};
  }
  // Before: "killed at least", "injuring".
  if (before > floor) {
    uint32_t b = before - 1;
    if (b > floor && view.Is(b, Role::kDeterminer) && view.Text(b) != "that") --b;
    const bool verb = IsWord(view, b) && !view.IsAny(b, kFunction) && !view.Is(b, Role::kCue) &&
                      !Is(view, b, FigureWord::kChangeVerb) &&
                      (IsPast(view, b) || (view.tokens[b].length > 5 && view.Text(b).ends_with("ing")) ||
                       (view.tokens[b].length > 3 && view.Text(b).ends_with("s") && Is(view, b, FigureWord::kHarm)));
    if (verb) return {b, EventRole::kTarget};
  }
  if (t < limit && !auxiliary && t < after + 3) {
    if (Is(view, t, FigureWord::kStatus) || Is(view, t, FigureWord::kHarm)) return {t, EventRole::kTarget};
    if (IsPast(view, t) && !view.Is(t, Role::kCue)) return {t, EventRole::kDoer};
  }
  return {};
}

}  // namespace crosscheck
