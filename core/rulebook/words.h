// Rules of the kind "words": closed classes and word lists, each with a role.
#ifndef CROSSCHECK_RULEBOOK_WORDS_H_
#define CROSSCHECK_RULEBOOK_WORDS_H_

#include <vector>

#include "absl/status/status.h"
#include "rulebook/tables.h"

namespace crosscheck {

// Fields: "role" (see RoleByName) or "roles" (several), "words" (single tokens, any case).
absl::Status LoadWords(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_WORDS_H_
