// worksheet: the fact-check worksheet into files, format by suffix, or to standard output.
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "report/formats.h"

namespace crosscheck {

int RunWorksheet(const WorksheetFlags& flags, Terminal& terminal) {
  if (flags.input.list) return ListInputs(flags.input, terminal);
  if (flags.outputs.empty()) {
    return terminal.Fail(absl::InvalidArgumentError("worksheet: names no output; -o sheet.html writes a page, -o - to standard output"));
  }
  std::vector<std::string> files = flags.outputs;
  const bool prints = std::erase(files, "-") > 0;
  const WhatIsRead read{flags.input.inputs, SettingsOf(flags.common, flags.state)};
  if (const absl::Status status = CheckOutputs("-o", files, read); !status.ok()) return terminal.Fail(status);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  std::vector<Unread> unread;
  absl::StatusOr<std::vector<Record>> records = ExtractBundle(flags.input, flags.common, *rules, terminal, &unread);
  if (!records.ok()) return terminal.Fail(records.status());
  const absl::StatusOr<Worksheet> sheet =
      CompareBundle(*std::move(records), *rules, flags.common, flags.state, flags.baseline, unread, terminal);
  if (!sheet.ok()) return terminal.Fail(sheet.status());
  if (prints) {
    const absl::Status status = PrintSheet(*sheet, {.all = true}, flags.format.empty() ? "html" : flags.format, terminal);
    if (!status.ok()) return terminal.Fail(status);
  }
  bool failed = false;
  for (const std::string& path : files) {
    const absl::Status status = WriteSheetFile(*sheet, {.all = true}, path);
    status.ok() ? terminal.Say(StrCat(path, " written")) : static_cast<void>(terminal.Fail(status));
    failed = failed || !status.ok();
  }
  return Finish(terminal, unread, failed ? kExitTrouble : kExitOk);
}

}  // namespace crosscheck
