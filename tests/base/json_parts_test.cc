#include "base/json_parts.h"

#include "base/json.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::HasSubstr;

// Two documents whose offsets in bytes and in code points differ.
Worksheet TwoDocuments() {
  Worksheet sheet;
  for (const auto& [id, text] : {std::pair("a", "Zwölf boats sank – Ada Holt."), std::pair("b", "„Twelve boats sank”, she said.")}) {
    Record& record = sheet.documents.emplace_back();
    record.document.id = id;
    record.document.text = text;
  }
  return sheet;
}

TEST(JsonPartsTest, FactsComeBackAsTheyWere) {
  Worksheet sheet = TwoDocuments();
  Reuse reuse{.a = "a", .b = "b", .a_story = 1, .b_story = 2, .kind = ReuseKind::kPartial, .share_a = 0.5, .share_b = 0.25};
  reuse.passages = {{{7, 17}, {10, 20}}};
  reuse.changes = {{EditKind::kFigure, {0, 6}, {3, 9}}, {EditKind::kName, {20, 20}, {10, 15}}};
  reuse.evidence = {"earlier"};
  sheet.reuse = {reuse};
  sheet.families = {{"o1", {{"a", 1}, {"b", 2}}, "a"}};
  const std::string json = FactsToJson(sheet);
  Worksheet back = TwoDocuments();
  ASSERT_TRUE(ReadFacts(*ParseJson(json), &back).ok());
  ASSERT_EQ(back.reuse.size(), 1u);
  EXPECT_EQ(back.reuse[0].passages[0].b, (Span{10, 20}));
  EXPECT_EQ(back.reuse[0].changes[1].b, (Span{10, 15}));
  EXPECT_EQ(FactsToJson(back), json);
}

TEST(JsonPartsTest, WhatWasComparedComesBackAsItWas) {
  Worksheet sheet = TwoDocuments();
  Group group{.id = "g1", .type = ClaimType::kMoney, .about = "boats", .relation = Relation::kDiffer, .reason = "exact", .tier = Tier::kLook};
  group.members = {{"a", "f1", {0, 6}, "Zwölf", "A", ""}, {"b", "f2", {3, 9}, "Twelve", "B", "Ada Holt"}};
  group.why = {"same head"};
  sheet.groups = {group};
  Finding finding{.id = "F1", .rule = "figure.differ", .group = "g1", .relation = Relation::kDiffer, .severity = Severity::kWarning, .rank = 40};
  finding.members = {{"a", {0, 17}, "Zwölf boats", Span{0, 6}, "A", ""}, {"b", {3, 20}, "Twelve boats", std::nullopt, "B", ""}};
  sheet.findings = {finding};
  const std::string json = ComparedToJson(sheet);
  Worksheet back = TwoDocuments();
  ASSERT_TRUE(ReadCompared(*ParseJson(json), &back).ok());
  EXPECT_EQ(back.groups[0].members[1].span, (Span{3, 9}));
  EXPECT_EQ(back.findings[0].members[1].focus, std::nullopt);
  EXPECT_EQ(ComparedToJson(back), json);
}

TEST(JsonPartsTest, WhatIsNoneIsNamed) {
  Worksheet sheet = TwoDocuments();
  EXPECT_FALSE(ReadFacts(Json(3), &sheet).ok());
  const auto status = ReadFacts(*ParseJson(R"({"reuse": [{"a": "a"}], "families": []})"), &sheet);
  EXPECT_THAT(std::string(status.message()), HasSubstr("/reuse/0/b is missing"));
  const auto passages = ReadFacts(*ParseJson(R"({"reuse": [{"a": "a", "b": "b", "a_story": 1, "b_story": 1, "kind": "copy", "share_a": 1, "share_b": 1,
      "passages": [[1, 2, 3]], "changes": [], "evidence": []}], "families": []})"), &sheet);
  EXPECT_THAT(std::string(passages.message()), HasSubstr("passages is not a list of [a0, a1, b0, b1]"));
}

TEST(JsonPartsTest, ARecordLineTellsItsMaker) {
  Record record;
  record.document.id = "a";
  const ToolInfo maker{"0.1.0", "00ff"};
  const auto told = ReadMaker(*ParseJson(ToJson(record, maker, false)));
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told->rules, "00ff");
  EXPECT_EQ(ReadMaker(*ParseJson(ToJson(record, false)))->version, "");
  EXPECT_FALSE(ReadMaker(*ParseJson(R"({"tool": 3})")).ok());
}

}  // namespace
}  // namespace crosscheck
