// The words of quotations in normal form, with what each of them does: what comparing one article's quotation with another's asks.
//
// AddQuoteFrames is the entry.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_QUOTE_WORDS_H_
#define CROSSCHECK_EXTRACT_CONTEXT_QUOTE_WORDS_H_

#include <vector>

#include "crosscheck/record.h"
#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

// Tokens [first, last) as words: contractions in full, one spelling, no marks; what stands in square brackets is left out.
// `names` tells the places of the names, in text order.
std::vector<QuoteWord> NormalWords(const TextView& view, uint32_t first, uint32_t last, const std::vector<Span>& names);

// Sets `quotes` of a record whose statements and names are complete and numbered. `view` is of the record's document.
void AddQuoteFrames(const TextView& view, const QuoteMap& quotes, Record* record);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_QUOTE_WORDS_H_
