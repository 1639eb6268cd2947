#include "report/reuse_text.h"

#include "base/strings.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/reuse/made_text.h"

namespace crosscheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kOriginal[] = "The ferry to the outer islands carried 140 people over the bay on Tuesday in the rain.\nNobody saw the storm.";
constexpr char kCopy[] = "The ferry to the outer islands carried 410 people over the wide bay on Tuesday in the rain.\nThe port is shut.";

Worksheet TwoCopies() {
  Worksheet sheet;
  sheet.documents = {OneStoryRecord("a.html", kOriginal), OneStoryRecord("b.html", kCopy)};
  Reuse reuse;
  reuse.a = "a.html";
  reuse.b = "b.html";
  reuse.a_story = reuse.b_story = 1;
  reuse.share_a = 0.71;
  reuse.share_b = 0.8;
  reuse.passages = {{{0, 86}, {0, 91}}};
  reuse.changes = {{EditKind::kFigure, {39, 42}, {39, 42}}};
  reuse.source = "a.html";
  reuse.evidence = {"earlier: a.html, 2031-03-04"};
  sheet.reuse = {reuse};
  sheet.families = {{"o1", {{"a.html", 1}, {"b.html", 1}}, "a.html"}};
  return sheet;
}

TEST(WriteReuseText, FamiliesWithOriginAndChanges) {
  const std::string text = WriteReuseText(TwoCopies());
  EXPECT_THAT(text, HasSubstr("2 stories, 80 % shared, likely origin a.html"));
  EXPECT_THAT(text, HasSubstr("figure \"140\" / \"410\""));
}

TEST(WriteReuseText, SignsOfOriginFurnitureAndLimitsAreTold) {
  Worksheet sheet = TwoCopies();
  sheet.carried = {{"Nobody saw the storm.", 2, {{"a.html", 1, {87, 108}}, {"b.html", 1, {92, 109}}}}};
  sheet.reuse_limits = {"not every pair is listed"};
  const std::string text = WriteReuseText(sheet);
  EXPECT_THAT(text, HasSubstr("signs of origin: earlier: a.html, 2031-03-04\n"));
  EXPECT_THAT(text, HasSubstr("2 pages: \"Nobody saw the storm.\"\n        a.html, b.html\n"));
  EXPECT_THAT(text, HasSubstr("Note: not every pair is listed.\n"));
}

TEST(WriteReuseText, SaysThatNothingIsShared) { EXPECT_EQ(WriteReuseText(Worksheet()), "No text is shared.\n"); }

TEST(ShowPair, ChangesFirstThenBothStories) {
  const std::string text = ShowPair(TwoCopies(), "b.html", "a.html", 80);
  EXPECT_LT(text.find("Changed inside copied text"), text.find(" = "));
  EXPECT_THAT(text, HasSubstr("[[140]]"));
  EXPECT_THAT(text, HasSubstr("[wide]"));
  EXPECT_THAT(text, HasSubstr("Nobody saw the storm."));
  for (const std::string_view line : Split(text, '\n')) EXPECT_LE(line.size(), 80u) << line;
}

TEST(ShowPair, UnknownDocumentAndNothingShared) {
  EXPECT_EQ(ShowPair(TwoCopies(), "a.html", "z.html", 80), "no document z.html\n");
  Worksheet sheet = TwoCopies();
  sheet.reuse.clear();
  EXPECT_THAT(ShowPair(sheet, "a.html", "b.html", 80), HasSubstr("share no text"));
}

TEST(ShowPair, ControlCharactersNeverReachTheTerminal) {
  Worksheet sheet = TwoCopies();
  sheet.documents[0].document.text.replace(4, 5, "\x1B[31m");
  EXPECT_THAT(ShowPair(sheet, "a.html", "b.html", 80), Not(HasSubstr("\x1B")));
}

}  // namespace
}  // namespace crosscheck
