#include "compare/tell/comparison.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "absl/strings/str_format.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/bundle/origins.h"
#include "compare/state.h"

namespace crosscheck {
namespace {

// The same over re-runs: of the kind and the members' own fingerprints, whatever their order.
template <class Members>
std::string Fingerprint(const OriginCounter& documents, std::string_view kind, const Members& members) {
  std::set<std::string> parts;
  for (const auto& member : members) {
    if (const Document* document = documents.DocumentById(member.document))
      parts.insert(ClaimFingerprint(*document, kind, member.span));
  }
  const std::string all = StrCat(kind, "\n", Join(parts, "\n"));
  return absl::StrFormat("%016x", XXH3_64bits(all.data(), all.size()));
}

void FillSlot(std::string_view slot, const std::string& value, std::string* text) {
  const size_t at = text->find(slot);
  if (at != std::string::npos) text->replace(at, slot.size(), value);
}

}  // namespace

void AddComparedGroups(std::vector<ComparedGroup> groups, Worksheet* sheet) {
  const OriginCounter origins(*sheet);
  for (ComparedGroup& compared : groups) {
    Group& group = compared.group;
    group.id = StrCat("g", sheet->groups.size() + 1);
    const Support support = origins.Count(group.members);
    group.documents = support.documents;
    group.origins = support.origins;
    group.fingerprint = Fingerprint(origins, "group", group.members);
    for (Finding& finding : compared.findings) {
      finding.group = group.id;
      if (finding.why.empty()) finding.why = group.why;
      finding.fingerprint = Fingerprint(origins, finding.rule, finding.members);
      sheet->findings.push_back(std::move(finding));
    }
    sheet->groups.push_back(std::move(group));
  }
}

std::optional<Finding> NewFinding(const CompareRules& rules, std::string_view kind, Relation relation, double share,
                                  const MessageSlots& slots) {
  const FindingRule* rule = rules.FindFinding(kind);
  if (rule == nullptr) return std::nullopt;
  Finding finding;
  finding.rule = rule->id;
  finding.relation = relation;
  finding.severity = rule->severity;
  finding.label = rule->label;
  finding.rank = std::clamp(static_cast<int>(std::lround(100 * rule->weight * share)), 0, 100);
  finding.message = rule->message;
  // Back to front: what is filled in may hold what looks like a slot.
  FillSlot("{b}", slots.b, &finding.message);
  FillSlot("{a}", slots.a, &finding.message);
  FillSlot("{about}", slots.about, &finding.message);
  return finding;
}

FindingMember EvidenceAt(const Document& document, Span focus, std::string side, std::string source) {
  FindingMember member;
  member.document = document.id;
  member.span = SentenceAround(document.text, focus);
  member.text = std::string(member.span.In(document.text));
  member.focus = focus;
  member.side = std::move(side);
  member.source = std::move(source);
  return member;
}

std::string SideName(size_t index) {
  std::string name(1, static_cast<char>('A' + index % 26));
  if (index >= 26) StrAppend(&name, index / 26 + 1);
  return name;
}

}  // namespace crosscheck
