#include "compare/ranking.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/strings.h"
#include "compare/origins.h"

namespace crosscheck {
namespace {

constexpr int kDefaultView = 40;  // findings of a lower rank are counted, not shown

double Chance(float log_odds) { return 1 / (1 + std::exp(-static_cast<double>(log_odds))); }

double GapOf(const QuantityClaim& a, const QuantityClaim& b, bool minor) {
  if (minor) return 0.3;
  if (a.type == ClaimType::kDate || a.type == ClaimType::kTime || a.type == ClaimType::kAge) return 0.8;
  const double x = std::abs(std::isinf(a.value.low) ? a.value.high : a.value.low);
  const double y = std::abs(std::isinf(b.value.low) ? b.value.high : b.value.low);
  return std::min(x, y) == 0 || std::max(x, y) / std::min(x, y) >= 2 ? 1.0 : 0.75;
}

double SupportWeight(const ClaimSet& set, const JudgedGroup& group, const Contrast& best) {
  if (best.relation.reason == "update") return 0.4;
  if (best.one_article) return 0.8;
  const QuantityClaim& a = set.claims[best.a];
  const QuantityClaim& b = set.claims[best.b];
  const bool one_hedged =
      (a.value.hedged && group.sides.size() > 0 && SupportOf(set, group.sides[0]).documents == 1) || b.value.hedged;
  return one_hedged ? 0.5 : 1.0;
}

}  // namespace

int Sameness(float log_odds) { return static_cast<int>(std::lround(100 * Chance(log_odds))); }

int RankOf(const ClaimSet& set, const JudgedGroup& group, const FindingRule& rule) {
  const Contrast& best = group.contrasts[0];
  const QuantityClaim& a = set.claims[best.a];
  const QuantityClaim& b = set.claims[best.b];
  // A copied sentence or a named person is evidence that no other sign adds to.
  const double sameness = best.near_copy ? 0.98 : Chance(best.score.blind + 1);
  const auto& events = set.compare().events;
  const bool grave = a.type == ClaimType::kCount;
  const double gravity = grave ? std::max(events[a.event()].gravity, events[b.event()].gravity) : 1.0;
  const double rank = 100 * sameness * GapOf(a, b, best.relation.minor) * rule.weight * gravity * SupportWeight(set, group, best);
  const int rounded = static_cast<int>(std::lround(rank));
  // What is sure comes before what may be two quantities after all, and alone into the default view.
  if (group.tier == Tier::kLook) return std::clamp(rounded, 0, kDefaultView - 1);
  return std::clamp(rounded, group.tier == Tier::kSure ? kDefaultView : 0, 100);
}

void RankFindings(std::vector<Finding>* findings) {
  const auto place = [](const Finding& f) {
    const FindingMember* first = f.members.empty() ? nullptr : &f.members[0];
    return std::tuple(-f.rank, -static_cast<int>(f.severity), first == nullptr ? "" : first->document,
                      first == nullptr ? 0 : first->span.start, f.rule, f.message);
  };
  std::stable_sort(findings->begin(), findings->end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
  for (size_t i = 0; i < findings->size(); ++i) (*findings)[i].id = StrCat("F", i + 1);
}

}  // namespace crosscheck
