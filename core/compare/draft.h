// A draft against its sources: which findings are about it, and where each of its claims stands in them.
#ifndef CROSSCHECK_COMPARE_DRAFT_H_
#define CROSSCHECK_COMPARE_DRAFT_H_

#include <string_view>
#include <vector>

#include "crosscheck/worksheet.h"
#include "rulebook/tables.h"

namespace crosscheck {

// Leaves the findings in which the document has a part; its members come first, since a finding is told at its first place.
void KeepFindingsOf(std::string_view document, std::vector<Finding>* findings);

// Each claim of the document with its places in the others. `sheet` has its documents (by id), groups and reuse. A document that the
// sheet does not have gets no claims.
Draft FindStandings(const Worksheet& sheet, std::string_view document, const RuleTables& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_DRAFT_H_
