// What a number or date is told of: the verb that governs it, or the noun that stands for an act ("the arrest of March 7",
// "Tuesday's raid", "a toll of nine").
#ifndef CROSSCHECK_EXTRACT_CONTEXT_PREDICATES_H_
#define CROSSCHECK_EXTRACT_CONTEXT_PREDICATES_H_

#include "extract/context/clause.h"

namespace crosscheck {

struct Predicate {
  uint32_t token = ClauseReader::kNone;  // kNone: none was found
  LemmaId lemma = 0;
  EventClassId event = 0;  // its class; 0: none
  bool saying = false;     // somebody speaks: the class is one of saying
};

// Of the number or date at tokens [first, last): the noun before "of" or behind a possessive, else the nearest verb before it in
// its sentence, else the first one behind it.
Predicate PredicateOf(const ClauseReader& reader, uint32_t first, uint32_t last);
// Of a verb that is known: the tokens of its phrase.
Predicate PredicateAt(const ClauseReader& reader, uint32_t first, uint32_t last);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_PREDICATES_H_
