#include "compare/tell/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr int kSureSameness = 85;
constexpr int kSameness = 70;
constexpr double kUnsure = 0.6;  // of the rank, where nothing but the name speaks for one person

// “Teodor Brisk” in a.txt, c.txt
std::string SideText(const Bundle& bundle, const NameDifference& difference, uint32_t side) {
  std::string value;
  std::vector<std::string> documents;
  for (const NamedPlace& place : difference.places) {
    if (place.side != side) continue;
    if (value.empty()) value = place.value;
    const std::string& id = (*bundle.records)[place.document].document.id;
    if (std::find(documents.begin(), documents.end(), id) == documents.end()) documents.push_back(id);
  }
  return StrCat("\u201c", value, "\u201d in ", Join(documents, ", "));
}

ComparedGroup Tell(const Bundle& bundle, const NameDifference& difference) {
  ComparedGroup compared;
  Group& group = compared.group;
  group.type = ClaimType::kName;
  group.relation = Relation::kDiffer;
  group.reason = std::string(difference.kind.substr(difference.kind.find('.') + 1));
  group.tier = difference.sure ? Tier::kSure : Tier::kLook;
  group.sameness = difference.sure ? kSureSameness : kSameness;
  group.why = difference.why;
  uint32_t sides = 0;
  for (const NamedPlace& place : difference.places) {
    const Record& record = (*bundle.records)[place.document];
    if (place.side == 0 && group.about.empty()) group.about = StrCat("name: ", record.names[place.name].name);
    sides = std::max(sides, place.side + 1);
    group.members.push_back({record.document.id, record.names[place.name].id, place.span, std::string(place.span.In(record.document.text)),
                             SideName(place.side), ""});
  }
  std::vector<std::string> others;
  for (uint32_t side = 1; side < sides; ++side) others.push_back(SideText(bundle, difference, side));
  auto made = NewFinding(bundle.compare(), difference.kind, Relation::kDiffer, difference.sure ? 1 : kUnsure,
                         {group.about.substr(group.about.find(' ') + 1), SideText(bundle, difference, 0), Join(others, "; ")});
  if (!made) return compared;
  if (!difference.sure) made->severity = std::min(made->severity, Severity::kNote);
  made->why = group.why;
  std::set<std::pair<uint32_t, uint32_t>> shown;  // side and document: one place each
  for (const NamedPlace& place : difference.places) {
    if (shown.emplace(place.side, place.document).second)
      made->members.push_back(EvidenceAt((*bundle.records)[place.document].document, place.span, SideName(place.side), ""));
  }
  std::stable_sort(made->members.begin(), made->members.end(),
                   [](const FindingMember& a, const FindingMember& b) { return a.side < b.side; });
  if (made->severity == Severity::kNote) group.tier = Tier::kLook;
  compared.findings.push_back(*std::move(made));
  return compared;
}

}  // namespace

std::vector<ComparedGroup> TellNames(const Bundle& bundle, const std::vector<NameDifference>& differences) {
  std::vector<ComparedGroup> told;
  for (const NameDifference& difference : differences) told.push_back(Tell(bundle, difference));
  return told;
}

}  // namespace crosscheck
