#include "store/store.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/strings.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "store/packed.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(::testing::TempDir()) / ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(root_);
    fs::create_directories(root_);
    path_ = (root_ / "desk.db").string();
  }
  void TearDown() override { fs::remove_all(root_); }

  Store Make() {
    absl::StatusOr<Store> store = Store::At(path_, Store::Open::kCreate);
    EXPECT_TRUE(store.ok()) << store.status();
    return *std::move(store);
  }
  std::string ErrorOf(Store::Open how) {
    const absl::StatusOr<Store> store = Store::At(path_, how);
    return store.ok() ? "" : std::string(store.status().message());
  }
  static std::vector<std::string> Records(const Store& store) {
    std::vector<std::string> lines;
    EXPECT_TRUE(store.ForEachRecord([&](std::string line) {
      lines.push_back(std::move(line));
      return true;
    }).ok());
    return lines;
  }

  fs::path root_;
  std::string path_;
};

TEST_F(StoreTest, ArticlesComeBackByIdAndPlaceWhateverTheOrder) {
  Store store = Make();
  ASSERT_TRUE(store.Begin().ok());
  ASSERT_TRUE(store.Put({"b", "b.txt"}, "h1", "record b").ok());
  ASSERT_TRUE(store.Put({"a", "tuesday/a.txt"}, "h2", "second a").ok());
  ASSERT_TRUE(store.Put({"a", "monday/a.txt"}, "h3", "first a").ok());
  ASSERT_TRUE(store.Commit().ok());
  EXPECT_THAT(Records(store), ElementsAre("first a", "second a", "record b"));
}

TEST_F(StoreTest, AnArticleThatChangedTakesThePlaceOfTheOldOne) {
  Store store = Make();
  ASSERT_TRUE(store.Put({"a", "a.txt"}, "h1", "old").ok());
  EXPECT_EQ(**store.SourceHash({"a", "a.txt"}), "h1");
  ASSERT_TRUE(store.Put({"a", "a.txt"}, "h2", "new").ok());
  EXPECT_EQ(**store.SourceHash({"a", "a.txt"}), "h2");
  EXPECT_FALSE(store.SourceHash({"a", "b.txt"})->has_value());
  EXPECT_THAT(Records(store), ElementsAre("new"));
}

TEST_F(StoreTest, WhatWasNotCommittedIsGone) {
  {
    Store store = Make();
    ASSERT_TRUE(store.Begin().ok());
    ASSERT_TRUE(store.Put({"a", "a.txt"}, "h", "record").ok());
  }
  EXPECT_THAT(Records(Make()), IsEmpty());
}

TEST_F(StoreTest, OthersReadWhatWasCommittedAndAreToldThatOneWrites) {
  Store writer = Make();
  ASSERT_TRUE(writer.Put({"a", "a.txt"}, "h", "record a").ok());
  ASSERT_TRUE(writer.Begin().ok());
  ASSERT_TRUE(writer.Put({"b", "b.txt"}, "h", "record b").ok());
  Store reader = *Store::At(path_, Store::Open::kRead);
  EXPECT_THAT(Records(reader), ElementsAre("record a"));
  EXPECT_THAT(std::string(reader.Begin().message()), HasSubstr("another program is writing"));
  ASSERT_TRUE(writer.Commit().ok());
  EXPECT_THAT(Records(reader), ElementsAre("record a", "record b"));
}

TEST_F(StoreTest, OtherFilesAreToldInWords) {
  EXPECT_THAT(ErrorOf(Store::Open::kWrite), HasSubstr("no such store"));
  std::ofstream(path_) << std::string(5000, 'x');
  EXPECT_THAT(ErrorOf(Store::Open::kWrite), HasSubstr("is not a store"));
  EXPECT_THAT(ErrorOf(Store::Open::kCreate), HasSubstr("is not a store"));
}

TEST_F(StoreTest, AFileOfAnotherVersionIsTold) {
  Make();
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(60);  // user_version in the head of an SQLite file, big-endian
  file.write("\0\0\0\7", 4);
  file.close();
  EXPECT_THAT(ErrorOf(Store::Open::kWrite), HasSubstr("version 7"));
}

TEST_F(StoreTest, ADamagedRecordIsFoundByCheck) {
  const std::string record = "a record with some words that are not repeated";
  {
    Store store = Make();
    ASSERT_TRUE(store.Put({"a", "a.txt"}, "h", record).ok());
    EXPECT_TRUE(store.Check().ok());
    EXPECT_EQ(store.Count()->articles, 1u);
  }
  std::ifstream whole(path_, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(whole)), std::istreambuf_iterator<char>());
  const size_t at = bytes.find(Pack(record));
  ASSERT_NE(at, std::string::npos);
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(at + Pack(record).size() / 2));
  file.write("\xFF\xFF\xFF\xFF", 4);
  file.close();
  EXPECT_THAT(std::string(Make().Check().message()), HasSubstr("article a"));
}

TEST_F(StoreTest, UnreadInputsAreKeptUntilTheyAreRead) {
  Store store = Make();
  ASSERT_TRUE(store.PutUnread({"a.txt", "empty"}).ok());
  ASSERT_TRUE(store.PutUnread({"a.txt", "a folder"}).ok());
  ASSERT_TRUE(store.PutUnread({"b.txt", "empty"}).ok());
  ASSERT_TRUE(store.ForgetUnread("b.txt").ok());
  const auto unread = store.AllUnread();
  ASSERT_TRUE(unread.ok());
  ASSERT_EQ(unread->size(), 1u);
  EXPECT_EQ((*unread)[0].reason, "a folder");
}

TEST_F(StoreTest, TheFindingsOfEachRunAreKnown) {
  Store store = Make();
  EXPECT_EQ(*store.AddRun({{"f1", "figure.differ", "error", "one"}, {"f2", "figure.differ", "note", "two"}}), 1);
  EXPECT_EQ(*store.AddRun({{"f2", "figure.differ", "note", "two"}}), 2);
  EXPECT_EQ(*store.AddRun({{"f1", "figure.differ", "error", "one again"}}), 3);
  const std::string first = *store.BaselineOf(1);
  EXPECT_THAT(first, HasSubstr("\"f1\""));
  EXPECT_THAT(first, HasSubstr("\"f2\""));
  EXPECT_THAT(*store.BaselineOf(2), Not(HasSubstr("\"f1\"")));
  EXPECT_THAT(*store.BaselineOf(3), HasSubstr("one again"));
  EXPECT_THAT(std::string(store.BaselineOf(4).status().message()), HasSubstr("no run 4"));
}

TEST_F(StoreTest, SheetsThatTheLastRunDidNotAskForGo) {
  Store store = Make();
  ASSERT_TRUE(store.KeepSheets({{"k1", "sheet one"}, {"k2", "sheet two"}}).ok());
  ASSERT_TRUE(store.AddRun({}).ok());
  ASSERT_TRUE(store.KeepSheets({{"k2", ""}}).ok());  // asked for, as it is
  ASSERT_TRUE(store.AddRun({}).ok());
  ASSERT_TRUE(store.Vacuum().ok());
  EXPECT_FALSE(store.FindSheet("k1").has_value());
  EXPECT_EQ(store.FindSheet("k2"), "sheet two");
}

TEST_F(StoreTest, NotesAreKeptAsTheyAre) {
  Store store = Make();
  EXPECT_EQ(*store.Notes(), "");
  ASSERT_TRUE(store.SetNotes("{\"schema\":\"crosscheck.state/1\"}").ok());
  EXPECT_EQ(*store.Notes(), "{\"schema\":\"crosscheck.state/1\"}");
}

TEST(PackedTest, BytesComeBackAndDamageIsTold) {
  for (const std::string& bytes : {std::string(), std::string("{\"schema\":\"crosscheck.document/1\"}"), std::string(1 << 20, 'x'), std::string("\0\xFF", 2)}) {
    EXPECT_EQ(*Unpack(Pack(bytes)), bytes);
  }
  const std::string packed = Pack("a record, long enough to be cut");
  EXPECT_FALSE(Unpack(packed.substr(0, packed.size() - 1)).ok());
  EXPECT_FALSE(Unpack(packed + "x").ok());
  EXPECT_FALSE(Unpack("no zlib").ok());
  EXPECT_FALSE(Unpack("").ok());
}

}  // namespace
}  // namespace crosscheck
