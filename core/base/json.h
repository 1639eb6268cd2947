// JSON: the one place that parses it (guarded), and reading, writing and describing structs from one description (fields.h).
#ifndef CROSSCHECK_BASE_JSON_H_
#define CROSSCHECK_BASE_JSON_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/json_fwd.h"
#include "crosscheck/record.h"
#include "crosscheck/worksheet.h"
#include "nlohmann/json.hpp"

namespace crosscheck {

// Parses input from outside: refuses nesting deeper than 64 (deeper documents would overflow the stack when copied).
// Error: what is wrong and the byte where.
absl::StatusOr<Json> ParseJson(std::string_view text);
// Compact; bad UTF-8 is replaced, never thrown at.
std::string DumpJson(const Json& json);

absl::StatusOr<Record> ReadRecord(const Json& json);
// A worksheet's JSON piece by piece: `add` gets one after the other.
void StreamWorksheetJson(const Worksheet& sheet, bool with_text, const std::function<void(std::string_view)>& add);
// Each finding as one object.
void StreamFindingsJson(const Worksheet& sheet, const std::function<void(std::string_view)>& add);
// The draft claim by claim, each as a draft of one claim; nothing where the sheet has none.
void StreamDraftClaimsJson(const Worksheet& sheet, const std::function<void(std::string_view)>& add);
// Only the parts of a worksheet that `reuse --format json` prints: reuse, families, unread.
std::string ReuseToJson(const Worksheet& sheet);

// JSON Schema (2020-12) of one of "document", "worksheet", "reuse".
Json JsonSchema(std::string_view shape);
// The same as a Markdown page: docs/format.md.
std::string FormatPage();

// Names of enum values as they stand in JSON.
std::string_view JsonName(SegmentRole role);
std::string_view JsonName(StatementKind kind);
std::string_view JsonName(Polarity polarity);
std::string_view JsonName(FigureKind kind);
std::string_view JsonName(Modifier modifier);
std::string_view JsonName(TimexType type);
std::string_view JsonName(TimexMod mod);
std::string_view JsonName(NameKind kind);
std::string_view JsonName(Gender gender);
std::string_view JsonName(ClaimType type);
std::string_view JsonName(Relation relation);
std::string_view JsonName(Severity severity);
std::string_view JsonName(Tier tier);
std::string_view JsonName(Baseline baseline);
std::string_view JsonName(ReuseKind kind);
std::string_view JsonName(CheckTarget target);
std::string_view JsonName(Standing standing);
std::string_view JsonName(CheckPointKind kind);
std::string_view JsonName(EditKind kind);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_JSON_H_
