// Through whom a statement came: "Roe said, according to the agency", "in a letter carried by the agency", "citing officials".
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_CHAINS_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_CHAINS_H_

#include <vector>

#include "extract/statements/contents.h"

namespace crosscheck {

// Fills `carriers` of the accepted candidates of a line and drops "according to" cues that only carry another cue's words. A
// source that a speaker cites gets a statement of its own with the same content (the speaker's statement holds it).
void LinkChains(const Grammar& grammar, TokenRange line, std::vector<Candidate>* candidates);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_CHAINS_H_
