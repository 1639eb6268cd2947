// Any bytes as a rule pack: an error that names the place, or a rulebook.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/files.h"
#include "crosscheck/crosscheck.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string path = "/tmp/crosscheck-fuzz-" + std::to_string(getpid()) + ".json";
  if (!crosscheck::WriteFile(path, std::string(reinterpret_cast<const char*>(data), size)).ok()) std::abort();
  const auto rules = crosscheck::Rulebook::Load({path});
  std::remove(path.c_str());
  if (!rules.ok() && rules.status().message().empty()) std::abort();
  return 0;
}
