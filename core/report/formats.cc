#include "report/formats.h"

#include "base/json.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

std::string WriteJson(const Worksheet& sheet) { return DumpJson(WorksheetToJson(sheet, false)) + "\n"; }

}  // namespace

const std::vector<OutputFormat>& OutputFormats() {
  static const auto& formats = *new std::vector<OutputFormat>{
      {"json", ".json", "the whole worksheet, see docs/format.md", WriteJson},
  };
  return formats;
}

const OutputFormat* FormatByName(std::string_view name) {
  for (const OutputFormat& format : OutputFormats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const OutputFormat* FormatBySuffix(std::string_view path) {
  for (const OutputFormat& format : OutputFormats()) {
    if (!format.suffix.empty() && path.ends_with(format.suffix)) return &format;
  }
  return nullptr;
}

absl::StatusOr<std::string> Write(const Worksheet& sheet, std::string_view format) {
  const OutputFormat* found = FormatByName(format);
  if (found == nullptr) return absl::InvalidArgumentError(StrCat("\"", format, "\" is not an output format"));
  return found->write(sheet);
}

}  // namespace crosscheck
