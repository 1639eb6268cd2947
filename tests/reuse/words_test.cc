#include "reuse/words.h"

#include "gtest/gtest.h"

namespace crosscheck {
namespace {

std::vector<uint32_t> Hashes(std::string_view text) {
  const WordArray words = ReadWords(text, {0, static_cast<uint32_t>(text.size())});
  std::vector<uint32_t> hashes;
  for (const Word& word : words) hashes.push_back(word.hash);
  return hashes;
}

TEST(Words, FoldsWhatRepublicationChanges) {
  const std::pair<const char*, const char*> kSame[] = {
      {"The mayor's \"plan\"", "the mayor\u2019s \u201Cplan\u201D"},
      {"1,250,000 crates", "1 250 000 crates"},
      {"1,250 crates", "1250 crates"},
      {"up 5% today", "up 5 per cent today"},
      {"up 5 percent", "up 5%"},
      {"well-known", "well \u2013 known"},
      {"five of\uFB01cers", "five officers"},
      {"a soft\u00ADened tone", "a softened tone"},
      {"12\u00A0000 lamps", "12,000 lamps"},
  };
  for (const auto& [x, y] : kSame) EXPECT_EQ(Hashes(x), Hashes(y)) << x << " | " << y;
}

TEST(Words, KeepsWhatMatters) {
  EXPECT_NE(Hashes("1.5 tonnes"), Hashes("15 tonnes"));
  EXPECT_EQ(Hashes("In 2031 300 ships").size(), 4u);  // a year and a count are not one number
  EXPECT_NE(Hashes("14 boats"), Hashes("40 boats"));
}

TEST(Words, OffsetsLieInTheText) {
  const std::string text = "\u201CNo,\u201D said Vera Holm.\nThen 1 200 caf\u00E9s \u4E2D\u6587 closed";
  const WordArray words = ReadWords(text, {0, static_cast<uint32_t>(text.size())});
  std::vector<std::string> read;
  for (const Word& word : words) read.push_back(text.substr(word.start, word.size));
  EXPECT_EQ(read, (std::vector<std::string>{"No", "said", "Vera", "Holm", "Then", "1 200", "caf\u00E9s", "\u4E2D", "\u6587",
                                            "closed"}));
  EXPECT_TRUE(words[0].Has(Word::kQuoted));
  EXPECT_FALSE(words[1].Has(Word::kQuoted));
  EXPECT_TRUE(words[4].Has(Word::kParagraph));
  EXPECT_EQ(SpanOfWords(text, words, {0, 1}).In(text), "\u201CNo,\u201D");
}

TEST(Words, TakesAnyBytes) {
  std::string text;
  for (int i = 0; i < 4096; ++i) text += static_cast<char>((i * 167 + i / 256) & 0xFF);
  const WordArray words = ReadWords(text, {0, static_cast<uint32_t>(text.size())});
  uint32_t end = 0;
  for (const Word& word : words) {
    EXPECT_GE(word.start, end);
    EXPECT_GT(word.size, 0);
    end = word.end();
  }
  EXPECT_LE(end, text.size());
}

}  // namespace
}  // namespace crosscheck
