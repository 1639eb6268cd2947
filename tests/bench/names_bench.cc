// MB/s of tokens and of names, each alone; n and 2n show the growth.
#include <benchmark/benchmark.h>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "extract/names/names.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

// Invented news of about `bytes` bytes, in one story.
Document News(size_t bytes) {
  Document document;
  for (int i = 0; document.text.size() < bytes; ++i) {
    StrAppend(&document.text, "Deputy Fisheries Minister Ruvo Astrik", i % 211, " met Ada Roe", i % 97,
              " in Tolmere on the way to the harbour, where crews of the Corvane Rescue Agency had been waiting since the early "
              "morning. ",
              "\"We have never seen so many boats,\" she said, and Astrik", i % 211,
              " agreed that the United Kingdom would pay for them.\n\n");
  }
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  return document;
}

void Tokens(benchmark::State& state) {
  const Document document = News(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(MakeTextView(document, Rules().tables()).tokens.begin());
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * document.text.size()));
}
BENCHMARK(Tokens)->Arg(1 << 20)->Arg(1 << 21);

void Names(benchmark::State& state) {
  const Document document = News(static_cast<size_t>(state.range(0)));
  TextView view = MakeTextView(document, Rules().tables());
  const QuoteMap quotes = FindQuotes(view);
  for (auto _ : state) {
    view.owner.Assign(view.tokens.size(), Owner::kFree);
    benchmark::DoNotOptimize(FindNames(&view, quotes).names.begin());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * document.text.size()));
}
BENCHMARK(Names)->Arg(1 << 20)->Arg(1 << 21);

}  // namespace
}  // namespace crosscheck
