// The compare stage: claims a second, and growth with the number of articles on one topic.
//
// The articles are the invented bundles of fixtures/bundles, told again with other numbers and other names, so that all are on like
// topics and many share words, values and copied sentences. CROSSCHECK_BENCH_DOCUMENTS=10000 adds that size to the growth.
#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "base/strings.h"
#include "benchmark/benchmark.h"
#include "compare/group/quantities.h"
#include "compare/pair/align.h"
#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"
#include "tests/paths.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const auto& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

// The texts of all bundles that are files of records, in the order of their names.
const std::vector<Document>& Originals() {
  static const auto& originals = *[] {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(kFixtures + "/bundles")) {
      const std::string file = entry.path().string() + "/bundle.jsonl";
      if (std::filesystem::exists(file)) files.push_back(file);
    }
    std::sort(files.begin(), files.end());
    auto* documents = new std::vector<Document>;
    for (const std::string& file : files) {
      std::vector<Unread> unread;
      for (Document& document : ReadAll(*ReadFile(file, 1 << 20), {.uri = "b.jsonl"}, &unread)) documents->push_back(std::move(document));
    }
    return documents;
  }();
  return originals;
}

// Every number of the text is told anew: half of them a little larger, by the copy's own number.
std::string WithOtherNumbers(std::string_view text, size_t copy) {
  std::string out;
  uint64_t state = copy * 0x9E3779B97F4A7C15ull + 1;
  for (const char c : text) {
    if (c < '1' || c > '8') {
      out += c;
      continue;
    }
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    out += static_cast<char>(c + ((state >> 40) % 4 == 0 ? 1 : 0));
  }
  return out;
}

std::vector<Record> Articles(size_t count) {
  std::vector<Record> records;
  for (size_t i = 0; i < count; ++i) {
    Document document = Originals()[i % Originals().size()];
    const size_t copy = i / Originals().size();
    document.id = StrCat("d", 1'000'000 + i);
    if (copy > 0) document.text = WithOtherNumbers(document.text, copy);
    records.push_back(Extract(std::move(document), Rules()));
  }
  return records;
}

// "million" everywhere: one unit must not make all pairs of its claims worth a look.
std::vector<Record> Millions(size_t count) {
  std::vector<Record> records;
  for (size_t i = 0; i < count; ++i) {
    std::vector<Unread> unread;
    const std::string line = StrCat(R"({"id": "m)", 1'000'000 + i, R"(", "published": "2033-03-07", "text": "The town of Orlby spent )",
                                    2 + i * 7 % 977, " million crowns on its harbour and ", 1 + i * 3 % 89,
                                    R"( million crowns on its mill, Mayor Ada Holt said. The harbour holds )", 10 + i % 31, R"( boats."})");
    for (Document& document : ReadAll(line, {.uri = "m.jsonl"}, &unread)) records.push_back(Extract(std::move(document), Rules()));
  }
  return records;
}

void CompareClaims(benchmark::State& state, const std::vector<Record>& records) {
  size_t claims = 0;
  for (auto _ : state) {
    const Bundle bundle = BuildBundle(records, {}, Rules().tables(), 1);
    benchmark::DoNotOptimize(FindQuantities(bundle, AlignClaims(bundle, NeighbourStories(bundle, 1), 1), {}));
    claims = bundle.claims.size();
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * claims));
  state.SetComplexityN(static_cast<int64_t>(records.size()));
  state.counters["claims"] = static_cast<double>(claims);
}

// items_per_second is claims a second: the flat list, alignment and grouping, on one thread.
void BM_ClaimsOfOneTopic(benchmark::State& state) { CompareClaims(state, Articles(static_cast<size_t>(state.range(0)))); }
void BM_OneCommonUnit(benchmark::State& state) { CompareClaims(state, Millions(static_cast<size_t>(state.range(0)))); }

// The whole stage, reuse and state as well.
void BM_WholeStage(benchmark::State& state) {
  const std::vector<Record> records = Articles(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(Compare(records, Rules(), {.threads = 1, .state_json = ""}));
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * records.size()));
  state.SetComplexityN(state.range(0));
}

void Sizes(benchmark::internal::Benchmark* bench) {
  bench->Unit(benchmark::kMillisecond)->Complexity();
  for (const int64_t documents : {100, 1000, 2000}) bench->Arg(documents);
  if (const char* more = std::getenv("CROSSCHECK_BENCH_DOCUMENTS")) bench->Arg(std::atol(more));
}

BENCHMARK(BM_ClaimsOfOneTopic)->Apply(Sizes);
BENCHMARK(BM_OneCommonUnit)->Apply(Sizes);
BENCHMARK(BM_WholeStage)->Unit(benchmark::kMillisecond)->Arg(100)->Arg(400);

}  // namespace
}  // namespace crosscheck
