// The table of output formats. To add one: a file of its own, a row in formats.cc; flags, help and completions know it then.
#ifndef CROSSCHECK_REPORT_FORMATS_H_
#define CROSSCHECK_REPORT_FORMATS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "crosscheck/worksheet.h"
#include "report/out.h"

namespace crosscheck {

struct WriteOptions {
  bool with_text = false;  // json, jsonl: documents with their text
  bool all = false;        // text: every finding, not the ten most urgent of the sure ones
  bool csv_bom = false;    // csv: begins with a byte order mark, without which Excel takes the bytes for the local code page
  bool color = false;      // text: ANSI colours
  int width = 0;           // text: columns of the terminal to wrap at; 0: no terminal, nothing is wrapped
};

struct OutputFormat {
  std::string_view name;    // of --format
  std::string_view suffix;  // of a --worksheet file, with its dot; empty: none
  std::string_view doc;
  absl::Status (*write)(const Worksheet& sheet, const WriteOptions& options, Out& out);
};

const std::vector<OutputFormat>& OutputFormats();
const OutputFormat* FormatByName(std::string_view name);    // null: unknown
const OutputFormat* FormatBySuffix(std::string_view path);  // null: unknown; the longest suffix that fits

// The writers, each in the file of its name.
absl::Status WriteText(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteJson(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteJsonLines(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteMarkdown(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteCsv(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteHtml(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteXlsx(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteSarif(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteClaimReview(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteProv(const Worksheet& sheet, const WriteOptions& options, Out& out);
absl::Status WriteWebAnnotation(const Worksheet& sheet, const WriteOptions& options, Out& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_FORMATS_H_
