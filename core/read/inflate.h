// Deflated bytes by zlib, with bounds on what comes out.
#ifndef CROSSCHECK_READ_INFLATE_H_
#define CROSSCHECK_READ_INFLATE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

enum class DeflateWrap { kGzip, kZlib, kRaw };

struct Inflated {
  std::string bytes;
  uint32_t damaged = 0;    // gzip members (or streams) that broke off or were skipped
  bool too_large = false;  // stopped at the bound
};

// The most that `size` compressed bytes may become: 64 MiB, or 250 times their size, at most `limit`. No text comes near that.
uint64_t InflateBound(uint64_t size, uint64_t limit);

// gzip: all members one after another; after a damaged one, on with the next that begins.
Inflated Inflate(std::string_view bytes, DeflateWrap wrap, uint64_t bound);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_INFLATE_H_
