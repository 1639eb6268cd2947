#include "extract/statements/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Quoted(std::string text) {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  Document document;
  document.text = std::move(text);
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  const TextView view = MakeTextView(document, rules.tables());
  const QuoteMap map = FindQuotes(view);
  std::vector<std::string> out;
  for (const Quotation& quotation : map.quotations) {
    const uint32_t last = quotation.closed ? quotation.close + 1 : quotation.close;
    out.emplace_back(view.Text(view.SpanOf(quotation.open, last)));
    if (!quotation.closed) out.back() += " (open)";
    if (quotation.continues) out.back() += " (continues)";
  }
  return out;
}

TEST(QuotesTest, AllMarks) {
  EXPECT_THAT(Quoted("He said \"a b\" and “c d” and ``e f'' and ''g h'' and «i j»."),
              ElementsAre("\"a b\"", "“c d”", "``e f''", "''g h''", "«i j»"));
}

TEST(QuotesTest, SingleMarksAreToldFromApostrophes) {
  EXPECT_THAT(Quoted("The boats' owners said 'the nets' mesh is Ann's' and left in the '90s."),
              ElementsAre("'the nets' mesh is Ann's'"));
  EXPECT_THAT(Quoted("The boats' owners met the ships' crews."), IsEmpty());
  EXPECT_THAT(Quoted("She called it ‘a mess’, the owners’ lawyer said."), ElementsAre("‘a mess’"));
}

TEST(QuotesTest, RunsOverParagraphs) {
  EXPECT_THAT(Quoted("“One thing.\n“Another thing,” Roe said."),
              ElementsAre("“One thing. (open) (continues)", "“Another thing,”"));
}

TEST(QuotesTest, OddMarksNeverSpoilTheNextParagraph) {
  EXPECT_THAT(Quoted("A pole of 6'2\" fell.\nHe said \"yes\"."), ElementsAre("\"yes\""));
  EXPECT_THAT(Quoted("She said \"no and left.\nHe said \"yes\"."), ElementsAre("\"no and left. (open)", "\"yes\""));
}

TEST(QuotesTest, InnerMarksStayInside) {
  EXPECT_THAT(Quoted("“He told me ‘go home’ twice,” she said."), ElementsAre("“He told me ‘go home’ twice,”"));
}

}  // namespace
}  // namespace crosscheck
