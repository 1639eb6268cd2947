#include "compare/quotes.h"

#include <gtest/gtest.h>

#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"
#include "tests/compare/made_record.h"

namespace crosscheck {
namespace {

class Quotes : public testing::Test {
 protected:
  std::vector<ComparedGroup> Compare(const std::vector<Record>& records) { return CompareQuotes(records, rules_->tables()); }
  // The only group of two quotations by two speakers.
  ComparedGroup Pair(std::string_view quote_a, const std::string& speaker_a, std::string_view quote_b, const std::string& speaker_b) {
    const auto made = [](const char* id, std::string_view quote, const std::string& speaker) {
      MadeRecord record(id, StrCat("“", quote, "” ", speaker, " said."));
      record.Person(speaker).Says(speaker, quote);
      return Record(record);
    };
    const auto groups = Compare({made("a", quote_a, speaker_a), made("b", quote_b, speaker_b)});
    EXPECT_LE(groups.size(), 1u);
    return groups.empty() ? ComparedGroup() : groups[0];
  }
  absl::StatusOr<Rulebook> rules_ = Rulebook::Load({});
};

TEST_F(Quotes, TheSameWordsAgree) {
  const ComparedGroup group = Pair("The quay gave way before we could close it", "Mara Voss", "The quay gave way before we could close it", "Voss");
  EXPECT_EQ(group.group.relation, Relation::kAgree);
  EXPECT_EQ(group.group.documents, 2);
  EXPECT_TRUE(group.findings.empty());
}

TEST_F(Quotes, AMissingNegationIsToldFirst) {
  const ComparedGroup group = Pair("We will not rest until we know why the quay gave way", "Mara Voss",
                                   "We will rest until we know why the quay gave way", "Mara Voss");
  ASSERT_EQ(group.findings.size(), 1u);
  EXPECT_EQ(group.findings[0].rule, "quote.misquoted");
  EXPECT_EQ(group.findings[0].severity, Severity::kNote);
  EXPECT_EQ(group.group.relation, Relation::kDiffer);
  EXPECT_NE(group.group.members[0].side, group.group.members[1].side);
}

TEST_F(Quotes, AChangedNumberIsTold) {
  const ComparedGroup group = Pair("We counted 40 boats on the slip before the storm came", "Mara Voss",
                                   "We counted 14 boats on the slip before the storm came", "Mara Voss");
  ASSERT_EQ(group.findings.size(), 1u);
  EXPECT_EQ(group.findings[0].severity, Severity::kNote);
}

TEST_F(Quotes, AChangedWordOfWeightIsTold) {
  const ComparedGroup group = Pair("The council may pay for the cracks in the wall before spring", "Mara Voss",
                                   "The council will pay for the cracks in the wall before spring", "Mara Voss");
  ASSERT_EQ(group.findings.size(), 1u);
  EXPECT_EQ(group.findings[0].severity, Severity::kNote);
  EXPECT_NE(group.findings[0].message.find("“may” against “will”"), std::string::npos) << group.findings[0].message;
}

TEST_F(Quotes, WordsOfOneMeaningAreNoMisquotation) {
  EXPECT_TRUE(Pair("The council was told of the cracks in the wall last spring", "Mara Voss",
                   "The council was warned of the cracks in the wall last spring", "Mara Voss")
                  .findings.empty());
}

TEST_F(Quotes, SpellingEndingsAndCutsAreNoMisquotation) {
  EXPECT_TRUE(Pair("We will honour the promise our neighbours made", "Mara Voss", "We will honor the promise our neighbors made", "Mara Voss")
                  .findings.empty());
  EXPECT_TRUE(Pair("We have tried to organise the search since dawn on Monday", "Mara Voss",
                   "We have tried to organize the search since dawn on Monday", "Mara Voss").findings.empty());
  EXPECT_TRUE(Pair("We looked all night for the boat and found nothing but a rope", "Mara Voss",
                   "We looked all night ... and found nothing but a rope", "Mara Voss").findings.empty());
  EXPECT_TRUE(Pair("We looked all night for the boat and found nothing but a rope", "Mara Voss", "found nothing but a rope", "Mara Voss")
                  .findings.empty());
  EXPECT_TRUE(Pair("He [Ekdahl] knew of the cracks in the wall", "Mara Voss", "He knew of the cracks in the wall", "Mara Voss").findings.empty());
}

TEST_F(Quotes, TwoPersonsWithOneQuotationIsAMisattribution) {
  const ComparedGroup group = Pair("The quay gave way before we could close it", "Mara Voss", "The quay gave way before we could close it",
                                   "Tomas Ekdahl");
  ASSERT_EQ(group.findings.size(), 1u);
  EXPECT_EQ(group.findings[0].rule, "quote.misattributed");
  EXPECT_EQ(group.findings[0].severity, Severity::kNote);
}

TEST_F(Quotes, ABodyMaySpeakThroughAPerson) {
  MadeRecord a("a", "“The quay gave way before we could close it,” Mara Voss said.");
  a.Person("Mara Voss").Says("Mara Voss", "The quay gave way before we could close it");
  MadeRecord b("b", "“The quay gave way before we could close it,” the Port Board said.");
  b.Body("Port Board").Says("Port Board", "The quay gave way before we could close it");
  const auto groups = Compare({a, b});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_TRUE(groups[0].findings.empty());
}

TEST_F(Quotes, UnlikeQuotationsAreNotJoined) {
  EXPECT_EQ(Pair("The quay gave way before we could close it", "Mara Voss", "Nobody told the crews that the slip was shut", "Mara Voss")
                .group.members.size(), 0u);
  EXPECT_EQ(Pair("We will do all we can", "Mara Voss", "We will do all we must for the fleet this winter", "Tomas Ekdahl").findings.size(), 0u);
}

TEST_F(Quotes, ManyEqualQuotationsStayOneGroup) {
  std::vector<Record> records;
  for (int i = 0; i < 300; ++i) {
    MadeRecord record(StrCat("d", i + 1000), "“The quay gave way before we could close it,” Mara Voss said.");
    record.Person("Mara Voss").Says("Mara Voss", "The quay gave way before we could close it");
    records.push_back(record);
  }
  const auto groups = Compare(records);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].group.members.size(), 300u);
}

}  // namespace
}  // namespace crosscheck
