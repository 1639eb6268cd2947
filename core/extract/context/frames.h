// The frame around each claim of a document: what is counted, what happened to it, whose it is, when, on whose word. Entry:
// AddClaims, the last walk of extraction.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_FRAMES_H_
#define CROSSCHECK_EXTRACT_CONTEXT_FRAMES_H_

#include "crosscheck/record.h"
#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

// Sets `claims`, `sentences` and `topics` of a record whose statements, figures, dates and names are complete. `view` is of the
// record's document.
void AddClaims(const TextView& view, const QuoteMap& quotes, Record* record);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_FRAMES_H_
