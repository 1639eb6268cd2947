#include "compare/state.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/strings/str_format.h"
#include "base/json.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr std::string_view kStateSchema = "crosscheck.state/1";
constexpr std::string_view kWorksheetSchema = "crosscheck.worksheet/1";
constexpr std::string_view kToCheck = "to check";
constexpr std::string_view kNotTheSame = "not the same thing";
constexpr uint32_t kAround = 48;  // bytes of its line on each side; more would lose the claim when a neighbour is edited

std::string Hash(std::string_view bytes) { return absl::StrFormat("%016x", XXH3_64bits(bytes.data(), bytes.size())); }

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

std::string TextOf(const Json& object, const char* field) {
  const auto it = object.find(field);
  return it != object.end() && it->is_string() ? it->get<std::string>() : "";
}

const Json& Part(const Json& object, const char* field) {
  static const auto& none = *new Json(Json::object());
  if (!object.is_object()) return none;
  const auto it = object.find(field);
  return it == object.end() || !it->is_object() ? none : *it;
}

const Json& ListOf(const Json& object, const char* field) {
  static const auto& none = *new Json(Json::array());
  const auto it = object.find(field);
  return it == object.end() || !it->is_array() ? none : *it;
}

// A step of the trail; one of 0.1.0 told the state as it was before.
CheckStep StepOf(const Json& step) {
  if (!step.contains("field")) return {TextOf(step, "changed"), TextOf(step, "checked_by"), "state", TextOf(step, "state")};
  return {TextOf(step, "when"), TextOf(step, "who"), TextOf(step, "field"), TextOf(step, "value")};
}

Check CheckOf(CheckTarget target, const std::string& fingerprint, const Json& entry) {
  Check check{.target = target,
              .fingerprint = fingerprint,
              .state = TextOf(entry, "state"),
              .source = TextOf(entry, "source"),
              .evidence = TextOf(entry, "evidence"),
              .checked_by = TextOf(entry, "checked_by"),
              .checked_on = TextOf(entry, "checked_on"),
              .note = TextOf(entry, "note"),
              .source_kind = TextOf(entry, "source_kind"),
              .correction = TextOf(entry, "correction"),
              .changed = TextOf(entry, "changed"),
              .trail = {},
              .others = {}};
  for (const Json& step : ListOf(entry, "trail")) {
    if (step.is_object()) check.trail.push_back(StepOf(step));
  }
  for (const Json& other : ListOf(entry, "clash")) {
    if (other.is_object()) check.others.push_back(CheckOf(target, fingerprint, other));
  }
  return check;
}

void AddChecks(const Json& entries, CheckTarget target, std::vector<Check>* checks) {
  for (const auto& [fingerprint, entry] : entries.items()) {
    if (entry.is_object()) checks->push_back(CheckOf(target, fingerprint, entry));
  }
}

// The fingerprint of the claim that a member names; empty where it names none.
std::string FingerprintOf(const Worksheet& sheet, const GroupMember& member) {
  const auto record = std::find_if(sheet.documents.begin(), sheet.documents.end(),
                                   [&](const Record& r) { return r.document.id == member.document; });
  if (record == sheet.documents.end()) return "";
  const auto has = [&](const auto& items) {
    return std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.id == member.claim; });
  };
  const std::string_view kind = has(record->figures) ? "figure" : has(record->dates) ? "date" : "statement";
  return ClaimFingerprint(record->document, kind, member.span);
}

class StateApplier {
 public:
  explicit StateApplier(Worksheet* sheet) : sheet_(*sheet) {}

  void ApplyGroups(const Json& decisions) {
    for (const auto& [fingerprint, decision] : decisions.items()) {
      if (!decision.is_object()) continue;
      Group* group = FindGroup(fingerprint);
      if (group == nullptr) continue;
      const std::string action = TextOf(decision, "action");
      const std::string reason = TextOf(decision, "reason");
      if (action == "not comparable") {
        group->decision = action;
        Suppress(group->id, reason.empty() ? action : StrCat(action, ": ", reason));
      } else if (action == "split") {
        Split(group, decision, reason);
      } else if (action == "merge") {
        Merge(group, TextOf(decision, "with"));
      }
    }
    std::erase_if(sheet_.groups, [this](const Group& group) { return gone_.contains(group.id); });
  }

  // What was found of a finding; where its sides are not on one thing, its group is set aside whole.
  void SignOff(std::string_view fingerprint, const Json& entry) {
    const std::string state = TextOf(entry, "state");
    if (state.empty() || state == kToCheck) return;
    for (Finding& finding : sheet_.findings) {
      if (finding.fingerprint != fingerprint) continue;
      finding.signed_off = state;
      if (state != kNotTheSame) continue;
      const std::string note = TextOf(entry, "note");
      finding.suppressed = note.empty() ? state : StrCat(state, ": ", note);
      for (Group& group : sheet_.groups) {
        if (group.id != finding.group || finding.group.empty()) continue;
        group.decision = "not comparable";
        Suppress(group.id, finding.suppressed);
      }
    }
  }

 private:
  Group* FindGroup(std::string_view fingerprint) {
    for (Group& group : sheet_.groups) {
      if (group.fingerprint == fingerprint && !gone_.contains(group.id)) return &group;
    }
    return nullptr;
  }

  void Suppress(const std::string& group, const std::string& reason) {
    for (Finding& finding : sheet_.findings) {
      if (finding.group == group) finding.suppressed = reason;
    }
  }

  // Takes the claims named out of the group; what is left on one side differs no more.
  void Split(Group* group, const Json& decision, const std::string& reason) {
    std::set<std::string> off;
    if (const auto claims = decision.find("claims"); claims != decision.end() && claims->is_array()) {
      for (const Json& claim : *claims) {
        if (claim.is_string()) off.insert(claim.get<std::string>());
      }
    }
    std::vector<GroupMember> kept;
    std::vector<GroupMember> taken;
    for (const GroupMember& member : group->members) {
      (off.contains(FingerprintOf(sheet_, member)) ? taken : kept).push_back(member);
    }
    if (taken.empty()) return;
    group->decision = "split";
    std::set<std::string_view> sides;
    for (const GroupMember& member : kept) {
      if (!member.side.empty()) sides.insert(member.side);
    }
    if (kept.size() < 2 || sides.size() < 2) Suppress(group->id, reason.empty() ? "split" : StrCat("split: ", reason));
    if (kept.size() < 2) return;  // a group holds two members at least: it stays as it was, set aside
    if (sides.size() < 2) group->relation = Relation::kAgree;
    group->members = std::move(kept);
    CountDocuments(group);
    for (Finding& finding : sheet_.findings) {
      if (finding.group != group->id || !finding.suppressed.empty()) continue;
      std::erase_if(finding.members, [&](const FindingMember& shown) {
        return std::any_of(taken.begin(), taken.end(), [&](const GroupMember& member) {
          return member.document == shown.document && shown.focus.value_or(shown.span).Overlaps(member.span);
        });
      });
    }
  }

  // The other group's claims join this one, on the side that has the same words, else on none.
  void Merge(Group* group, const std::string& with) {
    Group* other = FindGroup(with);
    if (other == nullptr || other == group) return;
    std::map<std::string_view, std::string> side_of;
    for (const GroupMember& member : group->members) side_of.emplace(member.text, member.side);
    std::vector<GroupMember> joined = other->members;
    for (GroupMember& member : joined) {
      const auto known = side_of.find(member.text);
      member.side = known == side_of.end() ? "" : known->second;
    }
    group->members.insert(group->members.end(), joined.begin(), joined.end());
    std::sort(group->members.begin(), group->members.end(), [](const GroupMember& a, const GroupMember& b) {
      return std::tie(a.side, a.document, a.span, a.claim) < std::tie(b.side, b.document, b.span, b.claim);
    });
    group->decision = "merged";
    const int origins = group->origins + other->origins;
    CountDocuments(group);
    group->origins = std::min(origins, group->documents);
    for (Finding& finding : sheet_.findings) {
      if (finding.group == other->id) finding.group = group->id;
    }
    gone_.insert(other->id);
  }

  static void CountDocuments(Group* group) {
    std::set<std::string_view> documents;
    for (const GroupMember& member : group->members) documents.insert(member.document);
    group->documents = static_cast<int>(documents.size());
    group->origins = std::min(group->origins, group->documents);
  }

  Worksheet& sheet_;
  std::set<std::string> gone_;
};

// What a worksheet has that a note may be about.
struct Known {
  explicit Known(const Worksheet& sheet) {
    for (const Record& record : sheet.documents) {
      const Document& document = record.document;
      for (const Statement& s : record.statements) {
        for (const Source& source : s.sources) sources.insert(source.name);
        if (s.content.empty()) continue;
        Span hull = s.content.front();
        for (const Span span : s.content) hull = {std::min(hull.start, span.start), std::max(hull.end, span.end)};
        claims.insert(ClaimFingerprint(document, "statement", hull));
      }
      for (const Figure& f : record.figures) claims.insert(ClaimFingerprint(document, "figure", f.span));
      for (const Timex& t : record.dates) claims.insert(ClaimFingerprint(document, "date", t.span));
      for (const Name& n : record.names) {
        if (!n.mentions.empty()) claims.insert(ClaimFingerprint(document, "name", n.mentions.front()));
      }
      for (const CheckPoint& p : record.check_points) claims.insert(ClaimFingerprint(document, "point", p.span));
    }
    for (const Finding& finding : sheet.findings) findings.insert(finding.fingerprint);
    for (const Group& group : sheet.groups) groups.insert(group.fingerprint);
  }
  StringSet claims, findings, sources, groups;
};

// A finding of an earlier run as far as it was kept.
struct KnownFinding {
  std::string rule;
  std::string message;
  Severity severity = Severity::kNote;
};

Severity SeverityOf(const std::string& name) {
  return name == "error" ? Severity::kError : name == "warning" ? Severity::kWarning : Severity::kNote;
}

std::map<std::string, KnownFinding> KnownFindings(const Json& json) {
  std::map<std::string, KnownFinding> known;
  for (const auto& [fingerprint, finding] : Part(json, "known").items()) {
    if (finding.is_object())
      known[fingerprint] = {TextOf(finding, "rule"), TextOf(finding, "message"), SeverityOf(TextOf(finding, "severity"))};
  }
  const auto findings = json.find("findings");
  if (findings == json.end() || !findings->is_array()) return known;  // a state's findings are an object: checks
  for (const Json& finding : *findings) {
    if (!finding.is_object() || TextOf(finding, "baseline") == "absent") continue;
    known[TextOf(finding, "fingerprint")] = {TextOf(finding, "rule"), TextOf(finding, "message"),
                                             SeverityOf(TextOf(finding, "severity"))};
  }
  return known;
}

void MarkBaseline(const std::map<std::string, KnownFinding>& known, Worksheet* sheet) {
  std::set<std::string_view> now;
  for (Finding& finding : sheet->findings) {
    finding.baseline = known.contains(finding.fingerprint) ? Baseline::kUnchanged : Baseline::kNew;
    now.insert(finding.fingerprint);
  }
  std::vector<Finding> absent;
  for (const auto& [fingerprint, was] : known) {
    if (now.contains(fingerprint)) continue;
    Finding& finding = absent.emplace_back();
    finding.id = StrCat("F", sheet->findings.size() + absent.size());
    finding.rule = was.rule;
    finding.message = was.message;
    finding.severity = was.severity;
    finding.fingerprint = fingerprint;
    finding.baseline = Baseline::kAbsent;
    finding.label = "no longer found";
  }
  sheet->findings.insert(sheet->findings.end(), absent.begin(), absent.end());
}

}  // namespace

std::string ClaimFingerprint(const Document& document, std::string_view kind, Span span) {
  const std::string_view text = document.text;
  const auto size = static_cast<uint32_t>(text.size());
  if (span.end > size) return Hash(StrCat(document.id, "\n", kind, "\n", span.start, "-", span.end));
  uint32_t start = span.start;
  while (start > 0 && text[start - 1] != '\n' && span.start - start < kAround) --start;
  uint32_t end = span.end;
  while (end < size && text[end] != '\n' && end - span.end < kAround) ++end;
  return Hash(StrCat(document.id, "\n", kind, "\n", span.In(text), "\n", CollapseSpace(text.substr(start, end - start))));
}

std::string BundleFingerprint(const Worksheet& sheet) {
  std::string ids;
  for (const Record& record : sheet.documents) StrAppend(&ids, record.document.id, "\n");
  return Hash(ids);
}

absl::Status CheckState(std::string_view json) { return CheckSchema(json, {kStateSchema}); }
absl::Status CheckBaseline(std::string_view json) { return CheckSchema(json, {kWorksheetSchema, kStateSchema}); }

bool IsOpen(const Finding& finding) {
  return finding.suppressed.empty() && finding.signed_off.empty() && finding.baseline != Baseline::kAbsent;
}

StateFit FitOfState(std::string_view state_json, const Worksheet& sheet) {
  StateFit fit;
  const absl::StatusOr<Json> state = ParseJson(state_json);
  if (!state.ok() || !state->is_object()) return fit;
  fit.same_bundle = TextOf(*state, "bundle") == BundleFingerprint(sheet);
  const Known known(sheet);
  for (const auto& [part, names] : {std::pair("claims", &known.claims), std::pair("findings", &known.findings),
                                    std::pair("sources", &known.sources), std::pair("groups", &known.groups)}) {
    for (const auto& [name, note] : Part(*state, part).items()) {
      ++fit.notes;
      fit.fit += names->contains(name) ? 1 : 0;
    }
  }
  return fit;
}

void ApplyState(std::string_view state_json, std::string_view baseline_json, Worksheet* sheet) {
  absl::StatusOr<Json> state = Json();
  if (!state_json.empty()) state = ParseJson(state_json);
  if (state.ok() && state->is_object()) {
    AddChecks(Part(*state, "claims"), CheckTarget::kClaim, &sheet->checks);
    AddChecks(Part(*state, "findings"), CheckTarget::kFinding, &sheet->checks);
    AddChecks(Part(*state, "sources"), CheckTarget::kSource, &sheet->checks);
    AddChecks(Part(*state, "sentences"), CheckTarget::kSentence, &sheet->checks);
    std::sort(sheet->checks.begin(), sheet->checks.end(), [](const Check& a, const Check& b) {
      return std::tie(a.target, a.fingerprint) < std::tie(b.target, b.fingerprint);
    });
    StateApplier applier(sheet);
    applier.ApplyGroups(Part(*state, "groups"));
    for (const auto& [fingerprint, entry] : Part(*state, "findings").items()) {
      if (entry.is_object()) applier.SignOff(fingerprint, entry);
    }
  }
  if (!baseline_json.empty()) {
    const absl::StatusOr<Json> baseline = ParseJson(baseline_json);
    if (baseline.ok() && baseline->is_object()) MarkBaseline(KnownFindings(*baseline), sheet);
  } else if (state.ok() && state->is_object() && state->contains("known")) {
    MarkBaseline(KnownFindings(*state), sheet);
  }
}

}  // namespace crosscheck
