#include "base/lines.h"

#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

class LinesTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(pipe(ends_), 0); }
  void TearDown() override {
    close(ends_[0]);
    if (ends_[1] >= 0) close(ends_[1]);
  }
  void Send(const std::string& bytes) { ASSERT_EQ(write(ends_[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size())); }
  void End() {
    close(ends_[1]);
    ends_[1] = -1;
  }
  // All lines, each with whether it was too long.
  std::vector<std::pair<std::string, bool>> ReadAll(size_t limit) {
    LineReader reader(ends_[0], limit);
    std::vector<std::pair<std::string, bool>> lines;
    std::string line;
    while (reader.Next(&line)) lines.emplace_back(line, reader.too_long());
    EXPECT_EQ(reader.error(), 0);
    return lines;
  }
  int ends_[2] = {-1, -1};
};

TEST_F(LinesTest, LinesEndInLfOrCrLfAndTheLastMayHaveNoEnd) {
  Send("one\r\n\ntwo\nthree");
  End();
  EXPECT_THAT(ReadAll(100), ElementsAre(Pair("one", false), Pair("", false), Pair("two", false), Pair("three", false)));
}

TEST_F(LinesTest, NothingIsNoLine) {
  End();
  EXPECT_THAT(ReadAll(100), IsEmpty());
}

TEST_F(LinesTest, OfALineThatIsTooLongTheRestIsPassedOver) {
  Send("12345678\n1234\n12345");
  End();
  EXPECT_THAT(ReadAll(4), ElementsAre(Pair("1234", true), Pair("1234", false), Pair("1234", true)));
}

TEST_F(LinesTest, ALineIsGivenBeforeTheNextOneComes) {
  LineReader reader(ends_[0], 100);
  std::string line;
  Send("first\nsec");
  ASSERT_TRUE(reader.Next(&line));
  EXPECT_EQ(line, "first");
  Send("ond\n");
  ASSERT_TRUE(reader.Next(&line));
  EXPECT_EQ(line, "second");
}

TEST_F(LinesTest, AFileThatCannotBeReadIsAnError) {
  LineReader reader(-1, 100);
  std::string line;
  EXPECT_FALSE(reader.Next(&line));
  EXPECT_EQ(reader.error(), EBADF);
}

}  // namespace
}  // namespace crosscheck
