// Words kept back without a verb of saying: "gave no details", "was unavailable for comment", "neither confirmed nor denied it".
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_SILENCE_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_SILENCE_H_

#include <vector>

#include "extract/statements/contents.h"

namespace crosscheck {

// Does the object that begins at `first` say that something was kept back: "no details", "no further comment"?
bool IsWithheld(const Grammar& grammar, uint32_t first, uint32_t end);
// Adds the silences of a line as accepted candidates, and drops cues whose subject is nobody ("no one claimed").
void FindSilences(const Grammar& grammar, TokenRange line, std::vector<Candidate>* candidates);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_SILENCE_H_
