// Numbers written in digits: separators of thousands, decimal points, and the fractions that Unicode has as one character.
#ifndef CROSSCHECK_EXTRACT_FIGURES_DIGITS_H_
#define CROSSCHECK_EXTRACT_FIGURES_DIGITS_H_

#include <optional>
#include <string>
#include <string_view>

#include "crosscheck/decimal.h"

namespace crosscheck {

// The value of digits with separators ("2,795", "1.5", "12,34,567.89", "1.111,25"); nothing for other forms.
std::optional<Decimal> ReadDigits(std::string_view digits);
// The same number in ASCII digits, without invisible characters; empty where it is in them already.
std::string AsciiDigits(std::string_view text);
// The value of "½" and the like, with so many digits where it has no finite decimal; nothing for other text.
std::optional<Decimal> VulgarFraction(std::string_view text, int digits);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_DIGITS_H_
