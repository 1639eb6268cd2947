#include "report/value_text.h"

#include <gtest/gtest.h>

#include "base/days.h"

namespace crosscheck {
namespace {

std::string Shown(Modifier modifier, int64_t low, int64_t high, const std::string& unit = "", const std::string& per = "") {
  Figure figure;
  figure.modifier = modifier;
  figure.low = Decimal(low);
  figure.high = Decimal(high);
  figure.unit = unit;
  figure.per = per;
  return FigureText(figure);
}

std::string Shown(TimexType type, const std::string& value, const std::string& from = "", const std::string& until = "") {
  Timex timex;
  timex.type = type;
  timex.value = value;
  timex.days = {ParseIsoDay(from), ParseIsoDay(until)};
  return TimexText(timex);
}

TEST(FigureText, NumbersWithTheirBoundsAndUnits) {
  EXPECT_EQ(Shown(Modifier::kExact, 1234567, 1234567), "1,234,567");
  EXPECT_EQ(Shown(Modifier::kExact, 2031, 2031), "2031");
  EXPECT_EQ(Shown(Modifier::kRange, 7000, 9000, "USD"), "7000 to 9000 USD");
  EXPECT_EQ(Shown(Modifier::kApprox, 190, 210), "about 200");
  EXPECT_EQ(Shown(Modifier::kExact, 31, 31, "year"), "31 years");
  EXPECT_EQ(Shown(Modifier::kExact, 1, 1, "year"), "1 year");
  EXPECT_EQ(Shown(Modifier::kExact, 4, 4, "cubic foot"), "4 cubic feet");
  EXPECT_EQ(Shown(Modifier::kExact, 80, 80, "kilometre per hour"), "80 kilometres per hour");
  EXPECT_EQ(Shown(Modifier::kExact, 80, 80, "degree Celsius"), "80 degrees Celsius");
  EXPECT_EQ(Shown(Modifier::kExact, 3, 3, "EUR", "share"), "3 EUR per share");
  EXPECT_EQ(Shown(Modifier::kAtLeast, 3, 3, "%"), "at least 3%");
  EXPECT_EQ(FigureText(Figure()), "open");
}

TEST(TimexText, DaysClocksDurationsAndSets) {
  EXPECT_EQ(Shown(TimexType::kDate, "2031-03-04", "2031-03-04", "2031-03-04"), "2031-03-04");
  EXPECT_EQ(Shown(TimexType::kDate, "2031-W10", "2031-03-03", "2031-03-09"), "2031-03-03 to 2031-03-09");
  EXPECT_EQ(Shown(TimexType::kDate, "2031", "2031-03-03", ""), "from 2031-03-03");
  EXPECT_EQ(Shown(TimexType::kTime, "2031-03-04T06:40", "2031-03-04", "2031-03-04"), "2031-03-04 06:40");
  EXPECT_EQ(Shown(TimexType::kTime, "2031-03-04TNI", "2031-03-04", "2031-03-04"), "2031-03-04, night");
  EXPECT_EQ(Shown(TimexType::kTime, "XXXX-XX-XXT07:15"), "07:15");
  EXPECT_EQ(Shown(TimexType::kDuration, "P31Y"), "31 years");
  EXPECT_EQ(Shown(TimexType::kDuration, "P1Y2M"), "1 year 2 months");
  EXPECT_EQ(Shown(TimexType::kDuration, "PT1H"), "1 hour");
  EXPECT_EQ(Shown(TimexType::kDuration, "PXY"), "PXY");
  EXPECT_EQ(Shown(TimexType::kDate, "PRESENT_REF"), "now");
  EXPECT_EQ(Shown(TimexType::kSet, "P1W"), "every 1 week");
}

}  // namespace
}  // namespace crosscheck
