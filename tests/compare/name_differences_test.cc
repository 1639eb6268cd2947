#include "compare/tell/names.h"

#include <gtest/gtest.h>

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

// The kinds of findings of names, in order.
std::vector<std::string> Kinds(const std::vector<std::string>& articles) {
  std::vector<std::string> said;
  for (const std::string& article : articles) said.push_back(StrCat("The bridge of Orlby was opened on Monday. ", article));
  const MadeBundle made(said);
  std::vector<std::string> kinds;
  for (const ComparedGroup& group : TellNames(made.bundle(), CompareNames(made.bundle(), NeighbourStories(made.bundle(), 1)))) {
    for (const Finding& finding : group.findings) kinds.push_back(finding.rule);
  }
  return kinds;
}
using List = std::vector<std::string>;

TEST(NamesCompared, OneFindingForAllSpellingsOfOneName) {
  EXPECT_EQ(Kinds({"Mattias Orell sang.", "Matthias Orell sang.", "Matias Orell sang."}), List{"name.spelling"});
}

TEST(NamesCompared, WhatIsNoSpelling) {
  EXPECT_EQ(Kinds({"Kim Il Sung sang.", "Kim Jong Il sang."}), List{});
  EXPECT_EQ(Kinds({"Han Seo Jun sang.", "Han Seo-jun sang."}), List{});
  EXPECT_EQ(Kinds({"Levan Moss sang.", "Moss sang."}), List{});
  EXPECT_EQ(Kinds({"Mattias Orell met Matthias Orell.", "Matthias Orell sang."}), List{});
}

TEST(NamesCompared, AMiddleNameTakenForTheSurname) {
  EXPECT_EQ(Kinds({"Levan Tariel sang.", "Levan Tariel Moss sang.", "Levan Moss sang."}), List{"name.misread"});
}

TEST(NamesCompared, TwoFirstNamesOfOneOffice) {
  EXPECT_EQ(Kinds({"The mayor of Orlby, Teodor Brisk, sang.", "Tomas Brisk, the mayor of Orlby, sang."}), List{"name.first-name"});
  EXPECT_EQ(Kinds({"The mayor of Orlby, Teodor Brisk, sang.", "Tomas Brisk, his brother, sang."}), List{});
}

TEST(NamesCompared, TitlesThatExcludeEachOther) {
  EXPECT_EQ(Kinds({"Major Tarek Ormuz sang.", "General Tarek Ormuz sang."}), List{"name.title"});
  EXPECT_EQ(Kinds({"The finance minister, Dragan Sool, sang.", "Dragan Sool, the interior minister, sang."}), List{"name.title"});
  EXPECT_EQ(Kinds({"The finance minister, Dragan Sool, sang.", "Dragan Sool, minister of finance, sang."}), List{});
  EXPECT_EQ(Kinds({"The mayor, Dragan Sool, sang.", "The former governor, Dragan Sool, sang."}), List{});
}

TEST(NamesCompared, Kin) {
  EXPECT_EQ(Kinds({"His sister, Mara Holt, sang.", "His wife, Mara Holt, sang."}), List{"name.kin"});
  EXPECT_EQ(Kinds({"His sister, Mara Holt, sang.", "Mara Holt, his sister, sang."}), List{});
}

}  // namespace
}  // namespace crosscheck
