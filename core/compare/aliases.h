// Names that stand for one actor in politics: a country, its capital, its seat of government, its people.
#ifndef CROSSCHECK_COMPARE_ALIASES_H_
#define CROSSCHECK_COMPARE_ALIASES_H_

#include <string>
#include <string_view>

#include "base/strings.h"
#include "rulebook/tables.h"

namespace crosscheck {

class Aliases {
 public:
  explicit Aliases(const RuleTables& rules);
  // The country's name for its capital, seat or people; other names as they are.
  std::string Canonical(std::string_view name) const;

 private:
  StringMap<std::string> country_of_;  // lower case
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ALIASES_H_
