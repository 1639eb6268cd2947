#include "text/inflect.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool EndsInSibilant(std::string_view word) {
  return word.ends_with("s") || word.ends_with("x") || word.ends_with("z") || word.ends_with("ch") || word.ends_with("sh");
}

bool EndsInConsonantY(std::string_view word) { return word.size() > 1 && word.back() == 'y' && !IsVowel(word[word.size() - 2]); }

std::string AddS(std::string_view word) {
  if (EndsInConsonantY(word)) return StrCat(word.substr(0, word.size() - 1), "ies");
  return StrCat(word, EndsInSibilant(word) || word.ends_with("o") ? "es" : "s");
}

// One syllable that ends in consonant, vowel, consonant doubles the last ("slam" -> "slamm"). Longer verbs with a stressed last
// syllable ("refer") stand in the irregular table.
std::string Doubled(std::string_view base) {
  const size_t n = base.size();
  const bool closed = n >= 3 && !IsVowel(base[n - 1]) && base[n - 1] != 'w' && base[n - 1] != 'x' && base[n - 1] != 'y' &&
                      IsVowel(base[n - 2]) && !IsVowel(base[n - 3]);
  const auto vowels = std::count_if(base.begin(), base.end(), IsVowel);
  return closed && vowels == 1 ? StrCat(base, base.substr(n - 1)) : std::string(base);
}

std::string RegularPast(std::string_view base) {
  if (base.ends_with("e")) return StrCat(base, "d");
  if (EndsInConsonantY(base)) return StrCat(base.substr(0, base.size() - 1), "ied");
  return StrCat(Doubled(base), "ed");
}

std::string RegularIng(std::string_view base) {
  if (base.ends_with("ie")) return StrCat(base.substr(0, base.size() - 2), "ying");
  if (base.ends_with("e") && !base.ends_with("ee") && !base.ends_with("oe") && base.size() > 2) {
    return StrCat(base.substr(0, base.size() - 1), "ing");
  }
  return StrCat(Doubled(base), "ing");
}

std::vector<std::string> Variants(std::string_view forms) {
  std::vector<std::string> out;
  for (const std::string_view form : Split(forms, '/')) out.emplace_back(form);
  return out;
}

}  // namespace

VerbForms InflectVerb(std::string_view base, const IrregularVerbs& irregular) {
  VerbForms forms{std::string(base), AddS(base), RegularIng(base), {}, {}};
  const auto it = irregular.find(base);
  if (it == irregular.end()) {
    forms.past = forms.participle = {RegularPast(base)};
    return forms;
  }
  const std::vector<std::string_view> parts = Split(it->second, ' ');
  forms.past = Variants(parts[0]);
  forms.participle = Variants(parts.size() > 1 ? parts[1] : parts[0]);
  // A doubled consonant before "ed" is doubled before "ing" as well ("referred", "referring").
  const std::string& past = forms.past[0];
  if (past.size() == base.size() + 3 && past.ends_with("ed")) forms.ing = StrCat(past.substr(0, past.size() - 2), "ing");
  if (parts.size() > 2) forms.ing = std::string(parts[2]);
  return forms;
}

std::string PluralOf(std::string_view noun) { return AddS(noun); }

}  // namespace crosscheck
