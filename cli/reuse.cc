// reuse: duplicated text only.
#include "reuse/reuse.h"

#include <algorithm>
#include <tuple>

#include "base/json.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "report/reuse_text.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {

int RunReuse(const ReuseFlags& flags, Terminal& terminal) {
  if (flags.input.list) return ListInputs(flags.input, terminal);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  std::vector<Unread> unread;
  absl::StatusOr<std::vector<Record>> records = ExtractBundle(flags.input, flags.common, *rules, terminal, &unread);
  if (!records.ok()) return terminal.Fail(records.status());
  Worksheet sheet;
  sheet.documents = *std::move(records);
  std::sort(sheet.documents.begin(), sheet.documents.end(),
            [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  SetReuse(FindReuse(sheet.documents, rules->tables(), flags.common.threads), &sheet);
  sheet.unread = unread;
  std::sort(sheet.unread.begin(), sheet.unread.end(),
            [](const Unread& a, const Unread& b) { return std::tie(a.uri, a.reason) < std::tie(b.uri, b.reason); });
  const bool json = flags.format == "json" || (flags.format.empty() && !terminal.out_is_terminal());
  if (!flags.show.empty()) {
    terminal.Write(ShowPair(sheet, flags.show[0], flags.show[1], terminal.width()));
  } else {
    terminal.Write(json ? ReuseToJson(sheet) + "\n" : WriteReuseText(sheet));
  }
  return Finish(terminal, unread, kExitOk);
}

}  // namespace crosscheck
