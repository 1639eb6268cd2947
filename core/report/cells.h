// The claim sheet's rows as plain cells: what CSV, XLSX and Markdown share.
#ifndef CROSSCHECK_REPORT_CELLS_H_
#define CROSSCHECK_REPORT_CELLS_H_

#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/out.h"
#include "report/sheet_index.h"

namespace crosscheck {

// A column of the claim sheet; ClaimCells gives the cells in this order.
struct ClaimColumn {
  std::string_view name;
  double width;  // in a workbook, in characters
  bool number = false;
};
enum ClaimCell : size_t {
  kNumberCell, kArticleCell, kPlaceCell, kWordsCell, kSentenceCell, kSaidByCell, kTypeCell, kValueCell, kAboutCell, kAsOfCell, kAgreeCell,
  kDifferCell, kBesideCell, kOriginsCell, kStateCell, kCorrectionCell, kSourceCell, kSourceKindCell, kEvidenceCell, kCheckedByCell, kCheckedOnCell, kNoteCell, kFingerprintCell,
  kStandingCell, kSourcePlacesCell,
};
inline constexpr ClaimColumn kClaimColumns[] = {{"no", 6, true},
                                                {"article", 22},
                                                {"place", 8},
                                                {"words", 22},
                                                {"sentence", 50},
                                                {"said by", 24},
                                                {"type", 14},
                                                {"value", 18},
                                                {"about", 20},
                                                {"as of", 12},
                                                {"agrees with", 26},
                                                {"differs from", 26},
                                                {"does not contradict", 26},
                                                {"independent origins", 10, true},
                                                {"state", 16},
                                                {"right wording", 26},
                                                {"source consulted", 20},
                                                {"source kind", 14},
                                                {"evidence", 24},
                                                {"checked by", 12},
                                                {"checked on", 12},
                                                {"note", 30},
                                                {"fingerprint", 18},
                                                {"stands", 16},
                                                {"in the sources", 50}};
static_assert(std::size(kClaimColumns) == kSourcePlacesCell + 1);

// The columns of this sheet: those on standing in sources only where a draft was checked.
std::span<const ClaimColumn> ClaimColumnsOf(const Worksheet& sheet);

// The states a person can give a claim, in the order of the sheet's menu; the first is where all begin.
inline constexpr std::string_view kStates[] = {"to check", "confirmed", "wrong", "cannot be verified", "not needed"};
// Those of a finding of two sides.
inline constexpr std::string_view kFindingStates[] = {"to check", "A right", "B right", "both right", "neither", "not the same thing", "leave"};

std::vector<std::string> ClaimCells(const SheetIndex& index, const Record& record, const Claim& claim, size_t number);

struct ClaimRow {
  const Record* record = nullptr;  // null, as `claim`: a story that was not checked
  const Claim* claim = nullptr;
  std::vector<std::string> cells;
};

// The rows of the claim sheet, one after the other: all claims, of a draft's sheet those of the draft; then the stories that were not
// checked, with article and reason and no fingerprint.
void ForEachClaimRow(const SheetIndex& index, const std::function<void(const ClaimRow& row)>& use);

// The row of a story that was not checked: article and reason, no fingerprint.
std::vector<std::string> UncheckedCells(const SheetIndex& index, const Unchecked& unchecked);

// What else the bundle says: the other members of the claim's groups, on its own side, on others, and beside it: what does not
// contradict it and no more (an earlier or later value, a bound that fits).
struct Elsewhere {
  std::vector<const GroupMember*> agree;
  std::vector<const GroupMember*> differ;
  std::vector<const GroupMember*> beside;
  int origins = 0;  // of the largest group; 0: in none
};
Elsewhere ElsewhereOf(const Record& record, const Claim& claim);

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// One row of comma-separated values, by RFC 4180; formulas are kept as text.
void AddCsvRow(const std::vector<std::string>& cells, Out& out);

// A person's note, with what somebody else noted otherwise: "seen [noted otherwise: wrong, KL]".
std::string NoteText(const Check& check);

// All that was noted, in one line; empty for null.
std::string NotedText(const Check* check);

// Whether a spreadsheet would take the cell for a formula (= + - @, tab, return): an apostrophe before it keeps it as text.
bool StartsFormula(std::string_view cell);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_CELLS_H_
