#include "text/lexemes.h"

#include <gtest/gtest.h>

#include "text/tokens.h"

namespace crosscheck {
namespace {

TEST(LexemesTest, OneForEachDistinctWord) {
  Lexicon lexicon;
  const WordId ships = lexicon.Add("ships", Bit(Role::kUnit));
  const std::string text = "Ships and SHIPS, and Ada\xE2\x80\x99s \xC3\x89tude: ships.";
  TokenStream stream;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, lexicon, &stream);
  std::vector<std::string> folded;
  for (const Token& token : stream.tokens) folded.emplace_back(stream.lexemes[token.lexeme].folded);
  EXPECT_EQ(folded, (std::vector<std::string>{"ships", "and", "ships", ",", "and", "ada", "'s", "\xC3\xA9tude", ":", "ships", "."}));
  EXPECT_EQ(stream.lexemes.size(), 8u);
  const Lexeme& lexeme = stream.lexemes[stream.tokens[0].lexeme];
  EXPECT_EQ(&lexeme, &stream.lexemes[stream.tokens[9].lexeme]);
  EXPECT_EQ(lexeme.word, ships);
  EXPECT_EQ(lexeme.roles, Bit(Role::kUnit));
  EXPECT_EQ(lexeme.stem(), "ship");
  EXPECT_EQ(stream.lexemes[stream.tokens[5].lexeme].word, 0u);
}

TEST(LexemesTest, OutsideStandsALineBreak) {
  const LexemeTable table;
  EXPECT_EQ(table[0].folded, "\n");
  EXPECT_EQ(table[0xFFFFFFFF].stem(), "\n");
  EXPECT_EQ(table[0].roles, 0u);
}

TEST(LexemesTest, ManyWordsKeepTheirPlaces) {
  const Lexicon lexicon;
  LexemeTable table;
  std::vector<std::string> words;
  for (int i = 0; i < 5000; ++i) words.push_back((i % 2 == 0 ? "W" : "w") + std::to_string(i));
  for (size_t i = 0; i < words.size(); ++i) EXPECT_EQ(table.Add(words[i], lexicon, true), i);
  for (size_t i = 0; i < words.size(); ++i) EXPECT_EQ(table[table.Add(words[i], lexicon, true)].folded, "w" + std::to_string(i));
}

}  // namespace
}  // namespace crosscheck
