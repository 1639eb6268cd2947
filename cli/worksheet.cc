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
  const WhatIsRead read{WithDrafts(flags.input.inputs, flags.drafts), SettingsOf(flags.common, flags.earlier.state)};
  if (const absl::Status status = CheckOutputs("-o", files, read); !status.ok()) return terminal.Fail(status);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  std::vector<Unread> unread;
  absl::StatusOr<ArticleBundle> articles = ReadArticles(flags.input, flags.drafts, flags.common, *rules, terminal, &unread);
  if (!articles.ok()) return terminal.Fail(articles.status());
  const absl::StatusOr<Worksheet> sheet =
      CompareBundle(*std::move(articles), *rules, OptionsOf(flags.events, flags.common), flags.earlier, unread, terminal);
  if (!sheet.ok()) return terminal.Fail(sheet.status());
  if (prints) {
    const absl::Status status = PrintSheet(*sheet, {.all = true, .csv_bom = flags.csv_bom}, flags.format.empty() ? "html" : flags.format, terminal);
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
