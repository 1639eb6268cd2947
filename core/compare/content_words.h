// What a sentence is about, reduced to what another wording of it would share.
#ifndef CROSSCHECK_COMPARE_CONTENT_WORDS_H_
#define CROSSCHECK_COMPARE_CONTENT_WORDS_H_

#include <string>

#include "rulebook/tables.h"

namespace crosscheck {

// The stem of a content word in lower case, synonyms as one; empty for small words, days, months and number words.
std::string ContentStem(const std::string& lower, const RuleTables& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_CONTENT_WORDS_H_
