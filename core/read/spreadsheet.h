// The sheets of an Excel workbook (.xlsx) as rows of texts, whoever wrote it: shared and inline strings, numbers as they stand, dates
// as ISO days. Formulas give the value that was last computed.
#ifndef CROSSCHECK_READ_SPREADSHEET_H_
#define CROSSCHECK_READ_SPREADSHEET_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace crosscheck {

struct Sheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;  // empty rows left out; cells up to the last one that is filled
};

// Error: no workbook, a damaged one, or one whose cells hold more text than any worksheet has.
absl::StatusOr<std::vector<Sheet>> ReadSpreadsheet(std::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_SPREADSHEET_H_
