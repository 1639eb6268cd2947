// Word's documents (.docx): paragraphs, headings, tables, footnotes and comments told apart. Tracked deletions, struck-out and
// hidden text, field codes, page headers and footers are left out.
#ifndef CROSSCHECK_READ_DOCX_H_
#define CROSSCHECK_READ_DOCX_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesDocx(std::string_view head, const ReadHint& hint);
void ReadDocx(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_DOCX_H_
