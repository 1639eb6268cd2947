// Dates and times of the same act: "was arrested on March 9", "the arrest of Viktor Hane on March 7".
//
// Two days are held against each other by what was done and by whom, not by the words around them at large: the verb that the
// date belongs to, or the noun that stands for it, and the people, bodies and places of its sentence.
#ifndef CROSSCHECK_COMPARE_ACTS_H_
#define CROSSCHECK_COMPARE_ACTS_H_

#include "compare/clause.h"
#include "compare/pairing.h"

namespace crosscheck {

// The act that the date or time at tokens [first, last) belongs to: the noun before "of" or after a possessive ("Tuesday's
// raid"), else the nearest verb before it in its sentence, else the first one after it.
DatedAct ActOf(const ClauseReader& reader, uint32_t first, uint32_t last);

// Log-odds that two dates or times (indices in the set) are of one act, whatever the days are.
float ActLikeness(const Pairing& pairing, uint32_t a, uint32_t b);

// The score of two claims; for dates and times the blind part is that of their acts.
PairScore ScoreOfQuantity(const Pairing& pairing, uint32_t a, uint32_t b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ACTS_H_
