// Stems: words that differ only in their ending become equal ("ships" "shipped" "shipping"). For comparing, never for display.
#ifndef CROSSCHECK_TEXT_STEM_H_
#define CROSSCHECK_TEXT_STEM_H_

#include <string>
#include <string_view>

namespace crosscheck {

// `lower` is a word in lower case. Takes off the plural, -ed, -ing and a doubled consonant before them, and a final e; British
// -our and -ise become American. Words of four letters or fewer lose only a plural s.
std::string Stem(std::string_view lower);

// Levenshtein distance in bytes, or limit + 1 where it is larger.
int EditDistance(std::string_view a, std::string_view b, int limit);

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_STEM_H_
