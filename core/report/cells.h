// The claim sheet's rows as plain cells: what CSV, XLSX and Markdown share.
#ifndef CROSSCHECK_REPORT_CELLS_H_
#define CROSSCHECK_REPORT_CELLS_H_

#include <string>
#include <string_view>
#include <vector>

#include "report/out.h"
#include "report/sheet_index.h"

namespace crosscheck {

inline constexpr std::string_view kClaimColumns[] = {"no",
                                                     "article",
                                                     "place",
                                                     "words",
                                                     "sentence",
                                                     "said by",
                                                     "type",
                                                     "value",
                                                     "about",
                                                     "as of",
                                                     "agrees with",
                                                     "differs from",
                                                     "independent origins",
                                                     "state",
                                                     "source consulted",
                                                     "evidence",
                                                     "checked by",
                                                     "checked on",
                                                     "note",
                                                     "fingerprint"};

// The states a person can give a claim, in the order of the sheet's menu; the first is where all begin.
inline constexpr std::string_view kStates[] = {"to check", "confirmed", "wrong", "changed", "cannot be verified", "not needed"};

std::vector<std::string> ClaimCells(const SheetIndex& index, const Record& record, const Claim& claim, size_t number);

// What else the bundle says: the other members of the claim's groups, on its own side, on others, and on none (an earlier or later
// value, a bound that fits several).
struct Elsewhere {
  std::vector<const GroupMember*> agree;
  std::vector<const GroupMember*> differ;
  std::vector<const GroupMember*> beside;
  int origins = 0;  // of the largest group; 0: in none
};
Elsewhere ElsewhereOf(const Record& record, const Claim& claim);

// One row of comma-separated values, by RFC 4180; formulas are kept as text.
void AddCsvRow(const std::vector<std::string>& cells, Out& out);

// Whether a spreadsheet would take the cell for a formula (= + - @, tab, return): an apostrophe before it keeps it as text.
bool StartsFormula(std::string_view cell);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_CELLS_H_
