#include "report/place.h"

#include <gtest/gtest.h>

#include "report/display.h"
#include "report/sheet_index.h"
#include "report/word_diff.h"
#include "tests/report/sample_sheet.h"

namespace crosscheck {
namespace {

TEST(Places, LinesAndColumnsOfPlainTextCountCodePoints) {
  const Record record = SampleRecord("a.txt", "Zoë ran.\nÅsa saw 12 boats.", "2026-03-03");
  const Places places(record.document);
  const Place place = places.Of(SpanOf(record.document.text, "12").start);
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 9u);
}

TEST(Places, APageGivesThePlaceOfTheBlock) {
  Record record = SampleRecord("a.html", "Head\nTwelve boats sank.", "2026-03-03");
  record.document.stories[0].segments = {{SegmentRole::kHeadline, {0, 4}, 8, 5}, {SegmentRole::kBody, {5, 23}, 12, 3}};
  const Places places(record.document);
  EXPECT_EQ(places.Of(12).line, 12u);
  EXPECT_EQ(places.Of(12).column, 3u);
}

TEST(Places, SentencesEndAtStopsAndNotAtAbbreviations) {
  const Record record = SampleRecord("a.txt", "It rained. Dr. E. Vang saw 12 boats, he said.” Then it stopped.", "2026-03-03");
  const Places places(record.document);
  EXPECT_EQ(places.SentenceOf(SpanOf(record.document.text, "12")).In(record.document.text),
            "Dr. E. Vang saw 12 boats, he said.”");
}

TEST(Display, WidthsCutsAndControls) {
  EXPECT_EQ(DisplayWidth("漁船 a"), 6);
  EXPECT_EQ(CutToWidth("harbour master", 8), "harbour…");
  EXPECT_EQ(CutToWidth("harbour", 7), "harbour");
  EXPECT_EQ(OneLine("a\n\tb\x1b c"), "a b\xEF\xBF\xBD c");
  EXPECT_EQ(SafeLink("javascript:alert(1)"), "");
}

TEST(SheetIndex, LettersGoOnAfterZ) {
  EXPECT_EQ(LetterOf(0), "a");
  EXPECT_EQ(LetterOf(25), "z");
  EXPECT_EQ(LetterOf(26), "aa");
  EXPECT_EQ(LetterOf(26 * 27), "aaa");
}

TEST(WordDiff, FindsTheWordsThatOnlyOneSideHas) {
  const std::vector<WordPiece> pieces = WordDiff("built for far worse than this", "Built for worse.");
  std::string shown;
  for (const WordPiece& piece : pieces)
    StrAppend(&shown, piece.side == WordPiece::kBoth ? "=" : piece.side == WordPiece::kOnlyA ? "-" : "+", piece.words, " ");
  EXPECT_EQ(shown, "=built for -far =worse -than this ");
}

}  // namespace
}  // namespace crosscheck
