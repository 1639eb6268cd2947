#include "compare/tell/quotes.h"

#include <gtest/gtest.h>

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

std::vector<ComparedGroup> Compare(const std::vector<std::string>& articles) {
  const MadeBundle made(articles);
  return TellQuotes(made.bundle(), GroupQuotes(made.bundle(), NeighbourStories(made.bundle(), 1)));
}

std::string Said(std::string_view quote, std::string_view speaker) {
  return StrCat("The quay of Orlby gave way on Monday. “", quote, ",” ", speaker, " said.");
}

// The only group of two quotations by two speakers; an empty one where they are not put together.
ComparedGroup Pair(std::string_view quote_a, std::string_view speaker_a, std::string_view quote_b, std::string_view speaker_b) {
  const auto groups = Compare({Said(quote_a, speaker_a), Said(quote_b, speaker_b)});
  EXPECT_LE(groups.size(), 1u);
  return groups.empty() ? ComparedGroup() : groups[0];
}
ComparedGroup OfOneSpeaker(std::string_view a, std::string_view b) { return Pair(a, "Mara Voss", b, "Mara Voss"); }

TEST(Quotes, TheSameWordsAgree) {
  const ComparedGroup group = OfOneSpeaker("The quay gave way before we could close it", "The quay gave way before we could close it");
  EXPECT_EQ(group.group.relation, Relation::kAgree);
  EXPECT_EQ(group.group.members.size(), 2u);
  EXPECT_TRUE(group.findings.empty());
}

struct Change {
  const char* a;
  const char* b;
  const char* why;  // null: nothing is told
};

class QuoteChanges : public testing::TestWithParam<Change> {};

TEST_P(QuoteChanges, AreToldByWhatTheyChange) {
  const ComparedGroup group = OfOneSpeaker(GetParam().a, GetParam().b);
  ASSERT_EQ(group.group.members.size(), 2u) << GetParam().a;
  ASSERT_EQ(group.findings.size(), GetParam().why == nullptr ? 0u : 1u) << GetParam().a;
  if (GetParam().why == nullptr) return;
  EXPECT_EQ(group.findings[0].rule, "quote.misquoted");
  EXPECT_EQ(group.findings[0].severity, Severity::kWarning);
  EXPECT_EQ(group.findings[0].why[1], GetParam().why);
  EXPECT_NE(group.group.members[0].side, group.group.members[1].side);
}

INSTANTIATE_TEST_SUITE_P(
    All, QuoteChanges,
    testing::Values(
        Change{"We will not rest until we know why the quay gave way", "We will rest until we know why the quay gave way", "a negation changed"},
        Change{"We counted 40 boats on the slip before the storm came", "We counted 14 boats on the slip before the storm came", "a number changed"},
        Change{"The council may pay for the cracks in the wall", "The council will pay for the cracks in the wall", "a modal verb changed"},
        Change{"The crew may have known of the cracks in the wall", "The crew had known of the cracks in the wall", "a modal verb changed"},
        Change{"Some of the pipes are beyond repair", "All of the pipes are beyond repair", "a word for how many changed"},
        Change{"I told Emil Hart of the cracks in the wall", "I told Jonas Brand of the cracks in the wall", "a name changed"},
        Change{"As far as anyone had told us, the roof of the hall was safe", "The roof of the hall was safe",
               "words that limit the rest were cut"},
        Change{"I have never said that the door to talks is closed", "The door to talks is closed", "words that limit the rest were cut"},
        // Wording, spelling and cuts that change nothing.
        Change{"The council was told of the cracks in the wall last spring", "The council was warned of the cracks in the wall last spring", nullptr},
        Change{"We will honour the promise our neighbours made", "We will honor the promise our neighbors made", nullptr},
        Change{"We can't open the slip before spring comes", "We cannot open the slip before spring comes", nullptr},
        Change{"We counted forty boats on the slip", "We counted 40 boats on the slip", nullptr},
        Change{"We looked all night for the boat and found nothing but a rope", "We looked all night ... and found nothing but a rope", nullptr},
        Change{"Well, you know, we looked all night for the boat", "We looked all night for the boat", nullptr},
        Change{"He [Ekdahl] knew of the cracks in the wall", "He knew of the cracks in the wall", nullptr}));

TEST(Quotes, AnArticleThatPrintsBothWordingsSettlesIt) {
  EXPECT_TRUE(Compare({Said("The council may pay for the cracks in the wall", "Mara Voss"),
                       StrCat(Said("The council will pay for the cracks in the wall", "Mara Voss"),
                              " Later she said: “The council may pay for the cracks in the wall.”")})[0]
                  .findings.empty());
}

TEST(Quotes, TwoPersonsWithOneQuotationIsAMisattribution) {
  const ComparedGroup group =
      Pair("The quay gave way before we could close it", "Mara Voss", "The quay gave way before we could close it", "Tomas Ekdahl");
  ASSERT_EQ(group.findings.size(), 1u);
  EXPECT_EQ(group.findings[0].rule, "quote.misattributed");
  EXPECT_EQ(group.findings[0].severity, Severity::kWarning);
}

TEST(Quotes, WhoMayBeOnePersonIsOne) {
  for (const char* other : {"Voss", "Marah Voss", "the mayor", "the Port Board"}) {
    EXPECT_TRUE(Pair("The quay gave way before we could close it", "Mara Voss", "The quay gave way before we could close it", other).findings.empty())
        << other;
  }
}

TEST(Quotes, UnlikeQuotationsAreNotJoined) {
  EXPECT_TRUE(OfOneSpeaker("The quay gave way before we could close it", "Nobody told the crews that the slip was shut").group.members.empty());
  EXPECT_TRUE(Pair("We will do all we can", "Mara Voss", "We will do all we must for the fleet this winter", "Tomas Ekdahl").findings.empty());
}

TEST(Quotes, NoChainsThroughAThirdOne) {
  const auto groups = Compare({Said("The quay gave way before we could close it and the crew was lost", "Mara Voss"),
                               Said("We could close it and the crew was lost in the dark of the night", "Mara Voss"),
                               Said("The crew was lost in the dark of the night when no lamp was lit", "Mara Voss")});
  for (const ComparedGroup& group : groups) EXPECT_LE(group.group.members.size(), 3u);
  EXPECT_FALSE(groups.empty());
}

TEST(Quotes, ManyEqualQuotationsStayOneGroup) {
  const auto groups = Compare(std::vector<std::string>(100, Said("The quay gave way before we could close it", "Mara Voss")));
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].group.members.size(), 100u);
}

}  // namespace
}  // namespace crosscheck
