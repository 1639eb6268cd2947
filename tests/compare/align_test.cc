#include "compare/pair/align.h"

#include <gtest/gtest.h>

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

TEST(AlignTest, AClaimFindsItsCounterpartAmongRivals) {
  const MadeBundle made({"Four miners died when the Kestrel pit near Orlby collapsed. The pit employed 90 people.",
                         "The collapse of the Kestrel pit near Orlby killed four miners. Rescuers brought 31 people out alive."});
  EXPECT_GT(made.Chance("Four", "four"), 0.5f);
  EXPECT_LT(made.Chance("90", "31"), made.Chance("Four", "four"));
  EXPECT_EQ(made.Chance("90", "four"), 0);
}

TEST(AlignTest, TwoRivalsOfUnlikeValuesShareTheChance) {
  const std::string first = "In all 14 miners died when the Kestrel pit near Orlby collapsed.";
  const MadeBundle alone({first, "In all 16 miners died when the Kestrel pit near Orlby collapsed."});
  const MadeBundle beside({first, "In all 16 miners died when the Kestrel pit near Orlby collapsed. "
                                  "In all 14 miners died when the Kestrel pit near Orlby collapsed."});
  EXPECT_GT(alone.Chance("14", "16"), 0.3f);
  EXPECT_LT(beside.Chance("14", "16"), alone.Chance("14", "16") / 2);
  EXPECT_GT(beside.Chance("14", "14"), 0.8f);
}

TEST(AlignTest, WhatARivalRepeatsDoesNotCountTwice) {
  const std::string first = "In all 14 miners died when the Kestrel pit near Orlby collapsed.";
  const std::string once = "In all 14 miners died when the Kestrel pit near Orlby collapsed.";
  const MadeBundle one({first, once});
  const MadeBundle thrice({first, StrCat(once, " ", once, " ", once)});
  EXPECT_NEAR(thrice.Chance("14", "14"), one.Chance("14", "14"), 0.1f);
}

TEST(AlignTest, VetoesAreFew) {
  const MadeBundle made({"Ada Holt, 40, paid $4 in Orlby. Four men and six women came.",
                         "Ben Marsh, 40, paid 4 euros in Orlby. Four men came. Ada Holt, 41, left."});
  EXPECT_EQ(VetoOf(made.Claim(0, "40"), made.Claim(1, "40")), Veto::kPerson);
  EXPECT_EQ(VetoOf(made.Claim(0, "40"), made.Claim(1, "41")), Veto::kNone);
  EXPECT_EQ(VetoOf(made.Claim(0, "40"), made.Claim(0, "$4")), Veto::kType);
  EXPECT_EQ(VetoOf(made.Claim(0, "Four"), made.Claim(0, "six")), Veto::kSentence);
  EXPECT_EQ(VetoOf(made.Claim(0, "$4"), made.Claim(1, "4 euros")), Veto::kNone) << "one sum, two currencies";
}

TEST(AlignTest, FeaturesAreSymmetric) {
  const MadeBundle made({"Four miners died when the Kestrel pit near Orlby collapsed on Monday, Ada Holt said.",
                         "Plans say that nine of the miners of Vexford may be hired in 2011 for an average of $4."});
  const Bundle& bundle = made.bundle();
  for (const BundleClaim& a : bundle.claims) {
    for (const BundleClaim& b : bundle.claims) {
      if (a.type != b.type || a.dimension != b.dimension) continue;
      EXPECT_EQ(FeaturesOf(bundle, a, b), FeaturesOf(bundle, b, a)) << a.frame->id << " " << b.frame->id;
      EXPECT_EQ(VetoOf(a, b), VetoOf(b, a));
    }
  }
}

TEST(AlignTest, StoriesOfALargeBundleMeetTheirNearestOnly) {
  std::vector<std::string> articles;
  for (int i = 0; i < 90; ++i) {
    const std::string place = StrCat("Or", std::string(1, static_cast<char>('a' + i / 30)), "ville");
    articles.push_back(StrCat("Four miners died when the Kestrel pit near ", place, " collapsed. The mayor of ", place, " wept."));
  }
  const MadeBundle made(articles);
  const auto neighbours = NeighbourStories(made.bundle(), 1);
  EXPECT_EQ(neighbours, NeighbourStories(made.bundle(), 2));
  for (uint32_t s = 0; s < neighbours.size(); ++s) {
    EXPECT_FALSE(neighbours[s].empty()) << s;
    for (const uint32_t t : neighbours[s]) EXPECT_TRUE(std::binary_search(neighbours[t].begin(), neighbours[t].end(), s));
  }
}

}  // namespace
}  // namespace crosscheck
