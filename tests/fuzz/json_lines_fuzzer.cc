// Any bytes as JSON lines.
#include "read/json_lines.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadJsonLines);
  return 0;
}
