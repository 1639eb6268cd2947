// Joining the mentions of a story that name the same person, body or place: "Kim" to the Kim who is meant, an acronym to its
// full form.
#ifndef CROSSCHECK_EXTRACT_NAMES_NAME_MERGE_H_
#define CROSSCHECK_EXTRACT_NAMES_NAME_MERGE_H_

#include "extract/names/name_spans.h"
#include "extract/names/names.h"

namespace crosscheck {

// Linear: each word of a name keeps only the few names of it that were told last.
NameTable MergeNames(const TextView& view, const QuoteMap& quotes, const std::vector<NameSpan>& spans);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_NAMES_NAME_MERGE_H_
