#include "report/claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/sheet_index.h"
#include "tests/report/sample_sheet.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;

struct Asked {
  explicit Asked(Record record) {
    sheet.documents.push_back(std::move(record));
    const SheetIndex index(sheet);
    claims = index.ClaimsOf(sheet.documents[0], Places(sheet.documents[0].document));
  }
  Worksheet sheet;
  std::vector<Claim> claims;
};

Figure FigureOf(FigureKind kind, int64_t value) {
  Figure figure;
  figure.kind = kind;
  figure.low = figure.high = Decimal(value);
  return figure;
}

Timex DateOf(TimexType type, const std::string& value) {
  Timex date;
  date.type = type;
  date.value = value;
  return date;
}

TEST(Claims, NowADayAndOneAreSmall) {
  EXPECT_EQ(WorthOf(FigureOf(FigureKind::kCardinal, 1)), Worth::kSmall);
  EXPECT_EQ(WorthOf(FigureOf(FigureKind::kCardinal, 2)), Worth::kFigure);
  EXPECT_EQ(WorthOf(FigureOf(FigureKind::kMoney, 1)), Worth::kFigure);
  EXPECT_EQ(WorthOf(FigureOf(FigureKind::kAge, 1)), Worth::kAge);
  EXPECT_EQ(WorthOf(FigureOf(FigureKind::kOrdinal, 1)), Worth::kSuperlative);
  EXPECT_EQ(WorthOf(DateOf(TimexType::kDate, "PRESENT_REF")), Worth::kSmall);
  EXPECT_EQ(WorthOf(DateOf(TimexType::kDuration, "P1D")), Worth::kSmall);
  EXPECT_EQ(WorthOf(DateOf(TimexType::kDuration, "P3D")), Worth::kDate);
  EXPECT_EQ(WorthOf(DateOf(TimexType::kDuration, "PXW")), Worth::kSmall);
  EXPECT_EQ(WorthOf(DateOf(TimexType::kDate, "2026-03-03")), Worth::kDate);
}

TEST(Claims, WhatIsToldTwiceIsAskedOnce) {
  Record record = SampleRecord("a.txt", "Four dockers were hurt. The four dockers were flown out. Nine dockers went home.", "2026-03-03");
  AddFigure(&record, "f1", "Four", 4, "dockers");
  AddFigure(&record, "f2", "four", 4, "dockers");
  AddFigure(&record, "f3", "Nine", 9, "dockers");
  const Asked asked(record);
  ASSERT_EQ(asked.claims.size(), 3u);
  EXPECT_EQ(asked.claims[1].same_as, "f1");
  EXPECT_THAT(asked.claims[0].repeats, ElementsAre("f2"));
  EXPECT_THAT(asked.claims[0].also, ElementsAre(record.figures[1].span));
  const std::vector<Card> cards = CardsOf(asked.claims);
  ASSERT_EQ(cards.size(), 2u);
  EXPECT_EQ(cards[1].sentence.In(record.document.text), "Nine dockers went home.");
}

TEST(Claims, ADurationThatIsAFigureAndATimeIsAskedOnce) {
  Record record = SampleRecord("a.txt", "It burnt for eight hours.", "2026-03-03");
  AddFigure(&record, "f1", "eight hours", 8, "hours");
  Timex& time = record.dates.emplace_back();
  time.id = "d1";
  time.story = 1;
  time.span = record.figures[0].span;
  time.type = TimexType::kDuration;
  time.value = "PT8H";
  const Asked asked(record);
  EXPECT_EQ(CardsOf(asked.claims)[0].asked.size(), 1u);
  EXPECT_TRUE(asked.claims[0].also.empty() && asked.claims[1].also.empty());
}

TEST(Claims, ASayingWithinASayingOfTheSameSpeakerIsAskedOnce) {
  Record record = SampleRecord("a.txt", "Officials said they expect to hold services on Sunday.", "2026-03-03");
  AddStatement(&record, "s1", "they expect to hold services on Sunday", "Officials");
  AddStatement(&record, "s2", "to hold services on Sunday", "Officials");
  record.statements[1].nested_in = "s1";
  EXPECT_EQ(Asked(record).claims[1].same_as, "s1");
  // Another's saying is asked, by way of the one who passes it on.
  record.statements[1].sources[0].name = "the mayor";
  const Asked relayed(record);
  EXPECT_EQ(relayed.claims[0].same_as, "s2");
  EXPECT_EQ(relayed.claims[1].said_by, "Officials > the mayor");
}

// The second number is contradicted elsewhere and the first is not: it is no repeat.
TEST(Claims, AValueThatAnotherArticleTouchesIsAskedAgain) {
  Asked asked(SampleRecord("a.txt", "Four dockers were hurt. The four dockers were flown out.", "2026-03-03"));
  Record& record = asked.sheet.documents[0];
  AddFigure(&record, "f1", "Four", 4, "dockers");
  AddFigure(&record, "f2", "four", 4, "dockers");
  Group group;
  group.id = "g1";
  group.members = {MemberOf(record, "f2", "four", "A"), {"b.txt", "f1", {0, 4}, "Five", "B", ""}};
  asked.sheet.groups.push_back(group);
  const SheetIndex index(asked.sheet);
  for (const Claim& claim : index.ClaimsOf(record, Places(record.document))) EXPECT_EQ(claim.same_as, "") << claim.id;
}

TEST(Claims, ACardIsASentenceWithWhatWantsCheckingMostFirst) {
  const Worksheet sheet = SampleSheet();
  const SheetIndex index(sheet);
  const Record& record = sheet.documents[0];
  const std::vector<Claim> claims = index.ClaimsOf(record, Places(record.document));
  std::vector<std::string> asked;
  for (const Card& card : CardsOf(claims)) {
    std::string ids(card.sentence.In(record.document.text).substr(0, 5));
    for (const Claim* claim : card.asked) StrAppend(&ids, " ", claim->id);
    asked.push_back(ids);
  }
  EXPECT_THAT(asked, ElementsAre("Four  f1 s1", "About f2", "“Bu n1", "Reld  f3"));
}

TEST(Claims, ATitleIsAskedBesideTheNameInItsOwnWords) {
  Record record = SampleRecord("a.txt", "The harbour master, Ada Reld, closed the quay.", "2026-03-03");
  record.names.push_back({.id = "n1", .story = 1, .name = "Ada Reld", .kind = NameKind::kPerson, .role = "harbour master",
                          .gender = Gender::kUnknown, .mentions = {SpanOf(record.document.text, "Ada Reld")}, .rule = ""});
  const Asked asked(record);
  ASSERT_EQ(asked.claims.size(), 2u);
  EXPECT_EQ(asked.claims[0].kind, "title");
  EXPECT_EQ(asked.claims[0].span.In(record.document.text), "harbour master");
  EXPECT_EQ(asked.claims[0].about, "Ada Reld");
  EXPECT_EQ(asked.claims[1].worth, Worth::kName);
}

}  // namespace
}  // namespace crosscheck
