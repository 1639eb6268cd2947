// The table of commands and flags that main.cc fills, and completion scripts for shells made from it.
#ifndef CROSSCHECK_CLI_COMPLETION_H_
#define CROSSCHECK_CLI_COMPLETION_H_

#include <string>
#include <vector>

namespace crosscheck {

struct FlagHelp {
  std::vector<std::string> names;  // "--format", "-o"
  std::string doc;
  bool takes_value = false;
  std::string value;                 // how help calls it: "FILE", "error|warning"; of an argument "INPUT..."
  std::vector<std::string> choices;  // empty: any value, a file
};

struct CommandHelp {
  std::string name;
  std::string doc;      // one line
  std::string details;  // a paragraph
  std::vector<std::string> examples;
  std::vector<FlagHelp> arguments;
  std::vector<FlagHelp> flags;
  std::vector<std::string> words;  // what its first argument may be; empty: files
};

std::string BashCompletion(const std::vector<CommandHelp>& commands);
std::string ZshCompletion(const std::vector<CommandHelp>& commands);
std::string FishCompletion(const std::vector<CommandHelp>& commands);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_COMPLETION_H_
