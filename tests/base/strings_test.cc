#include "base/strings.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Strings, TrimTakesNoBreakSpacesToo) { EXPECT_EQ(Trim("\xC2\xA0 \t a b\n\xC2\xA0"), "a b"); }

TEST(Strings, SplitKeepsEmptyParts) {
  const auto parts = Split("a,,b,", ',');
  ASSERT_EQ(parts.size(), 4u);
  EXPECT_EQ(parts[1], "");
  EXPECT_EQ(parts[3], "");
}

TEST(Strings, CollapseSpace) { EXPECT_EQ(CollapseSpace("  a \n\t b\xC2\xA0 c "), "a b c"); }

TEST(Strings, MapsAreLookedUpByView) {
  StringMap<int> map;
  map["one"] = 1;
  EXPECT_EQ(map.find(std::string_view("one"))->second, 1);
}

}  // namespace
}  // namespace crosscheck
