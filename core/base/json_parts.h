// JSON of parts of what the program makes, for those who keep or ship it in pieces: record lines with their maker, and what is said
// of the stories on one event.
#ifndef CROSSCHECK_BASE_JSON_PARTS_H_
#define CROSSCHECK_BASE_JSON_PARTS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "base/json_fwd.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

// A line of `extract`: the record, and what made it.
std::string ToJson(const Record& record, const ToolInfo& maker, bool with_text);
// What made the record; nothing told: empty. Error: not as it should be.
absl::StatusOr<ToolInfo> ReadMaker(const Json& record);

// What reuse says of a sheet's stories, and what comparing them gave, as one object each; and back into a sheet that has its
// documents. Error: what is wrong with the object.
std::string FactsToJson(const Worksheet& sheet);
absl::Status ReadFacts(const Json& json, Worksheet* sheet);
std::string ComparedToJson(const Worksheet& sheet);
absl::Status ReadCompared(const Json& json, Worksheet* sheet);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_JSON_PARTS_H_
