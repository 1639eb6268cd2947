// Records, tables, feeds, web archives and archives, all through ReadAll.
#include <zlib.h>

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "read/format.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class FormatsTest : public ::testing::Test {
 protected:
  std::vector<Document> Read(std::string_view bytes, const std::string& uri) {
    unread_.clear();
    ReadHint hint;
    hint.uri = uri;
    return ReadAll(bytes, hint, &unread_);
  }
  std::vector<std::string> Ids(std::string_view bytes, const std::string& uri) {
    std::vector<std::string> ids;
    for (const Document& document : Read(bytes, uri)) ids.push_back(document.id);
    return ids;
  }
  std::vector<Unread> unread_;
};

std::string Gzip(std::string_view bytes) {
  std::string out(bytes.size() + 1024, '\0');
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string Tar(std::string_view name, std::string_view body, char type = '0') {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  char size[12];
  std::snprintf(size, sizeof size, "%011zo", body.size());
  header.replace(124, 11, size);
  header[156] = type;
  header.replace(257, 5, "ustar");
  return header + std::string(body) + std::string((512 - body.size() % 512) % 512, '\0');
}

constexpr std::string_view kPage =
    "<html><body><h1>Ferry sinks off Tarn Point</h1><p>The ferry sank on Monday, the harbour office of Port Ellen said in a "
    "statement.</p>"
    "<p>A second ferry was sent, the office said in a statement that it gave to the paper on Tuesday.</p></body></html>";

TEST_F(FormatsTest, FieldsOfRecordsGoByManyNames) {
  const auto documents = Read(
      "{\"id\": 7, \"maintext\": \"The mast fell.\", \"headline\": \"Mast falls\", \"date_publish\": \"2024-06-04 10:00:00\", "
      "\"authors\": "
      "[{\"name\": \"Ann Berg\"}, \"Tom Oduya\"], \"link\": \"https://gazette.example/1\", \"siteName\": \"Tarn Gazette\"}\n"
      "{\"html\": \"<p>It was old &amp; rusty.</p>\"}\n",
      "wire.jsonl");
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].id, "7");
  EXPECT_EQ(documents[0].text, "The mast fell.");
  EXPECT_EQ(documents[0].title, "Mast falls");
  EXPECT_EQ(FormatIsoDay(*documents[0].published->days.from), "2024-06-04");
  EXPECT_THAT(documents[0].authors, ElementsAre("Ann Berg", "Tom Oduya"));
  EXPECT_EQ(documents[0].outlet, "Tarn Gazette");
  EXPECT_EQ(documents[1].id, "wire.jsonl:2");
  EXPECT_EQ(documents[1].text, "It was old & rusty.");
}

TEST_F(FormatsTest, BadLinesAreNamedAndTheRestGoesOn) {
  const std::string deep = StrCat("{\"text\": ", std::string(100000, '['));
  const auto ids = Ids(StrCat("{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": \"b\", \"tex\n[1]\n{\"id\": \"c\"}\n", deep,
                              "\n{\"id\": \"d\", \"text\": \"\xFF rain\"}\n"),
                       "wire.jsonl");
  EXPECT_THAT(ids, ElementsAre("a", "d"));
  ASSERT_THAT(unread_, SizeIs(4));
  EXPECT_EQ(unread_[0].uri, "wire.jsonl:2");
  EXPECT_EQ(unread_[1].uri, "wire.jsonl:3");
  EXPECT_EQ(unread_[2].uri, "wire.jsonl:4");
  EXPECT_EQ(unread_[3].uri, "wire.jsonl:5");
}

TEST_F(FormatsTest, TextOfARecordIsOneStoryUnchanged) {
  const auto documents =
      Read("{\"text\": \"\\uFEFFMast falls\\r\\n\\r\\nThe mast fell.\\r\\nThe mast fell.\\r\\n\", \"title\": \"Mast falls\"}",
           "a.json");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].text, "\xEF\xBB\xBFMast falls\r\n\r\nThe mast fell.\r\nThe mast fell.\r\n");
  ASSERT_THAT(documents[0].stories, SizeIs(1));
  ASSERT_THAT(documents[0].stories[0].segments, SizeIs(2));
  EXPECT_EQ(documents[0].stories[0].segments[0].role, SegmentRole::kHeadline);
  EXPECT_EQ(documents[0].stories[0].segments[1].span.In(documents[0].text), "The mast fell.\r\nThe mast fell.");
}

TEST_F(FormatsTest, JsonLists) {
  EXPECT_THAT(Ids("[{\"id\": \"a\", \"body\": \"x\"}, {\"id\": \"b\", \"content\": \"y\"}]", "dump.json"), ElementsAre("a", "b"));
  EXPECT_THAT(Ids("{\"articles\": [{\"id\": \"a\", \"body\": \"x\"}]}", "dump.json"), ElementsAre("a"));
}

TEST_F(FormatsTest, Tables) {
  const auto documents = Read(
      "\xEF\xBB\xBFid;title;text;date\r\n1;\"Mast; old\";\"The mast fell.\r\nIt was "
      "\"\"old\"\".\";2024-06-04\r\nhalf\r\n3;x;y;\r\n",
      "t.csv");
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].title, "Mast; old");
  EXPECT_EQ(documents[0].text, "The mast fell.\r\nIt was \"old\".");
  EXPECT_EQ(documents[1].id, "3");
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_EQ(unread_[0].uri, "t.csv:4");
}

TEST_F(FormatsTest, Feeds) {
  const auto rss = Read(
      "<?xml version='1.0'?><rss xmlns:content='c' xmlns:dc='d'><channel><title>Tarn Gazette</title><item><title>Mast "
      "falls</title>"
      "<link>http://gazette.example/1</link><pubDate>Tue, 04 Jun 2024 23:00:00 -0400</pubDate><dc:creator>Ann Berg</dc:creator>"
      "<content:encoded><![CDATA[<p>The mast fell on Monday, the office said.</p>]]></content:encoded></item></channel></rss>",
      "rss.xml");
  ASSERT_THAT(rss, SizeIs(1));
  EXPECT_EQ(rss[0].text, "The mast fell on Monday, the office said.");
  EXPECT_EQ(rss[0].title, "Mast falls");
  EXPECT_EQ(rss[0].outlet, "Tarn Gazette");
  EXPECT_EQ(FormatIsoDay(*rss[0].published->days.from), "2024-06-04");
  const auto atom = Read(
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>7</id><title>Mast</title><link "
      "href='http://gazette.example/7'/><author><name>Tom "
      "Oduya</name></author><summary>The mast fell.</summary></entry><entry><title>cut",
      "atom.xml");
  ASSERT_THAT(atom, SizeIs(1));
  EXPECT_EQ(atom[0].id, "7");
  EXPECT_EQ(atom[0].url, "http://gazette.example/7");
  EXPECT_THAT(unread_, testing::Not(IsEmpty()));
}

std::string Warc(std::string_view type, std::string_view url, std::string_view block) {
  return StrCat("WARC/1.1\r\nWARC-Type: ", type, "\r\nWARC-Target-URI: ", url,
                "\r\nContent-Type: application/http;\r\n msgtype=response\r\nContent-Length: ", block.size(), "\r\n\r\n", block,
                "\r\n\r\n");
}

TEST_F(FormatsTest, WebArchives) {
  char size[16];
  std::snprintf(size, sizeof size, "%zx", kPage.size());
  const std::string plain =
      Warc("response", "http://gazette.example/one/", StrCat("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", kPage));
  const std::string chunked = Warc("response", "http://gazette.example/two",
                                   StrCat("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
                                          std::string_view(size), "\r\n", kPage, "\r\n0\r\n\r\n"));
  const std::string packed =
      Warc("response", "http://gazette.example/three",
           StrCat("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n", Gzip(kPage)));
  const std::string others =
      Warc("response", "http://gazette.example/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") +
      Warc("response", "http://gazette.example/gone",
           StrCat("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", kPage)) +
      Warc("revisit", "http://gazette.example/one/", "");
  const auto ids = {"gazette.example/one/", "gazette.example/two", "gazette.example/three"};
  EXPECT_THAT(Ids(plain + chunked + others + packed, "a.warc"), ::testing::ElementsAreArray(ids));
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_EQ(unread_[0].reason, "no pages, left out: 3 records: 1 image/png, 1 revisit, 1 status 404");
  EXPECT_TRUE(IsLeftOut(unread_[0]));
  EXPECT_THAT(Ids(Gzip(plain) + Gzip(chunked) + Gzip(others) + Gzip(packed), "a.warc.gz"), ::testing::ElementsAreArray(ids));
  const auto documents = Read(plain, "a.warc");
  EXPECT_EQ(documents[0].url, "http://gazette.example/one/");
  EXPECT_EQ(documents[0].title, "Ferry sinks off Tarn Point");
  // A damaged member, or rubbish between records, costs no more than what it hit.
  EXPECT_THAT(Ids(Gzip(plain) + Gzip(chunked).substr(0, 60) + Gzip(packed), "a.warc.gz"),
              ElementsAre("gazette.example/one/", "gazette.example/three"));
  EXPECT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(Ids(StrCat(plain, "rubbish\nrubbish\n", packed), "a.warc"),
              ElementsAre("gazette.example/one/", "gazette.example/three"));
}

TEST_F(FormatsTest, ArchivesAreReadMemberByMember) {
  const std::string tar = Tar("news/a.html", kPage) + Tar("photo.jpg", "x") + Tar("../out.html", kPage) +
                          Tar("link.html", "", '2') + std::string(1024, '\0');
  EXPECT_THAT(Ids(Gzip(tar), "bundle.tar.gz"), ElementsAre("a.html"));
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].reason, HasSubstr("leads out"));
  EXPECT_THAT(Ids(Gzip("{\"id\": \"a\", \"text\": \"x\"}\n"), "wire.jsonl.gz"), ElementsAre("a"));
}

TEST_F(FormatsTest, BombsAndNestsAreRefused) {
  EXPECT_THAT(Read(Gzip(std::string(size_t{100} << 20, '\0')), "bomb.gz"), IsEmpty());
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].reason, HasSubstr("larger"));
  std::string nest(kPage);
  for (int i = 0; i < 6; ++i) nest = Gzip(nest);
  EXPECT_THAT(Read(nest, "nest.gz"), IsEmpty());
  EXPECT_THAT(unread_[0].reason, HasSubstr("too deep"));
}

TEST_F(FormatsTest, FormatIsToldByContent) {
  EXPECT_EQ(Read(kPage, "page.txt")[0].title, "Ferry sinks off Tarn Point");
  EXPECT_THAT(Read("%PDF-1.7 ...", "page.html"), IsEmpty());
  EXPECT_THAT(unread_, SizeIs(1));
  EXPECT_EQ(Read("The mast fell.", "page.html")[0].text, "The mast fell.");
}

}  // namespace
}  // namespace crosscheck
