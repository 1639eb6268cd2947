// Any bytes as a page saved as text.
#include "read/plain_page.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadPlainPage);
  return 0;
}
