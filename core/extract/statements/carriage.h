// How words reached the reader: "carried by the agency", "via state media", "released by his lawyer".
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_CARRIAGE_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_CARRIAGE_H_

#include "extract/grammar.h"

namespace crosscheck {

// A participle that says how something was made public: "carried", "posted".
bool IsCarriage(const Grammar& grammar, uint32_t t);
// One past "carried in the Gazette on Monday", whose participle stands at `t`; `t` where it is none.
uint32_t SkipCarriage(const Grammar& grammar, uint32_t t, uint32_t end);
// The body or person in tokens `part` through whom words came; empty where there is none.
TokenRange FindCarrier(const Grammar& grammar, TokenRange part);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_CARRIAGE_H_
