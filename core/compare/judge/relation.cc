#include "compare/judge/relation.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

constexpr double kDaysOfYear = 365.25;

bool IsMoment(ClaimType type) { return type == ClaimType::kDate || type == ClaimType::kTime; }

// Numbers that meet with a bound between them: "more than 200" beside 210 does not contradict; beside 900 nobody would say so.
PairRelation Bound(const ClaimValue& a, const ClaimValue& b) {
  constexpr double kFar = 0.34;
  if (a.bound && b.bound) {
    const bool one_way = std::isinf(a.low) == std::isinf(b.low);
    if (one_way && GapOf(a, b) > 0.1) return {Relation::kDiffer, "unlike bounds", true};
    return {Relation::kCompatible, "bound", false};
  }
  return GapOf(a, b) > kFar ? PairRelation{Relation::kDiffer, "far beyond the bound", true}
                          : PairRelation{Relation::kCompatible, "bound", false};
}

// The later claim holds more.
bool Grows(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  return (*pair.days > 0) == (MiddleOf(b.value) > MiddleOf(a.value));
}

PairRelation Meeting(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  if (pair.opposed) return {Relation::kDiffer, "up or down", true};
  if (a.value.key == b.value.key && pair.one_unit)
    return {Relation::kAgree, a.value.exact && b.value.exact ? "exact" : "equal", false};
  if (a.value.vague || b.value.vague) return {Relation::kCompatible, "vague", false};
  if (IsMoment(pair.type) && a.value.bound && b.value.bound && std::isinf(a.value.low) == std::isinf(b.value.low)) {
    // Since 2002, since 2003; "before Sunday" and "until Saturday" are one day. What is to be done by a day is often told loosely.
    constexpr double kOneDay = 1.5;
    const bool until = std::isinf(a.value.low);
    const double apart = std::abs(MiddleOf(a.value) - MiddleOf(b.value));
    return apart < kOneDay ? PairRelation{Relation::kCompatible, "bound", false} : PairRelation{Relation::kDiffer, "unlike bounds", until};
  }
  // "At least 12" of the first day is no word against the 31 of the third; "at least 12" of the third is one.
  if (pair.days && *pair.days != 0 && (pair.changing || (pair.growing && Grows(pair, a, b))) && GapOf(a.value, b.value) > 0.1)
    return {Relation::kSuperseded, "update", false};
  if (a.value.bound || b.value.bound)
    return IsMoment(pair.type) ? PairRelation{Relation::kCompatible, "bound", false} : Bound(a.value, b.value);
  if (IsMoment(pair.type)) return {Relation::kAgree, "grain", false};
  return {Relation::kAgree, pair.one_unit ? "rounded" : "converted", false};
}

// The finer number, cut at the last digit of the coarser, is the coarser: 28.1 and 28, 8.7 and 9.
bool RoundsTo(const ClaimValue& fine, const ClaimValue& coarse) {
  if (!fine.written || !coarse.written || fine.written->exponent() >= 0 || fine.written->exponent() >= coarse.written->exponent()) return false;
  const Decimal half(5, std::min(coarse.written->exponent(), 0) - 1);
  const auto off = Decimal::Subtract(*fine.written, *coarse.written);
  return off && !(half < *off) && !(*off < Decimal(-half.coefficient(), half.exponent()));
}

// By the digits that are written: a number of three digits or more is meant to 1 %, one of fewer that is rounded, hedged or told
// in a coarser unit to 10 %.
bool IsRounding(const PairFacts& pair, const ClaimValue& a, const ClaimValue& b) {
  constexpr double kFewDigits = 0.1;
  constexpr double kManyDigits = 0.01;
  const double gap = GapOf(a, b);
  if (a.hedged || b.hedged) return gap <= (std::min(a.digits, b.digits) >= 3 ? kManyDigits : kFewDigits);
  if (!a.exact || !b.exact) return false;
  if (!pair.one_unit) {
    // "Two decades" and 21 years; "a year" is said of 14 months.
    constexpr double kOneOfAUnit = 0.2;
    const bool one = a.written == Decimal(1) || b.written == Decimal(1);
    return pair.type == ClaimType::kDuration && std::min(a.digits, b.digits) == 1 && gap <= (one ? kOneOfAUnit : kFewDigits);
  }
  if (gap <= kFewDigits && (RoundsTo(a, b) || RoundsTo(b, a))) return true;
  if (std::max(a.digits, b.digits) < 3) return false;
  // 8,790 and 8,800: the coarser one is the finer one rounded.
  return a.digits != b.digits && std::min(a.digits, b.digits) >= 2 && std::min(MiddleOf(a), MiddleOf(b)) >= 100 && gap <= kManyDigits;
}

// Ages grow with the days between the articles.
PairRelation Ages(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  constexpr double kOtherPerson = 20;  // years: so far apart it is rather somebody else's
  const double grown = MiddleOf(b.value) - MiddleOf(a.value);
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

PairRelation Moments(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  if (pair.speaking) return {Relation::kCompatible, "days of speaking", false};
  const double gap = std::max(a.value.low - b.value.high, b.value.low - a.value.high);
  if (pair.type == ClaimType::kDate) {
    // "On Tuesday" in articles of two weeks.
    if (a.value.exact && b.value.exact && gap > 0 && std::fmod(gap, 7) == 0) return {Relation::kCompatible, "weeks apart", false};
    return {Relation::kDiffer, "date", gap <= 1 && !pair.one_source};
  }
  constexpr double kHour = 60;
  constexpr double kHalfDay = 12 * kHour;
  const double apart = std::abs(MiddleOf(a.value) - MiddleOf(b.value));
  if (std::abs(apart - kHalfDay) < 16) return {Relation::kDiffer, "a.m. or p.m.", true};
  const double over = std::fmod(apart + 1, kHour);
  return {Relation::kDiffer, over <= 2 && apart >= kHour ? "whole hours apart: two zones?" : "time", true};
}

}  // namespace

PairRelation Relate(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b) {
  if (pair.meet) return Meeting(pair, a, b);
  if (pair.copied) return {Relation::kDiffer, "changed in a copy", false};
  if (!pair.one_unit && pair.type == ClaimType::kMoney) return {Relation::kDiffer, "currency", false};
  if (!pair.one_unit && pair.type == ClaimType::kPercent)
    return {Relation::kDiffer, "percent or points", a.value.key != b.value.key};
  if (a.value.vague || b.value.vague) return {Relation::kCompatible, "vague", false};
  if (!IsMoment(pair.type) && pair.type != ClaimType::kAge && IsRounding(pair, a.value, b.value))
    return {Relation::kCompatible, "rounded", false};
  if (pair.type == ClaimType::kAge) return Ages(pair, a, b);
  if (a.including != b.including) return {Relation::kCompatible, "scope", false};
  const bool later = pair.days && *pair.days != 0 && !pair.one_story && !IsMoment(pair.type);
  const bool swapped = SwappedDigits(a.value, b.value) == 1;
  if (later && pair.growing && !swapped && Grows(pair, a, b)) return {Relation::kSuperseded, "update", false};
  // A headline tells what is planned as if it were done.
  const bool own_headline = pair.one_story && a.headline != b.headline;
  if (a.to_come != b.to_come && !own_headline) return {Relation::kCompatible, "said before", false};
  if (a.former != b.former) return {Relation::kSuperseded, "update", false};
  if (IsMoment(pair.type)) return Moments(pair, a, b);
  if (later && pair.changing) return {Relation::kSuperseded, "update", false};
  if (pair.type == ClaimType::kMeasure && !pair.one_unit && a.value.key == b.value.key) return {Relation::kDiffer, "unit", false};
  if (IsScaleSlip(a.value, b.value)) return {Relation::kDiffer, "scale", false};
  if (swapped) return {Relation::kDiffer, "digits swapped", false};
  // Counts and sums of what goes on are told higher from day to day; what is over and done is not.
  const bool running = pair.type == ClaimType::kCount || pair.type == ClaimType::kMoney;
  if (later && running && !pair.past && Grows(pair, a, b)) return {Relation::kSuperseded, "update", false};
  if (later && pair.growing) return {Relation::kDiffer, "revised down", GapOf(a.value, b.value) < 0.1};
  const bool minor = (!a.value.exact || !b.value.exact) && GapOf(a.value, b.value) <= 0.1;
  return {Relation::kDiffer, pair.one_source ? "misreport" : "source", minor};
}

}  // namespace crosscheck
