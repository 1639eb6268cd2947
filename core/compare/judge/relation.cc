#include "compare/judge/relation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace crosscheck {
namespace {

constexpr double kDaysOfYear = 365.25;

double Middle(const ClaimValue& value) {
  // "Nearly 200" speaks of 200, not of the middle of what it leaves open.
  if (value.hedged && value.written && value.interval.high == value.written) return value.high;
  if (std::isinf(value.low)) return value.high;
  if (std::isinf(value.high)) return value.low;
  return (value.low + value.high) / 2;
}

// How far apart both are, as a share of the larger.
double Gap(const ClaimValue& a, const ClaimValue& b) {
  const double x = std::abs(Middle(a));
  const double y = std::abs(Middle(b));
  const double larger = std::max(x, y);
  return larger == 0 ? 0 : std::abs(Middle(a) - Middle(b)) / larger;
}

bool IsMoment(ClaimType type) { return type == ClaimType::kDate || type == ClaimType::kTime; }

// Numbers that meet with a bound between them: "more than 200" beside 210 does not contradict; beside 900 nobody would say so.
PairRelation Bound(const ClaimValue& a, const ClaimValue& b) {
  constexpr double kFar = 0.34;
  if (a.bound && b.bound) {
    const bool one_way = std::isinf(a.low) == std::isinf(b.low);
    if (one_way && Gap(a, b) > 0.05) return {Relation::kDiffer, "unlike bounds", true};
    return {Relation::kCompatible, "bound", false};
  }
  return Gap(a, b) > kFar ? PairRelation{Relation::kDiffer, "far beyond the bound", true}
                          : PairRelation{Relation::kCompatible, "bound", false};
}

// The later claim holds more.
bool Grows(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  return (*pair.days > 0) == (Middle(b.value) > Middle(a.value));
}

PairRelation Meeting(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  if (pair.opposed) return {Relation::kDiffer, "up or down", false};
  if (a.value.key == b.value.key && pair.one_unit)
    return {Relation::kAgree, a.value.exact && b.value.exact ? "exact" : "equal", false};
  if (a.value.vague || b.value.vague) return {Relation::kCompatible, "vague", false};
  if (IsMoment(pair.type) && a.value.bound && b.value.bound && std::isinf(a.value.low) == std::isinf(b.value.low))
    return {Relation::kDiffer, "unlike bounds", false};  // since 2002, since 2003
  // "At least 12" of the first day is no word against the 31 of the third; "at least 12" of the third is one.
  if (pair.days && *pair.days != 0 && (pair.changing || (pair.growing && Grows(pair, a, b))) && Gap(a.value, b.value) > 0.1)
    return {Relation::kSuperseded, "update", false};
  if (a.value.bound || b.value.bound)
    return IsMoment(pair.type) ? PairRelation{Relation::kCompatible, "bound", false} : Bound(a.value, b.value);
  if (IsMoment(pair.type)) return {Relation::kAgree, "grain", false};
  return {Relation::kAgree, pair.one_unit ? "rounded" : "converted", false};
}

// By the digits that are written: a number of three digits or more is meant to 1 %, one of fewer that is rounded or hedged to
// 10 %.
bool IsRounding(const ClaimValue& a, const ClaimValue& b) {
  if (!a.hedged && !b.hedged && a.exact && b.exact && std::max(a.digits, b.digits) >= 3) {
    // 8,790 and 8,800: the coarser one is the finer one rounded.
    return a.digits != b.digits && std::min(a.digits, b.digits) >= 2 && std::min(Middle(a), Middle(b)) >= 100 && Gap(a, b) <= 0.01;
  }
  if (!a.hedged && !b.hedged) return false;
  return Gap(a, b) <= (std::min(a.digits, b.digits) >= 3 ? 0.01 : 0.1);
}

// Ages grow with the days between the articles.
PairRelation Ages(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  constexpr double kOtherPerson = 20;  // years: so far apart it is rather somebody else's
  const double grown = Middle(b.value) - Middle(a.value);
  if (std::abs(grown) > kOtherPerson && SwappedDigits(a.value, b.value) == 0) return {Relation::kDiffer, "age", true};
  if (!pair.days) {
    return std::abs(grown) <= 2 && !pair.ends_with_death ? PairRelation{Relation::kCompatible, "days not known", false}
                                                        : PairRelation{Relation::kDiffer, "age", false};
  }
  const double years = *pair.days / kDaysOfYear;
  const bool same_way = grown * years > 0;
  const bool fits = std::abs(grown) >= std::floor(std::abs(years)) && std::abs(grown) <= std::ceil(std::abs(years));
  if (!pair.ends_with_death && same_way && fits && std::abs(*pair.days) > 14) return {Relation::kCompatible, "aged", false};
  return {Relation::kDiffer, "age", false};
}

// A scale slip: million for billion, a digit too many. Middles of converted and of rounded numbers lie a little aside.
bool IsScaleSlip(const ClaimValue& a, const ClaimValue& b) {
  const double x = std::abs(Middle(a));
  const double y = std::abs(Middle(b));
  if (x == 0 || y == 0) return false;
  const double ratio = std::max(x, y) / std::min(x, y);
  constexpr double kAside = 1e-3;
  constexpr std::array kSlips = {10.0, 100.0, 1000.0, 1e6};
  return std::min(a.digits, b.digits) >= 2 &&
         std::any_of(kSlips.begin(), kSlips.end(), [&](double slip) { return std::abs(ratio / slip - 1) < kAside; });
}

PairRelation Moments(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  if (pair.speaking) return {Relation::kCompatible, "days of speaking", false};
  const double gap = std::max(a.value.low - b.value.high, b.value.low - a.value.high);
  if (pair.type == ClaimType::kDate) {
    // "On Tuesday" in articles of two weeks.
    if (a.value.exact && b.value.exact && gap > 0 && std::fmod(gap, 7) == 0) return {Relation::kCompatible, "weeks apart", false};
    return {Relation::kDiffer, "date", gap <= 1 && !pair.one_source};
  }
  constexpr double kHalfDay = 12 * 60;
  if (std::abs(gap - kHalfDay) < 16) return {Relation::kDiffer, "a.m. or p.m.", true};
  const double hour = 60;
  const double over = std::fmod(gap + 15, hour);
  return {Relation::kDiffer, over <= 1 && gap >= hour ? "whole hours apart: two zones?" : "time", true};
}

}  // namespace

PairRelation Relate(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  if (pair.meet) return Meeting(pair, a, b);
  if (pair.copied) return {Relation::kDiffer, "changed in a copy", false};
  if (!pair.one_unit && pair.type == ClaimType::kMoney) return {Relation::kDiffer, "currency", false};
  if (!pair.one_unit && pair.type == ClaimType::kPercent)
    return {Relation::kDiffer, "percent or points", a.value.key != b.value.key};
  if (a.value.vague || b.value.vague) return {Relation::kCompatible, "vague", false};
  if (!IsMoment(pair.type) && pair.type != ClaimType::kAge && IsRounding(a.value, b.value))
    return {Relation::kCompatible, "rounded", false};
  if (pair.type == ClaimType::kAge) return Ages(pair, a, b);
  if (a.including != b.including) return {Relation::kCompatible, "scope", false};
  // A headline tells what is planned as if it were done.
  const bool own_headline = pair.one_story && a.headline != b.headline;
  if (a.to_come != b.to_come && !own_headline) return {Relation::kCompatible, "said before", false};
  if (a.former != b.former) return {Relation::kSuperseded, "update", false};
  if (IsMoment(pair.type)) return Moments(pair, a, b);
  if (pair.days && *pair.days != 0 && !pair.one_story) {
    if (pair.growing && Grows(pair, a, b)) return {Relation::kSuperseded, "update", false};
    if (pair.changing) return {Relation::kSuperseded, "update", false};
    if (pair.growing) return {Relation::kDiffer, "revised down", Gap(a.value, b.value) < 0.1};
  }
  if (IsScaleSlip(a.value, b.value)) return {Relation::kDiffer, "scale", false};
  if (SwappedDigits(a.value, b.value) == 1) return {Relation::kDiffer, "digits swapped", false};
  const bool minor = (!a.value.exact || !b.value.exact) && Gap(a.value, b.value) <= 0.1;
  return {Relation::kDiffer, pair.one_source ? "misreport" : "source", minor};
}

}  // namespace crosscheck
