// Feeds as sites serve them and people save them: other modules beside the entry's fields, charsets declared wrongly, and what is
// no XML. What one entry breaks the others do not lose.
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
using ::testing::SizeIs;

class FeedTest : public ::testing::Test {
 protected:
  std::vector<Document> Read(std::string_view bytes) {
    unread_.clear();
    ReadHint hint;
    hint.uri = "feed.xml";
    return ReadAll(bytes, hint, &unread_);
  }
  static std::string Rss(std::string_view items, std::string_view encoding = "UTF-8") {
    return StrCat("<?xml version=\"1.0\" encoding=\"", encoding,
                  "\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\" "
                  "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" xmlns:atom=\"http://www.w3.org/2005/Atom\">"
                  "<channel><title>Tarn Gazette</title><image><title>Logo</title></image>",
                  items, "</channel></rss>");
  }
  static std::string Atom(std::string_view entries) {
    return StrCat("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tarn Gazette</title>", entries, "</feed>");
  }
  static std::vector<std::string> Texts(const std::vector<Document>& documents) {
    std::vector<std::string> texts;
    for (const Document& document : documents) texts.push_back(document.text);
    return texts;
  }
  std::vector<Unread> unread_;
};

constexpr std::string_view kFerry = "<item><title>Ferry sinks</title><description>The ferry sank.</description></item>";

TEST_F(FeedTest, OnlyTheEntrysOwnFields) {
  const auto documents = Read(Rss(
      "<item><media:title>The mast from the air</media:title><title>Mast falls</title><itunes:title>Episode 4</itunes:title>"
      "<media:content url='a.jpg'><media:description>The hill in May.</media:description><media:text>A hill.</media:text></media:content>"
      "<description>The mast fell.</description><media:description>From the air.</media:description><itunes:summary>Talk.</itunes:summary>"
      "<link>https://tarn.example/1</link><atom:link rel='self' href='https://tarn.example/feed'/><itunes:author>Talk Team</itunes:author>"
      "<media:credit>Per Dahl</media:credit><dc:creator>Ann Berg</dc:creator><pubDate>Tue, 4 Jun 24 08:15:00 +0200</pubDate>"
      "<source url='https://wire.example/f'>Wire</source></item>"));
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].title, "Mast falls");
  EXPECT_EQ(documents[0].text, "The mast fell.");
  EXPECT_EQ(documents[0].url, "https://tarn.example/1");
  EXPECT_EQ(documents[0].outlet, "Tarn Gazette");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ann Berg"));
  EXPECT_EQ(FormatIsoDay(*documents[0].published->days.from), "2024-06-04");
}

TEST_F(FeedTest, MarkupOfAllKindsInTextAndTitle) {
  const auto documents = Read(Atom(
      "<entry><title type='html'>Mast &amp;#8216;falls&amp;#8217; &lt;b&gt;here&lt;/b&gt; &amp;amp; there</title><content type='xhtml'>"
      "<div xmlns='http://www.w3.org/1999/xhtml'><p>The <b>mast</b> fell &amp; broke.</p><p>It was old, the office said.</p></div></content></entry>"
      "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Ferry <i>sinks</i></div></title>"
      "<content type='html'>&lt;p&gt;The ferry sank.&lt;/p&gt;&lt;p&gt;Nobody was hurt, she said.&lt;/p&gt;</content></entry>"
      "<entry><title>Hill</title><x:content xmlns:x='http://www.w3.org/2005/Atom' type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'>"
      "<h:p>The hill stands.</h:p></h:div></x:content></entry>"));
  ASSERT_THAT(documents, SizeIs(3));
  EXPECT_EQ(documents[0].title, "Mast ‘falls’ here & there");
  EXPECT_EQ(documents[0].text, "The mast fell & broke.\n\nIt was old, the office said.");
  EXPECT_EQ(documents[1].title, "Ferry sinks");
  EXPECT_EQ(documents[1].text, "The ferry sank.\n\nNobody was hurt, she said.");
  EXPECT_EQ(documents[2].text, "The hill stands.");
}

TEST_F(FeedTest, ADayOfChangeAloneIsNoDay) {
  const auto documents = Read(Atom("<entry><title>Mast</title><updated>2024-06-09T00:00:00Z</updated><summary>The mast fell.</summary></entry>"
                                   "<entry><title>Mast</title><updated>2024-06-09T00:00:00Z</updated><published>2024-06-04T00:00:00Z</published><summary>It fell.</summary></entry>"));
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_FALSE(documents[0].published);
  EXPECT_EQ(FormatIsoDay(*documents[1].published->days.from), "2024-06-04");
}

TEST_F(FeedTest, NamesOfAuthors) {
  const auto documents = Read(Rss(
      "<item><author>ann@tarn.example (Ann Berg)</author><description>One mast fell.</description></item>"
      "<item><dc:creator>By Ann Berg and Tom Oduya</dc:creator><author>desk@tarn.example</author><description>Two masts fell.</description></item>"
      "<item><author>noreply@tarn.example</author><description>Three masts fell.</description></item>"
      "<item><dc:creator><![CDATA[Tarn Gazette]]></dc:creator><description>Four masts fell.</description></item>"));
  ASSERT_THAT(documents, SizeIs(4));
  EXPECT_THAT(documents[0].authors, ElementsAre("Ann Berg"));
  EXPECT_THAT(documents[1].authors, ElementsAre("Ann Berg", "Tom Oduya"));
  EXPECT_THAT(documents[2].authors, IsEmpty());
  EXPECT_THAT(documents[3].authors, IsEmpty());
}

TEST_F(FeedTest, CharsetsDeclaredRightlyAndWrongly) {
  const std::string_view latin = "<item><title>Caf\xE9</title><description>\x93" "Caf\xE9s sink,\x94 M\xFCller said.</description></item>";
  for (const std::string_view declared : {"windows-1252", "ISO-8859-1", "UTF-8", "utf-16", "nonsense-1"}) {
    EXPECT_THAT(Texts(Read(Rss(latin, declared))), ElementsAre("“Cafés sink,” Müller said.")) << declared;
  }
  EXPECT_THAT(Texts(Read(Rss("<item><description>Cafés sink, Müller said.</description></item>", "ISO-8859-1"))), ElementsAre("Cafés sink, Müller said."));
  std::string wide = "\xFF\xFE";
  std::string bare;
  for (const char c : Rss(kFerry, "UTF-16")) {
    wide += {c, '\0'};
    bare += {'\0', c};
  }
  EXPECT_THAT(Texts(Read(wide)), ElementsAre("The ferry sank."));
  EXPECT_THAT(Texts(Read(bare)), ElementsAre("The ferry sank."));
}

TEST_F(FeedTest, WhatIsNoXmlLosesNoEntry) {
  constexpr std::string_view kBroken[] = {
      "<item><title>Mast &ndash; old</title><description>The mast&nbsp;fell &mdash; it was old.</description></item>",
      "<item><title>Mast & hill</title><link>https://tarn.example/?a=1&b=2</link><description>The mast fell & broke.</description></item>",
      "<item><title>Mast\x0B\x01</title><description>The mast\x02 fell.</description></item>",
      "<item><title>Mast falls<link>https://tarn.example/1</link><description>The mast fell.</description></item>",
      "<item><title>Mast falls</title><description>The mast fell.</item>",
      "<item><title>Mast falls</title><description><p>The mast <b>fell.</p></description></item>",
      "<item><title>Mast < hill</title><description>The mast fell.</description></item>",
      "<item><title>Mast</title><category>News<description>The mast fell.</description></item>",
      "<item><title>Mast</title><description>The mast fell.</description></entry>",
      "<item><title>Mast</title><description>The mast fell.</description>",
      "<item><title>Mast</title><content:encoded><![CDATA[<p>The mast fell.</p>]]></content:encoded></wrong></item>",
  };
  for (const std::string_view broken : kBroken) {
    const auto documents = Read(Rss(StrCat(kFerry, broken, kFerry)));
    ASSERT_THAT(documents, SizeIs(3)) << broken;
    EXPECT_THAT(documents[1].text, HasSubstr("The mast")) << broken;
    EXPECT_THAT(documents[1].title, testing::StartsWith("Mast")) << broken;
    EXPECT_THAT(documents[1].title, testing::Not(HasSubstr("tarn.example"))) << broken;
    EXPECT_EQ(documents[2].text, "The ferry sank.") << broken;
    EXPECT_EQ(documents[2].title, "Ferry sinks") << broken;
  }
  EXPECT_EQ(Read(Rss(kBroken[0]))[0].text, "The mast\u00A0fell — it was old.");
  EXPECT_EQ(Read(Rss(kBroken[1]))[0].url, "https://tarn.example/?a=1&b=2");
}

TEST_F(FeedTest, AFeedThatBreaksOffIsTold) {
  EXPECT_THAT(Read(StrCat("<rss><channel>", kFerry, "<item><title>Mast</title><description>The mast fell and")), SizeIs(2));
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].reason, HasSubstr("broken off"));
}

}  // namespace
}  // namespace crosscheck
