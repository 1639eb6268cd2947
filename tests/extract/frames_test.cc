// One test a slot of the claim frame: sentences of an invented story, the number whose frame is asked for, and what the slot must
// hold; each with at least one that must stay empty.
#include "extract/context/frames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

Record Extracted(const std::string& text) {
  Document document;
  document.id = "a";
  document.text = text;
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  const Day published = *ParseIsoDay("2031-05-07");
  story.published = Published{{published, published}, "record"};
  document.stories.push_back(story);
  return Extract(std::move(document), Rules());
}

struct Case {
  std::string text;
  std::string number;  // the words of the claim asked for
  std::string wanted;
};

using Slot = std::function<std::string(const Record&, const ClaimFrame&)>;

std::string NameOr(const Record& record, const std::string& id) {
  for (const Name& name : record.names) {
    if (name.id == id) return name.name;
  }
  return id;
}
std::string Days(const std::optional<DayRange>& days) {
  if (!days) return "";
  return StrCat(days->from ? FormatIsoDay(*days->from) : "", "..", days->until ? FormatIsoDay(*days->until) : "");
}
std::string Joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}
std::string Yes(bool yes) { return yes ? "yes" : ""; }

void Expect(const std::vector<Case>& cases, const Slot& slot) {
  int empty = 0;
  for (const Case& one : cases) {
    const Record record = Extracted(one.text);
    const ClaimFrame* found = nullptr;
    for (const ClaimFrame& claim : record.claims) {
      if (found == nullptr && claim.span.In(record.document.text) == one.number) found = &claim;
    }
    ASSERT_NE(found, nullptr) << "no claim \"" << one.number << "\" in: " << one.text;
    EXPECT_EQ(slot(record, *found), one.wanted) << one.text;
    empty += one.wanted.empty() ? 1 : 0;
  }
  EXPECT_GE(cases.size(), 3u);
  EXPECT_GE(empty, 1) << "one must stay empty";
}

TEST(FramesTest, Head) {
  Expect({{"Police searched 12 houses in Skarholm.", "12", "house"},
          {"Some 30 young sailors were rescued.", "30", "sailor"},
          {"In all 200 homes were destroyed.", "200", "home"},
          {"The number of dead may reach 80.", "80", ""},
          {"The baker Jonas Vale is 52 years old.", "52 years old", ""}},
         [](const Record&, const ClaimFrame& c) { return c.head; });
}

TEST(FramesTest, HeadOfSumsSharesAndMeasures) {
  Expect({{"The firm won a $12 million contract.", "$12 million", "contract"},
          {"He owes a debt of 6,000 euros.", "6,000 euros", "debt"},
          {"The fire caused $3 million in damages.", "$3 million", "damage"},
          {"Profit fell to $3 million.", "$3 million", "profit"},
          {"Ticket prices rose 4 percent.", "4 percent", "price"},
          {"She won 30 percent of the vote.", "30 percent", "vote"},
          {"The bank raised its rate to 5 percent.", "5 percent", "rate"},
          {"The cellar filled with 6 metres of water.", "6 metres", "water"},
          {"He got a two-year sentence.", "two-year", "sentence"},
          {"She was free on $200,000 bail.", "$200,000", "bail"},
          {"The council approved a 68 billion rupee ($790 million) budget.", "68 billion rupee", "budget"},
          {"The baker paid $3 million.", "$3 million", ""},
          {"The ferry was 120 metres long.", "120 metres", ""},
          {"The hearing lasted three hours.", "three hours", ""}},
         [](const Record&, const ClaimFrame& c) { return c.head; });
}

TEST(FramesTest, HeadTakenUp) {
  Expect({{"The fever killed 38 people and sickened 1,300.", "1,300", "people"},
          {"Five rounds were fired, of which three hit the door.", "three", "round"},
          {"Twelve miners were held. Nine of them were freed.", "Nine", "miner"},
          {"They put the number of bodies at 34.", "34", "body"},
          {"The men sold four trucks.", "four", "truck"},
          {"Four trucks burned and 12 died.", "12", ""}},
         [](const Record&, const ClaimFrame& c) { return c.head; });
}

TEST(FramesTest, SingularsOfIrregularPlurals) {
  Expect({{"Police arrested 12 men.", "12", "man"},
          {"Divers found 40 knives.", "40", "knife"},
          {"Some 30 women were rescued.", "30", "woman"},
          {"A total of 12, all told.", "12", ""}},
         [](const Record&, const ClaimFrame& c) { return c.head; });
}

TEST(FramesTest, HeadClass) {
  Expect({{"Police searched 12 houses in Skarholm.", "12", "home"},
          {"In all 200 homes were destroyed.", "200", "home"},
          {"Nine workers are missing.", "Nine", "worker"},
          {"Divers found 40 amphoras.", "40", ""}},
         [](const Record&, const ClaimFrame& c) { return c.head_class; });
}

TEST(FramesTest, HeadSure) {
  Expect({{"Police searched 12 houses.", "12", "yes"},
          {"In all 200 homes were destroyed.", "200", "yes"},
          {"The number of dead may reach 80.", "80", ""}},
         [](const Record&, const ClaimFrame& c) { return Yes(c.head_sure); });
}

TEST(FramesTest, Modifiers) {
  Expect({{"Police arrested 12 young men.", "12", "young"},
          {"The storm sank 14 small wooden boats.", "14", "small wooden"},
          {"Police arrested 12 men.", "12", ""}},
         [](const Record&, const ClaimFrame& c) { return Joined(c.modifiers); });
}

TEST(FramesTest, Predicate) {
  Expect({{"About 30 passengers were rescued by fishermen.", "30", "rescue"},
          {"Police searched 12 houses.", "12", "search"},
          {"The town council met on Tuesday.", "Tuesday", "meet"},
          {"A total of 12, all told.", "12", ""}},
         [](const Record&, const ClaimFrame& c) { return c.predicate; });
}

TEST(FramesTest, PredicateOfTheContent) {
  Expect({{"Police said 12 houses were searched.", "12", "search"},
          {"The mayor told reporters that nine sailors drowned.", "nine", "drown"},
          {"Two houses are known to have been destroyed.", "Two", "destroy"},
          {"A lorry carrying 34 tonnes of barley overturned.", "34 tonnes", "carry"},
          {"At least 61 perish as quake jolts valley", "61", "perish"},
          {"Profit tumbled to $3 million.", "$3 million", "tumble"},
          {"The ferry was 120 metres long.", "120 metres", "be"},
          {"Jonas Vale, 52, who farms there, sold the barn.", "52", "sell"},
          {"Repairs will begin soon and take 14 months.", "14 months", "take"},
          {"All stood still until Tuesday.", "Tuesday", "stand"},
          {"Trade was slow, and by Tuesday the shops had closed.", "Tuesday", "close"},
          {"A total of 12, all told.", "12", ""}},
         [](const Record&, const ClaimFrame& c) { return c.predicate; });
}

TEST(FramesTest, Classes) {
  const Slot first = [](const Record&, const ClaimFrame& c) { return c.classes.empty() ? "" : c.classes[0]; };
  Expect({{"Nine miners were killed.", "Nine", "death"},
          {"Nine miners were injured.", "Nine", "injury"},
          {"Police searched 12 houses.", "12", "search"},
          {"The library owns 12 clocks.", "12", ""}},
         first);
}

TEST(FramesTest, Role) {
  Expect({{"Police searched 12 houses.", "12", "target"},
          {"About 30 passengers were rescued.", "30", "target"},
          {"All but four sailors survived.", "four", "doer"},
          {"A total of 12, all told.", "12", ""}},
         [](const Record&, const ClaimFrame& c) {
           return std::string(c.role == EventRole::kDoer ? "doer" : c.role == EventRole::kTarget ? "target" : "");
         });
}

const std::string kTwoPeople = "Ada Holt met the baker Jonas Vale in Skarholm. ";

TEST(FramesTest, OwnerOfAnAge) {
  Expect({{kTwoPeople + "Holt, 41, left early.", "41", "Ada Holt"},
          {"Ada Holt, 41, told reporters that 200 homes were destroyed.", "41", "Ada Holt"},
          {"A woman, 33, was hurt.", "33", "woman"},
          {"Police arrested a man, aged 27.", "27", "man"},
          {"Rescuers carried out a pregnant woman of 27.", "27", "woman"},
          {"The average age is 41 years.", "41 years", "age"},
          {"Some were 41 years old.", "41 years old", ""}},
         [](const Record& r, const ClaimFrame& c) { return NameOr(r, c.owner); });
}

TEST(FramesTest, OwnerOfAThing) {
  Expect({{"Norland Rail's 4,000 workers were sent home.", "4,000", "Norland Rail"},
          {"Norland Rail has 4,000 workers.", "4,000", "Norland Rail"},
          {"The lorry weighed 51 tonnes.", "51 tonnes", "lorry"},
          {"A lorry carrying barley weighed 51 tonnes.", "51 tonnes", "lorry"},
          {"The ferry, a car carrier, was 120 metres long.", "120 metres", "ferry"},
          {"The lorry stopped on the bridge. It weighed 51 tonnes.", "51 tonnes", "lorry"},
          {"The anti-doping office has no money. Last year it made 2,150 tests.", "2,150", "office"},
          {"Norland Rail shares fell 3 percent.", "3 percent", "Norland Rail"},
          {"Shares in Norland Rail fell 3 percent.", "3 percent", "Norland Rail"},
          {"The fire did damage of $3 million to Norland Rail.", "$3 million", "Norland Rail"},
          {"A 6.1-magnitude quake shook the town.", "6.1-magnitude", "quake"},
          {kTwoPeople + "She made 23 albums.", "23", "Ada Holt"},
          {"Norland Rail, which met on Monday, will shut the line on Friday.", "Friday", "Norland Rail"},
          {"Twelve houses were destroyed.", "Twelve", ""},
          {"The hearing will be held on Friday.", "Friday", ""}},
         [](const Record& r, const ClaimFrame& c) { return NameOr(r, c.owner); });
}

TEST(FramesTest, OwnerOfAnAgeIsTheRecordsPersonFirst) {
  const Record record = Extracted(kTwoPeople + "She is 41 years old. Vale is 52 years old.");
  int seen = 0;
  for (const ClaimFrame& claim : record.claims) {
    if (claim.type != ClaimType::kAge) continue;
    for (const Figure& figure : record.figures) {
      if (figure.id != claim.of || figure.whose_name.empty()) continue;
      EXPECT_EQ(NameOr(record, claim.owner), figure.whose_name);
      ++seen;
    }
  }
  EXPECT_GE(seen, 1);
}

TEST(FramesTest, Gender) {
  Expect({{"A woman, 33, was hurt.", "33", "f"},
          {"Police arrested two men, aged 27 and 31.", "27", "m"},
          {"A sailor, 33, was hurt.", "33", ""}},
         [](const Record&, const ClaimFrame& c) {
           return std::string(c.gender == Gender::kFemale ? "f" : c.gender == Gender::kMale ? "m" : "");
         });
}

TEST(FramesTest, Attributes) {
  Expect({{"The average salary is 4,000 euros.", "4,000 euros", "q-average"},
          {"The ferry was 120 metres long.", "120 metres", "q-long"},
          {"The wall is 12 metres high.", "12 metres", "q-high"},
          {"The thief took 4,000 euros.", "4,000 euros", ""}},
         [](const Record&, const ClaimFrame& c) { return Joined(c.attributes); });
}

TEST(FramesTest, Place) {
  Expect({{"In Paris, 17 miners were killed.", "17", "Paris"},
          {"Police searched 12 houses in Berlin.", "12", "Berlin"},
          {"Nine died in Rome and 17 in Madrid.", "17", "Madrid"},
          {"Police searched 12 houses.", "12", ""}},
         [](const Record& r, const ClaimFrame& c) { return NameOr(r, c.place); });
}

TEST(FramesTest, When) {
  Expect({{"In 2011, six sailors died in a fire.", "six", "2011-01-01..2011-12-31"},
          {"A fire that killed six sailors in 2011 was never explained.", "six", "2011-01-01..2011-12-31"},
          {"The trial began in 2011 and heard 86 witnesses.", "86", ""},
          {"Six sailors died in a fire.", "Six", ""}},
         [](const Record&, const ClaimFrame& c) { return Days(c.when); });
}

TEST(FramesTest, Modality) {
  Expect({{"The company plans to hire 70 workers.", "70", "plan"},
          {"The company will hire 70 workers.", "70", "plan"},
          {"The union demanded 500 euros.", "500 euros", "demand"},
          {"Officials denied that 40 people were hurt.", "40", "denial"},
          {"The company hired 70 workers.", "70", ""}},
         [](const Record&, const ClaimFrame& c) {
           return std::string(c.modality == Modality::kPlan     ? "plan"
                              : c.modality == Modality::kDemand ? "demand"
                              : c.modality == Modality::kDenial ? "denial"
                              : c.modality == Modality::kFact   ? ""
                                                                : "other");
         });
}

TEST(FramesTest, Denied) {
  Expect({{"Officials denied that 40 people were hurt.", "40", "yes"},
          {"The mayor denied taking 500 euros.", "500 euros", "yes"},
          {"Officials said that 40 people were hurt.", "40", ""}},
         [](const Record&, const ClaimFrame& c) { return Yes(c.denied); });
}

TEST(FramesTest, PortionOfTheWhole) {
  Expect({{"Another nine sailors are missing.", "nine", "addition"},
          {"All but four sailors survived.", "four", "complement"},
          {"Nine sailors are missing.", "Nine", ""}},
         [](const Record&, const ClaimFrame& c) {
           return std::string(c.portion == Portion::kAddition ? "addition" : c.portion == Portion::kComplement ? "complement" : "");
         });
}

TEST(FramesTest, Marks) {
  Expect({{"Another nine sailors are missing.", "nine", "other"},
          {"The company plans to hire 70 workers.", "70", "plan"},
          {"In a separate incident, 17 miners were killed.", "17", "other-event"},
          {"Police searched 12 houses.", "12", ""}},
         [](const Record&, const ClaimFrame& c) { return Joined(c.marks); });
}

TEST(FramesTest, SourceOfTheClaim) {
  Expect({{"Ada Holt told reporters that 200 homes were destroyed.", "200", "Ada Holt"},
          {"Officials denied that 40 people were hurt.", "40", "Officials"},
          {"At least 40 people were hurt, police said.", "40", "police"},
          {"At least 40 people were hurt.", "40", ""}},
         [](const Record&, const ClaimFrame& c) { return Joined(c.source); });
}

TEST(FramesTest, Event) {
  const std::string main = "Nine sailors died when a ferry burned.\n\n";
  Expect({{main + "In 2011, six sailors died in a fire.", "six", "background"},
          {main + "The line had carried 300 trains.", "300", "background"},
          {main + "The line opened in 2011.", "2011", "background"},
          {main + "The line opened last week.", "last week", ""},
          {main + "The line opened in 2011. It carried 300 trains.", "300", "background"},
          {main + "The line opened in 2011.\n\nThe ferry carried 60 cars.", "60", ""},
          {main + "The line opened in 2011. On Monday the ferry carried 60 cars.", "60", ""},
          {main + "Jonas Vale, 52, was among them.", "52", "background"},
          {main + "In a separate incident, 17 miners were killed.", "17", "other"},
          {main + "In a separate incident, 17 miners were killed. Another 40 were hurt.", "40", "other"},
          {main + "In a separate incident, 17 miners were killed.\n\nThe ferry carried 60 cars.", "60", ""},
          {main, "Nine", ""}},
         [](const Record&, const ClaimFrame& c) { return std::string(c.event == 0 ? "" : c.event == 1 ? "background" : "other"); });
}

TEST(FramesTest, SumsOfParts) {
  const Slot sum = [](const Record&, const ClaimFrame& c) { return c.sum ? c.sum->ToString() : ""; };
  Expect({{"Two men and a woman drowned.", "Two men and a woman", "3"},
          {"Three women, four men and two children drowned.", "Three women, four men and two children", "9"},
          {"Two men and 14 cows drowned.", "Two", ""},
          {"Two men drowned and a woman was hurt.", "Two", ""}},
         sum);
  Expect({{"Two men and a woman drowned.", "Two", "yes"},
          {"Three women, four men and two children drowned.", "four", "yes"},
          {"Two men drowned.", "Two", ""}},
         [](const Record&, const ClaimFrame& c) { return Yes(c.part_of_sum); });
}

TEST(FramesTest, RegionOfTheSentence) {
  const Slot headline = [](const Record& r, const ClaimFrame& c) {
    return Yes(r.sentences[c.sentence].region == SegmentRole::kHeadline);
  };
  Expect({{"Ferry fire leaves 14 sailors dead\n\nA ferry burned off Skarholm.", "14", "yes"},
          {"Toll rises to 21 after quake\n\nRescuers went on digging.", "21", "yes"},
          {"Ferry fire leaves sailors dead\n\nThe fire killed 14 sailors.", "14", ""},
          {"A ferry fire left 14 sailors dead.\n\nA ferry burned off Skarholm.", "14", ""}},
         headline);
}

TEST(FramesTest, DaysOfSpeaking) {
  // The class "saying" of a day's verb: the day is that of the speech, not of what is told.
  const Slot saying = [](const Record&, const ClaimFrame& c) {
    for (const EventClass& event : Rules().tables().compare.events) {
      if (event.saying && !c.classes.empty() && event.name == c.classes[0]) return std::string("yes");
    }
    return std::string();
  };
  Expect({{"Police said on Tuesday that the ferry burned.", "Tuesday", "yes"},
          {"\"It burned for hours,\" Ada Holt told reporters on Friday.", "Friday", "yes"},
          {"The ferry burned on Monday.", "Monday", ""},
          {"The library opened on Monday.", "Monday", ""}},
         saying);
}

}  // namespace
}  // namespace crosscheck
