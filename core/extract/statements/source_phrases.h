// The name that a source phrase tells itself: its head, an office before it, or an apposition inside or right behind it.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_SOURCE_PHRASES_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_SOURCE_PHRASES_H_

#include <vector>

#include "extract/who/referents.h"

namespace crosscheck {

// The name, or kNone: "Deputy Minister Roe", "Roe's mother, Ada Marlow", "The driver" before ", Milan Roe,"; not "Roe's lawyer"
// nor "officials in Oslo".
uint32_t NameInPhrase(const Referents& referents, TokenRange phrase);

// "Norway, Chile and the Corvane Agency": names joined by commas and "and", and nothing else; empty for other phrases.
std::vector<uint32_t> JointNames(const Referents& referents, TokenRange phrase);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_SOURCE_PHRASES_H_
