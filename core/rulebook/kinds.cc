#include "rulebook/kinds.h"

#include "rulebook/words.h"

namespace crosscheck {

const std::vector<RuleKind>& RuleKinds() {
  static const auto& kinds = *new std::vector<RuleKind>{
      {"words", "lists of words with a role (determiners, titles, months, demonyms ...)", LoadWords},
  };
  return kinds;
}

}  // namespace crosscheck
