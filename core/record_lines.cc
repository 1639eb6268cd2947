#include "record_lines.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "base/json.h"
#include "base/json_parts.h"
#include "base/strings.h"
#include "read/bundle.h"

namespace crosscheck {
ToolInfo OwnMaker(const Rulebook& rules) { return {std::string(Version()), rules.fingerprint()}; }

absl::Status CheckMaker(const Json& record, const Rulebook& rules) {
  const absl::StatusOr<ToolInfo> maker = ReadMaker(record);
  if (!maker.ok()) return maker.status();
  const ToolInfo own = OwnMaker(rules);
  if (maker->version.empty() || (maker->version == own.version && maker->rules == own.rules)) return absl::OkStatus();
  const auto id = record.find("id");
  return absl::FailedPreconditionError(
      StrCat(id != record.end() && id->is_string() ? id->get<std::string>() : "a record", ": was extracted ",
             maker->version == own.version ? "with other rules than those in force" : StrCat("by version ", maker->version, ", this is ", own.version),
             "; extract it again"));
}

void MakeRecordIdsUnique(std::vector<Record>* records) {
  std::vector<Document*> documents;
  documents.reserve(records->size());
  for (Record& record : *records) documents.push_back(&record.document);
  MakeIdsUnique(documents);
}

void MakeRecordsDistinct(std::vector<Record>* records) {
  const auto same_id = [](const Record& a, const Record& b) { return a.document.id == b.document.id; };
  // Which of two equal records stays cannot be seen.
  std::vector<size_t> order(records->size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto key = [&](size_t i) {
    const Document& document = (*records)[i].document;
    return std::tie(document.id, document.uri, document.text);
  };
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return std::tuple_cat(key(a), std::tie(a)) < std::tuple_cat(key(b), std::tie(b)); });
  std::vector<bool> again(records->size());
  for (size_t i = 1; i < order.size(); ++i) {
    const Record& before = (*records)[order[i - 1]];
    const Record& record = (*records)[order[i]];
    again[order[i]] = same_id(before, record) && ToJson(before, true) == ToJson(record, true);
  }
  size_t at = 0;
  std::erase_if(*records, [&](const Record&) { return again[at++]; });
  MakeRecordIdsUnique(records);
}

}  // namespace crosscheck
