#include "compare/comparison.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "absl/strings/str_format.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/state.h"

namespace crosscheck {
namespace {

const Document* DocumentById(const Worksheet& sheet, std::string_view id) {
  const auto it = std::lower_bound(sheet.documents.begin(), sheet.documents.end(), id,
                                   [](const Record& record, std::string_view key) { return record.document.id < key; });
  return it != sheet.documents.end() && it->document.id == id ? &it->document : nullptr;
}

// The same over re-runs: of the kind and the members' own fingerprints, whatever their order.
template <class Members>
std::string Fingerprint(const Worksheet& sheet, std::string_view kind, const Members& members) {
  std::set<std::string> parts;
  for (const auto& member : members) {
    if (const Document* document = DocumentById(sheet, member.document))
      parts.insert(ClaimFingerprint(*document, kind, member.span));
  }
  const std::string all = StrCat(kind, "\n", Join(parts, "\n"));
  return absl::StrFormat("%016x", XXH3_64bits(all.data(), all.size()));
}

void FillSlot(std::string_view slot, const std::string& value, std::string* text) {
  const size_t at = text->find(slot);
  if (at != std::string::npos) text->replace(at, slot.size(), value);
}

// Joins what is not independent: members by family, by the agency that both credit and by named source.
int CountOrigins(const Worksheet& sheet, const Group& group, const std::map<std::string, std::string>& family_of) {
  std::map<std::string, size_t> first_with;
  std::vector<size_t> parent(group.members.size());
  std::iota(parent.begin(), parent.end(), 0);
  const auto root = [&](size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (size_t i = 0; i < group.members.size(); ++i) {
    const GroupMember& member = group.members[i];
    const auto family = family_of.find(member.document);
    std::vector<std::string> keys = {StrCat("document ", family == family_of.end() ? member.document : family->second)};
    if (const Document* document = DocumentById(sheet, member.document)) {
      for (const std::string& credit : document->credit) keys.push_back(StrCat("credit ", LowerCase(credit)));
    }
    if (!member.source.empty()) keys.push_back(StrCat("source ", LowerCase(member.source)));
    for (const std::string& key : keys) {
      const auto [it, added] = first_with.emplace(key, i);
      if (!added) parent[root(i)] = root(it->second);
    }
  }
  std::set<size_t> roots;
  for (size_t i = 0; i < parent.size(); ++i) roots.insert(root(i));
  return static_cast<int>(roots.size());
}

}  // namespace

void AddComparedGroups(std::vector<ComparedGroup> groups, Worksheet* sheet) {
  std::map<std::string, std::string> family_of;  // document -> the first family it is in
  for (const Family& family : sheet->families) {
    for (const auto& [document, story] : family.members) family_of.emplace(document, family.id);
  }
  for (ComparedGroup& compared : groups) {
    Group& group = compared.group;
    group.id = StrCat("g", sheet->groups.size() + 1);
    group.origins = CountOrigins(*sheet, group, family_of);
    group.fingerprint = Fingerprint(*sheet, "group", group.members);
    for (Finding& finding : compared.findings) {
      finding.group = group.id;
      finding.fingerprint = Fingerprint(*sheet, finding.rule, finding.members);
      sheet->findings.push_back(std::move(finding));
    }
    sheet->groups.push_back(std::move(group));
  }
}

void AddFindings(std::vector<Finding> findings, Worksheet* sheet) {
  for (Finding& finding : findings) {
    finding.fingerprint = Fingerprint(*sheet, finding.rule, finding.members);
    sheet->findings.push_back(std::move(finding));
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
  finding.rank = std::clamp(static_cast<int>(std::lround(100 * rule->weight * share)), 0, 100);
  finding.message = rule->message;
  // Back to front: what is filled in may hold what looks like a slot.
  FillSlot("{b}", slots.b, &finding.message);
  FillSlot("{a}", slots.a, &finding.message);
  FillSlot("{about}", slots.about, &finding.message);
  return finding;
}

std::string SideName(size_t index) {
  std::string name(1, static_cast<char>('A' + index % 26));
  if (index >= 26) StrAppend(&name, index / 26 + 1);
  return name;
}

}  // namespace crosscheck
