#include "read/relative_stamps.h"

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

std::string AgeOf(std::string_view line) {
  const std::optional<StampAge> age = FindAge(line);
  return age ? StrCat(age->least, "-", age->most, " ", age->span.In(line)) : "none";
}

TEST(RelativeStampsTest, AgesAlsoGluedToTheWordBefore) {
  EXPECT_EQ(AgeOf("The Orlby Heralda day ago"), "1-2 a day ago");
  EXPECT_EQ(AgeOf("timean hour ago"), "0-1 an hour ago");
  EXPECT_EQ(AgeOf("3 days ago"), "3-4 3 days ago");
  EXPECT_EQ(AgeOf("50 hours ago"), "2-3 50 hours ago");
  EXPECT_EQ(AgeOf("2 weeks ago"), "14-21 2 weeks ago");
  EXPECT_EQ(AgeOf("some days ago"), "none");
  EXPECT_EQ(AgeOf("two Sundays ago"), "none");
  EXPECT_EQ(AgeOf("3 months ago"), "none");
  EXPECT_EQ(AgeOf("ago"), "none");
}

constexpr std::string_view kBody =
    "the harbour master said, and the two crews were brought ashore before the tide turned and the wind rose again.\n"
    "Nobody was hurt, she said, but the older of the boats will be broken up, and the other one needs a new keel by spring.\n";

std::string Piece(std::string_view headline, std::string_view stamp, std::string_view lead, std::string_view end = "") {
  return StrCat(headline, "\n", headline, "\nThe Orlby Herald\n", stamp, "\n", headline, "\n", lead, " ", kBody, end, "\n");
}

std::string DayOf(const Document& document, size_t story) {
  if (document.stories.size() <= story) return "no such story";
  const auto& published = document.stories[story].published;
  return published ? FormatIsoDay(*published->days.from) : "none";
}

Document Read(const std::string& text) { return *ReadDocument(text, {}); }

// 6 June 2025 is a Friday.
const std::string kDated =
    Piece("Old pier will be torn down", "an hour ago", "The pier goes,", "It was closed for good. - June 5, 2025");

TEST(RelativeStampsTest, ADatedStoryAndAWeekdayTellTheDayOfSaving) {
  const Document document = Read(StrCat(kDated, Piece("Two boats collide off the bar", "an hour ago", "Two boats met on Friday,"),
                                        Piece("Bell stolen from the church", "a day ago", "A bell was taken on Thursday,")));
  EXPECT_EQ(DayOf(document, 0), "2025-06-05");
  EXPECT_EQ(DayOf(document, 1), "2025-06-06");
  EXPECT_EQ(DayOf(document, 2), "2025-06-05");
}

TEST(RelativeStampsTest, WhereTwoDaysAreLeftNoneIsGuessed) {
  const Document document = Read(StrCat(kDated, Piece("Two boats collide off the bar", "an hour ago", "Two boats met,")));
  EXPECT_EQ(DayOf(document, 1), "none");
}

TEST(RelativeStampsTest, WithoutADatedStoryNothingIsKnown) {
  const Document document = Read(StrCat(Piece("Old pier will be torn down", "2 hours ago", "The pier goes,"),
                                        Piece("Two boats collide off the bar", "a day ago", "Two boats met on Friday,")));
  EXPECT_EQ(DayOf(document, 0), "none");
  EXPECT_EQ(DayOf(document, 1), "none");
}

TEST(RelativeStampsTest, ATimeOfChangeIsNoTimeOfPublication) {
  const Document document =
      Read(StrCat(kDated, Piece("Two boats collide off the bar", "an hour ago", "Two boats met on Friday,"),
                  Piece("Bell stolen from the church", "Updated 5 sec ago", "A bell was taken on Friday,")));
  EXPECT_EQ(DayOf(document, 1), "2025-06-06");
  EXPECT_EQ(DayOf(document, 2), "none");
}

}  // namespace
}  // namespace crosscheck
