// Any bytes as a feed.
#include "read/feed.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadFeed);
  return 0;
}
