// Pages as browsers and tools save them, and as sites write them wrongly.
#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "read/bylines.h"
#include "rulebook/page_rules.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::string_view kLead = "The ferry Marigold sank off Tarn Point on Monday with 40 people on board, the coast office said.";
constexpr std::string_view kSecond = "A second ferry was sent from Port Ellen, the office said in a statement that it gave on Tuesday.";

std::string Page(std::string_view body, std::string_view head = "", std::string_view before = "") {
  return StrCat("<!doctype html>", before, "<html><head><title>Ferry sinks off Tarn Point</title>", head,
                "</head><body><article><h1>Ferry sinks off Tarn Point</h1>", body, "</article></body></html>");
}
std::string Story(std::string_view head, std::string_view before = "") {
  return Page(StrCat("<p>", kLead, "</p><p>", kSecond, "</p>"), head, before);
}
Document Read(std::string_view page, const std::string& url = "") {
  ReadHint hint;
  hint.uri = "page.html";
  hint.url = url;
  const absl::StatusOr<Document> document = ReadDocument(page, hint);
  EXPECT_TRUE(document.ok()) << document.status().ToString();
  return document.ok() ? *document : Document();
}
std::string Ld(std::string_view json) { return StrCat("<script type=\"application/ld+json\">", json, "</script>"); }
std::string DayOf(const Document& document) {
  return document.published ? FormatIsoDay(*document.published->days.from) : "none";
}

TEST(SavedPagesTest, BrokenMetadataIsRead) {
  constexpr std::string_view kBroken[] = {
      R"({"@type":"NewsArticle","datePublished":"2024-06-04","author":{"name":"Ann Berg"},})",
      R"(/*<![CDATA[*/{"@type":"NewsArticle","datePublished":"2024-06-04","author":{"name":"Ann Berg"}}/*]]>*/)",
      "// the article\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-06-04\",\"author\":{\"name\":\"Ann Berg\"}}",
      R"({"@type":"NewsArticle","headline":"The "old" ferry","datePublished":"2024-06-04","author":{"name":"Ann Berg"}})",
      R"({"@type":"NewsArticle","datePublished":"2024-06-04","author":{"name":"Ann Berg"}};)",
      "{\"@type\":\"NewsArticle\",\"description\":\"one\ttwo\nthree\",\"datePublished\":\"2024-06-04\",\"author\":{\"name\":\"Ann Berg\"}}",
      R"({"@type":"NewsArticle","datePublished":"2024-06-04","author":{"name":"Ann Berg"})",
  };
  for (const std::string_view json : kBroken) {
    const Document document = Read(Story(Ld(json)));
    EXPECT_EQ(DayOf(document), "2024-06-04") << json;
    EXPECT_THAT(document.authors, ElementsAre("Ann Berg")) << json;
  }
}

TEST(SavedPagesTest, NodesOfAGraphAreFoundByTheirId) {
  EXPECT_EQ(Read(Story(Ld(R"({"@graph":[{"@type":"NewsArticle","publisher":{"@id":"https://tarn.example/#o"}},
                             {"@type":"Organization","@id":"https://tarn.example/#o","name":"Tarn Gazette"}]})"))).outlet, "Tarn Gazette");
  EXPECT_EQ(Read(Story(StrCat(Ld(R"({"@type":"NewsArticle","publisher":{"@id":"#o"}})"),
                              Ld(R"({"@type":"NewsMediaOrganization","@id":"#o","name":"Tarn Gazette"})")))).outlet, "Tarn Gazette");
  EXPECT_EQ(Read(Story(Ld(R"({"@type":"NewsArticle","publisher":{"@id":"#nowhere"}})"))).outlet, "");
}

TEST(SavedPagesTest, OnlyTheArticlesAuthorAndDay) {
  for (const std::string_view other : {"VideoObject", "ImageObject", "Recipe", "Product", "Comment", "Event", "PodcastEpisode"}) {
    const Document document = Read(Story(Ld(StrCat(R"({"@type":")", other, R"(","author":{"name":"Per Dahl"},"datePublished":"2024-01-01"})"))));
    EXPECT_THAT(document.authors, IsEmpty()) << other;
    EXPECT_EQ(DayOf(document), "none") << other;
  }
}

TEST(SavedPagesTest, ThePagesTextMayStandInItsMetadata) {
  const Document document = Read(StrCat("<html><head><title>Ferry sinks</title>", Ld(StrCat(R"({"@type":"NewsArticle","headline":"Ferry sinks","datePublished":"2024-06-04","articleBody":")", kLead, "\\n\\n", kSecond, "\"}")),
                                        "</head><body><div id=root></div></body></html>"));
  EXPECT_THAT(document.text, HasSubstr(kLead));
  EXPECT_EQ(document.title, "Ferry sinks");
  EXPECT_EQ(DayOf(document), "2024-06-04");
  EXPECT_THAT(document.errors, ElementsAre(HasSubstr("articleBody")));
}

TEST(SavedPagesTest, ShadowRootsAndFramesShowTheirText) {
  for (const std::string_view mode : {"shadowrootmode=open", "shadowrootmode=\"closed\"", "shadowroot=open"}) {
    EXPECT_THAT(Read(Page(StrCat("<news-body><template ", mode, "><p>", kLead, "</p><p>", kSecond, "</p></template></news-body>"))).text, HasSubstr(kSecond));
  }
  EXPECT_THAT(Read(Page(StrCat("<p>", kLead, "</p><template><p>Hidden ", kSecond, "</p></template>"))).text, Not(HasSubstr("Hidden")));
  const std::string frame = StrCat("&lt;html>&lt;head>&lt;title>Frame&lt;/title>&lt;/head>&lt;body>&lt;p>", kLead, "&lt;/p>&lt;p>", kSecond, "&lt;/p>&lt;/body>&lt;/html>");
  const Document document = Read(Page(StrCat("<iframe srcdoc=\"", frame, "\"></iframe>")));
  EXPECT_THAT(document.text, HasSubstr(StrCat(kLead, "\n\n", kSecond)));
  EXPECT_THAT(document.text, Not(HasSubstr("Frame")));
}

TEST(SavedPagesTest, CustomElementsRunAlongWithTheirSentence) {
  for (const std::string_view name : {"x-tip", "amp-x", "glossary-term"}) {
    const std::string in_words = StrCat("<p>At least <", name, ">40 people</", name, "> were on board the ferry when it sank, the office said.</p>");
    EXPECT_THAT(Read(Page(StrCat(in_words, "<p>", kLead, "</p>"))).text, HasSubstr("At least 40 people were on board"));
    const std::string bare = StrCat("<div>At least <", name, ">40 people</", name, "> were on board the ferry when it sank, the office said.</div>");
    EXPECT_THAT(Read(Page(StrCat(bare, "<p>", kLead, "</p>"))).text, HasSubstr("At least 40 people were on board"));
    const std::string boxes = StrCat("<div><", name, "><p>", kLead, "</p></", name, "><", name, "><p>", kSecond, "</p></", name, "></div>");
    EXPECT_THAT(Read(Page(boxes)).text, HasSubstr(StrCat(kLead, "\n\n", kSecond)));
  }
}

TEST(SavedPagesTest, OldNumbersOfMarksAreTheMarks) {
  const Document document = Read(Page(StrCat("<p>&#147;We search,&#148; she said. It&#x92;s &#128;14 million &#150; twice what was said in May.</p><p>", kLead, "</p>"),
                                      "<meta property='og:site_name' content='Tarn&#146;s Gazette'>"));
  EXPECT_THAT(document.text, HasSubstr("“We search,” she said. It’s €14 million – twice"));
  EXPECT_EQ(document.outlet, "Tarn’s Gazette");
}

TEST(SavedPagesTest, StruckOutTextIsNotSaid) {
  const Document document = Read(Page(StrCat("<p>The ferry had <del>50</del> <ins>40</ins> people, <s>12 of them</s> two of them <strike>crew</strike> children, the office said.</p><p>", kLead, "</p>")));
  EXPECT_THAT(document.text, HasSubstr("The ferry had 40 people, two of them children, the office said."));
  EXPECT_THAT(Read(Page(StrCat("<section><p>An <s>open mark. ", kLead, "</p></section><p>", kSecond, "</p>"))).text, HasSubstr(kSecond));
}

TEST(SavedPagesTest, TheAddressThatWasSaved) {
  EXPECT_EQ(Read(Story("", "\n<!-- saved from url=(0029)https://tarn.example/news/one -->\n")).url, "https://tarn.example/news/one");
  EXPECT_EQ(Read(Story("", "<!--\n Page saved with SingleFile \n url: https://tarn.example/news/one \n saved date: x\n-->")).url, "https://tarn.example/news/one");
  EXPECT_EQ(Read(Story("", "<p>The page was saved from url=https://tarn.example/no</p>")).url, "");
}

TEST(SavedPagesTest, AddressesRelativeToThePage) {
  EXPECT_EQ(Read(Story("<base href='https://tarn.example/news/'><link rel=canonical href='2024/one'>")).url, "https://tarn.example/news/2024/one");
  EXPECT_EQ(Read(Story("<link rel=canonical href='/2024/06/04/one'>"), "https://www.tarn.example/x?y#z").url, "https://www.tarn.example/2024/06/04/one");
  EXPECT_EQ(Read(Story("<link rel=canonical href='//tarn.example/one'>"), "https://tarn.example/x").url, "https://tarn.example/one");
  EXPECT_EQ(Read(Story("<meta property='og:url' content='one.html'>"), "https://tarn.example/a/b.html?c=/d").url, "https://tarn.example/a/one.html");
  EXPECT_EQ(Read(Story("<link rel=canonical href='/one'>")).url, "");
}

TEST(SavedPagesTest, CountersAndPricesArePageFurniture) {
  const Document document = Read(Page(StrCat("<p>4 min read</p><p>1,204 views</p><p>37 comments</p><p>", kLead, "</p><div class=paywall><p>Subscribe now for $1 a week to go on. Join 41,000 others.</p></div>"
                                             "<p>More on this story: 5 things to know about ferries</p><p>This story is free to read because 300 readers gave 5 crowns.</p><p>", kSecond,
                                             "</p><p>Copyright 2024 Tarn Gazette. Registered in Tarn no 1234567.</p>")));
  EXPECT_EQ(document.text, StrCat("Ferry sinks off Tarn Point\n\n", kLead, "\n\n", kSecond));
}

TEST(SavedPagesTest, BylinesWithPlaces) {
  const auto people = [](std::string_view line) { return ParseByline(line, "Tarn Gazette", BuiltInPageRules()).people; };
  EXPECT_THAT(people("By Ann Berg in Port Ellen and Tom Oduya in Tarn"), ElementsAre("Ann Berg", "Tom Oduya"));
  EXPECT_THAT(people("By Ann Berg, Tom Oduya and Per Dahl in Tarn Point"), ElementsAre("Ann Berg", "Tom Oduya", "Per Dahl"));
  EXPECT_THAT(people("Ann Berg in Tarn, with Tom Oduya at the harbour and Per Dahl"), ElementsAre("Ann Berg", "Tom Oduya", "Per Dahl"));
}

}  // namespace
}  // namespace crosscheck
