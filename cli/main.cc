// The command line: the only place that knows CLI11.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "base/parallel.h"
#include "crosscheck/crosscheck.h"
#include "probe.h"

namespace crosscheck {
namespace {

struct Flags {
  std::vector<std::string> inputs;
  std::vector<std::string> rules;
  std::string format;
  bool with_text = false;
  int threads = 0;
};

std::vector<Document> ReadInputs(const Flags& flags, std::vector<Unread>* unread) {
  std::vector<Document> documents;
  const auto add = [&](const std::string& path) {
    ReadHint hint;
    hint.uri = path;
    std::string bytes;
    if (path == "-") {
      hint.format = InputFormat::kJsonLines;
      bytes.assign(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
    } else {
      absl::StatusOr<std::string> read = ReadFile(path, 256 << 20);
      if (!read.ok()) {
        unread->push_back({path, std::string(read.status().message())});
        return;
      }
      bytes = *std::move(read);
      if (path.ends_with(".jsonl")) hint.format = InputFormat::kJsonLines;
    }
    for (Document& document : ReadAll(bytes, hint, unread)) documents.push_back(std::move(document));
  };
  for (const std::string& input : flags.inputs) {
    if (!std::filesystem::is_directory(input)) {
      add(input);
      continue;
    }
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(input)) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) add(file);
  }
  return documents;
}

std::vector<Record> ExtractAll(const Flags& flags, const Rulebook& rules, std::vector<Unread>* unread) {
  std::vector<Document> documents = ReadInputs(flags, unread);
  std::vector<Record> records(documents.size());
  ParallelFor(documents.size(), flags.threads, [&](size_t i) { records[i] = Extract(std::move(documents[i]), rules); });
  return records;
}

int Fail(const absl::Status& status) {
  std::cerr << "crosscheck: " << status.message() << "\n";
  return 2;
}

int Main(int argc, char** argv) {
  CLI::App app("Audits a bundle of news articles against each other.", "crosscheck");
  app.set_version_flag("--version", std::string(Version()));
  app.require_subcommand(1);
  Flags flags;
  for (const char* name : {"audit", "extract", "reuse", "compare", "rules"}) {
    CLI::App* command = app.add_subcommand(name);
    command->add_option("inputs", flags.inputs);
    command->add_option("--rules", flags.rules);
    command->add_option("--format", flags.format);
    command->add_option("--threads", flags.threads);
    command->add_flag("--text", flags.with_text);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : 2;
  }
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.rules);
  if (!rules.ok()) return Fail(rules.status());
  std::vector<Unread> unread;
  if (app.got_subcommand("rules")) {
    int failures = 0;
    size_t count = 0;
    for (const ExampleResult& result : TestRules(*rules, "")) {
      ++count;
      if (result.failure.empty()) continue;
      ++failures;
      std::cout << result.failure << "\n";
    }
    std::cout << count << " examples, " << failures << " failed\n";
    return failures == 0 ? 0 : 1;
  }
  if (app.got_subcommand("extract")) {
    for (const Record& record : ExtractAll(flags, *rules, &unread)) std::cout << ToJson(record, flags.with_text) << "\n";
  } else {
    const Worksheet sheet = Compare(ExtractAll(flags, *rules, &unread), *rules, {.threads = flags.threads, .state_json = ""}, unread);
    if (app.got_subcommand("reuse")) {
      std::cout << DumpJson(ReuseToJson(sheet)) << "\n";
    } else {
      const absl::StatusOr<std::string> out = Write(sheet, flags.format.empty() ? "json" : flags.format);
      if (!out.ok()) return Fail(out.status());
      std::cout << *out;
    }
  }
  for (const Unread& file : unread) std::cerr << "crosscheck: " << file.uri << ": " << file.reason << "\n";
  return unread.empty() ? 0 : 2;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Main(argc, argv); }
