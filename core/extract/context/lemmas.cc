#include "extract/context/lemmas.h"

#include "base/utf8.h"
#include "text/stem.h"

namespace crosscheck {

Lemmas::Lemmas(const TextView& view) : view_(view), texts_(1) {
  of_token_.resize(view.tokens.size());
  std::vector<LemmaId> of_word(view.rules.lexicon.size(), 0);
  StringMap<LemmaId> of_text;
  for (uint32_t t = 0; t < view.tokens.size(); ++t) {
    const Token& token = view.tokens[t];
    if (token.token_class != TokenClass::kWord) continue;
    if (token.word != 0) {
      LemmaId& known = of_word[token.word];
      if (known == 0) known = Intern(LemmaOf(t));
      of_token_[t] = known;
      continue;
    }
    const auto [it, fresh] = of_text.try_emplace(std::string(view.Text(t)), 0);
    if (fresh) it->second = Intern(LemmaOf(t));
    of_token_[t] = it->second;
  }
}

std::string Lemmas::Lower(uint32_t token) const {
  const WordId word = view_.tokens[token].word;
  return word != 0 ? std::string(view_.rules.lexicon.text(word)) : LowerCase(view_.Text(token));
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

std::string Lemmas::LemmaOf(uint32_t token) const {
  const Lexicon& lexicon = view_.rules.lexicon;
  if (const WordId base = view_.rules.verbs.BaseOf(view_.tokens[token].word); base != 0) return std::string(lexicon.text(base));
  const std::string lower = Lower(token);
  const bool verbal = lower.size() > 4 && (lower.ends_with("ed") || lower.ends_with("ing"));
  if (!verbal) return Singular(lower);
  const std::string stem = Stem(lower);
  for (const std::string_view ending : {"", "e"}) {
    const std::string base = StrCat(stem, ending);
    if (lexicon.Find(base) != 0) return base;
  }
  return stem;
}

}  // namespace crosscheck
