// The subcommands. Each runs once with its flags and gives the exit code.
#ifndef CROSSCHECK_CLI_COMMANDS_H_
#define CROSSCHECK_CLI_COMMANDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.h"
#include "cli/pipeline.h"
#include "cli/terminal.h"
#include "crosscheck/crosscheck.h"
#include "events/events.h"

namespace crosscheck {

int RunAudit(const AuditFlags& flags, Terminal& terminal);
int RunCompare(const CompareFlags& flags, Terminal& terminal);
int RunWorksheet(const WorksheetFlags& flags, Terminal& terminal);
int RunExtract(const ExtractFlags& flags, Terminal& terminal);
int RunEvents(const RowsFlags& flags, Terminal& terminal);
int RunAdd(const AddFlags& flags, Terminal& terminal);
int RunStore(const StoreFlags& flags, Terminal& terminal);
int RunReuse(const ReuseFlags& flags, Terminal& terminal);
int RunState(const StateFlags& flags, Terminal& terminal);
int RunExplain(const ExplainFlags& flags, Terminal& terminal);
int RunRules(const RulesFlags& flags, Terminal& terminal);

// audit --store.
int AuditStore(const AuditFlags& flags, const Rulebook& rules, Terminal& terminal);

// --why-not: prints the answer.
int TellWhyNot(std::vector<Record> records, const Rulebook& rules, const EventOptions& events, const SheetFlags& flags,
               const std::vector<Unread>& unread, Terminal& terminal);
// The end of all audits: prints, writes worksheet files, exit code by --fail-on.
int PutOutSheet(const Worksheet& sheet, const SheetFlags& flags, const std::vector<Unread>& unread, Terminal& terminal);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_COMMANDS_H_
