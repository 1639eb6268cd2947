#include "compare/content_words.h"

#include "text/lexicon.h"
#include "text/stem.h"

namespace crosscheck {

std::string ContentStem(const std::string& lower, const RuleTables& rules) {
  constexpr RoleSet kSmall = Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kPreposition, Role::kCoordinator,
                                   Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kAdverb, Role::kRelative, Role::kNegation,
                                   Role::kMonth, Role::kWeekday, Role::kNumberWord});
  if (lower.size() < 3 || (rules.lexicon.roles(rules.lexicon.Find(lower)) & kSmall) != 0) return "";
  std::string stem = Stem(lower);
  const auto synonym = rules.synonyms.find(stem);
  return synonym == rules.synonyms.end() ? stem : synonym->second;
}

}  // namespace crosscheck
