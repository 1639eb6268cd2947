// The same person under two spellings, or under a name that was taken apart wrongly, across the articles of a bundle.
#ifndef CROSSCHECK_COMPARE_SPELLINGS_H_
#define CROSSCHECK_COMPARE_SPELLINGS_H_

#include <vector>

#include "compare/tell/comparison.h"
#include "crosscheck/record.h"
#include "rulebook/tables.h"

namespace crosscheck {

// `records` are sorted by id. Groups of type name and relation differ; the finding rules are name.spelling (a letter or two) and
// name.misread (a middle name taken for the surname). Persons that stand side by side in one article are two persons.
std::vector<ComparedGroup> CompareSpellings(const std::vector<Record>& records, const RuleTables& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SPELLINGS_H_
