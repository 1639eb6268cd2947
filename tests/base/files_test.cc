#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

class FilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::path(::testing::TempDir()) / "files-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string Path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string Bytes(const std::string& path) { return ReadFile(path, 1 << 20).value_or("(not there)"); }
  size_t Entries() const { return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator())); }

  fs::path folder_;
};

TEST_F(FilesTest, TheOldBytesStayUntilTheNewOnesAreWhole) {
  const std::string path = Path("sheet.html");
  ASSERT_TRUE(WriteFile(path, "old").ok());
  {
    auto sink = FileSink::Open(path);
    ASSERT_TRUE(sink.ok());
    ASSERT_TRUE(sink->Write("new, but never"));
    EXPECT_EQ(Bytes(path), "old");
  }
  EXPECT_EQ(Bytes(path), "old");
  EXPECT_EQ(Entries(), 1);  // nothing is left beside it
  auto sink = FileSink::Open(path);
  ASSERT_TRUE(sink.ok());
  sink->Write("new");
  EXPECT_EQ(Bytes(path), "old");
  EXPECT_TRUE(sink->Close().ok());
  EXPECT_EQ(Bytes(path), "new");
  EXPECT_EQ(Entries(), 1);
}

TEST_F(FilesTest, PermissionsAndLinksStay) {
  const std::string path = Path("sheet.html");
  ASSERT_TRUE(WriteFile(path, "old").ok());
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  fs::create_symlink("sheet.html", Path("link.html"));
  ASSERT_TRUE(WriteFile(Path("link.html"), "new").ok());
  EXPECT_TRUE(fs::is_symlink(Path("link.html")));
  EXPECT_EQ(Bytes(path), "new");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(FilesTest, ANewFileHasTheUsualPermissions) {
  const mode_t mask = umask(022);
  ASSERT_TRUE(WriteFile(Path("new.html"), "x").ok());
  umask(mask);
  EXPECT_EQ(static_cast<unsigned>(fs::status(Path("new.html")).permissions()), 0644U);
}

TEST_F(FilesTest, WhatCannotBeWrittenIsNamed) {
  EXPECT_EQ(WriteFile(folder_.string(), "x").message(), folder_.string() + ": is a folder");
  const absl::Status status = WriteFile(Path("no/sheet.html"), "x");
  EXPECT_EQ(status.message(), Path("no/sheet.html") + ": cannot write: No such file or directory");
  EXPECT_FALSE(WriteFile("/dev/full", "x").ok());
  EXPECT_TRUE(WriteFile("/dev/null", "x").ok());
  EXPECT_EQ(Entries(), 0);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(FilesTest, OneFileByWhateverName) {
  ASSERT_TRUE(WriteFile(Path("a.txt"), "a").ok());
  ASSERT_TRUE(WriteFile(Path("b.txt"), "a").ok());
  fs::create_hard_link(Path("a.txt"), Path("hard.txt"));
  fs::create_symlink("a.txt", Path("soft.txt"));
  EXPECT_TRUE(IsSameFile(Path("a.txt"), Path("./a.txt")));
  EXPECT_TRUE(IsSameFile(Path("a.txt"), Path("hard.txt")));
  EXPECT_TRUE(IsSameFile(Path("soft.txt"), Path("a.txt")));
  EXPECT_FALSE(IsSameFile(Path("a.txt"), Path("b.txt")));
  EXPECT_FALSE(IsSameFile(Path("a.txt"), Path("none.txt")));
}

}  // namespace
}  // namespace crosscheck
