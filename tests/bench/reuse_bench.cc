// Reuse: fingerprinting, the whole stage on a bundle full of copies, and growth with the number of documents.
//
// CROSSCHECK_BENCH_DOCUMENTS=100000 adds a size to the growth benchmarks. Counter "extra_kB": peak memory beyond what stood
// before the call, in kB a document (its first run in the process counts: run one growth benchmark at a time to read it).
#include <sys/resource.h>

#include <cstdlib>

#include "base/strings.h"
#include "benchmark/benchmark.h"
#include "crosscheck/crosscheck.h"
#include "reuse/fingerprints.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"
#include "tests/reuse/made_text.h"

namespace crosscheck {
namespace {

const RuleTables& Rules() {
  static const auto& rules = *new Rulebook(*Rulebook::Load({}));
  return rules.tables();
}

// A copy as papers make them: the end cut, a paragraph put in, or read from a scan.
std::string EditedCopy(uint64_t story, size_t paragraphs, Chance* chance) {
  std::vector<std::string> text = MadeParagraphs(story, paragraphs);
  switch (chance->Below(4)) {
    case 0:
      text.resize(text.size() - text.size() / 4);
      break;
    case 1:
      text.insert(text.begin() + 1, MadeStory(1'000'000 + chance->Below(1'000'000'000), 1));
      break;
    case 2:
      return Misread(JoinParagraphs(text), chance->Below(1'000'000), 1 + chance->Below(3));
    default:
      break;
  }
  return JoinParagraphs(text);
}

std::string Id(size_t i) { return StrCat("d", 10'000'000 + i); }

size_t TextBytes(const std::vector<Record>& records) {
  size_t bytes = 0;
  for (const Record& record : records) bytes += record.document.text.size();
  return bytes;
}

// Families of one to six stories, so that most stories have a copy.
std::vector<Record> CopyHeavy(size_t documents) {
  Chance chance(1);
  std::vector<Record> records;
  for (uint64_t story = 0; records.size() < documents; ++story) {
    const uint32_t size = 1 + chance.Below(6);
    for (uint32_t i = 0; i < size; ++i) records.push_back(OneStoryRecord(Id(records.size()), EditedCopy(story, 8, &chance)));
  }
  return records;
}

enum Corpus { kOrdinary, kOneWireStory, kSameFooter };

// Short stories; of a hundred documents 30 are edited copies of others, or 40 carry the same wire story, or all the same footer.
std::vector<Record> Growing(size_t documents, Corpus corpus) {
  Chance chance(2);
  std::vector<Record> records;
  for (size_t i = 0; i < documents; ++i) {
    const auto story = static_cast<uint64_t>(i);
    std::string text;
    if (corpus == kOneWireStory && chance.Below(100) < 40) {
      text = EditedCopy(999'999'999, 3, &chance);
    } else if (i > 0 && chance.Below(100) < 30) {
      text = EditedCopy(chance.Below(static_cast<uint32_t>(i)), 3, &chance);
    } else {
      text = MadeStory(story, 3);
    }
    if (corpus == kSameFooter) text += "\n\n" + MadeStory(888'888'888, 1);
    records.push_back(OneStoryRecord(Id(i), std::move(text)));
  }
  return records;
}

void Fingerprinting(benchmark::State& state) {
  const std::vector<Record> records = CopyHeavy(300);
  for (auto _ : state) {
    std::vector<Fingerprint> fingerprints;
    for (uint32_t s = 0; s < records.size(); ++s) {
      const WordArray words = ReadStoryWords(records[s].document.text, records[s].document.stories[0]);
      AppendFingerprints(words, s, static_cast<uint32_t>(state.range(0)), &fingerprints);
    }
    benchmark::DoNotOptimize(fingerprints.data());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * TextBytes(records)));
}
BENCHMARK(Fingerprinting)->ArgName("window")->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond);

void CopyHeavyBundle(benchmark::State& state) {
  const std::vector<Record> records = CopyHeavy(static_cast<size_t>(state.range(0)));
  size_t pairs = 0;
  for (auto _ : state) pairs = FindReuse(records, Rules(), 1).pairs.size();
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * TextBytes(records)));
  state.counters["pairs"] = static_cast<double>(pairs);
}
BENCHMARK(CopyHeavyBundle)->ArgName("documents")->Arg(300)->Arg(1200)->Unit(benchmark::kMillisecond);

long PeakKilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void Growth(benchmark::State& state) {
  const auto documents = static_cast<size_t>(state.range(0));
  const std::vector<Record> records = Growing(documents, static_cast<Corpus>(state.range(1)));
  Rules();  // loaded before, not on the account of the documents
  const long before = PeakKilobytes();
  size_t pairs = 0;
  for (auto _ : state) pairs = FindReuse(records, Rules(), 1).pairs.size();
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * TextBytes(records)));
  state.counters["pairs"] = static_cast<double>(pairs);
  state.counters["extra_kB"] = static_cast<double>(PeakKilobytes() - before) / static_cast<double>(documents);
}

void Sizes(benchmark::internal::Benchmark* benchmark) {
  for (const int64_t corpus : {kOrdinary, kOneWireStory, kSameFooter}) {
    benchmark->Args({1000, corpus})->Args({10000, corpus});
    if (const char* more = std::getenv("CROSSCHECK_BENCH_DOCUMENTS")) benchmark->Args({std::atoll(more), corpus});
  }
}
BENCHMARK(Growth)->ArgNames({"documents", "corpus"})->Apply(Sizes)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
