#include "compare/judge/difference.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace crosscheck {
namespace {

double LogOdds(double chance) {
  const double p = std::clamp(chance, 0.01, 0.99);
  return std::log(p / (1 - p));
}

size_t DocumentsOf(const Bundle& bundle, const ClaimGroup& side) {
  std::set<uint32_t> documents;
  for (const uint32_t c : side) documents.insert(bundle.claims[c].document);
  return documents.size();
}

bool IsSlip(std::string_view reason) {
  return reason == "scale" || reason == "digits swapped" || reason == "currency" || reason == "unit" || reason == "percent or points";
}

}  // namespace

DifferenceValues DifferenceFeaturesOf(const Bundle& bundle, const Quantity& quantity) {
  const Contrast& best = quantity.contrasts[0];
  const BundleClaim& a = bundle.claims[best.a];
  const BundleClaim& b = bundle.claims[best.b];
  const FeatureValues pair = FeaturesOf(bundle, a, b);
  const auto of_pair = [&](Feature f) { return static_cast<double>(pair[static_cast<size_t>(f)]); };
  DifferenceValues values{};
  const auto set = [&](DifferenceFeature f, double value) { values[static_cast<size_t>(f)] = value; };
  set(DifferenceFeature::kBias, 1);
  set(DifferenceFeature::kChance, LogOdds(best.chance));
  double sum = 0;
  double likely = 0;
  for (const Contrast& contrast : quantity.contrasts) {
    sum += contrast.chance;
    likely += contrast.chance >= 0.1 ? 1 : 0;
  }
  set(DifferenceFeature::kMeanChance, sum / static_cast<double>(quantity.contrasts.size()));
  set(DifferenceFeature::kStoryPairs, std::log(std::max(1.0, likely)));
  set(DifferenceFeature::kMinor, best.relation.minor ? 1 : 0);
  set(DifferenceFeature::kNearCopy, of_pair(Feature::kNearCopy));
  set(DifferenceFeature::kInexact, a.value.exact && b.value.exact ? 0 : 1);
  set(DifferenceFeature::kNearValues, of_pair(Feature::kNear) + of_pair(Feature::kDayOff));
  set(DifferenceFeature::kFarValues, of_pair(Feature::kFar) + of_pair(Feature::kFarDates));
  set(DifferenceFeature::kOneStory, a.story == b.story ? 1 : 0);
  set(DifferenceFeature::kHeadline, bundle.InHeadline(a) != bundle.InHeadline(b) ? 1 : 0);
  size_t supported = 0;
  for (const ClaimGroup& side : quantity.sides) supported += DocumentsOf(bundle, side) > 1 ? 1 : 0;
  set(DifferenceFeature::kBothSupported, supported > 1 ? 1 : 0);
  set(DifferenceFeature::kOneSource, best.relation.reason == "misreport" ? 1 : 0);
  set(DifferenceFeature::kScope, std::max(of_pair(Feature::kPortionOther), of_pair(Feature::kScopeOther)));
  set(DifferenceFeature::kOtherTime, std::max(of_pair(Feature::kTimeOther), of_pair(Feature::kEventOther)));
  // Two people's bail or sentence is two things.
  const bool two_people = a.owner_is_person && b.owner_is_person && a.owner != b.owner;
  set(DifferenceFeature::kNamesOther, of_pair(Feature::kNamesOther) + (two_people ? 2 : 0));
  set(DifferenceFeature::kHeadUnsure, a.type == ClaimType::kCount && (a.head == 0 || b.head == 0) ? 1 : 0);
  set(DifferenceFeature::kSlip, IsSlip(best.relation.reason) ? 1 : 0);
  set(DifferenceFeature::kSaidBefore, of_pair(Feature::kModalityOther));
  const auto days = DaysBetween(bundle, a, b);
  set(DifferenceFeature::kDaysApart, days && *days != 0 ? 1 : 0);
  set(DifferenceFeature::kRevised, best.relation.reason == "revised down" ? 1 : 0);
  const PairKind kind = PairKindOf(a.type);
  set(DifferenceFeature::kAges, kind == PairKind::kAges ? 1 : 0);
  set(DifferenceFeature::kAmounts, kind == PairKind::kAmounts ? 1 : 0);
  set(DifferenceFeature::kMoments, kind == PairKind::kMoments ? 1 : 0);
  return values;
}

double DifferenceScore(const CompareRules& rules, const DifferenceValues& values) {
  double score = 0;
  for (size_t f = 0; f < kDifferenceFeatures; ++f) score += rules.differences[f].weight * values[f];
  return score;
}

double ChanceOf(const CompareRules& rules, double score) {
  const std::vector<CalibrationPoint>& points = rules.calibration;
  if (points.empty()) return 0;
  if (score <= points.front().score) return points.front().chance;
  for (size_t i = 1; i < points.size(); ++i) {
    if (score > points[i].score) continue;
    const double width = points[i].score - points[i - 1].score;
    const double share = width <= 0 ? 1 : (score - points[i - 1].score) / width;
    return points[i - 1].chance + share * (points[i].chance - points[i - 1].chance);
  }
  return points.back().chance;
}

}  // namespace crosscheck
