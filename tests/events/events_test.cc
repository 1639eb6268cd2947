#include "events/events.h"

#include <algorithm>

#include "made_stories.h"
#include "gmock/gmock.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

constexpr const char* kFerryA =
    "The ferry Selma sank off Tarn Point on Tuesday with 214 passengers aboard, the coastguard of Orlby said. Divers searched the wreck of the "
    "ferry all night, and captain Ada Holt was taken to hospital. Survivors said the Selma listed after lorries broke loose on the car deck.";
constexpr const char* kFerryB =
    "Divers went down to the ferry Selma again on Wednesday, a day after it sank off Tarn Point. The coastguard said lorries had broken loose on "
    "the car deck of the Selma. Captain Ada Holt spoke to investigators from hospital; survivors of the ferry were flown to Orlby.";
constexpr const char* kBudget =
    "The parliament of Vexland voted for the budget of finance minister Igor Brandt by a narrow majority. Opposition deputies walked out over "
    "pensions, and teachers' unions announced a strike. Brandt said the deficit would shrink by a third within two years.";

std::vector<NewsEvent> Find(std::vector<Record> records, EventOptions options = {}) {
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  return FindEvents(records, BuiltInRules().tables(), options);
}

TEST(EventsTest, StoriesOnOneEventAreTogetherAndItGoesByTheFirst) {
  const auto events = Find({MadeRecord("c", kFerryB), MadeRecord("a", kBudget), MadeRecord("b", kFerryA)});
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[0].id, "e-a:1");
  EXPECT_EQ(events[1].id, "e-b:1");
  EXPECT_THAT(events[1].stories, ElementsAre(Pair("b", 1), Pair("c", 1)));
}

TEST(EventsTest, StoriesFarApartInTimeAreOnUnlikeEvents) {
  const std::vector<Record> records = {MadeRecord("a", kFerryA, "2024-06-01"), MadeRecord("b", kFerryB, "2024-08-01")};
  EXPECT_THAT(Find(records, {.window_days = 10}), SizeIs(2));
  EXPECT_THAT(Find(records, {.window_days = 100}), SizeIs(1));
}

TEST(EventsTest, InABundleOfFewStoriesDaysPartNothingUnlessAsked) {
  std::vector<Record> records = {MadeRecord("a", kFerryA, "2024-06-01"), MadeRecord("b", kFerryB, "2024-08-01")};
  EXPECT_THAT(Find(records), SizeIs(1));
  for (int i = 0; i < 29; ++i) records.push_back(MadeRecord(StrCat("c", i), kBudget, "2024-06-01"));
  EXPECT_THAT(Find(records), SizeIs(3));
}

TEST(EventsTest, AllAreOneWhereAsked) {
  EXPECT_THAT(Find({MadeRecord("a", kFerryA), MadeRecord("b", kBudget)}, {.one_event = true}), SizeIs(1));
}

TEST(EventsTest, ThreadsDoNotShow) {
  std::vector<Record> records;
  for (int i = 0; i < 30; ++i) records.push_back(MadeRecord(StrCat("r", i), i % 3 == 0 ? kFerryA : i % 3 == 1 ? kFerryB : kBudget));
  EXPECT_EQ(Find(records, {.threads = 1}), Find(records, {.threads = 4}));
  EXPECT_THAT(Find(records), SizeIs(2));
}

TEST(EventsTest, NoStoryNoEvent) { EXPECT_THAT(Find({}), IsEmpty()); }

}  // namespace
}  // namespace crosscheck
