// Speakers told by the layout: the turns of a transcript ("HOLT: ...", "Q: ... A: ...") and quotations signed behind a dash.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_TURNS_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_TURNS_H_

#include <vector>

#include "extract/grammar.h"

namespace crosscheck {

struct Turn {
  TokenRange speaker;
  TokenRange mark;  // the colon
  TokenRange content;
};

// In text order, not overlapping. A story has turns where two lines or more open with a label and a label comes back, is "Q" or
// "A", or is a name.
std::vector<Turn> FindTurns(const Grammar& grammar);

// The signature in tokens `line`, whose first or middle dash follows a quotation: its speaker; empty where there is none. `dash` is
// set to the dash.
TokenRange FindSignature(const Grammar& grammar, TokenRange line, uint32_t* dash);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_TURNS_H_
