#include "compare/state.h"

#include <xxhash.h>

#include <algorithm>

#include "absl/strings/str_format.h"
#include "base/json.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr std::string_view kStateSchema = "crosscheck.state/1";
constexpr std::string_view kWorksheetSchema = "crosscheck.worksheet/1";
constexpr uint32_t kAround = 48;  // bytes on each side; more would lose the claim when a neighbour is edited

std::string Hash(std::string_view bytes) { return absl::StrFormat("%016x", XXH3_64bits(bytes.data(), bytes.size())); }

}  // namespace

std::string ClaimFingerprint(const Document& document, std::string_view kind, Span span) {
  const std::string_view text = document.text;
  const auto size = static_cast<uint32_t>(text.size());
  if (span.end > size) return Hash(StrCat(document.id, "\n", kind, "\n", span.start, "-", span.end));
  const uint32_t start = span.start > kAround ? span.start - kAround : 0;
  const uint32_t end = std::min(size, span.end + kAround);
  return Hash(StrCat(document.id, "\n", kind, "\n", span.In(text), "\n", CollapseSpace(text.substr(start, end - start))));
}

std::string BundleFingerprint(const Worksheet& sheet) {
  std::string ids;
  for (const Record& record : sheet.documents) StrAppend(&ids, record.document.id, "\n");
  return Hash(ids);
}

namespace {

absl::Status CheckSchema(std::string_view text, const std::vector<std::string_view>& schemas) {
  const absl::StatusOr<Json> json = ParseJson(text);
  if (!json.ok()) return json.status();
  if (json->is_object() && json->contains("schema")) {
    for (const std::string_view schema : schemas) {
      if ((*json)["schema"] == schema) return absl::OkStatus();
    }
  }
  return absl::InvalidArgumentError(StrCat("its \"schema\" is not ", Join(schemas, " or ")));
}

}  // namespace

absl::Status CheckState(std::string_view json) { return CheckSchema(json, {kStateSchema}); }
absl::Status CheckBaseline(std::string_view json) { return CheckSchema(json, {kWorksheetSchema, kStateSchema}); }

}  // namespace crosscheck
