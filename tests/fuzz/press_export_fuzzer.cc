// Any bytes as a download of a press archive.
#include "read/press_export.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadPressExport);
  return 0;
}
