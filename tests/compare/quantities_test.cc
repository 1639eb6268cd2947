#include "compare/group/quantities.h"

#include <gtest/gtest.h>

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

const Quantity* With(const std::vector<Quantity>& quantities, uint32_t claim) {
  for (const Quantity& quantity : quantities) {
    const ClaimGroup claims = quantity.Claims();
    if (std::binary_search(claims.begin(), claims.end(), claim)) return &quantity;
  }
  return nullptr;
}

TEST(QuantitiesTest, EqualValuesOfOneThingAgree) {
  const MadeBundle made({"Four miners died when the Kestrel pit near Orlby collapsed on Monday.",
                         "The collapse of the Kestrel pit near Orlby on Monday killed four miners."});
  const auto quantities = made.Quantities();
  const Quantity* quantity = With(quantities, made.Find(0, "Four"));
  ASSERT_NE(quantity, nullptr);
  EXPECT_EQ(quantity, With(quantities, made.Find(1, "four")));
  EXPECT_EQ(quantity->relation, Relation::kAgree);
  EXPECT_TRUE(quantity->contrasts.empty());
}

TEST(QuantitiesTest, UnlikeValuesOfOneThingDiffer) {
  const MadeBundle made({"In all 14 miners died when the Kestrel pit near Orlby collapsed.",
                         "In all 16 miners died when the Kestrel pit near Orlby collapsed.",
                         "In all 14 miners died when the Kestrel pit near Orlby collapsed."});
  const auto quantities = made.Quantities();
  const Quantity* quantity = With(quantities, made.Find(0, "14"));
  ASSERT_NE(quantity, nullptr);
  EXPECT_EQ(quantity->relation, Relation::kDiffer);
  ASSERT_EQ(quantity->sides.size(), 2u);
  EXPECT_EQ(quantity->sides[0], (ClaimGroup{made.Find(0, "14"), made.Find(2, "14")})) << "the side of most documents first";
  EXPECT_EQ(quantity->contrasts.size(), 2u);
}

TEST(QuantitiesTest, ALaterLargerTollIsAnUpdate) {
  const MadeBundle made({R"({"text": "Six miners died when the Kestrel pit near Orlby collapsed on Monday.", "published": "2031-05-04"})",
                         R"({"text": "The collapse of the Kestrel pit near Orlby on Monday killed nine miners.", "published": "2031-05-07"})"});
  const auto quantities = made.Quantities();
  const Quantity* quantity = With(quantities, made.Find(0, "Six"));
  ASSERT_NE(quantity, nullptr);
  EXPECT_EQ(quantity->relation, Relation::kSuperseded);
}

TEST(QuantitiesTest, EachClaimStandsInOneQuantityOnly) {
  const MadeBundle made({"Four miners died and nine were hurt when the Kestrel pit near Orlby collapsed.",
                         "Five miners died and nine were hurt when the Kestrel pit near Orlby collapsed.",
                         "More than three miners died when the Kestrel pit near Orlby collapsed; several were hurt."});
  std::vector<int> seen(made.bundle().claims.size(), 0);
  for (const Quantity& quantity : made.Quantities()) {
    for (const uint32_t c : quantity.Claims()) ++seen[c];
  }
  for (const int times : seen) EXPECT_LE(times, 1);
}

}  // namespace
}  // namespace crosscheck
