#include "base/json.h"

#include <gtest/gtest.h>

#include "base/days.h"
#include "crosscheck/crosscheck.h"
#include "tests/golden_file.h"

namespace crosscheck {
namespace {

Record Sample() {
  Record record;
  Document& d = record.document;
  d.id = "a.txt";
  d.uri = "bundle/a.txt";
  d.title = "Ferry aground";
  d.published = Published{OneDay(*ParseIsoDay("2031-03-04")), "json-ld"};
  d.text = "“Élan ran aground,” said Mara Voss. 14 hurt on Monday.";
  d.authors = {"Ida Quill"};
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(d.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 3, 1});
  d.stories.push_back(story);
  Statement s;
  s.id = "s1";
  s.story = 1;
  s.kind = StatementKind::kDirect;
  const auto at = [&](std::string_view words) {
    const auto start = static_cast<uint32_t>(d.text.find(words));
    return Span{start, start + static_cast<uint32_t>(words.size())};
  };
  s.sources.push_back({at("Mara Voss"), "Mara Voss", "Mara Voss"});
  s.cue.push_back(at("said"));
  s.content.push_back(at("Élan ran aground"));
  s.said_on = DayRange{ParseIsoDay("2031-03-03"), std::nullopt};
  s.rule = "en.statement.say";
  s.confidence = 0.93;
  record.statements.push_back(s);
  Figure f;
  f.id = "f1";
  f.story = 1;
  f.span = at("14");
  f.low = f.high = Decimal(14);
  f.portion = Portion::kAddition;
  f.counted = Phrase{at("hurt"), "hurt"};
  f.rule = "en.figure.count";
  record.figures.push_back(f);
  Timex t;
  t.id = "d1";
  t.story = 1;
  t.span = at("Monday");
  t.value = "2031-03-03";
  t.days = OneDay(*ParseIsoDay("2031-03-03"));
  t.mod = TimexMod::kApprox;
  t.rule = "en.date.weekday";
  record.dates.push_back(t);
  record.names.push_back({"n1", 1, "Mara Voss", NameKind::kPerson, "captain", Gender::kFemale, {at("Mara Voss")}, "en.name.person"});
  return record;
}

TEST(RecordJson, ComesBackAsItWas) {
  const std::string line = ToJson(Sample(), true);
  const auto read = RecordFromJson(line);
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(ToJson(*read, true), line);
  EXPECT_EQ(read->statements[0].content[0], Sample().statements[0].content[0]) << "bytes inside, code points in JSON";
}

TEST(RecordJson, CountsCodePoints) {
  const Json json = *ParseJson(ToJson(Sample(), false));
  EXPECT_EQ(json["statements"][0]["content"], Json::parse("[[1, 17]]"));
  EXPECT_FALSE(json.contains("text"));
  EXPECT_EQ(json["published"]["until"], "2031-03-04");
  EXPECT_TRUE(json["statements"][0]["nested_in"].is_null());
  EXPECT_EQ(json["figures"][0]["low"], "14");
}

TEST(RecordJson, ErrorsNameThePlace) {
  Json json = *ParseJson(ToJson(Sample(), true));
  json["figures"][0]["kind"] = "guess";
  EXPECT_EQ(ReadRecord(json).status().message(), "/figures/0/kind has an unknown value");
  json = *ParseJson(ToJson(Sample(), true));
  json["statements"][0]["content"][0] = {5, 2};
  EXPECT_EQ(ReadRecord(json).status().message(), "/statements/0/content/0 is not [start, end]");
  json = *ParseJson(ToJson(Sample(), true));
  json.erase("stories");
  EXPECT_EQ(ReadRecord(json).status().message(), "/stories is missing");
  json = *ParseJson(ToJson(Sample(), true));
  json["schema"] = "crosscheck.document/2";
  EXPECT_FALSE(ReadRecord(json).ok());
}

TEST(ParseJson, RefusesDeepNestingAndRubbish) {
  EXPECT_FALSE(ParseJson(std::string(200000, '[')).ok());
  EXPECT_FALSE(ParseJson("{\"a\":").ok());
  EXPECT_FALSE(ParseJson("").ok());
  EXPECT_TRUE(ParseJson("[[[1]]]").ok());
}

TEST(DumpJson, ReplacesBadUtf8) { EXPECT_EQ(DumpJson(Json("a\xFF")), "\"a\xEF\xBF\xBD\""); }

// The committed schemas and the page are made from the same description as the JSON itself.
TEST(Schema, CommittedFilesAreUpToDate) {
  for (const std::string shape : {"document", "worksheet", "reuse"}) {
    ExpectFile("docs/schema/" + shape + ".schema.json", JsonSchema(shape).dump(1) + "\n");
  }
  ExpectFile("docs/format.md", FormatPage());
}

}  // namespace
}  // namespace crosscheck
