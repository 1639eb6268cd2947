#include "base/interval.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

Interval Closed(int low, int high) { return {Decimal(low), Decimal(high), false, false}; }
Interval Above(int low, bool open) { return {Decimal(low), std::nullopt, open, false}; }
Interval Below(int high, bool open) { return {std::nullopt, Decimal(high), false, open}; }

TEST(Interval, PointsAreDisjointUnlessEqual) {
  EXPECT_FALSE(Disjoint(Interval::Point(4), Interval::Point(4)));
  EXPECT_TRUE(Disjoint(Interval::Point(4), Interval::Point(5)));
}

TEST(Interval, AnOpenEndLeavesItsOwnNumberOut) {
  EXPECT_TRUE(Disjoint(Above(200, true), Interval::Point(200)));
  EXPECT_FALSE(Disjoint(Above(200, false), Interval::Point(200)));
  EXPECT_TRUE(Disjoint(Below(10, true), Above(10, false)));
  EXPECT_FALSE(Disjoint(Below(10, false), Above(10, false)));
}

TEST(Interval, BoundsInOneDirectionAlwaysMeet) { EXPECT_FALSE(Disjoint(Above(200, true), Above(9000, true))); }

TEST(Interval, DisjointIsSymmetric) {
  const Interval all[] = {Closed(1, 3), Closed(3, 5), Closed(6, 9), Above(4, true), Below(4, true), Interval{}, Interval::Point(3)};
  for (const Interval& a : all) {
    for (const Interval& b : all) EXPECT_EQ(Disjoint(a, b), Disjoint(b, a));
  }
}

TEST(Interval, WidenAndScaleKeepMissingEnds) {
  const Interval wide = Widen(Above(10, true), 2);
  EXPECT_EQ(*wide.low, Decimal(8));
  EXPECT_FALSE(wide.high);
  const auto scaled = Scale(Closed(2, 3), Decimal(5));
  ASSERT_TRUE(scaled);
  EXPECT_EQ(*scaled, Closed(10, 15));
}

TEST(Interval, ASumIsOpenWhereAPartIs) {
  const auto sum = Sum(Closed(4, 4), Above(2, false));
  ASSERT_TRUE(sum);
  EXPECT_EQ(*sum->low, Decimal(6));
  EXPECT_FALSE(sum->high);
}

TEST(Interval, NumbersThatDoNotFitAreRefusedNotWrapped) {
  const auto huge = Decimal::Parse("999999999999999999999999999999999999");
  ASSERT_TRUE(huge);
  EXPECT_FALSE(Scale(Interval::Point(*huge), *huge).has_value());
}

}  // namespace
}  // namespace crosscheck
