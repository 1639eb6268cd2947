#include "compare/tell/propositions.h"

#include <gtest/gtest.h>

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

std::vector<Finding> Findings(const std::vector<std::string>& articles) {
  std::vector<std::string> said;
  for (const std::string& article : articles) said.push_back(StrCat("The bridge of Orlby was shut on Monday. ", article));
  const MadeBundle made(said);
  std::vector<Finding> findings;
  for (const ComparedGroup& group : TellDisputes(made.bundle(), FindDisputes(made.bundle(), NeighbourStories(made.bundle(), 1)))) {
    findings.insert(findings.end(), group.findings.begin(), group.findings.end());
  }
  return findings;
}

struct Two {
  const char* a;
  const char* b;
  bool opposed;
};

class Opposed : public testing::TestWithParam<Two> {};

TEST_P(Opposed, IsToldOrNot) {
  const std::vector<Finding> findings = Findings({GetParam().a, GetParam().b});
  EXPECT_EQ(findings.size(), GetParam().opposed ? 1u : 0u) << GetParam().a << " / " << GetParam().b;
}

INSTANTIATE_TEST_SUITE_P(
    All, Opposed,
    testing::Values(Two{"The hangers of the bridge were inspected in May.", "The hangers of the bridge have never been inspected.", true},
                    Two{"The hangers of the bridge were inspected in May.", "The piers of the quay have never been inspected.", false},
                    Two{"The hostage driver Mara Holt was freed on Monday.", "The hostage driver Mara Holt was killed on Monday.", true},
                    Two{"The hostage driver Mara Holt was freed on Monday.", "The hostage driver Emil Hart was killed on Monday.", false},
                    Two{"The threatening letter to the school was a hoax.", "The threatening letter to the school was genuine.", true},
                    Two{"The council may approve the plan for the harbour road.", "The council rejected the plan for the harbour road.", false}));

TEST(Disputes, ADenialAnswersTheClaimOfAnother) {
  const auto findings = Findings({"Mara Voss said Emil Hart had sold stolen diesel to the miners.",
                                  "Emil Hart denied that he had sold stolen diesel to the miners."});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].relation, Relation::kDisputed);
  EXPECT_NE(findings[0].message.find("stolen diesel"), std::string::npos) << findings[0].message;
}

TEST(Disputes, OneBodyStandsOnOneSide) {
  EXPECT_TRUE(Findings({"Mara Voss said the council had sold stolen diesel to the miners.",
                        "Mara Voss said the council had not sold stolen diesel to the miners."})
                  .empty());
}

}  // namespace
}  // namespace crosscheck
