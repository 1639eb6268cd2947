#include "compare/disputes.h"

#include <gtest/gtest.h>

#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"
#include "tests/compare/made_record.h"

namespace crosscheck {
namespace {

class Disputes : public testing::Test {
 protected:
  std::vector<ComparedGroup> Compare(const std::vector<Record>& records) { return CompareDenials(records, rules_->tables()); }
  absl::StatusOr<Rulebook> rules_ = Rulebook::Load({});
};

Record Accusation() {
  MadeRecord a("a", "Norland says Sudria has shipped rockets to the rebels.");
  a.Place("Norland").Place("Sudria").Asserts("Norland", "Sudria has shipped rockets to the rebels");
  return a;
}

TEST_F(Disputes, ADenialAnswersAnAccusationInOtherWords) {
  MadeRecord b("b", "Sudria has denied any arms deals.");
  b.Place("Sudria").Denies("Sudria", "any arms deals");
  const auto groups = Compare({Accusation(), b});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].group.relation, Relation::kDisputed);
  EXPECT_EQ(groups[0].group.members[0].side, "A");
  EXPECT_EQ(groups[0].group.members[1].side, "B");
  ASSERT_EQ(groups[0].findings.size(), 1u);
  EXPECT_EQ(groups[0].findings[0].rule, "statement.disputed");
  EXPECT_EQ(groups[0].findings[0].severity, Severity::kWarning) << "article a gives the accusation alone";
}

TEST_F(Disputes, ABackwardDenialTakesWhatStandsBeforeIt) {
  MadeRecord b("b", "Norland says Sudria supplied weapons, though Sudria denied this.");
  b.Place("Norland").Place("Sudria").Asserts("Norland", "Sudria supplied weapons").Denies("Sudria", "this");
  const auto groups = Compare({Accusation(), b});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].group.members.size(), 3u);
}

TEST_F(Disputes, ADenialOfSomethingElseIsNoAnswer) {
  MadeRecord b("b", "Sudria denied that its dam was cracked.");
  b.Place("Sudria").Denies("Sudria", "its dam was cracked");
  EXPECT_TRUE(Compare({Accusation(), b}).empty());
}

TEST_F(Disputes, NobodyDisputesHimself) {
  MadeRecord a("a", "Sudria said it sold rockets to the rebels.");
  a.Place("Sudria").Asserts("Sudria", "it sold rockets to the rebels");
  MadeRecord b("b", "Sudria denied arms sales to the rebels.");
  b.Place("Sudria").Denies("Sudria", "arms sales to the rebels");
  EXPECT_TRUE(Compare({a, b}).empty());
}

TEST_F(Disputes, OneArticleWithBothSidesIsComplete) {
  MadeRecord a("a", "The union said the safety certificate of the ferry had expired. The Port Board denied that the ferry's safety certificate had expired.");
  a.Body("Port Board").Asserts("The union", "the safety certificate of the ferry had expired").Denies("Port Board", "the ferry's safety certificate had expired");
  EXPECT_TRUE(Compare({a}).empty());
  Record b = a;
  b.document.id = "b";
  const auto groups = Compare({a, b});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].findings[0].severity, Severity::kNote);
}

}  // namespace
}  // namespace crosscheck
