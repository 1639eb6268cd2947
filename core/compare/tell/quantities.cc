// How it works: a quantity becomes a group of all its claims; one that differs or was replaced gets one finding, whose kind follows
// from the best contrast (copied text, one article, one source, a smaller later number ...). Its level is the chance that such a
// finding is right, read off the calibration table; its rank is chance times what is at stake.
#include "compare/tell/quantities.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "compare/judge/difference.h"

namespace crosscheck {
namespace {

constexpr double kErrorChance = 0.9;
constexpr double kWarningChance = 0.75;
constexpr double kNoteChance = 0.27;
constexpr size_t kMostSigns = 5;

// What most of the claims are told of, the earliest of several; headlines drop the words that would tell it.
std::string AboutOf(const Bundle& bundle, const ClaimGroup& claims) {
  std::map<std::string_view, size_t> told;
  for (const bool headlines : {false, true}) {
    std::string_view best;
    for (const uint32_t c : claims) {
      const BundleClaim& claim = bundle.claims[c];
      if (bundle.InHeadline(claim) == headlines && !claim.frame->about.empty()) ++told[claim.frame->about];
    }
    for (const uint32_t c : claims) {
      const auto it = told.find(bundle.claims[c].frame->about);
      if (it != told.end() && (best.empty() || it->second > told[best])) best = it->first;
    }
    if (!best.empty()) return std::string(best);
  }
  return std::string(bundle.claims[claims[0]].unit);
}

// Side letters of a quantity's claims; empty for those that fit several sides or whose contradiction is not worth telling.
std::map<uint32_t, std::string> SidesOf(const Quantity& quantity) {
  std::map<uint32_t, std::string> sides;
  for (const uint32_t c : quantity.neutral) sides[c] = "";
  std::set<uint32_t> contrasted;
  for (const Contrast& contrast : quantity.contrasts) contrasted.insert({contrast.a, contrast.b});
  size_t letter = 0;
  for (const ClaimGroup& side : quantity.sides) {
    const bool lettered = std::any_of(side.begin(), side.end(), [&](uint32_t c) { return contrasted.contains(c); });
    for (const uint32_t c : side) sides[c] = lettered ? SideName(letter) : "";
    letter += lettered ? 1 : 0;
  }
  return sides;
}

// The kind of finding; empty: none is made.
std::string_view KindOf(const Bundle& bundle, const Quantity& quantity, const Contrast& best, bool copied) {
  if (quantity.relation == Relation::kSuperseded) return "figure.superseded";
  const BundleClaim& a = bundle.claims[best.a];
  const BundleClaim& b = bundle.claims[best.b];
  if (a.story == b.story) return bundle.InHeadline(a) != bundle.InHeadline(b) ? "figure.headline" : "figure.within";
  if (copied) return "figure.changed-in-copy";
  if (best.relation.reason == "misreport") return "figure.misreport";
  if (best.relation.reason == "revised down") return "figure.revised-down";
  if (a.type == ClaimType::kAge) return "age.differ";
  if (a.type == ClaimType::kDate) return "date.differ";
  return "figure.differ";
}

double StakeOf(const Bundle& bundle, const Contrast& best) {
  const BundleClaim& a = bundle.claims[best.a];
  const BundleClaim& b = bundle.claims[best.b];
  const auto& events = bundle.compare().events;
  double stake = a.type == ClaimType::kCount ? std::max(events[a.event()].gravity, events[b.event()].gravity) : 0.8;
  if (best.relation.minor) stake *= 0.6;
  return stake;
}

std::string SideText(const Bundle& bundle, const ClaimGroup& side, const std::map<uint32_t, std::string>& sides, const std::string& letter) {
  std::string value;
  std::string source;
  std::vector<std::string> documents;
  for (const uint32_t c : side) {
    if (sides.at(c) != letter) continue;
    const BundleClaim& claim = bundle.claims[c];
    if (value.empty()) value = CollapseSpace(bundle.TextOf(claim));
    if (source.empty()) source = std::string(Bundle::SourceOf(claim));
    const std::string& id = bundle.RecordOf(claim).document.id;
    if (std::find(documents.begin(), documents.end(), id) == documents.end()) documents.push_back(id);
  }
  std::string text = StrCat("\u201c", value, "\u201d in ", Join(documents, ", "));
  if (!source.empty()) StrAppend(&text, " (", source, ")");
  return text;
}

FindingMember Evidence(const Bundle& bundle, uint32_t c, const std::string& side) {
  const BundleClaim& claim = bundle.claims[c];
  const Document& document = bundle.RecordOf(claim).document;
  const Span sentence = bundle.SentenceOf(claim).span;
  const std::string text = sentence.end <= document.text.size() ? std::string(sentence.In(document.text)) : "";
  return {document.id, sentence, text, claim.frame->span, side, std::string(Bundle::SourceOf(claim))};
}

std::string Fill(std::string text, std::string_view slot, const std::string& value) {
  const size_t at = text.find(slot);
  if (at != std::string::npos) text.replace(at, slot.size(), value);
  return text;
}

std::optional<Finding> MakeFinding(const Bundle& bundle, const Quantity& quantity, const Group& group, bool copied) {
  constexpr size_t kMostEvidence = 12;
  if (quantity.contrasts.empty()) return std::nullopt;
  const Contrast& best = quantity.contrasts[0];
  const CompareRules& rules = bundle.compare();
  double chance = ChanceOf(rules, DifferenceScore(rules, DifferenceFeaturesOf(bundle, quantity)));
  if (copied) chance = std::max(chance, 0.8);
  if (quantity.relation == Relation::kDiffer && chance < kNoteChance) return std::nullopt;
  if (best.relation.minor) chance = std::min(chance, kWarningChance - 0.01);
  std::string_view name = KindOf(bundle, quantity, best, copied);
  Severity level = chance >= kErrorChance ? Severity::kError : chance >= kWarningChance ? Severity::kWarning : Severity::kNote;
  if (quantity.relation == Relation::kSuperseded) level = Severity::kNote;
  const FindingRule* rule = rules.FindFinding(name);
  if (rule == nullptr) return std::nullopt;
  Finding finding;
  finding.rule = rule->id;
  finding.relation = quantity.relation;
  finding.severity = std::min(level, rule->severity);
  finding.rank = std::clamp(static_cast<int>(std::lround(100 * chance * StakeOf(bundle, best) * (quantity.relation == Relation::kSuperseded ? 0.4 : 1))), 0, 100);
  const std::map<uint32_t, std::string> sides = SidesOf(quantity);
  ClaimGroup shown;
  for (const Contrast& contrast : quantity.contrasts) {
    for (const uint32_t c : {contrast.a, contrast.b}) {
      if (shown.size() < kMostEvidence && std::find(shown.begin(), shown.end(), c) == shown.end()) shown.push_back(c);
    }
  }
  for (const uint32_t c : shown) finding.members.push_back(Evidence(bundle, c, sides.at(c)));
  std::stable_sort(finding.members.begin(), finding.members.end(), [](const FindingMember& a, const FindingMember& b) {
    return std::tie(a.side, a.document, a.span) < std::tie(b.side, b.document, b.span);
  });
  std::string side_a = sides.at(best.a);
  std::string side_b = sides.at(best.b);
  if (side_b < side_a) std::swap(side_a, side_b);
  const ClaimGroup claims = quantity.Claims();
  const std::string a = SideText(bundle, claims, sides, side_a);
  const std::string b = SideText(bundle, claims, sides, side_b);
  finding.message = Fill(Fill(Fill(rule->message, "{about}", group.about), "{a}", a), "{b}", b);
  return finding;
}

// The level in a desk's words, where the kind of finding has none of its own.
std::string_view LabelOf(const Finding& finding) {
  if (finding.severity == Severity::kNote) return "look";
  return finding.relation == Relation::kDisputed ? "disputed" : "differ";
}

}  // namespace

std::vector<std::string> WhySame(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b) {
  const FeatureValues values = FeaturesOf(bundle, a, b);
  const auto kind = static_cast<size_t>(PairKindOf(a.type));
  const auto& features = bundle.compare().features;
  std::vector<std::pair<double, size_t>> strongest;
  for (size_t f = 1; f < kFeatures; ++f) {
    const double part = values[f] * features[f].weight[kind];
    if (part > 0.15 && !features[f].words.empty()) strongest.emplace_back(-part, f);
  }
  std::sort(strongest.begin(), strongest.end());
  std::vector<std::string> why;
  for (size_t i = 0; i < std::min(strongest.size(), kMostSigns); ++i) why.push_back(features[strongest[i].second].words);
  return why;
}

namespace {

// A quantity without its difference: each side that several claims stand on tells of an agreement.
std::vector<Quantity> SidesAlone(const Quantity& quantity) {
  std::vector<Quantity> alone;
  for (const ClaimGroup& side : quantity.sides) {
    if (side.size() < 2) continue;
    Quantity one;
    one.sides = {side};
    one.reason = "exact";
    alone.push_back(std::move(one));
  }
  return alone;
}

ComparedGroup Tell(const Bundle& bundle, const Quantity& quantity, bool copied) {
  const ClaimGroup claims = quantity.Claims();
  ComparedGroup compared;
  Group& group = compared.group;
  group.type = bundle.claims[claims[0]].type;
  group.about = AboutOf(bundle, claims);
  group.relation = quantity.relation;
  group.reason = std::string(quantity.reason);
  group.sameness = static_cast<int>(std::lround(100 * quantity.chance));
  const bool differs = quantity.relation == Relation::kDiffer || quantity.relation == Relation::kSuperseded;
  std::pair<uint32_t, uint32_t> shown = {claims[0], claims.back()};
  if (!quantity.contrasts.empty()) shown = {quantity.contrasts[0].a, quantity.contrasts[0].b};
  group.why = WhySame(bundle, bundle.claims[shown.first], bundle.claims[shown.second]);
  const std::map<uint32_t, std::string> sides = SidesOf(quantity);
  for (const uint32_t c : claims) {
    const BundleClaim& claim = bundle.claims[c];
    group.members.push_back({bundle.RecordOf(claim).document.id, claim.frame->of, claim.frame->span, std::string(bundle.TextOf(claim)),
                             differs ? sides.at(c) : "", std::string(Bundle::SourceOf(claim))});
  }
  if (!differs) return compared;
  if (auto finding = MakeFinding(bundle, quantity, group, copied)) {
    if (quantity.relation == Relation::kDiffer) group.tier = finding->severity == Severity::kNote ? Tier::kLook : Tier::kSure;
    compared.findings.push_back(*std::move(finding));
  }
  return compared;
}

}  // namespace

std::vector<ComparedGroup> TellQuantities(const Bundle& bundle, const std::vector<Quantity>& quantities,
                                          const std::vector<std::pair<uint32_t, uint32_t>>& copied) {
  std::vector<ComparedGroup> told;
  for (const Quantity& quantity : quantities) {
    bool is_copied = false;
    if (!quantity.contrasts.empty()) {
      const std::pair<uint32_t, uint32_t> best = std::minmax(quantity.contrasts[0].a, quantity.contrasts[0].b);
      is_copied = std::binary_search(copied.begin(), copied.end(), best);
    }
    ComparedGroup compared = Tell(bundle, quantity, is_copied);
    if (quantity.relation == Relation::kDiffer && compared.findings.empty()) {
      for (const Quantity& side : SidesAlone(quantity)) told.push_back(Tell(bundle, side, false));
      continue;
    }
    told.push_back(std::move(compared));
  }
  return told;
}

void RankFindings(std::vector<Finding>* findings) {
  const auto place = [](const Finding& f) {
    const FindingMember* first = f.members.empty() ? nullptr : &f.members[0];
    return std::tuple(-static_cast<int>(f.severity), -f.rank, first == nullptr ? "" : first->document,
                      first == nullptr ? 0 : first->span.start, f.rule, f.message);
  };
  std::stable_sort(findings->begin(), findings->end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
  for (size_t i = 0; i < findings->size(); ++i) {
    Finding& finding = (*findings)[i];
    finding.id = StrCat("F", i + 1);
    if (finding.label.empty()) finding.label = LabelOf(finding);
  }
}

}  // namespace crosscheck
