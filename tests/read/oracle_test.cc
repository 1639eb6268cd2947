// The blocks of a page against Gumbo's HTML5 tree: on pages as people write them the words of both must be the same, in order.
#include <gumbo.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/files.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gtest/gtest.h"
#include "read/html_blocks.h"
#include "read/html_cut.h"
#include "rulebook/tables.h"
#include "tests/paths.h"

namespace crosscheck {
namespace {

// Letters and digits, parted by single spaces. A no-break space is a space.
std::string WordsOf(std::string_view text) {
  std::string words;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool no_break = text.substr(i, 2) == "\u00A0";
    const bool letter = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter && !no_break) {
      words += c;
      continue;
    }
    if (!words.empty() && words.back() != ' ') words += ' ';
    i += no_break ? 1 : 0;
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

// Text below a node, without what holds none of the page; a space at each tag of a block.
void Collect(const GumboNode* node, std::string* text) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
    *text += node->v.text.text;
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT) return;
  constexpr GumboTag kNoText[] = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TITLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME};
  const GumboTag tag = node->v.element.tag;
  if (std::find(std::begin(kNoText), std::end(kNoText), tag) != std::end(kNoText)) return;
  constexpr GumboTag kInline[] = {GUMBO_TAG_A,    GUMBO_TAG_B,      GUMBO_TAG_I,   GUMBO_TAG_EM,
                                  GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_FONT};
  const bool block = std::find(std::begin(kInline), std::end(kInline), tag) == std::end(kInline);
  if (block) *text += ' ';
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) Collect(static_cast<const GumboNode*>(children.data[i]), text);
  if (block) *text += ' ';
}

std::string ByGumbo(const std::string& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string text;
  Collect(output->root, &text);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return WordsOf(text);
}

std::string ByBlocks(const std::string& page) {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return WordsOf(ReadHtmlBlocks(CutHtml(page), rules.tables().pages).text);
}

TEST(OracleTest, FixturePages) {
  for (const auto& entry : std::filesystem::directory_iterator(kFixtures + "/pages")) {
    if (entry.path().extension() != ".html") continue;
    const auto page = ReadFile(entry.path().string(), 1 << 20);
    ASSERT_TRUE(page.ok());
    EXPECT_EQ(ByBlocks(*page), ByGumbo(*page)) << entry.path();
  }
}

// Pages grown by chance from the elements of ordinary pages, with the end tags that people leave out left out.
class PageMaker {
 public:
  explicit PageMaker(uint32_t seed) : state_(seed * 2654435761u + 1) {}

  std::string Make() {
    out_ = "<!doctype html><html><head><title>A page</title></head><body>";
    for (uint32_t i = 0; i < 3 + Below(6); ++i) Block(0);
    return out_ + "</body></html>";
  }

 private:
  uint32_t Below(uint32_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_ % limit;
  }
  void Words() {
    constexpr std::string_view kWords[] = {"ferry",     "quay",     "Orlby", "14", "caf\u00E9", "R&amp;D", "&ldquo;so&rdquo;",
                                           "3&nbsp;km", "&#8364;5", "old"};
    for (uint32_t i = 0; i < 2 + Below(6); ++i) StrAppend(&out_, " ", kWords[Below(std::size(kWords))]);
  }
  void Inline() {
    constexpr std::string_view kTags[] = {"a", "b", "em", "span", "strong", "i"};
    Words();
    if (Below(2) == 0) return;
    const std::string_view tag = kTags[Below(std::size(kTags))];
    StrAppend(&out_, " <", tag, tag == "a" ? " href=/x" : "", ">");
    Words();
    StrAppend(&out_, "</", tag, ">");
    Words();
  }
  void Items(std::string_view tag, std::string_view item) {
    StrAppend(&out_, "<", tag, ">");
    for (uint32_t i = 0; i < 1 + Below(4); ++i) {
      StrAppend(&out_, "<", item, ">");
      Inline();
      if (Below(2) == 0) StrAppend(&out_, "</", item, ">");
    }
    StrAppend(&out_, "</", tag, ">");
  }
  void Block(int depth) {
    constexpr std::string_view kBoxes[] = {"div", "section", "article", "main", "blockquote", "figure", "aside"};
    switch (Below(depth > 6 ? 4 : 7)) {
      case 0:
        return Items("ul", "li");
      case 1:
        out_ += "<table><tr>";
        for (uint32_t i = 0; i < 1 + Below(3); ++i) {
          out_ += "<td>";
          Inline();
          out_ += "</td>";
        }
        out_ += "</tr></table>";
        return;
      case 2:
        out_ += "<h2>";
        Inline();
        out_ += "</h2>";
        return;
      case 3:
        out_ += "<script>var a = '<p>none of the page</p>';</script><!-- <p>nor this -->";
        return;
      case 4:
        out_ += "<p>";
        Inline();
        if (Below(2) == 0) out_ += "<br>";
        Inline();
        if (Below(2) == 0) out_ += "</p>";
        return;
      default: {
        const std::string_view box = kBoxes[Below(std::size(kBoxes))];
        StrAppend(&out_, "<", box, " class=\"c", Below(9), "\">");
        for (uint32_t i = 0; i < 1 + Below(4); ++i) Block(depth + 1);
        StrAppend(&out_, "</", box, ">");
      }
    }
  }

  uint32_t state_;
  std::string out_;
};

TEST(OracleTest, PagesGrownByChance) {
  for (uint32_t seed = 0; seed < 600; ++seed) {
    const std::string page = PageMaker(seed).Make();
    ASSERT_EQ(ByBlocks(page), ByGumbo(page)) << seed << "\n" << page;
  }
}

}  // namespace
}  // namespace crosscheck
