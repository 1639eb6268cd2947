#include "base/days.h"

#include <gtest/gtest.h>

#include <chrono>

namespace crosscheck {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int kYears = 4000;  // ten whole cycles of the Gregorian calendar

TEST(Days, EveryDayOfFourThousandYearsPrintsAndParsesBack) {
  Day day = *MakeDay(1, 1, 1);
  const Day end = *MakeDay(kYears, 12, 31);
  for (; day <= end; day += days(1)) {
    const std::string text = FormatIsoDay(day);
    ASSERT_EQ(ParseIsoDay(text), day) << text;
    const CalendarDate date = DateOf(day);
    ASSERT_EQ(MakeDay(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day)), day) << text;
  }
}

TEST(Days, WeekdaysAndMonthsAgreeWithTheStandardLibrary) {
  Day day = *MakeDay(1, 1, 1);
  int weekday = 1;  // 1 January of the year 1 is a Monday
  for (; day <= *MakeDay(kYears, 12, 31); day += days(1)) {
    ASSERT_EQ(IsoWeekday(day), weekday);
    weekday = weekday % 7 + 1;
    const year_month_day ymd(day);
    ASSERT_EQ(FirstOfMonth(day), Day(ymd.year() / ymd.month() / 1));
  }
}

// ISO 8601: week 1 is that of the year's first Thursday; weeks follow one another without a gap.
TEST(Days, IsoWeeksFollowOneAnother) {
  Day monday = *MondayOf({1, 1});
  EXPECT_EQ(FormatIsoDay(monday), "0001-01-01");
  IsoWeek week{1, 1};
  for (; week.year <= kYears; monday += days(7)) {
    ASSERT_EQ(IsoWeekOf(monday), week);
    ASSERT_EQ(IsoWeekOf(monday + days(6)), week);
    ASSERT_EQ(MondayOf(week), monday);
    const bool last = DateOf(monday + days(10)).year > week.year;  // the next Thursday is in the next year
    week = last ? IsoWeek{week.year + 1, 1} : IsoWeek{week.year, week.week + 1};
  }
}

TEST(Days, MonthsAreAddedAsTheStandardLibraryAddsThem) {
  for (Day day = *MakeDay(1899, 12, 1); day < *MakeDay(1905, 1, 1); day += days(1)) {
    for (int months = -30; months <= 30; ++months) {
      const year_month_day ymd(day);
      year_month_day moved = ymd + std::chrono::months(months);
      if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
      ASSERT_EQ(AddMonths(day, months), Day(moved)) << FormatIsoDay(day) << " " << months;
    }
  }
}

TEST(Days, TheLastDayOfAMonthHolds) {
  EXPECT_EQ(FormatIsoDay(AddMonths(*MakeDay(2024, 1, 31), 1)), "2024-02-29");
  EXPECT_EQ(FormatIsoDay(AddMonths(*MakeDay(2023, 3, 31), -1)), "2023-02-28");
  EXPECT_EQ(FormatIsoDay(AddMonths(*MakeDay(2020, 2, 29), 12)), "2021-02-28");
}

TEST(Days, TakesTheDayOfATimeStamp) { EXPECT_EQ(ParseIsoDay("2031-03-04T23:10:00-05:00"), MakeDay(2031, 3, 4)); }

TEST(Days, OpenRangesOverlap) {
  const Day day = *MakeDay(2031, 3, 4);
  EXPECT_TRUE(Overlap({std::nullopt, day}, {day, std::nullopt}));
  EXPECT_FALSE(Overlap({std::nullopt, day - days(1)}, {day, std::nullopt}));
}

TEST(Days, WhatIsNoDayIsRefused) {
  for (const char* text :
       {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-6-12", "20240612", "2031-03-041", "2024-06-12x", "x024-06-12"}) {
    EXPECT_EQ(ParseIsoDay(text), std::nullopt) << text;
  }
  EXPECT_EQ(MakeDay(0, 1, 1), std::nullopt);
  EXPECT_EQ(MakeDay(10000, 1, 1), std::nullopt);
  EXPECT_EQ(MondayOf({2023, 53}), std::nullopt);
  EXPECT_TRUE(MondayOf({2020, 53}).has_value());
}

}  // namespace
}  // namespace crosscheck
