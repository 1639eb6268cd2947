#include "report/formats.h"

#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {

const std::vector<OutputFormat>& OutputFormats() {
  static const auto& formats = *new std::vector<OutputFormat>{
      {"text", ".txt", "findings for the terminal", WriteText},
      {"json", ".json", "the whole worksheet, see docs/format.md", WriteJson},
      {"jsonl", ".jsonl", "the findings, one JSON object a line; of a draft its claims too", WriteJsonLines},
      {"markdown", ".md", "the worksheet as Markdown", WriteMarkdown},
      {"csv", ".csv", "the claim sheet as comma-separated values (RFC 4180)", WriteCsv},
      {"html", ".html", "the worksheet as one page that works offline", WriteHtml},
      {"xlsx", ".xlsx", "the worksheet as an Excel workbook", WriteXlsx},
      {"sarif", ".sarif", "the findings as SARIF 2.1.0", WriteSarif},
      {"claimreview", ".claimreview.jsonld", "ClaimReview drafts without a rating (JSON-LD)", WriteClaimReview},
      {"prov", ".prov.jsonld", "where each statement comes from, as W3C PROV (JSON-LD)", WriteProv},
      {"webannotation", ".jsonld", "Web Annotations of all claims (JSON-LD)", WriteWebAnnotation},
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
  const OutputFormat* longest = nullptr;
  for (const OutputFormat& format : OutputFormats()) {
    if (format.suffix.empty() || !path.ends_with(format.suffix)) continue;
    if (longest == nullptr || format.suffix.size() > longest->suffix.size()) longest = &format;
  }
  return longest;
}

absl::StatusOr<std::string> Write(const Worksheet& sheet, std::string_view format) {
  const OutputFormat* found = FormatByName(format);
  if (found == nullptr) return absl::InvalidArgumentError(StrCat("\"", format, "\" is not an output format"));
  std::string bytes;
  Out out([&bytes](std::string_view piece) {
    bytes += piece;
    return true;
  });
  const absl::Status status = found->write(sheet, {}, out);
  out.Flush();
  if (!status.ok()) return status;
  return bytes;
}

}  // namespace crosscheck
