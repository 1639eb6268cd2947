// Forms of English verbs and nouns: the regular ones by spelling rules, the irregular ones from a table that rules fill.
#ifndef CROSSCHECK_TEXT_INFLECT_H_
#define CROSSCHECK_TEXT_INFLECT_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"

namespace crosscheck {

struct VerbForms {
  std::string base;                     // "deny"
  std::string third;                    // "denies"
  std::string ing;                      // "denying"
  std::vector<std::string> past;        // "denied"; several where usage differs ("pleaded", "pled")
  std::vector<std::string> participle;  // "denied"
};

// "write" -> "wrote written"; one word where past and participle are the same; "/" between forms that stand side by side.
using IrregularVerbs = StringMap<std::string>;

VerbForms InflectVerb(std::string_view base, const IrregularVerbs& irregular);
// "allegation" -> "allegations", "reply" -> "replies".
std::string PluralOf(std::string_view noun);

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_INFLECT_H_
