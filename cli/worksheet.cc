// worksheet: the fact-check worksheet into files, format by suffix.
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "report/formats.h"

namespace crosscheck {

int RunWorksheet(const WorksheetFlags& flags, Terminal& terminal) {
  if (flags.input.list) return ListInputs(flags.input, terminal);
  for (const std::string& path : flags.outputs) {
    if (FormatBySuffix(path) == nullptr) {
      return terminal.Fail(absl::InvalidArgumentError(StrCat("-o ", path, ": no output format has this suffix")));
    }
  }
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  std::vector<Unread> unread;
  absl::StatusOr<std::vector<Record>> records = ExtractBundle(flags.input, flags.common, *rules, terminal, &unread);
  if (!records.ok()) return terminal.Fail(records.status());
  const absl::StatusOr<Worksheet> sheet =
      CompareBundle(*std::move(records), *rules, flags.common, flags.state, flags.baseline, unread);
  if (!sheet.ok()) return terminal.Fail(sheet.status());
  for (const std::string& path : flags.outputs) {
    if (const absl::Status status = WriteSheetFile(*sheet, path); !status.ok()) return terminal.Fail(status);
    terminal.Say(StrCat(path, " written"));
  }
  return Finish(terminal, unread, kExitOk);
}

}  // namespace crosscheck
