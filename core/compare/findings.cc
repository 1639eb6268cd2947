#include "compare/findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/sha256.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/origins.h"
#include "compare/ranking.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSigns = 5;     // told of a group
constexpr size_t kMostEvidence = 8;  // members of a finding

std::string EventName(const ClaimSet& set, const QuantityClaim& claim) { return set.compare().events[claim.event()].name; }

const Name* NameOf(const ClaimSet& set, const QuantityClaim& claim) {
  const Record& record = set.RecordOf(claim);
  const auto& ids = set.entities.of_names[claim.document];
  const Name* longest = nullptr;
  for (size_t n = 0; n < ids.size(); ++n) {
    if (ids[n] == claim.person && (longest == nullptr || record.names[n].name.size() > longest->name.size()))
      longest = &record.names[n];
  }
  return longest;
}

std::string AgeAbout(const ClaimSet& set, const ClaimGroup& claims) {
  std::string described;
  for (const uint32_t c : claims) {
    const QuantityClaim& claim = set.claims[c];
    if (claim.person != 0) {
      if (const Name* name = NameOf(set, claim)) return StrCat("age of ", name->name);
    }
    if (described.empty() && !claim.about.empty()) described = StrCat("age of a ", claim.about);
  }
  return described.empty() ? "age" : described;
}

// "officers: injury", "date of launch: Ada Holt", "money: price".
// What most of the claims count, the earliest of several; headlines drop the words that would tell it.
std::string Counted(const ClaimSet& set, const ClaimGroup& claims) {
  std::map<std::string_view, size_t> told;
  std::string_view best;
  for (const bool headlines : {false, true}) {
    for (const uint32_t c : claims) {
      const QuantityClaim& claim = set.claims[c];
      if (claim.InHeadline() == headlines && !claim.about.empty()) ++told[claim.about];
    }
    for (const uint32_t c : claims) {
      const auto it = told.find(set.claims[c].about);
      if (it != told.end() && (best.empty() || it->second > told[best])) best = it->first;
    }
    if (!best.empty()) break;
  }
  return std::string(best);
}

std::string AboutOf(const ClaimSet& set, const ClaimGroup& claims) {
  const QuantityClaim& first = set.claims[claims[0]];
  if (first.type == ClaimType::kAge) return AgeAbout(set, claims);
  const std::string counted = Counted(set, claims);
  std::string event;
  std::string actor;
  for (const uint32_t c : claims) {
    const QuantityClaim& claim = set.claims[c];
    if (event.empty()) event = EventName(set, claim);
    if (actor.empty() && claim.person != 0) {
      if (const Name* name = NameOf(set, claim)) actor = name->name;
    }
  }
  if (first.type == ClaimType::kDate || first.type == ClaimType::kTime) {
    return StrCat(first.type == ClaimType::kDate ? "date" : "time", event.empty() ? "" : " of ", event, actor.empty() ? "" : ": ",
                  actor);
  }
  if (counted.empty()) return event.empty() ? std::string(first.unit) : event;
  return event.empty() ? counted : StrCat(counted, ": ", event);
}

// Side letters of a group's claims; empty for those that contradict nobody.
std::vector<std::pair<uint32_t, std::string>> SidesOf(const ClaimSet& set, const JudgedGroup& group) {
  std::vector<std::pair<uint32_t, std::string>> sides;
  std::set<uint32_t> in_contrast;
  for (const Contrast& c : group.contrasts) in_contrast.insert({c.a, c.b});
  std::vector<const ClaimGroup*> lettered;
  for (const ClaimGroup& side : group.sides) {
    if (group.contrasts.empty() || std::any_of(side.begin(), side.end(), [&](uint32_t c) { return in_contrast.contains(c); }))
      lettered.push_back(&side);
  }
  if (lettered.size() < 2) lettered.clear();
  std::set<std::pair<uint32_t, size_t>> gives;  // document, side
  for (size_t s = 0; s < lettered.size(); ++s) {
    for (const uint32_t c : *lettered[s]) gives.emplace(set.claims[c].document, s);
  }
  for (size_t s = 0; s < lettered.size(); ++s) {
    for (const uint32_t c : *lettered[s]) {
      const uint32_t document = set.claims[c].document;
      const auto of_document = [&](const auto& entry) { return entry.first == document; };
      const bool both = std::count_if(gives.begin(), gives.end(), of_document) > 1;
      const bool internal = set.claims[c].type == ClaimType::kAge && set.claims[c].person != 0;
      sides.emplace_back(c, both && !internal && !in_contrast.contains(c) ? "" : SideName(s));
    }
  }
  for (const uint32_t c : group.Claims()) {
    if (std::none_of(sides.begin(), sides.end(), [&](const auto& entry) { return entry.first == c; })) sides.emplace_back(c, "");
  }
  std::sort(sides.begin(), sides.end());
  return sides;
}

// The kind of finding; empty: none is made of this group.
std::string_view KindOf(const ClaimSet& set, const JudgedGroup& group) {
  if (group.relation == Relation::kSuperseded) return "figure.superseded";
  if (group.relation != Relation::kDiffer || group.contrasts.empty()) return "";
  const Contrast& best = group.contrasts[0];
  const QuantityClaim& a = set.claims[best.a];
  const QuantityClaim& b = set.claims[best.b];
  if (group.tier == Tier::kLook) return "figure.look";
  if (best.one_article) return a.InHeadline() != b.InHeadline() ? "figure.headline" : "figure.within";
  if (best.near_copy) return "figure.changed-in-copy";
  if (best.relation.reason == "misreport") return "figure.misreport";
  if (best.relation.reason == "revised down") return "figure.revised-down";
  if (a.type == ClaimType::kAge) return "age.differ";
  if (a.type == ClaimType::kDate) return "date.differ";
  return "figure.differ";
}

std::string Fingerprint(const ClaimSet& set, std::string_view kind, const ClaimGroup& claims) {
  std::vector<std::string> parts;
  for (const uint32_t c : claims) {
    const QuantityClaim& claim = set.claims[c];
    const Record& record = set.RecordOf(claim);
    parts.push_back(
        StrCat(record.document.id, "\n", set.SentenceOf(claim).span.In(record.document.text), "\n", set.TextOf(claim)));
  }
  std::sort(parts.begin(), parts.end());
  return Sha256Hex(StrCat(kind, "\n", Join(parts, "\n"))).substr(0, 16);
}

std::string SideText(const ClaimSet& set, const std::vector<FindingMember>& members, std::string_view side) {
  std::vector<std::string> values;
  std::string source;
  std::vector<std::string> documents;
  for (const FindingMember& member : members) {
    if (member.side != side) continue;
    const std::string value = member.focus
                                  ? std::string(member.text.substr(member.focus->start - member.span.start, member.focus->size()))
                                  : member.text;
    if (values.empty()) values.push_back(value);
    if (source.empty()) source = member.source;
    if (std::find(documents.begin(), documents.end(), member.document) == documents.end()) documents.push_back(member.document);
  }
  (void)set;
  std::string text = StrCat("\u201c", CollapseSpace(Join(values, ", ")), "\u201d in ", Join(documents, ", "));
  if (!source.empty()) StrAppend(&text, " (", source, ")");
  return text;
}

std::string Fill(std::string text, std::string_view slot, const std::string& value) {
  const size_t at = text.find(slot);
  if (at != std::string::npos) text.replace(at, slot.size(), value);
  return text;
}

FindingMember Evidence(const ClaimSet& set, uint32_t c, const std::string& side) {
  const QuantityClaim& claim = set.claims[c];
  const Record& record = set.RecordOf(claim);
  const Span sentence = set.SentenceOf(claim).span;
  return {record.document.id, sentence, std::string(sentence.In(record.document.text)), claim.span, side, claim.source};
}

Finding MakeFinding(const Pairing& pairing, const JudgedGroup& judged, const Group& group, const FindingRule& rule) {
  const ClaimSet& set = pairing.set();
  Finding finding;
  finding.rule = rule.id;
  finding.relation = judged.relation;
  finding.severity = rule.severity;
  finding.rank = RankOf(set, judged, rule);
  finding.why = group.why;
  const auto sides = SidesOf(set, judged);
  const auto side_of = [&](uint32_t c) {
    return std::find_if(sides.begin(), sides.end(), [&](const auto& entry) { return entry.first == c; })->second;
  };
  std::set<uint32_t> seen;
  ClaimGroup shown;
  for (const Contrast& contrast : judged.contrasts) {
    for (const uint32_t c : {contrast.a, contrast.b}) {
      if (finding.members.size() >= kMostEvidence || !seen.insert(c).second) continue;
      finding.members.push_back(Evidence(set, c, side_of(c)));
      shown.push_back(c);
    }
  }
  std::stable_sort(finding.members.begin(), finding.members.end(), [](const FindingMember& a, const FindingMember& b) {
    return std::tie(a.side, a.document, a.span) < std::tie(b.side, b.document, b.span);
  });
  finding.fingerprint = Fingerprint(set, rule.id, shown);
  const std::string a = SideText(set, finding.members, side_of(judged.contrasts[0].a));
  const std::string b = SideText(set, finding.members, side_of(judged.contrasts[0].b));
  finding.message = Fill(Fill(Fill(rule.message, "{about}", group.about), "{a}", a), "{b}", b);
  return finding;
}

Group MakeGroup(const Pairing& pairing, const JudgedGroup& judged) {
  const ClaimSet& set = pairing.set();
  const ClaimGroup claims = judged.Claims();
  Group group;
  group.type = set.claims[claims[0]].type;
  group.about = AboutOf(set, claims);
  group.relation = judged.relation;
  group.reason = std::string(judged.reason);
  group.tier = judged.tier;
  const Support support = SupportOf(set, claims);
  group.documents = support.documents;
  group.origins = support.origins;
  std::pair<uint32_t, uint32_t> shown = {claims[0], claims.back()};
  if (!judged.contrasts.empty()) shown = {judged.contrasts[0].a, judged.contrasts[0].b};
  const PairScore score = pairing.Score(shown.first, shown.second);
  group.sameness = Sameness(judged.contrasts.empty() ? score.full + 1 : score.blind + 1);
  group.why = WhySame(pairing, shown.first, shown.second);
  if (support.documents > 1) {
    group.why.push_back(StrCat(support.documents, " articles, ", support.origins, support.origins == 1 ? " origin" : " origins",
                               support.named_sources == 0 ? ""
                                                          : StrCat(", ", support.named_sources, " named source",
                                                                   support.named_sources == 1 ? "" : "s")));
  }
  group.fingerprint = Fingerprint(set, "group", claims);
  for (const auto& [c, side] : SidesOf(set, judged)) {
    const QuantityClaim& claim = set.claims[c];
    group.members.push_back({set.RecordOf(claim).document.id, claim.id, claim.span, std::string(set.TextOf(claim)),
                             judged.relation == Relation::kAgree || judged.relation == Relation::kCompatible ? "" : side,
                             claim.source});
  }
  return group;
}

}  // namespace

std::vector<std::string> WhySame(const Pairing& pairing, uint32_t a, uint32_t b) {
  const SignValues signs = pairing.Signs(a, b);
  const auto& rules = pairing.set().compare().signs;
  std::vector<std::pair<double, size_t>> strongest;
  for (size_t s = 1; s < kSigns; ++s) {
    const double part = signs[s] * rules[s].weight;
    if (part > 0.15 && !rules[s].words.empty()) strongest.emplace_back(-part, s);
  }
  std::sort(strongest.begin(), strongest.end());
  std::vector<std::string> why;
  for (size_t i = 0; i < std::min(strongest.size(), kMostSigns); ++i) why.push_back(rules[strongest[i].second].words);
  return why;
}

std::vector<ComparedGroup> DescribeGroups(const Pairing& pairing, const std::vector<JudgedGroup>& judged) {
  std::vector<ComparedGroup> groups;
  for (const JudgedGroup& one : judged) {
    ComparedGroup described{MakeGroup(pairing, one), {}};
    const CompareRules& rules = pairing.set().compare();
    const FindingRule* rule = rules.FindFinding(KindOf(pairing.set(), one));
    if (rule != nullptr) described.findings.push_back(MakeFinding(pairing, one, described.group, *rule));
    groups.push_back(std::move(described));
  }
  return groups;
}

}  // namespace crosscheck
