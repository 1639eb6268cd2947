// Any bytes as a file of any format: archives, and what they hold.
#include "read/format.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadEach);
  return 0;
}
