// The claim sheet as comma-separated values after RFC 4180: CRLF, quotes doubled. A cell that a spreadsheet would take for a
// formula is kept as text.
#include <iterator>

#include "report/cells.h"
#include "report/display.h"
#include "report/formats.h"

namespace crosscheck {
namespace {

void AddCell(std::string_view cell, std::string* row) {
  const std::string_view mark = StartsFormula(cell) ? "'" : "";
  static constexpr ByteSet kQuoted(",\"\r\n");
  if (kQuoted.FindIn(cell, 0) == cell.size()) {
    row->append(mark).append(cell);
    return;
  }
  row->push_back('"');
  row->append(mark);
  for (size_t quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
    row->append(cell.substr(0, quote + 1));
    row->push_back('"');
    cell.remove_prefix(quote + 1);
  }
  row->append(cell);
  row->push_back('"');
}

template <class Cells>
void AddCells(const Cells& cells, Out& out) {
  std::string row;
  for (const auto& cell : cells) {
    if (&cell != &*std::begin(cells)) row.push_back(',');
    AddCell(cell, &row);
  }
  out.Add(row, "\r\n");
}

}  // namespace

void AddCsvRow(const std::vector<std::string>& cells, Out& out) { AddCells(cells, out); }

absl::Status WriteCsv(const Worksheet& sheet, const WriteOptions& options, Out& out) {
  if (options.csv_bom) out.Add(kByteOrderMark);
  std::vector<std::string_view> names;
  for (const ClaimColumn& column : ClaimColumnsOf(sheet)) names.push_back(column.name);
  AddCells(names, out);
  ForEachClaimRow(SheetIndex(sheet), [&out](const ClaimRow& row) { AddCells(row.cells, out); });
  return absl::OkStatus();
}

}  // namespace crosscheck
