// Rich text (.rtf): paragraphs, table rows and footnotes; fonts, pictures, page headers and other parts that are no text, deleted
// and struck-out text are left out.
#ifndef CROSSCHECK_READ_RTF_H_
#define CROSSCHECK_READ_RTF_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesRtf(std::string_view head, const ReadHint& hint);
void ReadRtf(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_RTF_H_
