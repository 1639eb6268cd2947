#include "report/workbook.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "base/strings.h"
#include "report/cells.h"
#include "report/display.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxCell = 32000;         // Excel's limit is 32,767 characters
constexpr lxw_row_t kMaxRows = 1'048'575;  // below the header
constexpr size_t kMaxLinks = 60'000;       // Excel's limit is 65,530 a sheet
constexpr lxw_color_t kLinkColor = 0x0B57A4;
constexpr uint8_t kPaperA4 = 9;
constexpr double kMargin = 0.4;            // inches
constexpr size_t kMaxAddress = 2000;       // Excel's limit is 2,079 characters

// What XML may hold, cut at a code point to what a cell may hold. Line ends stay: notes have them.
std::string Fit(std::string_view text) {
  std::string out = Harmless(text);
  if (out.size() <= kMaxCell) return out;
  size_t end = kMaxCell;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  return out.substr(0, end) + "…";
}

// A folder that goes with all that is in it.
struct TemporaryFolder {
  TemporaryFolder() {
    std::error_code error;
    std::string pattern = (std::filesystem::temp_directory_path(error) / "crosscheck-XXXXXX").string();
    if (!error && mkdtemp(pattern.data()) != nullptr) path = pattern;
  }
  ~TemporaryFolder() {
    std::error_code error;
    if (!path.empty()) std::filesystem::remove_all(path, error);
  }
  std::string path;  // empty: could not be made
};

}  // namespace

SheetWriter::SheetWriter(lxw_workbook* workbook, const char* name, const std::vector<Column>& columns)
    : workbook_(workbook), sheet_(workbook_add_worksheet(workbook, name)) {
  lxw_format* bold = workbook_add_format(workbook);
  format_set_bold(bold);
  format_set_bottom(bold, LXW_BORDER_THIN);
  for (size_t i = 0; i < columns.size(); ++i) {
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet_, at, at, columns[i].width, FormatOf(Kind::kText, kNoColor));
    worksheet_write_string(sheet_, 0, at, std::string(columns[i].name).c_str(), bold);
  }
  last_column_ = static_cast<lxw_col_t>(columns.size() - 1);
  worksheet_freeze_panes(sheet_, 1, 0);
}

// Wrapped, at the top of its cell. What is typed into a cell of text stays what it is: "2-3" becomes no date.
lxw_format* SheetWriter::FormatOf(Kind kind, lxw_color_t color) {
  lxw_format*& format = formats_[{kind, color}];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (kind != Kind::kNumber) format_set_num_format(format, "@");
  if (kind == Kind::kLink) {
    format_set_font_color(format, kLinkColor);
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
  }
  if (color != kNoColor) format_set_bg_color(format, color);
  return format;
}

void SheetWriter::Row(const std::vector<std::string>& cells, const std::set<size_t>& numbers, const RowStyle& style) {
  if (row_ >= kMaxRows) return;
  ++row_;
  for (size_t i = 0; i < cells.size(); ++i) {
    const auto at = static_cast<lxw_col_t>(i);
    if (cells[i].empty()) continue;
    const lxw_color_t color = style.coloured == i ? style.color : kNoColor;
    const auto given = style.links.find(i);
    const std::string target = given != style.links.end() ? given->second : std::string(SafeLink(cells[i]));
    if (numbers.contains(i)) {
      worksheet_write_number(sheet_, row_, at, std::atof(cells[i].c_str()), FormatOf(Kind::kNumber, color));
    } else if (!target.empty() && target.size() < kMaxAddress && links_ < kMaxLinks) {
      ++links_;
      worksheet_write_url_opt(sheet_, row_, at, target.c_str(), FormatOf(Kind::kLink, color), Fit(cells[i]).c_str(), nullptr);
    } else {
      worksheet_write_string(sheet_, row_, at, Fit(cells[i]).c_str(), FormatOf(Kind::kText, color));
    }
  }
}

void SheetWriter::Finish(std::optional<size_t> state_column, std::span<const std::string_view> states) {
  worksheet_autofilter(sheet_, 0, 0, std::max<lxw_row_t>(row_, 1), last_column_);
  // On paper: across the page, as wide as the sheet, the header on each.
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, kPaperA4);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
  worksheet_set_margins(sheet_, kMargin, kMargin, kMargin, 2 * kMargin);
  worksheet_set_footer(sheet_, "&L&A&RPage &P of &N");
  if (!state_column || row_ == 0) return;
  std::vector<const char*> choices;
  for (const std::string_view state : states) choices.push_back(state.data());
  choices.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = const_cast<char**>(choices.data());
  const auto column = static_cast<lxw_col_t>(*state_column);
  worksheet_data_validation_range(sheet_, 1, column, row_, column, &validation);
}

absl::Status WriteWorkbook(const char* title, const std::function<void(lxw_workbook*)>& fill, Out& out) {
  const TemporaryFolder folder;
  if (folder.path.empty()) return absl::UnavailableError("xlsx: no temporary folder can be made");
  const std::string path = folder.path + "/sheet.xlsx";
  // Rows go to the disk as they come, so that memory does not grow with the bundle.
  lxw_workbook_options options{LXW_TRUE, const_cast<char*>(folder.path.c_str()), LXW_FALSE};
  lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) return absl::UnavailableError("xlsx: the workbook cannot be made");
  lxw_doc_properties properties{};
  properties.title = const_cast<char*>(title);
  properties.created = 946684800;  // 2000-01-01: libxlsxwriter writes the clock where none is given
  workbook_set_properties(workbook, &properties);
  fill(workbook);
  const lxw_error error = workbook_close(workbook);
  if (error != LXW_NO_ERROR) return absl::UnavailableError(StrCat("xlsx: ", std::string_view(lxw_strerror(error))));
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) return absl::UnavailableError("xlsx: the workbook cannot be read back");
  char buffer[1 << 16];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) out.Add(std::string_view(buffer, got));
  return absl::OkStatus();
}

}  // namespace crosscheck
