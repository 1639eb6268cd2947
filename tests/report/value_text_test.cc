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
  EXPECT_EQ(Shown(TimexType::kDuration, "P31Y"), "31 years");
  EXPECT_EQ(Shown(TimexType::kDuration, "P1Y2M"), "1 year 2 months");
  EXPECT_EQ(Shown(TimexType::kDuration, "P1Q"), "1 quarter");
  EXPECT_EQ(Shown(TimexType::kDuration, "PT1H"), "1 hour");
  EXPECT_EQ(Shown(TimexType::kDate, "PRESENT_REF"), "now");
  EXPECT_EQ(Shown(TimexType::kSet, "P1W"), "every week");
  EXPECT_EQ(Shown(TimexType::kSet, "P2W"), "every 2 weeks");
  EXPECT_EQ(Shown(TimexType::kSet, "XXXX-WXX-7"), "every Sunday");
  EXPECT_EQ(Shown(TimexType::kSet, "XXXX-XX-XXTNI"), "every night");
  EXPECT_EQ(Shown(TimexType::kSet, "XXXX-WI"), "every winter");
}

TEST(TimexText, WhatIsNotKnownIsSaidInWords) {
  const std::pair<std::string, std::string> dates[] = {
      {"XXXX-WXX-2", "a Tuesday (day not known)"}, {"XXXX-WXX-WE", "a weekend (not known which)"}, {"XXXX-WXX", "a week (not known which)"},
      {"XXXX-06", "June (year not known)"},        {"XXXX-06-03", "3 June (year not known)"},      {"XXXX-XX", "a month (not known which)"},
      {"XXXX-XX-XX", "a day (not known which)"},   {"XXXX", "a year (not known which)"},           {"XXX", "a decade (not known which)"},
      {"XXXX-Q3", "third quarter (year not known)"}, {"XXXX-QX", "a quarter (not known which)"},   {"XXXX-FA", "autumn (year not known)"},
      {"2031-Q1", "first quarter of 2031"},        {"2031-SU", "summer of 2031"},                  {"2031-06", "2031-06"},
      {"2031", "2031"},                            {"198", "the 1980s"},                           {"2031-W10", "week 10 of 2031"},
      {"2031-W10-WE", "weekend of week 10 of 2031"}, {"UNSPECIFIED?", "not known"}, {"", "not known"}};
  for (const auto& [value, words] : dates) EXPECT_EQ(Shown(TimexType::kDate, value), words) << value;
  EXPECT_EQ(Shown(TimexType::kTime, "XXXX-XX-XXT07:15"), "07:15 (day not known)");
  EXPECT_EQ(Shown(TimexType::kTime, "XXXX-WXX-1T21:00"), "a Monday 21:00 (day not known)");
  EXPECT_EQ(Shown(TimexType::kTime, "XXXX-WXX-1TNI"), "a Monday, night (day not known)");
  EXPECT_EQ(Shown(TimexType::kTime, "XXXX-XX-XXTMO"), "a morning (day not known)");
  EXPECT_EQ(Shown(TimexType::kTime, "2031-03-04TXX", "2031-03-04", "2031-03-04"), "2031-03-04");
  EXPECT_EQ(Shown(TimexType::kDuration, "PXY"), "some years");
  EXPECT_EQ(Shown(TimexType::kDuration, "PTXM"), "some minutes");
  EXPECT_EQ(Shown(TimexType::kDuration, "PXX"), "some time");
  EXPECT_EQ(Shown(TimexType::kSet, "PXD"), "every few days");
}

}  // namespace
}  // namespace crosscheck
