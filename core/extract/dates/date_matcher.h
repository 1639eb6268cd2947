// Finds the phrases of time in a sentence by the patterns of the rulebook, and joins those that say one date together.
#ifndef CROSSCHECK_EXTRACT_DATES_DATE_MATCHER_H_
#define CROSSCHECK_EXTRACT_DATES_DATE_MATCHER_H_

#include <vector>

#include "extract/dates/date_phrase.h"
#include "extract/text_view.h"

namespace crosscheck {

// The phrases in tokens [first, last), which are one sentence, in text order; in a headline capitals tell nothing. The longest
// pattern wins at each token. Parts of one date that stand together are one phrase: "Tuesday, Jan. 27", "early next year", "9
// a.m. Tuesday", "the summer of 1994".
std::vector<DatePhrase> FindDatePhrases(const TextView& view, uint32_t first, uint32_t last, bool headline);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATE_MATCHER_H_
