#include "cli/stream.h"

#include <unistd.h>

#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/days.h"
#include "base/json.h"
#include "base/json_parts.h"
#include "base/json_writer.h"
#include "base/lines.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "cli/pipeline.h"
#include "compare/compare.h"
#include "crosscheck/crosscheck.h"
#include "read/format.h"
#include "report/out.h"

namespace crosscheck {
namespace {

constexpr std::string_view kPlaceOfFirst = "-:1";  // the id that reading gives to a record which has none
constexpr size_t kMaxLine = 4 * kMaxPageBytes;  // a record with all that was found in its text

// What stands for a line that was not used. `id`: as the line gives it; empty: it gives none.
std::string UnreadLine(std::string_view line, std::string_view id, std::string_view reason) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Field("schema", "crosscheck.unread/1");
  json.Key("id");
  id.empty() ? json.Null() : json.Value(id);
  json.Field("sha256", Sha256Hex(std::string(line)));
  json.Field("reason", reason);
  json.EndObject();
  out.push_back('\n');
  return out;
}

std::string TextAt(const Json& json, const char* name) {
  if (!json.is_object()) return "";
  const auto it = json.find(name);
  return it != json.end() && it->is_string() ? it->get<std::string>() : "";
}

std::string IdOf(std::string_view line) {
  const absl::StatusOr<Json> json = ParseJson(line);
  return json.ok() ? TextAt(*json, "id") : "";
}

int EndOfStream(const LineReader& lines, Terminal& terminal) {
  if (lines.error() != 0) {
    return terminal.Fail(absl::UnavailableError(StrCat("standard input: cannot read: ", std::string_view(std::strerror(lines.error())))));
  }
  return Finish(terminal, {}, kExitOk);
}

absl::Status CheckInput(const char* flag, const std::vector<std::string>& inputs) {
  if (inputs.size() == 1 && inputs[0] == "-") return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat(std::string_view(flag), " reads standard input only: name - and nothing else"));
}

}  // namespace

int ExtractStream(const ExtractFlags& flags, Terminal& terminal) {
  if (const absl::Status status = CheckInput("--stream", flags.input.inputs); !status.ok()) return terminal.Fail(status);
  if (flags.input.stdin_format != "jsonl" || flags.format == "text") {
    return terminal.Fail(absl::InvalidArgumentError("--stream takes JSON lines and gives JSON lines"));
  }
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  const absl::StatusOr<std::optional<Published>> published = PublishedFlag(flags.input);
  if (!published.ok()) return terminal.Fail(published.status());
  const ReadHint hint{.uri = "-", .format = InputFormat::kJsonLines, .published = *published, .rules = &*rules};
  LineReader lines(STDIN_FILENO, kMaxPageBytes);
  std::string line;
  while (lines.Next(&line)) {
    std::vector<Document> documents;
    std::vector<Unread> unread;
    if (!lines.too_long()) ReadEach(line, hint, {[&](Document document) { documents.push_back(std::move(document)); }, &unread});
    std::string answer;
    if (documents.size() == 1) {
      // Where it stands in the stream is nothing that a record may tell.
      Document& document = documents.front();
      if (document.id == kPlaceOfFirst) {
        document.id = document.url.empty() ? StrCat("sha256:", Sha256Hex(line)) : document.url;
        document.uri = document.id;
      }
      answer = StrCat(ToJson(Extract(std::move(document), *rules), OwnMaker(*rules), flags.with_text), "\n");
    } else {
      const std::string reason = lines.too_long()       ? StrCat("larger than ", kMaxPageBytes >> 20, " MiB")
                                 : documents.size() > 1 ? StrCat("holds ", documents.size(), " articles, not one")
                                 : unread.empty()       ? "no record in this line"
                                                        : unread.front().reason;
      answer = UnreadLine(line, lines.too_long() ? "" : IdOf(line), reason);
    }
    if (!terminal.Write(answer)) break;
  }
  return EndOfStream(lines, terminal);
}

namespace {

// The group whose lines are coming in.
class GroupInHand {
 public:
  GroupInHand(const CompareFlags& flags, const Rulebook& rules, Terminal& terminal) : flags_(flags), rules_(rules), terminal_(terminal) {}

  const std::string& name() const { return name_; }
  void Add(Record record) { records_.push_back(std::move(record)); }
  // What reuse says of its stories; the last such line counts.
  void AddFacts(Json facts) { facts_ = std::move(facts); }
  void AddUnread(Unread unread) { unread_.push_back(std::move(unread)); }

  // Compares what came in, writes the sheet and begins another group.
  absl::Status Close(std::string next) {
    std::vector<Record> records = std::exchange(records_, {});
    std::vector<Unread> unread = std::exchange(unread_, {});
    const std::optional<Json> facts = std::exchange(facts_, std::nullopt);
    const std::string name = std::exchange(name_, std::move(next));
    if (records.empty() && unread.empty()) return absl::OkStatus();
    MakeRecordsDistinct(&records);
    const CompareAids aids{.events = {.one_event = true, .threads = flags_.common.threads}, .facts = facts ? &*facts : nullptr};
    const absl::StatusOr<Worksheet> sheet =
        CompareWith(aids, std::move(records), rules_, {.threads = flags_.common.threads}, std::move(unread));
    if (!sheet.ok()) return absl::InvalidArgumentError(StrCat("facts of group ", name, ": ", sheet.status().message()));
    std::string head = "{\"group\":";
    JsonWriter(&head).Value(name);
    Out out([this](std::string_view piece) { return terminal_.Write(piece); });
    out.Add(head, ",\"sheet\":");
    StreamWorksheetJson(*sheet, flags_.sheet.with_text, [&out](std::string_view piece) { out.Add(piece); });
    out.Add("}\n");
    return absl::OkStatus();
  }

 private:
  const CompareFlags& flags_;
  const Rulebook& rules_;
  Terminal& terminal_;
  std::string name_;
  std::vector<Record> records_;
  std::vector<Unread> unread_;
  std::optional<Json> facts_;
};

}  // namespace

int CompareGroups(const CompareFlags& flags, Terminal& terminal) {
  if (const absl::Status status = CheckInput("--groups", flags.records); !status.ok()) return terminal.Fail(status);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  GroupInHand group(flags, *rules, terminal);
  LineReader lines(STDIN_FILENO, kMaxLine);
  std::string line;
  while (terminal.status().ok() && lines.Next(&line)) {
    const absl::StatusOr<Json> json = lines.too_long() ? absl::StatusOr<Json>(absl::InvalidArgumentError("the line is too long")) : ParseJson(line);
    const std::string name = json.ok() ? TextAt(*json, "group") : "";
    if (name.empty() || json->contains("record") == json->contains("facts")) {
      terminal.Write(UnreadLine(line, "", json.ok() ? "needs \"group\" and either \"record\" or \"facts\"" : std::string(json.status().message())));
      continue;
    }
    if (name < group.name()) {
      return terminal.Fail(absl::InvalidArgumentError(StrCat("group ", name, " comes after ", group.name(), ": sort the lines by group")));
    }
    if (name > group.name()) {
      if (const absl::Status status = group.Close(name); !status.ok()) return terminal.Fail(status);
    }
    if (json->contains("facts")) {
      group.AddFacts((*json)["facts"]);
      continue;
    }
    const Json& body = (*json)["record"];
    if (const absl::Status status = CheckMaker(body, *rules); absl::IsFailedPrecondition(status)) return terminal.Fail(status);
    absl::StatusOr<Record> record = ReadRecord(body);
    if (record.ok()) {
      group.Add(*std::move(record));
    } else {
      const std::string id = TextAt(body, "id");
      group.AddUnread({id.empty() ? StrCat("sha256:", Sha256Hex(line)) : id, std::string(record.status().message())});
    }
  }
  if (const absl::Status status = group.Close(""); !status.ok()) return terminal.Fail(status);
  return EndOfStream(lines, terminal);
}

}  // namespace crosscheck
