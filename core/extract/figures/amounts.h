// Amounts: a number with its unit or currency, and what it is counted per.
#ifndef CROSSCHECK_EXTRACT_FIGURES_AMOUNTS_H_
#define CROSSCHECK_EXTRACT_FIGURES_AMOUNTS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "extract/figures/numbers.h"
#include "extract/text_view.h"

namespace crosscheck {

struct Amount {
  NumberPhrase number;
  const Unit* unit = nullptr;  // null: a plain number
  uint32_t first = 0;          // tokens [first, last) with the unit, without "a share"
  uint32_t last = 0;
  uint32_t end = 0;  // token after "a share", or `last`
  Span span;
  Decimal low;  // in `unit`: cents are hundredths of it
  Decimal high;
  bool unit_assumed = false;  // the sign or word is of several countries' money
  bool prefix = false;        // the currency stands before the number
  bool hyphen = false;        // "six-month"
  bool hundredth = false;     // written in cents
  bool feet_mark = false;     // "5'"
  uint32_t again_first = 0;   // tokens [again_first, again_last): the number once more in brackets, "fourteen (14)"
  uint32_t again_last = 0;
  std::string per;
};

// The amount whose number starts at token `at`; a sign of money before it is taken in. Tokens from `floor` on are free for that,
// and nothing at or after `limit` is read. Nothing where no number starts or its letters are no unit ("5G").
// `money`: it is of money by what stands before ("£3m-4m").
std::optional<Amount> ReadAmount(const TextView& view, uint32_t at, uint32_t floor, uint32_t limit, bool money = false);

// "a mile and a half", with `half` at the fraction; nothing where no unit stands before it.
std::optional<Amount> ReadUnitAndPart(const TextView& view, uint32_t half, uint32_t floor, uint32_t limit);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_AMOUNTS_H_
