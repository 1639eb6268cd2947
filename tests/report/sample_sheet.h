// Worksheets made by hand, so that tests of the writers stand apart from what the other stages find.
#ifndef CROSSCHECK_TESTS_REPORT_SAMPLE_SHEET_H_
#define CROSSCHECK_TESTS_REPORT_SAMPLE_SHEET_H_

#include <string>
#include <string_view>

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "report/out.h"

namespace crosscheck {

// The first place of `words` in `text`.
inline Span SpanOf(std::string_view text, std::string_view words) {
  const auto start = static_cast<uint32_t>(text.find(words));
  return {start, start + static_cast<uint32_t>(words.size())};
}

inline Record SampleRecord(const std::string& id, const std::string& text, const std::string& published) {
  Record record;
  Document& d = record.document;
  d.id = id;
  d.uri = StrCat("harbour/", id);
  d.title = StrCat("Crane falls, ", id);
  d.outlet = "Coast Courier";
  d.url = StrCat("https://coast.example/", id);
  d.text = text;
  d.published = Published{OneDay(*ParseIsoDay(published)), "record"};
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  d.stories.push_back(story);
  return record;
}

inline void AddFigure(Record* record, const std::string& id, std::string_view words, int64_t value, const std::string& counted) {
  Figure figure;
  figure.id = id;
  figure.story = 1;
  figure.span = SpanOf(record->document.text, words);
  figure.low = figure.high = Decimal(value);
  figure.counted = Phrase{SpanOf(record->document.text, counted), counted};
  figure.rule = "en.figure.count";
  record->figures.push_back(figure);
}

inline void AddStatement(Record* record, const std::string& id, std::string_view content, const std::string& source) {
  Statement statement;
  statement.id = id;
  statement.story = 1;
  statement.sources.push_back({SpanOf(record->document.text, source), source, source});
  statement.content.push_back(SpanOf(record->document.text, content));
  statement.rule = "en.statement.say";
  record->statements.push_back(statement);
}

inline GroupMember MemberOf(const Record& record, const std::string& claim, std::string_view words, const std::string& side) {
  return {record.document.id, claim, SpanOf(record.document.text, words), std::string(words), side, ""};
}

inline FindingMember ShownMember(const Record& record, std::string_view sentence, std::string_view focus, const std::string& side,
                                 const std::string& source) {
  return {record.document.id,
          SpanOf(record.document.text, sentence),
          std::string(sentence),
          SpanOf(record.document.text, focus),
          side,
          source};
}

// Three articles: the injured differ (an error), the wording of a quote differs (a warning), the containers agree. `hostile`:
// what the second article's reporter is called, wherever texts go.
inline Worksheet SampleSheet(const std::string& hostile = "Petra Holm") {
  Worksheet sheet;
  sheet.tool = {"0.1.0", "0123456789abcdef"};
  sheet.documents.push_back(SampleRecord(
      "a.txt",
      "Four dockers were hurt, the coastguard said.\nAbout 120 containers sank.\n“Built for far worse than this,” Reld said.\nReld saw "
      "one crane fall.",
      "2026-03-03"));
  sheet.documents.push_back(SampleRecord(
      "b.txt", StrCat("Five dockers were hurt, ", hostile, " said.\n“Built for worse,” Reld said. Flat 7 burnt."), "2026-03-04"));
  sheet.documents.push_back(SampleRecord("c.txt", "Five dockers were hurt.\n120 containers sank.", "2026-03-05"));
  Record& a = sheet.documents[0];
  Record& b = sheet.documents[1];
  Record& c = sheet.documents[2];
  AddStatement(&a, "s1", "Four dockers were hurt", "the coastguard");
  AddStatement(&b, "s1", "Five dockers were hurt", hostile);
  AddFigure(&a, "f1", "Four", 4, "dockers");
  AddFigure(&a, "f2", "120", 120, "containers");
  AddFigure(&a, "f3", "one", 1, "crane");
  const auto second = static_cast<uint32_t>(a.document.text.rfind("Reld"));
  a.names.push_back({.id = "n1", .story = 1, .name = "Reld", .kind = NameKind::kPerson, .role = "", .gender = Gender::kUnknown,
                     .mentions = {SpanOf(a.document.text, "Reld"), {second, second + 4}}, .rule = "en.name.person"});
  AddFigure(&b, "f1", "Five", 5, "dockers");
  AddFigure(&c, "f1", "Five", 5, "dockers");
  AddFigure(&c, "f2", "120", 120, "containers");
  a.figures[0].statement = "s1";
  b.figures[0].statement = "s1";
  Group hurt{.id = "g1",
             .type = ClaimType::kCount,
             .about = "dockers hurt",
             .relation = Relation::kSuperseded,
             .reason = "disjoint",
             .tier = Tier::kSure,
             .documents = 3,
             .origins = 3,
             .sameness = 88,
             .why = {"same event"},
             .fingerprint = "0a00000000000001",
             .decision = "",
             .members = {}};
  hurt.members = {MemberOf(a, "f1", "Four", "A"), MemberOf(b, "f1", "Five", "B"), MemberOf(c, "f1", "Five", "B")};
  Group boxes{.id = "g2",
              .type = ClaimType::kCount,
              .about = "containers sunk",
              .relation = Relation::kAgree,
              .reason = "exact",
              .tier = Tier::kNone,
              .documents = 2,
              .origins = 2,
              .sameness = 90,
              .why = {},
              .fingerprint = "0a00000000000002",
              .decision = "",
              .members = {}};
  boxes.members = {MemberOf(a, "f2", "120", "A"), MemberOf(c, "f2", "120", "A")};
  sheet.groups = {hurt, boxes};
  Finding injured{.id = "F1",
                  .rule = "figure.differ",
                  .group = "g1",
                  .relation = Relation::kDiffer,
                  .severity = Severity::kError,
                  .rank = 86,
                  .message = "dockers hurt: four against five",
                  .why = {"values disjoint", "same event"},
                  .fingerprint = "0f00000000000001",
                  .baseline = Baseline::kNone,
                  .label = "differ",
                  .suppressed = "",
                  .signed_off = "",
                  .members = {}};
  injured.members = {ShownMember(a, "Four dockers were hurt", "Four", "A", "coastguard"),
                     ShownMember(b, "Five dockers were hurt", "Five", "B", hostile),
                     ShownMember(c, "Five dockers were hurt", "Five", "B", "")};
  Finding quote{.id = "F2",
                .rule = "quote.altered",
                .group = "",
                .relation = Relation::kMisquoted,
                .severity = Severity::kWarning,
                .rank = 61,
                .message = "Reld's words differ",
                .why = {"same speaker"},
                .fingerprint = "0f00000000000002",
                .baseline = Baseline::kNone,
                .label = "look",
                .suppressed = "",
                .signed_off = "",
                .members = {}};
  quote.members = {ShownMember(a, "“Built for far worse than this,” Reld said.", "Built for far worse than this", "A", "Reld"),
                   ShownMember(b, "“Built for worse,” Reld said.", "Built for worse", "B", "Reld")};
  sheet.findings = {injured, quote};
  Reuse reuse;
  reuse.a = "b.txt";
  reuse.b = "c.txt";
  reuse.a_story = reuse.b_story = 1;
  reuse.kind = ReuseKind::kPartial;
  reuse.share_a = 0.4;
  reuse.share_b = 0.5;
  reuse.passages = {{SpanOf(b.document.text, "dockers were hurt"), SpanOf(c.document.text, "dockers were hurt")}};
  reuse.source = "b.txt";
  reuse.evidence = {"earlier"};
  sheet.reuse.push_back(reuse);
  sheet.unread.push_back({"harbour/broken.txt", "no text"});
  return sheet;
}

// `documents` articles of `claims` figures each, and a finding for every tenth article.
inline Worksheet LargeSheet(size_t documents, size_t claims) {
  Worksheet sheet;
  sheet.tool = {"0.1.0", "0123456789abcdef"};
  for (size_t i = 0; i < documents; ++i) {
    std::string text;
    for (size_t j = 0; j < claims; ++j)
      StrAppend(&text, "In hall ", j, " of the fish market ", 1000 + j,
                " crates were sold on the day, the clerk of the hall said.\n");
    const std::string name = StrCat("market-", 10000 + i, ".txt");
    Record record = SampleRecord(name, text, "2026-03-03");
    for (size_t j = 0; j < claims; ++j)
      AddFigure(&record, StrCat("f", j), StrCat(1000 + j), static_cast<int64_t>(1000 + j), "crates");
    sheet.documents.push_back(std::move(record));
  }
  for (size_t i = 0; i + 1 < documents; i += 10) {
    const Record& a = sheet.documents[i];
    const Record& b = sheet.documents[i + 1];
    Group group{.id = StrCat("g", i),
                .type = ClaimType::kCount,
                .about = "crates sold",
                .relation = Relation::kDiffer,
                .reason = "disjoint",
                .tier = Tier::kSure,
                .documents = 2,
                .origins = 2,
                .sameness = 70,
                .why = {},
                .fingerprint = StrCat("0b", i),
                .decision = "",
                .members = {}};
    group.members = {MemberOf(a, "f0", "1000", "A"), MemberOf(b, "f1", "1001", "B")};
    sheet.groups.push_back(group);
    Finding finding{.id = StrCat("F", i),
                    .rule = "figure.differ",
                    .group = group.id,
                    .relation = Relation::kDiffer,
                    .severity = Severity::kError,
                    .rank = 50,
                    .message = "crates sold: 1000 against 1001",
                    .why = {},
                    .fingerprint = StrCat("0c", i),
                    .baseline = Baseline::kNone,
                    .label = "differ",
                    .suppressed = "",
                    .signed_off = "",
                    .members = {}};
    finding.members = {ShownMember(a, "1000 crates were sold", "1000", "A", ""),
                       ShownMember(b, "1001 crates were sold", "1001", "B", "")};
    sheet.findings.push_back(finding);
  }
  return sheet;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_REPORT_SAMPLE_SHEET_H_
