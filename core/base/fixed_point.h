// Roots and logarithms of whole numbers, rounded down: the same on every machine, as floating point need not be.
#ifndef CROSSCHECK_BASE_FIXED_POINT_H_
#define CROSSCHECK_BASE_FIXED_POINT_H_

#include <bit>
#include <cstdint>

namespace crosscheck {

// The largest number whose square is at most x.
constexpr uint64_t SquareRoot(uint64_t x) {
  uint64_t root = 0;
  for (uint64_t bit = uint64_t{1} << 62; bit != 0; bit >>= 2) {
    if (x >= root + bit) {
      x -= root + bit;
      root = (root >> 1) + bit;
    } else {
      root >>= 1;
    }
  }
  return root;
}

// 16 x log2(x); of 0 that of 1.
constexpr uint32_t Log2Sixteenths(uint32_t x) {
  if (x < 2) return 0;
  const int whole = std::bit_width(x) - 1;
  // The mantissa in [1, 2) as 1.31 bits, squared once for each bit of the result.
  uint64_t mantissa = static_cast<uint64_t>(x) << (31 - whole);
  auto result = static_cast<uint32_t>(whole);
  for (int bit = 0; bit < 4; ++bit) {
    mantissa = mantissa * mantissa >> 31;
    result <<= 1;
    if (mantissa >> 32 != 0) {
      result |= 1;
      mantissa >>= 1;
    }
  }
  return result;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_FIXED_POINT_H_
