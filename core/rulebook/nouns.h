// Rules of the kind "nouns": plurals that do not follow the spelling rules ("men", "lives").
#ifndef CROSSCHECK_RULEBOOK_NOUNS_H_
#define CROSSCHECK_RULEBOOK_NOUNS_H_

#include <vector>

#include "absl/status/status.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// Field: "words" (object: plural -> singular; the word itself where it has no other form). They stand in the table of base forms
// beside the verbs' (VerbTable::base); a word that is a verb's form as well stays the verb's.
absl::Status LoadNouns(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_NOUNS_H_
