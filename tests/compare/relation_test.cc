// How it works: a cell is two values as an article would write them, what is known of both, and the relation wanted. Values are
// written in a few signs: "~12" about, "nearly 12", ">=12", ">12", "<=12", "<12", "12..15", "?24" (dozens), a unit behind a blank;
// days as "2031-05-04", "2031-05-04..2031-05-10", "2031-05-04.." (since), hours as "T09:41", "~T09:41". Facts of one side begin
// with "a:" or "b:". Each cell runs in both directions.
#include "compare/judge/relation.h"

#include <gtest/gtest.h>

#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

using enum ClaimType;
constexpr Relation kSame = Relation::kAgree;
constexpr Relation kFits = Relation::kCompatible;
constexpr Relation kLater = Relation::kSuperseded;
constexpr Relation kDiffers = Relation::kDiffer;

struct Cell {
  std::string_view name;
  ClaimType type;
  std::string_view a;
  std::string_view b;
  std::string_view facts;
  Relation relation;
  std::string_view reason;
  bool minor = false;
};

const RuleTables& Tables() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules.tables();
}

bool Take(std::string_view* text, std::string_view sign) {
  if (!text->starts_with(sign)) return false;
  text->remove_prefix(sign.size());
  return true;
}

bool IsDay(ClaimType type) { return type == kDate; }

std::optional<ClaimValue> DaysAs(std::string_view text) {
  const size_t dots = text.find("..");
  if (dots == std::string_view::npos) return ValueOfDays({ParseIsoDay(text), ParseIsoDay(text)});
  return ValueOfDays({ParseIsoDay(text.substr(0, dots)), ParseIsoDay(text.substr(dots + 2))});
}

std::optional<ClaimValue> HourAs(std::string_view text) {
  const bool hedged = Take(&text, "~");
  Timex time;
  time.value = StrCat("2031-05-04", text);
  return ValueOfClock(time, hedged);
}

Figure FigureAs(ClaimType type, std::string_view text) {
  Figure figure;
  figure.kind = type == kAge       ? FigureKind::kAge
                : type == kMoney   ? FigureKind::kMoney
                : type == kPercent ? FigureKind::kPercent
                : type == kMeasure ? FigureKind::kMeasure
                                   : FigureKind::kCardinal;
  if (const size_t blank = text.find(' ', text.starts_with("nearly ") ? 7 : 0); blank != std::string_view::npos) {
    figure.unit = text.substr(blank + 1);
    text = text.substr(0, blank);
  }
  Take(&text, "nearly ");
  if (Take(&text, "~")) figure.modifier = Modifier::kApprox;
  if (Take(&text, "?")) figure.modifier = Modifier::kVague;
  if (Take(&text, ">=")) figure.modifier = Modifier::kAtLeast;
  if (Take(&text, ">")) figure.modifier = Modifier::kMoreThan, figure.low_open = true;
  if (Take(&text, "<=")) figure.modifier = Modifier::kAtMost;
  if (Take(&text, "<")) figure.modifier = Modifier::kLessThan, figure.high_open = true;
  if (const size_t dots = text.find(".."); dots != std::string_view::npos) {
    figure.modifier = Modifier::kRange;
    figure.low = Decimal::Parse(text.substr(0, dots));
    figure.high = Decimal::Parse(text.substr(dots + 2));
    return figure;
  }
  const bool only_high = figure.modifier == Modifier::kAtMost || figure.modifier == Modifier::kLessThan;
  const bool only_low =
      figure.modifier == Modifier::kAtLeast || figure.modifier == Modifier::kMoreThan || figure.modifier == Modifier::kVague;
  if (!only_high) figure.low = Decimal::Parse(text);
  if (!only_low) figure.high = Decimal::Parse(text);
  return figure;
}

struct Made {
  ClaimFacts facts;
  std::string unit;
};

Made MadeClaim(ClaimType type, std::string_view text) {
  Made made;
  std::optional<ClaimValue> value;
  if (IsDay(type)) {
    value = DaysAs(text);
  } else if (type == kTime) {
    value = HourAs(text);
  } else {
    const Figure figure = FigureAs(type, text);
    made.unit = figure.unit;
    value = ValueOf(figure, text.starts_with("nearly "), Tables());
  }
  EXPECT_TRUE(value.has_value()) << text;
  if (value) made.facts.value = *value;
  return made;
}

// As the pair table has it: unlike currencies, and percent beside points, never meet.
bool Meet(const PairFacts& pair, const ClaimValue& a, const ClaimValue& b) {
  if (!pair.one_unit && (pair.type == kMoney || pair.type == kPercent)) return false;
  if (a.high < b.low || b.high < a.low) return false;
  return pair.one_unit ? !Disjoint(a.interval, b.interval) : !Disjoint(a.base, b.base);
}

void SetFact(std::string_view fact, ClaimFacts* claim) {
  if (fact == "to-come") claim->to_come = true;
  else if (fact == "former") claim->former = true;
  else if (fact == "headline") claim->headline = true;
  else if (fact == "including") claim->including = true;
  else ADD_FAILURE() << "no such fact of a claim: " << fact;
}

void SetFact(std::string_view fact, PairFacts* pair) {
  if (Take(&fact, "days=")) {
    int days = 0;
    std::from_chars(fact.data(), fact.data() + fact.size(), days);
    pair->days = days;
  } else if (fact == "copied") pair->copied = true;
  else if (fact == "one-story") pair->one_story = true;
  else if (fact == "one-source") pair->one_source = true;
  else if (fact == "speaking") pair->speaking = true;
  else if (fact == "opposed") pair->opposed = true;
  else if (fact == "growing") pair->growing = true;
  else if (fact == "changing") pair->changing = true;
  else if (fact == "death") pair->ends_with_death = true;
  else if (fact == "past") pair->past = true;
  else ADD_FAILURE() << "no such fact of a pair: " << fact;
}

constexpr std::string_view kRelations[] = {"agree", "compatible", "differ", "superseded"};

std::string Show(Relation relation, std::string_view reason, bool minor) {
  return StrCat(kRelations[static_cast<size_t>(relation)], ": ", reason, minor ? ", minor" : "");
}

void Expect(const Cell& cell, const PairRelation& got, std::string_view way) {
  EXPECT_EQ(Show(got.relation, got.reason, got.minor), Show(cell.relation, cell.reason, cell.minor)) << cell.name << way;
}

void RunCells(const std::vector<Cell>& cells) {
  std::set<std::string_view> names;
  for (const Cell& cell : cells) {
    EXPECT_TRUE(names.insert(cell.name).second) << "two cells have one name: " << cell.name;
    Made a = MadeClaim(cell.type, cell.a);
    Made b = MadeClaim(cell.type, cell.b);
    PairFacts pair;
    pair.type = cell.type;
    pair.one_unit = a.unit == b.unit;
    for (std::string_view rest = cell.facts; !rest.empty();) {
      const size_t blank = rest.find(' ');
      std::string_view fact = rest.substr(0, blank);
      rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
      if (Take(&fact, "a:")) SetFact(fact, &a.facts);
      else if (Take(&fact, "b:")) SetFact(fact, &b.facts);
      else SetFact(fact, &pair);
    }
    pair.meet = (a.facts.value.key == b.facts.value.key && pair.one_unit) || Meet(pair, a.facts.value, b.facts.value);
    Expect(cell, Relate(pair, a.facts, b.facts), "");
    if (pair.days) pair.days = -*pair.days;
    Expect(cell, Relate(pair, b.facts, a.facts), " (turned)");
  }
}

TEST(RelationTest, Equal) {
  RunCells({
      {"one count", kCount, "14", "14", "", kSame, "exact"},
      {"zero", kCount, "0", "0", "", kSame, "exact"},
      {"a large count", kCount, "1204331", "1204331", "", kSame, "exact"},
      {"one count of two days", kCount, "14", "14", "days=3 growing", kSame, "exact"},
      {"one count in a copy", kCount, "14", "14", "copied", kSame, "exact"},
      {"one count planned and done", kCount, "14", "14", "a:to-come", kSame, "exact"},
      {"one hedged count", kCount, "~300", "~300", "", kSame, "equal"},
      {"one count, hedged once", kCount, "~300", "300", "", kSame, "equal"},
      {"one bound", kCount, ">=40", ">=40", "", kSame, "equal"},
      {"one bound of two days", kCount, ">=40", ">=40", "days=2 growing", kSame, "equal"},
      {"one vague number", kCount, "?24", "?24", "", kSame, "equal"},
      {"one range", kCount, "12..15", "12..15", "", kSame, "equal"},
      {"one sum", kMoney, "2400000 EUR", "2400000 EUR", "", kSame, "exact"},
      {"one share", kPercent, "61.4 %", "61.4 %", "", kSame, "exact"},
      {"one length", kMeasure, "22 metre", "22 metre", "", kSame, "exact"},
      {"one age", kAge, "34", "34", "", kSame, "exact"},
      {"one age years apart", kAge, "34", "34", "days=800", kSame, "exact"},
      {"one day", kDate, "2031-05-04", "2031-05-04", "", kSame, "exact"},
      {"one week", kDate, "2031-05-04..2031-05-10", "2031-05-04..2031-05-10", "", kSame, "equal"},
      {"one hour", kTime, "T09:41", "T09:41", "", kSame, "exact"},
      {"one hour, hedged twice", kTime, "~T09:40", "~T09:40", "", kSame, "equal"},
      {"one day of speaking", kDate, "2031-05-04", "2031-05-04", "speaking", kSame, "exact"},
  });
}

TEST(RelationTest, UpOrDown) {
  RunCells({
      {"rose and fell by one share", kPercent, "3.1 %", "3.1 %", "opposed", kDiffers, "up or down", true},
      {"rose and fell about so much", kPercent, "~3 %", "3.1 %", "opposed", kDiffers, "up or down", true},
      {"gained and lost one sum", kMoney, "40000 EUR", "40000 EUR", "opposed", kDiffers, "up or down", true},
      {"rose and fell by one share, days between", kPercent, "3.1 %", "3.1 %", "opposed days=4", kDiffers, "up or down", true},
      {"rose and fell more than so much", kPercent, ">3 %", "5 %", "opposed", kDiffers, "up or down", true},
      {"rose and fell by unlike shares", kPercent, "3.1 %", "7.4 %", "opposed", kDiffers, "source"},
      {"rose in both", kPercent, "3.1 %", "3.1 %", "", kSame, "exact"},
  });
}

TEST(RelationTest, RoundedByDigits) {
  RunCells({
      {"a round thousand", kCount, "7000", "7043", "", kSame, "rounded"},
      {"a round thousand, too far", kCount, "7000", "7300", "", kDiffers, "source"},
      {"a round hundred thousand", kCount, "500000", "503000", "", kSame, "rounded"},
      {"a round hundred thousand, too far", kCount, "500000", "480000", "", kDiffers, "source"},
      {"two digits of six", kCount, "480000", "483200", "", kSame, "rounded"},
      {"two digits of six, too far", kCount, "480000", "497100", "", kDiffers, "source"},
      {"three digits within 1 %", kCount, "8790", "8800", "", kSame, "rounded"},
      {"four digits beside two, just outside of half a unit", kCount, "8738", "8800", "", kFits, "rounded"},
      {"three digits within 1 %, one more digit", kCount, "4120", "4151", "", kFits, "rounded"},
      {"three exact digits one apart", kCount, "418", "419", "", kDiffers, "source"},
      {"three exact digits 5 % apart", kCount, "418", "440", "", kDiffers, "source"},
      {"two exact digits one apart", kCount, "14", "15", "", kDiffers, "source"},
      {"one exact digit one apart", kCount, "3", "4", "", kDiffers, "source"},
      {"one hedged digit, 10 %", kCount, "~10", "11", "", kSame, "rounded"},
      {"two hedged digits within 5 %", kCount, "~41", "40", "", kSame, "rounded"},
      {"two hedged digits within 10 %", kCount, "~50", "54", "", kSame, "rounded"},
      {"two hedged digits beyond 10 %", kCount, "~50", "57", "", kDiffers, "source"},
      {"hedged, near but beyond 10 %, inexact", kCount, "~50", "70", "", kDiffers, "source"},
      {"hedged hundred within 5 %", kCount, "~300", "312", "", kSame, "rounded"},
      {"hedged hundred within 10 %", kCount, "~300", "322", "", kSame, "rounded"},
      {"hedged hundred beyond 10 %", kCount, "~300", "360", "", kDiffers, "source"},
      {"three hedged digits within 5 %", kCount, "~418", "430", "", kSame, "rounded"},
      {"three hedged digits beyond 5 %", kCount, "~418", "448", "", kDiffers, "source", true},
      {"nearly, from below", kCount, "nearly 200", "193", "", kSame, "rounded"},
      {"nearly, from above", kCount, "nearly 200", "207", "", kFits, "rounded"},
      {"nearly, just above", kCount, "nearly 200", "201", "", kFits, "rounded"},
      {"nearly, far above", kCount, "nearly 200", "260", "", kDiffers, "source"},
      {"nearly, far below", kCount, "nearly 200", "140", "", kDiffers, "source"},
      {"nearly beside about", kCount, "nearly 200", "~190", "", kSame, "rounded"},
      {"a decimal and its whole", kPercent, "5.2 %", "5 %", "", kFits, "rounded"},
      {"a decimal and another whole", kPercent, "5.2 %", "6 %", "", kDiffers, "source"},
      {"a decimal and its whole, three digits", kPercent, "28.1 %", "28 %", "", kFits, "rounded"},
      {"two decimals and one", kPercent, "28.16 %", "28.2 %", "", kSame, "rounded"},
      {"a small decimal and its whole, beyond 10 %", kPercent, "1.4 %", "1 %", "", kDiffers, "source"},
      {"nearly, beyond 10 %", kCount, "nearly 200", "160", "", kDiffers, "source"},
      {"a decimal and a finer one", kPercent, "5.2 %", "5.23 %", "", kSame, "rounded"},
      {"a decimal and the next", kPercent, "8.6 %", "8.7 %", "", kDiffers, "source"},
      {"about a decimal", kPercent, "~5 %", "5.2 %", "", kSame, "rounded"},
      {"millions to a decimal", kMoney, "2400000 EUR", "2431000 EUR", "", kSame, "rounded"},
      {"millions to a decimal, too far", kMoney, "2400000 EUR", "2610000 EUR", "", kDiffers, "source"},
      {"two hedged numbers", kCount, "~40", "~43", "", kSame, "rounded"},
      {"two hedged numbers far apart", kCount, "~40", "~70", "", kDiffers, "source"},
      {"a range and a number in it", kCount, "12..15", "14", "", kSame, "rounded"},
      {"a range and its end", kCount, "12..15", "15", "", kSame, "rounded"},
      {"a range and a number beside it", kCount, "12..15", "19", "", kDiffers, "source"},
      {"two ranges that meet", kCount, "12..15", "14..20", "", kSame, "rounded"},
      {"two ranges apart", kCount, "12..15", "30..40", "", kDiffers, "source"},
      {"a range and a number just beside it", kCount, "12..14", "14.1", "", kDiffers, "source", true},
  });
}

TEST(RelationTest, Bounds) {
  RunCells({
      {"more than, just above", kCount, ">200", "210", "", kFits, "bound"},
      {"more than, at the bound", kCount, ">200", "200", "", kFits, "bound"},
      {"more than, below", kCount, ">200", "170", "", kDiffers, "source"},
      {"more than, just below", kCount, ">200", "195", "", kDiffers, "source", true},
      {"more than, far beyond", kCount, ">200", "900", "", kDiffers, "far beyond the bound", true},
      {"at least, just above", kCount, ">=40", "44", "", kFits, "bound"},
      {"at least, a third above", kCount, ">=40", "60", "", kFits, "bound"},
      {"at least, half above", kCount, ">=40", "65", "", kDiffers, "far beyond the bound", true},
      {"at least, below", kCount, ">=40", "31", "", kDiffers, "source"},
      {"at most, just below", kCount, "<=40", "38", "", kFits, "bound"},
      {"at most, far below", kCount, "<=40", "12", "", kDiffers, "far beyond the bound", true},
      {"at most, above", kCount, "<=40", "55", "", kDiffers, "source"},
      {"fewer than, just below", kCount, "<40", "39", "", kFits, "bound"},
      {"fewer than, just above", kCount, "<40", "41", "", kDiffers, "source", true},
      {"at least and at most that meet", kCount, ">=40", "<=50", "", kFits, "bound"},
      {"at least and at most apart", kCount, ">=50", "<=30", "", kDiffers, "source"},
      {"more than and fewer than one number", kCount, ">40", "<40", "", kFits, "bound"},
      {"unlike lower bounds", kCount, ">=40", ">=60", "", kDiffers, "unlike bounds", true},
      {"lower bounds nearly alike", kCount, ">=400", ">=440", "", kFits, "bound"},
      {"unlike upper bounds", kCount, "<=40", "<=60", "", kDiffers, "unlike bounds", true},
      {"upper bounds nearly alike", kCount, "<=400", "<=390", "", kFits, "bound"},
      {"more than and a hedged number", kCount, ">200", "~210", "", kFits, "bound"},
      {"more than and a range above", kCount, ">200", "210..230", "", kFits, "bound"},
      {"more than and a range far above", kCount, ">200", "700..900", "", kDiffers, "far beyond the bound", true},
      {"up to a share, half", kPercent, "<=40 %", "50 %", "", kDiffers, "source"},
      {"up to a share, a little under", kPercent, "<=40 %", "36 %", "", kFits, "bound"},
      {"more than a sum", kMoney, ">3100000 EUR", "3200000 EUR", "", kFits, "bound"},
      {"more than a sum, three times", kMoney, ">3100000 EUR", "9000000 EUR", "", kDiffers, "far beyond the bound", true},
      {"at least a length", kMeasure, ">=3 metre", "3.4 metre", "", kFits, "bound"},
      {"older than", kAge, ">=60", "66", "", kFits, "bound"},
  });
}

TEST(RelationTest, Vague) {
  RunCells({
      {"dozens and a number", kCount, "?24", "41", "", kFits, "vague"},
      {"dozens and far more", kCount, "?24", "400", "", kFits, "vague"},
      {"dozens and fewer", kCount, "?24", "9", "", kFits, "vague"},
      {"dozens and hundreds", kCount, "?24", "?200", "", kFits, "vague"},
      {"dozens and a bound", kCount, "?24", ">=60", "", kFits, "vague"},
      {"dozens and fewer than ten", kCount, "?24", "<10", "", kFits, "vague"},
      {"dozens, later a number", kCount, "?24", "41", "days=2 growing", kFits, "vague"},
      {"dozens said by one source", kCount, "?24", "9", "one-source", kFits, "vague"},
      {"dozens changed in a copy", kCount, "?24", "9", "copied", kDiffers, "changed in a copy"},
  });
}

TEST(RelationTest, Units) {
  RunCells({
      {"kilometres and miles", kMeasure, "35 kilometre", "22 mile", "", kSame, "converted"},
      {"kilometres and miles, unlike", kMeasure, "35 kilometre", "39 mile", "", kDiffers, "source"},
      {"kilometres for miles", kMeasure, "35 kilometre", "35 mile", "", kDiffers, "unit"},
      {"metres and feet", kMeasure, "3 metre", "10 foot", "", kSame, "converted"},
      {"metres and feet, unlike", kMeasure, "3 metre", "18 foot", "", kDiffers, "source"},
      {"metres and kilometres", kMeasure, "1500 metre", "1.5 kilometre", "", kSame, "converted"},
      {"metres and kilometres, a scale slip", kMeasure, "1500 metre", "15 kilometre", "", kDiffers, "scale"},
      {"kilogrammes and pounds", kMeasure, "100 kilogram", "220 pound", "", kSame, "converted"},
      {"more than miles, kilometres", kMeasure, ">20 mile", "35 kilometre", "", kFits, "bound"},
      {"more than miles, far more kilometres", kMeasure, ">20 mile", "90 kilometre", "", kDiffers, "far beyond the bound", true},
      {"about miles, kilometres", kMeasure, "~20 mile", "33 kilometre", "", kSame, "converted"},
      {"one number of two units", kMeasure, "20 mile", "20 kilometre", "", kDiffers, "unit"},
      {"unlike units in a copy", kMeasure, "20 mile", "20 kilometre", "copied", kDiffers, "changed in a copy"},
  });
}

TEST(RelationTest, Currencies) {
  RunCells({
      {"one number, two currencies", kMoney, "3000000 USD", "3000000 GBP", "", kDiffers, "currency"},
      {"two numbers, two currencies", kMoney, "3000000 USD", "2400000 GBP", "", kDiffers, "currency"},
      {"two currencies, hedged", kMoney, "~3000000 USD", "~2400000 GBP", "", kDiffers, "currency"},
      {"two currencies of one source", kMoney, "40 USD", "40 CAD", "one-source", kDiffers, "currency"},
      {"two currencies, days between", kMoney, "40 USD", "40 CAD", "days=5 growing", kDiffers, "currency"},
      {"two currencies in a copy", kMoney, "40 USD", "40 CAD", "copied", kDiffers, "changed in a copy"},
      {"one currency, two numbers", kMoney, "45 USD", "63 USD", "", kDiffers, "source"},
  });
}

TEST(RelationTest, PercentOrPoints) {
  RunCells({
      {"one number in percent and points", kPercent, "5 %", "5 percentage point", "", kDiffers, "percent or points"},
      {"one decimal in percent and points", kPercent, "3.1 %", "3.1 percentage point", "", kDiffers, "percent or points"},
      {"two numbers in percent and points", kPercent, "5 %", "2 percentage point", "", kDiffers, "percent or points", true},
      {"percent and points, hedged", kPercent, "~5 %", "5 percentage point", "", kDiffers, "percent or points"},
      {"percent and points in a copy", kPercent, "5 %", "5 percentage point", "copied", kDiffers, "changed in a copy"},
      {"points and points", kPercent, "5 percentage point", "8 percentage point", "", kDiffers, "source"},
      {"points alike", kPercent, "5 percentage point", "5 percentage point", "", kSame, "exact"},
  });
}

TEST(RelationTest, Copies) {
  RunCells({
      {"another count in a copy", kCount, "14", "41", "copied", kDiffers, "changed in a copy"},
      {"a later count in a copy", kCount, "14", "19", "copied days=3 growing", kDiffers, "changed in a copy"},
      {"an earlier count in a copy", kCount, "14", "9", "copied days=3 growing", kDiffers, "changed in a copy"},
      {"another sum in a copy", kMoney, "3 EUR", "5 EUR", "copied", kDiffers, "changed in a copy"},
      {"another age in a copy", kAge, "34", "35", "copied days=200", kDiffers, "changed in a copy"},
      {"another day in a copy", kDate, "2031-05-04", "2031-05-11", "copied", kDiffers, "changed in a copy"},
      {"another hour in a copy", kTime, "T09:41", "T21:41", "copied", kDiffers, "changed in a copy"},
      {"a planned count in a copy", kCount, "14", "19", "copied a:to-come", kDiffers, "changed in a copy"},
      {"a former count in a copy", kCount, "14", "19", "copied a:former", kDiffers, "changed in a copy"},
      {"a rounding in a copy", kCount, "7043", "7000", "copied", kSame, "rounded"},
      {"a bound in a copy", kCount, ">40", "44", "copied", kFits, "bound"},
      {"days of speaking in a copy", kDate, "2031-05-04", "2031-05-06", "copied speaking", kDiffers, "changed in a copy"},
  });
}

TEST(RelationTest, Ages) {
  RunCells({
      {"grown a year in a year", kAge, "34", "35", "days=360", kFits, "aged"},
      {"grown a year in three months", kAge, "34", "35", "days=90", kFits, "aged"},
      {"grown a year in 15 days", kAge, "34", "35", "days=15", kFits, "aged"},
      {"grown a year in 14 days", kAge, "34", "35", "days=14", kDiffers, "age"},
      {"grown a year on one day", kAge, "34", "35", "days=0", kDiffers, "age"},
      {"grown two years in a year and a half", kAge, "34", "36", "days=550", kFits, "aged"},
      {"grown one year in a year and a half", kAge, "34", "35", "days=550", kFits, "aged"},
      {"grown three years in a year", kAge, "34", "37", "days=360", kDiffers, "age"},
      {"grown one year in four", kAge, "34", "35", "days=1500", kDiffers, "age"},
      {"grown younger", kAge, "35", "34", "days=360", kDiffers, "age"},
      {"a year apart, days not known", kAge, "34", "35", "", kFits, "days not known"},
      {"two years apart, days not known", kAge, "34", "36", "", kFits, "days not known"},
      {"three years apart, days not known", kAge, "34", "37", "", kDiffers, "age"},
      {"at death, days not known", kAge, "34", "35", "death", kDiffers, "age"},
      {"at death, a year between", kAge, "34", "35", "death days=360", kDiffers, "age"},
      {"at death, one age", kAge, "34", "34", "death days=360", kSame, "exact"},
      {"20 years apart", kAge, "34", "54", "days=1", kDiffers, "age"},
      {"more than 20 years apart", kAge, "34", "59", "days=1", kDiffers, "age", true},
      {"more than 20 years apart, days not known", kAge, "9", "41", "", kDiffers, "age", true},
      {"more than 20 years apart by swapped digits", kAge, "36", "63", "days=1", kDiffers, "age"},
      {"more than 20 years apart, swapped, days not known", kAge, "36", "63", "", kDiffers, "age"},
      {"ten years apart", kAge, "34", "44", "days=1", kDiffers, "age"},
      {"of one source", kAge, "34", "44", "one-source days=1", kDiffers, "age"},
      {"in one story", kAge, "34", "44", "one-story days=0", kDiffers, "age"},
      {"about an age", kAge, "~40", "41", "days=1", kSame, "rounded"},
      {"in the thirties", kAge, "30..39", "34", "days=1", kSame, "rounded"},
      {"in the thirties, older", kAge, "30..39", "47", "days=1", kDiffers, "age"},
      {"a vague age", kAge, "?70", "61", "", kFits, "vague"},
  });
}

TEST(RelationTest, ScopeAndStanding) {
  RunCells({
      {"including somebody", kCount, "9", "10", "b:including", kFits, "scope"},
      {"including somebody, far apart", kCount, "9", "30", "b:including", kFits, "scope"},
      {"including on both sides", kCount, "9", "10", "a:including b:including", kDiffers, "source"},
      {"including, days between", kCount, "9", "10", "b:including growing days=2", kFits, "scope"},
      {"planned and done", kCount, "400", "310", "a:to-come", kFits, "said before"},
      {"planned on both sides", kCount, "400", "310", "a:to-come b:to-come", kDiffers, "source"},
      {"planned sum and done", kMoney, "40 EUR", "55 EUR", "a:to-come", kFits, "said before"},
      {"planned day and the day", kDate, "2031-05-04", "2031-05-09", "a:to-come", kFits, "said before"},
      {"planned in the body, done in the own headline", kCount, "400", "310", "a:to-come b:headline one-story", kDiffers, "source"},
      {"planned in the body, done in another's headline", kCount, "400", "310", "a:to-come b:headline", kFits, "said before"},
      {"planned and done in one story", kCount, "400", "310", "a:to-come one-story", kFits, "said before"},
      {"former and present", kCount, "12", "17", "a:former", kLater, "update"},
      {"former on both sides", kCount, "12", "17", "a:former b:former", kDiffers, "source"},
      {"former and present in one story", kCount, "12", "17", "a:former one-story", kLater, "update"},
      {"former sum", kMoney, "12 EUR", "17 EUR", "b:former", kLater, "update"},
      {"former day", kDate, "2031-05-04", "2031-05-09", "a:former", kLater, "update"},
      {"former hour", kTime, "T09:41", "T11:17", "a:former", kLater, "update"},
      {"former, though planned", kCount, "12", "17", "a:former a:to-come", kFits, "said before"},
      {"former, though equal", kCount, "12", "12", "a:former", kSame, "exact"},
  });
}

TEST(RelationTest, TollsByDays) {
  RunCells({
      {"growing, later more", kCount, "14", "19", "growing days=2", kLater, "update"},
      {"growing, a day later more", kCount, "14", "19", "growing days=1", kLater, "update"},
      {"growing, later much more", kCount, "14", "412", "growing days=9", kLater, "update"},
      {"growing, earlier more", kCount, "19", "14", "growing days=2", kDiffers, "revised down"},
      {"growing, earlier a little more", kCount, "203", "198", "growing days=2", kDiffers, "revised down", true},
      {"growing, on one day", kCount, "14", "19", "growing days=0", kDiffers, "source"},
      {"growing, days not known", kCount, "14", "19", "growing", kDiffers, "source"},
      {"growing, of one story", kCount, "14", "19", "growing days=0 one-story", kDiffers, "source"},
      {"growing, of one source on one day", kCount, "14", "19", "growing days=0 one-source", kDiffers, "misreport"},
      {"growing, of one source, later more", kCount, "14", "19", "growing days=1 one-source", kLater, "update"},
      {"growing, of one source, later less", kCount, "19", "14", "growing days=1 one-source", kDiffers, "revised down"},
      {"changing, later more", kCount, "14", "19", "changing days=2", kLater, "update"},
      {"changing, later less", kCount, "19", "14", "changing days=2", kLater, "update"},
      {"changing, on one day", kCount, "19", "14", "changing days=0", kDiffers, "source"},
      {"changing, days not known", kCount, "19", "14", "changing", kDiffers, "source"},
      {"neither growing nor changing, later more", kCount, "14", "19", "days=2", kLater, "update"},
      {"neither growing nor changing, later less", kCount, "19", "14", "days=2", kDiffers, "source"},
      {"neither growing nor changing, of what was long over", kCount, "14", "19", "days=2 past", kDiffers, "source"},
      {"a sum, later more", kMoney, "14 EUR", "19 EUR", "days=2", kLater, "update"},
      {"a share, later more", kPercent, "14 %", "19 %", "days=2", kDiffers, "source"},
      {"a length, later more", kMeasure, "14 metre", "19 metre", "days=2", kDiffers, "source"},
      {"growing, foretold and later more", kCount, "14", "19", "growing days=2 a:to-come", kLater, "update"},
      {"swapped digits, later more", kCount, "126", "162", "days=2", kDiffers, "digits swapped"},
      {"a nought too many, later", kCount, "1200", "12000", "days=1", kDiffers, "scale"},
      {"growing and changing, later less", kCount, "19", "14", "growing changing days=2", kLater, "update"},
      {"growing sum", kMoney, "14 EUR", "19 EUR", "growing days=2", kLater, "update"},
      {"growing hedged, later more", kCount, "~140", "~190", "growing days=2", kLater, "update"},
      {"growing swapped digits, later more", kCount, "126", "162", "growing days=2", kDiffers, "digits swapped"},
  });
}

TEST(RelationTest, StaleBounds) {
  RunCells({
      {"a lower bound, later a number above", kCount, ">=12", "31", "growing days=2", kLater, "update"},
      {"a lower bound, later a little above", kCount, ">=30", "31", "growing days=2", kFits, "bound"},
      {"a lower bound, on one day a number above", kCount, ">=12", "31", "growing days=0", kDiffers, "far beyond the bound", true},
      {"a lower bound that grows", kCount, ">=12", ">=31", "growing days=2", kLater, "update"},
      {"a lower bound that sinks", kCount, ">=31", ">=12", "growing days=2", kDiffers, "unlike bounds", true},
      {"a number, later a lower bound far below", kCount, "31", ">=12", "growing days=2", kDiffers, "far beyond the bound", true},
      {"a number, later a lower bound a little below", kCount, "31", ">=28", "growing days=2", kFits, "bound"},
      {"a lower bound of a changing number", kCount, ">=31", ">=12", "changing days=2", kLater, "update"},
      {"a number, later a lower bound above", kCount, "31", ">=40", "growing days=2", kLater, "update"},
      {"a lower bound, later a number below", kCount, ">=31", "12", "growing days=2", kDiffers, "revised down"},
      {"unlike lower bounds, days not known", kCount, ">=12", ">=31", "growing", kDiffers, "unlike bounds", true},
      {"unlike lower bounds of what does not grow", kCount, ">=12", ">=31", "days=2", kDiffers, "unlike bounds", true},
  });
}

TEST(RelationTest, ScaleAndSwappedDigits) {
  RunCells({
      {"million for billion", kMoney, "2400000 EUR", "2400000000 EUR", "", kDiffers, "scale"},
      {"a nought too many", kCount, "1200", "12000", "", kDiffers, "scale"},
      {"two noughts too many", kCount, "1200", "120000", "", kDiffers, "scale"},
      {"a million times", kCount, "34", "34000000", "", kDiffers, "scale"},
      {"a shifted point", kPercent, "4.2 %", "42 %", "", kDiffers, "scale"},
      {"one digit: rather another thing", kCount, "3", "30", "", kDiffers, "source"},
      {"ten times but for a digit", kCount, "1200", "12100", "", kDiffers, "source"},
      {"ten thousand times", kCount, "12", "120000", "", kDiffers, "source"},
      {"scale of one source", kMoney, "24 EUR", "24000 EUR", "one-source", kDiffers, "scale"},
      {"scale of a growing number, later", kCount, "1200", "12000", "growing days=1", kLater, "update"},
      {"swapped digits", kCount, "1206", "1602", "", kDiffers, "digits swapped"},
      {"swapped digits of three", kCount, "126", "162", "", kDiffers, "digits swapped"},
      {"two digits swapped are too few", kCount, "34", "43", "", kDiffers, "source"},
      {"swapped digits of a decimal", kPercent, "61.4 %", "64.1 %", "", kDiffers, "digits swapped"},
      {"swapped digits of one source", kCount, "126", "162", "one-source", kDiffers, "digits swapped"},
      {"three unlike digits", kCount, "126", "261", "", kDiffers, "source"},
      {"noughts at the end do not count", kCount, "12600", "16200", "", kDiffers, "digits swapped"},
  });
}

TEST(RelationTest, Sources) {
  RunCells({
      {"two sources", kCount, "14", "19", "", kDiffers, "source"},
      {"one source", kCount, "14", "19", "one-source", kDiffers, "misreport"},
      {"one source, far apart", kCount, "14", "412", "one-source", kDiffers, "misreport"},
      {"one source, two sums", kMoney, "14 EUR", "31 EUR", "one-source", kDiffers, "misreport"},
      {"one source, two shares", kPercent, "14 %", "31 %", "one-source", kDiffers, "misreport"},
      {"one source, two lengths", kMeasure, "14 metre", "31 metre", "one-source", kDiffers, "misreport"},
      {"one source, rounded", kCount, "7000", "7043", "one-source", kSame, "rounded"},
            {"one story", kCount, "14", "19", "one-story", kDiffers, "source"},
      {"headline and body of one story", kCount, "14", "19", "one-story a:headline", kDiffers, "source"},
      {"two durations", kDuration, "3 day", "5 day", "", kDiffers, "source"},
      {"a duration in hours and days", kDuration, "48 hour", "2 day", "", kSame, "converted"},
      {"years and decades", kDuration, "21 year", "2 decade", "", kFits, "rounded"},
      {"one number of years and months", kDuration, "2 year", "2 month", "", kDiffers, "source"},
      {"months and a year", kDuration, "14 month", "1 year", "", kFits, "rounded"},
      {"months and years, beyond 10 %", kDuration, "36 month", "4 year", "", kDiffers, "source"},
  });
}

TEST(RelationTest, Days) {
  RunCells({
      {"a day and its week", kDate, "2031-05-06", "2031-05-04..2031-05-10", "", kSame, "grain"},
      {"a day and its year", kDate, "2031-05-06", "2031-01-01..2031-12-31", "", kSame, "grain"},
      {"weeks that meet", kDate, "2031-05-04..2031-05-10", "2031-05-10..2031-05-16", "", kSame, "grain"},
      {"a day and another week", kDate, "2031-05-06", "2031-05-11..2031-05-17", "", kDiffers, "date"},
      {"a day apart", kDate, "2031-05-06", "2031-05-07", "", kDiffers, "date", true},
      {"a day apart of one source", kDate, "2031-05-06", "2031-05-07", "one-source", kDiffers, "date"},
      {"two days apart", kDate, "2031-05-06", "2031-05-08", "", kDiffers, "date"},
      {"a week apart", kDate, "2031-05-06", "2031-05-13", "", kFits, "weeks apart"},
      {"five weeks apart", kDate, "2031-05-06", "2031-06-10", "", kFits, "weeks apart"},
      {"eight days apart", kDate, "2031-05-06", "2031-05-14", "", kDiffers, "date"},
      {"two years", kDate, "2029-01-01..2029-12-31", "2031-01-01..2031-12-31", "", kDiffers, "date"},
      {"two years that follow each other", kDate, "2030-01-01..2030-12-31", "2031-01-01..2031-12-31", "", kDiffers, "date", true},
      {"days of speaking", kDate, "2031-05-06", "2031-05-08", "speaking", kFits, "days of speaking"},
      {"days of speaking of one source", kDate, "2031-05-06", "2031-05-08", "speaking one-source", kFits, "days of speaking"},
      {"since two days", kDate, "2031-05-06..", "2031-05-08..", "", kDiffers, "unlike bounds"},
      {"since one day", kDate, "2031-05-06..", "2031-05-06..", "", kSame, "equal"},
      {"until two days", kDate, "..2031-05-06", "..2031-05-08", "", kDiffers, "unlike bounds", true},
      {"until a day and before the next", kDate, "..2031-05-06", "..2031-05-07", "", kFits, "bound"},
      {"since a day and until a later one", kDate, "2031-05-06..", "..2031-05-08", "", kFits, "bound"},
      {"since a day and until an earlier one", kDate, "2031-05-06..", "..2031-05-01", "", kDiffers, "date"},
      {"since a day and a later day", kDate, "2031-05-06..", "2031-05-09", "", kFits, "bound"},
      {"since a day and an earlier day", kDate, "2031-05-06..", "2031-05-01", "", kDiffers, "date"},
      {"a growing number's days", kDate, "2031-05-06", "2031-05-08", "growing days=2", kDiffers, "date"},
  });
}

TEST(RelationTest, Hours) {
  RunCells({
      {"minutes within the tolerance", kTime, "T09:00", "T09:10", "", kSame, "grain"},
      {"minutes beyond the tolerance", kTime, "T09:00", "T09:17", "", kDiffers, "time", true},
      {"five minutes and two", kTime, "T09:10", "T09:12", "", kSame, "grain"},
      {"to the minute", kTime, "T09:41", "T09:42", "", kDiffers, "time", true},
      {"minutes apart", kTime, "T09:41", "T09:58", "", kDiffers, "time", true},
      {"about an hour", kTime, "~T09:30", "T09:41", "", kSame, "grain"},
      {"about an hour, too far", kTime, "~T09:30", "T10:17", "", kDiffers, "time", true},
      {"a.m. and p.m.", kTime, "T09:41", "T21:41", "", kDiffers, "a.m. or p.m.", true},
      {"a.m. and p.m. of round hours", kTime, "T03:00", "T15:00", "", kDiffers, "a.m. or p.m.", true},
      {"eleven hours apart is no p.m.", kTime, "T09:41", "T20:22", "", kDiffers, "time", true},
      {"two hours to the minute", kTime, "T09:41", "T11:41", "", kDiffers, "whole hours apart: two zones?", true},
      {"of one source", kTime, "T09:41", "T09:58", "one-source", kDiffers, "time", true},
      {"hours of speaking", kTime, "T09:41", "T11:58", "speaking", kFits, "days of speaking"},
      {"planned hour", kTime, "T09:41", "T11:58", "a:to-come", kFits, "said before"},
  });
}

}  // namespace
}  // namespace crosscheck
