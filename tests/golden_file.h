// Files of the tree that are made by the program: a test compares them; with CROSSCHECK_UPDATE=1 in the environment it writes them.
#ifndef CROSSCHECK_TESTS_GOLDEN_FILE_H_
#define CROSSCHECK_TESTS_GOLDEN_FILE_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "base/files.h"
#include "tests/paths.h"

namespace crosscheck {

inline void ExpectFile(const std::string& path_in_tree, const std::string& content) {
  const std::string path = kSourceRoot + "/" + path_in_tree;
  if (std::getenv("CROSSCHECK_UPDATE") != nullptr) {
    ASSERT_TRUE(WriteFile(path, content).ok()) << path;
    return;
  }
  const auto committed = ReadFile(path, 64 << 20);
  ASSERT_TRUE(committed.ok()) << committed.status();
  EXPECT_TRUE(*committed == content) << path_in_tree << " is not what the program makes now; see docs/hacking.md, \"Files made by the program\"";
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_GOLDEN_FILE_H_
