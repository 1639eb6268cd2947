#include "cli/pipeline.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

#include "base/days.h"
#include "base/files.h"
#include "base/json.h"
#include "base/json_parts.h"
#include "base/parallel.h"
#include "base/strings.h"
#include "cli/outputs.h"
#include "compare/compare.h"
#include "compare/state.h"
#include "compare/state_files.h"
#include "read/bundle.h"
#include "read/format.h"
#include "report/display.h"

namespace crosscheck {
namespace {

constexpr uint64_t kMaxFlagFile = 1 << 30;
constexpr uint64_t kMaxRecords = uint64_t{4} << 30;
constexpr size_t kLinesAtOnce = 4096;

std::string ReadStandardInput() {
  std::string bytes;
  char buffer[1 << 16];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, stdin)) bytes.append(buffer, got);
  return bytes;
}

bool UsesStandardInput(const std::vector<std::string>& inputs) {
  return std::find(inputs.begin(), inputs.end(), "-") != inputs.end();
}

size_t WorkersOf(int threads) {
  return threads > 0 ? static_cast<size_t>(threads) : std::max(1u, std::thread::hardware_concurrency());
}

// The options of reading, with standard input's bytes where an input asks for them.
struct Opened {
  BundleOptions options;
  std::string stdin_bytes;
};

absl::StatusOr<std::unique_ptr<Opened>> Open(const InputFlags& input, int threads) {
  auto opened = std::make_unique<Opened>();
  opened->options.threads = threads;
  if (input.stdin_format == "text") {
    opened->options.stdin_format = InputFormat::kText;
  } else if (input.stdin_format == "html") {
    opened->options.stdin_format = InputFormat::kHtml;
  } else if (input.stdin_format != "jsonl") {
    return absl::InvalidArgumentError(StrCat("--input ", input.stdin_format, ": is none of jsonl, text, html"));
  }
  const absl::StatusOr<std::optional<Published>> published = PublishedFlag(input);
  if (!published.ok()) return published.status();
  opened->options.published = *published;
  if (UsesStandardInput(input.inputs)) {
    opened->stdin_bytes = ReadStandardInput();
    opened->options.stdin_bytes = &opened->stdin_bytes;
  }
  return opened;
}

bool AllLeftOut(const std::vector<Unread>& unread) {
  return std::all_of(unread.begin(), unread.end(), [](const Unread& input) { return IsLeftOut(input); });
}

std::string_view NothingThere(const Opened& opened, const std::vector<std::string>& inputs) {
  return UsesStandardInput(inputs) && Trim(opened.stdin_bytes).empty() ? "nothing came on standard input" : "no article there";
}

// The file that a shell made for the output (`extract folder > folder/records.jsonl`) is no input.
std::vector<InputSource> WithoutStandardOutput(std::vector<InputSource> sources, Terminal& terminal) {
  std::erase_if(sources, [&](const InputSource& source) {
    if (source.path == "-" || !IsStandardOutput(source.path)) return false;
    terminal.Say(StrCat(source.path, ": is the output, left out"));
    return true;
  });
  return sources;
}

absl::Status CheckFit(const std::string& path, const std::string& state, const Worksheet& sheet, Terminal& terminal) {
  if (path.empty()) return absl::OkStatus();
  const StateFit fit = FitOfState(state, sheet);
  if (fit.fit == fit.notes) return absl::OkStatus();
  if (fit.fit == 0 && !fit.same_bundle) {
    return absl::InvalidArgumentError(StrCat("--state ", path, ": none of its notes is about these articles; it is another bundle's"));
  }
  terminal.Say(StrCat("--state ", path, ": ", fit.fit, " of ", fit.notes, " notes are about these articles; the others are about nothing here"));
  return absl::OkStatus();
}

// One record.
absl::StatusOr<std::vector<Record>> ReadDraft(const std::vector<std::string>& drafts, const InputFlags& input, const CommonFlags& common,
                                              const Rulebook& rules, Terminal& terminal) {
  const std::string& path = drafts.front();
  const auto refuse = [&](std::string_view why) { return absl::InvalidArgumentError(StrCat("--draft ", path, ": ", why)); };
  if (drafts.size() > 1) return absl::InvalidArgumentError(StrCat("--draft: is given ", drafts.size(), " times; one draft at a time"));
  std::vector<Unread> unread;
  for (const InputSource& source : ListSources(input.inputs, {}, &unread)) {
    const bool same = path == "-" ? source.path == "-" : IsSameFile(source.path, path);
    if (same) return refuse("is one of the sources too; keep the two apart");
  }
  InputFlags alone = input;
  alone.inputs = {path};
  unread.clear();
  absl::StatusOr<std::vector<Record>> records = ExtractBundle(alone, common, rules, terminal, &unread);
  if (!records.ok()) return records.status();
  if (records->size() > 1) return refuse(StrCat("holds ", records->size(), " articles; a draft is one"));
  if (records->empty()) return refuse(unread.empty() ? "no article there" : unread.front().reason);
  return records;
}

absl::StatusOr<Record> ReadRecordLine(std::string_view line, const Rulebook& rules) {
  const absl::StatusOr<Json> json = ParseJson(line);
  if (!json.ok()) return json.status();
  if (const absl::Status status = CheckMaker(*json, rules); !status.ok()) return status;
  return ReadRecord(*json);
}

struct PartResult {
  std::vector<InOrder> made;
  std::vector<Unread> unread;
};

}  // namespace

absl::StatusOr<std::optional<Published>> PublishedFlag(const InputFlags& input) {
  if (input.published.empty()) return std::optional<Published>();
  const std::optional<Day> day = ParseIsoDay(input.published);
  if (!day) return absl::InvalidArgumentError(StrCat("--published ", input.published, ": is not a day such as 2024-06-12"));
  return std::optional<Published>(Published{OneDay(*day), "--published"});
}

absl::Status ForEachDocument(const InputFlags& input, const CommonFlags& common, const Rulebook& rules, Terminal& terminal, const Work& work,
                             std::vector<Unread>* unread) {
  const auto opened = Open(input, common.threads);
  if (!opened.ok()) return opened.status();
  BundleOptions& options = (*opened)->options;
  options.rules = &rules;
  const std::vector<InputSource> sources = WithoutStandardOutput(ListSources(input.inputs, options, unread), terminal);
  const std::vector<SourcePart> parts = SplitSources(sources);
  bool any = false;
  uint64_t total = 0;
  for (const SourcePart& part : parts) total += part.size;
  Progress progress(terminal, sources.size(), total);
  const size_t window = 8 * WorkersOf(common.threads);
  for (size_t first = 0; first < parts.size(); first += window) {
    std::vector<PartResult> results(std::min(window, parts.size() - first));
    ParallelFor(results.size(), common.threads, [&](size_t i) {
      const auto make = [&](Document document) { results[i].made.push_back(work(std::move(document))); };
      ReadPart(parts[first + i], options, make, &results[i].unread);
      progress.Done(parts[first + i].size);
    });
    for (PartResult& result : results) {
      unread->insert(unread->end(), result.unread.begin(), result.unread.end());
      for (InOrder& made : result.made) {
        any = true;
        if (!made()) return absl::OkStatus();
        made = nullptr;
      }
    }
  }
  if (!any && AllLeftOut(*unread)) unread->push_back({Join(input.inputs, ", "), std::string(NothingThere(**opened, input.inputs))});
  return absl::OkStatus();
}

absl::Status ExtractInputs(const InputFlags& input, const CommonFlags& common, const Rulebook& rules, Terminal& terminal,
                           const UseRecord& use, std::vector<Unread>* unread) {
  const auto work = [&](Document document) -> InOrder {
    auto record = std::make_shared<Record>(Extract(std::move(document), rules));
    return [record, &use] { return use(std::move(*record)); };
  };
  return ForEachDocument(input, common, rules, terminal, work, unread);
}

absl::StatusOr<std::vector<Record>> ExtractBundle(const InputFlags& input, const CommonFlags& common, const Rulebook& rules,
                                                  Terminal& terminal, std::vector<Unread>* unread) {
  std::vector<Record> records;
  const auto keep = [&records](Record record) {
    records.push_back(std::move(record));
    return true;
  };
  if (const absl::Status status = ExtractInputs(input, common, rules, terminal, keep, unread); !status.ok()) return status;
  MakeRecordsDistinct(&records);
  return records;
}

absl::StatusOr<ArticleBundle> ReadArticles(const InputFlags& input, const std::vector<std::string>& drafts, const CommonFlags& common,
                                           const Rulebook& rules, Terminal& terminal, std::vector<Unread>* unread) {
  ArticleBundle articles;
  absl::StatusOr<std::vector<Record>> draft = std::vector<Record>();
  if (!drafts.empty()) draft = ReadDraft(drafts, input, common, rules, terminal);
  if (!draft.ok()) return draft.status();
  absl::StatusOr<std::vector<Record>> sources = ExtractBundle(input, common, rules, terminal, unread);
  if (!sources.ok()) return sources.status();
  articles.records = *std::move(sources);
  if (draft->empty()) return articles;
  articles.records.push_back(std::move(draft->front()));
  MakeRecordIdsUnique(&articles.records);
  articles.draft = articles.records.back().document.id;
  return articles;
}

absl::Status AddRecords(const std::vector<std::string_view>& lines, const std::string& file, const Rulebook& rules, int threads,
                        std::vector<Record>* records, std::vector<Unread>* unread) {
  for (size_t first = 0; first < lines.size(); first += kLinesAtOnce) {
    std::vector<absl::StatusOr<Record>> parsed(std::min(kLinesAtOnce, lines.size() - first));
    ParallelFor(parsed.size(), threads, [&](size_t i) {
      if (!Trim(lines[first + i]).empty()) parsed[i] = ReadRecordLine(lines[first + i], rules);
    });
    for (size_t i = 0; i < parsed.size(); ++i) {
      if (parsed[i].ok()) {
        records->push_back(*std::move(parsed[i]));
      } else if (absl::IsFailedPrecondition(parsed[i].status())) {
        return parsed[i].status();
      } else if (!Trim(lines[first + i]).empty()) {
        unread->push_back({file, StrCat("line ", first + i + 1, ": ", parsed[i].status().message())});
      }
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Record>> ReadRecords(const std::vector<std::string>& files, const Rulebook& rules, int threads,
                                                std::vector<Unread>* unread) {
  std::vector<Record> records;
  for (const std::string& file : files) {
    absl::StatusOr<std::string> bytes = file == "-" ? ReadStandardInput() : ReadFile(file, kMaxRecords);
    if (!bytes.ok()) {
      unread->push_back({file, std::string(bytes.status().message())});
      continue;
    }
    if (Trim(*bytes).empty()) {
      unread->push_back({file, file == "-" ? "nothing came on standard input" : "no record in this file"});
      continue;
    }
    if (const absl::Status status = AddRecords(Split(*bytes, '\n'), file, rules, threads, &records, unread); !status.ok()) return status;
  }
  MakeRecordsDistinct(&records);
  return records;
}

std::vector<std::string> WithDrafts(std::vector<std::string> inputs, const std::vector<std::string>& drafts) {
  inputs.insert(inputs.end(), drafts.begin(), drafts.end());
  return inputs;
}

int ListInputs(const InputFlags& input, Terminal& terminal) {
  const auto opened = Open(input, 1);
  if (!opened.ok()) return terminal.Fail(opened.status());
  std::vector<Unread> unread;
  for (const InputSource& source : ListSources(input.inputs, (*opened)->options, &unread)) {
    terminal.Write(StrCat(Harmless(source.path), "\t", source.size, "\t", source.format, "\n"));
  }
  return Finish(terminal, unread, kExitOk);
}

EventOptions OptionsOf(const EventFlags& events, const CommonFlags& common) {
  return {.one_event = events.one_event, .window_days = events.window, .threads = common.threads};
}

absl::StatusOr<CompareOptions> ReadNotes(const EarlierFlags& earlier, int threads) {
  CompareOptions options{.threads = threads};
  const std::string& state = earlier.state;
  for (const auto& [path, text] : {std::pair(&state, &options.state_json), std::pair(&earlier.baseline, &options.baseline_json)}) {
    if (path->empty()) continue;
    absl::StatusOr<std::string> read = ReadFile(*path, kMaxFlagFile);
    if (!read.ok()) return read.status();
    if (path == &state) {
      read = StateOfFile(*path, *read);
      if (!read.ok()) return read.status();
    } else if (const absl::Status status = CheckBaseline(*read); !status.ok()) {
      return absl::InvalidArgumentError(StrCat(*path, ": ", status.message()));
    }
    *text = *std::move(read);
  }
  return options;
}

absl::StatusOr<Worksheet> CompareBundle(ArticleBundle articles, const Rulebook& rules, const EventOptions& events,
                                        const EarlierFlags& earlier, std::vector<Unread> unread, Terminal& terminal) {
  absl::StatusOr<CompareOptions> options = ReadNotes(earlier, events.threads);
  if (!options.ok()) return options.status();
  options->draft = articles.draft;
  Worksheet sheet = *CompareWith({.events = events}, std::move(articles.records), rules, *options, std::move(unread));
  if (const absl::Status status = CheckFit(earlier.state, options->state_json, sheet, terminal); !status.ok()) return status;
  return sheet;
}

int Finish(Terminal& terminal, const std::vector<Unread>& unread, int code) {
  for (const Unread& input : unread) {
    const std::string line = StrCat(input.uri, ": ", input.reason);
    IsLeftOut(input) ? terminal.Say(line) : terminal.Trouble(line);
  }
  if (!terminal.status().ok()) return terminal.Fail(terminal.status());
  return AllLeftOut(unread) ? code : kExitTrouble;
}

}  // namespace crosscheck
