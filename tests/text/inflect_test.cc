#include "text/inflect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosscheck {
namespace {

using ::testing::ElementsAre;

TEST(InflectTest, RegularForms) {
  const auto all = [](std::string_view base) {
    const VerbForms f = InflectVerb(base, {});
    return StrCat(f.third, " ", f.ing, " ", f.past[0], " ", f.participle[0]);
  };
  EXPECT_EQ(all("deny"), "denies denying denied denied");
  EXPECT_EQ(all("argue"), "argues arguing argued argued");
  EXPECT_EQ(all("slam"), "slams slamming slammed slammed");
  EXPECT_EQ(all("reveal"), "reveals revealing revealed revealed");
  EXPECT_EQ(all("stress"), "stresses stressing stressed stressed");
  EXPECT_EQ(all("agree"), "agrees agreeing agreed agreed");
  EXPECT_EQ(all("lie"), "lies lying lied lied");
}

TEST(InflectTest, IrregularForms) {
  const IrregularVerbs irregular = {
      {"write", "wrote written"}, {"admit", "admitted"}, {"plead", "pleaded/pled"}, {"get", "got got/gotten getting"}};
  EXPECT_THAT(InflectVerb("write", irregular).past, ElementsAre("wrote"));
  EXPECT_THAT(InflectVerb("write", irregular).participle, ElementsAre("written"));
  EXPECT_EQ(InflectVerb("admit", irregular).ing, "admitting");
  EXPECT_THAT(InflectVerb("plead", irregular).participle, ElementsAre("pleaded", "pled"));
  EXPECT_EQ(InflectVerb("get", irregular).ing, "getting");
}

TEST(InflectTest, Plurals) {
  EXPECT_EQ(PluralOf("claim"), "claims");
  EXPECT_EQ(PluralOf("testimony"), "testimonies");
}

}  // namespace
}  // namespace crosscheck
