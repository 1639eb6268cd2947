// The rows that an engine joins, one a line: events.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "events/events.h"
#include "report/out.h"

namespace crosscheck {
namespace {

// By id, whether the inputs are articles or extract's records.
absl::StatusOr<std::vector<Record>> RecordsOf(const RowsFlags& flags, const Rulebook& rules, Terminal& terminal, std::vector<Unread>* unread) {
  absl::StatusOr<std::vector<Record>> records = flags.records ? ReadRecords(flags.input.inputs, rules, flags.common.threads, unread)
                                                              : ExtractBundle(flags.input, flags.common, rules, terminal, unread);
  if (!records.ok()) return records.status();
  std::sort(records->begin(), records->end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  return records;
}

}  // namespace

int RunEvents(const RowsFlags& flags, Terminal& terminal) {
  if (flags.input.list) return ListInputs(flags.input, terminal);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  std::vector<Unread> unread;
  const absl::StatusOr<std::vector<Record>> records = RecordsOf(flags, *rules, terminal, &unread);
  if (!records.ok()) return terminal.Fail(records.status());
  std::map<std::pair<std::string, int>, std::string> event_of;
  for (const NewsEvent& event : FindEvents(*records, rules->tables(), OptionsOf(flags.events, flags.common))) {
    for (const auto& story : event.stories) event_of[story] = event.id;
  }
  Out out([&terminal](std::string_view piece) { return terminal.Write(piece); });
  for (const auto& [story, event] : event_of) {
    std::string row;
    JsonWriter json(&row);
    json.BeginObject();
    json.Field("id", story.first);
    json.Field("story", story.second);
    json.Field("event", event);
    json.EndObject();
    out.Add(row, "\n");
  }
  out.Flush();
  return Finish(terminal, unread, kExitOk);
}

}  // namespace crosscheck
