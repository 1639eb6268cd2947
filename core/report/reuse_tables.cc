#include "report/reuse_tables.h"

#include <iterator>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/strings.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/reuse_text.h"
#include "report/value_text.h"
#include "report/workbook.h"

namespace crosscheck {
namespace {

// The table's columns: name, width in a workbook, whether its cells are numbers, the cell.
struct TableColumn {
  std::string_view name;
  double width;
  bool number;
  std::string (*cell)(const Worksheet& sheet, const ReuseArticle& row);
};

const TableColumn kColumns[] = {
    {"family", 8, false, [](const Worksheet&, const ReuseArticle& row) { return row.family; }},
    {"kind", 10, false,
     [](const Worksheet&, const ReuseArticle& row) { return row.kind ? std::string(JsonName(*row.kind)) : std::string("own text"); }},
    {"title", 45, false, [](const Worksheet&, const ReuseArticle& row) { return row.title; }},
    {"outlet", 22, false, [](const Worksheet&, const ReuseArticle& row) { return row.outlet; }},
    {"time", 12, false,
     [](const Worksheet&, const ReuseArticle& row) { return row.published ? DaysText(*row.published) : std::string(); }},
    {"share", 8, true, [](const Worksheet&, const ReuseArticle& row) { return StrCat(row.share); }},
    {"words", 8, true, [](const Worksheet&, const ReuseArticle& row) { return StrCat(row.words); }},
    {"earliest", 9, false, [](const Worksheet&, const ReuseArticle& row) { return std::string(row.earliest ? "earliest" : ""); }},
    {"likely origin", 30, false, [](const Worksheet& sheet, const ReuseArticle& row) { return OriginText(sheet, row); }},
    {"reason", 45, false, [](const Worksheet&, const ReuseArticle& row) { return Join(row.reason, "; "); }},
    {"article", 30, false, [](const Worksheet&, const ReuseArticle& row) { return row.document; }},
    {"story", 6, true, [](const Worksheet&, const ReuseArticle& row) { return StrCat(row.story); }},
    {"address", 45, false, [](const Worksheet&, const ReuseArticle& row) { return row.url; }},
};

std::vector<std::string> CellsOf(const Worksheet& sheet, const ReuseArticle& row) {
  std::vector<std::string> cells;
  for (const TableColumn& column : kColumns) cells.push_back(column.cell(sheet, row));
  return cells;
}

constexpr std::string_view kStyle =
    "body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem;color:#1b1b1b;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d5d5d5;overflow-wrap:anywhere}"
    "th{position:sticky;top:0;background:#f3f3f3}tr.first td{border-top:2px solid #777}td.number{text-align:right;white-space:nowrap}"
    "@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}th{background:#262626}th,td{border-color:#444}"
    "a{color:#8ab4ff}}";

}  // namespace

absl::Status WriteReuseCsv(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out) {
  std::vector<std::string> names;
  for (const TableColumn& column : kColumns) names.emplace_back(column.name);
  AddCsvRow(names, out);
  for (const ReuseArticle& row : rows) AddCsvRow(CellsOf(sheet, row), out);
  return absl::OkStatus();
}

absl::Status WriteReuseXlsx(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out) {
  const auto fill = [&](lxw_workbook* workbook) {
    std::vector<Column> columns;
    std::set<size_t> numbers;
    for (const TableColumn& column : kColumns) {
      if (column.number) numbers.insert(columns.size());
      columns.push_back({column.name, column.width});
    }
    SheetWriter writer(workbook, "Articles", columns);
    for (const ReuseArticle& row : rows) writer.Row(CellsOf(sheet, row), numbers);
    writer.Finish(std::nullopt);
  };
  return WriteWorkbook("Duplicated text", fill, out);
}

absl::Status WriteReuseHtml(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out) {
  out.Add("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
          "'none'; style-src 'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width\"><title>Duplicated text</title><style>",
          kStyle, "</style></head><body><h1>Duplicated text</h1><p>", rows.size(), " articles, ", sheet.families.size(),
          " families of copies.</p><table><thead><tr>");
  for (const TableColumn& column : kColumns) out.Add("<th scope=\"col\">", column.name, "</th>");
  out.Add("</tr></thead><tbody>\n");
  std::string_view family;
  for (const ReuseArticle& row : rows) {
    const bool first = row.family != family;
    family = row.family;
    out.Add(first ? "<tr class=\"first\">" : "<tr>");
    for (const TableColumn& column : kColumns) {
      const std::string cell = OneLine(column.cell(sheet, row));
      const std::string_view link = SafeLink(cell);
      out.Add(column.number ? "<td class=\"number\">" : "<td>");
      if (link.empty()) {
        out.Add(EscapeHtml(cell), "</td>");
      } else {
        out.Add("<a href=\"", EscapeHtml(link), "\">", EscapeHtml(cell), "</a></td>");
      }
    }
    out.Add("</tr>\n");
  }
  out.Add("</tbody></table>");
  for (const Unread& unread : sheet.unread)
    out.Add("<p>Not read: ", EscapeHtml(OneLine(unread.uri)), ": ", EscapeHtml(OneLine(unread.reason)), "</p>\n");
  out.Add("</body></html>\n");
  return absl::OkStatus();
}

}  // namespace crosscheck
