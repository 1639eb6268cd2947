// Figures over invented news text: MB/s of text, tokens included and not, and growth from n to 2n.
#include <benchmark/benchmark.h>

#include <string>

#include "crosscheck/crosscheck.h"
#include "extract/dates/dates.h"
#include "extract/figures/figures.h"
#include "extract/statements/quotes.h"

namespace crosscheck {
namespace {

constexpr std::string_view kParagraph =
    "The harbour office of Ostrel said that at least 14 miners were killed and more than 120 injured when the roof of the "
    "northern "
    "gallery fell in. Mira Velt, 48, who runs the yard, told reporters that the company would spend between $17 million and $19 "
    "million "
    "on repairs, up 3.5 percent from what it had planned. Hundreds of people gathered at the gate, and a 34-year-old teacher "
    "read out "
    "the names of those who were missing. The office is about 160 km (100 miles) from the capital, and the road was closed for "
    "hours.\n";

Document Story(size_t bytes) {
  Document document;
  while (document.text.size() < bytes) document.text += kParagraph;
  crosscheck::Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  return document;
}

const Rulebook& Rules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

void BM_Figures(benchmark::State& state) {
  const Document document = Story(static_cast<size_t>(state.range(0)));
  const TextView fresh = MakeTextView(document, Rules().tables());
  QuoteMap quotes;
  quotes.quotation_of.Assign(fresh.tokens.size(), QuoteMap::kNone);
  NameTable names;
  names.mention_of.Assign(fresh.tokens.size(), NameTable::kNone);
  TextView view = fresh;
  for (auto _ : state) {
    view.owner.Assign(view.tokens.size(), Owner::kFree);
    benchmark::DoNotOptimize(FindFigures(&view, quotes, names));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(document.text.size()));
}
BENCHMARK(BM_Figures)->Arg(1 << 16)->Arg(1 << 20)->Arg(1 << 21)->Unit(benchmark::kMillisecond);

void BM_TokensAndFigures(benchmark::State& state) {
  const Document document = Story(static_cast<size_t>(state.range(0)));
  for (auto _ : state) {
    TextView view = MakeTextView(document, Rules().tables());
    QuoteMap quotes;
    quotes.quotation_of.Assign(view.tokens.size(), QuoteMap::kNone);
    NameTable names;
    names.mention_of.Assign(view.tokens.size(), NameTable::kNone);
    benchmark::DoNotOptimize(FindFigures(&view, quotes, names));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(document.text.size()));
}
BENCHMARK(BM_TokensAndFigures)->Arg(1 << 20)->Arg(1 << 21)->Unit(benchmark::kMillisecond);

// What the two walks cost together, as extraction runs them: dates first, on the same tokens.
void BM_DatesAndFigures(benchmark::State& state) {
  const Document document = Story(static_cast<size_t>(state.range(0)));
  TextView view = MakeTextView(document, Rules().tables());
  const QuoteMap quotes = FindQuotes(view);
  NameTable names;
  names.mention_of.Assign(view.tokens.size(), NameTable::kNone);
  for (auto _ : state) {
    view.owner.Assign(view.tokens.size(), Owner::kFree);
    benchmark::DoNotOptimize(FindDates(&view, quotes));
    benchmark::DoNotOptimize(FindFigures(&view, quotes, names));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(document.text.size()));
}
BENCHMARK(BM_DatesAndFigures)->Arg(1 << 20)->Arg(1 << 21)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
