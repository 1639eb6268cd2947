#include "extract/statements/statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Record Read(std::string text, const std::string& published = "") {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  Document document;
  document.text = std::move(text);
  if (const auto day = ParseIsoDay(published)) document.published = Published{{*day, *day}, "test"};
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  return Extract(std::move(document), rules);
}

// "[source > source] content ... content", with what is out of the ordinary in front.
std::string Show(const Record& record, const Statement& s) {
  std::string out;
  if (!s.nested_in.empty()) StrAppend(&out, "nested ");
  if (s.carried) StrAppend(&out, "carried ");
  if (s.polarity != Polarity::kAsserted) StrAppend(&out, s.polarity == Polarity::kDenied ? "denied " : "declined ");
  if (!s.speech) StrAppend(&out, "belief ");
  std::vector<std::string> sources;
  for (const Source& source : s.sources) sources.push_back(source.text);
  std::vector<std::string> parts;
  for (const Span part : s.content) parts.emplace_back(part.In(record.document.text));
  return StrCat(out, "[", Join(sources, " > "), "] ", Join(parts, " ... "));
}

std::vector<std::string> Shown(const std::string& text) {
  const Record record = Read(text);
  std::vector<std::string> out;
  for (const Statement& s : record.statements) out.push_back(Show(record, s));
  return out;
}

TEST(StatementsTest, FiveOrders) {
  EXPECT_THAT(Shown("Ada Brook said the bridge was safe."), ElementsAre("[Ada Brook] the bridge was safe"));
  EXPECT_THAT(Shown("\"The bridge is safe,\" Brook said."), ElementsAre("[Brook] \"The bridge is safe,\""));
  EXPECT_THAT(Shown("\"The bridge is safe,\" said Brook, the mayor."), ElementsAre("[Brook, the mayor] \"The bridge is safe,\""));
  EXPECT_THAT(Shown("\"The bridge is safe,\" Brook said. \"We looked at it.\""),
              ElementsAre("[Brook] \"The bridge is safe,\" ... \"We looked at it.\""));
  EXPECT_THAT(Shown("Less clear, she said, is what the bridge will cost."),
              ElementsAre("[she] Less clear ... is what the bridge will cost"));
}

TEST(StatementsTest, ContentEndsWhereTheNarratorGoesOn) {
  EXPECT_THAT(Shown("Noting the cost, Roe said the bridge would stay shut."),
              ElementsAre("[Roe] the cost", "[Roe] the bridge would stay shut"));
  EXPECT_THAT(Shown("Roe, who said the plan was sound, left the room."), ElementsAre("[who] the plan was sound"));
  EXPECT_THAT(Shown("Roe denied arms deals, but vowed to deepen the work."),
              ElementsAre("denied [Roe] arms deals", "[Roe] to deepen the work"));
  EXPECT_THAT(Shown("Roe criticized the plan at a town hall meeting on Monday."), ElementsAre("[Roe] the plan"));
  EXPECT_THAT(Shown("Roe said the firm was sound, and Poe left the room."), ElementsAre("[Roe] the firm was sound"));
  EXPECT_THAT(Shown("The bridge fell; his death, they reported, was an accident."),
              ElementsAre("[they] his death ... was an accident"));
}

TEST(StatementsTest, CuesWithoutAnOwnSubjectTakeThatOfTheirClause) {
  EXPECT_THAT(Shown("Roe posted a message blaming the bank for the loss."), ElementsAre("[Roe] the bank for the loss"));
  EXPECT_THAT(Shown("The mayor, who had met the men who own it, left early and said the bridge was safe."),
              ElementsAre("[The mayor] the bridge was safe"));
  EXPECT_THAT(Shown("\"We will stay,\" said Roe, suggesting that the plan was old."),
              ElementsAre("[Roe] \"We will stay,\"", "[Roe] that the plan was old"));
}

TEST(StatementsTest, TagsPartAClause) {
  EXPECT_THAT(Shown("Loyalty, Roe noted, has long been a virtue."), ElementsAre("[Roe] Loyalty ... has long been a virtue"));
  EXPECT_THAT(Shown("Half of the money came in May, new tax reports show."),
              ElementsAre("[new tax reports] Half of the money came in May"));
}

TEST(StatementsTest, QuestionsPassivesAndRelatives) {
  EXPECT_THAT(Shown("Asked by Poe if the bridge fell, Roe said no more than that."),
              ElementsAre("[Poe] if the bridge fell", "[Roe] no more than that"));
  EXPECT_THAT(Shown("The plan was criticized by two unions for its cost."),
              ElementsAre("[two unions] The plan ... for its cost"));
  EXPECT_THAT(Shown("The law, which Roe described as old, will go."), ElementsAre("[Roe] which ... as old"));
  EXPECT_THAT(Shown("As reported by the Orlby Courier, the bridge fell last year."),
              ElementsAre("[the Orlby Courier] the bridge fell last year"));
}

TEST(StatementsTest, ListenersMayLiveInPlaces) {
  EXPECT_THAT(Shown("Roe told a crowd in Salem, Ohio, that the bridge was safe."), ElementsAre("[Roe] that the bridge was safe"));
}

TEST(StatementsTest, QuotationsBelowTheirCueAndBeforeTheirTag) {
  EXPECT_THAT(Shown("Roe said:\n\n\"The bridge is safe.\""), ElementsAre("[Roe] \"The bridge is safe.\""));
  EXPECT_THAT(Shown("\"It was big,\" Poe said.\n\n\"It takes a lot to stop me. It was an odd thing to know,\" Roe said."),
              ElementsAre("[Poe] \"It was big,\"", "[Roe] \"It takes a lot to stop me. It was an odd thing to know,\""));
}

TEST(StatementsTest, SourcesThroughAppositions) {
  EXPECT_THAT(Shown("Ada Brook, the mayor of Dunholm, said the bridge was safe."),
              ElementsAre("[Ada Brook] the bridge was safe"));
  EXPECT_THAT(Shown("Officials in Dunholm have repeatedly said the bridge is safe."),
              ElementsAre("[Officials in Dunholm] the bridge is safe"));
}

TEST(StatementsTest, ChainsNameTheCarrierFirst) {
  EXPECT_THAT(Shown("\"We will build it,\" Brook added, according to the Dunholm Gazette."),
              ElementsAre("[the Dunholm Gazette > Brook] \"We will build it,\""));
  EXPECT_THAT(Shown("\"We will build it,\" Brook wrote in a letter carried by the Dunholm Gazette."),
              ElementsAre("[the Dunholm Gazette > Brook] \"We will build it,\""));
}

TEST(StatementsTest, ChainsThroughWhatCarriesTheWords) {
  EXPECT_THAT(Shown("Minister Oren Talvik issued a statement via state media accusing Dunholm of theft."),
              ElementsAre("[state media > Minister Oren Talvik] Dunholm of theft"));
  EXPECT_THAT(
      Shown("Their nets are \"as good as ours,\" Talvik wrote in a note to Brook carried in the Dunholm Gazette Wednesday."),
      ElementsAre("[the Dunholm Gazette > Talvik] Their nets are \"as good as ours,\""));
  EXPECT_THAT(Shown("In a statement released by his lawyer, Talvik said the dam was safe."),
              ElementsAre("[his lawyer > Talvik] the dam was safe"));
  EXPECT_THAT(Shown("Talvik's office said in a statement posted on Facebook that the dam was safe."),
              ElementsAre("[Talvik's office] that the dam was safe"));
  EXPECT_THAT(Shown("Talvik said through a spokesman that the dam was safe."),
              ElementsAre("[a spokesman > Talvik] that the dam was safe"));
}

TEST(StatementsTest, CitedSourcesAreNested) {
  const auto cited = ElementsAre("[the Gazette] that the dam broke", "nested [the Gazette > two officials] that the dam broke");
  EXPECT_THAT(Shown("On Monday the Gazette reported that the dam broke, citing two officials."), cited);
  EXPECT_THAT(Shown("Then the Gazette, citing two officials, reported that the dam broke."), cited);
  EXPECT_THAT(Shown("Citing two officials, the Gazette reported that the dam broke."), cited);
  EXPECT_THAT(Shown("The Gazette cited Mara Dell, chief of the water board, as saying the dam broke."),
              ElementsAre("[The Gazette] Mara Dell, chief of the water board, as saying the dam broke",
                          "nested [Mara Dell, chief of the water board] the dam broke"));
  EXPECT_THAT(Shown("\"The dam broke,\" Dell was quoted as saying by the Gazette."),
              ElementsAre("[the Gazette > Dell] \"The dam broke,\""));
}

TEST(StatementsTest, OuterTagHoldsTheInnerStatement) {
  EXPECT_THAT(Shown("Brook said the bridge was safe, the Dunholm council said."),
              ElementsAre("[the Dunholm council] Brook said the bridge was safe", "nested [Brook] the bridge was safe"));
}

TEST(StatementsTest, NestingHasNoCircles) {
  const Record record = Read(
      "Last month, Brook sought to sell the yard, worth a reported $2 million, after she was fired, the Gazette reported.\n"
      "Brook said Hill told reporters that Marsh believes the dam, which Poe said was old, may break, Roe added.");
  for (const Statement& s : record.statements) {
    std::string at = s.nested_in;
    for (int depth = 0; !at.empty(); ++depth) {
      ASSERT_LT(depth, 10) << s.id;
      const auto outer =
          std::find_if(record.statements.begin(), record.statements.end(), [&](const Statement& o) { return o.id == at; });
      ASSERT_NE(outer, record.statements.end());
      at = outer->nested_in;
    }
  }
}

TEST(StatementsTest, Polarity) {
  EXPECT_THAT(Shown("Dunholm and Marsh deny allegations of fish sales."),
              ElementsAre("denied [Dunholm and Marsh] allegations of fish sales"));
  EXPECT_THAT(Shown("The firm has repeatedly denied this."), ElementsAre("denied [The firm] this"));
  EXPECT_THAT(Shown("The firm declined to comment."), ElementsAre("declined [The firm] to comment"));
  EXPECT_THAT(Shown("The firm did not elaborate."), ElementsAre("declined [The firm] elaborate"));
  EXPECT_THAT(Shown("The firm could not be reached for comment."), ElementsAre("declined [The firm] for comment"));
  EXPECT_THAT(Shown("The firm said the allegations were fake."), ElementsAre("denied [The firm] the allegations were fake"));
}

TEST(StatementsTest, SilencesWithoutAVerbOfSaying) {
  EXPECT_THAT(Shown("The agency offered no further comment."), ElementsAre("declined [The agency] no further comment"));
  EXPECT_THAT(Shown("The letter specified no date."), ElementsAre("declined [The letter] no date"));
  EXPECT_THAT(Shown("The firm did not respond to a request for comment."),
              ElementsAre("declined [The firm] a request for comment"));
  EXPECT_THAT(Shown("Brook refused to say who paid."), ElementsAre("declined [Brook] to say who paid"));
  EXPECT_THAT(Shown("The firm neither confirmed nor denied the sale."), ElementsAre("declined [The firm] the sale"));
  EXPECT_THAT(Shown("The firm announced no losses."), ElementsAre("[The firm] no losses"));
  EXPECT_THAT(Shown("No one said a word."), IsEmpty());
}

TEST(StatementsTest, TurnsOfATranscript) {
  EXPECT_THAT(Shown("MARLOW: Is the dam safe?\n\nBROOK: It is. The council said so.\n\nMARLOW: Good."),
              ElementsAre("[MARLOW] Is the dam safe?", "[BROOK] It is. The council said so.", "nested [The council] so",
                          "[MARLOW] Good."));
  EXPECT_THAT(Shown("WHAT: Harbour fair\n\nWHERE: Dunholm quay"), IsEmpty());
}

TEST(StatementsTest, SignedQuotations) {
  EXPECT_THAT(Shown("\"The bridge is safe. We looked at it.\" \xE2\x80\x94 Ada Brook, mayor"),
              ElementsAre("[Ada Brook, mayor] \"The bridge is safe. We looked at it.\""));
  EXPECT_THAT(Shown("Marsh said it was old.\n\n\"We looked at every single bolt of it.\"\n\n- Ada Brook, mayor"),
              ElementsAre("[Marsh] it was old", "[Ada Brook, mayor] \"We looked at every single bolt of it.\""));
}

TEST(StatementsTest, WhatNobodySaidIsNoStatement) {
  EXPECT_THAT(Shown("If elected, the firm would have denied the charge."), IsEmpty());
  EXPECT_THAT(Shown("Brook could say that the bridge is safe."), IsEmpty());
  EXPECT_THAT(Shown("Drones attacked the port."), IsEmpty());
  EXPECT_THAT(Shown("Several alleged accomplices left."), IsEmpty());
  EXPECT_THAT(Shown("The firm read reports that include spending."), IsEmpty());
}

TEST(StatementsTest, SpeakerIsCarriedToTheNextParagraph) {
  EXPECT_THAT(Shown("\"The bridge is safe,\" Brook said.\n\"We looked at every single bolt of it.\""),
              ElementsAre("[Brook] \"The bridge is safe,\"", "carried [Brook] \"We looked at every single bolt of it.\""));
}

TEST(StatementsTest, DayOfSaying) {
  const Record record = Read("Brook said on Monday that the bridge was safe.", "2023-05-03");  // a Wednesday
  ASSERT_EQ(record.statements.size(), 1u);
  ASSERT_TRUE(record.statements[0].said_on.has_value());
  EXPECT_EQ(FormatIsoDay(*record.statements[0].said_on->from), "2023-05-01");
}

TEST(StatementsTest, DayOfSayingInTheOpeningWords) {
  const Record record = Read("In a speech in Dunholm on Monday, Brook said the bridge was safe.", "2023-05-03");
  ASSERT_EQ(record.statements.size(), 1u);
  ASSERT_TRUE(record.statements[0].said_on.has_value());
  EXPECT_EQ(FormatIsoDay(*record.statements[0].said_on->from), "2023-05-01");
}

TEST(StatementsTest, ConfidenceIsAShare) {
  for (const Statement& s :
       Read("Brook, calling it a mess, reportedly vowed to go, and her claim that it fell was denied.").statements) {
    EXPECT_GT(s.confidence, 0);
    EXPECT_LT(s.confidence, 1);
    EXPECT_FALSE(s.content.empty());
  }
}

TEST(StatementsTest, LongSentencesAndStrayMarksNeverFail) {
  std::string text = "Brook said";
  for (int i = 0; i < 3000; ++i) text += " that \"the' bridge, Hill said, according to";
  EXPECT_NO_FATAL_FAILURE(Read(text));
}

}  // namespace
}  // namespace crosscheck
