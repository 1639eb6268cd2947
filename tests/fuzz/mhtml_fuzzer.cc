// Any bytes as a saved page in one file.
#include "read/mhtml.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadMhtml);
  return 0;
}
