#include "base/days.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Days, IsoTextComesBack) {
  const Day first = *MakeDay(1, 1, 1);
  const Day last = *MakeDay(4001, 1, 1);
  for (Day day = first; day < last; day += std::chrono::days(13)) {
    ASSERT_EQ(ParseIsoDay(FormatIsoDay(day)), day) << FormatIsoDay(day);
  }
}

TEST(Days, TakesTheDayOfATimeStamp) {
  EXPECT_EQ(ParseIsoDay("2031-03-04T23:10:00-05:00"), MakeDay(2031, 3, 4));
  EXPECT_FALSE(ParseIsoDay("2031-02-30"));
  EXPECT_FALSE(ParseIsoDay("2031-3-4"));
  EXPECT_FALSE(ParseIsoDay("2031-03-041"));
  EXPECT_FALSE(ParseIsoDay(""));
}

TEST(Days, OpenRangesOverlap) {
  const Day day = *MakeDay(2031, 3, 4);
  EXPECT_TRUE(Overlap({std::nullopt, day}, {day, std::nullopt}));
  EXPECT_FALSE(Overlap({std::nullopt, day - std::chrono::days(1)}, {day, std::nullopt}));
}

}  // namespace
}  // namespace crosscheck
