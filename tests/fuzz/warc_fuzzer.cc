// Any bytes as a web archive.
#include "read/warc.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadWarc);
  return 0;
}
