// Any bytes as a workbook that was filled in: an error that says why, or a state.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "compare/state.h"
#include "compare/state_files.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto state = crosscheck::StateFromWorkbook({reinterpret_cast<const char*>(data), size});
  if (state.ok() ? !crosscheck::CheckState(*state).ok() : state.status().message().empty()) std::abort();
  return 0;
}
