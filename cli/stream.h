// The commands as parts of a stream of lines that some engine feeds: `extract --stream` and `compare --groups`. Each answer is
// written as soon as it is known; memory is that of the longest line, or of the largest group.
#ifndef CROSSCHECK_CLI_STREAM_H_
#define CROSSCHECK_CLI_STREAM_H_

#include "cli/flags.h"
#include "cli/terminal.h"

namespace crosscheck {

// One line on standard input, one line on standard output: the record, or {"schema": "crosscheck.unread/1", "id", "sha256", "reason"}.
int ExtractStream(const ExtractFlags& flags, Terminal& terminal);

// Lines {"group", "record"} or {"group", "facts"} (what reuse says of the group's stories; without it that is found among them) sorted by group; for each group a line {"group", "sheet"}. A line that is none of these is answered by
// a line of the schema crosscheck.unread/1.
int CompareGroups(const CompareFlags& flags, Terminal& terminal);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_STREAM_H_
