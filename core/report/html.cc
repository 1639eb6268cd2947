#include "report/display.h"
#include "report/formats.h"
#include "report/sheet_index.h"
namespace crosscheck {
absl::Status WriteHtml(const Worksheet& sheet, const WriteOptions&, Out& out) {
  const SheetIndex index(sheet);
  out.Add(
      "<!doctype html><html lang=en><meta charset=utf-8><title>Fact-check worksheet</title><h1>Fact-check worksheet</h1><ol>");
  for (const Finding& f : sheet.findings) out.Add("<li>", EscapeHtml(f.message));
  out.Add("</ol>\n");
  return absl::OkStatus();
}
}  // namespace crosscheck
