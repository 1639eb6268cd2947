// Texts downloaded from press archives: Nexis ("1 of 2 DOCUMENTS", or "Body ... Load-Date ... End of Document"), Factiva (with its
// two-letter field codes, or without) and ProQuest. One document a story, each with its own day; sections, lengths and codes are no
// text.
#ifndef CROSSCHECK_READ_PRESS_EXPORT_H_
#define CROSSCHECK_READ_PRESS_EXPORT_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesPressExport(std::string_view head, const ReadHint& hint);
void ReadPressExport(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PRESS_EXPORT_H_
