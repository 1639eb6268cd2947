#include "text/sentence.h"

#include <gtest/gtest.h>

#include <string>

namespace crosscheck {
namespace {

std::string Around(const std::string& text, const std::string& words) {
  const auto start = static_cast<uint32_t>(text.find(words));
  return std::string(SentenceAround(text, {start, start + static_cast<uint32_t>(words.size())}).In(text));
}

TEST(SentenceAround, EndsAtStopsLinesAndClosingQuotesNotAtAbbreviations) {
  EXPECT_EQ(Around("It rained. Two boats sank! Then it stopped.", "boats"), "Two boats sank!");
  EXPECT_EQ(Around("Head\nTwo boats sank\nMore", "boats"), "Two boats sank");
  EXPECT_EQ(Around("It rained. Dr. E. Vang saw 12 boats, he said.” Then it stopped.", "12"), "Dr. E. Vang saw 12 boats, he said.”");
  EXPECT_EQ(Around("The toll was 3.5 in all. Next", "toll"), "The toll was 3.5 in all.");
  EXPECT_EQ(Around("Now? Two boats sank.", "Two boats sank."), "Two boats sank.");
}

TEST(SentenceAround, LongSentencesAreCutAtSpacesAndCharacters) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "åå ";
  text += "HERE";
  for (int i = 0; i < 200; ++i) text += " åå";
  const std::string around = Around(text, "HERE");
  EXPECT_LE(around.size(), 604u);
  EXPECT_TRUE(around.starts_with("åå ") && around.ends_with(" åå")) << around;
}

TEST(SentenceAround, StaysInItsBlockAndTakesASpanOutsideOfTheTextAsItIs) {
  const std::string text = "one two three";
  EXPECT_EQ(SentenceAround(text, {4, 7}, {4, 7}), (Span{4, 7}));
  EXPECT_EQ(SentenceAround(text, {5, 99}), (Span{5, 99}));
}

}  // namespace
}  // namespace crosscheck
