// state merge: what two people noted on one bundle's sheets, in one file. Of one file alone: the same as a state.
#include "base/files.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "compare/state_files.h"

namespace crosscheck {

int RunState(const StateFlags& flags, Terminal& terminal) {
  constexpr uint64_t kMaxState = 1 << 30;
  if (flags.action != "merge") return terminal.Fail(absl::InvalidArgumentError("state: names no action; there is merge"));
  if (flags.files.empty() || flags.files.size() > 2) {
    return terminal.Fail(absl::InvalidArgumentError("state merge: asks for two states, or one sheet (.xlsx, .csv) to make a state of"));
  }
  if (flags.output.empty()) return terminal.Fail(absl::InvalidArgumentError("state merge: names no output; -o both.json, or -o - for standard output"));
  std::vector<std::string> texts;
  for (const std::string& file : flags.files) {
    absl::StatusOr<std::string> text = ReadFile(file, kMaxState);
    if (text.ok()) text = StateOfFile(file, *text);
    if (!text.ok()) return terminal.Fail(text.status());
    texts.push_back(*std::move(text));
    if (IsSameFile(file, flags.output)) {
      return terminal.Fail(absl::InvalidArgumentError(StrCat("-o ", flags.output, ": is read, and would be written over")));
    }
  }
  const absl::StatusOr<MergedState> merged = MergeStates(texts.front(), texts.back());
  if (!merged.ok()) {
    return terminal.Fail(absl::InvalidArgumentError(StrCat(Join(flags.files, ", "), ": ", merged.status().message())));
  }
  if (flags.output == "-") {
    terminal.Write(merged->json + "\n");
    if (!terminal.status().ok()) return terminal.Fail(terminal.status());
  } else if (const absl::Status status = WriteFile(flags.output, merged->json + "\n"); !status.ok()) {
    return terminal.Fail(status);
  }
  terminal.Say(StrCat(merged->entries, merged->entries == 1 ? " entry, " : " entries, ", merged->clashes, " noted otherwise by the two"));
  return kExitOk;
}

}  // namespace crosscheck
