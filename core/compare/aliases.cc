#include "compare/aliases.h"

#include "base/utf8.h"

namespace crosscheck {

Aliases::Aliases(const RuleTables& rules) {
  const NameRules& names = rules.names;
  for (const NamePhrase& phrase : names.phrases) {
    const KnownName& known = names.known[phrase.known];
    if (known.country == NameRules::kNone) continue;
    std::string form;
    for (const WordId word : phrase.words) {
      if (word == 0) {
        form += '-';
        continue;
      }
      if (!form.empty() && form.back() != '-') form += ' ';
      form += rules.lexicon.text(word);
    }
    country_of_.emplace(std::move(form), names.known[known.country].name);
  }
}

std::string Aliases::Canonical(std::string_view name) const {
  std::string lower = LowerCase(name);
  if (lower.starts_with("the ")) lower.erase(0, 4);
  const auto it = country_of_.find(lower);
  return it == country_of_.end() ? std::string(name) : it->second;
}

}  // namespace crosscheck
