#include "report/display.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosscheck {
namespace {

using ::testing::ElementsAre;

TEST(WrapToWidth, PartsAtSpacesAndLongWordsWithin) {
  EXPECT_THAT(WrapToWidth("four boats sank off the cape", 10, 10), ElementsAre("four boats", "sank off", "the cape"));
  EXPECT_THAT(WrapToWidth("four boats sank", 4, 10), ElementsAre("four", "boats sank"));
  EXPECT_THAT(WrapToWidth("harbourmaster", 5, 5), ElementsAre("harbo", "urmas", "ter"));
  EXPECT_THAT(WrapToWidth("a harbourmaster", 5, 5), ElementsAre("a", "harbo", "urmas", "ter"));
  EXPECT_THAT(WrapToWidth("四隻船 sank", 4, 4), ElementsAre("四隻", "船", "sank"));  // two columns each
  EXPECT_THAT(WrapToWidth("four boats sank off the cape", 0, 0), ElementsAre("four boats sank off the cape"));
  EXPECT_THAT(WrapToWidth("", 10, 10), ElementsAre(""));
}

TEST(WrapToWidth, LosesNothing) {
  const std::string text = "The ferry, which carried 212, ran aground on the reef of Skarne at dawn and broke in two.";
  for (int width = 1; width < 40; ++width) {
    std::string joined;
    for (const std::string_view line : WrapToWidth(text, width, width)) {
      EXPECT_LE(DisplayWidth(line), width);
      joined += line;
    }
    std::erase(joined, ' ');
    std::string all = text;
    std::erase(all, ' ');
    EXPECT_EQ(joined, all) << width;
  }
}

TEST(Harmless, KeepsLinesAndLosesWhatATerminalObeys) {
  EXPECT_EQ(Harmless("a\x1b[31mb\nc\td"), "a\xEF\xBF\xBD[31mb\nc\td");
  EXPECT_EQ(Harmless("\xC2\x9B" "2J\x07"), "\xEF\xBF\xBD" "2J\xEF\xBF\xBD");
  EXPECT_EQ(Harmless("café"), "café");
}

TEST(SafeLink, OnlyAddressesThatDoNothingElse) {
  EXPECT_EQ(SafeLink("https://tarn.example/a"), "https://tarn.example/a");
  EXPECT_EQ(SafeLink("javascript:alert(1)"), "");
  EXPECT_EQ(SafeLink("https://tarn.example/\x1b[2J"), "");
  EXPECT_EQ(SafeLink("https://tarn.example/\xC2\x9B" "31m"), "");
}

TEST(UriOf, PathsAreEncodedAndAddressesStay) {
  EXPECT_EQ(UriOf("news #1/50% off?.txt"), "news%20%231/50%25%20off%3F.txt");
  EXPECT_EQ(UriOf("c:d.txt"), "c%3Ad.txt");
  EXPECT_EQ(UriOf("été/c:d.txt"), "%C3%A9t%C3%A9/c:d.txt");
  EXPECT_EQ(UriOf("https://example.com/a?b=1#c%20d"), "https://example.com/a?b=1#c%20d");
}

}  // namespace
}  // namespace crosscheck
