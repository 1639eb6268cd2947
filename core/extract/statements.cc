#include "extract/statements.h"

namespace crosscheck {

std::vector<Statement> FindStatements(const TextView&, const QuoteMap&, const NameTable&, const std::vector<Timex>&) { return {}; }

}  // namespace crosscheck
