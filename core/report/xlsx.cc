// The worksheet as an Excel workbook: findings, claims, sources, duplicates; filters, a frozen header, the state as a drop-down.
// The same worksheet gives the same bytes: no clock is written.
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "base/files.h"
#include "base/json.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxCell = 32000;         // Excel's limit is 32,767 characters
constexpr lxw_row_t kMaxRows = 1'048'575;  // below the header
constexpr size_t kMaxLinks = 60'000;       // Excel's limit is 65,530 a sheet

struct Column {
  std::string_view name;
  double width;
};

// One sheet that is written row by row.
class SheetWriter {
 public:
  SheetWriter(lxw_workbook* workbook, const char* name, const std::vector<Column>& columns)
      : sheet_(workbook_add_worksheet(workbook, name)) {
    lxw_format* bold = workbook_add_format(workbook);
    format_set_bold(bold);
    format_set_bottom(bold, LXW_BORDER_THIN);
    wrap_ = workbook_add_format(workbook);
    format_set_text_wrap(wrap_);
    format_set_align(wrap_, LXW_ALIGN_VERTICAL_TOP);
    for (size_t i = 0; i < columns.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, columns[i].width, wrap_);
      worksheet_write_string(sheet_, 0, at, std::string(columns[i].name).c_str(), bold);
    }
    last_column_ = static_cast<lxw_col_t>(columns.size() - 1);
    worksheet_freeze_panes(sheet_, 1, 0);
  }

  // Cells are written as strings, never as formulas; a whole number where `numbers` names the column.
  void Row(const std::vector<std::string>& cells, const std::set<size_t>& numbers) {
    if (row_ >= kMaxRows) return;
    ++row_;
    for (size_t i = 0; i < cells.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      if (cells[i].empty()) continue;
      if (numbers.contains(i)) {
        worksheet_write_number(sheet_, row_, at, std::atof(cells[i].c_str()), wrap_);
      } else if (const std::string_view link = SafeLink(cells[i]); !link.empty() && link.size() < 2000 && links_ < kMaxLinks) {
        ++links_;
        worksheet_write_url(sheet_, row_, at, cells[i].c_str(), wrap_);
      } else {
        worksheet_write_string(sheet_, row_, at, Fit(cells[i]).c_str(), wrap_);
      }
    }
  }

  void Finish(std::optional<lxw_col_t> state_column) {
    worksheet_autofilter(sheet_, 0, 0, std::max<lxw_row_t>(row_, 1), last_column_);
    if (!state_column || row_ == 0) return;
    static const char* const kChoices[] = {"to check",           "confirmed",  "wrong", "changed",
                                           "cannot be verified", "not needed", nullptr};
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<char**>(kChoices);
    worksheet_data_validation_range(sheet_, 1, *state_column, row_, *state_column, &validation);
  }

 private:
  // What XML may hold, cut at a code point to what a cell may hold.
  static std::string Fit(std::string_view text) {
    std::string out = OneLine(text);
    if (out.size() <= kMaxCell) return out;
    size_t end = kMaxCell;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    return out.substr(0, end) + "…";
  }

  lxw_worksheet* sheet_;
  lxw_format* wrap_ = nullptr;
  lxw_col_t last_column_ = 0;
  lxw_row_t row_ = 0;
  size_t links_ = 0;
};

std::string SideText(const SheetIndex& index, const Finding& finding, std::string_view side) {
  std::string text;
  for (const FindingMember& member : finding.members) {
    if (member.side != side) continue;
    const Record* record = index.Find(member.document);
    const bool at_hand = record != nullptr && member.focus && member.focus->end <= record->document.text.size();
    StrAppend(&text, text.empty() ? "" : "; ", index.Letter(member.document), ": ",
              at_hand ? member.focus->In(record->document.text) : std::string_view(member.text),
              member.source.empty() ? "" : StrCat(" (", member.source, ")"));
  }
  return text;
}

void WriteFindings(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(workbook, "Findings",
                    {{"id", 6},
                     {"rank", 6},
                     {"level", 9},
                     {"finding", 40},
                     {"A says", 35},
                     {"B says", 35},
                     {"why flagged", 40},
                     {"state", 16},
                     {"checked by", 12},
                     {"note", 30},
                     {"set aside", 20},
                     {"baseline", 11},
                     {"fingerprint", 18}});
  for (const Finding& finding : index.sheet().findings) {
    static const auto& unchecked = *new Check();
    const Check* check = index.FindCheck(CheckTarget::kFinding, finding.fingerprint);
    if (check == nullptr) check = &unchecked;
    sheet.Row({finding.id, StrCat(finding.rank), std::string(JsonName(finding.severity)), finding.message,
               SideText(index, finding, "A"), SideText(index, finding, "B"), Join(finding.why, "; "),
               check->state.empty() ? std::string(kStates[0]) : check->state, check->checked_by, check->note, finding.suppressed,
               std::string(JsonName(finding.baseline)), finding.fingerprint},
              {1});
  }
  sheet.Finish(7);
}

void WriteClaims(lxw_workbook* workbook, const SheetIndex& index) {
  std::vector<Column> columns;
  constexpr double kWidths[] = {6, 22, 8, 22, 50, 24, 14, 18, 20, 12, 26, 26, 10, 16, 20, 24, 12, 12, 30, 18};
  for (size_t i = 0; i < std::size(kClaimColumns); ++i) columns.push_back({kClaimColumns[i], kWidths[i]});
  SheetWriter sheet(workbook, "Claims", columns);
  size_t number = 0;
  for (const Record& record : index.sheet().documents) {
    const Places places(record.document);
    for (const Claim& claim : index.ClaimsOf(record, places)) sheet.Row(ClaimCells(index, record, claim, ++number), {0, 12});
  }
  sheet.Finish(13);
}

void WriteSources(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(workbook, "Sources",
                    {{"source", 40}, {"statements", 12}, {"articles", 14}, {"contact", 30}, {"reliability", 12}, {"note", 30}});
  std::map<std::string, std::pair<size_t, std::set<std::string>>> sources;
  for (const Record& record : index.sheet().documents) {
    for (const Statement& statement : record.statements) {
      if (statement.sources.empty()) continue;
      auto& [count, letters] = sources[statement.sources.back().name];
      ++count;
      letters.insert(index.Letter(record.document.id));
    }
  }
  for (const auto& [name, use] : sources) {
    const Check* check = index.FindCheck(CheckTarget::kSource, name);
    sheet.Row({name, StrCat(use.first), Join(use.second, " "), check ? check->source : "", check ? check->evidence : "",
               check ? check->note : ""},
              {1});
  }
  sheet.Finish(std::nullopt);
}

void WriteDuplicates(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(workbook, "Duplicates",
                    {{"article", 30},
                     {"other article", 30},
                     {"kind", 12},
                     {"share of the first", 10},
                     {"share of the other", 10},
                     {"passages", 9},
                     {"likely origin", 30},
                     {"evidence", 40}});
  for (const Reuse& reuse : index.sheet().reuse) {
    sheet.Row({reuse.a, reuse.b, std::string(JsonName(reuse.kind)), StrCat(reuse.share_a), StrCat(reuse.share_b),
               StrCat(reuse.passages.size()), reuse.source, Join(reuse.evidence, "; ")},
              {3, 4, 5});
  }
  sheet.Finish(std::nullopt);
}

void WriteArticles(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(
      workbook, "Articles",
      {{"letter", 7}, {"article", 40}, {"title", 40}, {"outlet", 20}, {"published", 14}, {"address", 50}, {"problem", 30}});
  for (const Record& record : index.sheet().documents) {
    const Document& d = record.document;
    sheet.Row({index.Letter(d.id), std::string(NameOf(d)), d.title, d.outlet, d.published ? DaysText(d.published->days) : "",
               d.url, Join(d.errors, "; ")},
              {});
  }
  for (const Unread& unread : index.sheet().unread)
    sheet.Row({"", unread.uri, "", "", "", "", StrCat("not read: ", unread.reason)}, {});
  sheet.Finish(std::nullopt);
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

absl::Status WriteXlsx(const Worksheet& sheet, const WriteOptions&, Out& out) {
  const TemporaryFolder folder;
  if (folder.path.empty()) return absl::UnavailableError("xlsx: no temporary folder can be made");
  const std::string path = folder.path + "/sheet.xlsx";
  // Rows go to the disk as they come, so that memory does not grow with the bundle.
  lxw_workbook_options options{LXW_TRUE, const_cast<char*>(folder.path.c_str()), LXW_FALSE};
  lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) return absl::UnavailableError("xlsx: the workbook cannot be made");
  lxw_doc_properties properties{};
  properties.title = const_cast<char*>("Fact-check worksheet");
  properties.created = 946684800;  // 2000-01-01: libxlsxwriter writes the clock where none is given
  workbook_set_properties(workbook, &properties);
  const SheetIndex index(sheet);
  WriteFindings(workbook, index);
  WriteClaims(workbook, index);
  WriteSources(workbook, index);
  WriteDuplicates(workbook, index);
  WriteArticles(workbook, index);
  const lxw_error error = workbook_close(workbook);
  if (error != LXW_NO_ERROR) return absl::UnavailableError(StrCat("xlsx: ", std::string_view(lxw_strerror(error))));
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) return absl::UnavailableError("xlsx: the workbook cannot be read back");
  char buffer[1 << 16];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) out.Add(std::string_view(buffer, got));
  return absl::OkStatus();
}

}  // namespace crosscheck
