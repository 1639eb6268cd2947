#include "base/interval.h"

namespace crosscheck {
namespace {

// a ends before b begins.
bool Before(const Interval& a, const Interval& b) {
  if (!a.high || !b.low) return false;
  if (*a.high == *b.low) return a.high_open || b.low_open;
  return *a.high < *b.low;
}

}  // namespace

bool Disjoint(const Interval& a, const Interval& b) { return Before(a, b) || Before(b, a); }

Interval Widen(const Interval& interval, const Decimal& by) {
  if (by.IsZero()) return interval;
  Interval wide = interval;
  if (wide.low) {
    if (const auto low = Decimal::Subtract(*wide.low, by)) wide.low = low;
  }
  if (wide.high) {
    if (const auto high = Decimal::Add(*wide.high, by)) wide.high = high;
  }
  return wide;
}

std::optional<Interval> Scale(const Interval& interval, const Decimal& factor) {
  Interval scaled = interval;
  if (interval.low) {
    scaled.low = Decimal::Multiply(*interval.low, factor);
    if (!scaled.low) return std::nullopt;
  }
  if (interval.high) {
    scaled.high = Decimal::Multiply(*interval.high, factor);
    if (!scaled.high) return std::nullopt;
  }
  return scaled;
}

std::optional<Interval> Sum(const Interval& a, const Interval& b) {
  Interval sum{std::nullopt, std::nullopt, a.low_open || b.low_open, a.high_open || b.high_open};
  if (a.low && b.low) {
    sum.low = Decimal::Add(*a.low, *b.low);
    if (!sum.low) return std::nullopt;
  }
  if (a.high && b.high) {
    sum.high = Decimal::Add(*a.high, *b.high);
    if (!sum.high) return std::nullopt;
  }
  return sum;
}

}  // namespace crosscheck
