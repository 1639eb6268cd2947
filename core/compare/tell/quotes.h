// Groups and findings of quotations, in words.
#ifndef CROSSCHECK_COMPARE_TELL_QUOTES_H_
#define CROSSCHECK_COMPARE_TELL_QUOTES_H_

#include <vector>

#include "compare/group/quotes.h"
#include "compare/tell/comparison.h"

namespace crosscheck {

std::vector<ComparedGroup> TellQuotes(const Bundle& bundle, const std::vector<QuoteGroup>& groups);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TELL_QUOTES_H_
