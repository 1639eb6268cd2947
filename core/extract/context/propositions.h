// What a text states, clause by clause: the act, who does it, to what, and whether it is said to be so or not so. Made for clauses
// that a clause of another article can contradict.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_PROPOSITIONS_H_
#define CROSSCHECK_EXTRACT_CONTEXT_PROPOSITIONS_H_

#include <vector>

#include "extract/context/clause.h"

namespace crosscheck {

struct Proposition {
  uint32_t first = 0;      // tokens [first, last) of the clause
  uint32_t last = 0;
  uint32_t predicate = 0;  // token
  PoleId pole = 0;         // what the clause says on one of the axes; 0: none
  PoleId quantifier = 0;   // "nobody", "all"; 0: none
  bool denied = false;     // said not to be so
  bool open = false;       // asked, wanted, planned or supposed
  uint32_t doer = 0xFFFFFFFF;  // head of the noun phrase before the predicate; kNone: none
  uint32_t object = 0xFFFFFFFF;  // of the one behind it
};

// In text order. Call after all SetNumber of the reader. What somebody says (`statements`) is a clause of its own.
std::vector<Proposition> FindPropositions(const ClauseReader& reader, const std::vector<Statement>& statements);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_PROPOSITIONS_H_
