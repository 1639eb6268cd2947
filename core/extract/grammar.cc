#include "extract/grammar.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kUtteranceTokens = 7;
constexpr uint32_t kTagTokens = 10;  // of the speaker in `"It is late" the mayor of the town said`

}  // namespace

Grammar::Grammar(const TextView& view, const QuoteMap& quotes) : view_(view), quotes_(quotes) {}

bool Grammar::IsOneOf(uint32_t t, std::initializer_list<std::string_view> words) const {
  const std::string_view text = view_.rules.lexicon.text(view_.tokens[t].word);
  // The first letter spares nearly all comparisons: no other question is asked as often.
  return !text.empty() && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.size() == text.size() && word.front() == text.front() && word == text;
  });
}

bool Grammar::StartsSentence(uint32_t t) const {
  if (view_.tokens[t].Has(Token::kLineStart) || view_.SentenceOf(t).first == t) return true;
  const TokenClass before = Class(t - 1);
  return before == TokenClass::kQuote && !view_.tokens[t].Has(Token::kSpaceBefore);
}

uint8_t Grammar::VerbForms(uint32_t t) const {
  const uint8_t forms = view_.rules.verbs.FormsOf(view_.tokens[t].word);
  if (forms != 0 || !IsWord(t) || IsCapital(t)) return forms;
  const std::string_view text = view_.Text(t);
  if (text.size() < 6 || !text.ends_with("ed") || text[text.size() - 3] == 'e' || view_.tokens[t].word != 0) return forms;
  return text == "hundred" || text == "sacred" || text == "kindred" || text == "naked" ? 0 : kPast | kParticiple;
}

bool Grammar::IsBe(uint32_t t) const {
  return Is(t, Role::kAuxiliary) && IsOneOf(t, {"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"}) &&
         !IsPossessiveClitic(t);
}

bool Grammar::IsHave(uint32_t t) const { return IsOneOf(t, {"have", "has", "had", "having", "'ve", "'d"}); }

bool Grammar::IsDo(uint32_t t) const { return IsOneOf(t, {"do", "does", "did"}); }

bool Grammar::IsPossessiveClitic(uint32_t t) const {
  const std::string_view text = view_.Text(t);
  if (text == "'" || text == "\xE2\x80\x99") return t > 0 && !view_.tokens[t].Has(Token::kSpaceBefore) && IsWord(t - 1);
  if (text != "'s" && text != "\xE2\x80\x99s") return false;
  return t == 0 || !IsOneOf(t - 1, {"he", "she", "it", "that", "there", "who", "what", "where", "how", "here", "let"});
}

bool Grammar::IsAdverb(uint32_t t) const {
  if (!IsWord(t)) return false;
  if (Is(t, Role::kAdverb)) return true;
  if (view_.owner[t] == Owner::kName) return false;
  const std::string_view text = view_.Text(t);
  return text.size() > 4 && text.ends_with("ly") && VerbForms(t) == 0 && !IsNameCapital(t) && text != "family" &&
         text != "assembly" && text != "daily" && text != "weekly" && text != "monthly" && text != "elderly" &&
         text != "friendly" && text != "likely" && text != "unlikely" && text != "anomaly" && text != "monopoly" &&
         text != "early";
}

bool Grammar::IsTime(uint32_t t) const {
  return view_.owner[t] == Owner::kDate || view_.IsAny(t, Bits({Role::kWeekday, Role::kMonth})) ||
         IsOneOf(t, {"yesterday", "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday",
                     "saturday", "sunday"});
}

bool Grammar::IsSubjectPronoun(uint32_t t) const {
  return IsOneOf(t, {"he",       "she",      "it",        "they",    "we",     "i",    "you",     "who",     "which", "someone",
                     "somebody", "everyone", "everybody", "nobody",  "others", "many", "some",    "several", "both",  "most",
                     "few",      "one",      "none",      "another", "anyone", "all",  "neither", "those"});
}

bool Grammar::IsHyphen(uint32_t t) const {
  return Class(t) == TokenClass::kDash && view_.tokens[t].length == 1 && !view_.tokens[t].Has(Token::kSpaceBefore) &&
         t + 1 < view_.tokens.size() && !view_.tokens[t + 1].Has(Token::kSpaceBefore);
}

bool Grammar::IsNominal(uint32_t t) const {
  if (Class(t) == TokenClass::kNumber || Class(t) == TokenClass::kSymbol) return true;
  if (!IsWord(t)) return false;
  if (view_.tokens[t].Has(Token::kClitic)) return IsPossessiveClitic(t);
  if (IsNameCapital(t) && !view_.IsAny(t, Bits({Role::kPronoun, Role::kDeterminer}))) return true;
  return !view_.IsAny(t, Bits({Role::kPronoun, Role::kPreposition, Role::kCoordinator, Role::kSubordinator, Role::kAuxiliary,
                               Role::kModal, Role::kNegation, Role::kRelative}));
}

bool Grammar::IsFiniteVerb(uint32_t t) const {
  if (!IsWord(t)) return false;
  if (IsAuxiliary(t)) return !IsOneOf(t, {"be", "been", "being", "having", "am"});
  const uint8_t forms = VerbForms(t);
  if ((forms & (kThird | kPast)) == 0) return false;
  if (IsNameCapital(t)) return false;
  if ((forms & kPast) != 0) {
    // "the elected council", "a report released": before a noun or behind a determiner it is a participle.
    if (t > 0 && view_.IsAny(t - 1, Bits({Role::kDeterminer, Role::kPossessive})) &&
        !IsOneOf(t - 1, {"that", "this", "all", "both", "some"})) {
      return false;
    }
    // "in exchange for advanced weapons"
    if (t > 0 && IsOneOf(t - 1, {"of", "for", "with", "from", "into", "by"})) return false;
    return true;
  }
  // Third-person forms that are plural nouns as well count only behind a word that a subject can end with.
  const bool noun_too = Is(t, Role::kNounVerb) || (forms & kBase) != 0;
  if (!noun_too) return true;
  if (t == 0) return false;
  if (view_.IsAny(t - 1, Bits({Role::kDeterminer, Role::kPossessive})) && !IsOneOf(t - 1, {"which", "that"})) return false;
  if (IsCapital(t - 1) || IsOneOf(t - 1, {"he", "she", "it", "who", "which", "that"})) return true;
  // "the mayor plans to", "the bank wants its"
  return t + 1 < view_.tokens.size() && IsNominal(t - 1) && !view_.Text(t - 1).ends_with('s') &&
         Class(t - 1) == TokenClass::kWord &&
         (Is(t + 1, "to") || view_.IsAny(t + 1, Bits({Role::kDeterminer, Role::kPossessive})));
}

bool Grammar::HasFiniteVerb(TokenRange range) const {
  for (uint32_t t = range.first; t < range.last; ++t) {
    if (const Quotation* quotation = QuotationOf(t)) {
      t = EndOf(*quotation) - 1;
    } else if (IsFiniteVerb(t)) {
      return true;
    }
  }
  return false;
}

bool Grammar::OpensNounPhrase(uint32_t t) const {
  if (Class(t) == TokenClass::kNumber || Class(t) == TokenClass::kQuote) return true;
  if (!IsWord(t)) return false;
  if (IsCapital(t) && !view_.IsAny(t, Bits({Role::kPreposition, Role::kSubordinator, Role::kCoordinator}))) return true;
  if (view_.IsAny(t, Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kTitle}))) return true;
  return IsNominal(t) && !IsAdverb(t) && (VerbForms(t) & (kThird | kPast | kIng)) == 0;
}

bool Grammar::IsUtterance(const Quotation& quotation) const {
  const uint32_t end = EndOf(quotation);
  if (!quotation.closed || end - quotation.open >= kUtteranceTokens + 2) return true;
  const TokenClass last = Class(end - 2);
  if (end - 2 > quotation.open && (last == TokenClass::kComma || last == TokenClass::kStop)) return true;
  return IsTagged(quotation);
}

bool Grammar::IsTagged(const Quotation& quotation) const {
  const uint32_t end = EndOf(quotation);
  const ViewSentence& sentence = view_.sentences[view_.sentence_of[quotation.open]];
  if (end >= sentence.last) return false;
  const bool opens = quotation.open == sentence.first || view_.tokens[quotation.open].Has(Token::kLineStart);
  if (!opens) return false;
  if (IsQuotingVerb(end)) return end + 1 >= sentence.last || !view_.Is(end + 1, Role::kPreposition);
  const bool pronoun = IsOneOf(end, {"he", "she", "they", "i", "we"});
  const bool phrase = pronoun || view_.IsAny(end, Bits({Role::kDeterminer, Role::kPossessive, Role::kTitle})) || IsCapital(end);
  bool sentence_like = pronoun || end - quotation.open > 5;
  for (uint32_t t = quotation.open + 1; t < quotation.close; ++t) sentence_like = sentence_like || IsFiniteVerb(t);
  if (!phrase || !sentence_like) return false;
  for (uint32_t t = end + 1; t < sentence.last && t < end + kTagTokens; ++t) {
    if (IsQuotingVerb(t)) return true;
    if (IsFiniteVerb(t) || IsComma(t) || Class(t) == TokenClass::kQuote) return false;
  }
  return false;
}

bool Grammar::IsQuotingVerb(uint32_t t) const {
  if (!Is(t, Role::kCue) || IsNameCapital(t) || (VerbForms(t) & (kPast | kThird)) == 0) return false;
  const CueTable& cues = view_.rules.cues;
  const std::vector<CueForm>& forms = cues.Of(view_.tokens[t].word);
  return std::any_of(forms.begin(), forms.end(), [&](const CueForm& form) {
    const CueRule& rule = cues.rules[cues.lemmas[form.lemma].rule];
    return rule.shape == CueShape::kVerb && (rule.frames & kQuoted) != 0;
  });
}

}  // namespace crosscheck
