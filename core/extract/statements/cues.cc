#include "extract/statements/cues.h"

namespace crosscheck {
namespace {

// What an auxiliary does to the group.
void TakeAuxiliary(const Grammar& g, uint32_t t, uint8_t own, VerbGroup* group) {
  if (g.Is(t, Role::kModal)) {
    (g.IsOneOf(t, {"will", "'ll", "wo", "shall"}) ? group->future : group->hypothetical) = true;
    group->form = kBase;
  } else if (g.IsBe(t)) {
    if ((own & kIng) != 0)
      group->progressive = true;
    else if ((own & kParticiple) != 0 && !group->perfect)
      group->passive = true;
    group->form = (own & kIng) != 0 ? kIng : kParticiple;
  } else if (g.IsHave(t)) {
    group->perfect = true;
    if (!group->passive) group->form = kParticiple;
  } else {
    group->form = kBase;
  }
}

// Does the auxiliary fit before a verb of these forms? ("was" before "say" does not.)
bool Fits(const Grammar& g, uint32_t t, uint8_t forms, bool first) {
  if (!first) return true;
  if (g.Is(t, Role::kModal) || g.IsDo(t)) return (forms & kBase) != 0;
  if (g.IsBe(t)) return (forms & (kIng | kParticiple)) != 0;
  return g.IsHave(t) && (forms & kParticiple) != 0;
}

}  // namespace

VerbGroup AnalyseVerbGroup(const Grammar& g, uint32_t token, uint32_t floor) {
  VerbGroup group;
  group.form = g.VerbForms(token);
  const uint8_t own = group.form;
  uint32_t first = token;
  bool any = false;
  for (uint32_t t = token; t-- > floor && token - t < 12;) {
    if (g.quotes().quotation_of[t] != g.quotes().quotation_of[token]) break;
    if (g.IsNegation(t)) {
      group.negated = true;
      first = t;
    } else if (g.IsAuxiliary(t) && Fits(g, t, own, !any)) {
      TakeAuxiliary(g, t, own, &group);
      any = true;
      first = t;
    } else if (g.Is(t, "to") && (own & kBase) != 0 && !any) {
      group.infinitive = true;
      group.form = kBase;
      first = t;
      break;
    } else if ((g.IsAdverb(t) && !g.IsOneOf(t, {"there", "here"}) &&
                !g.view().IsAny(t, Bits({Role::kDeterminer, Role::kPreposition, Role::kSubordinator}))) ||
               (g.IsOneOf(t, {"well", "long", "first", "only", "both", "once", "all"}) && t > floor &&
                (g.IsNominal(t - 1) || g.IsAuxiliary(t - 1) || g.IsComma(t - 1))) ||
               (g.Is(t, "since") && t > floor && g.IsHave(t - 1))) {
      first = t;
    } else {
      break;
    }
  }
  group.tokens = {first, token + 1};
  if (!any && !group.infinitive && (own & kIng) != 0 && (own & (kBase | kThird | kPast)) == 0) {
    group.participle = true;
    group.form = kIng;
  }
  return group;
}

bool StandsAsVerb(const Grammar& g, uint32_t token, const VerbGroup& group, bool noun_too, uint32_t floor, uint32_t end) {
  bool helped = group.infinitive;
  for (uint32_t t = group.tokens.first; t < token; ++t) helped = helped || g.IsAuxiliary(t);
  if (helped) return true;
  // Part of a compound: "so-called", "state-run".
  if (token > floor && g.IsHyphen(token - 1)) return false;
  if (token + 1 < end && g.IsHyphen(token + 1)) return false;
  const bool starts = group.tokens.first == floor;
  if (group.participle) return starts || !g.view().IsAny(token - 1, Bits({Role::kDeterminer, Role::kPossessive}));
  if (g.IsCapital(token) && !starts && !g.view().tokens[token].Has(Token::kAllCaps) && !g.IsCapital(token - 1)) return false;
  if (starts) return !noun_too && (group.form & (kPast | kParticiple)) != 0;
  const uint32_t before = group.tokens.first - 1;
  if (g.IsWord(before) && g.view().IsAny(before, Bits({Role::kDeterminer, Role::kPossessive, Role::kPreposition})) &&
      !g.IsSubjectPronoun(before) && !g.IsOneOf(before, {"that", "this"})) {
    return false;
  }
  if (g.IsPossessiveClitic(before) && g.QuotationOf(before) == nullptr) return false;
  if (!noun_too) return true;
  if ((group.form & kPast) != 0 && (group.form & kBase) == 0) return true;
  // "report", "claims": verbs behind a pronoun, a name, or a plural (base form); nouns before a verb or "of".
  if (token + 1 < end && (g.Is(token + 1, "of") || (g.IsAuxiliary(token + 1) && !g.Is(token + 1, Role::kModal)))) return false;
  if (token + 1 < end && g.IsFiniteVerb(token + 1)) return false;
  // "the reports show", "state media said"
  if (token + 1 < end && (group.form & kThird) != 0 && (g.VerbForms(token + 1) & kBase) != 0) return false;
  if (token + 2 < end && g.IsNominal(token + 1) && !g.IsCapital(token + 1) && (group.form & kBase) != 0 &&
      g.IsFiniteVerb(token + 2) && g.Class(token + 1) == TokenClass::kWord)
    return false;
  if (g.IsSubjectPronoun(before)) return true;
  if (!g.IsWord(before))
    return g.Class(before) == TokenClass::kBracket || g.Class(before) == TokenClass::kQuote || g.IsComma(before);
  if (g.Is(before, Role::kCoordinator)) return (group.form & kThird) != 0;
  const std::string_view text = g.view().Text(before);
  const bool plural = text.size() > 2 && text.back() == 's' && text[text.size() - 2] != 's';
  // "Roe forecast": base and past look alike.
  if ((group.form & kBase) != 0 && (group.form & kPast) != 0 &&
      (g.IsCapital(before) || (token + 1 < end && g.Class(token + 1) == TokenClass::kColon)))
    return true;
  if ((group.form & kBase) != 0) return plural || g.Is(before, Role::kPluralNoun);
  return g.IsCapital(before) || !plural;
}

}  // namespace crosscheck
