// Figures and dates that were changed inside copied text: the surest difference there is, since the words around them are the
// same.
#ifndef CROSSCHECK_COMPARE_COPIED_CHANGES_H_
#define CROSSCHECK_COMPARE_COPIED_CHANGES_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "compare/claims.h"

namespace crosscheck {

// Pairs of claims (indices in the set, the smaller first; sorted, each once) that stand at one place of a passage which two
// stories share, with values that do not meet. Templates are left out: there other figures are the rule.
std::vector<std::pair<uint32_t, uint32_t>> FindCopiedChanges(const ClaimSet& set, const std::vector<Reuse>& reuse);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_COPIED_CHANGES_H_
