#include "compare/one_left.h"

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

float OneLeft(const MadeBundle& bundle, std::string_view a, std::string_view b) {
  return bundle.index().OneLeft(bundle.Find(0, a), bundle.Find(1, b));
}

TEST(OneLeft, TheOnlyOnesOfTheirKind) {
  const MadeBundle bundle(
      {"The ferry carried 180 passengers when it left Orlby.", "With 280 passengers aboard the ferry left Orlby."});
  EXPECT_EQ(OneLeft(bundle, "180", "280"), 1);
}

TEST(OneLeft, WhatBothTellIsTakenOut) {
  const MadeBundle bundle({"Ada Holt won 54.2 percent of the vote in Orlby, her rival 41 percent of it.",
                           "In Orlby the vote went to Ada Holt with 52.4 percent; her rival won 41 percent of the vote."});
  EXPECT_GE(OneLeft(bundle, "54.2 percent", "52.4 percent"), 0.75f);
  EXPECT_LT(OneLeft(bundle, "54.2 percent", "41 percent"), 0);
}

TEST(OneLeft, ManyOfAKindTellLittle) {
  const MadeBundle bundle(
      {"The mill in Orlby bought 20 looms, sold 30 looms and lent 45 looms.", "The mill in Orlby lent 50 looms."});
  EXPECT_LT(OneLeft(bundle, "45", "50"), 0.4f);
}

TEST(OneLeft, PlansAndAdditionsDoNotCount) {
  const MadeBundle bundle({"The ferry may carry 180 passengers to Orlby.", "The ferry carried 280 passengers to Orlby."});
  EXPECT_EQ(OneLeft(bundle, "180", "280"), 0);
}

}  // namespace
}  // namespace crosscheck
