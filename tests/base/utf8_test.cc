#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace crosscheck {
namespace {

TEST(Utf8, BadBytesAreReplacedOneByOneAndCounted) {
  size_t replaced = 0;
  EXPECT_EQ(RepairUtf8("a\xFF" "b\xC3", &replaced), "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
  EXPECT_EQ(replaced, 2u);
  EXPECT_EQ(RepairUtf8("\xED\xA0\x80", &replaced), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "a surrogate";
  EXPECT_EQ(RepairUtf8("\xC0\xAF", &replaced), "\xEF\xBF\xBD\xEF\xBF\xBD") << "an overlong slash";
  EXPECT_EQ(RepairUtf8("“Ørsund” 名", &replaced), "“Ørsund” 名");
  EXPECT_EQ(replaced, 0u);
}

TEST(Utf8, LowerCaseJoinsLettersAndTheirMarks) {
  EXPECT_EQ(LowerCase("A\u030Ase Be\u0301rg"), "\u00E5se b\u00E9rg");
  EXPECT_EQ(LowerCase("x\u0301\xCC"), "x\u0301\uFFFD");
}

TEST(Utf8, LowerCaseKnowsOtherAlphabetsAndStraightensApostrophes) {
  EXPECT_EQ(LowerCase("ÅSA O’Neil ΔΙΑ"), "åsa o'neil δια");
}

TEST(OffsetMap, TurnsBytesIntoCodePointsAndBack) {
  std::mt19937 random(3);
  std::string text;
  std::vector<uint32_t> starts;
  const std::u32string alphabet = U"ab é“—名🙂";
  for (int i = 0; i < 5000; ++i) {
    starts.push_back(static_cast<uint32_t>(text.size()));
    AppendUtf8(alphabet[random() % alphabet.size()], &text);
  }
  starts.push_back(static_cast<uint32_t>(text.size()));
  const OffsetMap map(text);
  for (uint32_t i = 0; i < starts.size(); ++i) {
    ASSERT_EQ(map.ToCodePoint(starts[i]), i);
    ASSERT_EQ(map.ToByte(i), starts[i]);
  }
  EXPECT_EQ(map.ToByte(99999), text.size()) << "past the end";
  EXPECT_EQ(map.ToCodePoint(99999999), starts.size() - 1);
}

}  // namespace
}  // namespace crosscheck
