// Files as people save them: office documents, mails, pages in one file, PDF, downloads of press archives, agencies' formats.
// fixtures/formats/README.md says how the files were made.
#include <cstdlib>

#include "base/days.h"
#include "base/files.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "read/pdf_layout.h"
#include "tests/paths.h"
#include "tests/read/segment_list.h"

namespace crosscheck {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::string_view kHeadline = "Dam wall cracks above Sorrel Bay";
constexpr std::string_view kLead =
    "Engineers found a crack 12 metres long in the dam above Sorrel Bay on Tuesday, the water board said.";
constexpr std::string_view kLast = "The dam was built in 1957 and was last inspected in March, according to the board.";

class SavedFilesTest : public ::testing::Test {
 protected:
  std::vector<Document> ReadBytes(std::string_view bytes, const std::string& uri) {
    unread_.clear();
    ReadHint hint;
    hint.uri = uri;
    return ReadAll(bytes, hint, &unread_);
  }
  std::vector<Document> Read(const std::string& name) {
    const absl::StatusOr<std::string> bytes = ReadFile(kFixtures + "/formats/" + name, 1 << 20);
    EXPECT_TRUE(bytes.ok()) << bytes.status();
    std::vector<Document> documents = ReadBytes(*bytes, "in/" + name);
    for (const Document& document : documents) EXPECT_EQ(Unsoundness(document), "");
    return documents;
  }
  std::vector<Unread> unread_;
};

std::vector<std::string> TextsOf(const Document& document, SegmentRole role) {
  std::vector<std::string> texts;
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) {
      if (segment.role == role) texts.emplace_back(segment.span.In(document.text));
    }
  }
  return texts;
}

std::string DayOf(const Document& document) {
  return document.published && document.published->days.from ? FormatIsoDay(*document.published->days.from) : "none";
}

// What the three office formats of one story have in common.
void ExpectStory(const Document& document) {
  EXPECT_EQ(document.title, kHeadline);
  EXPECT_THAT(document.authors, ElementsAre("Ines Marlow", "Tom Oduya"));
  EXPECT_EQ(DayOf(document), "2024-06-05");
  const std::vector<std::string> body = TextsOf(document, SegmentRole::kBody);
  ASSERT_THAT(body, SizeIs(3)) << SegmentList(document);
  EXPECT_EQ(body[0], kLead);
  EXPECT_THAT(body[1], HasSubstr("leave their homes. Nobody was hurt."));
  EXPECT_EQ(body[2], kLast);
  EXPECT_THAT(TextsOf(document, SegmentRole::kCaption),
              ElementsAre("Village | People | Distance", "Sorrel Bay | 310 | 4 km", HasSubstr("Water board, statement of 4 June 2024.")));
  EXPECT_THAT(document.text, Not(HasSubstr("resigned")));            // deleted by the desk
  EXPECT_THAT(document.text, Not(HasSubstr("600")));                 // struck out
  EXPECT_THAT(document.text, Not(HasSubstr("not for publication")));  // the page's footer
}

TEST_F(SavedFilesTest, WordDocument) {
  const auto documents = Read("story.docx");
  ASSERT_THAT(documents, SizeIs(1));
  ExpectStory(documents[0]);
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kSubhead), ElementsAre("Seventy years old"));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kComment), ElementsAre("Check the length with the board."));
  EXPECT_EQ(documents[0].stories[0].segments[3].line, 4u);
  EXPECT_THAT(unread_, IsEmpty());
}

TEST_F(SavedFilesTest, OpenDocumentText) {
  const auto documents = Read("story.odt");
  ASSERT_THAT(documents, SizeIs(1));
  ExpectStory(documents[0]);
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kSubhead), ElementsAre("Seventy years old"));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kComment), ElementsAre("Check the length with the board."));
}

TEST_F(SavedFilesTest, RichText) {
  const auto documents = Read("story.rtf");
  ASSERT_THAT(documents, SizeIs(1));
  ExpectStory(documents[0]);
  EXPECT_THAT(documents[0].text, HasSubstr("“We have lowered the lake by 3 metres,” said"));
}

TEST_F(SavedFilesTest, SheetsAndSlidesAreRefusedByName) {
  for (const std::string name : {"docx/sheet.xlsx", "odt/sheet.ods"}) {
    EXPECT_THAT(Read("../corpus/" + name), IsEmpty());
    ASSERT_THAT(unread_, SizeIs(1));
    EXPECT_THAT(unread_[0].reason, HasSubstr("a spreadsheet"));
  }
}

TEST_F(SavedFilesTest, PageSavedByChromium) {
  const auto documents = Read("page.mhtml");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].title, kHeadline);
  EXPECT_EQ(documents[0].url, "https://sorrel.example/2024/dam");
  EXPECT_EQ(DayOf(documents[0]), "2024-06-05");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ines Marlow"));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), Contains(std::string(kLead)));
}

TEST_F(SavedFilesTest, Mail) {
  const auto documents = Read("mail.eml");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].title, "Dam wall cracks – café evacuated");
  EXPECT_EQ(DayOf(documents[0]), "2024-06-05");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ines Marlow"));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), ElementsAre(std::string(kLead), HasSubstr("Some 450 people"), std::string(kLast)));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kComment), Contains(HasSubstr("how long is the crack?")));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kNav), Contains("Tel. 555 0100"));
}

TEST_F(SavedFilesTest, NewsletterIsReadFromItsHtml) {
  const auto documents = Read("newsletter.eml");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].outlet, "Sorrel Gazette");
  EXPECT_THAT(documents[0].authors, IsEmpty());
  EXPECT_EQ(documents[0].title, "Sorrel morning briefing");
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), Contains(std::string(kLead)));
  EXPECT_THAT(Join(TextsOf(documents[0], SegmentRole::kBody), "\n"), Not(HasSubstr("Unsubscribe")));
}

TEST_F(SavedFilesTest, ForwardedMailHasTheInnerHeader) {
  const auto documents = ReadBytes(
      "From: Desk <desk@gazette.example>\nSubject: Fwd: Ferry\nDate: Fri, 07 Jun 2024 09:00:00 +0200\nMIME-Version: 1.0\n\nFor tomorrow.\n\n"
      "---------- Forwarded message ---------\nFrom: \"Dahl, Per\" <per.dahl@tarn.example>\nDate: Thu, Jun 6, 2024 at 8:15 AM\n"
      "Subject: Ferry fares to rise\nTo: <desk@gazette.example>\n\nFerry fares will rise by 12 percent in July, the county said on Thursday.\n",
      "in/forwarded.eml");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].title, "Ferry fares to rise");
  EXPECT_THAT(documents[0].authors, ElementsAre("Per Dahl"));
  EXPECT_EQ(DayOf(documents[0]), "2024-06-06");
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), ElementsAre("Ferry fares will rise by 12 percent in July, the county said on Thursday."));
}

TEST_F(SavedFilesTest, NewsletterOfSeveralStoriesIsReadWhole) {
  const auto documents = ReadBytes(
      "From: Tarn Post <hello@tarnpost.example>\nSubject: The morning\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html><body><table>"
      "<tr><td><h2>Dam wall cracks</h2><p>Engineers found a crack in the dam on Tuesday, the water board said.</p><p>Some 450 people were told "
      "to leave their homes on the same day.</p></td></tr><tr><td><h2>Ferry fares to rise</h2><p>Ferry fares will rise by 12 percent in July, the "
      "county said on Thursday.</p><p>The operator carries 2 million passengers a year, it says.</p></td></tr></table></body></html>\n",
      "in/letter.eml");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), SizeIs(4)) << SegmentList(documents[0]);
  EXPECT_EQ(documents[0].outlet, "Tarn Post");
}

TEST_F(SavedFilesTest, BoxOfMails) {
  const auto documents = Read("box.mbox");
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].id, "box.mbox:1");
  EXPECT_EQ(documents[1].title, "Ferry fares to rise");
  EXPECT_EQ(DayOf(documents[1]), "2024-06-06");
  EXPECT_THAT(documents[1].text, HasSubstr("From the quay one boat an hour will leave."));
}

TEST_F(SavedFilesTest, FilesInMailsAreReadLikeFiles) {
  const auto documents = ReadBytes(
      "From: Per Dahl <per.dahl@tarn.example>\nSubject: Two texts\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
      "--x\n\nBoth texts are attached, please print them on Monday.\n--x\nContent-Type: text/plain\n"
      "Content-Disposition: attachment; filename=\"=?utf-8?Q?f=C3=A4hre.txt?=\"\nContent-Transfer-Encoding: base64\n\n"
      "VGhlIGZlcnJ5IHNhbmsgb24gTW9uZGF5LCB0aGUgaGFyYm91ciBvZmZpY2Ugc2FpZC4K\n--x\nContent-Type: image/png\n"
      "Content-Disposition: attachment; filename=a.png\n\n\x89PNG\n--x--\n",
      "in/two.eml");
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[1].uri, "in/two.eml/fähre.txt");
  EXPECT_THAT(documents[1].text, HasSubstr("The ferry sank on Monday"));
  EXPECT_THAT(unread_, IsEmpty());
}

TEST_F(SavedFilesTest, TextThatBeginsWithAColonIsNoMail) {
  const auto documents = ReadBytes("Weather: rain in the north\nSubject: to change\n\nRain will fall on Monday, the office said.\n", "a.txt");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_THAT(documents[0].text, HasSubstr("Weather: rain"));
}

TEST_F(SavedFilesTest, PdfInColumns) {
  if (std::system("pdftotext -v > /dev/null 2>&1") != 0) GTEST_SKIP() << "pdftotext is not installed";
  const auto documents = Read("columns.pdf");
  ASSERT_THAT(documents, SizeIs(1)) << (unread_.empty() ? "" : unread_[0].reason);
  const Document& document = documents[0];
  EXPECT_EQ(document.title, kHeadline);
  EXPECT_THAT(document.authors, ElementsAre("Ines Marlow"));
  const std::vector<std::string> body = TextsOf(document, SegmentRole::kBody);
  EXPECT_THAT(body, SizeIs(18)) << SegmentList(document);
  EXPECT_THAT(body, Contains(std::string(kLead)));
  EXPECT_EQ(body.back(), kLast);
  EXPECT_THAT(document.text, Not(HasSubstr("SORREL GAZETTE")));
  EXPECT_EQ(document.stories[0].segments.back().line, 20u);
  for (int i = 1; i <= 15; ++i)
    EXPECT_THAT(body, Contains(HasSubstr(StrCat("Paragraph ", i, " of the report tells how the gatekeepers of the reservoir opened"))));
}

TEST_F(SavedFilesTest, PdfWithoutTheProgramIsRefusedByName) {
  const char* const path = std::getenv("PATH");
  const std::string before = path == nullptr ? "" : path;
  setenv("PATH", "/nowhere", 1);
  EXPECT_THAT(Read("columns.pdf"), IsEmpty());
  setenv("PATH", before.c_str(), 1);
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].reason, HasSubstr("pdftotext"));
}

TEST(PdfLayoutTest, WordsPartedAtLineEndsAreMended) {
  const auto line = [](int top, std::string_view words) {
    std::string out = StrCat("<line xMin=\"50\" yMin=\"", top, "\" xMax=\"300\" yMax=\"", top + 12, "\">");
    for (const std::string_view word : Split(words, ' ')) StrAppend(&out, "<word>", word, "</word>");
    return out + "</line>";
  };
  const std::string layout = StrCat(
      "<doc><page width=\"600\" height=\"800\"><block xMin=\"50\" yMin=\"200\" xMax=\"300\" yMax=\"300\">", line(200, "The well-known gate-"),
      line(213, "keeper was a well-"), line(226, "known man, police said."), "</block></page></doc>");
  const Manuscript manuscript = ReadPdfLayout(layout);
  ASSERT_THAT(manuscript.paragraphs, SizeIs(1));
  EXPECT_EQ(manuscript.paragraphs[0].text, "The well-known gatekeeper was a well-known man, police said.");
}

TEST(PdfLayoutTest, ColumnsSideBySideAreReadOneAfterTheOther) {
  std::string layout = "<doc><page width=\"600\" height=\"800\">";
  const auto block = [&](int left, int top, std::string_view words) {
    StrAppend(&layout, "<block xMin=\"", left, "\" yMin=\"", top, "\" xMax=\"", left + 240, "\" yMax=\"", top + 12, "\"><line xMin=\"", left,
              "\" yMin=\"", top, "\" xMax=\"", left + 240, "\" yMax=\"", top + 12, "\">");
    for (const std::string_view word : Split(words, ' ')) StrAppend(&layout, "<word>", word, "</word>");
    layout += "</line></block>";
  };
  block(50, 200, "The first paragraph is on the left.");
  block(310, 200, "The third paragraph is on the right.");
  block(50, 230, "The second paragraph is on the left.");
  block(310, 230, "The fourth paragraph is on the right.");
  layout += "</page></doc>";
  std::vector<std::string> texts;
  for (const WrittenParagraph& paragraph : ReadPdfLayout(layout).paragraphs) texts.push_back(paragraph.text);
  EXPECT_THAT(texts, ElementsAre(HasSubstr("first"), HasSubstr("second"), HasSubstr("third"), HasSubstr("fourth")));
}

// Two stories, each with its own day.
void ExpectTwoStories(const std::vector<Document>& documents) {
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].stories[0].headline, kHeadline);
  EXPECT_EQ(DayOf(documents[0]), "2024-06-05");
  EXPECT_EQ(documents[0].outlet, "Sorrel Gazette");
  EXPECT_THAT(documents[0].authors, Contains("Ines Marlow"));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), ElementsAre(std::string(kLead), HasSubstr("last inspected in March")));
  EXPECT_EQ(documents[1].stories[0].headline, "Bus drivers end their strike");
  EXPECT_EQ(DayOf(documents[1]), "2024-05-28");
  EXPECT_EQ(documents[1].outlet, "Tarn Post");
  for (const Document& document : documents) {
    for (const std::string_view no_text : {"389", "154", "SECTION", "Load", "LOAD", "Copyright", "NEWS", "Subject", "SORG"})
      EXPECT_THAT(document.text, Not(HasSubstr(std::string(no_text))));
  }
}

TEST_F(SavedFilesTest, Nexis) { ExpectTwoStories(Read("nexis.txt")); }
TEST_F(SavedFilesTest, NexisUni) { ExpectTwoStories(Read("nexis-uni.txt")); }
TEST_F(SavedFilesTest, Factiva) {
  ExpectTwoStories(Read("factiva.txt"));
}
TEST_F(SavedFilesTest, ProQuest) { ExpectTwoStories(Read("proquest.txt")); }
TEST_F(SavedFilesTest, FactivaWithoutCodes) {
  const auto documents = Read("factiva-plain.txt");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].title, kHeadline);
  EXPECT_EQ(DayOf(documents[0]), "2024-06-05");
  EXPECT_EQ(documents[0].outlet, "Sorrel Gazette");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ines Marlow"));
  EXPECT_EQ(TextsOf(documents[0], SegmentRole::kBody).front(), kLead);
}

TEST_F(SavedFilesTest, Nitf) {
  const auto documents = Read("nitf.xml");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].title, kHeadline);
  EXPECT_EQ(DayOf(documents[0]), "2024-06-05");
  EXPECT_EQ(documents[0].outlet, "Sorrel Gazette");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ines Marlow"));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), ElementsAre(std::string(kLead), std::string(kLast)));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kSubhead), ElementsAre("Seventy years old"));
}

TEST_F(SavedFilesTest, NewsmlG2MessageOfTwoItems) {
  const auto documents = Read("newsml-g2.xml");
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].title, kHeadline);
  EXPECT_EQ(DayOf(documents[0]), "2024-06-05");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ines Marlow", "Tom Oduya"));
  EXPECT_THAT(TextsOf(documents[0], SegmentRole::kBody), ElementsAre(std::string(kLead), std::string(kLast)));
  EXPECT_EQ(DayOf(documents[1]), "2024-05-28");
  EXPECT_THAT(TextsOf(documents[1], SegmentRole::kBody).front(), HasSubstr("after nine days, their union said."));
}

TEST_F(SavedFilesTest, NinjsOfBothVersions) {
  for (const std::string name : {"ninjs1.json", "ninjs2.json"}) {
    const auto documents = Read(name);
    ASSERT_THAT(documents, SizeIs(1)) << name;
    EXPECT_EQ(documents[0].title, kHeadline);
    EXPECT_EQ(DayOf(documents[0]), "2024-06-05");
    EXPECT_EQ(documents[0].outlet, "Sorrel Gazette");
    EXPECT_THAT(documents[0].authors, Contains("Ines Marlow"));
    EXPECT_THAT(documents[0].text, HasSubstr(std::string(kLead)));
    EXPECT_THAT(documents[0].text, Not(HasSubstr("not this one")));
  }
}

}  // namespace
}  // namespace crosscheck
