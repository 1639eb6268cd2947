// States from elsewhere than the page: two of them merged, and what was noted in a spreadsheet.
#ifndef CROSSCHECK_COMPARE_STATE_FILES_H_
#define CROSSCHECK_COMPARE_STATE_FILES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace crosscheck {

struct MergedState {
  std::string json;     // crosscheck.state/1
  size_t entries = 0;
  size_t clashes = 0;  // entries that the two note otherwise
};

// Both states' entries. Where both have one, a field that only one fills is taken; where both fill it otherwise the entry changed last
// counts, and the other stands under "clash". Notes are kept both. The same for either order. A state that names no bundle (it came out
// of a spreadsheet) goes with any. Error: no state, or two bundles.
absl::StatusOr<MergedState> MergeStates(std::string_view a, std::string_view b);

// A state from the claim sheet as CSV, as a spreadsheet gave it back (commas, semicolons or tabs), or from all sheets of the workbook
// (.xlsx). Rows count by their fingerprint (sources: by name) and columns by their names, in any order. Error: no such sheet.
absl::StatusOr<std::string> StateFromTable(std::string_view csv);
absl::StatusOr<std::string> StateFromWorkbook(std::string_view xlsx);

// The state that a file of one of these kinds or an exported state (JSON) holds, checked. Error: with the path, what is wrong.
absl::StatusOr<std::string> StateOfFile(std::string_view path, std::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_STATE_FILES_H_
