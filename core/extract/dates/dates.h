// Dates, times, durations and sets, resolved to day intervals against the story's own day. Never against a clock.
#ifndef CROSSCHECK_EXTRACT_DATES_DATES_H_
#define CROSSCHECK_EXTRACT_DATES_DATES_H_

#include <vector>

#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

// In text order; takes the tokens it finds (view->owner). `id` stays empty.
std::vector<Timex> FindDates(TextView* view, const QuoteMap& quotes);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATES_H_
