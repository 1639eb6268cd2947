#include "rulebook/units.h"

#include <gtest/gtest.h>

#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

const UnitTable& Units() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules.tables().units;
}

std::string Base(std::string_view unit, const char* value) {
  const auto base = ConvertToBase(Units(), unit, *Decimal::Parse(value));
  return base ? base->ToString() : "none";
}

TEST(UnitsTest, ConvertsExactly) {
  EXPECT_EQ(Base("kilometre", "700"), "700000");
  EXPECT_EQ(Base("mile", "450"), "724204.8");
  EXPECT_EQ(Base("degree Celsius", "-273.15"), "0");
  EXPECT_EQ(Base("degree Fahrenheit", "212"), "373.15");
  EXPECT_EQ(Base("kilometre per hour", "36"), "10");
  EXPECT_EQ(Base("year", "2.5"), "30");
  EXPECT_EQ(Base("furlong of nothing", "1"), "none");
}

TEST(UnitsTest, KnowsDimensions) {
  EXPECT_TRUE(SameDimension(Units(), "mile", "metre"));
  EXPECT_FALSE(SameDimension(Units(), "mile", "acre"));
  EXPECT_FALSE(SameDimension(Units(), "USD", "EUR"));
  EXPECT_FALSE(SameDimension(Units(), "%", "percentage point"));
  EXPECT_EQ(DimensionOf(Units(), "tonne"), "mass");
  EXPECT_EQ(DimensionOf(Units(), "sheep"), "");
}

}  // namespace
}  // namespace crosscheck
