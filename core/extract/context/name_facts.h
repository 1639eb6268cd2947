// Who somebody is, by the words beside the name: rank, office and what it is for, kin, nationality.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_NAME_FACTS_H_
#define CROSSCHECK_EXTRACT_CONTEXT_NAME_FACTS_H_

#include <string>
#include <vector>

#include "extract/context/clause.h"

namespace crosscheck {

struct NameFact {
  NameRef name = 0;
  std::string aspect;   // an axis of the rules "opposites", or "nationality"
  std::string value;    // a pole of it, or a country
  uint32_t first = 0;   // tokens [first, last): the words and the name
  uint32_t last = 0;
  NameRef relative = 0; // of kin: whose, where it is told by name
  LemmaId possessor = 0;  // else the noun or the pronoun: "the victim's", "his"
};

// In text order. What was so once ("the former mayor") or stands in for it ("deputy") is left out.
std::vector<NameFact> FindNameFacts(const ClauseReader& reader);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_NAME_FACTS_H_
