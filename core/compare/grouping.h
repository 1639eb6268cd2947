// Groups of claims on one quantity: average link on the pair score under the rules that keep claims apart.
#ifndef CROSSCHECK_COMPARE_GROUPING_H_
#define CROSSCHECK_COMPARE_GROUPING_H_

#include <cstdint>
#include <vector>

#include "compare/pairing.h"

namespace crosscheck {

using ClaimGroup = std::vector<uint32_t>;  // indices of claims, ascending

// Every claim is in exactly one group; groups come in order of their first claim. Blocks of up to a few hundred claims of one
// type and unit are joined by average link, exactly; larger ones claim by claim, against a bounded number of groups that share a
// key with it (value, person, event and thing, sentence), so that the work stays near-linear. The same for any number of threads.
std::vector<ClaimGroup> GroupClaims(const Pairing& pairing, int threads);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_GROUPING_H_
