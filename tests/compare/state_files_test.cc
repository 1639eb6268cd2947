#include "compare/state_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/json.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

std::string State(const std::string& claims) { return StrCat(R"({"schema": "crosscheck.state/1", "bundle": "b", "claims": {)", claims, "}}"); }

Json Merged(const std::string& a, const std::string& b, size_t clashes) {
  const auto one = MergeStates(State(a), State(b));
  const auto other = MergeStates(State(b), State(a));
  EXPECT_TRUE(one.ok() && other.ok());
  EXPECT_EQ(one->json, other->json);
  EXPECT_EQ(one->clashes, clashes);
  return (*ParseJson(one->json))["claims"];
}

TEST(MergeStates, WhatOnlyOneNotesIsKept) {
  const Json claims = Merged(R"("c1": {"state": "wrong", "changed": "2"}, "c2": {"note": "n"})",
                             R"("c1": {"checked_by": "KL", "changed": "1"}, "c3": {"state": "confirmed"})", 0);
  EXPECT_EQ(claims["c1"]["state"], "wrong");
  EXPECT_EQ(claims["c1"]["checked_by"], "KL");
  EXPECT_EQ(claims["c2"]["note"], "n");
  EXPECT_EQ(claims["c3"]["state"], "confirmed");
  EXPECT_FALSE(claims["c1"].contains("clash"));
}

TEST(MergeStates, TheLastChangeCountsAndTheOtherStaysAsAClash) {
  const std::string anna = R"("c1": {"state": "wrong", "checked_by": "AN", "note": "log says 4", "changed": "2031-03-04"})";
  const std::string ben = R"("c1": {"state": "confirmed", "checked_by": "BE", "note": "asked the port", "changed": "2031-03-05"})";
  const Json claims = Merged(anna, ben, 1);
  EXPECT_EQ(claims["c1"]["state"], "confirmed");
  EXPECT_EQ(claims["c1"]["note"], "log says 4 / asked the port");
  ASSERT_EQ(claims["c1"]["clash"].size(), 1);
  EXPECT_EQ(claims["c1"]["clash"][0]["state"], "wrong");
  EXPECT_EQ(claims["c1"]["clash"][0]["checked_by"], "AN");
}

TEST(MergeStates, MergingAgainChangesNoNote) {
  const std::string anna = State(R"("c1": {"state": "wrong", "note": "log says 4", "changed": "1"})");
  const std::string ben = State(R"("c1": {"state": "confirmed", "note": "asked", "changed": "2"})");
  const std::string once = MergeStates(anna, ben)->json;
  EXPECT_EQ((*ParseJson(MergeStates(once, ben)->json))["claims"]["c1"]["note"], "log says 4 / asked");
}

TEST(MergeStates, OtherBundlesAndOtherFilesAreRefused) {
  EXPECT_FALSE(MergeStates(State(""), R"({"schema": "crosscheck.state/1", "bundle": "other"})").ok());
  EXPECT_FALSE(MergeStates(State(""), "{}").ok());
  EXPECT_FALSE(MergeStates("not json", State("")).ok());
  EXPECT_TRUE(MergeStates(State(R"("c1": 4)"), State(R"("c1": {"state": "wrong"})")).ok());
}

TEST(StateFromTable, RowsByTheirFingerprintWhateverTheSeparator) {
  for (const char separator : {',', ';', '\t'}) {
    std::string table = "no,state,note,fingerprint\r\n1,wrong,'=cell,aa\r\n2,to check,,bb\r\n,,\"in\nGerman\",\r\n3,,seen,cc\r\n";
    std::replace(table.begin(), table.end(), ',', separator);
    const auto state = StateFromTable(StrCat("\xEF\xBB\xBF", table));
    ASSERT_TRUE(state.ok());
    EXPECT_EQ((*ParseJson(*state))["claims"], (Json{{"aa", {{"state", "wrong"}, {"note", "=cell"}}}, {"cc", {{"note", "seen"}}}}));
  }
  EXPECT_FALSE(StateFromTable("no,words\n1,four\n").ok());
  EXPECT_FALSE(StateFromTable("").ok());
}

}  // namespace
}  // namespace crosscheck
