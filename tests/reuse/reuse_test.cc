#include "reuse/reuse.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gtest/gtest.h"
#include "rulebook/tables.h"
#include "tests/reuse/made_text.h"

namespace crosscheck {
namespace {

const RuleTables& Rules() {
  static const auto& rules = *new Rulebook(*Rulebook::Load({}));
  return rules.tables();
}

ReuseResult Find(std::vector<Record> records, int threads = 1) {
  std::sort(records.begin(), records.end(), [](const Record& x, const Record& y) { return x.document.id < y.document.id; });
  return FindReuse(records, Rules(), threads);
}

const Reuse* PairOf(const ReuseResult& result, std::string_view a, std::string_view b) {
  for (const Reuse& reuse : result.pairs) {
    if (reuse.a == a && reuse.b == b) return &reuse;
  }
  return nullptr;
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

constexpr char kFooter[] =
    "Get the Lantern morning letter with the stories that matter in your inbox every day. You can leave the list at any time "
    "through the "
    "link below each letter.";

TEST(FindReuse, CopyWithInsertedCutAndSwappedParagraphs) {
  const std::vector<std::string> p = MadeParagraphs(1, 6);
  const std::string original = JoinParagraphs(p);
  const std::string copy = JoinParagraphs({"VELMORA (Dispatch) -", p[0], MadeStory(77, 1), p[3], p[1], p[2]});
  const ReuseResult result = Find({OneStoryRecord("a", original), OneStoryRecord("b", copy), OneStoryRecord("c", MadeStory(2))});
  ASSERT_EQ(result.pairs.size(), 1u);
  const Reuse& reuse = result.pairs[0];
  EXPECT_EQ(reuse.kind, ReuseKind::kCopy);
  // What is marked on both sides is the same text, and all of the four paragraphs is marked.
  size_t shared = 0;
  for (const Passage& passage : reuse.passages) {
    EXPECT_EQ(passage.a.In(original), passage.b.In(copy));
    shared += passage.a.size();
  }
  EXPECT_GE(shared, p[0].size() + p[1].size() + p[2].size() + p[3].size());
  EXPECT_LE(shared, p[0].size() + p[1].size() + p[2].size() + p[3].size() + 10);
  ASSERT_EQ(result.families.size(), 1u);
  EXPECT_EQ(result.families[0].members, (std::vector<std::pair<std::string, int>>{{"a", 1}, {"b", 1}}));
}

TEST(FindReuse, BadlyScannedCopyIsStillOnePassage) {
  const std::string original = MadeStory(3);
  const ReuseResult result = Find({OneStoryRecord("a", original), OneStoryRecord("b", Misread(original, 5, 5))});
  ASSERT_EQ(result.pairs.size(), 1u);
  EXPECT_EQ(result.pairs[0].kind, ReuseKind::kCopy);
  EXPECT_EQ(result.pairs[0].passages.size(), 1u);
  EXPECT_GE(result.pairs[0].share_a, 0.97);
  EXPECT_TRUE(result.pairs[0].changes.empty());
}

TEST(FindReuse, FooterOfASiteIsNoCopy) {
  std::vector<Record> records;
  for (uint64_t i = 0; i < 6; ++i) records.push_back(OneStoryRecord(StrCat("p", i), StrCat(MadeStory(10 + i), "\n\n", kFooter)));
  // Two of them are copies all the same.
  records.push_back(OneStoryRecord("q", StrCat(MadeStory(10), "\n\n", kFooter)));
  const ReuseResult result = Find(records);
  ASSERT_EQ(result.families.size(), 1u);
  EXPECT_EQ(result.families[0].members.size(), 2u);
  for (const Reuse& reuse : result.pairs) {
    if (reuse.kind == ReuseKind::kBoilerplate) continue;
    EXPECT_EQ(StrCat(reuse.a, reuse.b), "p0q");
  }
}

TEST(FindReuse, FurnitureIsOneGroupWithItsPlaces) {
  constexpr std::string_view kTerms = "All that stands here may be printed again only where the Lantern has said so in writing.";
  std::vector<Record> records;
  for (uint64_t i = 0; i < 5; ++i) {
    records.push_back(
        OneStoryRecord(StrCat("p", i), StrCat(MadeStory(10 + i), "\n\n", kFooter, i < 3 ? "\n\n" : "", i < 3 ? kTerms : "")));
  }
  const ReuseResult result = Find(records);
  ASSERT_EQ(result.carried.size(), 2u);  // its two sentences stand together wherever they stand
  EXPECT_EQ(result.carried[0].documents, 5);
  EXPECT_EQ(result.carried[0].text, kFooter);
  EXPECT_EQ(result.carried[1].documents, 3);
  EXPECT_EQ(result.carried[1].text, kTerms);
  for (const CarriedPlace& place : result.carried[0].places) {
    const Record& record = records[static_cast<size_t>(place.document[1] - '0')];
    EXPECT_EQ(place.span.In(record.document.text), kFooter);
  }
  EXPECT_TRUE(result.limits.empty());
}

TEST(FindReuse, StoryCarriedByFortyPagesIsNoFurniture) {
  std::vector<Record> records;
  for (uint64_t i = 0; i < 40; ++i) {
    records.push_back(OneStoryRecord(StrCat("p", 10 + i), StrCat(MadeStory(5), "\n\n", MadeStory(100 + i, 1), "\n\n", kFooter)));
  }
  const ReuseResult result = Find(records);
  ASSERT_EQ(result.families.size(), 1u);
  EXPECT_EQ(result.families[0].members.size(), 40u);
  EXPECT_EQ(std::count_if(result.pairs.begin(), result.pairs.end(), [](const Reuse& r) { return r.kind == ReuseKind::kCopy; }),
            780);
}

TEST(FindReuse, PairsOfALargeFamilyGrowWithItsMembersOnly) {
  std::vector<Record> records;
  for (uint64_t i = 0; i < 400; ++i) {
    records.push_back(OneStoryRecord(StrCat("p", 1000 + i), StrCat(MadeStory(5), "\n\n", MadeStory(1000 + i, 1))));
  }
  const ReuseResult result = Find(records);
  ASSERT_EQ(result.families.size(), 1u);
  EXPECT_EQ(result.families[0].members.size(), 400u);
  EXPECT_LE(result.pairs.size(), 400u * 8);
  ASSERT_EQ(result.limits.size(), 1u);  // and it says so
  EXPECT_NE(result.limits[0].find("not every pair"), std::string::npos);
}

TEST(FindReuse, ChangesInASentenceOfWhichNoFourWordsInARowAreLeft) {
  const auto report = [](std::string_view size, int far, std::string_view place) {
    return StrCat("A magnitude ", size, " tremor struck ", far, " kilometres south of ", place,
                  ", the survey office of the coast said in a first "
                  "notice to its members.\n\n",
                  MadeStory(8, 2));
  };
  const ReuseResult result =
      Find({OneStoryRecord("a", report("5.6", 136, "Velmora")), OneStoryRecord("b", report("6.1", 150, "Sandrin"))});
  ASSERT_EQ(result.pairs.size(), 1u);
  EXPECT_EQ(result.pairs[0].passages[0].a.start, 0u);
  EXPECT_EQ(std::count_if(result.pairs[0].changes.begin(), result.pairs[0].changes.end(),
                          [](const Edit& e) { return e.kind == EditKind::kFigure; }),
            2);
}

TEST(FindReuse, SameFormWithOtherFactsIsATemplate) {
  const auto report = [](std::string_view place, int size, int depth, int homes, std::string_view official) {
    return StrCat("A tremor of size ", size, " shook the town of ", place, " on the coast, the survey office said.\n\nIt began ",
                  depth, " kilometres below the ground and lasted for half a minute, said ", official, " of the office. Around ",
                  homes, " homes near ", place, " lost power for some hours.\n\nNobody was hurt and the port stayed open.");
  };
  const ReuseResult result = Find({OneStoryRecord("a", report("Velmora", 4, 31, 2200, "Ada Winkel")),
                                   OneStoryRecord("b", report("Port Sandrin", 6, 12, 900, "Olu Brandt"))});
  ASSERT_EQ(result.pairs.size(), 1u);
  EXPECT_EQ(result.pairs[0].kind, ReuseKind::kTemplate);
  EXPECT_TRUE(result.families.empty());
}

TEST(FindReuse, ChangedFactsInsideCopiedText) {
  const std::string a =
      "The ferry Aurelia ran aground off Port Sandrin on Tuesday with 140 people on board. Captain Mila Torvald said the pumps "
      "were not "
      "working when the storm came up. Rescuers took everybody to the old customs house before dawn, and doctors looked after "
      "nine of them. "
      "The harbour office will hear the crew next week and asked the yard for its papers.";
  std::string b = Replaced(a, "140 people", "410 people");
  b = Replaced(b, "Mila Torvald", "Jonas Ekkert");
  b = Replaced(b, "were not working", "were working");
  b = Replaced(b, "Tuesday", "Thursday");
  b = Replaced(b, "harbour", "harbor");
  const ReuseResult result = Find({OneStoryRecord("a", a), OneStoryRecord("b", b)});
  ASSERT_EQ(result.pairs.size(), 1u);
  const Reuse& reuse = result.pairs[0];
  EXPECT_EQ(reuse.kind, ReuseKind::kCopy);
  std::vector<std::string> changes;
  for (const Edit& edit : reuse.changes)
    changes.push_back(StrCat(static_cast<int>(edit.kind), ":", edit.a.In(a), ">", edit.b.In(b)));
  EXPECT_EQ(changes, (std::vector<std::string>{StrCat(static_cast<int>(EditKind::kDate), ":Tuesday>Thursday"),
                                               StrCat(static_cast<int>(EditKind::kFigure), ":140>410"),
                                               StrCat(static_cast<int>(EditKind::kName), ":Mila Torvald>Jonas Ekkert"),
                                               StrCat(static_cast<int>(EditKind::kNegation), ":not>")}));
}

TEST(FindReuse, SameQuotationInIndependentReports) {
  const std::string quotation =
      "\"We will not move the lighthouse a second time, and whoever says that we planned to has not read the letters that this "
      "council "
      "wrote last spring to the people of the island,\"";
  const ReuseResult result =
      Find({OneStoryRecord("a", StrCat(MadeStory(31), "\n\n", quotation, " she said.\n\n", MadeStory(32, 2))),
            OneStoryRecord("b", StrCat(MadeStory(33), "\n\n", quotation, " the mayor told reporters.\n\n", MadeStory(34, 2)))});
  ASSERT_EQ(result.pairs.size(), 1u);
  EXPECT_EQ(result.pairs[0].kind, ReuseKind::kQuote);
}

TEST(FindReuse, RoundUpPageDoesNotJoinTwoFamilies) {
  std::vector<Record> records;
  for (uint64_t story = 0; story < 2; ++story) {
    for (int copy = 0; copy < 3; ++copy) records.push_back(OneStoryRecord(StrCat("s", story, copy), MadeStory(50 + story, 4)));
  }
  const std::vector<std::string> first = MadeParagraphs(50, 4);
  const std::vector<std::string> second = MadeParagraphs(51, 4);
  records.push_back(OneStoryRecord("round-up", JoinParagraphs({first[0], first[1], second[0], second[1]})));
  const ReuseResult result = Find(records);
  for (const Family& family : result.families) {
    std::set<char> stories;
    for (const auto& [document, story] : family.members) {
      if (document[0] == 's') stories.insert(document[1]);
    }
    EXPECT_EQ(stories.size(), 1u) << "two stories in family " << family.id;
  }
  EXPECT_NE(PairOf(result, "round-up", "s00"), nullptr);
  EXPECT_NE(PairOf(result, "round-up", "s10"), nullptr);
}

TEST(FindReuse, SameStoryTwiceInAPage) {
  const std::string story = MadeStory(60, 3);
  const std::string page = StrCat(story, "\n\nRead on\n\n", story);
  const ReuseResult result = Find({OneStoryRecord("a", page)});
  ASSERT_EQ(result.pairs.size(), 1u);
  EXPECT_EQ(result.pairs[0].a, result.pairs[0].b);
  EXPECT_EQ(result.pairs[0].kind, ReuseKind::kCopy);
  ASSERT_EQ(result.pairs[0].passages.size(), 1u);
  EXPECT_EQ(result.pairs[0].passages[0].a.In(page), result.pairs[0].passages[0].b.In(page));
}

TEST(FindReuse, OriginNeedsEvidence) {
  Record early = OneStoryRecord("early", MadeStory(70));
  Record late = OneStoryRecord("late", MadeStory(70));
  EXPECT_EQ(Find({early, late}).pairs.at(0).source, "");
  const Day day{std::chrono::sys_days(std::chrono::year(2031) / 3 / 4)};
  early.document.published = Published{{day, day}, "test"};
  late.document.published = Published{{day + std::chrono::days(1), day + std::chrono::days(1)}, "test"};
  const ReuseResult dated = Find({early, late});
  EXPECT_EQ(dated.pairs.at(0).source, "early");
  EXPECT_FALSE(dated.pairs.at(0).evidence.empty());
  EXPECT_EQ(dated.families.at(0).origin, "early");
  // A credit that names the later page's own outlet speaks against the date: undecided.
  early.document.outlet = "Velmora Post";
  early.document.credit = {"Dispatch"};
  late.document.outlet = "Dispatch";
  EXPECT_EQ(Find({early, late}).pairs.at(0).source, "");
}

TEST(FindReuse, TheSameForAnyNumberOfThreads) {
  std::vector<Record> records;
  for (uint64_t i = 0; i < 60; ++i) {
    records.push_back(
        OneStoryRecord(StrCat("p", 100 + i), StrCat(Misread(MadeStory(i % 9), i, i % 3), "\n\n", MadeStory(200 + i % 7, 1))));
  }
  const ReuseResult one = Find(records, 1);
  const ReuseResult three = Find(records, 3);
  ASSERT_EQ(one.pairs.size(), three.pairs.size());
  for (size_t i = 0; i < one.pairs.size(); ++i) {
    EXPECT_EQ(one.pairs[i].a, three.pairs[i].a);
    EXPECT_EQ(one.pairs[i].b, three.pairs[i].b);
    EXPECT_EQ(one.pairs[i].passages.size(), three.pairs[i].passages.size());
  }
  EXPECT_FALSE(one.pairs.empty());
}

TEST(FindReuse, TextThatRepeatsItselfWithoutEnd) {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += "again and again ";
  const ReuseResult result = Find({OneStoryRecord("a", text), OneStoryRecord("b", text), OneStoryRecord("c", "")});
  EXPECT_NE(PairOf(result, "a", "b"), nullptr);
}

}  // namespace
}  // namespace crosscheck
