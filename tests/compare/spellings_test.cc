#include "compare/spellings.h"

#include <gtest/gtest.h>

#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"
#include "tests/compare/made_record.h"

namespace crosscheck {
namespace {

class Spellings : public testing::Test {
 protected:
  // One article for each list of names.
  std::vector<ComparedGroup> Compare(const std::vector<std::vector<std::string>>& articles) {
    std::vector<Record> records;
    for (size_t i = 0; i < articles.size(); ++i) {
      MadeRecord record(StrCat("doc", i), StrCat(Join(articles[i], " met "), "."));
      for (const std::string& name : articles[i]) record.Person(name);
      records.push_back(record);
    }
    return CompareSpellings(records, rules_->tables());
  }
  absl::StatusOr<Rulebook> rules_ = Rulebook::Load({});
};

TEST_F(Spellings, ALetterMoreInALongWord) {
  const auto groups = Compare({{"Mattias Orell"}, {"Matthias Orell"}});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].group.type, ClaimType::kName);
  ASSERT_EQ(groups[0].findings.size(), 1u);
  EXPECT_EQ(groups[0].findings[0].rule, "name.spelling");
}

TEST_F(Spellings, AMiddleNameTakenForTheSurname) {
  const auto groups = Compare({{"Levan Tariel"}, {"Levan Tariel Moss"}, {"Levan Moss"}});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].findings[0].rule, "name.misread");
  EXPECT_EQ(groups[0].group.members.size(), 3u);
}

TEST_F(Spellings, ShortWordsAndHyphensAreNoSpellings) {
  EXPECT_TRUE(Compare({{"Kim Il Sung"}, {"Kim Jong Il"}}).empty());
  EXPECT_TRUE(Compare({{"Han Seo Jun"}, {"Han Seo-jun"}}).empty());
  EXPECT_TRUE(Compare({{"Ana Moss"}, {"Ann Moss"}}).empty());
  EXPECT_TRUE(Compare({{"Levan Moss"}, {"Moss"}}).empty());
}

TEST_F(Spellings, TwoPersonsInOneArticleAreTwo) {
  EXPECT_TRUE(Compare({{"Mattias Orell", "Matthias Orell"}, {"Matthias Orell"}}).empty());
}

}  // namespace
}  // namespace crosscheck
