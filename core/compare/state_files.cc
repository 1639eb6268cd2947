#include "compare/state_files.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/strings.h"
#include "compare/state.h"
#include "read/csv.h"
#include "read/spreadsheet.h"
#include "read/zip.h"

namespace crosscheck {
namespace {

constexpr const char* kParts[] = {"claims", "sentences", "findings", "sources", "groups"};
constexpr const char* kFields[] = {"state", "source", "evidence", "checked_by", "checked_on", "source_kind", "correction", "action", "claims", "with", "reason"};

std::string TextOf(const Json& entry, const char* field) {
  const auto it = entry.find(field);
  return it != entry.end() && it->is_string() ? it->get<std::string>() : "";
}

bool Fills(const Json& entry, const char* field) {
  const auto it = entry.find(field);
  return it != entry.end() && !it->empty() && !(it->is_string() && it->get<std::string>().empty());
}

// The elements of both arrays, each once, in an order that does not depend on which came first.
Json Union(const Json& a, const Json& b, const char* field) {
  std::vector<Json> all;
  for (const Json* entry : {&a, &b}) {
    const auto it = entry->find(field);
    if (it != entry->end() && it->is_array()) all.insert(all.end(), it->begin(), it->end());
  }
  const auto key = [](const Json& element) {  // a step of the trail tells "when", an entry and a step of 0.1.0 "changed"
    if (!element.is_object()) return std::pair(std::string(), DumpJson(element));
    return std::pair(TextOf(element, element.contains("when") ? "when" : "changed"), DumpJson(element));
  };
  std::sort(all.begin(), all.end(), [&](const Json& x, const Json& y) { return key(x) < key(y); });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// Both notes, the longer alone where it holds the other.
std::string BothNotes(const std::string& first, const std::string& second) {
  if (first.find(second) != std::string::npos) return first;
  if (second.find(first) != std::string::npos) return second;
  return StrCat(first, " / ", second);
}

// Whether `later` was made from `earlier`: its trail tells the change that made `earlier`.
bool Continues(const Json& later, const Json& earlier) {
  const std::string changed = TextOf(earlier, "changed");
  const auto trail = later.find("trail");
  if (changed.empty() || trail == later.end() || !trail->is_array()) return false;
  return std::any_of(trail->begin(), trail->end(), [&](const Json& step) { return step.is_object() && TextOf(step, "when") == changed; });
}

// `*clash`: the two say otherwise.
Json MergeEntries(const Json& a, const Json& b, bool* clash) {
  const bool a_last = std::pair(TextOf(a, "changed"), DumpJson(a)) >= std::pair(TextOf(b, "changed"), DumpJson(b));
  const Json& last = a_last ? a : b;
  const Json& first = a_last ? b : a;
  Json merged = first;
  merged.update(last);
  *clash = false;
  if (Continues(last, first)) return last;
  for (const char* field : kFields) {
    if (Fills(first, field) && !Fills(last, field)) merged[field] = first[field];
    *clash = *clash || (Fills(first, field) && Fills(last, field) && first[field] != last[field]);
  }
  if (const std::string note = BothNotes(TextOf(first, "note"), TextOf(last, "note")); !note.empty()) merged["note"] = note;
  for (const char* field : {"clash", "trail"}) {
    if (Json both = Union(a, b, field); !both.empty()) merged[field] = std::move(both);
  }
  if (*clash) {
    Json other = first;
    other.erase("clash");
    other.erase("trail");
    merged["clash"] = Union(merged, Json{{"clash", Json::array({other})}}, "clash");
  }
  return merged;
}

const Json& PartOf(const Json& state, const char* part) {
  static const auto& none = *new Json(Json::object());
  const auto it = state.find(part);
  return it == state.end() || !it->is_object() ? none : *it;
}

// The same in the order of the keys, whichever state had them first.
Json ByKey(const Json& object) {
  std::map<std::string, const Json*> sorted;
  for (const auto& [key, value] : object.items()) sorted.emplace(key, &value);
  Json out = Json::object();
  for (const auto& [key, value] : sorted) out[key] = *value;
  return out;
}

Json EmptyState() {
  return {{"schema", "crosscheck.state/1"}, {"claims", Json::object()}, {"findings", Json::object()}, {"sources", Json::object()}};
}

// What is filled in on a sheet, by the name of its column; a sheet of sources has contacts for sources consulted.
constexpr std::pair<std::string_view, const char*> kFilledIn[] = {
    {"state", "state"},        {"source consulted", "source"}, {"contact", "source"},        {"evidence", "evidence"},
    {"reliability", "evidence"}, {"checked by", "checked_by"},   {"checked on", "checked_on"}, {"note", "note"},
    {"source kind", "source_kind"}, {"right wording", "correction"}};
constexpr size_t kMaxRowsAbove = 20;  // the header: people put titles there

// The place of each column by its name.
using Header = StringMap<size_t>;

Header HeaderOf(const std::vector<std::string>& row) {
  Header header;
  for (size_t i = 0; i < row.size(); ++i) header.emplace(AsciiLower(Trim(row[i])), i);
  return header;
}

std::string_view CellOf(const std::vector<std::string>& row, const Header& header, std::string_view name) {
  const auto column = header.find(name);
  std::string_view cell = column == header.end() || column->second >= row.size() ? std::string_view() : Trim(row[column->second]);
  // The mark that keeps a cell from being a formula.
  if (cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@").find(cell[1]) != std::string_view::npos) cell.remove_prefix(1);
  return cell;
}

// Adds what is filled in on one sheet. False: it is none of this program's.
bool AddRows(const std::vector<std::vector<std::string>>& rows, Json* state) {
  for (size_t top = 0; top < std::min(rows.size(), kMaxRowsAbove); ++top) {
    const Header header = HeaderOf(rows[top]);
    const bool sources = header.contains("source") && header.contains("contact");
    if (!sources && !header.contains("fingerprint")) continue;
    const std::string_view key = sources ? "source" : "fingerprint";
    Json& part = (*state)[sources ? "sources" : header.contains("finding") ? "findings" : "claims"];
    for (size_t i = top + 1; i < rows.size(); ++i) {
      const std::string_view name = CellOf(rows[i], header, key);
      Json entry = Json::object();
      for (const auto& [column, field] : kFilledIn) {
        std::string_view cell = CellOf(rows[i], header, column);
        // What somebody else noted stands there for people; the state has it by itself.
        if (std::string_view(field) == "note") cell = Trim(cell.substr(0, cell.find("[noted otherwise: ")));
        if (!cell.empty() && !(column == "state" && cell == "to check")) entry[field] = std::string(cell);
      }
      if (!name.empty() && !entry.empty()) part[std::string(name)] = std::move(entry);
    }
    return true;
  }
  return false;
}

}  // namespace

absl::StatusOr<MergedState> MergeStates(std::string_view a_text, std::string_view b_text) {
  for (const std::string_view text : {a_text, b_text}) {
    if (const absl::Status status = CheckState(text); !status.ok()) return status;
  }
  const Json a = *ParseJson(a_text);
  const Json b = *ParseJson(b_text);
  // A sheet that was filled in does not say of which bundle it is.
  const bool known = !TextOf(a, "bundle").empty() && !TextOf(b, "bundle").empty();
  if (known && TextOf(a, "bundle") != TextOf(b, "bundle")) return absl::InvalidArgumentError("the two states are of different bundles");
  MergedState result;
  Json merged = {{"schema", a["schema"]}, {"bundle", std::max(TextOf(a, "bundle"), TextOf(b, "bundle"))}, {"exported", std::max(TextOf(a, "exported"), TextOf(b, "exported"))}};
  for (const char* part : kParts) {
    Json entries = PartOf(a, part);
    for (const auto& [key, theirs] : PartOf(b, part).items()) {
      bool clash = false;
      const auto ours = entries.find(key);
      if (ours == entries.end() || !ours->is_object()) {
        entries[key] = theirs;
      } else if (theirs.is_object() && *ours != theirs) {
        entries[key] = MergeEntries(*ours, theirs, &clash);
      }
      result.clashes += clash ? 1 : 0;
    }
    result.entries += entries.size();
    merged[part] = ByKey(entries);
  }
  Json known_findings = PartOf(a, "known");
  known_findings.update(PartOf(b, "known"));
  merged["known"] = ByKey(known_findings);
  result.json = DumpJson(merged);
  return result;
}

absl::StatusOr<std::string> StateFromTable(std::string_view csv) {
  Json state = EmptyState();
  if (!AddRows(TableRows(csv), &state)) return absl::InvalidArgumentError("is no claim sheet: no column is named \"fingerprint\"");
  return DumpJson(state);
}

absl::StatusOr<std::string> StateFromWorkbook(std::string_view xlsx) {
  absl::StatusOr<std::vector<Sheet>> sheets = ReadSpreadsheet(xlsx);
  if (!sheets.ok()) return sheets.status();
  Json state = EmptyState();
  bool any = false;
  for (const Sheet& sheet : *sheets) any = AddRows(sheet.rows, &state) || any;
  if (!any) return absl::InvalidArgumentError("is no worksheet of this program: none of its sheets has a column \"fingerprint\"");
  return DumpJson(state);
}

absl::StatusOr<std::string> StateOfFile(std::string_view path, std::string_view bytes) {
  const std::string name = AsciiLower(path);
  absl::StatusOr<std::string> state = std::string(bytes);
  if (IsZip(bytes) || name.ends_with(".xlsx")) {
    state = StateFromWorkbook(bytes);
  } else if (name.ends_with(".csv") || name.ends_with(".tsv")) {
    state = StateFromTable(bytes);
  } else if (!Trim(bytes).starts_with('{')) {
    state = absl::InvalidArgumentError("is no state: that is what the page exports (.json), or a sheet that was filled in (.xlsx, .csv)");
  }
  const absl::Status status = state.ok() ? CheckState(*state) : state.status();
  if (!status.ok()) return absl::Status(status.code(), StrCat(path, ": ", status.message()));
  return state;
}

}  // namespace crosscheck
