// Units of measure and currencies: names, symbols, dimensions and exact factors. Filled from rules/common/units.json,
// rules/common/currencies.json and the words of rules/<lang>/unit-words.json.
#ifndef CROSSCHECK_RULEBOOK_UNITS_H_
#define CROSSCHECK_RULEBOOK_UNITS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "base/strings.h"
#include "crosscheck/decimal.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// value in base units = value * factor_numerator / factor_denominator + offset_numerator / offset_denominator.
struct Unit {
  std::string name;       // "kilometre", "%", "USD"
  std::string dimension;  // "length", "percent"; of a currency its code
  Decimal factor_numerator = 1;
  Decimal factor_denominator = 1;
  Decimal offset_numerator = 0;
  Decimal offset_denominator = 1;
  bool currency = false;
};

// One way to write a unit: its tokens, lower-cased for words, as they are for symbols.
struct UnitForm {
  std::vector<std::string> tokens = {};
  uint32_t unit = 0;
  bool symbol = false;     // case counts
  bool hundredth = false;  // cents, pence: the value is divided by 100
  bool open = false;       // several countries use it for their own money
  bool ambiguous = false;  // an everyday word too: a unit only after a large number
  bool plural = false;
  bool glued = false;        // counts only where it is written on to the number: "R500", "85p"
  bool plural_only = false;  // no unit in the singular: "the 3 million mark"
};

struct UnitTable {
  std::vector<Unit> units;
  StringMap<uint32_t> by_name;               // also by ISO code
  StringMap<std::vector<UnitForm>> words;    // by first token, longest first
  StringMap<std::vector<UnitForm>> symbols;  // by first token, longest first

  StringMap<uint32_t> before;  // words before the number: "magnitude 5"

  const Unit* Find(std::string_view name) const;
};

// The value in base units of the unit's dimension; nothing for an unknown unit or a result that is no finite decimal.
std::optional<Decimal> ConvertToBase(const UnitTable& units, std::string_view unit, const Decimal& value);
// Both units measure the same thing, so that ConvertToBase makes their values comparable; every currency stands alone.
bool SameDimension(const UnitTable& units, std::string_view a, std::string_view b);
// "length", "percent" ...; empty for an unknown unit.
std::string_view DimensionOf(const UnitTable& units, std::string_view unit);

// Loaders of the kinds "units", "currencies" and "unit-words" (after the other two).
absl::Status LoadUnits(const std::vector<const Rule*>& rules, RuleTables* tables);
absl::Status LoadCurrencies(const std::vector<const Rule*>& rules, RuleTables* tables);
absl::Status LoadUnitWords(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_UNITS_H_
