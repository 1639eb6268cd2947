// A person's decisions on one run's sheet, applied to the next run of the same and of a grown bundle.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/json.h"
#include "base/strings.h"
#include "compare/state.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

const char* const kPost =
    R"({"id": "post", "published": "2033-03-08", "text": "Four miners died when the Kestrel pit near Orlby collapsed on Monday.\n\nThe mill in Orlby lost $310,000 through the Kestrel collapse."})";
const char* const kEcho =
    R"({"id": "echo", "published": "2033-03-08", "text": "The Kestrel pit near Orlby collapsed on Monday and six miners died there.\n\nThe Orlby mill lost $310,000 because of the Kestrel collapse."})";
const char* const kStar =
    R"({"id": "star", "published": "2033-03-08", "text": "When the Kestrel pit near Orlby collapsed on Monday, four miners died."})";

Worksheet Compared(std::vector<const char*> lines, const std::string& state = "", const std::string& baseline = "") {
  static const auto& rules = *new Rulebook(Rulebook::Load({}).value());
  std::vector<Record> records;
  for (const char* line : lines) {
    std::vector<Unread> unread;
    for (Document& document : ReadAll(line, {.uri = "b.jsonl"}, &unread)) records.push_back(Extract(std::move(document), rules));
  }
  CompareOptions options;
  options.state_json = state;
  options.baseline_json = baseline;
  return Compare(std::move(records), rules, options);
}

const Group* GroupWith(const Worksheet& sheet, std::string_view document, std::string_view words) {
  const auto it = std::find_if(sheet.groups.begin(), sheet.groups.end(), [&](const Group& group) {
    return std::any_of(group.members.begin(), group.members.end(),
                       [&](const GroupMember& m) { return m.document == document && m.text == words; });
  });
  return it == sheet.groups.end() ? nullptr : &*it;
}

const Finding* FindingOf(const Worksheet& sheet, const Group& group) {
  const auto it = std::find_if(sheet.findings.begin(), sheet.findings.end(), [&](const Finding& f) { return f.group == group.id; });
  return it == sheet.findings.end() ? nullptr : &*it;
}

std::string State(std::string_view groups) { return StrCat(R"({"schema": "crosscheck.state/1", "groups": {)", groups, "}}"); }

TEST(StateRerun, NotComparableStaysSetAsideWithItsReasonInAnyOrderOfFiles) {
  const Worksheet first = Compared({kPost, kEcho});
  const Group* group = GroupWith(first, "post", "Four");
  ASSERT_NE(group, nullptr);
  ASSERT_EQ(group->relation, Relation::kDiffer);
  const std::string state =
      State(StrCat("\"", group->fingerprint, R"(": {"action": "not comparable", "reason": "two shafts"})"));
  const Worksheet again = Compared({kEcho, kPost}, state);
  const Group* same = GroupWith(again, "post", "Four");
  ASSERT_NE(same, nullptr);
  EXPECT_EQ(same->fingerprint, group->fingerprint);
  EXPECT_EQ(same->decision, "not comparable");
  ASSERT_NE(FindingOf(again, *same), nullptr);
  EXPECT_EQ(FindingOf(again, *same)->suppressed, "not comparable: two shafts");
}

TEST(StateRerun, WhatWasSplitOffIsOffAgain) {
  const Worksheet first = Compared({kPost, kEcho, kStar});
  const Group* group = GroupWith(first, "echo", "six");
  ASSERT_NE(group, nullptr);
  ASSERT_EQ(group->members.size(), 3u);
  const auto member =
      std::find_if(group->members.begin(), group->members.end(), [](const GroupMember& m) { return m.document == "echo"; });
  const auto record = std::find_if(first.documents.begin(), first.documents.end(),
                                   [](const Record& r) { return r.document.id == "echo"; });
  const std::string claim = ClaimFingerprint(record->document, "figure", member->span);
  const Worksheet again = Compared({kStar, kPost, kEcho}, State(StrCat("\"", group->fingerprint, R"(": {"action": "split", "claims": [")",
                                                                  claim, R"("], "reason": "other pit"})")));
  const Group* rest = GroupWith(again, "post", "Four");
  ASSERT_NE(rest, nullptr);
  EXPECT_EQ(rest->members.size(), 2u);
  EXPECT_EQ(rest->relation, Relation::kAgree);
  EXPECT_EQ(rest->decision, "split");
  ASSERT_NE(FindingOf(again, *rest), nullptr);
  EXPECT_EQ(FindingOf(again, *rest)->suppressed, "split: other pit");
}

TEST(StateRerun, MergedGroupsAreOneAgain) {
  const Worksheet first = Compared({kPost, kEcho});
  const Group* toll = GroupWith(first, "post", "Four");
  const Group* loss = GroupWith(first, "post", "$310,000");
  ASSERT_NE(toll, nullptr);
  ASSERT_NE(loss, nullptr);
  const Worksheet again = Compared({kEcho, kPost}, State(StrCat("\"", toll->fingerprint, R"(": {"action": "merge", "with": ")",
                                                           loss->fingerprint, R"("})")));
  const Group* merged = GroupWith(again, "post", "Four");
  ASSERT_NE(merged, nullptr);
  EXPECT_EQ(merged->decision, "merged");
  EXPECT_EQ(merged, GroupWith(again, "post", "$310,000"));
  EXPECT_EQ(merged->members.size(), 4u);
}

TEST(StateRerun, FindingsAreNewUnchangedOrGone) {
  const std::string before = Write(Compared({kPost, kEcho}), "json").value();
  const Worksheet same = Compared({kEcho, kPost}, "", before);
  ASSERT_FALSE(same.findings.empty());
  for (const Finding& finding : same.findings) EXPECT_EQ(finding.baseline, Baseline::kUnchanged) << finding.message;
  const Worksheet settled = Compared({kPost, kStar}, "", before);
  ASSERT_EQ(settled.findings.size(), 1u);
  EXPECT_EQ(settled.findings[0].baseline, Baseline::kAbsent);
  const Worksheet opened = Compared({kPost, kEcho}, "", Write(Compared({kPost, kStar}), "json").value());
  ASSERT_FALSE(opened.findings.empty());
  EXPECT_EQ(opened.findings[0].baseline, Baseline::kNew);
}

}  // namespace
}  // namespace crosscheck
