// The claim sheet as comma-separated values after RFC 4180: CRLF, quotes doubled. A cell that a spreadsheet would take for a
// formula is kept as text.
#include "report/cells.h"
#include "report/formats.h"

namespace crosscheck {
namespace {

std::string Quoted(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

void AddRow(const std::vector<std::string>& cells, Out& out) {
  for (size_t i = 0; i < cells.size(); ++i) out.Add(i == 0 ? "" : ",", Quoted(SafeCell(cells[i])));
  out.Add("\r\n");
}

}  // namespace

absl::Status WriteCsv(const Worksheet& sheet, const WriteOptions&, Out& out) {
  std::vector<std::string> header;
  for (const std::string_view name : kClaimColumns) header.emplace_back(name);
  AddRow(header, out);
  const SheetIndex index(sheet);
  size_t number = 0;
  for (const Record& record : sheet.documents) {
    const Places places(record.document);
    for (const Claim& claim : index.ClaimsOf(record, places)) AddRow(ClaimCells(index, record, claim, ++number), out);
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
