#include "crosscheck/decimal.h"

#include <gtest/gtest.h>

#include <random>

namespace crosscheck {
namespace {

Decimal D(std::string_view text) { return *Decimal::Parse(text); }

TEST(Decimal, ParsePrintsBackWhatItRead) {
  for (const char* text : {"0", "7", "-7", "7000", "2795", "0.5", "-3.25", "1.05", "442000000000", "0.0001", "999999999999999999999999999999999999"}) {
    ASSERT_TRUE(Decimal::Parse(text)) << text;
    EXPECT_EQ(D(text).ToString(), text);
  }
}

TEST(Decimal, ParseOfPrintIsTheSameForRandomNumbers) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 20000; ++i) {
    const Decimal value(static_cast<Decimal::Coefficient>(static_cast<int64_t>(random())), -static_cast<int>(random() % 15));
    EXPECT_EQ(D(value.ToString()), value) << value.ToString();
  }
}

TEST(Decimal, RefusesWhatIsNoPlainNumber) {
  for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "1e3", "1,000", " 1", "+1", "0x1", "9999999999999999999999999999999999999"}) {
    EXPECT_FALSE(Decimal::Parse(text)) << text;
  }
}

TEST(Decimal, EqualValuesAreEqualWhateverTheirNotation) {
  EXPECT_EQ(D("1.50"), D("1.5"));
  EXPECT_EQ(D("007"), D("7"));
  EXPECT_EQ(D("-0"), D("0"));
  EXPECT_EQ(Decimal(70, 2), D("7000"));
}

TEST(Decimal, OrdersByValueAlsoAcrossFarScales) {
  EXPECT_LT(D("0.1"), D("0.11"));
  EXPECT_LT(D("-2"), D("-1.5"));
  EXPECT_LT(D("-1"), D("0"));
  EXPECT_LT(Decimal(1, -30), Decimal(1, 30));
  EXPECT_LT(Decimal(-1, 30), Decimal(-1, -30));
  EXPECT_GT(Decimal(1, 35), Decimal(9, -35));
}

TEST(Decimal, ArithmeticIsExactOrNothing) {
  EXPECT_EQ(*Decimal::Add(D("0.1"), D("0.2")), D("0.3"));
  EXPECT_EQ(*Decimal::Subtract(D("1"), D("0.999")), D("0.001"));
  EXPECT_EQ(*Decimal::Multiply(D("2.5"), D("1000000")), D("2500000"));
  EXPECT_EQ(*Decimal::Divide(D("1"), D("8"), 6), D("0.125"));
  EXPECT_EQ(*Decimal::Divide(D("1"), D("3"), 4), D("0.3333"));
  EXPECT_FALSE(Decimal::Divide(D("1"), D("0"), 4));
  EXPECT_FALSE(Decimal::Multiply(D("999999999999999999999999999999999999"), D("77")));
  EXPECT_FALSE(Decimal::Add(Decimal(1, 40), Decimal(1, -10)));
}

}  // namespace
}  // namespace crosscheck
