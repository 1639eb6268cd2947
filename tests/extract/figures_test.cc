#include "extract/figures/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Rulebook& Rules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

std::vector<Figure> Figures(const std::string& text) {
  Document document;
  document.id = "a";
  document.text = text;
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  return Extract(std::move(document), Rules()).figures;
}

std::string End(const std::optional<Decimal>& end, bool open) {
  return !end ? "" : open ? "(" + end->ToString() + ")" : end->ToString();
}

// "text: low..high unit" with the modifier where it is not exact.
std::string Show(const std::string& text, const Figure& f) {
  const std::string value =
      f.low && f.high && *f.low == *f.high ? f.low->ToString() : StrCat(End(f.low, f.low_open), "..", End(f.high, f.high_open));
  return StrCat(f.span.In(text), ": ", value, f.unit.empty() ? "" : " ", f.unit, f.modifier == Modifier::kExact ? "" : " ",
                f.modifier == Modifier::kExact ? std::string_view() : JsonName(f.modifier));
}

std::vector<std::string> Shown(const std::string& text) {
  std::vector<std::string> shown;
  for (const Figure& f : Figures(text)) shown.push_back(Show(text, f));
  return shown;
}

// "number counted event/role" for each figure.
std::vector<std::string> Counts(const std::string& text) {
  constexpr std::string_view kRoles[] = {"", "doer", "target"};
  std::vector<std::string> shown;
  for (const Figure& f : Figures(text)) {
    shown.push_back(StrCat(f.span.In(text), " ", f.counted ? f.counted->text : "-", " ", f.event ? f.event->text : "-", "/",
                           kRoles[static_cast<size_t>(f.event_role)]));
  }
  return shown;
}

TEST(FiguresTest, ReadsDigitsAndWordsAsExactDecimals) {
  EXPECT_THAT(Shown("The dam holds 2,795 boats."), ElementsAre("2,795: 2795"));
  EXPECT_THAT(Shown("The dam holds 940 000 boats."), ElementsAre("940 000: 940000"));
  EXPECT_THAT(Shown("Two hundred and forty-two boats sank."), ElementsAre("Two hundred and forty-two: 242"));
  EXPECT_THAT(Shown("One and a half thousand boats sank."), ElementsAre("One and a half thousand: 1500"));
  EXPECT_THAT(Shown("He counted 3 hundred and 21 boats."), ElementsAre("3 hundred and 21: 321"));
  EXPECT_THAT(Shown("The pole is 2 1/2 metres long."), ElementsAre("2 1/2 metres: 2.5 metre"));
  EXPECT_THAT(Shown("The pole is 0.1000000000000000000001 metres long."),
              ElementsAre("0.1000000000000000000001 metres: 0.1000000000000000000001 metre"));
}

TEST(FiguresTest, AttachesBoundsInEveryPosition) {
  EXPECT_THAT(Shown("At least 12 boats sank."), ElementsAre("12: 12.. at_least"));
  EXPECT_THAT(Shown("More than a dozen boats sank."), ElementsAre("a dozen: (12).. more_than"));
  EXPECT_THAT(Shown("They hold as many as 'nine million shells'."), ElementsAre("nine million: ..9000000 at_most"));
  EXPECT_THAT(Shown("Groups of 12 boats or more need a permit."), ElementsAre("12: 12.. at_least"));
  EXPECT_THAT(Shown("The number of wrecks topped 2,200."), ElementsAre("2,200: (2200).. more_than"));
  EXPECT_THAT(Shown("Up to about 40 boats sank."), ElementsAre("40: ..40 at_most"));
  EXPECT_THAT(Shown("More than 100 and fewer than 300 sank."), ElementsAre("100 and fewer than 300: (100)..(300) range"));
}

TEST(FiguresTest, TellsRangesFromChangesAndScores) {
  EXPECT_THAT(Shown("The yard will cut 275 to 350 jobs."), ElementsAre("275 to 350: 275..350 range"));
  EXPECT_THAT(Shown("The loss was $17 million to $19 million."),
              ElementsAre("$17 million to $19 million: 17000000..19000000 USD range"));
  EXPECT_THAT(Shown("The loss was $17-19 million."), ElementsAre("$17-19 million: 17000000..19000000 USD range"));
  EXPECT_THAT(Shown("Snow lay 20cm-40cm deep."), ElementsAre("20cm-40cm: 20..40 centimetre range"));
  EXPECT_THAT(Shown("Shares rose 20% to $35 from $29."), ElementsAre("20%: 20 %", "$35: 35 USD", "$29: 29 USD"));
  EXPECT_THAT(Shown("Velmora beat Ostrel 3-2."), IsEmpty());
  EXPECT_THAT(Shown("The council won a 5-4 vote."), IsEmpty());
}

TEST(FiguresTest, ReadsMoneyByItsOwnCode) {
  EXPECT_THAT(Shown("It cost HK$3bn."), ElementsAre("HK$3bn: 3000000000 HKD"));
  EXPECT_THAT(Shown("It cost 470 pence."), ElementsAre("470 pence: 4.7 GBP"));
  EXPECT_THAT(Shown("It cost 12 dollars and 50 cents."), ElementsAre("12 dollars and 50 cents: 12.5 USD"));
  EXPECT_THAT(Shown("The rate rose 2 percentage points to 7 percent."),
              ElementsAre("2 percentage points: 2 percentage point", "7 percent: 7 %"));
  const std::vector<Figure> open = Figures("It cost $40, or US$40.");
  ASSERT_EQ(open.size(), 2u);
  EXPECT_TRUE(open[0].unit_assumed);
  EXPECT_FALSE(open[1].unit_assumed);
  const std::vector<Figure> rate = Figures("The shares sold for $12.50 apiece.");
  ASSERT_EQ(rate.size(), 1u);
  EXPECT_EQ(rate[0].per, "apiece");
}

TEST(FiguresTest, LinksAConvertedValueToItsOriginal) {
  const std::vector<Figure> figures = Figures("The hut is about 160 km (100 miles) from Ostrel.");
  ASSERT_EQ(figures.size(), 2u);
  EXPECT_EQ(figures[1].same_as, figures[0].id);
  EXPECT_EQ(figures[1].modifier, Modifier::kApprox);
  EXPECT_EQ(figures[1].unit, "mile");
}

TEST(FiguresTest, SaysWhatIsCountedAndWhatHappened) {
  EXPECT_THAT(Counts("Some 36 Ostrel nationals were repatriated."), ElementsAre("36 Ostrel nationals repatriated/target"));
  EXPECT_THAT(Counts("The blast killed 14 and injured 120 people."),
              ElementsAre("14 - killed/target", "120 people injured/target"));
  EXPECT_THAT(Counts("Thirty officers searched the quay."), ElementsAre("Thirty officers searched/doer"));
  EXPECT_THAT(Counts("Dozens of harbour police officers arrived."), ElementsAre("Dozens harbour police officers arrived/doer"));
  EXPECT_THAT(Counts("Six of the 14 wooden boats sank."), ElementsAre("Six wooden boats sank/doer", "14 wooden boats sank/doer"));
  EXPECT_THAT(Counts("A 36-member choir sang."), ElementsAre("36 member -/"));
}

TEST(FiguresTest, MarksAdditionsAndRemainders) {
  const std::vector<Figure> figures = Figures("Another 30 boats sank. All but four boats came back. Two more drowned.");
  ASSERT_EQ(figures.size(), 3u);
  EXPECT_EQ(figures[0].portion, Portion::kAddition);
  EXPECT_EQ(figures[1].portion, Portion::kComplement);
  EXPECT_EQ(figures[2].portion, Portion::kAddition);
}

TEST(FiguresTest, PutsAgesOnTheirPersons) {
  const auto whose = [](const std::string& text) {
    std::vector<std::string> shown;
    for (const Figure& f : Figures(text)) {
      if (f.kind == FigureKind::kAge) shown.push_back(StrCat(f.low->ToString(), " ", f.unit, " ", f.whose ? f.whose->text : "-"));
    }
    return shown;
  };
  EXPECT_THAT(whose("Mira Velt, 48, and Oskar Brandl, 51, were fined."),
              ElementsAre("48 year Mira Velt", "51 year Oskar Brandl"));
  EXPECT_THAT(whose("A 34-year-old woman was fined."), ElementsAre("34 year woman"));
  EXPECT_THAT(whose("The baby is six weeks old."), ElementsAre("6 week baby"));
  EXPECT_THAT(whose("She was 26."), ElementsAre("26 year She"));
  EXPECT_THAT(whose("The club is for boys aged 11."), ElementsAre("11 year boys"));
}

TEST(FiguresTest, ReadsLettersWrittenOnToSums) {
  EXPECT_THAT(Shown("The state will spend N2.3bn."), ElementsAre("N2.3bn: 2300000000 NGN"));
  EXPECT_THAT(Shown("The city will spend P1.2-billion."), ElementsAre("P1.2-billion: 1200000000 PHP"));
  EXPECT_THAT(Shown("A loaf rose from 85p to £1.20."), ElementsAre("85p: 0.85 GBP", "£1.20: 1.2 GBP"));
  EXPECT_THAT(Shown("The firm lost £3million and $4 mil."), ElementsAre("£3million: 3000000 GBP", "$4 mil: 4000000 USD"));
  EXPECT_THAT(Shown("Nurses in N95 masks saw 5G masts."), IsEmpty());
}

TEST(FiguresTest, AddsFeetAndInches) {
  EXPECT_THAT(Shown("He is a 6-foot-4 guard."), ElementsAre("6-foot-4: 76 inch"));
  EXPECT_THAT(Shown("He is five foot six."), ElementsAre("five foot six: 66 inch"));
  EXPECT_THAT(Shown("Six feet of water hit 5 homes."), ElementsAre("Six feet: 6 foot", "5: 5"));
}

TEST(FiguresTest, ReadsAgesOfGroupsListsAndDecades) {
  EXPECT_THAT(Shown("Two men, aged 20 and 25, were held."), ElementsAre("Two: 2", "20: 20 year", "25: 25 year"));
  EXPECT_THAT(Shown("Boys aged 12 to 15 ran."), ElementsAre("12 to 15: 12..15 year range"));
  EXPECT_THAT(Shown("Anyone under 18 is barred."), ElementsAre("18: ..(18) year less_than"));
  EXPECT_THAT(Shown("A woman in her early 30s fled."), ElementsAre("30s: 30..39 year range"));
  EXPECT_THAT(Shown("They met in their 20s."), ElementsAre("20s: 20..29 year range"));
  EXPECT_THAT(Shown("Over 50 boats sank."), ElementsAre("50: (50).. more_than"));
}

TEST(FiguresTest, ReadsDegreesWrittenAsALetter) {
  EXPECT_THAT(Shown("It was 35C in Velmora."), ElementsAre("35C: 35 degree Celsius"));
  EXPECT_THAT(Shown("Temperatures fell to 13F."), ElementsAre("13F: 13 degree Fahrenheit"));
}

TEST(FiguresTest, CountsNobodyAndBoth) {
  EXPECT_THAT(Counts("None of the crew survived."), ElementsAre("None crew survived/doer"));
  EXPECT_THAT(Counts("Nobody was hurt."), ElementsAre("Nobody - hurt/target"));
  EXPECT_THAT(Counts("Nobody knew why."), IsEmpty());
  EXPECT_THAT(Counts("Both women were hurt."), ElementsAre("Both women hurt/target"));
}

TEST(FiguresTest, TakesANumberInBracketsAsTheSame) {
  const std::vector<Figure> figures = Figures("The fire killed fourteen (14) people.");
  ASSERT_EQ(figures.size(), 2u);
  EXPECT_EQ(figures[0].counted->text, "people");
  EXPECT_EQ(figures[1].same_as, figures[0].id);
}

TEST(FiguresTest, LeavesNamesAndAddressesAlone) {
  EXPECT_THAT(Shown("Sections 302 and 34 apply."), IsEmpty());
  EXPECT_THAT(Shown("The bug, CVE-2021-44228, hit a firm[3]."), IsEmpty());
  for (const std::string text :
       {"She boarded Flight 318.", "See Article 5 of the pact.", "Call 555-0199 now.", "My phone number is +49 176 5550 1234.",
        "The host is 10.0.0.1.", "Mail 12345@example.org today.", "It began at 10:35.",
        "She read id 06582887-9123-4064-1234-161260181113.", "The MH17 report came out.", "He lives at 221 Baker Street.",
        "The COVID-19 wave ended.", "No one came, and one of them knew.",
        "He had seat 13C.", "She filed form 13F.", "Police closed the 1000 block of Mill Lane.", "A 911 call came in."}) {
    EXPECT_THAT(Shown(text), IsEmpty()) << text;
  }
}

TEST(FiguresTest, GivesVagueMagnitudesAsIntervals) {
  EXPECT_THAT(Shown("Dozens of boats sank."), ElementsAre("Dozens: 24..99 vague"));
  EXPECT_THAT(Shown("Tens of thousands of boats sank."), ElementsAre("Tens of thousands: 20000..99999 vague"));
  EXPECT_THAT(Shown("Several hundred boats sank."), ElementsAre("Several hundred: 200..999 vague"));
  EXPECT_THAT(Shown("There were no casualties."), ElementsAre("no: 0"));
}

TEST(FiguresTest, HugeRunsOfDigitsAreNoFigureAndNoBurden) {
  EXPECT_THAT(Shown("The string " + std::string(1000000, '7') + " ends."), IsEmpty());
  std::string numbers;
  for (int i = 0; i < 20000; ++i) numbers += "12 ";
  EXPECT_LT(Figures(numbers).size(), 20001u);
}

}  // namespace
}  // namespace crosscheck
