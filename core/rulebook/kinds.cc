#include "rulebook/kinds.h"

#include "rulebook/names.h"
#include "rulebook/words.h"

namespace crosscheck {

const std::vector<RuleKind>& RuleKinds() {
  static const auto& kinds = *new std::vector<RuleKind>{
      {"words", "lists of words with a role (determiners, titles, months, demonyms ...)", LoadWords},
      {"names", "known names, and the evidence that tells people, bodies and places", LoadNames},
  };
  return kinds;
}

}  // namespace crosscheck
