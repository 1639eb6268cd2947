// The manual pages, made from the same table of commands and flags as --help and the completions.
#ifndef CROSSCHECK_CLI_MANUAL_H_
#define CROSSCHECK_CLI_MANUAL_H_

#include <string>
#include <utility>
#include <vector>

#include "cli/completion.h"

namespace crosscheck {

// (file name, text in man(7) macros): crosscheck.1 and one page a command, crosscheck-audit.1 ...
std::vector<std::pair<std::string, std::string>> ManualPages(const std::vector<CommandHelp>& commands,
                                                             const std::string& version);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_MANUAL_H_
