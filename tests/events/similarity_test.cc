#include "events/similarity.h"

#include "base/days.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

StoryFeatures Story(std::vector<TermKey> keys, std::optional<DayRange> days = std::nullopt) {
  StoryFeatures story;
  story.days = days;
  for (const TermKey key : keys) story.terms.push_back({key, 100});
  story.keys = std::move(keys);
  return story;
}

TEST(SimilarityTest, TwoKeysInCommonMakeALink) {
  EXPECT_THAT(FindLinks({Story({1, 2, 3}), Story({2, 3, 4}), Story({3, 4, 5})}, 1, 10, 1),
              ElementsAre(StoryLink{0, 1, 20000}, StoryLink{1, 2, 20000}));
}

TEST(SimilarityTest, LinksBelowTheLeastAreLeftOut) { EXPECT_THAT(FindLinks({Story({1, 2}), Story({1, 2})}, 20001, 10, 1), IsEmpty()); }

TEST(SimilarityTest, AKeyOfVeryManyStoriesTellsNothing) {
  std::vector<StoryFeatures> stories(200, Story({1, 2}));
  EXPECT_EQ(FindLinks(stories, 1, 10, 2).size(), 200u * 199 / 2);
  stories.push_back(Story({1, 2}));
  EXPECT_THAT(FindLinks(stories, 1, 10, 2), IsEmpty());
}

TEST(SimilarityTest, StoriesFarApartInTimeHaveNone) {
  const auto day = [](const char* iso) { return OneDay(*ParseIsoDay(iso)); };
  const auto links = [&](const char* a, const char* b) { return FindLinks({Story({1, 2}, day(a)), Story({1, 2}, day(b))}, 1, 10, 1).size(); };
  EXPECT_EQ(links("2024-06-01", "2024-06-11"), 1u);
  EXPECT_EQ(links("2024-06-01", "2024-06-12"), 0u);
  EXPECT_EQ(links("2024-06-12", "2024-06-01"), 0u);
  EXPECT_EQ(FindLinks({Story({1, 2}, day("2024-06-01")), Story({1, 2})}, 1, 10, 1).size(), 1u);
}

TEST(SimilarityTest, AnOpenRangeOfDaysCountsFromTheEndThatIsKnown) {
  const DayRange until{std::nullopt, *ParseIsoDay("2024-06-01")};
  const DayRange from{*ParseIsoDay("2024-06-20"), std::nullopt};
  EXPECT_EQ(DaysApart(until, from), 19);
  EXPECT_EQ(DaysApart(from, until), 19);
  EXPECT_EQ(DaysApart(DayRange(), from), 0);
}

}  // namespace
}  // namespace crosscheck
