#include "extract/figures/numbers.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

// The value of the number that begins the text, "" for none.
std::string Value(const std::string& text) {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  Document document;
  document.text = text;
  Story story;
  story.segments.push_back({SegmentRole::kBody, {0, static_cast<uint32_t>(text.size())}, 1, 1});
  document.stories.push_back(story);
  const TextView view = MakeTextView(document, rules.tables());
  const auto number = ReadNumber(view, 0, static_cast<uint32_t>(view.tokens.size()), false);
  return !number                       ? ""
         : number->low == number->high ? number->low.ToString()
                                       : number->low.ToString() + ".." + number->high.ToString();
}

TEST(NumbersTest, Words) {
  EXPECT_EQ(Value("one hundred and six"), "106");
  EXPECT_EQ(Value("twenty-one trillion three hundred"), "21000000000300");
  EXPECT_EQ(Value("two hundred and two thousand"), "202000");
  EXPECT_EQ(Value("3 hundred and 2 hundred"), "300");
  EXPECT_EQ(Value("two point zero three"), "2.03");
  EXPECT_EQ(Value("five and a half million"), "5500000");
  EXPECT_EQ(Value("half a million"), "500000");
  EXPECT_EQ(Value("three quarters"), "0.75");
  EXPECT_EQ(Value("one twenty-fifth"), "0.04");
  EXPECT_EQ(Value("minus five"), "-5");
  EXPECT_EQ(Value("one billion and three quarters million"), "1000750000");
  EXPECT_EQ(Value("two hundred and fifty-four hundredths"), "200.54");
  EXPECT_EQ(Value("one million two thousand two hundred three fifths"), "200440.6");
  EXPECT_EQ(Value("3 dozens"), "36");
  EXPECT_EQ(Value("hundreds of thousands"), "200000..999999");
}

TEST(NumbersTest, Digits) {
  EXPECT_EQ(Value("1,234,567.89"), "1234567.89");
  EXPECT_EQ(Value("12,34,567.89"), "1234567.89");
  EXPECT_EQ(Value("1\u202F234\u202F567"), "1234567");
  EXPECT_EQ(Value("12,34"), "");
  EXPECT_EQ(Value("1.2.3.4"), "");
  EXPECT_EQ(Value("\u00BD"), "0.5");
  EXPECT_EQ(Value("10 1/2"), "10.5");
  EXPECT_EQ(Value("1.3e6"), "1300000");
  EXPECT_EQ(Value("30k"), "30000");
}

TEST(DecimalTest, ParseGivesBackWhatWasPrinted) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 200000; ++i) {
    const auto high = static_cast<Decimal::Coefficient>(random() % 1000000000000000000ULL);
    const auto low = static_cast<Decimal::Coefficient>(random() % 1000000000000000000ULL);
    Decimal::Coefficient coefficient = i % 3 == 0 ? low : high * 1000000000000000000LL + low;
    if (i % 2 == 0) coefficient = -coefficient;
    const Decimal value(coefficient, -static_cast<int>(random() % 30));
    const auto back = Decimal::Parse(value.ToString());
    ASSERT_TRUE(back.has_value()) << value.ToString();
    ASSERT_EQ(*back, value) << value.ToString();
  }
}

}  // namespace
}  // namespace crosscheck
