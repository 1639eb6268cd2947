// JSON: the whole worksheet as one object, or (jsonl) its findings, one a line, and after them the claims of a draft.
#include "base/json.h"

#include "report/formats.h"

namespace crosscheck {

absl::Status WriteJson(const Worksheet& sheet, const WriteOptions& options, Out& out) {
  StreamWorksheetJson(sheet, options.with_text, [&out](std::string_view piece) { out.Add(piece); });
  out.Add("\n");
  return absl::OkStatus();
}

absl::Status WriteJsonLines(const Worksheet& sheet, const WriteOptions&, Out& out) {
  StreamFindingsJson(sheet, [&out](std::string_view line) { out.Add(line, "\n"); });
  StreamDraftClaimsJson(sheet, [&out](std::string_view line) { out.Add(line, "\n"); });
  return absl::OkStatus();
}

}  // namespace crosscheck
