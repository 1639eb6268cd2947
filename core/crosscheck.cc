// The small calls of the public header; the stages are in their own folders.
#include "crosscheck/crosscheck.h"

#include "base/json.h"

namespace crosscheck {

std::string_view Version() { return CROSSCHECK_VERSION; }

absl::StatusOr<Record> RecordFromJson(std::string_view line) {
  absl::StatusOr<Json> json = ParseJson(line);
  if (!json.ok()) return json.status();
  return ReadRecord(*json);
}

}  // namespace crosscheck
