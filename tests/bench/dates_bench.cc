// MB/s of the date walk alone (tokens made before), on invented news text and on text that is dates from end to end.
#include <benchmark/benchmark.h>

#include "base/days.h"
#include "crosscheck/crosscheck.h"
#include "extract/dates/dates.h"

namespace crosscheck {
namespace {

constexpr std::string_view kNews =
    "The harbour board of Tarn said Monday that it will sell the old ferry by the end of the year. The boat, built in 1987, has "
    "carried "
    "about 2,400 passengers a day since last spring, the board's chairwoman, Orla Venn, told a meeting in the town hall. \"We "
    "shall not "
    "keep a boat that nobody wants to pay for,\" she said. Fares rose 4 percent in the third quarter from a year earlier, and "
    "the crew "
    "of twelve was told on 3 May to look for other work. A buyer from the far side of the bay has offered two million crowns. ";
constexpr std::string_view kWeekdays = "Friday ";
constexpr std::string_view kDigits = "7";

void Run(benchmark::State& state, std::string_view piece) {
  const Rulebook rules = *Rulebook::Load({});
  Document document;
  const auto size = static_cast<size_t>(state.range(0));
  while (document.text.size() < size) document.text += piece;
  document.published = Published{OneDay(*MakeDay(2021, 6, 16)), "bench"};
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  const TextView made = MakeTextView(document, rules.tables());
  const QuoteMap quotes = FindQuotes(made);
  TextView view = made;
  for (auto _ : state) {
    benchmark::DoNotOptimize(FindDates(&view, quotes));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(document.text.size()));
  state.SetComplexityN(static_cast<int64_t>(document.text.size()));
}

BENCHMARK_CAPTURE(Run, news, kNews)->Range(1 << 14, 1 << 20)->Complexity();
BENCHMARK_CAPTURE(Run, weekdays, kWeekdays)->Range(1 << 14, 1 << 20)->Complexity();
BENCHMARK_CAPTURE(Run, digits, kDigits)->Range(1 << 14, 1 << 20)->Complexity();

}  // namespace
}  // namespace crosscheck
