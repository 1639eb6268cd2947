// Fuzz target: bytes that a damaged store might hold as a record, and any bytes there and back.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "store/packed.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crosscheck;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  (void)Unpack(bytes);
  const auto back = Unpack(Pack(bytes));
  if (!back.ok() || *back != bytes) std::abort();
  return 0;
}
