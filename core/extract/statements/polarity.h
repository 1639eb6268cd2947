// Whether a statement asserts its content, denies it, or keeps it back.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_POLARITY_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_POLARITY_H_

#include "extract/statements/contents.h"

namespace crosscheck {

Polarity PolarityOf(const Grammar& grammar, const Candidate& candidate);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_POLARITY_H_
