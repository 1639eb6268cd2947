#include "read/page_days.h"

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gtest/gtest.h"
#include "rulebook/page_rules.h"

namespace crosscheck {
namespace {

constexpr std::string_view kText =
    "<p>The ferry sank on Monday off the point, the harbour office said in a statement, and 14 people were taken off.</p>"
    "<p>A second ferry was sent at once, the office said, and the owner of the first one was asked to come to town.</p>";

// The day of a page with these lines between headline and text; "none".
std::string DayUnder(std::string_view lines, std::string_view before = "", std::string_view after = "") {
  ReadHint hint;
  hint.uri = "page.html";
  const auto document = ReadDocument(StrCat("<!doctype html><html><body>", before, "<main><h1>Ferry sinks off Tarn Point</h1>",
                                            lines, kText, "</main>", after, "</body></html>"),
                                     hint);
  EXPECT_TRUE(document.ok());
  return document->published && document->published->days.from ? FormatIsoDay(*document->published->days.from) : "none";
}

std::string StampOf(std::string_view line) {
  const auto told = FindStampDay(line, false, BuiltInPageRules());
  if (!told) return "none";
  constexpr std::string_view kNames[] = {"", " published", " changed"};
  return StrCat(FormatIsoDay(told->found.day), kNames[static_cast<int>(told->meaning)]);
}

TEST(StampDayTest, WhatIsCalledPublishedIsTheDay) {
  EXPECT_EQ(StampOf("Updated 14 June 2024 | Published 12 June 2024"), "2024-06-12 published");
  EXPECT_EQ(StampOf("12 June 2024, last updated 14 June 2024"), "2024-06-12");
  EXPECT_EQ(StampOf("Posted June 12, 2024; modified June 14, 2024"), "2024-06-12 published");
  EXPECT_EQ(StampOf("Last modified: 14 June 2024"), "2024-06-14 changed");
  EXPECT_EQ(StampOf("Updated yesterday"), "none");
}

TEST(StampDayTest, ClassesTellToo) {
  EXPECT_EQ(MeaningOf("entry date updated", BuiltInPageRules()), StampMeaning::kChanged);
  EXPECT_EQ(MeaningOf("updated published", BuiltInPageRules()), StampMeaning::kPublished);
  EXPECT_EQ(MeaningOf("entry date", BuiltInPageRules()), StampMeaning::kPlain);
}

TEST(PageDaysTest, ADayOfChangeIsNone) {
  EXPECT_EQ(DayUnder("<p>Published 12 June 2024</p>"), "2024-06-12");
  EXPECT_EQ(DayUnder("<p>Updated 14 June 2024</p>"), "none");
  EXPECT_EQ(DayUnder("<p>Updated: <time datetime=2024-06-14>Friday</time></p><p><time datetime=2024-06-12>Wednesday</time></p>"),
            "2024-06-12");
  EXPECT_EQ(DayUnder("<p><abbr class=updated title=2024-06-14>Fri</abbr> <abbr class=published title=2024-06-12>Wed</abbr></p>"),
            "2024-06-12");
  EXPECT_EQ(DayUnder("<div>Last updated</div><div><time datetime=2024-06-14>Friday</time></div>"), "none");
}

TEST(PageDaysTest, DaysOfSomethingElse) {
  EXPECT_EQ(DayUnder("", "<header>Friday, 28 June 2024</header>"), "none");
  EXPECT_EQ(DayUnder("", "<div>Friday, 28 June 2024</div>"), "none");
  EXPECT_EQ(DayUnder("", "", "<footer>Printed 1 January 2024</footer>"), "none");
  EXPECT_EQ(DayUnder("", "", "<div class=comments><time datetime=2024-06-15>15 June 2024</time></div>"), "none");
  EXPECT_EQ(DayUnder("", "", "<aside><time datetime=2024-06-11>11 June 2024</time> Mast falls</aside>"), "none");
  EXPECT_EQ(DayUnder("<div class=upcoming-events>Harbour fair: 6 July 2024</div>"), "none");
  EXPECT_EQ(DayUnder("<time itemprop=startDate datetime=2024-07-06>6 July 2024</time>"), "none");
}

TEST(PageDaysTest, OverTheHeadlineOnlyInItsBox) {
  EXPECT_EQ(DayUnder("", "<p>12 June 2024</p>"), "2024-06-12");
  ReadHint hint;
  hint.uri = "page.html";
  const auto document = ReadDocument(
      StrCat("<!doctype html><html><body><main><div class=date>12 June 2024</div><h1>Ferry sinks off Tarn Point</h1>", kText,
             "</main></body></html>"),
      hint);
  ASSERT_TRUE(document.ok() && document->published);
  EXPECT_EQ(FormatIsoDay(*document->published->days.from), "2024-06-12");
}

}  // namespace
}  // namespace crosscheck
