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

namespace crosscheck {
namespace {

constexpr const char* kParts[] = {"claims", "findings", "sources", "groups"};
constexpr const char* kFields[] = {"state", "source", "evidence", "checked_by", "checked_on", "action", "claims", "with", "reason"};

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
  const auto key = [](const Json& element) {
    return std::pair(element.is_object() ? TextOf(element, "changed") : std::string(), DumpJson(element));
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

// `*clash`: the two say otherwise.
Json MergeEntries(const Json& a, const Json& b, bool* clash) {
  const bool a_last = std::pair(TextOf(a, "changed"), DumpJson(a)) >= std::pair(TextOf(b, "changed"), DumpJson(b));
  const Json& last = a_last ? a : b;
  const Json& first = a_last ? b : a;
  Json merged = first;
  merged.update(last);
  *clash = false;
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

}  // namespace

absl::StatusOr<MergedState> MergeStates(std::string_view a_text, std::string_view b_text) {
  for (const std::string_view text : {a_text, b_text}) {
    if (const absl::Status status = CheckState(text); !status.ok()) return status;
  }
  const Json a = *ParseJson(a_text);
  const Json b = *ParseJson(b_text);
  if (TextOf(a, "bundle") != TextOf(b, "bundle")) return absl::InvalidArgumentError("the two states are of different bundles");
  MergedState result;
  Json merged = {{"schema", a["schema"]}, {"bundle", TextOf(a, "bundle")}, {"exported", std::max(TextOf(a, "exported"), TextOf(b, "exported"))}};
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
  Json known = PartOf(a, "known");
  known.update(PartOf(b, "known"));
  merged["known"] = ByKey(known);
  result.json = DumpJson(merged);
  return result;
}

absl::StatusOr<std::string> StateFromTable(std::string_view csv) {
  constexpr std::pair<std::string_view, const char*> kColumns[] = {{"state", "state"},           {"source consulted", "source"},
                                                                   {"evidence", "evidence"},     {"checked by", "checked_by"},
                                                                   {"checked on", "checked_on"}, {"note", "note"}};
  const std::vector<std::vector<std::string>> rows = TableRows(csv);
  const auto column = [&](std::string_view name) {
    if (rows.empty()) return std::string::npos;
    const auto it = std::find_if(rows[0].begin(), rows[0].end(), [&](const std::string& known) { return AsciiLower(Trim(known)) == name; });
    return it == rows[0].end() ? std::string::npos : static_cast<size_t>(it - rows[0].begin());
  };
  const size_t fingerprint = column("fingerprint");
  if (fingerprint == std::string::npos) return absl::InvalidArgumentError("is no claim sheet: no column is named \"fingerprint\"");
  Json claims = Json::object();
  for (size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string>& row = rows[i];
    if (fingerprint >= row.size() || Trim(row[fingerprint]).empty()) continue;
    Json entry = Json::object();
    for (const auto& [name, field] : kColumns) {
      const size_t at = column(name);
      std::string_view value = at < row.size() ? Trim(row[at]) : std::string_view();
      // The mark that keeps a cell from being a formula.
      if (value.size() > 1 && value[0] == '\'' && std::string_view("=+-@").find(value[1]) != std::string_view::npos) value.remove_prefix(1);
      if (!value.empty() && !(name == "state" && value == "to check")) entry[field] = std::string(value);
    }
    if (!entry.empty()) claims[std::string(Trim(row[fingerprint]))] = std::move(entry);
  }
  return DumpJson(Json{{"schema", "crosscheck.state/1"}, {"claims", std::move(claims)}});
}

}  // namespace crosscheck
