// HTML to stories with metadata, plain saves and JSON lines, in bytes a second; n and 2n for growth.
#include <benchmark/benchmark.h>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

constexpr std::string_view kParagraph =
    "The ferry sank on Monday off Tarn Point, the harbour office of Port Ellen said in a statement, and 14 people were taken off "
    "by "
    "boats in the night before a second ferry came. ";

// A page like those of news sites: a story among some fifty times as much of scripts, menus, drawings and cards.
std::string NewsPage(int paragraphs) {
  std::string page =
      "<!doctype html><html lang=\"en\"><head><title>Ferry sinks off Tarn Point | Tarn Gazette</title>"
      "<meta property=\"article:published_time\" content=\"2024-06-04T10:00:00Z\">"
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks off Tarn Point\","
      "\"datePublished\":\"2024-06-04\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann Berg\"}}</script></head><body>";
  for (int i = 0; i < paragraphs; ++i) {
    StrAppend(&page, "<script>", std::string(4000, 'x'), "</script><div class=\"nav-item menu__entry\" data-track=\"", i,
              "\" style=\"color:red\"><a href=\"/section/", i, "\" class=\"link link--small\">Section ", i, "</a></div>");
  }
  page += "<article><h1>Ferry sinks off Tarn Point</h1><p class=\"byline\">By Ann Berg</p><div class=\"article-body\">";
  for (int i = 0; i < paragraphs; ++i) StrAppend(&page, "<p>", i, " ", kParagraph, "</p>");
  page += "</div></article>";
  for (int i = 0; i < paragraphs; ++i) {
    StrAppend(&page, "<div class=\"card related-story\"><a href=\"/story/", i, "\"><h3>Mast falls in storm number ", i,
              "</h3></a><svg><path d=\"", std::string(1500, 'M'), "\"/></svg></div>");
  }
  return page + "</body></html>";
}

void Read(benchmark::State& state, const std::string& bytes, std::string_view uri) {
  ReadHint hint;
  hint.uri = std::string(uri);
  for (auto _ : state) {
    std::vector<Unread> unread;
    benchmark::DoNotOptimize(ReadAll(bytes, hint, &unread));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes.size()));
}

void Html(benchmark::State& state) { Read(state, NewsPage(static_cast<int>(state.range(0))), "page.html"); }
BENCHMARK(Html)->Arg(20)->Arg(40)->Arg(80)->Unit(benchmark::kMicrosecond);

void PlainPage(benchmark::State& state) {
  std::string page = "Ferry sinks off Tarn Point\n\nUpdated 4 June 2024\n\n";
  for (int64_t i = 0; i < state.range(0); ++i) StrAppend(&page, i, " ", kParagraph, "\n\n");
  Read(state, page, "page.txt");
}
BENCHMARK(PlainPage)->Arg(100)->Arg(200)->Unit(benchmark::kMicrosecond);

void JsonLines(benchmark::State& state) {
  std::string lines;
  for (int64_t i = 0; i < state.range(0); ++i) {
    StrAppend(&lines, "{\"id\": \"", i, "\", \"title\": \"Ferry sinks\", \"text\": \"");
    for (int k = 0; k < 20; ++k) StrAppend(&lines, kParagraph, "\\n");
    lines += "\", \"published\": \"2024-06-04\"}\n";
  }
  Read(state, lines, "wire.jsonl");
}
BENCHMARK(JsonLines)->Arg(200)->Arg(400)->Unit(benchmark::kMillisecond);

// Markup that trees are slow on.
// Markup that made one parser or another hang: time grows as the page does.
void Tangled(benchmark::State& state, std::string_view piece) {
  std::string page = "<html><body>";
  for (int64_t i = 0; i < state.range(0); ++i) page += piece;
  Read(state, StrCat(page, "<p>", kParagraph), "page.html");
}
BENCHMARK_CAPTURE(Tangled, divs, "<div>")->Arg(50000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Tangled, links_around_divs, "<a href=x><div>word ")->Arg(25000)->Arg(50000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Tangled, unclosed, "<p><b><font><i>word ")->Arg(5000)->Arg(10000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Tangled, text_in_tables, "<table>word <tr>")->Arg(25000)->Arg(50000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Tangled, options, "<option>word ")->Arg(100000)->Arg(200000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Tangled, forms, "<form><button><nobr>word ")->Arg(25000)->Arg(50000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
