// Any bytes as NITF or NewsML-G2.
#include "read/news_xml.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crosscheck::ReadAndCheck(data, size, crosscheck::ReadNewsXml);
  return 0;
}
