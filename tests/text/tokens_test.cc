#include "text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;

const Lexicon& Words() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules.tables().lexicon;
}

TokenStream Stream(std::string_view text) {
  TokenStream stream;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, Words(), &stream);
  return stream;
}

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : Stream(text).tokens) words.emplace_back(token.span().In(text));
  return words;
}

std::vector<std::string> Sentences(std::string_view text) {
  const TokenStream stream = Stream(text);
  std::vector<std::string> sentences;
  for (const Sentence& s : stream.sentences) {
    sentences.emplace_back(
        text.substr(stream.tokens[s.first].start, stream.tokens[s.last - 1].end() - stream.tokens[s.first].start));
  }
  return sentences;
}

TEST(Tokens, CliticsAreTokensOfTheirOwn) {
  EXPECT_THAT(Tokens("Roe's boat didn't sink; they\u2019ve left"),
              ElementsAre("Roe", "'s", "boat", "did", "n't", "sink", ";", "they", "\u2019ve", "left"));
  EXPECT_THAT(Tokens("O'Brien in the 90's"), ElementsAre("O'Brien", "in", "the", "90", "'s"));
}

TEST(Tokens, AbbreviationsKeepTheirStop) {
  EXPECT_THAT(Tokens("Sen. Roe of the U.S. left at 9 p.m. on Jan. 4."),
              ElementsAre("Sen.", "Roe", "of", "the", "U.S.", "left", "at", "9", "p.m.", "on", "Jan.", "4", "."));
  EXPECT_THAT(Tokens("J. R. Roe and Ada F. Roe"), ElementsAre("J.", "R.", "Roe", "and", "Ada", "F.", "Roe"));
}

TEST(Tokens, NumbersAndHyphens) {
  EXPECT_THAT(Tokens("2,795 of 5.2m, a 36-member team"),
              ElementsAre("2,795", "of", "5.2m", ",", "a", "36", "-", "member", "team"));
  EXPECT_THAT(Tokens("$5.2, in 2024, at 9:30."), ElementsAre("$", "5.2", ",", "in", "2024", ",", "at", "9", ":", "30", "."));
}

TEST(Tokens, ASumLeavesTheLettersOfItsMoney) {
  EXPECT_THAT(Tokens("GBP1.2bn, RM25,000"), ElementsAre("GBP", "1.2bn", ",", "RM", "25,000"));
  EXPECT_THAT(Tokens("N2.3bn R5 million P1.2-billion"), ElementsAre("N", "2.3bn", "R", "5", "million", "P", "1.2", "-", "billion"));
  EXPECT_THAT(Tokens("a fine of R500"), ElementsAre("a", "fine", "of", "R", "500"));
  EXPECT_THAT(Tokens("$US3.5bn"), ElementsAre("$", "US", "3.5bn"));
  EXPECT_THAT(Tokens("bought N95 masks, B2B, R2D2"), ElementsAre("bought", "N95", "masks", ",", "B2B", ",", "R2D2"));
  EXPECT_THAT(Tokens("v2.5 PM2.5."), ElementsAre("v2.5", "PM2.5", "."));
}

TEST(Tokens, InvisibleCharactersAndLeftEntitiesPartNothing) {
  EXPECT_THAT(Tokens("14\u00AD people"), ElementsAre("14", "people"));
  EXPECT_THAT(Tokens("\uFF11\uFF14 \u0661\u0664"), ElementsAre("\uFF11\uFF14", "\u0661\u0664"));
  EXPECT_THAT(Tokens("&pound;14&nbsp;million AT&T"), ElementsAre("&pound;", "14", "million", "AT", "&", "T"));
  EXPECT_NE(Stream("four\u00ADteen").tokens[0].word, 0u);
  EXPECT_EQ(Stream("four\u00ADteen").tokens[0].word, Stream("fourteen").tokens[0].word);
}

TEST(Tokens, QuotationMarksOfTwoApostrophesAreOne) {
  EXPECT_THAT(Tokens("``So,'' he said"), ElementsAre("``", "So", ",", "''", "he", "said"));
}

TEST(Tokens, FlagsTellCapitalsSpacesAndLines) {
  const TokenStream stream = Stream("The NATO man\nleft");
  EXPECT_TRUE(stream.tokens[0].Has(Token::kCapital) && stream.tokens[0].Has(Token::kLineStart));
  EXPECT_TRUE(stream.tokens[1].Has(Token::kAllCaps) && stream.tokens[1].Has(Token::kSpaceBefore));
  EXPECT_FALSE(stream.tokens[2].Has(Token::kCapital));
  EXPECT_TRUE(stream.tokens[3].Has(Token::kLineStart));
}

TEST(Sentences, EndAtStopsNotAtAbbreviations) {
  EXPECT_THAT(Sentences("Dr. Roe left the U.S. on Jan. 4. It rained. No. 3 won."),
              ElementsAre("Dr. Roe left the U.S. on Jan. 4.", "It rained.", "No. 3 won."));
  EXPECT_THAT(Sentences("He moved to the U.S. The boat stayed."), ElementsAre("He moved to the U.S.", "The boat stayed."));
  EXPECT_THAT(Sentences("It was plan B. They left. J. Roe stayed."),
              ElementsAre("It was plan B.", "They left.", "J. Roe stayed."));
}

TEST(Sentences, EndWhereTheSpaceIsLost) {
  EXPECT_THAT(Sentences("It sank late on Saturday.Two men swam home."),
              ElementsAre("It sank late on Saturday.", "Two men swam home."));
  EXPECT_THAT(Sentences("It sank at home.\"We saw it."), ElementsAre("It sank at home.\"", "We saw it."));
  EXPECT_THAT(Sentences("They sell at Mill.Com and by post."), ElementsAre("They sell at Mill.Com and by post."));
  EXPECT_THAT(Sentences("It sank at 2 a.m. Eighty men came."), ElementsAre("It sank at 2 a.m.", "Eighty men came."));
}

TEST(Sentences, ClosingMarksBelongToTheOldOne) {
  EXPECT_THAT(Sentences("\"It sank.\" He left."), ElementsAre("\"It sank.\"", "He left."));
  EXPECT_THAT(Sentences("\u201CWhy?\u201D she asked. \u201CNobody knows.\u201D"),
              ElementsAre("\u201CWhy?\u201D she asked.", "\u201CNobody knows.\u201D"));
  EXPECT_THAT(Sentences("It sank (or so they say.) Crews left."), ElementsAre("It sank (or so they say.)", "Crews left."));
}

TEST(Sentences, LineBreaksEndThemUnlessHardWrapped) {
  EXPECT_THAT(Sentences("Harbour shut\nCrews left early"), ElementsAre("Harbour shut", "Crews left early"));
  const std::string wrapped =
      "The harbour was shut for the third time this year after a crane fell on\n"
      "the ferry that Ada Roe had bought from the town in the spring for less\n"
      "than its price. Nobody was hurt.";
  EXPECT_EQ(Sentences(wrapped).size(), 2u);
  EXPECT_EQ(Stream(wrapped).paragraphs, 1u);
  const std::string twice =
      "Crane falls on the ferry that Ada Roe had bought from the town\nCrane falls on the ferry that Ada Roe had bought from the "
      "town\n\nIt was shut.";
  EXPECT_EQ(Sentences(twice).size(), 3u);
}

TEST(Tokens, RangesAreParagraphsOfTheirOwn) {
  const std::string text = "One two. Three four.";
  TokenStream stream;
  Tokenize(text, {0, 8}, Words(), &stream);
  Tokenize(text, {9, 20}, Words(), &stream);
  ASSERT_EQ(stream.sentences.size(), 2u);
  EXPECT_NE(stream.sentences[0].paragraph, stream.sentences[1].paragraph);
}

TEST(Tokens, AnyBytesEnd) {
  const TokenStream bad = Stream("a\xFF\xFE\xC3 b\xE2\x80 ' \x00 c");
  EXPECT_FALSE(bad.tokens.empty());
  EXPECT_EQ(Stream(std::string(300000, 'x')).tokens.size(), 5u);
  EXPECT_EQ(Stream(std::string(100000, '\n')).tokens.size(), 0u);
}

}  // namespace
}  // namespace crosscheck
