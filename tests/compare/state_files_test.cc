#include "compare/state_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/json.h"
#include "base/strings.h"
#include "tests/made_zip.h"

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

TEST(MergeStates, AStateMadeFromTheOtherIsNoClash) {
  const std::string before = State(R"("c1": {"state": "confirmed", "changed": "2026-03-06T10:00:00Z"})");
  const std::string after = State(R"("c1": {"state": "wrong", "changed": "2026-03-07T10:00:00Z", "trail": [
      {"when": "2026-03-06T10:00:00Z", "who": "EV", "field": "state", "value": "confirmed"},
      {"when": "2026-03-07T10:00:00Z", "who": "KL", "field": "state", "value": "wrong"}]})");
  for (const auto& merged : {MergeStates(before, after), MergeStates(after, before)}) {
    EXPECT_EQ(merged->clashes, 0u);
    EXPECT_EQ((*ParseJson(merged->json))["claims"]["c1"], (*ParseJson(after))["claims"]["c1"]);
  }
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

std::string Workbook(const std::vector<std::pair<std::string, std::string>>& sheets) {
  constexpr std::string_view kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string names;
  std::string parts;
  std::vector<std::pair<std::string, std::string>> members = {
      {"_rels/.rels", StrCat("<R><Relationship Id=\"a\" Type=\"", kType, "officeDocument\" Target=\"xl/workbook.xml\"/></R>")}};
  for (const auto& [name, rows] : sheets) {
    StrAppend(&names, "<sheet name=\"", name, "\" r:id=\"", name, "\" xmlns:r=\"x\"/>");
    StrAppend(&parts, "<Relationship Id=\"", name, "\" Type=\"", kType, "worksheet\" Target=\"", name, ".xml\"/>");
    std::string cells;
    for (const std::string_view row : Split(rows, '\n')) {
      StrAppend(&cells, "<row>");
      for (const std::string_view cell : Split(row, ',')) StrAppend(&cells, "<c t=\"inlineStr\"><is><t>", cell, "</t></is></c>");
      StrAppend(&cells, "</row>");
    }
    members.push_back({StrCat("xl/", name, ".xml"), StrCat("<worksheet>", cells, "</worksheet>")});
  }
  members.push_back({"xl/workbook.xml", StrCat("<workbook>", names, "</workbook>")});
  members.push_back({"xl/_rels/workbook.xml.rels", StrCat("<R>", parts, "</R>")});
  return MadeZip(members);
}

TEST(StateFromWorkbook, EachSheetByItsColumnsWhateverTheirOrderAndItsName) {
  const auto state = StateFromWorkbook(Workbook({{"Summary", "nothing,here"},
                                                 {"Desk", "our sheet\nnote,Fingerprint,words,State\nseen,aa,four,wrong\n,bb,five,to check"},
                                                 {"Flags", "fingerprint,finding,state,checked by\nff,toll,confirmed,EV"},
                                                 {"Who", "source,contact,reliability,note\nthe port,by radio,B,"}}));
  ASSERT_TRUE(state.ok()) << state.status();
  const Json json = *ParseJson(*state);
  EXPECT_EQ(json["claims"], (Json{{"aa", {{"state", "wrong"}, {"note", "seen"}}}}));
  EXPECT_EQ(json["findings"], (Json{{"ff", {{"state", "confirmed"}, {"checked_by", "EV"}}}}));
  EXPECT_EQ(json["sources"], (Json{{"the port", {{"source", "by radio"}, {"evidence", "B"}}}}));
  EXPECT_FALSE(StateFromWorkbook(Workbook({{"Summary", "no,words"}})).ok());
  EXPECT_FALSE(StateFromWorkbook("PK").ok());
}

TEST(StateOfFile, ByWhatIsInItAndItsName) {
  EXPECT_TRUE(StateOfFile("notes", Workbook({{"A", "fingerprint,note\naa,n"}})).ok());
  EXPECT_TRUE(StateOfFile("notes.CSV", "fingerprint,note\naa,n\n").ok());
  EXPECT_TRUE(StateOfFile("notes.json", State("")).ok());
  EXPECT_EQ(StateOfFile("x/notes.xlsx", "no").status().message(), "x/notes.xlsx: is no Excel workbook; save the sheet as .xlsx or .csv");
  EXPECT_FALSE(StateOfFile("notes.json", "{}").ok());
  EXPECT_EQ(StateOfFile("notes.ods", "a,b").status().message(),
            "notes.ods: is no state: that is what the page exports (.json), or a sheet that was filled in (.xlsx, .csv)");
}

TEST(MergeStates, ASheetGoesWithTheBundleOfTheOther) {
  const auto sheet = StateFromTable("fingerprint,state\nc1,confirmed\n");
  const auto merged = MergeStates(*sheet, State(R"("c1": {"state": "wrong", "changed": "1"})"));
  ASSERT_TRUE(merged.ok());
  EXPECT_EQ(merged->clashes, 1);
  const Json json = *ParseJson(merged->json);
  EXPECT_EQ(json["bundle"], "b");
  EXPECT_EQ(json["claims"]["c1"]["state"], "wrong");
  EXPECT_EQ(json["claims"]["c1"]["clash"][0]["state"], "confirmed");
}

}  // namespace
}  // namespace crosscheck
