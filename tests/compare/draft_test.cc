// A draft against its sources: what each of its claims is told to be.
#include "compare/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

constexpr std::string_view kPost =
    "Four miners died when the Kestrel pit near Orlby collapsed on Monday.\n\n"
    "\"We heard the roof crack an hour before it came down on them,\" foreman Arno Vell told reporters.\n\n"
    "The mill in Orlby lost $310,000 through the Kestrel collapse, mayor Ida Strom said.";
constexpr std::string_view kStar =
    "When the Kestrel pit near Orlby collapsed on Monday, four miners died.\n\n"
    "The mill in Orlby lost $310,000 because of the Kestrel collapse, according to the mayor, Ida Strom.";

class DraftTest : public ::testing::Test {
 protected:
  // The draft beside the two sources.
  const Draft& Checked(std::string_view draft, const std::string& state = "") {
    static const auto& rules = *new Rulebook(Rulebook::Load({}).value());
    std::vector<Record> records;
    for (const auto& [id, text] : {std::pair<const char*, std::string_view>("draft", draft), {"post", kPost}, {"star", kStar}}) {
      ReadHint hint;
      hint.id = hint.uri = id;
      hint.format = InputFormat::kText;
      hint.published = Published{{Day(std::chrono::year(2033) / 3 / 8), Day(std::chrono::year(2033) / 3 / 8)}, "record"};
      records.push_back(Extract(*ReadDocument(text, hint), rules));
    }
    sheet_ = Compare(std::move(records), rules, {.state_json = state, .draft = "draft"});
    return *sheet_.draft;
  }

  // The claim whose words are `words`; a statement that has them.
  const DraftClaim& Find(std::string_view words) const {
    for (const DraftClaim& claim : sheet_.draft->claims) {
      if (claim.text == words) return claim;
      if (claim.kind == ClaimKind::kStatement && claim.text.find(words) != std::string::npos) return claim;
    }
    ADD_FAILURE() << "no claim \"" << words << "\" in the draft";
    static const auto& none = *new DraftClaim();
    return none;
  }
  Standing StandingOf(std::string_view words) const { return Find(words).standing; }
  std::vector<std::string> PlacesOf(std::string_view words) const {
    std::vector<std::string> places;
    for (const SourcePlace& place : Find(words).in) places.push_back(StrCat(place.document, ": ", place.text));
    return places;
  }

  Worksheet sheet_;
};

TEST_F(DraftTest, ValuesThatTheSourcesHaveOrHaveOtherwise) {
  Checked("Six miners died when the Kestrel pit near Orlby collapsed on Monday.\n\n"
          "The mill in Orlby lost $310,000 through the Kestrel collapse.\n\nThe pit employed 870 people.");
  EXPECT_EQ(StandingOf("Six"), Standing::kOtherValue);
  EXPECT_THAT(PlacesOf("Six"), ::testing::ElementsAre("post: Four", "star: four"));
  EXPECT_EQ(StandingOf("$310,000"), Standing::kSame);
  EXPECT_EQ(StandingOf("870"), Standing::kInNoSource);
  EXPECT_THAT(PlacesOf("870"), IsEmpty());
}

TEST_F(DraftTest, QuotationsInOtherWordsAndFromAnotherMouth) {
  Checked("\"We heard the roof crack an hour before it came down on them,\" miner Jon Aske told reporters.");
  EXPECT_EQ(StandingOf("We heard the roof crack an hour before it came down on them"), Standing::kOtherSpeaker);
  Checked("\"We never heard the roof crack an hour before it came down on them,\" foreman Arno Vell told reporters.");
  EXPECT_EQ(StandingOf("We never heard the roof crack an hour before it came down on them"), Standing::kOtherWords);
  Checked("\"We heard the roof crack an hour before it came down on them,\" foreman Arno Vell told reporters.");
  EXPECT_EQ(StandingOf("We heard the roof crack an hour before it came down on them"), Standing::kSame);
  Checked("\"Nobody told us a thing about the gas,\" foreman Arno Vell told reporters.");
  EXPECT_EQ(StandingOf("Nobody told us a thing about the gas"), Standing::kInNoSource);
}

TEST_F(DraftTest, NamesAndTheirSpelling) {
  Checked("The mayor, Ida Strom, and foreman Arno Vel visited Orlby with Runa Hask.");
  EXPECT_EQ(StandingOf("Ida Strom"), Standing::kSame);
  EXPECT_THAT(PlacesOf("Ida Strom"), ::testing::ElementsAre("post: Ida Strom", "star: Ida Strom"));
  EXPECT_EQ(StandingOf("Orlby"), Standing::kSame);
  EXPECT_EQ(StandingOf("Runa Hask"), Standing::kInNoSource);
  EXPECT_NE(StandingOf("Arno Vel"), Standing::kSame);
}

TEST_F(DraftTest, ReportedWordsByTheSentenceThatHasMostOfThem) {
  Checked("Mayor Ida Strom said that the Orlby mill had lost much money by the collapse of the Kestrel pit.\n\n"
          "Police said that nobody had inspected the wooden beams of the northern shaft.\n\nVell said that he agreed.");
  EXPECT_EQ(StandingOf("the Orlby mill had lost much money"), Standing::kOtherWords);
  EXPECT_THAT(PlacesOf("the Orlby mill had lost much money"), ::testing::SizeIs(2));
  EXPECT_EQ(StandingOf("nobody had inspected"), Standing::kInNoSource);
  EXPECT_EQ(StandingOf("he agreed"), Standing::kNotLookedFor);
}

TEST_F(DraftTest, ACopyOfASourceIsToldAndItsChangesAreFound) {
  std::string copy(kPost);
  copy.replace(0, 4, "Nine");
  Checked(copy);
  EXPECT_EQ(StandingOf("Nine"), Standing::kOtherValue);
  EXPECT_THAT(PlacesOf("Nine"), Contains("post: Four"));
  EXPECT_TRUE(std::any_of(sheet_.reuse.begin(), sheet_.reuse.end(), [](const Reuse& r) { return r.kind == ReuseKind::kCopy; }));
  for (const DraftClaim& claim : sheet_.draft->claims) {
    EXPECT_NE(claim.standing, Standing::kInNoSource) << claim.text;
    EXPECT_NE(claim.standing, Standing::kNotLookedFor) << claim.text;
  }
}

TEST_F(DraftTest, FindingsAreAboutTheDraftAlone) {
  Checked("The pit employed 870 people.");
  EXPECT_THAT(sheet_.findings, IsEmpty());
  Checked("Six miners died when the Kestrel pit near Orlby collapsed on Monday.");
  ASSERT_FALSE(sheet_.findings.empty());
  for (const Finding& finding : sheet_.findings) {
    EXPECT_TRUE(std::any_of(finding.members.begin(), finding.members.end(), [](const FindingMember& m) { return m.document == "draft"; }));
  }
}

TEST_F(DraftTest, WhatAPersonCalledAnotherThingIsNoPlace) {
  const std::string_view draft = "Six miners died when the Kestrel pit near Orlby collapsed on Monday.";
  Checked(draft);
  const auto group = std::find_if(sheet_.groups.begin(), sheet_.groups.end(), [](const Group& g) {
    return std::any_of(g.members.begin(), g.members.end(), [](const GroupMember& m) { return m.text == "Six"; });
  });
  ASSERT_NE(group, sheet_.groups.end());
  Checked(draft, StrCat(R"({"schema": "crosscheck.state/1", "groups": {")", group->fingerprint, R"(": {"action": "not comparable"}}})"));
  EXPECT_EQ(StandingOf("Six"), Standing::kInNoSource);
}

TEST_F(DraftTest, ADocumentThatIsNotThereHasNoClaims) { EXPECT_THAT(FindStandings(sheet_, "nobody", Rulebook::Load({})->tables()).claims, IsEmpty()); }

}  // namespace
}  // namespace crosscheck
