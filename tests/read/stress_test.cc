// Pages that made one HTML parser or another hang or lose text. Every word must come out of the blocks; growth is measured by
// read_bench. A page that uses up the parser's work allowance must say so.
#include <string>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gtest/gtest.h"
#include "read/html_blocks.h"
#include "read/html_cut.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

ParsedPage Parse(std::string_view page) {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return ReadHtmlBlocks(CutHtml(page), rules.tables().pages);
}

size_t CountWords(const ParsedPage& page, std::string_view word) {
  size_t count = 0;
  for (size_t at = page.text.find(word); at != std::string::npos; at = page.text.find(word, at + word.size())) ++count;
  return count;
}

struct Tangle {
  std::string_view name;
  std::string_view piece;  // holds "word" once
  int times;
};

class StressTest : public ::testing::TestWithParam<Tangle> {};

TEST_P(StressTest, EveryWordIsKept) {
  const Tangle& tangle = GetParam();
  std::string page = "<html><body>";
  for (int i = 0; i < tangle.times; ++i) page += tangle.piece;
  page += "<p>last";
  const ParsedPage parsed = Parse(page);
  EXPECT_FALSE(parsed.cut);
  EXPECT_EQ(CountWords(parsed, "word"), static_cast<size_t>(tangle.times));
  EXPECT_EQ(CountWords(parsed, "last"), 1u);
}

INSTANTIATE_TEST_SUITE_P(
    Tangles, StressTest,
    ::testing::Values(Tangle{"divs", "<div>word ", 30000}, Tangle{"links_around_divs", "<a href=x><div>word ", 20000},
                      Tangle{"unclosed", "<p><b><font><i>word ", 10000}, Tangle{"nested_tables", "<table><tr><td>word ", 10000},
                      Tangle{"text_in_tables", "<table>word <tr>", 20000}, Tangle{"lists", "<ul><li>word ", 20000},
                      Tangle{"bold", "<b>word ", 20000}, Tangle{"options", "<option>word ", 50000},
                      Tangle{"stray_ends", "</div></p></table>word ", 50000}, Tangle{"bare_ampersands", "&am word ", 50000},
                      Tangle{"less_than", "< word ", 50000}, Tangle{"comments", "<!-- a -- > b -->word ", 20000},
                      Tangle{"half_tags", "<p class='a' word='b'>word </", 2000}, Tangle{"own_elements", "<x-card>word ", 10000}),
    [](const auto& named) { return std::string(named.param.name); });

TEST(StressTest, TangledFormsAreReadOrSaidToBeCut) {
  std::string page = "<html><body>";
  for (int i = 0; i < 50000; ++i) page += "<form><button><nobr>word ";
  const ParsedPage parsed = Parse(page);
  EXPECT_TRUE(parsed.cut || CountWords(parsed, "word") == 50000u);
  EXPECT_GT(CountWords(parsed, "word"), 1000u);
}

TEST(StressTest, LargeTextsAndAttributes) {
  std::string words;
  for (int i = 0; i < 2'200'000; ++i) words += "word ";  // 11 MB: past the parser's own limit
  EXPECT_EQ(CountWords(Parse(StrCat("<html><body><p>", words)), "word"), 2'200'000u);
  EXPECT_EQ(CountWords(Parse(StrCat("<p title='", words, "'>last</p>")), "last"), 1u);
  std::string attributes;
  for (int i = 0; i < 200000; ++i) StrAppend(&attributes, " a", i, "=1");
  EXPECT_EQ(CountWords(Parse(StrCat("<p", attributes, ">last</p><p>last")), "last"), 2u);
}

TEST(StressTest, WhatIsLeftOpenAtTheEnd) {
  EXPECT_EQ(CountWords(Parse(StrCat("<p>first</p><!-- ", std::string(500000, 'x'))), "first"), 1u);
  EXPECT_EQ(CountWords(Parse(StrCat("<p>first</p><script>", std::string(500000, 'x'))), "first"), 1u);
  EXPECT_EQ(CountWords(Parse("<p>first</p><a href='"), "first"), 1u);
  EXPECT_EQ(CountWords(Parse(std::string("<p>fi\0rst</p><p>second", 22)), "second"), 1u);
  EXPECT_EQ(Parse("").text, "");
}

TEST(StressTest, TextInALinkAroundBlocksIsLinkedText) {
  const ParsedPage page = Parse("<body><a href=x><div><p>Two gulls nested on the roof</p></div></a><p>of the hall");
  ASSERT_EQ(page.blocks.size(), 2u);
  EXPECT_EQ(page.blocks[0].link_letters, page.blocks[0].letters);
  EXPECT_EQ(page.blocks[1].link_letters, 0u);
}

}  // namespace
}  // namespace crosscheck
