#include "report/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/json.h"
#include "report/claims.h"
#include "tests/report/sample_sheet.h"

namespace crosscheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string Written(const Worksheet& sheet, std::string_view format, const WriteOptions& options = {}) {
  std::string bytes;
  {
    Out out([&bytes](std::string_view piece) {
      bytes += piece;
      return true;
    });
    EXPECT_TRUE(FormatByName(format)->write(sheet, options, out).ok()) << format;
  }
  return bytes;
}

TEST(Formats, EveryFormatIsDeterministicAndTakesAnEmptySheet) {
  for (const OutputFormat& format : OutputFormats()) {
    EXPECT_EQ(Written(SampleSheet(), format.name), Written(SampleSheet(), format.name)) << format.name;
    Written(Worksheet(), format.name);
  }
}

TEST(Formats, TheLongestSuffixDecides) {
  EXPECT_EQ(FormatBySuffix("x/sheet.claimreview.jsonld")->name, "claimreview");
  EXPECT_EQ(FormatBySuffix("sheet.jsonld")->name, "webannotation");
  EXPECT_EQ(FormatBySuffix("sheet.doc"), nullptr);
}

TEST(Formats, JsonIsWhatAParserWritesBack) {
  Worksheet sheet = SampleSheet("tab\t quote\" back\\slash \x01 Zoë");
  sheet.documents[0].document.authors = {"A", "B"};
  for (const bool with_text : {false, true}) {
    const std::string json = Written(sheet, "json", {.with_text = with_text});
    EXPECT_EQ(DumpJson(*ParseJson(json)) + "\n", json);
  }
}

TEST(Text, ShowsPlaceSeverityBothSidesAndMarkersUnderTheWords) {
  const std::string text = Written(SampleSheet(), "text", {.width = 80});
  EXPECT_THAT(text, HasSubstr("harbour/a.txt:1:1: error: dockers hurt: four against five\n     [figure.differ, rank 86]\n"));
  EXPECT_THAT(text, HasSubstr("     | Four dockers were hurt, the coastguard said.\n     | ^~~~\n"));
  EXPECT_THAT(text, HasSubstr("  B  harbour/b.txt:1:1, Petra Holm\n"));
  EXPECT_THAT(text, HasSubstr("3 articles, 3 origins: 1 error, 1 warning, 0 notes; 1 group agrees; 1 not read\n"));
}

TEST(Text, LongSentencesAreWrappedAndWhole) {
  Worksheet sheet = SampleSheet();
  Record& record = sheet.documents[0];
  const std::string before =
      "The wind that had come up during the night over the outer banks of the bay and the islands beyond it was blamed when ";
  record.document.text = before + record.document.text;
  const auto shift = static_cast<uint32_t>(before.size());
  record.document.stories[0].segments[0].span.end += shift;
  for (Finding& finding : sheet.findings) {
    for (FindingMember& member : finding.members) {
      if (member.document != "a.txt") continue;
      member.span = {member.span.start + shift, member.span.end + shift};
      member.focus = Span{member.focus->start + shift, member.focus->end + shift};
    }
  }
  const std::string text = Written(sheet, "text", {.width = 60});
  EXPECT_THAT(text, HasSubstr("| The wind that had come up"));
  EXPECT_THAT(text, HasSubstr("| said.\n"));
  EXPECT_THAT(text, Not(HasSubstr("…")));
  for (const std::string_view line : Split(text, '\n')) {
    if (line.starts_with("     | ")) {
      EXPECT_LE(line.size(), 60u + 8) << line;
    }
  }
}

TEST(Text, NothingOfAnArticleActsOnTheTerminal) {
  const std::string text = Written(SampleSheet("Eve\x1b[2J\u202Elive"), "text");
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\u202E")));
}

TEST(Text, SignedOffFindingsLeaveTheListAndTheCounts) {
  Worksheet sheet = SampleSheet();
  sheet.findings[0].signed_off = "A right";
  EXPECT_THAT(Written(sheet, "text"), Not(HasSubstr("four against five")));
  EXPECT_THAT(Written(sheet, "text"), HasSubstr("0 errors, 1 warning, 0 notes; 1 group agrees; 1 signed off"));
  EXPECT_THAT(Written(sheet, "text", {.all = true}), HasSubstr("= signed off: A right"));
}

TEST(Text, SetAsideFindingsAreHiddenAndCounted) {
  Worksheet sheet = SampleSheet();
  sheet.findings[0].suppressed = "not comparable";
  EXPECT_THAT(Written(sheet, "text"), Not(HasSubstr("four against five")));
  EXPECT_THAT(Written(sheet, "text"), HasSubstr("1 set aside"));
  EXPECT_THAT(Written(sheet, "text", {.all = true}), HasSubstr("= suppressed: not comparable"));
}

TEST(Csv, FormulasStayTextAndQuotesAreDoubled) {
  const std::string csv = Written(SampleSheet("=cmd|\"calc\"!A1"), "csv");
  EXPECT_THAT(csv, HasSubstr("\"'=cmd|\"\"calc\"\"!A1\""));
  EXPECT_THAT(csv, HasSubstr("b: Five; c: Five"));
  EXPECT_TRUE(csv.ends_with("\r\n"));
}

TEST(Csv, ChecksOfAnEarlierSheetStandInTheirRow) {
  Worksheet sheet = SampleSheet();
  const std::string csv = Written(sheet, "csv");
  const size_t line = csv.find("\r\n2,");
  const size_t end = csv.find("\r\n", line + 2);
  const std::string fingerprint = csv.substr(end - 16, 16);
  Check& check = sheet.checks.emplace_back();
  check.fingerprint = fingerprint;
  check.state = "wrong";
  check.correction = "three";
  check.source = "port log";
  check.source_kind = "document";
  check.evidence = "p. 3";
  check.checked_by = "EV";
  check.checked_on = "2026-03-06";
  check.note = "counted twice";
  check.others.emplace_back().state = "confirmed";
  EXPECT_THAT(Written(sheet, "csv"), HasSubstr("wrong,three,port log,document,p. 3,EV,2026-03-06,counted twice [noted otherwise: confirmed]," + fingerprint));
}

TEST(Csv, ACheckOfASentenceHoldsForItsClaims) {
  Worksheet sheet = SampleSheet();
  const Document& document = sheet.documents[0].document;
  Check& check = sheet.checks.emplace_back();
  check.target = CheckTarget::kSentence;
  check.fingerprint = SentenceFingerprint(document, SpanOf(document.text, "Four dockers were hurt, the coastguard said."));
  check.state = "confirmed";
  const std::string csv = Written(sheet, "csv");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 10);
  size_t confirmed = 0;
  for (size_t at = csv.find(",confirmed,"); at != std::string::npos; at = csv.find(",confirmed,", at + 1)) ++confirmed;
  EXPECT_EQ(confirmed, 2u);  // the statement and the figure in it
}

TEST(Markdown, TextOfArticlesIsNoMarkup) {
  const std::string page = Written(SampleSheet("<b>*Eve*</b>|x"), "markdown");
  EXPECT_THAT(page, HasSubstr("\\<b\\>\\*Eve\\*\\</b\\>\\|x"));
  EXPECT_THAT(page, HasSubstr("**Four** dockers were hurt"));
}

TEST(Html, TextOfArticlesIsNoMarkupAndThePolicyNamesTheInlineParts) {
  const std::string page = Written(SampleSheet("<script>alert(1)</script>"), "html");
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, HasSubstr("default-src 'none'; style-src 'sha256-"));
  EXPECT_THAT(page, Not(HasSubstr(" style=\"")));
  EXPECT_THAT(page, Not(HasSubstr("src=\"http")));
}

TEST(Html, FindingsStandBeforeClaimsAndSignedOffOnesBehindTheOpen) {
  Worksheet sheet = SampleSheet();
  sheet.findings[0].signed_off = "B right";
  const std::string page = Written(sheet, "html");
  EXPECT_LT(page.find("id=\"findings\""), page.find("id=\"claims\""));
  EXPECT_LT(page.find("id=\"claims\""), page.find("id=\"articles\""));
  EXPECT_LT(page.find("id=\"F2\""), page.find("Signed off or set aside"));
  EXPECT_LT(page.find("Signed off or set aside"), page.find("id=\"F1\""));
}

// The two best places elsewhere stand with words around them.
TEST(Html, AClaimTellsWhatIsSaidElsewhereInItsWords) {
  const std::string page = Written(SampleSheet(), "html");
  EXPECT_THAT(page, HasSubstr("<b>differs</b> <a class=\"place\" href=\"#t1-f1\"><i class=\"L\">b</i> <span class=\"quote\"><mark>Five</mark> dockers "
                              "were hurt, Petra Holm said.</span>"));
}

TEST(Html, NumbersThatWereNotUsedAreListed) { EXPECT_THAT(Written(SampleSheet(), "html"), HasSubstr("Flat <b>7</b> burnt")); }

TEST(Sarif, ResultsHavePlacesFingerprintsAndSuppressions) {
  Worksheet sheet = SampleSheet();
  sheet.findings[1].suppressed = "same words, cut";
  const Json log = *ParseJson(Written(sheet, "sarif"));
  const Json& results = log["runs"][0]["results"];
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["region"]["startLine"], 1);
  EXPECT_EQ(results[0]["relatedLocations"].size(), 2u);
  EXPECT_EQ(results[0]["partialFingerprints"]["crosscheck/1"], "0f00000000000001");
  EXPECT_EQ(results[1]["suppressions"][0]["justification"], "same words, cut");
}

TEST(WebAnnotation, SelectorsGiveQuoteAndPosition) {
  const Json page = *ParseJson(Written(SampleSheet(), "webannotation"));
  const Json& selectors = page["items"][0]["target"]["selector"];
  EXPECT_EQ(selectors[0]["exact"], "Four");
  EXPECT_EQ(selectors[1]["end"], 4);
}

TEST(Prov, AStatementIsQuotedFromItsArticleAndAttributedAlongItsChain) {
  Worksheet sheet = SampleSheet();
  Statement& statement = sheet.documents[0].statements[0];
  statement.sources.insert(statement.sources.begin(), Source{{}, "VNA", "Velland News Agency"});
  const Json graph = (*ParseJson(Written(sheet, "prov")))["@graph"];
  EXPECT_EQ(graph[0]["@id"], "https://coast.example/a.txt");
  EXPECT_EQ(graph[0]["wasAttributedTo"][0]["label"], "Coast Courier");
  EXPECT_EQ(graph[1]["value"], "Four dockers were hurt");
  EXPECT_EQ(graph[1]["wasQuotedFrom"], "https://coast.example/a.txt");
  EXPECT_EQ(graph[1]["wasAttributedTo"]["@id"], "urn:crosscheck:agent:Velland%20News%20Agency");
  EXPECT_EQ(graph[1]["hadPrimarySource"]["wasAttributedTo"]["label"], "the coastguard");
  // c took text from b.
  EXPECT_EQ(graph.back()["wasDerivedFrom"], Json::array({"https://coast.example/b.txt"}));
}

TEST(Sarif, ResultsOfOneGroupCarryOneGuid) {
  Worksheet sheet = SampleSheet();
  sheet.findings[1].group = sheet.findings[0].group;
  const Json log = *ParseJson(Written(sheet, "sarif"));
  const Json& results = log["runs"][0]["results"];
  EXPECT_EQ(results[0]["correlationGuid"], results[1]["correlationGuid"]);
  EXPECT_EQ(results[0]["correlationGuid"].get<std::string>().size(), 36u);
}

// The tables of articles beyond the first thousand claims wait in <noscript>, whole.
TEST(Html, ALargeBundlesFarTablesWait) {
  const std::string page = Written(LargeSheet(60, 40), "html");
  const auto count = [&](std::string_view words) {
    size_t n = 0;
    for (size_t at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++n;
    return n;
  };
  EXPECT_EQ(count("<li class=\"claim\" id=\"c"), 2400u);
  EXPECT_EQ(count("</h3><noscript><div class=\"card"), 35u);
  EXPECT_EQ(count("<noscript>"), count("</noscript>"));
  EXPECT_LT(page.find(" id=\"c0-"), page.find("</h3><noscript>"));
}

TEST(ClaimReview, DraftsHaveNoRating) {
  const std::string text = Written(SampleSheet(), "claimreview");
  EXPECT_THAT(text, HasSubstr("\"claimReviewed\""));
  EXPECT_THAT(text, Not(HasSubstr("ating")));
}

}  // namespace
}  // namespace crosscheck
