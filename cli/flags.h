// The flags of each subcommand as plain structs: main.cc fills them, the subcommands read them.
#ifndef CROSSCHECK_CLI_FLAGS_H_
#define CROSSCHECK_CLI_FLAGS_H_

#include <string>
#include <vector>

namespace crosscheck {

struct CommonFlags {
  int threads = 0;  // 0: all cores
  std::vector<std::string> rules;
  bool quiet = false;
  std::string color = "auto";
};

struct InputFlags {
  std::vector<std::string> inputs;
  std::string stdin_format = "jsonl";
  std::string published;  // ISO day; empty: none
  bool list = false;
};

// Files of earlier runs.
struct EarlierFlags {
  std::string state;
  std::string baseline;
};

// What is done with a worksheet: audit and compare share it.
struct SheetFlags {
  std::string format;  // empty: text
  std::vector<std::string> worksheets;
  std::string fail_on = "warning";
  std::vector<std::string> why_not;  // empty, or two words
  EarlierFlags earlier;
  bool csv_bom = false;  // on standard output; files have it
  bool all = false;
  bool with_text = false;
};

struct AuditFlags {
  CommonFlags common;
  InputFlags input;
  std::vector<std::string> drafts;  // one, or none
  SheetFlags sheet;
};

struct CompareFlags {
  CommonFlags common;
  std::vector<std::string> records;
  SheetFlags sheet;
};

struct WorksheetFlags {
  CommonFlags common;
  InputFlags input;
  std::vector<std::string> drafts;   // one, or none
  std::vector<std::string> outputs;  // "-": standard output
  std::string format;                // of "-"; empty: html
  bool csv_bom = false;              // of "-"; files have it
  EarlierFlags earlier;
};

struct ExtractFlags {
  CommonFlags common;
  InputFlags input;
  std::string format;  // empty: text on a terminal, else jsonl
  bool with_text = false;
};

struct ReuseFlags {
  CommonFlags common;
  InputFlags input;
  std::string format;             // empty: text on a terminal, else json
  std::string output;             // a file; empty or "-": standard output
  std::vector<std::string> show;  // empty, or two documents
  std::vector<std::string> ignore;  // "quotes", "boilerplate"
  std::vector<std::string> hide;    // outlets
  int min_words = 0;
  bool csv_bom = false;  // on standard output; files have it
};

struct StateFlags {
  CommonFlags common;
  std::string action;              // "merge"
  std::vector<std::string> files;  // the states
  std::string output;              // "-": standard output
};

struct ExplainFlags {
  CommonFlags common;
  std::string id;
  std::string format = "text";
};

struct RulesFlags {
  CommonFlags common;
  std::string action;    // "list", "test", "schema"
  std::string argument;  // of schema: the shape; of test: one rule's id; empty: none
  bool json = false;
  bool page = false;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_FLAGS_H_
