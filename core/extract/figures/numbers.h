// The grammar of numbers: digits with separators, spelled-out numbers, multipliers, fractions, ordinals and vague magnitudes,
// read from the tokens at one place. Values are exact decimals; a fraction without a finite decimal is cut after 30 digits.
#ifndef CROSSCHECK_EXTRACT_FIGURES_NUMBERS_H_
#define CROSSCHECK_EXTRACT_FIGURES_NUMBERS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/text_view.h"

namespace crosscheck {

struct NumberPhrase {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  Span span;    // without letters glued on that are no part of the number
  Decimal low;  // both equal, but for vague magnitudes
  Decimal high;
  bool vague = false;  // "hundreds", "several thousand"
  bool about = false;  // "a couple of hundred": one value, but not meant exactly
  bool ordinal = false;
  bool spelled = false;     // no digit in it
  bool fraction = false;    // "half", "two-thirds", "1/4"
  bool scaled = false;      // has a hundred, thousand, million ... or dozen
  bool grouped = false;     // digits with separators
  bool decimal = false;     // digits with a point
  std::string_view suffix;  // letters glued on behind: "km" of "20km"
};

// The number that starts at token `at` and ends before token `limit`; nothing where none starts. `money`: a sign of money stands
// before it, so that "8m" is eight million.
std::optional<NumberPhrase> ReadNumber(const TextView& view, uint32_t at, uint32_t limit, bool money);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_NUMBERS_H_
