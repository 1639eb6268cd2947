#include "crosscheck/decimal.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

using Coefficient = Decimal::Coefficient;
constexpr int kMaxDigits = 36;  // 10^36 fits a signed 128-bit integer 170 times

constexpr Coefficient kLimit = [] {
  Coefficient limit = 1;
  for (int i = 0; i < kMaxDigits; ++i) limit *= 10;
  return limit;
}();

bool Fits(Coefficient c) { return c < kLimit && c > -kLimit; }

// Moves trailing zeros from the coefficient to the exponent.
template <class Whole>
Whole Strip(Whole c, int32_t* exponent) {
  for (; c % 10 == 0; ++*exponent) c /= 10;
  return c;
}

// c * 10^power, or nothing.
std::optional<Coefficient> Scale(Coefficient c, int power) {
  for (; power > 0 && c != 0; --power) {
    c *= 10;
    if (!Fits(c)) return std::nullopt;
  }
  return c;
}

}  // namespace

Decimal::Decimal(Coefficient coefficient, int exponent) : coefficient_(coefficient), exponent_(exponent) {
  if (coefficient_ == 0) {
    exponent_ = 0;
    return;
  }
  // Nearly all fit a machine word, where division is quick.
  const auto word = static_cast<int64_t>(coefficient_);
  coefficient_ = word == coefficient_ ? Strip(word, &exponent_) : Strip(coefficient_, &exponent_);
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.front() == '.' || text.back() == '.') return std::nullopt;
  Coefficient c = 0;
  int exponent = 0;
  bool point = false;
  for (const char digit : text) {
    if (digit == '.' && !point) {
      point = true;
      continue;
    }
    if (digit < '0' || digit > '9') return std::nullopt;
    c = c * 10 + (digit - '0');
    if (!Fits(c)) return std::nullopt;
    if (point) --exponent;
  }
  return Decimal(negative ? -c : c, exponent);
}

std::string Decimal::ToString() const {
  if (coefficient_ == 0) return "0";
  std::string digits;
  for (Coefficient c = coefficient_ < 0 ? -coefficient_ : coefficient_; c > 0; c /= 10) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(c % 10)));
  }
  std::reverse(digits.begin(), digits.end());
  if (exponent_ > 0) digits.append(static_cast<size_t>(exponent_), '0');
  if (exponent_ < 0) {
    const auto decimals = static_cast<size_t>(-exponent_);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  return coefficient_ < 0 ? "-" + digits : digits;
}

double Decimal::ToDouble() const { return static_cast<double>(coefficient_) * std::pow(10.0, exponent_); }

std::optional<Decimal> Decimal::Add(const Decimal& a, const Decimal& b) {
  const int exponent = std::min(a.exponent_, b.exponent_);
  const auto x = Scale(a.coefficient_, a.exponent_ - exponent);
  const auto y = Scale(b.coefficient_, b.exponent_ - exponent);
  if (!x || !y || !Fits(*x + *y)) return std::nullopt;
  return Decimal(*x + *y, exponent);
}

std::optional<Decimal> Decimal::Subtract(const Decimal& a, const Decimal& b) {
  return Add(a, Decimal(-b.coefficient_, b.exponent_));
}

std::optional<Decimal> Decimal::Multiply(const Decimal& a, const Decimal& b) {
  Coefficient product = 0;
  if (__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product) || !Fits(product)) return std::nullopt;
  return Decimal(product, a.exponent_ + b.exponent_);
}

std::optional<Decimal> Decimal::Divide(const Decimal& a, const Decimal& b, int digits) {
  if (b.IsZero()) return std::nullopt;
  const int shift = digits + a.exponent_ - b.exponent_;
  if (shift >= 0) {
    const auto numerator = Scale(a.coefficient_, shift);
    if (!numerator) return std::nullopt;
    return Decimal(*numerator / b.coefficient_, -digits);
  }
  const auto denominator = Scale(b.coefficient_, -shift);
  if (!denominator) return Decimal();
  return Decimal(a.coefficient_ / *denominator, -digits);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.IsNegative() != b.IsNegative()) return a.IsNegative() ? std::strong_ordering::less : std::strong_ordering::greater;
  if (a.exponent_ == b.exponent_ && a.coefficient_ == b.coefficient_) return std::strong_ordering::equal;
  const int exponent = std::min(a.exponent_, b.exponent_);
  const auto x = Scale(a.coefficient_, a.exponent_ - exponent);
  const auto y = Scale(b.coefficient_, b.exponent_ - exponent);
  const auto compare = [](Coefficient p, Coefficient q) {
    return p < q ? std::strong_ordering::less : p > q ? std::strong_ordering::greater : std::strong_ordering::equal;
  };
  if (x && y) return compare(*x, *y);
  // One of them is too large for the common scale, so it is the larger by size.
  const bool a_larger = !x;
  return a_larger != a.IsNegative() ? std::strong_ordering::greater : std::strong_ordering::less;
}

}  // namespace crosscheck
