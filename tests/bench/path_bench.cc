// The whole path of `extract`: bytes in, records as lines of JSON out; MB of text a second, its growth from n to 2n, on one thread and
// two. The articles are the invented bundles of fixtures/bundles, told again with other numbers.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "base/json.h"
#include "base/strings.h"
#include "benchmark/benchmark.h"
#include "crosscheck/crosscheck.h"
#include "read/bundle.h"
#include "tests/paths.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

const Rulebook& Rules() {
  static const auto& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

const std::vector<std::string>& Originals() {
  static const auto& texts = *[] {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(kFixtures + "/bundles")) {
      const std::string file = entry.path().string() + "/bundle.jsonl";
      if (fs::exists(file)) files.push_back(file);
    }
    std::sort(files.begin(), files.end());
    auto* found = new std::vector<std::string>;
    for (const std::string& file : files) {
      std::vector<Unread> unread;
      for (Document& document : ReadAll(*ReadFile(file, 1 << 20), {.uri = "b.jsonl"}, &unread)) found->push_back(std::move(document.text));
    }
    return found;
  }();
  return texts;
}

std::string Article(size_t number) {
  std::string text = Originals()[number % Originals().size()];
  uint64_t state = number * 0x9E3779B97F4A7C15ull + 1;
  for (char& c : text) {
    if (c < '1' || c > '8') continue;
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    c = static_cast<char>(c + ((state >> 40) % 4 == 0 ? 1 : 0));
  }
  return text;
}

// A text of so many bytes, article after article; `between` parts the paragraphs.
std::string LongText(size_t bytes, char between) {
  std::string text;
  for (size_t i = 0; text.size() < bytes; ++i) text += Article(i) + "\n";
  text.resize(bytes);
  if (between != '\n') std::replace(text.begin(), text.end(), '\n', between);
  return text;
}

std::string Line(size_t number, const std::string& text) {
  return DumpJson(Json{{"id", StrCat("a", number)}, {"text", text}}) + "\n";
}

// Runs the path over the inputs; `text` are the bytes of text in them.
void Run(benchmark::State& state, const std::vector<std::string>& inputs, const std::string& standard_input, int threads,
         size_t text) {
  size_t bytes = 0;
  for (auto _ : state) {
    BundleOptions options;
    options.threads = threads;
    options.rules = &Rules();
    options.stdin_bytes = &standard_input;
    std::vector<Unread> unread;
    const auto sources = ListSources(inputs, options, &unread);
    const auto lines = MapDocuments(
        sources, options, [](Document document) { return ToJson(Extract(std::move(document), Rules()), false); }, &unread);
    bytes = 0;
    for (const std::string& line : lines) bytes += line.size();
    benchmark::DoNotOptimize(bytes);
  }
  state.counters["out"] = static_cast<double>(bytes);
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text));
}

void BM_JsonLines(benchmark::State& state) {
  std::string lines;
  size_t text = 0;
  for (size_t i = 0; i < static_cast<size_t>(state.range(0)); ++i) {
    const std::string article = Article(i);
    text += article.size();
    lines += Line(i, article);
  }
  Run(state, {"-"}, lines, static_cast<int>(state.range(1)), text);
}
BENCHMARK(BM_JsonLines)
    ->ArgNames({"articles", "threads"})
    ->ArgsProduct({{1000, 2000}, {1, 2}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void BM_LongText(benchmark::State& state) {
  const std::string text = LongText(static_cast<size_t>(state.range(0)), '\n');
  Run(state, {"-"}, Line(0, text), 1, text.size());
}
BENCHMARK(BM_LongText)->ArgName("bytes")->Arg(5 << 10)->Arg(1 << 20)->Arg(2 << 20)->Unit(benchmark::kMillisecond);

void BM_OneParagraph(benchmark::State& state) {
  const std::string text = LongText(static_cast<size_t>(state.range(0)), ' ');
  Run(state, {"-"}, Line(0, text), 1, text.size());
}
BENCHMARK(BM_OneParagraph)->ArgName("bytes")->Arg(2500 << 10)->Arg(5000 << 10)->Unit(benchmark::kMillisecond);

// A folder of so many files, made for the run and removed behind it.
void Folder(benchmark::State& state, std::string_view suffix, const std::string& before, const std::string& behind) {
  const fs::path folder = fs::temp_directory_path() / StrCat("path_bench_", suffix, "_", ::getpid());
  fs::create_directories(folder);
  size_t text = 0;
  for (size_t i = 0; i < static_cast<size_t>(state.range(0)); ++i) {
    const std::string article = Article(i);
    text += article.size();
    std::ofstream(folder / StrCat("a", i, ".", suffix)) << before << article << behind;
  }
  Run(state, {folder.string()}, "", static_cast<int>(state.range(1)), text);
  fs::remove_all(folder);
}

void BM_FolderOfTexts(benchmark::State& state) { Folder(state, "txt", "", ""); }
BENCHMARK(BM_FolderOfTexts)->ArgNames({"files", "threads"})->Args({10000, 2})->UseRealTime()->Unit(benchmark::kMillisecond);

void BM_FolderOfPages(benchmark::State& state) {
  Folder(state, "html", "<!doctype html><html lang=en><title>News</title><article><h1>News of the day</h1><p>", "</p></article></html>");
}
BENCHMARK(BM_FolderOfPages)->ArgNames({"files", "threads"})->Args({400, 1})->UseRealTime()->Unit(benchmark::kMillisecond);

// Long articles held against each other: some three hundred of their claims a piece.
void BM_Audit(benchmark::State& state) {
  std::vector<Record> records;
  for (size_t i = 0; i < static_cast<size_t>(state.range(0)); ++i) {
    std::vector<Unread> unread;
    for (Document& document : ReadAll(Line(i, Article(i)), {.uri = "b.jsonl"}, &unread))
      records.push_back(Extract(std::move(document), Rules()));
  }
  CompareOptions options;
  options.threads = static_cast<int>(state.range(1));
  for (auto _ : state) {
    const Worksheet sheet = Compare(records, Rules(), options);
    benchmark::DoNotOptimize(sheet.groups.size());
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * records.size()));
}
BENCHMARK(BM_Audit)->ArgNames({"articles", "threads"})->Args({1250, 2})->Args({2500, 2})->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
