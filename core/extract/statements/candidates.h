// The cues of one line with their subjects, what follows them, and on which side of them their content stands.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_CANDIDATES_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_CANDIDATES_H_

#include <vector>

#include "extract/statements/contents.h"

namespace crosscheck {

// All cues of the tokens `line`, left to right, none accepted yet.
std::vector<Candidate> FindCandidates(const Grammar& grammar, TokenRange line);
// Accepts the cues that have a content, and settles sources and contents. `line` is one sentence.
void SettleContents(const Grammar& grammar, TokenRange line, std::vector<Candidate>* candidates);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_CANDIDATES_H_
