#include "read/html_page.h"

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kLead =
    "The ferry Marigold sank on Monday off Tarn Point, and 14 people were taken off by boats in the night.";
constexpr std::string_view kSecond =
    "A second ferry was sent at once, the harbour office said in a statement that it gave to the paper.";
constexpr std::string_view kThird =
    "The office, which opened its own inquiry on Tuesday, said that it would hear the crew by the end of the week.";

Document Read(std::string_view html, ReadHint hint = {}) {
  if (hint.uri.empty()) hint.uri = "bundle/page.html";
  const absl::StatusOr<Document> document = ReadDocument(html, hint);
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *document : Document();
}

std::string TextOf(const Document& document, SegmentRole role) {
  std::vector<std::string_view> parts;
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) {
      if (segment.role == role) parts.push_back(segment.span.In(document.text));
    }
  }
  return Join(parts, "|");
}

std::string Article(std::string_view inside, std::string_view head = "") {
  return StrCat("<!doctype html><html><head><title>Ferry sinks off Tarn Point | Tarn Gazette</title>", head,
                "</head><body><nav><a href=/>Home</a> <a href=/w>World</a></nav>", inside,
                "<footer><p>Tarn Gazette, 4 Quay Street, Port Ellen. All rights reserved.</p></footer></body></html>");
}

TEST(HtmlPageTest, StoryIsFoundAmongFurniture) {
  const Document document =
      Read(Article(StrCat("<article><h1>Ferry sinks off Tarn Point</h1><p class=article-byline>By Ann Berg</p>"
                          "<div class=share><a href=#>Share this article</a></div><div class=body>"
                          "<p>",
                          kLead, "</p><figure><img src=a.jpg><figcaption>The ferry in May.</figcaption></figure><p>", kSecond,
                          "</p><div class='related-stories'><h3>Mast falls in storm near the old chapel of the town</h3></div>"
                          "<p>Read more: <a href=/m>Mast falls in storm</a></p><h2>An inquiry</h2><p>",
                          kThird,
                          "</p></div></article>"
                          "<div id=comments><p>I was on that boat and I can tell you that it was not fit to sail, said everyone "
                          "I know there.</p></div>")));
  EXPECT_EQ(TextOf(document, SegmentRole::kHeadline), "Ferry sinks off Tarn Point");
  EXPECT_EQ(TextOf(document, SegmentRole::kBody), StrCat(kLead, "|", kSecond, "|", kThird));
  EXPECT_EQ(TextOf(document, SegmentRole::kSubhead), "An inquiry");
  EXPECT_EQ(TextOf(document, SegmentRole::kCaption), "The ferry in May.");
  EXPECT_EQ(TextOf(document, SegmentRole::kByline), "By Ann Berg");
  EXPECT_THAT(document.text, Not(HasSubstr("Mast")));
  EXPECT_THAT(document.text, Not(HasSubstr("rights reserved")));
  EXPECT_EQ(document.stories.size(), 1u);
  EXPECT_EQ(document.stories[0].headline, "Ferry sinks off Tarn Point");
}

TEST(HtmlPageTest, LeadInABoxOfItsOwnIsKept) {
  const Document document = Read(Article(StrCat("<main><header><h1>Ferry sinks off Tarn Point</h1><div class=lead-box><p>", kLead,
                                                "</p></div></header><div class=story><p>", kSecond, "</p><p>", kThird, "</p><p>",
                                                kThird, "</p></div></main>")));
  EXPECT_THAT(document.text, HasSubstr(kLead));
}

TEST(HtmlPageTest, StoryInPiecesIsJoined) {
  std::string pieces;
  for (int i = 0; i < 6; ++i)
    StrAppend(&pieces, "<div class=chunk><div><p>", i, " ", kSecond, "</p><p>", kThird,
              "</p></div></div><div class=ad>Advertisement</div>");
  const Document document =
      Read(Article(StrCat("<article><h1>Ferry sinks off Tarn Point</h1><p>", kLead, "</p>", pieces, "</article>")));
  for (int i = 0; i < 6; ++i) EXPECT_THAT(document.text, HasSubstr(StrCat(i, " A second ferry")));
  EXPECT_THAT(document.text, Not(HasSubstr("Advertisement")));
}

TEST(HtmlPageTest, PageInsideAFormIsRead) {
  EXPECT_THAT(Read(Article(StrCat("<form action=/x><h1>Ferry sinks</h1><p>", kLead, "</p><p>", kSecond, "</p></form>"))).text,
              HasSubstr(kLead));
}

TEST(HtmlPageTest, LeadThatIsALinkIsKept) {
  const Document document = Read(Article(StrCat(
      "<article><h1>Ferry sinks</h1><a href=/full><div><p>", kLead, "</p></div></a><p>", kSecond, "</p><p>", kThird,
      "</p><p><a href=/x>The mast of the inn at Tarn Point fell, and nobody knew in the morning why it had.</a></p></article>")));
  EXPECT_EQ(TextOf(document, SegmentRole::kBody), StrCat(kLead, "|", kSecond, "|", kThird));
}

TEST(HtmlPageTest, StoriesInArticlesOfTheirOwnAreToldApart) {
  std::string other;
  for (int i = 0; i < 3; ++i) StrAppend(&other, "<p>", kThird, " ", kSecond, "</p>");
  const Document document = Read(
      Article(StrCat("<main><article><h1>Ferry sinks</h1><p>", kLead, "</p><p>", kSecond, "</p><p>", kThird,
                     "</p></article><article><h2>Inn burns</h2><time datetime=2024-05-02></time>", other, "</article></main>"),
              "<meta property=article:published_time content=2024-06-04>"));
  ASSERT_EQ(document.stories.size(), 2u);
  EXPECT_EQ(document.stories[0].headline, "Ferry sinks");
  EXPECT_EQ(document.stories[1].headline, "Inn burns");
  EXPECT_EQ(FormatIsoDay(*document.published->days.from), "2024-06-04");
  EXPECT_EQ(FormatIsoDay(*document.stories[1].published->days.from), "2024-05-02");
}

TEST(HtmlPageTest, ParagraphsInCellsAreText) {
  const Document document = Read(Article(StrCat("<h1>Ferry sinks</h1><div><p>", kLead, "</p><p>", kSecond, "</p><table><tr><td>",
                                                kThird, "</td><td>14</td></tr></table></div>")));
  EXPECT_EQ(TextOf(document, SegmentRole::kBody), StrCat(kLead, "|", kSecond, "|", kThird));
}

TEST(HtmlPageTest, EmbeddedPostsAreNoClaimsOfTheStory) {
  const Document document = Read(Article(StrCat("<article><h1>Ferry sinks</h1><p>", kLead,
                                                "</p><blockquote class=twitter-tweet><p>I saw it go "
                                                "down, all of it, and I have 200 pictures of that.</p></blockquote><p>",
                                                kSecond, "</p></article>")));
  EXPECT_THAT(TextOf(document, SegmentRole::kBody), Not(HasSubstr("200 pictures")));
}

TEST(HtmlPageTest, SegmentsTellTheirPlaceInTheFile) {
  const Document document = Read(StrCat("<html><body>\n<!-- a\nb -->\n<script>\nvar a;\n</script>\n<h1>Ferry sinks</h1>\n  <p>",
                                        kLead, "</p>\n<p>é ", kSecond, "</p><p>", kThird, "</p></body></html>"));
  ASSERT_EQ(document.stories.size(), 1u);
  const std::vector<Segment>& segments = document.stories[0].segments;
  ASSERT_EQ(segments.size(), 4u);
  EXPECT_EQ(segments[0].line, 7u);
  EXPECT_EQ(segments[1].line, 8u);
  EXPECT_EQ(segments[1].column, 6u);
  EXPECT_EQ(segments[3].line, 9u);
  EXPECT_EQ(segments[3].column, 4u + 2 + kSecond.size() + 7);
}

TEST(HtmlPageTest, MetadataInTheirOrderWithEvidence) {
  const Document document = Read(Article(
      StrCat("<article><h1>Ferry sinks off Tarn Point</h1><p>", kLead, "</p><p>", kSecond, "</p></article>"),
      "<meta property=og:title content='You will not believe what sank'><meta property=og:site_name content='Tarn Gazette'>"
      "<meta property=article:published_time content=2024-06-05T08:00:00Z><meta property=article:modified_time "
      "content=2024-06-09>"
      "<link rel=canonical href=https://gazette.example/2024/06/04/ferry><meta name=author content='Tarn Gazette'>"
      "<script "
      "type=application/"
      "ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-06-04T21:00:00-04:00\",\"author\":[{\"@type\":"
      "\"Person\",\"name\":\"Ann Berg\"},{\"@type\":\"Person\",\"name\":\"Staff\"}]}</script>"));
  EXPECT_EQ(document.title, "Ferry sinks off Tarn Point");
  EXPECT_EQ(document.outlet, "Tarn Gazette");
  EXPECT_EQ(document.url, "https://gazette.example/2024/06/04/ferry");
  EXPECT_THAT(document.authors, ElementsAre("Ann Berg"));
  ASSERT_TRUE(document.published);
  EXPECT_EQ(FormatIsoDay(*document.published->days.from), "2024-06-04");  // the page's own day, not that of UTC
  EXPECT_EQ(document.published->evidence, "json-ld");
  std::vector<std::string> published;
  for (const Evidence& evidence : document.evidence) {
    if (evidence.field == "published") published.push_back(StrCat(evidence.value, " ", evidence.origin));
  }
  EXPECT_THAT(published, ElementsAre("2024-06-04 json-ld", "2024-06-05 meta article:published_time", "2024-06-04 address"));
}

TEST(HtmlPageTest, DateOfChangeIsNoDateOfPublication) {
  const std::string page = Article(StrCat("<h1>Ferry sinks</h1><p>", kLead, "</p><p>", kSecond, "</p>"),
                                   "<meta property=article:modified_time content=2024-06-09>");
  EXPECT_FALSE(Read(page).published);
  ReadHint hint;
  hint.published = Published{OneDay(*MakeDay(2024, 6, 1)), "--published"};
  EXPECT_EQ(Read(page, hint).published, hint.published);
}

TEST(HtmlPageTest, AgenciesAreCreditsNotAuthors) {
  const Document document =
      Read(Article(StrCat("<article><h1>Ferry sinks</h1><p class=byline>By Ann Berg, Reuters</p><p>PORT ELLEN (AP) — ", kLead,
                          "</p><p>", kSecond, "</p></article>")));
  EXPECT_THAT(document.authors, ElementsAre("Ann Berg"));
  EXPECT_THAT(document.credit, ::testing::UnorderedElementsAre("Reuters", "AP"));
}

TEST(HtmlPageTest, OtherLanguagesAreTold) {
  const std::string german =
      "Die Fähre ist am Montag vor der Küste gesunken, und die Leute wurden von den Booten in der Nacht an Land gebracht.";
  EXPECT_EQ(Read(Article(StrCat("<h1>Fähre gesunken</h1><p>", german, "</p><p>", german, "</p>"))).language, "de");
  EXPECT_EQ(Read(Article(StrCat("<h1>Ferry sinks</h1><p>", kLead, "</p><p>", kSecond, "</p>"))).language, "en");
}

// Each was seen to hang, or to lose its text, in one HTML parser or another.
TEST(HtmlPageTest, TangledMarkupLosesNoText) {
  const auto many = [](std::string_view piece, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += piece;
    return out;
  };
  const std::string end = StrCat("<p>", kLead, "</p>");
  std::string attributes;
  for (int i = 0; i < 50000; ++i) StrAppend(&attributes, " a", i, "=1");
  for (const std::string& page :
       {many("<div>", 100000) + end, many("<table><tr><td>", 30000) + end, many("<ul><li>", 50000) + end,
        many("<b>", 50000) + end, "<b>" + many("<div>", 50000) + many("</b>", 50000) + end, many("</div>", 100000) + end,
        "<p" + attributes + ">" + std::string(kLead), many("<!-- ", 100000) + std::string(kLead), many("<x-y>", 50000) + end,
        std::string(1, '\0') + end}) {
    EXPECT_THAT(Read(StrCat("<html><body>", page)).text, HasSubstr(kLead)) << page.substr(0, 20);
  }
  const Document unclosed = Read("<html>" + many(StrCat("<p><b><font><i>", kLead), 5000));
  EXPECT_EQ(std::count(unclosed.text.begin(), unclosed.text.end(), 'M'), 2 * 5000);  // "Marigold", "Monday"
  Read(StrCat("<html><p>", kLead, "</p>", many("<form><button><nobr>x ", 50000)));
  Read(StrCat("<html><p>", kLead, "</p>", many("<", 500000)));
}

TEST(HtmlPageTest, AnyCharsetIsDecoded) {
  const std::string latin = StrCat("<html><head><meta charset=iso-8859-1></head><body><h1>Caf\xE9 sinks</h1><p>\x93Sunk\x94, ",
                                   kLead, "</p></body></html>");
  EXPECT_THAT(Read(latin).text, HasSubstr("Café sinks"));
  EXPECT_THAT(Read(latin).text, HasSubstr("“Sunk”"));
  const Document bad = Read(StrCat("<html><head><meta charset=utf-8></head><body><p>\xFF ", kLead, "</p></body></html>"));
  EXPECT_THAT(bad.errors, ElementsAre(HasSubstr("1 character is not valid utf-8")));
}

TEST(HtmlPageTest, APageThatShowsNoTextIsToldAndIsNoDocument) {
  for (const std::string_view page :
       {"<html></html>", "<html><body><p></p></body></html>", "<!doctype html>",
        "<html><head><title>Just a moment</title></head><body><div id=root></div>"}) {
    std::vector<Unread> unread;
    ReadHint hint;
    hint.uri = "page.html";
    EXPECT_THAT(ReadAll(page, hint, &unread), IsEmpty());
    ASSERT_EQ(unread.size(), 1u) << page;
    EXPECT_THAT(unread[0].reason, HasSubstr("no article text in this page"));
  }
}

TEST(HtmlPageTest, WhatAPageWithoutItsArticleSaysIsReadAndTold) {
  const Document headline =
      Read("<html><head><title>Ferry sinks off Tarn Point</title></head><body><h1>Ferry sinks off Tarn Point</h1><div id=root></div>");
  EXPECT_EQ(headline.title, "Ferry sinks off Tarn Point");
  EXPECT_THAT(headline.errors, ElementsAre(HasSubstr("no article text in this page")));
  const Document link = Read("<html><head><title>Ferry sinks</title></head><body><a href='javascript:'>Ferry</a></body></html>");
  EXPECT_EQ(link.title, "Ferry sinks");
  EXPECT_THAT(link.errors, ElementsAre(HasSubstr("no article text in this page")));
  EXPECT_THAT(Read(StrCat("<html><body><p>", kLead, "</p></body></html>")).errors, IsEmpty());
}

}  // namespace
}  // namespace crosscheck
