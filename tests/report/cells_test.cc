#include "report/cells.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/sheet_index.h"

namespace crosscheck {
namespace {

GroupMember Member(std::string document, std::string side, std::string text) {
  GroupMember member;
  member.document = std::move(document);
  member.claim = "f1";
  member.side = std::move(side);
  member.text = std::move(text);
  return member;
}

std::vector<std::string> Texts(const std::vector<const GroupMember*>& members) {
  std::vector<std::string> texts;
  for (const GroupMember* member : members) texts.push_back(member->text);
  return texts;
}

Elsewhere Of(const std::string& document, const Group& group) {
  Record record;
  record.document.id = document;
  Claim claim;
  claim.id = "f1";
  claim.groups = {&group};
  return ElsewhereOf(record, claim);
}

TEST(Elsewhere, AValueOnNoSideNeitherAgreesNorDiffers) {
  Group group;
  group.members = {Member("a", "A", "four"), Member("b", "B", "five"), Member("c", "A", "4"), Member("e", "", "six")};
  const Elsewhere of_four = Of("a", group);
  EXPECT_THAT(Texts(of_four.agree), testing::ElementsAre("4"));
  EXPECT_THAT(Texts(of_four.differ), testing::ElementsAre("five"));
  EXPECT_THAT(Texts(of_four.beside), testing::ElementsAre("six"));
  const Elsewhere of_six = Of("e", group);
  EXPECT_THAT(Texts(of_six.beside), testing::ElementsAre("four", "five", "4"));
  EXPECT_TRUE(of_six.agree.empty());
}

TEST(Elsewhere, WithoutSidesAllAgree) {
  Group group;
  group.members = {Member("a", "", "four"), Member("b", "", "4")};
  EXPECT_THAT(Texts(Of("a", group).agree), testing::ElementsAre("4"));
  EXPECT_TRUE(Of("a", group).beside.empty());
}

}  // namespace
}  // namespace crosscheck
