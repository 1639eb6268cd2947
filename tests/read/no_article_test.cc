// What is no article: told by name with what to do, and no document.
#include "read/no_article.h"

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using std::string_view_literals::operator""sv;

constexpr std::string_view kBrief = "The mast on Tarn hill fell at noon, the harbour office said. Nobody was hurt.";

class NoArticleTest : public ::testing::Test {
 protected:
  std::vector<Document> Read(std::string_view bytes, const std::string& uri) {
    unread_.clear();
    ReadHint hint;
    hint.uri = uri;
    return ReadAll(bytes, hint, &unread_);
  }
  void ExpectRefused(std::string_view bytes, const std::string& uri, std::string_view reason) {
    EXPECT_THAT(Read(bytes, uri), IsEmpty()) << uri;
    ASSERT_THAT(unread_, SizeIs(1)) << uri;
    EXPECT_EQ(unread_[0].uri, uri);
    EXPECT_THAT(unread_[0].reason, HasSubstr(std::string(reason)));
    EXPECT_FALSE(IsLeftOut(unread_[0]));
  }
  std::vector<Unread> unread_;
};

TEST_F(NoArticleTest, CompressedAndBinaryFilesByName) {
  ExpectRefused("BZh91AY&SY\x01\x02"sv, "a.html.bz2", "bunzip2");
  ExpectRefused("\xFD" "7zXZ\0\0\4"sv, "a.html.xz", "unxz");
  ExpectRefused("\x28\xB5\x2F\xFD\x24\x10"sv, "a.warc.zst", "unzstd");
  ExpectRefused("7z\xBC\xAF\x27\x1C\0\4"sv, "a.7z", "7-Zip");
  ExpectRefused("Rar!\x1A\x07\1\0"sv, "a.rar", "RAR");
  ExpectRefused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"sv, "a.doc", ".docx");
  ExpectRefused("\0\0\0\x18" "ftypmp42"sv, "talk", "sound or film");
  ExpectRefused("\x89PNG\r\n\x1A\n"sv, "mast", "a picture");
  ExpectRefused("SQLite format 3\0"sv, "news", "a database");
}

TEST_F(NoArticleTest, BytesThatAreNoTextInAnyCharset) {
  std::string noise;
  uint32_t state = 7;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1664525 + 1013904223;
    noise += static_cast<char>(state >> 24);
  }
  ExpectRefused(noise, "noise.txt", "not a text");
  EXPECT_THAT(Read("\xFF\xFET\0h\0e\0 \0m\0a\0s\0t\0 \0f\0e\0l\0l\0.\0"sv, "utf16.txt"), SizeIs(1));
  EXPECT_THAT(Read(StrCat("\x1B[1mMast falls\x1B[0m\n\n", kBrief), "terminal.txt"), SizeIs(1));
  EXPECT_THAT(Read("Caf\xE9 sinks\n\nThe caf\xE9 on the quay sank, the owner said on Monday.", "latin.txt"), SizeIs(1));
}

TEST_F(NoArticleTest, AddressesAndListsOfPages) {
  ExpectRefused("https://tarn.example/a\nhttps://tarn.example/b\n", "list.txt", "addresses are not fetched");
  ExpectRefused("# Monday\r\nhttps://tarn.example/a\r\n\r\nwww.tarn.example/b", "list.txt", "addresses are not fetched");
  ExpectRefused("[InternetShortcut]\r\nURL=https://tarn.example/a\r\n", "a.url", "addresses are not fetched");
  ExpectRefused("<?xml version='1.0'?>\n<!-- made --><urlset xmlns='x'><url><loc>https://tarn.example/a</loc></url></urlset>",
                "sitemap.xml", "list of its pages");
  ExpectRefused("User-agent: *\nDisallow: /private\n", "robots.txt", "rules for crawlers");
  EXPECT_THAT(Read(StrCat("https://tarn.example/a\n\n", kBrief), "saved.txt"), SizeIs(1));
}

TEST_F(NoArticleTest, EmptyFilesAreTold) {
  ExpectRefused("", "empty.txt", "empty");
  ExpectRefused("", "empty.html", "empty");
  ExpectRefused(" \n\t \r\n", "blank.txt", "nothing to read");
  ExpectRefused("\xEF\xBB\xBF", "mark.txt", "nothing to read");
  ExpectRefused("--- *** ---\n", "rules.txt", "nothing to read");
}

TEST_F(NoArticleTest, OwnOutputsAreLeftOut) {
  for (const std::string_view own :
       {R"({"schema":"crosscheck.worksheet/1","tool":{}})", "{\n \"schema\": \"crosscheck.state/1\",\n \"claims\": {}}",
        R"({"schema":"crosscheck.document/1","id":"a","text":"The mast fell."})",
        "\xEF\xBB\xBFno,article,place,words,sentence,said by,type\n1,a,1:2,4,Four masts fell.,,count\n",
        "# Fact-check worksheet\n\n2 articles, 1 origin.\n",
        "a.txt:1:2: warning: four or five [figure.differ, rank 60]\n  A  a.txt:1:2\n     | Four masts fell.\n"}) {
    EXPECT_THAT(Read(own, "folder/own"), IsEmpty()) << own;
    ASSERT_THAT(unread_, SizeIs(1)) << own;
    EXPECT_TRUE(IsLeftOut(unread_[0])) << unread_[0].reason;
  }
}

TEST_F(NoArticleTest, AMarkedUpPageIsNeverATable) {
  const std::string page = StrCat("<!DOCTYPE html><meta name=keywords content='text,title,date'>\n<h1>Mast falls</h1><p>", kBrief,
                                  "</p><p>The hill was closed to walkers for the rest of the day, the office said.</p>");
  ASSERT_THAT(Read(page, "page.html"), SizeIs(1));
  EXPECT_EQ(unread_.size(), 0u);
}

}  // namespace
}  // namespace crosscheck
