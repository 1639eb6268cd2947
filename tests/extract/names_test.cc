#include "extract/names/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/strings.h"
#include "base/utf8.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Rulebook& Rules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

// One text with its names; `stories` are parted by "\n====\n".
class Found {
 public:
  explicit Found(const std::string& text) : document_(Make(text)), view_(MakeTextView(document_, Rules().tables())) {
    quotes_ = FindQuotes(view_);
    names_ = FindNames(&view_, quotes_);
  }

  const Name* Find(std::string_view full) const {
    for (const Name& name : names_.names) {
      if (name.name == full) return &name;
    }
    return nullptr;
  }
  std::vector<std::string> Mentions(std::string_view full) const {
    std::vector<std::string> words;
    if (const Name* name = Find(full)) {
      for (const Span span : name->mentions) words.emplace_back(view_.Text(span));
    }
    return words;
  }
  std::vector<std::string> All(NameKind kind) const {
    std::vector<std::string> words;
    for (const Name& name : names_.names) {
      if (name.kind == kind) words.push_back(name.name);
    }
    return words;
  }
  // Whom the n-th place of `phrase` means, as a whole word.
  std::string Who(std::string_view phrase, int n = 1) const {
    size_t at = std::string::npos;
    for (size_t from = 0; n > 0; from = at + 1) {
      at = document_.text.find(phrase, from);
      if (at == 0 || !IsLetter(static_cast<unsigned char>(document_.text[at - 1]))) --n;
    }
    uint32_t first = 0;
    while (view_.tokens[first].start < at) ++first;
    uint32_t last = first;
    while (last < view_.tokens.size() && view_.tokens[last].start < at + phrase.size()) ++last;
    return ResolveSource(view_, names_, quotes_, first, last);
  }
  bool OwnedByNames(std::string_view words) const {
    const size_t at = document_.text.find(words);
    for (uint32_t t = 0; t < view_.tokens.size(); ++t) {
      const Token& token = view_.tokens[t];
      if (token.start >= at && token.end() <= at + words.size() && token.token_class != TokenClass::kDash &&
          view_.owner[t] != Owner::kName) {
        return false;
      }
    }
    return true;
  }

 private:
  static Document Make(const std::string& text) {
    Document document;
    document.id = "test";
    size_t start = 0;
    for (int id = 1; start <= text.size(); ++id) {
      size_t end = text.find("\n====\n", start);
      if (end == std::string::npos) end = text.size();
      Story story;
      story.id = id;
      story.span = {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
      // A first line that ends with a blank one is the headline.
      const size_t blank = text.find("\n\n", start);
      Span body = story.span;
      if (text.compare(start, 2, "# ") == 0 && blank < end) {
        story.segments.push_back(
            {SegmentRole::kHeadline, {static_cast<uint32_t>(start + 2), static_cast<uint32_t>(blank)}, 1, 1});
        body.start = static_cast<uint32_t>(blank + 2);
      }
      story.segments.push_back({SegmentRole::kBody, body, 1, 1});
      document.stories.push_back(story);
      start = end + 6;
    }
    document.text = text;
    return document;
  }

  Document document_;
  TextView view_;
  QuoteMap quotes_;
  NameTable names_;
};

TEST(Names, TitlesAreRolesNotNames) {
  const Found found(
      "Deputy Secretary of State Edda Marlow met Norway's vice fisheries minister, Pak Do-hyon, on board. "
      "Harbour spokesman Iven Storr and Tilda Oswin, a former ferry captain, were there. Prime Minister Lena Roe stayed away.");
  EXPECT_EQ(found.Find("Edda Marlow")->role, "Deputy Secretary of State");
  EXPECT_EQ(found.Find("Pak Do-hyon")->role, "Norway's vice fisheries minister");
  EXPECT_EQ(found.Find("Iven Storr")->role, "Harbour spokesman");
  EXPECT_EQ(found.Find("Tilda Oswin")->role, "former ferry captain");
  EXPECT_EQ(found.Find("Lena Roe")->role, "Prime Minister");
}

TEST(Names, AnOfficeAloneIsNoName) {
  const Found found("The Prime Minister met the Chairman of State Affairs and the Foreign Minister. The Bolivian PM left.");
  EXPECT_THAT(found.All(NameKind::kPerson), IsEmpty());
}

TEST(Names, KindsByTheirWords) {
  const Found found(
      "The Ministry of Ferries and Canals, the Corvane Institute for Harbour Research and the Olvet River Police sent boats to "
      "Port Sunder Bay "
      "and to Victoria Park. In Tolmere the Zorvans cheered.");
  EXPECT_THAT(found.All(NameKind::kOrganisation),
              ElementsAre("Ministry of Ferries", "Canals", "Corvane Institute for Harbour Research", "Olvet River Police"));
  EXPECT_THAT(found.All(NameKind::kPlace), ElementsAre("Port Sunder Bay", "Victoria Park", "Tolmere"));
  EXPECT_THAT(found.All(NameKind::kGroup), ElementsAre("Zorvans"));
}

TEST(Names, SurnamesJoinTheFullName) {
  const Found found("Ruvo Astrik sold the boat. Astrik's sister stayed. Mr. Astrik and J. R. Hollin met. Hollin left.");
  EXPECT_THAT(found.Mentions("Ruvo Astrik"), ElementsAre("Ruvo Astrik", "Astrik", "Astrik"));
  EXPECT_EQ(found.Mentions("J. R. Hollin").size(), 2u);
}

TEST(Names, FormsOfOneEastAsianName) {
  const Found found("Pak Do Hyon came first. Pak Do-hyon spoke. \"I met Pak [Do-hyon] there,\" a guard said. Pak went home.");
  EXPECT_EQ(found.All(NameKind::kPerson).size(), 1u);
  EXPECT_EQ(found.Mentions("Pak Do Hyon").size(), 4u);
}

TEST(Names, PeopleWithOneFamilyNameStayApart) {
  const Found found(
      "North Korean leader Pak Do Hyon opened a dam. Pak praised the crews. Pak stayed on. Pak slept there.\n\n"
      "South Korean Vice Minister of Canals Pak Ji-sol called the mayor of Oslo.\n\n"
      "Echoing Pak's worries, the mayor promised help.\n\n"
      "The dam was built in ten years.\n\nIt is the longest one.\n\nNobody was hurt.\n\n"
      "\"The dam serves Pak well,\" said Mina Pak, an analyst.\n\nPak Aldren left the party.");
  EXPECT_THAT(found.Mentions("Pak Do Hyon"), ElementsAre("Pak Do Hyon", "Pak", "Pak", "Pak", "Pak"));
  EXPECT_THAT(found.Mentions("Pak Ji-sol"), ElementsAre("Pak Ji-sol", "Pak"));
  EXPECT_THAT(found.Mentions("Mina Pak"), ElementsAre("Mina Pak"));
}

TEST(Names, AcronymsJoinTheirExpansion) {
  const Found found(
      "The Harbour Crane Operators Union (HCOU) struck. The HCOU wants more. A LKRA boat came; the Lake Rescue Association is "
      "small.");
  EXPECT_THAT(found.Mentions("Harbour Crane Operators Union"), ElementsAre("Harbour Crane Operators Union", "HCOU", "HCOU"));
  const Found before("The OWB fined Roe. The Olvet Water Board was founded later.");
  EXPECT_THAT(before.Mentions("Olvet Water Board"), ElementsAre("OWB", "Olvet Water Board"));
}

TEST(Names, CountriesAndTheirForms) {
  const Found found(
      "The United Kingdom and the U.S. met. The UK left. \"Join us,\" it said. Seoul and the North Koreans stayed in South "
      "Korea; the South won.");
  EXPECT_EQ(found.Mentions("United Kingdom").size(), 2u);
  EXPECT_THAT(found.Mentions("United States"), ElementsAre("U.S."));
  EXPECT_THAT(found.Mentions("South Korea"), ElementsAre("South Korea", "South"));
  EXPECT_NE(found.Find("Seoul"), nullptr);
}

TEST(Names, SentenceCapitalsAreNoNames) {
  const Found found(
      "Drones came. Protests followed. Meeting Ada Roe, they left. Officials said so. \"Talks go on,\" they said. FALLEN: The "
      "nine crews.");
  EXPECT_THAT(found.All(NameKind::kPerson), ElementsAre("Ada Roe"));
  EXPECT_THAT(found.All(NameKind::kOrganisation), IsEmpty());
}

TEST(Names, HeadlinesTakeTheNamesOfTheBody) {
  const Found found(
      "# Astrik Sells Boat As Harbour Crews Watch In Tolmere\n\nRuvo Astrik sold the boat. Crews watched it in Tolmere.");
  EXPECT_THAT(found.All(NameKind::kPerson), ElementsAre("Ruvo Astrik"));
  EXPECT_THAT(found.Mentions("Ruvo Astrik"), ElementsAre("Astrik", "Ruvo Astrik"));
  EXPECT_THAT(found.All(NameKind::kPlace), ElementsAre("Tolmere"));
}

TEST(Names, NeverCrossStories) {
  const Found found("Ruvo Astrik sold the boat. Astrik left.\n====\nMina Astrik bought a boat. Astrik is glad.");
  EXPECT_EQ(found.Mentions("Ruvo Astrik").size(), 2u);
  EXPECT_EQ(found.Mentions("Mina Astrik").size(), 2u);
}

TEST(Names, NumbersInsideNamesAreTaken) {
  const Found found(
      "Flight 12 and the MX20 hit the 528th Regiment; Article 7 of the 52 North report; a Boeing 747, the F-16 and COVID-19.");
  for (const char* name : {"Flight 12", "MX20", "528th Regiment", "Article 7", "52 North", "Boeing 747", "F-16", "COVID-19"}) {
    EXPECT_TRUE(found.OwnedByNames(name)) << name;
  }
  EXPECT_FALSE(Found("They sold 12 Norwegian boats.").OwnedByNames("12"));
  EXPECT_FALSE(Found("The boat has 60 MW and cost HK$3bn.").OwnedByNames("HK"));
}

TEST(Names, GenderByFirstNameKinshipAndPronoun) {
  const Found found("Henry Oswin left. Ruvo Astrik sold her boat. Iven Storr, the mother of three, stayed.");
  EXPECT_EQ(found.Find("Henry Oswin")->gender, Gender::kMale);
  EXPECT_EQ(found.Find("Iven Storr")->gender, Gender::kFemale);
  const Found pronoun("Ruvo Astrik sold her boat.");
  EXPECT_EQ(pronoun.Find("Ruvo Astrik")->gender, Gender::kFemale);
}

TEST(ResolveSource, NamesInPhrases) {
  const Found found(
      "Iven Storr, the harbour spokesman, left. Harbour spokesman Iven Storr left. Storr stayed. Officials in Oslo waited. "
      "Ada Roe's lawyer smiled. Roe's lawyer, Lena Marlow, waited. Anadolu news agency wrote. The Ministry of Ferries in Tolmere "
      "wrote.");
  EXPECT_EQ(found.Who("Iven Storr, the harbour spokesman"), "Iven Storr");
  EXPECT_EQ(found.Who("Harbour spokesman Iven Storr"), "Iven Storr");
  EXPECT_EQ(found.Who("Storr", 3), "Iven Storr");
  EXPECT_EQ(found.Who("Officials in Oslo"), "Officials in Oslo");
  EXPECT_EQ(found.Who("Ada Roe's lawyer"), "Ada Roe's lawyer");
  EXPECT_EQ(found.Who("Roe's lawyer, Lena Marlow"), "Lena Marlow");
  EXPECT_EQ(found.Who("Anadolu news agency"), "Anadolu Agency");
  EXPECT_EQ(found.Who("The Ministry of Ferries in Tolmere"), "Ministry of Ferries");
}

TEST(ResolveSource, OfficesBeforeNamesAndDocuments) {
  const Found found(
      "US Secretary of Canals Ada Roe met Norway's vice fisheries minister, Pak Do-hyon. Roe said the boat was sold. The "
      "statement came late. "
      "Her letter was short. The Oslo-based Corvane Agency wrote. Roe's mother, Lena Marlow, wrote. Norwegian officials said "
      "they knew.");
  EXPECT_EQ(found.Who("US Secretary of Canals Ada Roe"), "Ada Roe");
  EXPECT_EQ(found.Who("Norway's vice fisheries minister, Pak Do-hyon"), "Pak Do-hyon");
  EXPECT_EQ(found.Who("The statement"), "Ada Roe");
  EXPECT_EQ(found.Who("Her letter"), "Ada Roe");
  EXPECT_EQ(found.Who("The Oslo-based Corvane Agency"), "Corvane Agency");
  EXPECT_EQ(found.Who("Roe's mother, Lena Marlow"), "Lena Marlow");
  EXPECT_EQ(found.Who("they"), "Norwegian officials");
}

TEST(ResolveSource, PronounsByGenderAndNearness) {
  const Found found(
      "Henry Oswin met Ada Roe in Oslo. She said the boat was sold. \"I told them so,\" he said.\n\nBoth left. They said "
      "nothing. "
      "Mayor Lena Marlow, who came late, said he was right.");
  EXPECT_EQ(found.Who("She"), "Ada Roe");
  EXPECT_EQ(found.Who("he"), "Henry Oswin");
  EXPECT_EQ(found.Who("who"), "Lena Marlow");
  const Found farther("Pollster Lena Marlow, an analyst in Oslo, who came late, left. Those who came, left.");
  EXPECT_EQ(farther.Who("who"), "Lena Marlow");
  EXPECT_EQ(farther.Who("who", 2), "who");
}

TEST(ResolveSource, JointNames) {
  const Found found(
      "Norway, Chile and the Corvane Agency agreed. Officials in Norway and Chile agreed. Both Norway and the UK agreed.");
  EXPECT_EQ(found.Who("Norway, Chile and the Corvane Agency"), "Norway + Chile + Corvane Agency");
  EXPECT_EQ(found.Who("Officials in Norway and Chile"), "Officials in Norway and Chile");
  EXPECT_EQ(found.Who("Both Norway and the UK"), "Norway + United Kingdom");
}

TEST(ResolveSource, BodiesByTheirNoun) {
  const Found found(
      "The Ministry of Ferries met the Corvane Agency. The agency said it was sorry. The ministry sent boats. "
      "Anadolu news agency reported the sale. It named the price. The council said no.");
  EXPECT_EQ(found.Who("The agency"), "Corvane Agency");
  EXPECT_EQ(found.Who("The ministry"), "Ministry of Ferries");
  EXPECT_EQ(found.Who("It named").substr(0, 2), "It");
  EXPECT_EQ(found.Who("The council"), "The council");
}

TEST(Names, SurnamesThatAreWordsOrPlaces) {
  const Found found("\"It is late,\" Law said. Steven Law was there. The driver, Milan Orsic, left; Orsic was tired.");
  EXPECT_THAT(found.Mentions("Steven Law"), ElementsAre("Law", "Steven Law"));
  EXPECT_THAT(found.Mentions("Milan Orsic"), ElementsAre("Milan Orsic", "Orsic"));
  EXPECT_THAT(Found("The law said so. Mina Roe read the Harbour Law there.").All(NameKind::kPerson), ElementsAre("Mina Roe"));
}

TEST(Names, StatesAndPluralsAreNoPeople) {
  const Found found("Independents say the dam is safe. Astrik says so. Senator Ada Roe, R-Fla., said so.");
  EXPECT_THAT(found.All(NameKind::kPerson), ElementsAre("Astrik", "Ada Roe"));
}

TEST(ResolveSource, AppositionsBehindThePhrase) {
  const Found found(
      "The driver, Iven Storr, said no. The group's head, Ada Roe, left. The driver, Iven Storr and Ada Roe met. Roe and Storr's "
      "mother, Ines, wept. A report by the Corvane Agency came.");
  EXPECT_EQ(found.Who("The driver"), "Iven Storr");
  EXPECT_EQ(found.Who("The group's head"), "Ada Roe");
  EXPECT_EQ(found.Who("Roe and Storr's mother"), "Ines");
  EXPECT_EQ(found.Who("A report by the Corvane Agency"), "Corvane Agency");
}

TEST(ResolveSource, PeopleAndBodiesWithoutAName) {
  const Found found(
      "Mayor Ada Roe opened the dam. A police spokeswoman said two men were held. She added that one was armed.\n\n"
      "Oslo's fisheries ministry said the boats were old. The ministry warned that it would sell them. It said no more.\n\n"
      "Security experts who knew left. The experts said so.");
  EXPECT_EQ(found.Who("She"), "police spokeswoman");
  EXPECT_EQ(found.Who("The ministry"), "Oslo's fisheries ministry");
  EXPECT_EQ(found.Who("It"), "Oslo's fisheries ministry");
  EXPECT_EQ(found.Who("who"), "Security experts");
  EXPECT_EQ(found.Who("The experts"), "Security experts");
}

TEST(ResolveSource, DescriptionsByOffice) {
  const Found found(
      "North Korean leader Pak Do-hyon met Norwegian President Ada Roe and Sen. Ruvo Astrik. The Norwegian president spoke. The "
      "North Korean leader stayed. The senator left. The mayor did not come.\n\nThe regional governor called. Governor Iven "
      "Storr "
      "spoke at noon.");
  EXPECT_EQ(found.Who("The Norwegian president"), "Ada Roe");
  EXPECT_EQ(found.Who("The North Korean leader"), "Pak Do-hyon");
  EXPECT_EQ(found.Who("The senator"), "Ruvo Astrik");
  EXPECT_EQ(found.Who("The mayor"), "The mayor");
  EXPECT_EQ(found.Who("The regional governor"), "Iven Storr");
}

TEST(ResolveSource, PronounsAndTheSubjectOfTheirSentence) {
  const Found told("Henry Oswin said no. Iven Storr met Oswin at noon, and he told Oswin so.");
  EXPECT_EQ(told.Who("he"), "Iven Storr");
  const Found aside(
      "\"Perhaps,\" Henry Oswin said.\n\nHarbour chief Iven Storr (L), a friend of the mayor, agreed even as he stayed.");
  EXPECT_EQ(aside.Who("he"), "Iven Storr");
}

TEST(ResolveSource, NoNameWhereUnsure) {
  const Found two("Ada Roe met Mina Dell. The woman said no.");
  EXPECT_EQ(two.Who("The woman"), "The woman");
  const Found far("Actress Ada Roe left. The play ran on.\n\nIt rained. It stopped. Mina Dell spoke. The actress said no.");
  EXPECT_EQ(far.Who("The actress"), "The actress");
}

TEST(Names, AnyBytesAndLongTextsEnd) {
  std::string names;
  for (int i = 0; i < 20000; ++i)
    StrAppend(&names, "Ruvo A", i % 977, "strik met Ada Roe", i, " and Pak Do-hyon. Astrik left, he said. ");
  const Found many(names);
  EXPECT_GT(many.All(NameKind::kPerson).size(), 2u);
  std::string capitals;
  for (int i = 0; i < 50000; ++i) capitals += "Of The And Roe-";
  const Found run(capitals);
  SUCCEED();
}

}  // namespace
}  // namespace crosscheck
