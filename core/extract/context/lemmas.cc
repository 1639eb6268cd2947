#include "extract/context/lemmas.h"

#include "text/stem.h"

namespace crosscheck {

Lemmas::Lemmas(const TextView& view) : view_(view), texts_(1) {
  of_token_.resize(view.tokens.size());
  std::vector<LemmaId> of_lexeme(view.lexemes.size(), 0);
  for (uint32_t t = 0; t < view.tokens.size(); ++t) {
    const Token& token = view.tokens[t];
    if (token.token_class != TokenClass::kWord || token.lexeme >= of_lexeme.size()) continue;
    LemmaId& known = of_lexeme[token.lexeme];
    if (known == 0) known = Intern(LemmaOf(t));
    of_token_[t] = known;
  }
}

LemmaId Lemmas::Intern(std::string text) {
  const auto [it, fresh] = ids_.try_emplace(std::move(text), static_cast<LemmaId>(texts_.size()));
  if (fresh) texts_.push_back(it->first);
  return it->second;
}

std::string Lemmas::Singular(std::string lower) {
  if (lower.ends_with("'s")) lower.resize(lower.size() - 2);
  if (lower.ends_with("\u2019s")) lower.resize(lower.size() - 4);
  const size_t n = lower.size();
  if (n <= 3 || lower.back() != 's' || lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is")) return lower;
  if (lower.ends_with("ies") && n > 4) return StrCat(std::string_view(lower).substr(0, n - 3), "y");
  for (const std::string_view ending : {"sses", "shes", "ches", "xes"}) {
    if (lower.ends_with(ending)) return lower.substr(0, n - 2);
  }
  return lower.substr(0, n - 1);
}

std::string Lemmas::NounText(uint32_t token) const {
  const VerbTable& verbs = view_.rules.verbs;
  const WordId word = view_.tokens[token].word;
  const WordId irregular = verbs.FormsOf(word) == 0 ? verbs.BaseOf(word) : 0;
  return irregular != 0 ? std::string(view_.rules.lexicon.text(irregular)) : Singular(std::string(view_.Folded(token)));
}

std::string Lemmas::LemmaOf(uint32_t token) const {
  const Lexicon& lexicon = view_.rules.lexicon;
  if (const WordId base = view_.rules.verbs.BaseOf(view_.tokens[token].word); base != 0) return std::string(lexicon.text(base));
  const std::string lower(view_.Folded(token));
  const bool verbal = lower.size() > 4 && (lower.ends_with("ed") || lower.ends_with("ing"));
  if (!verbal) return NounText(token);
  const std::string stem = Stem(lower);
  for (const std::string_view ending : {"", "e"}) {
    const std::string base = StrCat(stem, ending);
    if (lexicon.Find(base) != 0) return base;
  }
  return stem;
}

}  // namespace crosscheck
