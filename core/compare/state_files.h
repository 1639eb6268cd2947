// States from elsewhere than the page: two of them merged, and what was noted in a table of claims.
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
// counts, and the other stands under "clash". Notes are kept both. The same for either order. Error: no state, or two bundles.
absl::StatusOr<MergedState> MergeStates(std::string_view a, std::string_view b);

// A state from the claim sheet as CSV, as a spreadsheet gave it back (commas, semicolons or tabs): rows count by their fingerprint.
// Error: no such sheet.
absl::StatusOr<std::string> StateFromTable(std::string_view csv);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_STATE_FILES_H_
