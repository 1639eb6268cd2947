// Members of fixtures/planted/*.json: [document, snippet], where the words meant stand between « and » in the snippet.
#ifndef CROSSCHECK_TESTS_PLANTED_PLACE_H_
#define CROSSCHECK_TESTS_PLANTED_PLACE_H_

#include <algorithm>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/json.h"
#include "base/strings.h"
#include "crosscheck/record.h"

namespace crosscheck {

struct PlantedPlace {
  std::string document;
  Span span;  // of the words meant, at the snippet's first place in the document
};

inline absl::StatusOr<PlantedPlace> FindPlantedPlace(const std::vector<Record>& records, const Json& member) {
  constexpr std::string_view kOpen = "«";
  constexpr std::string_view kClose = "»";
  const std::string id = member[0].get<std::string>();
  std::string snippet = member[1].get<std::string>();
  const auto record = std::find_if(records.begin(), records.end(), [&](const Record& r) { return r.document.id == id; });
  if (record == records.end()) return absl::NotFoundError(StrCat("no document ", id));
  const size_t open = snippet.find(kOpen);
  if (open == std::string::npos) return absl::InvalidArgumentError(StrCat("no « in ", snippet));
  snippet.erase(open, kOpen.size());
  const size_t close = snippet.find(kClose);
  if (close == std::string::npos) return absl::InvalidArgumentError(StrCat("no » in ", snippet));
  snippet.erase(close, kClose.size());
  while (snippet.ends_with('\n')) snippet.pop_back();
  const size_t at = record->document.text.find(snippet);
  if (at == std::string::npos) return absl::NotFoundError(StrCat(id, " has no \"", snippet, "\""));
  return PlantedPlace{id, {static_cast<uint32_t>(at + open), static_cast<uint32_t>(at + close)}};
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_PLANTED_PLACE_H_
