#include "text/stem.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Stem, FormsOfOneWordAreEqual) {
  const std::vector<std::vector<std::string>> families = {
      {"ship", "ships", "shipped", "shipping"}, {"supply", "supplies", "supplied"}, {"deny", "denies", "denied"},
      {"organise", "organize", "organised", "organizing"}, {"neighbour", "neighbors"}, {"crash", "crashes", "crashed"}, {"missile", "missiles"}};
  for (const auto& family : families) {
    for (const std::string& word : family) EXPECT_EQ(Stem(word), Stem(family.front())) << word;
  }
}

TEST(Stem, LeavesShortAndPlainWords) {
  for (const char* word : {"gas", "bus", "crisis", "red", "king", "bring", "thing", "glass"}) EXPECT_EQ(Stem(word), word);
}

TEST(EditDistance, StopsAtTheLimit) {
  EXPECT_EQ(EditDistance("markus", "markkus", 2), 1);
  EXPECT_EQ(EditDistance("abc", "xyz", 1), 2);
  EXPECT_EQ(EditDistance("", "ab", 5), 2);
  EXPECT_EQ(EditDistance("same", "same", 0), 0);
}

}  // namespace
}  // namespace crosscheck
