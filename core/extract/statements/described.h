// Whom a definite description means: "the ministry", "the prime minister", "the 34-year-old", "his mother", a bare "governor" in
// a headline.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_DESCRIBED_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_DESCRIBED_H_

#include "extract/who/referents.h"

namespace crosscheck {

// The name or the fuller noun phrase of the story that was told by this noun; empty where none was or it is not sure which.
Referent FindDescribed(const Referents& referents, TokenRange phrase);

// Nouns that stand for any body: "group", "company".
bool IsAnyBody(const Referents& referents, uint32_t noun);

// The body that "it" or "the group" at token t means: told last as a subject or speaker; empty where none stands out.
// `bodies_only`: no country.
Referent FindBody(const Referents& referents, uint32_t t, bool bodies_only);

// The one person that "the man", "the 34-year-old" at token t can mean; empty where several can.
Referent FindOnlyPerson(const Referents& referents, uint32_t t, Gender gender);

// What the noun phrase `noun` means: the name told for it, or its own words.
Referent MeaningOf(const Referents& referents, const NounPhraseMention& noun);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_DESCRIBED_H_
