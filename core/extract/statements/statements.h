// Statements: who said what, directly or indirectly, through whom.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_STATEMENTS_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_STATEMENTS_H_

#include <vector>

#include "extract/names/names.h"
#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

// In order of their first content or source, outer before nested; ids are set ("s1" ...), since nested_in names them.
// `dates`: for said_on.
std::vector<Statement> FindStatements(const TextView& view, const QuoteMap& quotes, const NameTable& names,
                                      const std::vector<Timex>& dates);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_STATEMENTS_H_
