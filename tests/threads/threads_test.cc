// The same bytes out for any number of threads and any order of the documents: the whole path, also under the thread sanitizer.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/parallel.h"
#include "crosscheck/crosscheck.h"
#include "tests/paths.h"

namespace crosscheck {
namespace {

std::vector<std::string> FixtureFiles() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFixtures + "/bundles")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string Audit(const std::vector<std::string>& files, const Rulebook& rules, int threads) {
  std::vector<Record> records(files.size());
  ParallelFor(files.size(), threads, [&](size_t i) {
    const auto bytes = ReadFile(files[i], 1 << 20);
    ASSERT_TRUE(bytes.ok()) << bytes.status();
    const std::string uri = files[i].substr(kFixtures.size());
    auto document = ReadDocument(*bytes, {.id = uri, .uri = uri});
    ASSERT_TRUE(document.ok()) << document.status();
    records[i] = Extract(*std::move(document), rules);
  });
  return *Write(Compare(std::move(records), rules, {.threads = threads, .state_json = ""}), "json");
}

TEST(Threads, NeverShowInTheResult) {
  const auto rules = Rulebook::Load({});
  ASSERT_TRUE(rules.ok()) << rules.status();
  std::vector<std::string> files = FixtureFiles();
  ASSERT_GE(files.size(), 16u);
  const std::string one = Audit(files, *rules, 1);
  EXPECT_EQ(Audit(files, *rules, 8), one);
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(Audit(files, *rules, 3), one);
  std::rotate(files.begin(), files.begin() + 5, files.end());
  EXPECT_EQ(Audit(files, *rules, 2), one);
}

TEST(Threads, ParallelForCallsEachOnce) {
  std::vector<int> calls(1000);
  ParallelFor(calls.size(), 7, [&](size_t i) { ++calls[i]; });
  EXPECT_EQ(std::count(calls.begin(), calls.end(), 1), 1000);
}

}  // namespace
}  // namespace crosscheck
