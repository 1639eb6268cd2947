#include "base/fixed_point.h"

#include <cmath>

#include "gtest/gtest.h"

namespace crosscheck {
namespace {

TEST(FixedPointTest, TheRootIsTheLargestWhoseSquareFits) {
  for (const uint64_t x : {0ull, 1ull, 3ull, 4ull, 99ull, 1ull << 40, (1ull << 40) - 1, ~0ull}) {
    const uint64_t root = SquareRoot(x);
    EXPECT_LE(static_cast<unsigned __int128>(root) * root, x);
    EXPECT_GT(static_cast<unsigned __int128>(root + 1) * (root + 1), x);
  }
}

TEST(FixedPointTest, TheLogarithmIsRoundedDownToSixteenths) {
  EXPECT_EQ(Log2Sixteenths(0), 0u);
  EXPECT_EQ(Log2Sixteenths(1), 0u);
  EXPECT_EQ(Log2Sixteenths(2), 16u);
  EXPECT_EQ(Log2Sixteenths(1u << 31), 31u * 16);
  for (uint32_t x = 2; x < 100000; x += 7) {
    const double exact = 16 * std::log2(x);
    EXPECT_LE(Log2Sixteenths(x), exact + 1e-9) << x;
    EXPECT_GT(Log2Sixteenths(x), exact - 1 - 1e-4) << x;
  }
}

}  // namespace
}  // namespace crosscheck
