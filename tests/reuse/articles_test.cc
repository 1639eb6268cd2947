#include "reuse/articles.h"

#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"
#include "tests/reuse/made_text.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kText[] =
    "The harbour council of Orlby voted on Monday to close the old grain pier after divers found cracks in its northern wall.\n\n"
    "Engineers will drive new piles before the winter storms, said Ada Holt, who leads the works office of the port.\n\n"
    "Ferries to the islands leave from the fish market until then, and lorries take the ring road around the old town.";
constexpr char kOther[] =
    "The school choir of Vexford sang for the king of the fair, and the baker handed out forty loaves with raisins.\n\n"
    "A late frost hit the orchards along the river, and growers burned straw through the night to save the blossom.";

Record Article(const std::string& id, const std::string& text, const std::string& outlet, int day) {
  Record record = OneStoryRecord(id, text);
  record.document.outlet = outlet;
  record.document.title = "Pier shuts";
  if (day > 0) {
    const Day date = std::chrono::sys_days(std::chrono::year(2031) / 3 / day);
    record.document.published = Published{{date, date}, "record"};
  }
  return record;
}

Worksheet Sheet(std::vector<Record> records, const ReuseOptions& options = {}) {
  static const auto& rules = *new Rulebook(*Rulebook::Load({}));
  Worksheet sheet;
  sheet.documents = std::move(records);
  SetReuse(FindReuse(sheet.documents, rules.tables(), 1, options), &sheet);
  return sheet;
}

std::vector<std::string> Documents(const std::vector<ReuseArticle>& rows) {
  std::vector<std::string> documents;
  for (const ReuseArticle& row : rows) documents.push_back(row.document);
  return documents;
}

TEST(ReuseArticles, FamiliesInOrderOfTimeThenTheRest) {
  const auto rows = ReuseArticles(Sheet({Article("a", kText, "Orlby Post", 4), Article("b", kText, "Vexford Mail", 3),
                                         Article("c", kText, "Tarn Radio", 0), Article("d", kOther, "Orlby Post", 1)}));
  ASSERT_THAT(Documents(rows), ElementsAre("b", "a", "c", "d"));
  EXPECT_TRUE(rows[0].earliest);
  EXPECT_FALSE(rows[1].earliest);
  EXPECT_EQ(rows[1].kind, ReuseKind::kCopy);
  EXPECT_EQ(rows[1].share, 1.0);
  EXPECT_EQ(rows[1].outlet, "Orlby Post");
  EXPECT_GT(rows[1].words, 50);
  EXPECT_EQ(rows[3].family, "");
  EXPECT_FALSE(rows[3].kind.has_value());
}

TEST(ReuseArticles, WhoIsCreditedAndInTheBundleIsTheOrigin) {
  const std::string credited = std::string(kText) + "\n\nThe closure was first reported by the Vexford Mail.";
  const auto rows = ReuseArticles(Sheet({Article("a", credited, "Orlby Post", 4), Article("b", kText, "Vexford Mail", 4),
                                         Article("c", credited, "Tarn Radio", 4)}));
  ASSERT_THAT(rows, SizeIs(3));
  for (const ReuseArticle& row : rows) EXPECT_EQ(row.origin, "b") << row.document;
  EXPECT_THAT(rows[0].reason, testing::Contains("credit line of a: Vexford Mail"));
}

TEST(ReuseArticles, OfTwoThatNameEachOtherNobodyIsTheOrigin) {
  const std::string both = std::string(kText) + "\n\nThe mayor told the Vexford Mail and the Orlby Post that she was sorry.";
  const auto rows = ReuseArticles(Sheet({Article("a", both, "Orlby Post", 4), Article("b", both, "Vexford Mail", 4)}));
  for (const ReuseArticle& row : rows) EXPECT_EQ(row.origin, "");
}

TEST(ReuseArticles, HiddenOutletsAreNotListed) {
  Worksheet sheet = Sheet({Article("a", kText, "Orlby Post", 4), Article("b", kText, "Vexford Mail", 3),
                           Article("c", kText, "Tarn Radio", 5)});
  HideOutlets({"vexford mail"}, &sheet);
  EXPECT_THAT(Documents(ReuseArticles(sheet)), ElementsAre("a", "c"));
  ASSERT_THAT(sheet.families, SizeIs(1));
  EXPECT_THAT(sheet.families[0].members, SizeIs(2));
  ASSERT_THAT(sheet.reuse, SizeIs(1));
  HideOutlets({"Tarn Radio"}, &sheet);
  EXPECT_THAT(sheet.families, IsEmpty());
}

TEST(ReuseOptions, ShortPassagesAndQuotationsAreNotCounted) {
  const std::string quote = "\"We will not leave a single family of this town without a roof this winter, whatever the cost of it may be "
                            "to the port and to the council, and we will not rest before the last of them is back in a house of its own,\"";
  const std::vector<Record> records = {Article("a", quote + " the mayor said.\n\n" + kText, "", 0),
                                       Article("b", quote + " the mayor said.\n\n" + kOther, "", 0)};
  EXPECT_THAT(Sheet(records).reuse, SizeIs(1));
  EXPECT_THAT(Sheet(records, {.ignore_quotes = true}).reuse, IsEmpty());
  EXPECT_THAT(Sheet(records, {.min_words = 200}).reuse, IsEmpty());
}

TEST(ReuseKinds, BriefIsCopyAndRoundUpIsPart) {
  const std::string brief = "A cargo ship lost 40 crates of lamps off Orlby on Monday night, the harbour office said.";
  const Worksheet sheet = Sheet({Article("a", brief, "Orlby Post", 4), Article("b", brief, "Vexford Mail", 4)});
  ASSERT_THAT(sheet.reuse, SizeIs(1));
  EXPECT_EQ(sheet.reuse[0].kind, ReuseKind::kCopy);
}

}  // namespace
}  // namespace crosscheck
