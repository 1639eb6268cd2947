// add, audit --store and store: a bundle that grows from run to run. Only articles that are new or changed are extracted, only events
// whose stories did change are compared; what is printed is what a run over all of the articles would print.
#include "store/store.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/json_parts.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "compare/compare.h"
#include "compare/parts.h"
#include "compare/state.h"
#include "compare/state_files.h"

namespace crosscheck {
namespace {

constexpr size_t kArticlesACommit = 100;  // what a kill can lose

// Puts articles into the store in the order of the inputs, some at once.
class Adder {
 public:
  Adder(Store* store, const Rulebook& rules) : store_(*store), rules_(rules) {}

  // In parallel: nothing for an article that is there as it is, else its record.
  InOrder Work(Document document) {
    const ArticleName name{document.id, document.uri};
    const std::string hash = Sha256Hex(ToJson(Record{.document = document}, OwnMaker(rules_), true));
    const absl::StatusOr<std::optional<std::string>> before = store_.SourceHash(name);
    if (!before.ok()) {
      return [this, status = before.status()] { return Keep(status); };
    }
    if (*before == hash) {
      return [this, uri = name.uri] {
        ++unchanged_;
        seen_.push_back(uri);
        return true;
      };
    }
    auto line = std::make_shared<std::string>(ToJson(Extract(std::move(document), rules_), OwnMaker(rules_), true));
    return [this, name, hash, line, is_new = !before->has_value()] {
      if (pending_ == 0 && !Keep(store_.Begin())) return false;
      ++(is_new ? added_ : changed_);
      seen_.push_back(name.uri);
      return Keep(store_.Put(name, hash, *line)) && (++pending_ < kArticlesACommit || Commit());
    };
  }

  absl::Status Finish(const std::vector<Unread>& unread) {
    if (!status_.ok()) return status_;
    if (pending_ == 0 && !Keep(store_.Begin())) return status_;
    for (const std::string& uri : seen_) {
      if (!Keep(store_.ForgetUnread(uri))) return status_;
    }
    for (const Unread& input : unread) {
      if (!Keep(store_.PutUnread(input))) return status_;
    }
    Commit();
    return status_;
  }

  std::string Told() const { return StrCat(added_, " new, ", changed_, " changed, ", unchanged_, " as before"); }

 private:
  bool Keep(const absl::Status& status) {
    if (status_.ok()) status_ = status;
    return status_.ok();
  }
  bool Commit() {
    pending_ = 0;
    return Keep(store_.Commit());
  }

  Store& store_;
  const Rulebook& rules_;
  absl::Status status_;
  std::vector<std::string> seen_;
  size_t pending_ = 0;
  size_t added_ = 0;
  size_t changed_ = 0;
  size_t unchanged_ = 0;
};

// Sheets of events that a run asked for, by key; empty: the store has it.
class UsedSheets {
 public:
  explicit UsedSheets(const Store& store) : store_(store) {
    cache_.find = [this](const std::string& key) {
      std::optional<std::string> sheet = store_.FindSheet(key);
      if (sheet) Add(key, "");
      return sheet;
    };
    cache_.keep = [this](const std::string& key, std::string sheet) { Add(key, std::move(sheet)); };
  }
  const SheetCache& cache() const { return cache_; }
  std::vector<std::pair<std::string, std::string>> Take() { return {used_.begin(), used_.end()}; }
  size_t compared() const {
    return static_cast<size_t>(std::count_if(used_.begin(), used_.end(), [](const auto& entry) { return !entry.second.empty(); }));
  }
  size_t size() const { return used_.size(); }

 private:
  void Add(const std::string& key, std::string sheet) {
    const std::lock_guard<std::mutex> guard(mutex_);
    used_[key] = std::move(sheet);
  }
  const Store& store_;
  SheetCache cache_;
  std::mutex mutex_;
  std::map<std::string, std::string> used_;
};

absl::StatusOr<std::vector<Record>> RecordsOf(const Store& store, const Rulebook& rules, int threads) {
  std::vector<std::string> lines;
  const absl::Status read = store.ForEachRecord([&](std::string line) {
    lines.push_back(std::move(line));
    return true;
  });
  if (!read.ok()) return read;
  std::vector<Record> records;
  records.reserve(lines.size());
  std::vector<Unread> unread;
  if (const absl::Status status = AddRecords({lines.begin(), lines.end()}, "", rules, threads, &records, &unread); !status.ok()) return status;
  if (!unread.empty()) return absl::DataLossError(StrCat("a record cannot be read: ", unread.front().reason));
  MakeRecordsDistinct(&records);
  return records;
}

// The notes in the store with those of --state; its bundle grows, so that states of other days are of it too.
absl::StatusOr<std::string> NotesWith(const std::string& kept, const std::string& given, const std::vector<Record>& records) {
  if (given.empty() || kept.empty()) return given.empty() ? kept : given;
  Worksheet sheet;
  sheet.documents = records;
  const std::string bundle = BundleFingerprint(sheet);
  std::string states[2];
  for (size_t i = 0; i < 2; ++i) {
    absl::StatusOr<Json> state = ParseJson(i == 0 ? kept : given);
    if (!state.ok()) return state.status();
    (*state)["bundle"] = bundle;
    states[i] = DumpJson(*state);
  }
  const absl::StatusOr<MergedState> merged = MergeStates(states[0], states[1]);
  if (!merged.ok()) return merged.status();
  return merged->json;
}

// Only what is about one event: its stories and the groups and findings on them.
absl::StatusOr<Worksheet> SheetOfEvent(const Worksheet& sheet, const std::vector<NewsEvent>& events, const std::string& id) {
  const auto event = std::find_if(events.begin(), events.end(), [&](const NewsEvent& e) { return e.id == id; });
  if (event == events.end()) return absl::NotFoundError(StrCat("--event ", id, ": no such event; `crosscheck events` names them"));
  Worksheet part = PartOf(sheet, *event);
  const auto is_in = [&part](const auto& members) {
    return !members.empty() && std::any_of(part.documents.begin(), part.documents.end(), [&](const Record& record) {
      const auto& stories = record.document.stories;
      return record.document.id == members.front().document &&
             std::any_of(stories.begin(), stories.end(), [&](const Story& story) { return story.span.Overlaps(members.front().span); });
    });
  };
  for (const Group& group : sheet.groups) {
    if (is_in(group.members)) part.groups.push_back(group);
  }
  for (const Finding& finding : sheet.findings) {
    if (is_in(finding.members)) part.findings.push_back(finding);
  }
  part.checks = sheet.checks;
  return part;
}

// Keeps what the run found out. Another program that writes at the moment is no trouble: nothing is lost but time.
absl::Status KeepRun(const Worksheet& sheet, const std::string& notes, UsedSheets* used, Store* store, Terminal& terminal) {
  const absl::Status begun = store->Begin();
  if (absl::IsAborted(begun)) {
    terminal.Say(StrCat("this run is not kept: ", begun.message()));
    return absl::OkStatus();
  }
  if (!begun.ok()) return begun;
  std::vector<RunFinding> findings;
  for (const Finding& finding : sheet.findings) {
    if (finding.baseline != Baseline::kAbsent) {
      findings.push_back({finding.fingerprint, finding.rule, std::string(JsonName(finding.severity)), finding.message});
    }
  }
  if (const absl::Status status = store->KeepSheets(used->Take()); !status.ok()) return status;
  const absl::StatusOr<int64_t> run = store->AddRun(findings);
  if (!run.ok()) return run.status();
  if (!notes.empty()) {
    if (const absl::Status status = store->SetNotes(notes); !status.ok()) return status;
  }
  if (const absl::Status status = store->Commit(); !status.ok()) return status;
  terminal.Say(StrCat("run ", *run, ": ", used->compared(), " of ", used->size(), used->size() == 1 ? " event" : " events", " compared anew"));
  return absl::OkStatus();
}

}  // namespace

int RunAdd(const AddFlags& flags, Terminal& terminal) {
  if (flags.input.list) return ListInputs(flags.input, terminal);
  if (flags.store.empty()) return terminal.Fail(absl::InvalidArgumentError("add: names no store; --store desk.db makes one"));
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  absl::StatusOr<Store> store = Store::At(flags.store, Store::Open::kCreate);
  if (!store.ok()) return terminal.Fail(store.status());
  Adder adder(&*store, *rules);
  std::vector<Unread> unread;
  const auto work = [&adder](Document document) { return adder.Work(std::move(document)); };
  if (const absl::Status status = ForEachDocument(flags.input, flags.common, *rules, terminal, work, &unread); !status.ok()) {
    return terminal.Fail(status);
  }
  if (const absl::Status status = adder.Finish(unread); !status.ok()) return terminal.Fail(status);
  terminal.Say(StrCat(flags.store, ": ", adder.Told()));
  return Finish(terminal, unread, kExitOk);
}

int AuditStore(const AuditFlags& flags, const Rulebook& rules, Terminal& terminal) {
  if (!flags.input.inputs.empty()) {
    return terminal.Fail(absl::InvalidArgumentError("--store: the articles are those in the store; `crosscheck add` puts others into it"));
  }
  absl::StatusOr<Store> store = Store::At(flags.store, Store::Open::kWrite);
  if (!store.ok()) return terminal.Fail(store.status());
  absl::StatusOr<std::vector<Record>> records = RecordsOf(*store, rules, flags.common.threads);
  if (!records.ok()) return terminal.Fail(records.status());
  const absl::StatusOr<std::vector<Unread>> unread = store->AllUnread();
  if (!unread.ok()) return terminal.Fail(unread.status());
  if (!flags.sheet.why_not.empty()) return TellWhyNot(*std::move(records), rules, OptionsOf(flags.events, flags.common), flags.sheet, *unread, terminal);
  absl::StatusOr<CompareOptions> options = ReadNotes(flags.sheet.earlier, flags.common.threads);
  if (!options.ok()) return terminal.Fail(options.status());
  const absl::StatusOr<std::string> kept = store->Notes();
  if (!kept.ok()) return terminal.Fail(kept.status());
  const absl::StatusOr<std::string> notes = NotesWith(*kept, options->state_json, *records);
  if (!notes.ok()) return terminal.Fail(notes.status());
  options->state_json = *notes;
  if (flags.since > 0) {
    const absl::StatusOr<std::string> baseline = store->BaselineOf(flags.since);
    if (!baseline.ok()) return terminal.Fail(baseline.status());
    options->baseline_json = *baseline;
  }
  UsedSheets used(*store);
  std::vector<NewsEvent> events;
  const CompareAids aids{.events = OptionsOf(flags.events, flags.common), .cache = &used.cache(), .found = &events};
  absl::StatusOr<Worksheet> sheet = CompareWith(aids, *std::move(records), rules, *options, *unread);
  if (!sheet.ok()) return terminal.Fail(sheet.status());
  if (const absl::Status status = KeepRun(*sheet, *notes == *kept ? "" : *notes, &used, &*store, terminal); !status.ok()) return terminal.Fail(status);
  if (!flags.event.empty()) {
    sheet = SheetOfEvent(*sheet, events, flags.event);
    if (!sheet.ok()) return terminal.Fail(sheet.status());
  }
  return PutOutSheet(*sheet, flags.sheet, *unread, terminal);
}

int RunStore(const StoreFlags& flags, Terminal& terminal) {
  if (flags.path.empty()) return terminal.Fail(absl::InvalidArgumentError(StrCat("store ", flags.action, ": names no store")));
  absl::StatusOr<Store> store = Store::At(flags.path, flags.action == "vacuum" ? Store::Open::kWrite : Store::Open::kRead);
  if (!store.ok()) return terminal.Fail(store.status());
  absl::Status status;
  if (flags.action == "check") {
    status = store->Check();
    const absl::StatusOr<StoreCounts> counts = store->Count();
    if (status.ok()) status = counts.status();
    if (status.ok()) {
      terminal.Write(StrCat(flags.path, ": sound; ", counts->articles, counts->articles == 1 ? " article, " : " articles, ", counts->unread,
                            " not read, ", counts->sheets, counts->sheets == 1 ? " sheet" : " sheets", " of events kept, last run ", counts->last_run, "\n"));
    }
  } else if (flags.action == "export" && flags.notes) {
    const absl::StatusOr<std::string> notes = store->Notes();
    status = notes.status();
    if (status.ok() && !notes->empty()) terminal.Write(StrCat(*notes, "\n"));
  } else if (flags.action == "export") {
    status = store->ForEachRecord([&](const std::string& line) { return terminal.Write(StrCat(line, "\n")); });
  } else {
    status = store->Vacuum();
  }
  return status.ok() ? Finish(terminal, {}, kExitOk) : terminal.Fail(status);
}

}  // namespace crosscheck
