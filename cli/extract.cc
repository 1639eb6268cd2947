// extract: one document record a line, in the order of the inputs, written as the work goes on.
#include "base/json_parts.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/stream.h"
#include "report/record_text.h"

namespace crosscheck {

int RunExtract(const ExtractFlags& flags, Terminal& terminal) {
  if (flags.stream) return ExtractStream(flags, terminal);
  if (flags.input.list) return ListInputs(flags.input, terminal);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  const bool text = flags.format.empty() ? terminal.out_is_terminal() : flags.format == "text";
  std::vector<Unread> unread;
  Out out([&terminal](std::string_view piece) { return terminal.Write(piece); });
  const auto write = [&](Record record) {
    if (text) {
      WriteRecordText(record, out);
    } else {
      out.Add(ToJson(record, OwnMaker(*rules), flags.with_text), "\n");
    }
    return out.open();
  };
  const absl::Status status = ExtractInputs(flags.input, flags.common, *rules, terminal, write, &unread);
  out.Flush();
  if (!status.ok()) return terminal.Fail(status);
  return Finish(terminal, unread, kExitOk);
}

}  // namespace crosscheck
