#include "read/plain_page.h"

#include <algorithm>

#include "base/days.h"
#include "base/json.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kBody =
    "The ferry sank on Monday off the point, the harbour office said in a statement, and 14 people were taken off by boats in "
    "the night.";
constexpr std::string_view kMore =
    "A second ferry was sent at once, the office said, and the owner of the first one, who lives in Port Ellen, was asked to "
    "come to town.";
constexpr std::string_view kCutOff =
    "The council of the town met on Sunday to hear what the owner of the mill had to say about the flood that took the bridge, "
    "and it was "
    "told that the gates had been left open by a man who was new to the work and had never been shown how the sluice was to be "
    "shut when "
    "the river rose, which it did on that night faster than anyone in the valley had seen it rise since the year of the";

Document Read(std::string_view text, ReadHint hint = {}) {
  hint.uri = "page.txt";
  const absl::StatusOr<Document> document = ReadDocument(text, hint);
  EXPECT_TRUE(document.ok());
  return *document;
}

std::vector<std::string> Roles(const Document& document, size_t story) {
  std::vector<std::string> roles;
  for (const Segment& segment : document.stories[story].segments) roles.emplace_back(JsonName(segment.role));
  return roles;
}

std::string Day(const std::optional<Published>& published) { return published ? FormatIsoDay(*published->days.from) : "none"; }

TEST(PlainPageTest, TwoStoriesEachWithItsOwnDate) {
  const std::string page = StrCat(
      "Ferry sinks off Tarn Point\n\nThe ferry in May, before the new paint. (File photo)\nShort Url\nUpdated 4 June "
      "2024\nFollow\n\n"
      "Ferry sinks off Tarn Point\n\n  • Fourteen people taken off by boats in the night\n\nPORT ELLEN: ",
      kBody, "\n", kMore, "\n\n\nMast falls in winter storm\n\nUpdated 5 sec ago\nFollow\n\nMast falls in winter storm\n\n",
      kBody, "\n\n", kMore, "\n");
  const Document document = Read(page);
  EXPECT_EQ(document.text, page);
  ASSERT_EQ(document.stories.size(), 2u);
  EXPECT_THAT(Roles(document, 0),
              ElementsAre("headline", "caption", "nav", "timestamp", "nav", "nav", "standfirst", "dateline", "body"));
  EXPECT_THAT(Roles(document, 1), ElementsAre("headline", "timestamp", "nav", "nav", "body"));
  EXPECT_EQ(Day(document.stories[0].published), "2024-06-04");
  EXPECT_EQ(Day(document.stories[1].published), "none");
  EXPECT_EQ(Day(document.published), "none");  // or the second story would take it for its own
}

TEST(PlainPageTest, StoriesCutOffAtTheEndAreTeasers) {
  const Document document = Read(
      StrCat(kBody, "\n", kMore, "\nPhoto: Ann Berg / Coast Press\n", kMore, " It was old.\n", kCutOff, "\n", kCutOff, " new\n"));
  ASSERT_EQ(document.stories.size(), 3u);
  EXPECT_THAT(Roles(document, 0), ElementsAre("body", "photo-credit", "body"));
  EXPECT_THAT(Roles(document, 1), ElementsAre("teaser"));
  EXPECT_THAT(Roles(document, 2), ElementsAre("teaser"));
}

TEST(PlainPageTest, OneParagraphCutOffIsTheStorysOwn) { EXPECT_EQ(Read(StrCat(kBody, "\n", kCutOff, "\n")).stories.size(), 1u); }

TEST(PlainPageTest, DateAndNotesAtTheEndOfAStory) {
  const Document document = Read(StrCat("Mast falls in winter storm\n\n", kBody,
                                        " It was old. – June 5, 2024 Ann Berg is a baker. The views expressed are her own. "
                                        "Main image: Reuters\n"));
  ASSERT_EQ(document.stories.size(), 1u);
  EXPECT_THAT(Roles(document, 0), ElementsAre("headline", "body", "timestamp", "disclaimer", "photo-credit"));
  EXPECT_EQ(Day(document.stories[0].published), "2024-06-05");
  EXPECT_TRUE(document.credit.empty());  // whose picture it is says nothing of the text
}

TEST(PlainPageTest, BoxesAfterTheStoryAndCrossheadsInIt) {
  const Document document =
      Read(StrCat("Ferry sinks off Tarn Point\n\nCoastTV | Jun 18, 2024\n\n", kBody, "\n\nDeeper water\n\n", kMore,
                  "\n\nMore News\n\nBridge opens to carts\n\nDisclaimer: this page shows what others wrote.\n"));
  ASSERT_EQ(document.stories.size(), 1u);
  EXPECT_THAT(Roles(document, 0), ElementsAre("headline", "timestamp", "body", "subhead", "body", "nav", "nav", "disclaimer"));
  EXPECT_EQ(Day(document.published), "2024-06-18");
}

TEST(PlainPageTest, CommentsAreNotTheStory) {
  const Document document = Read(StrCat("Ferry sinks off Tarn Point\n\n", kBody, "\n\nComments\n\n", kMore, "\n"));
  EXPECT_THAT(Roles(document, 0), ElementsAre("headline", "body", "nav", "comment"));
}

// A page saved whole: its menus stand over the story.
constexpr std::string_view kMenus =
    "Skip to content\nCoast Gazette\nHarbour\nCouncil\nCourts\nFishing\nCulture\nPuzzles\nLog in\nMost read\nBridge toll doubles "
    "to 8 crowns\n"
    "Choir looks for tenors\nCoastguard\n";

TEST(PlainPageTest, TheHeadlineIsTheLineWhoseWordsTheTextUses) {
  const Document document = Read(
      StrCat(kMenus, "Ferry owner asked to come to town\nBy Ann Berg\n4 June 2024\nShare\nThe ferry on the last day of May\n",
             kBody, "\n", kMore, "\n", kBody, "\nAbout us\nContact\nTerms of use\n"));
  ASSERT_EQ(document.stories.size(), 1u);
  EXPECT_EQ(document.title, "Ferry owner asked to come to town");
  std::vector<std::string> roles = Roles(document, 0);
  roles.erase(roles.begin(), std::find_if(roles.begin(), roles.end(), [](const std::string& role) { return role != "nav"; }));
  EXPECT_THAT(roles, ElementsAre("headline", "byline", "timestamp", "nav", "nav", "body", "nav", "nav", "nav"));
  EXPECT_EQ(Day(document.published), "2024-06-04");
}

TEST(PlainPageTest, LinksInTheTextDoNotEndIt) {
  const Document document =
      Read(StrCat("Ferry sinks off Tarn Point\n\nComments\n\n", kBody, "\n\nRelated Articles\n\nMast falls in winter storm\n\n",
                  kMore, "\n\n", kBody, "\n\nRelated Articles\n\nInn burns down in Tarn\n\n", kMore, "\n"));
  ASSERT_EQ(document.stories.size(), 1u);
  EXPECT_THAT(Roles(document, 0), ElementsAre("headline", "nav", "body", "nav", "nav", "body", "nav", "nav", "teaser"));
}

TEST(PlainPageTest, ALineBrokenInItsSentenceIsText) {
  const Document document = Read(
      StrCat("Ferry sinks off Tarn Point\n\n", kBody, "\nThe mayor of the town,\nwho had been told at night,\nsaid nothing.\n"));
  EXPECT_THAT(Roles(document, 0), ElementsAre("headline", "body"));
}

TEST(PlainPageTest, TheDayOfAChangeStandsInOnlyWhereNoOtherIsTold) {
  EXPECT_EQ(Day(Read(StrCat("Ferry sinks off Tarn Point\n\nUpdated 6 June 2024\nPublished 4 June 2024\n\n", kBody)).published),
            "2024-06-04");
  EXPECT_EQ(Day(Read(StrCat("Ferry sinks off Tarn Point\n\nPublished 4 June 2024\nUpdated 6 June 2024\n\n", kBody)).published),
            "2024-06-04");
}

TEST(PlainPageTest, TextIsKeptToTheByte) {
  const std::string text = StrCat("\xEF\xBB\xBF", "Ferry sinks off Tarn Point\r\n\r\n", kBody, "\r\n", kMore, "\r\n");
  const Document document = Read(text);
  EXPECT_EQ(document.text, text);
  ASSERT_EQ(document.stories.size(), 1u);
  EXPECT_EQ(document.stories[0].headline, "Ferry sinks off Tarn Point");
  EXPECT_EQ(document.stories[0].segments[1].line, 3u);
}

TEST(PlainPageTest, DateGivenOutsideStandsInOnlyWhereThePageHasNone) {
  ReadHint hint;
  hint.published = Published{OneDay(*MakeDay(2023, 1, 1)), "--published"};
  EXPECT_EQ(Day(Read(StrCat("Ferry sinks off Tarn Point\n\n", kBody), hint).published), "2023-01-01");
  EXPECT_EQ(Day(Read(StrCat("Ferry sinks off Tarn Point\n\nUpdated 4 June 2024\n\n", kBody), hint).published), "2024-06-04");
}

}  // namespace
}  // namespace crosscheck
