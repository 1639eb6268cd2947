// Findings as SARIF 2.1.0: one result each, the first member as its location, the others as related locations.
#include <algorithm>
#include <map>
#include <set>

#include "base/json.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "read/format.h"
#include "report/display.h"
#include "report/draft_text.h"
#include "report/formats.h"
#include "report/sheet_index.h"

namespace crosscheck {
namespace {

constexpr int kWordsShown = 400;  // of a claim of the draft

std::string_view LevelOf(Severity severity) { return JsonName(severity); }  // note, warning, error: SARIF's own words

// What SARIF calls the nature of a result: differences fail, what a person must weigh is for review, later figures inform.
std::string_view KindOf(const Finding& finding) {
  if (finding.relation == Relation::kSuperseded) return "informational";
  return finding.severity == Severity::kNote ? "review" : "fail";
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
  SarifWriter(const Worksheet& sheet, Out& out) : index_(sheet), out_(out), json_(&buffer_) {}

  void Write() {
    json_.BeginObject();
    json_.Field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.Field("version", "2.1.0");
    json_.Key("runs");
    json_.BeginArray();
    json_.BeginObject();
    WriteTool();
    json_.Field("columnKind", "utf16CodeUnits");
    WriteArtifacts();
    WriteInvocations();
    json_.Key("results");
    json_.BeginArray();
    for (const Finding& finding : index_.sheet().findings) {
      WriteResult(finding);
      out_.Add(buffer_);
      buffer_.clear();
    }
    if (index_.sheet().draft) WriteDraft(*index_.sheet().draft);
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
    out_.Add(buffer_, "\n");
  }

 private:
  // "name": {"text": text}
  void Message(std::string_view name, std::string_view text) {
    json_.Key(name);
    json_.BeginObject();
    json_.Field("text", text);
    json_.EndObject();
  }

  void WriteTool() {
    std::set<std::string> ids;
    for (const Finding& finding : index_.sheet().findings) ids.insert(finding.rule);
    if (index_.sheet().draft) {
      for (const DraftClaim& claim : index_.sheet().draft->claims) ids.insert(RuleOf(claim.standing));
    }
    json_.Key("tool");
    json_.BeginObject();
    json_.Key("driver");
    json_.BeginObject();
    json_.Field("name", "crosscheck");
    json_.Field("version", index_.sheet().tool.version);
    json_.Key("rules");
    json_.BeginArray();
    for (const std::string& id : ids) {
      json_.BeginObject();
      json_.Field("id", id);
      json_.EndObject();
    }
    json_.EndArray();
    json_.Key("properties");
    json_.BeginObject();
    json_.Field("rulesFingerprint", index_.sheet().tool.rules);
    json_.EndObject();
    json_.EndObject();
    json_.EndObject();
  }

  void WriteArtifacts() {
    json_.Key("artifacts");
    json_.BeginArray();
    for (const Record& record : index_.sheet().documents) {
      json_.BeginObject();
      json_.Key("location");
      json_.BeginObject();
      json_.Field("uri", UriOf(NameOf(record.document)));
      json_.EndObject();
      json_.EndObject();
    }
    json_.EndArray();
  }

  void WriteInvocations() {
    json_.Key("invocations");
    json_.BeginArray();
    json_.BeginObject();
    const auto& unread_files = index_.sheet().unread;
    json_.Field("executionSuccessful", std::all_of(unread_files.begin(), unread_files.end(), IsLeftOut));
    json_.Key("toolExecutionNotifications");
    json_.BeginArray();
    for (const Unread& unread : unread_files) {
      json_.BeginObject();
      json_.Field("level", IsLeftOut(unread) ? "note" : "error");
      Message("message", StrCat(unread.uri, ": ", unread.reason));
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
  }

  const Places& PlacesOf(const Document& document) {
    const auto it = places_.find(document.id);
    return it != places_.end() ? it->second : places_.emplace(document.id, document).first->second;
  }

  // Line and column in UTF-16 units where the place is one in a text, else the line alone.
  void WriteRegion(const Document& document, Span span) {
    const Place start = PlacesOf(document).Of(span.start);
    const Place end = PlacesOf(document).Of(span.end);
    json_.Key("region");
    json_.BeginObject();
    if (start.line == 0) {
      json_.Field("charOffset", span.start);
      json_.Field("charLength", span.size());
    } else {
      json_.Field("startLine", start.line);
      if (start.line == end.line && end.column > start.column) {
        json_.Field("startColumn", ColumnOf(document, span.start, start.column));
        json_.Field("endColumn", ColumnOf(document, span.end, end.column));
      }
    }
    if (span.end <= document.text.size()) Message("snippet", span.In(document.text));
    json_.EndObject();
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

  void WriteLocation(const FindingMember& member, size_t id) {
    std::string said = member.side.empty() ? "" : StrCat("side ", member.side, ": ");
    StrAppend(&said, OneLine(member.text), member.source.empty() ? "" : StrCat(" (", member.source, ")"));
    WriteLocation(member.document, member.focus.value_or(member.span), id, said);
  }

  void WriteLocation(std::string_view document, Span span, size_t id, std::string_view said) {
    const Record* record = index_.Find(document);
    json_.BeginObject();
    json_.Key("physicalLocation");
    json_.BeginObject();
    if (record != nullptr) {
      json_.Key("artifactLocation");
      json_.BeginObject();
      json_.Field("uri", UriOf(NameOf(record->document)));
      json_.Field("index", record - index_.sheet().documents.data());
      json_.EndObject();
      WriteRegion(record->document, span);
    }
    json_.EndObject();
    if (id > 0) json_.Field("id", id);
    Message("message", said);
    json_.EndObject();
  }

  void WriteResult(const Finding& finding) {
    std::string text = OneLine(finding.message);
    if (!finding.why.empty()) StrAppend(&text, ". ", OneLine(Join(finding.why, "; ")));
    json_.BeginObject();
    json_.Field("ruleId", finding.rule);
    json_.Field("kind", KindOf(finding));
    Message("message", text);
    // SARIF: a level other than none belongs to failures only.
    json_.Field("level", KindOf(finding) == "fail" ? LevelOf(finding.severity) : "none");
    json_.Field("rank", finding.rank);
    if (!finding.members.empty()) {
      json_.Key("locations");
      json_.BeginArray();
      WriteLocation(finding.members.front(), 0);
      json_.EndArray();
    }
    json_.Key("relatedLocations");
    json_.BeginArray();
    for (size_t i = 1; i < finding.members.size(); ++i) WriteLocation(finding.members[i], i);
    json_.EndArray();
    json_.Key("partialFingerprints");
    json_.BeginObject();
    json_.Field("crosscheck/1", finding.fingerprint);
    json_.EndObject();
    if (!finding.group.empty()) json_.Field("correlationGuid", GuidOf(finding.group));
    WriteStanding(finding);
    json_.EndObject();
  }

  // One result a claim of the draft: a source that has it is a pass, all else is for a person to weigh.
  void WriteDraft(const Draft& draft) {
    for (const DraftClaim& claim : draft.claims) {
      json_.BeginObject();
      json_.Field("ruleId", RuleOf(claim.standing));
      json_.Field("kind", claim.standing == Standing::kSame ? "pass" : "review");
      Message("message", StrCat(StandingText(claim.standing), ": ", QuotedOnce(claim.text, kWordsShown)));
      json_.Field("level", "none");
      json_.Key("locations");
      json_.BeginArray();
      WriteLocation(draft.document, claim.span, 0, OneLine(claim.text));
      json_.EndArray();
      json_.Key("relatedLocations");
      json_.BeginArray();
      for (size_t i = 0; i < claim.in.size(); ++i) {
        const SourcePlace& place = claim.in[i];
        WriteLocation(place.document, place.span, i + 1,
                      StrCat(StandingText(place.standing), ": ", OneLine(place.text), place.source.empty() ? "" : StrCat(" (", place.source, ")")));
      }
      json_.EndArray();
      json_.EndObject();
      out_.Add(buffer_);
      buffer_.clear();
    }
  }

  // "draft.in-no-source"
  static std::string RuleOf(Standing standing) {
    std::string id = StrCat("draft.", JsonName(standing));
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
  }

  // A name-based UUID of the finding's group: results on one group carry the same.
  std::string GuidOf(std::string_view group) const {
    const Group* found = index_.FindGroup(group);
    std::string hex = Sha256Hex(found == nullptr ? group : std::string_view(found->fingerprint)).substr(0, 32);
    hex[12] = '5';
    hex[16] = '8';
    for (const size_t dash : {20, 16, 12, 8}) hex.insert(dash, "-");
    return hex;
  }

  // Against the run before, and what people did with it.
  void WriteStanding(const Finding& finding) {
    if (finding.baseline != Baseline::kNone) json_.Field("baselineState", JsonName(finding.baseline));
    if (!finding.suppressed.empty() || !finding.signed_off.empty()) {
      json_.Key("suppressions");
      json_.BeginArray();
      json_.BeginObject();
      json_.Field("kind", "external");
      json_.Field("status", "accepted");
      json_.Field("justification", finding.suppressed.empty() ? StrCat("signed off: ", finding.signed_off) : finding.suppressed);
      json_.EndObject();
      json_.EndArray();
    }
    json_.Key("properties");
    json_.BeginObject();
    json_.Field("id", finding.id);
    json_.Field("severity", JsonName(finding.severity));
    json_.Field("relation", JsonName(finding.relation));
    if (!finding.group.empty()) json_.Field("group", finding.group);
    if (const Check* check = index_.FindCheck(CheckTarget::kFinding, finding.fingerprint)) {
      json_.Field("state", check->state);
      json_.Field("checkedBy", check->checked_by);
      json_.Field("note", check->note);
    }
    json_.EndObject();
  }

  SheetIndex index_;
  Out& out_;
  std::string buffer_;
  JsonWriter json_;
  std::map<std::string_view, Places> places_;  // of the documents met
};

}  // namespace

absl::Status WriteSarif(const Worksheet& sheet, const WriteOptions&, Out& out) {
  SarifWriter(sheet, out).Write();
  return absl::OkStatus();
}

}  // namespace crosscheck
