// Where worksheets go: files by suffix, or standard output by "-". Checked before the work: an output is never one of the inputs.
#ifndef CROSSCHECK_CLI_OUTPUTS_H_
#define CROSSCHECK_CLI_OUTPUTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "cli/flags.h"
#include "cli/terminal.h"
#include "crosscheck/crosscheck.h"
#include "report/formats.h"

namespace crosscheck {

// What an output must not be: `inputs` are files or folders that are read whole, `settings` files such as --state and --rules.
struct WhatIsRead {
  std::vector<std::string> inputs;
  std::vector<std::string> settings;
};

// Rule packs and the state: a baseline may be written over, since it is an earlier run's own output.
std::vector<std::string> SettingsOf(const CommonFlags& common, const std::string& state);

// Error: a path whose suffix is no output format's, or a file that would be read. A worksheet of the program's own that lies among
// the inputs may be written anew: reading passes it over. `flag` names the outputs' flag.
absl::Status CheckOutputs(std::string_view flag, const std::vector<std::string>& outputs, const WhatIsRead& read);

// The same of files whose suffix is another table's.
absl::Status CheckNotRead(std::string_view flag, const std::string& output, const WhatIsRead& read);

// Is it the file that standard output goes to?
bool IsStandardOutput(const std::string& path);

// Writes the worksheet to a file, format by suffix: the whole of it or nothing. CSV gets a byte order mark: a file is for a spreadsheet.
absl::Status WriteSheetFile(const Worksheet& sheet, WriteOptions options, const std::string& path);

// Prints it.
absl::Status PrintSheet(const Worksheet& sheet, WriteOptions options, std::string_view format, Terminal& terminal);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_OUTPUTS_H_
