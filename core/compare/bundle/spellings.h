// One word of a name in two spellings.
#ifndef CROSSCHECK_COMPARE_BUNDLE_SPELLINGS_H_
#define CROSSCHECK_COMPARE_BUNDLE_SPELLINGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "rulebook/word_rules.h"

namespace crosscheck {

// Two words in lower case: a letter or two are unlike in a long word ("markus", "markkus"), or both have the same consonants by
// sound ("gurbanguly", "kurbanguli").
bool AreSpellings(const WordRules& rules, std::string_view a, std::string_view b);

// Two words that are spellings of each other have one of these in common: the sound, and the word without its first or last letters.
std::vector<std::string> SpellingKeys(const WordRules& rules, std::string_view word);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_SPELLINGS_H_
