#include "read/bundle.h"

#include <filesystem>
#include <fstream>

#include "base/strings.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class BundleTest : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(::testing::TempDir()) / ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  std::string Put(const std::string& name, const std::string& bytes) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    return (root_ / name).string();
  }

  std::vector<Document> Read(const std::vector<std::string>& inputs, int threads = 1) {
    unread_.clear();
    BundleOptions options;
    options.threads = threads;
    const std::vector<InputSource> sources = ListSources(inputs, options, &unread_);
    std::vector<Document> documents = MapDocuments(
        sources, options, [](Document document) { return document; }, &unread_);
    std::vector<Document*> all;
    for (Document& document : documents) all.push_back(&document);
    MakeIdsUnique(all);
    return documents;
  }

  static std::vector<std::string> Ids(const std::vector<Document>& documents) {
    std::vector<std::string> ids;
    for (const Document& document : documents) ids.push_back(document.id);
    return ids;
  }

  fs::path root_;
  std::vector<Unread> unread_;
};

TEST_F(BundleTest, FoldersAreWalkedInOrderAndOnlyWhatCanBeAPageIsRead) {
  Put("b/late.txt", "The ferry sank off Tarn Point.");
  Put("a/early.txt", "The ferry left at noon.");
  Put("a/photo.jpg", "\xFF\xD8\xFF");
  Put("a/.hidden.txt", "x");
  Put("page.html", "<p>The ferry was raised.</p>");
  Put("page_files/frame.html", "<p>An advertisement.</p>");
  EXPECT_THAT(Ids(Read({root_.string()})), ElementsAre("early.txt", "late.txt", "page.html"));
  EXPECT_THAT(unread_, IsEmpty());
}

TEST_F(BundleTest, DocumentsOfOneNameGetTheirFolders) {
  const std::string a = Put("monday/lead.txt", "One.");
  const std::string b = Put("tuesday/lead.txt", "Two.");
  EXPECT_THAT(Ids(Read({a, b})), ElementsAre("monday/lead.txt", "tuesday/lead.txt"));
  EXPECT_THAT(Ids(Read({b, a})), ElementsAre("tuesday/lead.txt", "monday/lead.txt"));
}

TEST_F(BundleTest, RecordsOfOneIdAreToldApart) {
  const std::string a = Put("a.jsonl", "{\"id\": \"r1\", \"text\": \"One.\"}\n{\"id\": \"r1\", \"text\": \"Two.\"}\n");
  const std::vector<std::string> ids = Ids(Read({a}));
  ASSERT_THAT(ids, SizeIs(2));
  EXPECT_NE(ids[0], ids[1]);
}

TEST_F(BundleTest, AFileNamedTwiceIsReadOnce) {
  const std::string a = Put("a.txt", "One.");
  EXPECT_THAT(Read({a, a, root_.string()}), SizeIs(1));
  EXPECT_THAT(unread_, IsEmpty());
}

TEST_F(BundleTest, WhatCannotBeReadIsNamed) {
  fs::create_directories(root_ / "empty");
  Read({(root_ / "empty").string(), (root_ / "missing.txt").string()});
  ASSERT_THAT(unread_, SizeIs(2));
  EXPECT_THAT(unread_[0].reason, HasSubstr("no article"));
  EXPECT_THAT(unread_[1].uri, HasSubstr("missing.txt"));
}

TEST_F(BundleTest, LinksOutOfTheFolderAndCirclesOfLinksAreNotFollowed) {
  const std::string secret = Put("outside/secret.txt", "A secret.");
  Put("inside/a.txt", "One.");
  fs::create_symlink(secret, root_ / "inside/b.txt");
  fs::create_directory_symlink(root_ / "inside", root_ / "inside/again");
  fs::create_symlink("a.txt", root_ / "inside/c.txt");
  EXPECT_THAT(Read({(root_ / "inside").string()}), SizeIs(1));  // c.txt is a.txt
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].uri, HasSubstr("b.txt"));
}

TEST_F(BundleTest, LargeFilesOfLinesAreReadInPartsWithTheirLineNumbers) {
  std::string lines;
  for (int i = 1; i <= 20000; ++i) {
    StrAppend(&lines, "{\"id\": \"r", i, "\", \"text\": \"", std::string(500, 'x'), "\"}\n");
    if (i == 15000) lines += "{\"half\n";
  }
  const std::string path = Put("wire.jsonl", lines);
  const std::vector<Document> one = Read({path}, 1);
  ASSERT_THAT(one, SizeIs(20000));
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].uri, ::testing::EndsWith("wire.jsonl:15001"));
  EXPECT_EQ(one[15000].uri, "r15001");
  EXPECT_EQ(Ids(one), Ids(Read({path}, 4)));
}

TEST_F(BundleTest, StandardInputIsReadAsItIsSaid) {
  const std::string bytes = "{\"id\": \"wire-7\", \"text\": \"The mast fell.\"}";
  BundleOptions options;
  options.stdin_bytes = &bytes;
  const std::vector<InputSource> sources = ListSources({"-"}, options, &unread_);
  ASSERT_THAT(sources, SizeIs(1));
  EXPECT_EQ(sources[0].format, "json lines");
  const std::vector<std::string> ids = MapDocuments(
      sources, options, [](const Document& document) { return document.id; }, &unread_);
  EXPECT_THAT(ids, ElementsAre("wire-7"));
}

}  // namespace
}  // namespace crosscheck
