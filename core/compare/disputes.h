// What one side asserts and another denies, across the articles of a bundle.
//
// The same proposition with opposite polarity by different sources, after the factuality scheme of FactBank (Sauri and
// Pustejovsky 2009): who asserts, who denies, and which article gives only one side. Never a verdict.
#ifndef CROSSCHECK_COMPARE_DISPUTES_H_
#define CROSSCHECK_COMPARE_DISPUTES_H_

#include <vector>

#include "compare/tell/comparison.h"
#include "crosscheck/record.h"
#include "rulebook/tables.h"

namespace crosscheck {

// `records` are sorted by id. Groups of type statement and relation disputed with at least two documents; the finding rule is
// statement.disputed. Denials are few: each is held against the assertions that share a word with it.
std::vector<ComparedGroup> CompareDenials(const std::vector<Record>& records, const RuleTables& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_DISPUTES_H_
