// Dates of one list or range that share a part, which stands with one of them only: "between 5pm and 9pm on Monday", "March and
// May 2022", "March 4, 5 and 6", "Monday 18, Tuesday 19 and Wednesday 20 March".
#ifndef CROSSCHECK_EXTRACT_DATES_DATE_LISTS_H_
#define CROSSCHECK_EXTRACT_DATES_DATE_LISTS_H_

#include <utility>
#include <vector>

#include "extract/dates/date_phrase.h"
#include "extract/text_view.h"

namespace crosscheck {

// Gives each phrase of the sentence [first, last) the day, month or year that it shares, and adds the days of a list that are
// numbers only.
void ShareParts(const TextView& view, uint32_t first, uint32_t last, std::vector<DatePhrase>* phrases);

// "5-6pm": the two hours of a range; the first has the half of the day that puts it before the second.
std::pair<DatePhrase, DatePhrase> SplitClocks(const DatePhrase& range);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATE_LISTS_H_
