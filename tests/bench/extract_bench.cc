// The whole of extraction: MB of text a second on one core, and its growth from n to 2n.
#include <benchmark/benchmark.h>

#include <string>

#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

Document Page(std::string text) {
  Document document;
  document.id = "bench";
  document.text = std::move(text);
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(std::move(story));
  return document;
}

// News as it is written: names, quotations, figures and dates in the proportions of a wire story.
std::string News(size_t bytes, const char* paragraph_end) {
  const char* const kSentences[] = {
      "Ada Brook, the mayor of Dunholm, said on Monday that the bridge over the Marl would open in May.",
      "\"We looked at every bolt of it,\" said Jon Hill, an engineer with the firm. \"It will stand for a hundred years.\"",
      "At least 36 people were hurt when the old bridge fell in March 2021, according to the coastguard.",
      "The work cost 14.5 million dollars, about a third more than was planned.",
      "The firm denied that it had used weak steel, calling the claim absurd.",
      "Boats passed under the new arch all morning while children waved from the banks of the river.",
      "Brook's office did not respond to a request for comment, but the council vowed to publish the report within two weeks.",
  };
  std::string text;
  for (size_t i = 0; text.size() < bytes; ++i) {
    text += kSentences[i * 5 % 7];
    text += i % 3 == 2 ? paragraph_end : " ";
  }
  return text;
}

void Run(benchmark::State& state, const std::string& text) {
  for (auto _ : state) {
    Record record = Extract(Page(text), Rules());
    benchmark::DoNotOptimize(record);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void BM_News(benchmark::State& state) { Run(state, News(static_cast<size_t>(state.range(0)), "\n")); }
BENCHMARK(BM_News)->Arg(5 << 10)->Arg(500 << 10)->Arg(1000 << 10)->Unit(benchmark::kMillisecond);

void BM_OneParagraph(benchmark::State& state) { Run(state, News(static_cast<size_t>(state.range(0)), " ")); }
BENCHMARK(BM_OneParagraph)->Arg(2500 << 10)->Arg(5000 << 10)->Unit(benchmark::kMillisecond);

void BM_QuotationMarks(benchmark::State& state) {
  std::string text;
  for (int64_t i = 0; i < state.range(0); ++i) text += i % 3 == 0 ? " \"a" : i % 3 == 1 ? "' b" : " 'c\"";
  Run(state, text);
}
BENCHMARK(BM_QuotationMarks)->Arg(500000)->Arg(1000000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
