#include "reuse/families.h"

#include "gtest/gtest.h"

namespace crosscheck {
namespace {

const ReuseRules& Rules() {
  static const ReuseRules& rules = *[] {
    auto* made = new ReuseRules;
    made->strong_share = made->linked_share = 0.5;
    return made;
  }();
  return rules;
}

TEST(FindFamilies, StrongLinksJoin) {
  EXPECT_EQ(FindFamilies(4, {{0, 1, 0.9, 0.8}, {1, 2, 0.9, 0.7}}, Rules()), (std::vector<uint32_t>{0, 0, 0, 3}));
}

TEST(FindFamilies, OneWeakLinkDoesNotChainTwoFamilies) {
  const std::vector<CopyLink> links = {{0, 1, 0.9, 0.8}, {2, 3, 0.9, 0.8}, {1, 2, 0.6, 0.2}};
  EXPECT_EQ(FindFamilies(4, links, Rules()), (std::vector<uint32_t>{0, 0, 2, 2}));
}

TEST(FindFamilies, ManyWeakLinksDo) {
  const std::vector<CopyLink> links = {{0, 1, 0.9, 0.8}, {0, 2, 0.6, 0.3}, {1, 2, 0.6, 0.3}};
  EXPECT_EQ(FindFamilies(3, links, Rules()), (std::vector<uint32_t>{0, 0, 0}));
}

TEST(FindFamilies, AnyOrderOfLinks) {
  const std::vector<CopyLink> links = {{3, 4, 0.6, 0.3}, {0, 1, 0.9, 0.8}, {1, 3, 0.6, 0.3}, {0, 3, 0.6, 0.3}, {0, 4, 0.5, 0.2}};
  std::vector<CopyLink> reversed(links.rbegin(), links.rend());
  EXPECT_EQ(FindFamilies(5, links, Rules()), FindFamilies(5, reversed, Rules()));
}

}  // namespace
}  // namespace crosscheck
