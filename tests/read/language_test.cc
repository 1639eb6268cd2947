#include "read/language.h"

#include <gtest/gtest.h>

#include "crosscheck/crosscheck.h"
#include "read/reader.h"

namespace crosscheck {
namespace {

std::string Language(std::string_view text) { return DetectLanguage(text, PageRulesOf({})); }

TEST(LanguageTest, ShortTexts) {
  const std::pair<std::string, std::string> cases[] = {
      {"en", "The ferry sank off the cape."},
      {"en", "Four people were hurt in Rio de Janeiro, police said."},
      {"de", "Die Fähre ist vor der Küste gesunken."},
      {"de", "Bei einem Brand in Aalen starben vier Menschen."},
      {"fr", "Le bateau a coulé dans la nuit."},
      {"es", "El barco se hundió en la bahía."},
      {"sv", "Båten sjönk under natten och fyra dog."},
      {"und", "Aalen: 4"},
      {"und", "Feuer zerstört Halle"},
      {"und", "14"},
      {"und", "Vier Menschen starben in Aalen."},
  };
  for (const auto& [language, text] : cases) EXPECT_EQ(Language(text), language) << text;
}

TEST(LanguageTest, NamesAreNoEvidence) {
  EXPECT_NE(Language("Pedro de la Cruz of Los Angeles met Lars von der Heide and the mayor of La Paz."), "es");
  EXPECT_EQ(Language("Rio de Janeiro mayor Eduardo dos Santos said on Monday that the bridge is shut and that it will be shut for a week, the city said."), "en");
}

// What no rules are for is not read by those of English, be it one line; what is too short to tell is only where the rules know its words.
TEST(LanguageTest, OnlyEnglishIsExtracted) {
  const auto rules = Rulebook::Load({});
  ASSERT_TRUE(rules.ok());
  const auto record = [&](const std::string& text) { return Extract(*ReadDocument(text, {.uri = "a.txt"}), *rules); };
  const Record german = record("Die Polizei sagte: \"In Aalen starben 4 Menschen\", so 12 Zeugen am 3. Juni 2031.");
  EXPECT_EQ(german.document.language, "de");
  EXPECT_TRUE(german.figures.empty() && german.dates.empty() && german.statements.empty() && german.names.empty());
  const Record headline = record("Four boats sank.");
  EXPECT_EQ(headline.document.language, "en");
  EXPECT_EQ(headline.figures.size(), 1);
  const Record clipped = record("Vier Menschen starben, Feuer zerstört Halle 3");
  EXPECT_EQ(clipped.document.language, "und");
  EXPECT_TRUE(clipped.figures.empty());
}

// Too little to tell, but nothing foreign in it: numbers, units, signs and words that the rules of English know.
TEST(LanguageTest, ShortTextsWithNothingForeignAreRead) {
  const auto rules = Rulebook::Load({});
  ASSERT_TRUE(rules.ok());
  const auto record = [&](const std::string& text) { return Extract(*ReadDocument(text, {.uri = "a.jsonl"}), *rules); };
  for (const std::string text : {"15 degrees celsius", "30 percent", "40 dollar", "Stamps: 2 €, 4 €, 6 €", "7 deg c", "Six wooden lorries left Orlby."}) {
    const Record read = record("{\"id\": \"a\", \"text\": \"" + text + "\"}");
    EXPECT_EQ(read.document.language, "en") << text;
    EXPECT_FALSE(read.figures.empty()) << text;
  }
  EXPECT_TRUE(record("{\"id\": \"a\", \"text\": \"3 Tote nach Unfall, 12 Verletzte\"}").figures.empty());
}

// Letters beside digits are parts of codes and addresses.
TEST(LanguageTest, CodesAreNoWords) {
  EXPECT_EQ(Language("7e19a04b-4e2d-8a9e-b6e1-90a1e5c4e8d0"), "und");
  EXPECT_EQ(Language("a_e.o@mail.example"), "und");
  EXPECT_EQ(Language("40 metres per second, per shaft, and non-standard gears all round"), "en");
}

TEST(LanguageTest, EveryStoryThatIsNotCheckedIsTold) {
  const auto rules = Rulebook::Load({});
  ASSERT_TRUE(rules.ok());
  std::vector<Record> records;
  for (const auto& [name, text] : {std::pair("a.txt", "Four boats sank off the cape, police said."),
                                   std::pair("b.txt", "Die Fähre ist vor der Küste gesunken, und vier Leute sind tot.")}) {
    records.push_back(Extract(*ReadDocument(text, {.uri = name}), *rules));
  }
  const Worksheet sheet = Compare(records, *rules, {});
  ASSERT_EQ(sheet.unchecked.size(), 1);
  EXPECT_EQ(sheet.unchecked[0].document, "b.txt");
  EXPECT_EQ(sheet.unchecked[0].reason, "in German; only English is checked");
  for (const std::string_view format : {"text", "json", "markdown", "csv", "html"}) {
    EXPECT_NE(Write(sheet, format)->find("in German; only English is checked"), std::string::npos) << format;
  }
  for (const std::string_view format : {"text", "markdown", "html"}) {
    EXPECT_NE(Write(sheet, format)->find("1 story not checked"), std::string::npos) << format;
  }
}

}  // namespace
}  // namespace crosscheck
