// What the subcommands share: rules, reading and extracting a bundle part by part, records from `extract`'s lines, and the end of
// a run with its exit code.
#ifndef CROSSCHECK_CLI_PIPELINE_H_
#define CROSSCHECK_CLI_PIPELINE_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/json_fwd.h"
#include "cli/flags.h"
#include "cli/terminal.h"
#include "crosscheck/crosscheck.h"
#include "events/events.h"
#include "record_lines.h"

namespace crosscheck {

// Gets records in the order of the inputs, whatever the number of threads. False: no more are wanted.
using UseRecord = std::function<bool(Record record)>;

// What one of several threads makes of a document; what it gives is called in the order of the inputs. False: no more are wanted.
using InOrder = std::function<bool()>;
using Work = std::function<InOrder(Document document)>;

// Reads all inputs, a window of parts at a time. What could not be read goes to `unread`. Error: a bad flag. Inputs that hold no article
// at all are unread.
absl::Status ForEachDocument(const InputFlags& input, const CommonFlags& common, const Rulebook& rules, Terminal& terminal, const Work& work,
                             std::vector<Unread>* unread);

// Reads and extracts all inputs, a window of parts at a time. What could not be read goes to `unread`. Error: a bad flag.
// Inputs that hold no article at all are unread.
absl::Status ExtractInputs(const InputFlags& input, const CommonFlags& common, const Rulebook& rules, Terminal& terminal,
                           const UseRecord& use, std::vector<Unread>* unread);

// All records of ExtractInputs, each with an id of its own.
absl::StatusOr<std::vector<Record>> ExtractBundle(const InputFlags& input, const CommonFlags& common, const Rulebook& rules,
                                                  Terminal& terminal, std::vector<Unread>* unread);

// The articles of a run, each with an id of its own.
struct ArticleBundle {
  std::vector<Record> records;
  std::string draft;  // id of the one that is checked against the others; empty: none
};

// All records of the inputs, with that of the draft where `drafts` names one. Error: a bad flag; several drafts, one that is a source
// too, cannot be read or holds more than one article.
absl::StatusOr<ArticleBundle> ReadArticles(const InputFlags& input, const std::vector<std::string>& drafts, const CommonFlags& common,
                                           const Rulebook& rules, Terminal& terminal, std::vector<Unread>* unread);

// Records from lines that `extract` wrote ("-": standard input). A line that is none goes to `unread`. Error: a record that another
// version of this program or other rules made.
absl::StatusOr<std::vector<Record>> ReadRecords(const std::vector<std::string>& files, const Rulebook& rules, int threads,
                                                std::vector<Unread>* unread);

// The day of --published. Error: it is none.
absl::StatusOr<std::optional<Published>> PublishedFlag(const InputFlags& input);

// The records of lines; one that is none goes to `unread` with its number in `file`. Error: another maker's record.
absl::Status AddRecords(const std::vector<std::string_view>& lines, const std::string& file, const Rulebook& rules, int threads,
                        std::vector<Record>* records, std::vector<Unread>* unread);

// What is read besides: a draft is no source, but must not be written over.
std::vector<std::string> WithDrafts(std::vector<std::string> inputs, const std::vector<std::string>& drafts);

// --list: path, size and format of each source, one a line.
int ListInputs(const InputFlags& input, Terminal& terminal);

EventOptions OptionsOf(const EventFlags& events, const CommonFlags& common);

// What the files of --state and --baseline hold (no path: none). Error: a file that cannot be read or is neither.
absl::StatusOr<CompareOptions> ReadNotes(const EarlierFlags& earlier, int threads);

// Compare with what the files of --state and --baseline hold (no path: none). Says where
// notes of the state are about nothing here. Error: a file that cannot be read or is no state, or one of other articles.
absl::StatusOr<Worksheet> CompareBundle(ArticleBundle articles, const Rulebook& rules, const EventOptions& events,
                                        const EarlierFlags& earlier, std::vector<Unread> unread, Terminal& terminal);

// Names each unread input on standard error; the exit code: trouble where there was any, or where nothing at all was read, else
// `code`.
int Finish(Terminal& terminal, const std::vector<Unread>& unread, int code);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_PIPELINE_H_
