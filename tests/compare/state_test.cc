#include "compare/state.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "tests/report/sample_sheet.h"

namespace crosscheck {
namespace {

TEST(State, AGroupThatIsNotComparableIsSetAsideWithItsReason) {
  Worksheet sheet = SampleSheet();
  ApplyState(
      R"({"schema": "crosscheck.state/1", "groups": {"0a00000000000001": {"action": "not comparable", "reason": "other day"}}})",
      "", &sheet);
  EXPECT_EQ(sheet.findings[0].suppressed, "not comparable: other day");
  EXPECT_EQ(sheet.findings[1].suppressed, "");
  EXPECT_EQ(sheet.groups[0].decision, "not comparable");
}

TEST(State, WhatIsSignedOffIsOpenNoMore) {
  Worksheet sheet = SampleSheet();
  ASSERT_TRUE(IsOpen(sheet.findings[0]));
  ApplyState(R"({"findings": {"0f00000000000001": {"state": "B right"}, "0f00000000000002": {"state": "to check", "note": "asked Reld"}}})", "",
             &sheet);
  EXPECT_EQ(sheet.findings[0].signed_off, "B right");
  EXPECT_FALSE(IsOpen(sheet.findings[0]));
  EXPECT_TRUE(IsOpen(sheet.findings[1]));
  EXPECT_EQ(sheet.groups[0].decision, "");
}

TEST(State, FindingsOfNotTheSameThingSetTheirGroupAside) {
  Worksheet sheet = SampleSheet();
  ApplyState(R"({"findings": {"0f00000000000001": {"state": "not the same thing", "note": "other quay"}}})", "", &sheet);
  EXPECT_EQ(sheet.findings[0].suppressed, "not the same thing: other quay");
  EXPECT_EQ(sheet.groups[0].decision, "not comparable");
}

TEST(State, AllThatWasNotedIsKept) {
  Worksheet sheet = SampleSheet();
  ApplyState(R"({"sentences": {"aa": {"state": "wrong", "correction": "five", "source": "log", "source_kind": "document", "changed": "2026-03-06T10:00:00Z",
                 "trail": [{"state": "confirmed", "checked_by": "EV", "changed": "1"}, {"when": "2", "who": "KL", "field": "note", "value": "seen"}],
                 "clash": [{"state": "confirmed", "note": "asked"}]}}})",
             "", &sheet);
  ASSERT_EQ(sheet.checks.size(), 1u);
  const Check& check = sheet.checks[0];
  EXPECT_EQ(check.target, CheckTarget::kSentence);
  EXPECT_EQ(check.correction, "five");
  EXPECT_EQ(check.source_kind, "document");
  EXPECT_EQ(check.changed, "2026-03-06T10:00:00Z");
  EXPECT_EQ(check.trail, (std::vector<CheckStep>{{"1", "EV", "state", "confirmed"}, {"2", "KL", "note", "seen"}}));
  ASSERT_EQ(check.others.size(), 1u);
  EXPECT_EQ(check.others[0].note, "asked");
}

TEST(State, SplittingOffOneSideEndsTheDifference) {
  Worksheet sheet = SampleSheet();
  const Record& a = sheet.documents[0];
  const std::string claim = ClaimFingerprint(a.document, "figure", a.figures[0].span);
  ApplyState(StrCat(R"({"groups": {"0a00000000000001": {"action": "split", "claims": [")", claim, R"("]}}})"), "", &sheet);
  EXPECT_EQ(sheet.groups[0].relation, Relation::kAgree);
  EXPECT_EQ(sheet.groups[0].members.size(), 2u);
  EXPECT_EQ(sheet.groups[0].documents, 2);
  EXPECT_EQ(sheet.findings[0].suppressed, "split");
}

TEST(State, MergedGroupsBecomeOne) {
  Worksheet sheet = SampleSheet();
  ApplyState(R"({"groups": {"0a00000000000001": {"action": "merge", "with": "0a00000000000002"}}})", "", &sheet);
  ASSERT_EQ(sheet.groups.size(), 1u);
  EXPECT_EQ(sheet.groups[0].members.size(), 5u);
  EXPECT_EQ(sheet.groups[0].decision, "merged");
}

TEST(State, ABaselineMarksNewUnchangedAndAbsentFindings) {
  Worksheet before = SampleSheet();
  before.findings[1].fingerprint = "0f000000000000ff";
  Worksheet sheet = SampleSheet();
  ApplyState("", *Write(before, "json"), &sheet);
  ASSERT_EQ(sheet.findings.size(), 3u);
  EXPECT_EQ(sheet.findings[0].baseline, Baseline::kUnchanged);
  EXPECT_EQ(sheet.findings[1].baseline, Baseline::kNew);
  EXPECT_EQ(sheet.findings[2].baseline, Baseline::kAbsent);
  EXPECT_EQ(sheet.findings[2].message, "Reld's words differ");
}

TEST(State, ClaimFingerprintsSurviveEditsElsewhereInTheText) {
  const std::string line = "Four dockers were hurt when the crane fell on the quay.";
  const auto print = [](const std::string& text, std::string_view words) {
    const Record record = SampleRecord("a.txt", text, "2026-03-03");
    return ClaimFingerprint(record.document, "figure", SpanOf(text, words));
  };
  EXPECT_EQ(print(line, "Four"), print("It had rained all night.\n" + line + "\nThe quay was closed.", "Four"));
  EXPECT_NE(print(line, "Four"), print(line, "hurt"));
  EXPECT_NE(print(line, "Four"), print("Four divers were hurt when the crane fell on the quay.", "Four"));
}

TEST(State, TextsThatAreNoStateAreRefusedAndChangeNothing) {
  EXPECT_FALSE(CheckState("{}").ok());
  EXPECT_FALSE(CheckState("not json").ok());
  EXPECT_FALSE(CheckState(R"({"schema": "crosscheck.worksheet/1"})").ok());
  EXPECT_TRUE(CheckBaseline(R"({"schema": "crosscheck.worksheet/1"})").ok());
  for (const char* text : {"[]", "7", R"({"groups": [], "claims": 3, "known": null, "findings": {"x": 1}})",
                           R"({"groups": {"0a00000000000001": {"action": "split", "claims": {"a": 1}}}})"}) {
    Worksheet sheet = SampleSheet();
    ApplyState(text, text, &sheet);
    EXPECT_EQ(sheet.groups.size(), 2u) << text;
  }
}

}  // namespace
}  // namespace crosscheck
