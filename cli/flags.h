// The flags of each subcommand as plain structs: main.cc fills them, the subcommands read them.
#ifndef CROSSCHECK_CLI_FLAGS_H_
#define CROSSCHECK_CLI_FLAGS_H_

#include <cstdint>
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

// Which stories are compared with each other.
struct EventFlags {
  bool one_event = false;
  int window = 0;  // days; 0: by the number of stories
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
  EventFlags events;
  SheetFlags sheet;
  std::string store;  // empty: the inputs are audited
  int64_t since = 0;  // of the store: a run; 0: none
  std::string event;  // of the store; empty: all
};

struct AddFlags {
  CommonFlags common;
  InputFlags input;
  std::string store;
};

struct StoreFlags {
  CommonFlags common;
  std::string action;  // "check", "export", "vacuum"
  std::string path;
  bool notes = false;
};

struct CompareFlags {
  CommonFlags common;
  std::vector<std::string> records;
  EventFlags events;
  SheetFlags sheet;
  bool groups = false;
};

struct WorksheetFlags {
  CommonFlags common;
  InputFlags input;
  std::vector<std::string> drafts;   // one, or none
  EventFlags events;
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
  bool stream = false;
};

// Rows that an engine joins: events.
struct RowsFlags {
  CommonFlags common;
  InputFlags input;
  EventFlags events;
  bool records = false;  // the inputs are extract's records, not articles
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
