// Gates before a difference is shown: what tells that two unlike values are two things after all.
#ifndef CROSSCHECK_COMPARE_GATES_H_
#define CROSSCHECK_COMPARE_GATES_H_

#include <vector>

#include "compare/pairing.h"

namespace crosscheck {

// The first gate that forbids to flag claims a and b (indices in the set) as differing; kNone: all are open.
Gate ClosedGate(const Pairing& pairing, uint32_t a, uint32_t b, const PairScore& score);
// All of them, for the answer why two figures were kept apart.
std::vector<Gate> ClosedGates(const Pairing& pairing, uint32_t a, uint32_t b, const PairScore& score);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_GATES_H_
