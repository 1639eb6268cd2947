// OpenDocument texts (.odt): paragraphs, headings, tables, notes and comments told apart. Tracked deletions and struck-out text
// are left out.
#ifndef CROSSCHECK_READ_ODT_H_
#define CROSSCHECK_READ_ODT_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesOdt(std::string_view head, const ReadHint& hint);
void ReadOdt(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_ODT_H_
