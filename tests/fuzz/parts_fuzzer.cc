// Fuzz target: what reuse says of a group's stories, and kept sheets of events, as they come from outside; what is read is written again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/json.h"
#include "base/json_parts.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crosscheck;
  const auto json = ParseJson({reinterpret_cast<const char*>(data), size});
  if (!json.ok()) return 0;
  Worksheet sheet;
  sheet.documents.resize(2);
  sheet.documents[0].document.id = "a";
  sheet.documents[0].document.text = "Zwölf boats – sank.";
  sheet.documents[1].document.id = "b";
  if (ReadFacts(*json, &sheet).ok() && !ParseJson(FactsToJson(sheet)).ok()) std::abort();
  if (ReadCompared(*json, &sheet).ok() && !ParseJson(ComparedToJson(sheet)).ok()) std::abort();
  (void)ReadMaker(*json);
  return 0;
}
