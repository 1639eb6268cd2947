#include "compare/relation.h"

#include <algorithm>
#include <cmath>

#include "compare/live_page.h"
#include "compare/pairing.h"

namespace crosscheck {
namespace {

constexpr double kRoundedCeiling = 1.05;  // ceilings nearer than this are one, rounded
constexpr double kFarCeiling = 4;         // ... and farther apart than this of two things

bool IsDay(const QuantityClaim& c) { return c.type == ClaimType::kDate || c.type == ClaimType::kTime; }

PairRelation Meeting(const QuantityClaim& a, const QuantityClaim& b) {
  if (EqualValues(a, b)) return {Relation::kAgree, a.value.exact && b.value.exact ? "exact" : "equal"};
  if (a.value.vague || b.value.vague) return {Relation::kCompatible, "vague"};
  if (a.value.bound || b.value.bound) return {Relation::kCompatible, "bound"};
  if (a.unit_key != b.unit_key) return {Relation::kAgree, "converted"};
  return {Relation::kAgree, a.type == ClaimType::kDate ? "grain" : "rounded"};
}

// An age that has grown by the years between the articles. Age at death does not grow.
bool Aged(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b) {
  if (a.type != ClaimType::kAge || !a.value.exact || !b.value.exact) return false;
  const auto& events = set.compare().events;
  const auto dead = [&](const QuantityClaim& c) { return events[c.event()].name == "death"; };
  if (dead(a) && dead(b)) return false;
  const auto days = DaysBetween(set, a, b);
  if (!days) return false;
  const double grown = (b.value.low - a.value.low) * (*days < 0 ? -1 : 1);
  const double years = std::abs(*days) / 365.25;
  return grown > 0 && grown <= std::ceil(years) && grown >= std::floor(years) && std::abs(*days) > 14;
}

bool Growing(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b) {
  if (a.type != ClaimType::kCount && a.type != ClaimType::kMeasure && a.type != ClaimType::kPercent) return false;
  const auto& events = set.compare().events;
  return a.event() == b.event() && events[a.event()].growing;
}

bool SaidBefore(const QuantityClaim& a, const QuantityClaim& b) {
  const auto before = [](const QuantityClaim& c) { return c.Has(Mark::kPlan) || c.Has(Mark::kDemand); };
  return before(a) != before(b);
}

bool Minor(const QuantityClaim& a, const QuantityClaim& b) {
  if (a.type == ClaimType::kDate) return std::max(a.value.low - b.value.high, b.value.low - a.value.high) <= 1;
  if (a.value.exact && b.value.exact) return false;
  const double x = (a.value.low + a.value.high) / 2;
  const double y = (b.value.low + b.value.high) / 2;
  return std::isfinite(x) && std::isfinite(y) && std::abs(x - y) <= 0.1 * std::max(std::abs(x), std::abs(y));
}

// "Almost a dozen" of 11: a hedged small number is meant to one or so.
bool NearlyEqual(const QuantityClaim& a, const QuantityClaim& b) {
  constexpr double kSmall = 24;
  if (a.type != ClaimType::kCount || (!a.value.hedged && !b.value.hedged) || a.value.bound || b.value.bound) return false;
  const double gap = std::max(a.value.low - b.value.high, b.value.low - a.value.high);
  return gap <= 1 && std::max(a.value.high, b.value.high) <= kSmall;
}

}  // namespace

std::optional<int> DaysBetween(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b) {
  const auto& x = set.StoryOf(a).published;
  const auto& y = set.StoryOf(b).published;
  if (!x || !y || !x->from || !y->from) return std::nullopt;
  return static_cast<int>((*y->from - *x->from).count());
}

bool UnequalCeilings(const QuantityClaim& a, const QuantityClaim& b) {
  const auto is_ceiling = [](const QuantityClaim& c) {
    return c.value.interval.high && (!c.value.interval.low || c.value.interval.low->IsZero()) && c.value.high > 0;
  };
  if (!is_ceiling(a) || !is_ceiling(b) || a.unit_key != b.unit_key || IsDay(a) || a.type == ClaimType::kAge) return false;
  const double low = std::min(a.value.high, b.value.high);
  const double high = std::max(a.value.high, b.value.high);
  return high > kRoundedCeiling * low && high < kFarCeiling * low;
}

bool ValuesFit(const QuantityClaim& a, const QuantityClaim& b) { return ValuesMeet(a, b) && !UnequalCeilings(a, b); }

PairRelation Relate(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b) {
  if (UnequalCeilings(a, b) && !SaidBefore(a, b)) return {Relation::kDiffer, "bound", true};
  if (ValuesMeet(a, b)) return Meeting(a, b);
  if (NearlyEqual(a, b)) return {Relation::kCompatible, "rounded"};
  const bool minor = Minor(a, b);
  if (Aged(set, a, b)) return {Relation::kCompatible, "aged"};
  if (a.Has(Mark::kIncluding) != b.Has(Mark::kIncluding)) return {Relation::kCompatible, "scope"};
  if (AreEntriesOfOnePage(set, a, b)) return {Relation::kSuperseded, "update"};
  // A headline tells what is planned as if it were done.
  const bool own_headline = a.story == b.story && a.InHeadline() != b.InHeadline();
  if (SaidBefore(a, b) && !own_headline && a.type != ClaimType::kAge) return {Relation::kCompatible, "said before"};
  if (a.Has(Mark::kFormer) != b.Has(Mark::kFormer)) return {Relation::kSuperseded, "update"};
  if (Growing(set, a, b)) {
    const auto days = DaysBetween(set, a, b);
    if (days && *days != 0) {
      const bool grows = (*days > 0) == (a.value.high < b.value.low);
      if (grows) return {Relation::kSuperseded, "update"};
      return {Relation::kDiffer, "revised down", minor};
    }
  }
  const auto& events = set.compare().events;
  if (events[a.event()].shrinking && a.event() == b.event()) {
    const auto days = DaysBetween(set, a, b);
    if (days && *days != 0) return {Relation::kSuperseded, "update"};
  }
  const bool one_source = !a.source.empty() && a.source == b.source && a.document != b.document;
  if (a.type == ClaimType::kDate) return {Relation::kDiffer, "date", minor};
  if (a.type == ClaimType::kTime) return {Relation::kDiffer, "time", true};
  return {Relation::kDiffer, one_source ? "misreport" : "source", minor};
}

}  // namespace crosscheck
