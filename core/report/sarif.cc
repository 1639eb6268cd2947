// Findings as SARIF 2.1.0: one result each, the first member as its location, the others as related locations.
#include <algorithm>
#include <map>
#include <set>

#include "base/json.h"
#include "base/utf8.h"
#include "read/format.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/sheet_index.h"

namespace crosscheck {
namespace {

std::string_view LevelOf(Severity severity) { return JsonName(severity); }  // note, warning, error: SARIF's own words

// What SARIF calls the nature of a result: differences fail, what a person must weigh is for review, later figures inform.
std::string_view KindOf(const Finding& finding) {
  if (finding.relation == Relation::kSuperseded) return "informational";
  return finding.severity == Severity::kNote ? "review" : "fail";
}

// A path or address as a URI: what RFC 3986 does not allow is percent-encoded.
std::string UriOf(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || std::string_view("-._~/:?#@!$&'()*+,;=%").find(c) != std::string_view::npos;
    if (plain && byte < 0x80) {
      out += c;
    } else {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

uint32_t Utf16Units(std::string_view text) {
  uint32_t units = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    units += c.value > 0xFFFF ? 2 : 1;
    at += c.size;
  }
  return units;
}

class SarifWriter {
 public:
  SarifWriter(const Worksheet& sheet, Out& out) : index_(sheet), out_(out) {
    for (const Record& record : sheet.documents) places_.emplace(record.document.id, record.document);
  }

  void Write() {
    const Worksheet& sheet = index_.sheet();
    out_.Add(
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":",
        DumpJson(Driver()), "},\"columnKind\":\"utf16CodeUnits\",\"artifacts\":", DumpJson(Artifacts()),
        ",\"invocations\":", DumpJson(Invocations()), ",\"results\":[");
    for (size_t i = 0; i < sheet.findings.size(); ++i) out_.Add(i == 0 ? "" : ",", DumpJson(Result(sheet.findings[i])));
    out_.Add("]}]}\n");
  }

 private:
  Json Driver() const {
    std::set<std::string> ids;
    for (const Finding& finding : index_.sheet().findings) ids.insert(finding.rule);
    Json rules = Json::array();
    for (const std::string& id : ids) rules.push_back({{"id", id}});
    return {{"name", "crosscheck"},
            {"version", index_.sheet().tool.version},
            {"rules", rules},
            {"properties", {{"rulesFingerprint", index_.sheet().tool.rules}}}};
  }

  Json Artifacts() const {
    Json artifacts = Json::array();
    for (const Record& record : index_.sheet().documents)
      artifacts.push_back({{"location", {{"uri", UriOf(NameOf(record.document))}}}});
    return artifacts;
  }

  Json Invocations() const {
    Json notes = Json::array();
    bool all_read = true;
    for (const Unread& unread : index_.sheet().unread) {
      all_read &= IsLeftOut(unread);
      notes.push_back(
          {{"level", IsLeftOut(unread) ? "note" : "error"}, {"message", {{"text", StrCat(unread.uri, ": ", unread.reason)}}}});
    }
    return Json::array({{{"executionSuccessful", all_read}, {"toolExecutionNotifications", notes}}});
  }

  // Line and column in UTF-16 units where the place is one in a text, else the line alone.
  Json Region(const Document& document, Span span) const {
    const Places& places = places_.at(document.id);
    const Place start = places.Of(span.start);
    if (start.line == 0) return {{"charOffset", span.start}, {"charLength", span.size()}};
    const Place end = places.Of(span.end);
    const bool exact = start.line == end.line && end.column > start.column;
    Json region = {{"startLine", start.line}};
    if (exact) {
      region["startColumn"] = ColumnOf(document, span.start, start.column);
      region["endColumn"] = ColumnOf(document, span.end, end.column);
    }
    return region;
  }

  // The column in UTF-16 units: code points of its line before it that take two count twice.
  static uint32_t ColumnOf(const Document& document, uint32_t byte, uint32_t column) {
    const std::string_view text = document.text;
    const size_t newline = byte == 0 ? std::string_view::npos : text.rfind('\n', byte - 1);
    const size_t start = newline == std::string_view::npos ? 0 : newline + 1;
    const std::string_view before = text.substr(start, byte - start);
    uint32_t code_points = 0;
    for (const char c : before) code_points += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return column + Utf16Units(before) - code_points;
  }

  Json Location(const FindingMember& member, size_t id) const {
    const Record* record = index_.Find(member.document);
    Json physical = Json::object();
    if (record != nullptr) {
      const Span span = member.focus.value_or(member.span);
      physical["artifactLocation"] = {{"uri", UriOf(NameOf(record->document))},
                                      {"index", record - index_.sheet().documents.data()}};
      physical["region"] = Region(record->document, span);
      if (span.end <= record->document.text.size()) physical["region"]["snippet"] = {{"text", span.In(record->document.text)}};
    }
    Json location = {{"physicalLocation", physical}};
    if (id > 0) location["id"] = id;
    std::string said = member.side.empty() ? "" : StrCat("side ", member.side, ": ");
    StrAppend(&said, OneLine(member.text), member.source.empty() ? "" : StrCat(" (", member.source, ")"));
    location["message"] = {{"text", said}};
    return location;
  }

  Json Result(const Finding& finding) const {
    std::string text = OneLine(finding.message);
    if (!finding.why.empty()) StrAppend(&text, ". ", OneLine(Join(finding.why, "; ")));
    Json result = {{"ruleId", finding.rule}, {"kind", KindOf(finding)}, {"message", {{"text", text}}}};
    // SARIF: a level other than none belongs to failures only.
    result["level"] = KindOf(finding) == "fail" ? LevelOf(finding.severity) : "none";
    result["rank"] = finding.rank;
    Json related = Json::array();
    for (size_t i = 0; i < finding.members.size(); ++i) {
      if (i == 0) result["locations"] = Json::array({Location(finding.members[i], 0)});
      if (i > 0) related.push_back(Location(finding.members[i], i));
    }
    result["relatedLocations"] = related;
    result["partialFingerprints"] = {{"crosscheck/1", finding.fingerprint}};
    if (finding.baseline != Baseline::kNone) result["baselineState"] = JsonName(finding.baseline);
    if (!finding.suppressed.empty()) {
      result["suppressions"] =
          Json::array({{{"kind", "external"}, {"status", "accepted"}, {"justification", finding.suppressed}}});
    }
    Json properties = {{"id", finding.id}, {"severity", JsonName(finding.severity)}, {"relation", JsonName(finding.relation)}};
    if (!finding.group.empty()) properties["group"] = finding.group;
    if (const Check* check = index_.FindCheck(CheckTarget::kFinding, finding.fingerprint)) {
      properties["state"] = check->state;
      properties["checkedBy"] = check->checked_by;
      properties["note"] = check->note;
    }
    result["properties"] = properties;
    return result;
  }

  SheetIndex index_;
  Out& out_;
  std::map<std::string_view, Places> places_;
};

}  // namespace

absl::Status WriteSarif(const Worksheet& sheet, const WriteOptions&, Out& out) {
  SarifWriter(sheet, out).Write();
  return absl::OkStatus();
}

}  // namespace crosscheck
