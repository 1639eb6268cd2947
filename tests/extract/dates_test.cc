// What the dates of a story say and which days they take.
#include "extract/dates/dates.h"

#include <gtest/gtest.h>

#include "base/days.h"
#include "base/json.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "extract/dates/holidays.h"
#include "extract/statements/quotes.h"
#include "extract/text_view.h"
#include "extract/dates/timex_value.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const Rulebook rules = *Rulebook::Load({});
  return rules;
}

Document Story(std::string text, std::string_view published) {
  Document document;
  document.text = std::move(text);
  if (const auto day = ParseIsoDay(published)) document.published = Published{OneDay(*day), "test"};
  crosscheck::Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(std::move(story));
  return document;
}

std::string Shown(const Document& document, const Timex& t) {
  const auto end = [](const std::optional<Day>& day) { return day ? FormatIsoDay(*day) : std::string("?"); };
  std::string out = StrCat(t.span.In(document.text), " = ", JsonName(t.type), " ", t.value);
  if (t.mod != TimexMod::kNone) StrAppend(&out, " ", JsonName(t.mod));
  if (t.days.from || t.days.until) StrAppend(&out, " [", end(t.days.from), " ", end(t.days.until), "]");
  if (!t.zone.empty()) StrAppend(&out, " ", t.zone);
  return out;
}

// All dates of a text, one a line. 2021-06-16 is a Wednesday.
std::string Dates(const std::string& text, std::string_view published = "2021-06-16") {
  const Document document = Story(text, published);
  TextView view = MakeTextView(document, Rules().tables());
  const QuoteMap quotes = FindQuotes(view);
  std::string out;
  for (const Timex& timex : FindDates(&view, quotes)) StrAppend(&out, out.empty() ? "" : "\n", Shown(document, timex));
  return out;
}

TEST(Dates, WithoutAPublicationDayRelativeDatesStayOpen) {
  EXPECT_EQ(Dates("The ferry left Friday.", ""), "Friday = DATE XXXX-WXX-5");
  EXPECT_EQ(Dates("The ferry left on 12 April.", ""), "12 April = DATE XXXX-04-12");
  EXPECT_EQ(Dates("The ferry left yesterday.", ""), "yesterday = DATE XXXX-XX-XX");
  EXPECT_EQ(Dates("The ferry left last week.", ""), "last week = DATE XXXX-WXX");
  EXPECT_EQ(Dates("Fares rose in the third quarter.", ""), "the third quarter = DATE XXXX-Q3");
  EXPECT_EQ(Dates("The ferry left on 12 April 2019.", ""), "12 April 2019 = DATE 2019-04-12 [2019-04-12 2019-04-12]");
}

TEST(Dates, TenseDecidesABareWeekday) {
  EXPECT_EQ(Dates("The ferry left Friday."), "Friday = DATE 2021-06-11 [2021-06-11 2021-06-11]");
  EXPECT_EQ(Dates("The ferry will leave Friday."), "Friday = DATE 2021-06-18 [2021-06-18 2021-06-18]");
  EXPECT_EQ(Dates("On Friday the ferry is to leave for Tarn."), "Friday = DATE 2021-06-18 [2021-06-18 2021-06-18]");
  EXPECT_EQ(Dates("The council said Monday it will sell the ferry."), "Monday = DATE 2021-06-14 [2021-06-14 2021-06-14]");
  EXPECT_EQ(Dates("The mayor resigned Wednesday."), "Wednesday = DATE 2021-06-16 [2021-06-16 2021-06-16]");
}

TEST(Dates, TenseDecidesABareMonth) {
  EXPECT_EQ(Dates("The mill shut in December."), "December = DATE 2020-12 [2020-12-01 2020-12-31]");
  EXPECT_EQ(Dates("The mill is due to open in December."), "December = DATE 2021-12 [2021-12-01 2021-12-31]");
}

TEST(Dates, AnAuxiliaryDecidesTheParticiple) {
  EXPECT_EQ(Dates("The report will be published in December."), "December = DATE 2021-12 [2021-12-01 2021-12-31]");
  EXPECT_EQ(Dates("The storm may have killed two sailors on Friday."), "Friday = DATE 2021-06-11 [2021-06-11 2021-06-11]");
}

TEST(Dates, PartsOfOneDateAreOneExpression) {
  EXPECT_EQ(Dates("It opens at 9 a.m. on Tuesday, June 22, 2021."),
            "9 a.m. on Tuesday, June 22, 2021 = TIME 2021-06-22T09:00 [2021-06-22 2021-06-22]");
  EXPECT_EQ(Dates("Snow fell early last year."), "early last year = DATE 2020 START [2020-01-01 2020-12-31]");
  EXPECT_EQ(Dates("Snow fell in the winter of 2018."), "the winter of 2018 = DATE 2018-WI [2017-12-01 2019-03-20]");
  EXPECT_EQ(Dates("It shut in June last year."), "June last year = DATE 2020-06 [2020-06-01 2020-06-30]");
  EXPECT_EQ(Dates("Sales fell in this year's second quarter."),
            "this year's second quarter = DATE 2021-Q2 [2021-04-01 2021-06-30]");
}

TEST(Dates, BoundsOpenOneEnd) {
  EXPECT_EQ(Dates("The mill has stood idle since 2014."), "2014 = DATE 2014 AFTER [2014-01-01 ?]");
  EXPECT_EQ(Dates("The mill must shut by 30 June."), "30 June = DATE 2021-06-30 BEFORE [? 2021-06-30]");
  EXPECT_EQ(Dates("The mill opened before 2014."), "2014 = DATE 2014 BEFORE [? 2013-12-31]");
}

TEST(Dates, RangesTakeAllTheirDays) {
  EXPECT_EQ(Dates("The fair runs June 18-19."), "June 18-19 = DATE 2021-06-18/2021-06-19 [2021-06-18 2021-06-19]");
  EXPECT_EQ(Dates("He sat from 1961 to 1974."),
            "1961 = DATE 1961 [1961-01-01 1961-12-31]\n1974 = DATE 1974 [1974-01-01 1974-12-31]");
}

TEST(Dates, TheDateToldBeforeAnchorsTheNext) {
  EXPECT_EQ(Dates("The bank failed on 5 May. The following day the mint shut."),
            "5 May = DATE 2021-05-05 [2021-05-05 2021-05-05]\nThe following day = DATE 2021-05-06 [2021-05-06 2021-05-06]");
  EXPECT_EQ(Dates("Profit rose in the first quarter from a year earlier."),
            "the first quarter = DATE 2021-Q1 [2021-01-01 2021-03-31]\na year earlier = DATE 2020-Q1 [2020-01-01 2020-03-31]");
}

TEST(Dates, InsideAQuotationTheDayOfSpeakingCounts) {
  EXPECT_EQ(Dates("\"I resigned yesterday,\" Ms Orla Venn said on Monday."),
            "yesterday = DATE 2021-06-13 [2021-06-13 2021-06-13]\nMonday = DATE 2021-06-14 [2021-06-14 2021-06-14]");
  EXPECT_EQ(Dates("On Monday Ms Orla Venn said: \"I resigned yesterday.\""),
            "Monday = DATE 2021-06-14 [2021-06-14 2021-06-14]\nyesterday = DATE 2021-06-13 [2021-06-13 2021-06-13]");
}

TEST(Dates, ClockTimesKeepTheirZone) {
  EXPECT_EQ(Dates("The quake struck at 4:05 p.m. EST Monday."),
            "4:05 p.m. EST Monday = TIME 2021-06-14T16:05 [2021-06-14 2021-06-14] -05:00");
  EXPECT_EQ(Dates("The quake struck on Monday at 1500 GMT."),
            "Monday = DATE 2021-06-14 [2021-06-14 2021-06-14]\n1500 GMT = TIME 2021-06-14T15:00 [2021-06-14 2021-06-14] +00:00");
  EXPECT_EQ(Dates("The quake struck at 2.15pm."), "2.15pm = TIME 2021-06-16T14:15 [2021-06-16 2021-06-16]");
}

TEST(Dates, AnHourBeforeOrAfterWhichSomethingHappensIsOnItsDay) {
  EXPECT_EQ(Dates("The dam burst shortly before 3pm on Monday."),
            "3pm on Monday = TIME 2021-06-14T15:00 BEFORE [2021-06-14 2021-06-14]");
  EXPECT_EQ(Dates("The dam burst just after midnight on Sunday."),
            "midnight on Sunday = TIME 2021-06-13T00:00 AFTER [2021-06-13 2021-06-13]");
  EXPECT_EQ(Dates("The dam burst at about 4am."), "4am = TIME 2021-06-16T04:00 APPROX [2021-06-16 2021-06-16]");
  EXPECT_EQ(Dates("The dance went on until 3am on Sunday."), "3am on Sunday = TIME 2021-06-13T03:00 BEFORE [? 2021-06-13]");
}

TEST(Dates, HoursInWordsAndWithoutTheirHalfOfTheDay) {
  const std::pair<const char*, const char*> table[] = {
      {"It rang at half past five.", "half past five = TIME 2021-06-16T17:30"},
      {"It rang at a quarter to twelve last night.", "a quarter to twelve last night = TIME 2021-06-15T23:45"},
      {"It rang at ten to nine.", "ten to nine = TIME 2021-06-16T08:50"},
      {"It rang at two o'clock in the morning.", "two o'clock in the morning = TIME 2021-06-16T02:00"},
      {"It rang at 9 tomorrow morning.", "9 tomorrow morning = TIME 2021-06-17T09:00"},
      {"It rang last night at about 9.", "last night at about 9 = TIME 2021-06-15T21:00"},
      {"It rang at 2am last night.", "2am last night = TIME 2021-06-16T02:00"},
      {"It rang at 0530hrs.", "0530hrs = TIME 2021-06-16T05:30"},
      {"It rang at 6:30 p.m on Monday.", "6:30 p.m on Monday = TIME 2021-06-14T18:30"}};
  for (const auto& [text, start] : table) EXPECT_TRUE(Dates(text).starts_with(start)) << Dates(text);
}

TEST(Dates, ListsAndRangesShareADayAMonthOrAYear) {
  EXPECT_EQ(Dates("It was shut 5-6pm on Monday."),
            "5 = TIME 2021-06-14T17:00 [2021-06-14 2021-06-14]\n6pm on Monday = TIME 2021-06-14T18:00 [2021-06-14 2021-06-14]");
  EXPECT_EQ(Dates("It was shut from 10 to 2pm."),
            "10 = TIME 2021-06-16T10:00 [2021-06-16 2021-06-16]\n2pm = TIME 2021-06-16T14:00 [2021-06-16 2021-06-16]");
  EXPECT_EQ(Dates("It was held on May 4, 5 and 7."),
            "May 4 = DATE 2021-05-04 [2021-05-04 2021-05-04]\n5 = DATE 2021-05-05 [2021-05-05 2021-05-05]\n"
            "7 = DATE 2021-05-07 [2021-05-07 2021-05-07]");
  EXPECT_EQ(Dates("It was on Monday 3 and Tuesday 4 May."),
            "Monday 3 = DATE 2021-05-03 [2021-05-03 2021-05-03]\nTuesday 4 May = DATE 2021-05-04 [2021-05-04 2021-05-04]");
  EXPECT_EQ(Dates("It shut between November and January 2019."),
            "November = DATE 2018-11 [2018-11-01 2018-11-30]\nJanuary 2019 = DATE 2019-01 [2019-01-01 2019-01-31]");
  EXPECT_EQ(Dates("On May 4, 5 people left."), "May 4 = DATE 2021-05-04 [2021-05-04 2021-05-04]");
}

TEST(Dates, DaysAndWeeksInsideALongerTime) {
  EXPECT_EQ(Dates("It opened on the first Monday in May 2019."),
            "the first Monday in May 2019 = DATE 2019-05-06 [2019-05-06 2019-05-06]");
  EXPECT_EQ(Dates("It opens on the last Friday of next month."),
            "the last Friday of next month = DATE 2021-07-30 [2021-07-30 2021-07-30]");
  EXPECT_EQ(Dates("It was in the last week of February 2024."),
            "the last week of February 2024 = DATE 2024-W09 [2024-02-26 2024-02-29]");
  EXPECT_EQ(Dates("It was in the week of May 5."), "the week of May 5 = DATE 2021-W18 [2021-05-03 2021-05-09]");
  EXPECT_EQ(Dates("It will open two weeks from Tuesday."), "two weeks from Tuesday = DATE 2021-07-06 [2021-07-06 2021-07-06]");
  EXPECT_EQ(Dates("It shut for two weeks from 2 May."),
            "two weeks = DURATION P2W\n2 May = DATE 2021-05-02 [2021-05-02 2021-05-02]");
}

TEST(Dates, ThePresentTellsWhatIsPlanned) {
  const std::pair<const char*, const char*> table[] = {
      {"The trial starts on Friday.", "2021-06-18"},      {"Talks resume on Friday.", "2021-06-18"},
      {"He is due in court on Friday.", "2021-06-18"},    {"The road will shut on Friday.", "2021-06-18"},
      {"She is meeting him on Friday.", "2021-06-18"},    {"He faces charges over a crash on Friday.", "2021-06-11"},
      {"He won more votes on Friday.", "2021-06-11"},     {"The council votes on Friday.", "2021-06-18"},
      {"He was due in court on Friday.", "2021-06-11"},   {"The firm cut jobs on Friday.", "2021-06-11"}};
  for (const auto& [text, day] : table) {
    const std::string found = Dates(text);
    EXPECT_NE(found.find(day), std::string::npos) << text << " " << found;
  }
}

TEST(Dates, DurationsAndSets) {
  EXPECT_EQ(Dates("A three-month class."), "three-month = DURATION P3M");
  EXPECT_EQ(Dates("They waited 2 1/2 years."), "2 1/2 years = DURATION P2Y6M");
  EXPECT_EQ(Dates("She has run the mill for three years."), "three years = DURATION P3Y [2018-06-16 2021-06-16]");
  EXPECT_EQ(Dates("The fund pays $3 million a year."), "a year = SET P1Y");
  EXPECT_EQ(Dates("The boat sails every Friday."), "every Friday = SET XXXX-WXX-5");
}

TEST(Dates, LookAlikesAreNoDates) {
  for (const char* text :
       {"The second test failed.", "They may march on the bank.", "Spring water sells well.", "Ms May Tolland spoke.",
        "A 6-year-old boy.", "He plays in the film High Noon.", "The vote was 12-10.", "Seats 19-99 are taken.",
        "The 2019-model pump broke.", "He scored in the first half.", "Jan Novak and Mar Silva won.",
        "A man in his early 20s left.",
        "The over-50s left.", "He ran it in 2:05:30.", "She read John 3:16 aloud.", "The flaw CVE-2017-5753 was found.",
        "Two thousand and eight boats sank.", "They split by ten to nine."}) {
    EXPECT_EQ(Dates(text), "") << text;
  }
}

TEST(Dates, PlainDurationsLeaveTheirTokensToFigures) {
  const Document document = Story("The class takes 90 days from 3 May.", "2021-06-16");
  TextView view = MakeTextView(document, Rules().tables());
  const QuoteMap quotes = FindQuotes(view);
  ASSERT_EQ(FindDates(&view, quotes).size(), 2u);
  std::string owners;
  for (const Owner owner : view.owner) owners += owner == Owner::kDate ? 'd' : '.';
  EXPECT_EQ(owners, "......dd.");
}

TEST(Dates, EachStoryHasItsOwnDay) {
  Document document = Story("It opened yesterday.\nIt shut yesterday.", "2021-06-16");
  document.stories[0].span = document.stories[0].segments[0].span = {0, 20};
  crosscheck::Story second = document.stories[0];
  second.id = 2;
  second.span = second.segments[0].span = {21, 39};
  second.published = Published{OneDay(*MakeDay(2019, 1, 10)), "test"};
  document.stories.push_back(second);
  TextView view = MakeTextView(document, Rules().tables());
  const std::vector<Timex> dates = FindDates(&view, FindQuotes(view));
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(dates[0].value, "2021-06-15");
  EXPECT_EQ(dates[1].value, "2019-01-09");
  EXPECT_EQ(dates[1].story, 2);
}

// The work grows with the text, not faster: a long run of date words is read without a blow-up, and every one is found.
TEST(Dates, LongRunsOfDateWordsAreAllFound) {
  constexpr int kCount = 100000;
  std::string text;
  for (int i = 0; i < kCount; ++i) text += "Friday ";
  const Document document = Story(text, "2021-06-16");
  TextView view = MakeTextView(document, Rules().tables());
  EXPECT_EQ(FindDates(&view, FindQuotes(view)).size(), static_cast<size_t>(kCount));
}

TEST(Holidays, EasterFallsAsThePublishedTablesSay) {
  const std::pair<int, const char*> table[] = {{1818, "1818-03-22"}, {1943, "1943-04-25"}, {1961, "1961-04-02"},
                                               {2000, "2000-04-23"}, {2008, "2008-03-23"}, {2019, "2019-04-21"},
                                               {2024, "2024-03-31"}, {2038, "2038-04-25"}};
  for (const auto& [year, day] : table) EXPECT_EQ(FormatIsoDay(*EasterSunday(year)), day);
  for (int year = 1583; year <= 4000; ++year) {
    const Day easter = *EasterSunday(year);
    ASSERT_EQ(IsoWeekday(easter), 7) << year;
    ASSERT_GE(easter, *MakeDay(year, 3, 22));
    ASSERT_LE(easter, *MakeDay(year, 4, 25));
  }
  EXPECT_EQ(EasterSunday(1500), std::nullopt);
}

TEST(TimexValue, SpansHoldTheirDayAndTileTheCalendar) {
  const CalendarTable& table = Rules().tables().calendar;
  for (const TimeUnit unit : {TimeUnit::kDay, TimeUnit::kWeek, TimeUnit::kMonth, TimeUnit::kQuarter, TimeUnit::kHalf,
                              TimeUnit::kYear, TimeUnit::kDecade, TimeUnit::kCentury}) {
    for (Day day = *MakeDay(1890, 1, 1); day < *MakeDay(2030, 1, 1); day += std::chrono::days(11)) {
      const CalendarSpan span = SpanAround(unit, day);
      const DayRange range = DaysOf(table, span);
      ASSERT_LE(*range.from, day);
      ASSERT_GE(*range.until, day);
      ASSERT_EQ(*DaysOf(table, Shifted(table, span, 1)).from, *range.until + std::chrono::days(1));
      ASSERT_EQ(Shifted(table, Shifted(table, span, 5), -5).first, span.first);
    }
  }
}

TEST(TimexValue, TheLastYearEndsTheCalendar) {
  const CalendarTable& table = Rules().tables().calendar;
  for (const TimeUnit unit : {TimeUnit::kDay, TimeUnit::kWeek, TimeUnit::kMonth, TimeUnit::kQuarter, TimeUnit::kHalf,
                              TimeUnit::kYear, TimeUnit::kDecade, TimeUnit::kCentury}) {
    for (int month = 1; month <= 12; ++month) {
      const DayRange range = DaysOf(table, Shifted(table, SpanAround(unit, *MakeDay(9999, static_cast<unsigned>(month), 3)), 1));
      ASSERT_LE(*range.from, *range.until) << month;
    }
  }
}

TEST(TimexValue, FractionsAreNeverRounded) {
  EXPECT_EQ(DurationValue({5, 1, 2, false}, TimeUnit::kHour), "PT5H30M");
  EXPECT_EQ(DurationValue({1, 1, 2, false}, TimeUnit::kDecade), "P15Y");
  EXPECT_EQ(DurationValue({2, 1, 2, false}, TimeUnit::kMonth), "P2.5M");
  EXPECT_EQ(DurationValue({1, 1, 3, false}, TimeUnit::kWeek), "PXW");
  EXPECT_EQ(DurationValue({0, 0, 1, true}, TimeUnit::kDay), "PXD");
}

}  // namespace
}  // namespace crosscheck
