// Excel workbooks by libxlsxwriter, sheet by sheet: text is never a formula, addresses are links, the same rows give the same bytes
// (no clock is written). The only user of that library.
#ifndef CROSSCHECK_REPORT_WORKBOOK_H_
#define CROSSCHECK_REPORT_WORKBOOK_H_

#include <xlsxwriter.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "report/out.h"

namespace crosscheck {

struct Column {
  std::string_view name;
  double width;
};

inline constexpr lxw_color_t kNoColor = 0xFF000000;  // none that a cell can have

// Where cells of a row lead, and their colour.
struct RowStyle {
  std::map<size_t, std::string> links;  // by column: an address, or "internal:'Claims'!A7"
  std::optional<size_t> coloured;       // column that has the colour
  lxw_color_t color = kNoColor;
};

// One sheet that is written row by row.
class SheetWriter {
 public:
  SheetWriter(lxw_workbook* workbook, const char* name, const std::vector<Column>& columns);
  // Cells are written as strings, never as formulas; a number where `numbers` names the column. What is typed into them stays text.
  void Row(const std::vector<std::string>& cells, const std::set<size_t>& numbers, const RowStyle& style = {});
  // Filters, the set-up of the print; the states of a claim as a drop-down in `state_column`.
  void Finish(std::optional<size_t> state_column, std::span<const std::string_view> states = {});

 private:
  enum class Kind : uint8_t { kText, kNumber, kLink };
  lxw_format* FormatOf(Kind kind, lxw_color_t color);

  lxw_workbook* workbook_;
  lxw_worksheet* sheet_;
  std::map<std::pair<Kind, lxw_color_t>, lxw_format*> formats_;
  lxw_col_t last_column_ = 0;
  lxw_row_t row_ = 0;
  size_t links_ = 0;
};

// Makes a workbook, lets `fill` write its sheets and hands the bytes on.
absl::Status WriteWorkbook(const char* title, const std::function<void(lxw_workbook*)>& fill, Out& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_WORKBOOK_H_
