// The table of output formats. To add one: a file of its own, a row in formats.cc; flags, help and completions know it then.
#ifndef CROSSCHECK_REPORT_FORMATS_H_
#define CROSSCHECK_REPORT_FORMATS_H_

#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/worksheet.h"

namespace crosscheck {

struct OutputFormat {
  std::string_view name;    // of --format
  std::string_view suffix;  // of a --worksheet file, with its dot; empty: none
  std::string_view doc;
  std::string (*write)(const Worksheet& sheet);
};

const std::vector<OutputFormat>& OutputFormats();
const OutputFormat* FormatByName(std::string_view name);      // null: unknown
const OutputFormat* FormatBySuffix(std::string_view path);    // null: unknown

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_FORMATS_H_
