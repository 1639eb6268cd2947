// Any bytes as the pages that pdftotext gives.
#include "read/pdf_layout.h"

#include "base/utf8.h"
#include "tests/fuzz/read_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  size_t replaced = 0;
  const std::string layout = crosscheck::RepairUtf8({reinterpret_cast<const char*>(data), size}, &replaced);
  crosscheck::ReadHint hint;
  hint.uri = "fuzz/input";
  crosscheck::CheckDocument(crosscheck::MakeDocument(crosscheck::ReadPdfLayout(layout), hint));
  return 0;
}
