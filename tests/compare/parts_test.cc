#include "compare/parts.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

// Document a has the stories 1 and 2 with a sentence and a claim each; b and c have one story.
Worksheet Sheet() {
  Worksheet sheet;
  for (const char* id : {"a", "b", "c"}) {
    Record& record = sheet.documents.emplace_back();
    record.document.id = id;
    for (int story = 1; story <= (record.document.id == "a" ? 2 : 1); ++story) {
      record.document.stories.push_back({.id = story});
      record.sentences.push_back({.story = story});
      ClaimFrame claim;
      claim.story = story;
      claim.sentence = static_cast<uint32_t>(story - 1);
      record.claims.push_back(claim);
    }
  }
  sheet.reuse = {{.a = "a", .b = "b", .a_story = 1, .b_story = 1}, {.a = "a", .b = "c", .a_story = 2, .b_story = 1}};
  sheet.families = {{"o1", {{"a", 2}, {"b", 1}, {"c", 1}}, ""}};
  return sheet;
}

TEST(PartsTest, APartHasTheStoriesOfItsEventWithWhatWasFoundInThem) {
  const Worksheet part = PartOf(Sheet(), {"e-a:2", {{"a", 2}, {"c", 1}}});
  ASSERT_THAT(part.documents, SizeIs(2));
  ASSERT_THAT(part.documents[0].document.stories, SizeIs(1));
  EXPECT_EQ(part.documents[0].document.stories[0].id, 2);
  ASSERT_THAT(part.documents[0].claims, SizeIs(1));
  EXPECT_EQ(part.documents[0].claims[0].sentence, 0u);  // numbered anew
  ASSERT_THAT(part.reuse, SizeIs(1));
  EXPECT_EQ(part.reuse[0].b, "c");
  ASSERT_THAT(part.families, SizeIs(1));
  EXPECT_THAT(part.families[0].members, ElementsAre(Pair("a", 2), Pair("c", 1)));
}

TEST(PartsTest, AFamilyOfOneIsNone) { EXPECT_THAT(PartOf(Sheet(), {"e-b:1", {{"b", 1}}}).families, IsEmpty()); }

TEST(PartsTest, PutTogetherGroupsAreNumberedOn) {
  Worksheet sheet;
  sheet.groups.resize(2);
  Worksheet part;
  part.groups = {{.id = "g1"}, {.id = "g2"}};
  part.findings = {{.group = "g2"}, {.group = ""}};
  AddPart(part, &sheet);
  EXPECT_EQ(sheet.groups[2].id, "g3");
  EXPECT_EQ(sheet.groups[3].id, "g4");
  EXPECT_EQ(sheet.findings[0].group, "g4");
  EXPECT_EQ(sheet.findings[1].group, "");
}

}  // namespace
}  // namespace crosscheck
