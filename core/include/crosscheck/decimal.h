// An exact decimal number: a 128-bit coefficient times a power of ten. Never rounded; what does not fit is refused.
#ifndef CROSSCHECK_DECIMAL_H_
#define CROSSCHECK_DECIMAL_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

class Decimal {
 public:
  __extension__ typedef __int128 Coefficient;

  constexpr Decimal() = default;
  Decimal(int64_t value) : Decimal(value, 0) {}  // NOLINT: a whole number is a decimal
  // coefficient * 10^exponent. Kept with trailing zeros of the coefficient stripped, so equal values are equal structs.
  Decimal(Coefficient coefficient, int exponent);

  // "-?digits(.digits)?" without separators; nothing for other text or more than 36 digits.
  static std::optional<Decimal> Parse(std::string_view text);
  // The shortest plain notation: "7000", "0.5", "-3.25". Parse(ToString()) gives the value back.
  std::string ToString() const;
  // For scores and look-ups only; may round.
  double ToDouble() const;

  bool IsZero() const { return coefficient_ == 0; }
  bool IsNegative() const { return coefficient_ < 0; }
  bool IsInteger() const { return exponent_ >= 0; }
  Coefficient coefficient() const { return coefficient_; }
  int exponent() const { return exponent_; }

  // Exact; nothing where the result does not fit.
  static std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);
  // Exact where the quotient is a finite decimal of at most `digits` decimals, else cut there.
  static std::optional<Decimal> Divide(const Decimal& a, const Decimal& b, int digits);

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  Coefficient coefficient_ = 0;
  int32_t exponent_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_DECIMAL_H_
