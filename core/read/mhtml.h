// Pages that a browser saved in one file (.mhtml, .mht): the page is the first HTML part; its address is told in the header.
#ifndef CROSSCHECK_READ_MHTML_H_
#define CROSSCHECK_READ_MHTML_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesMhtml(std::string_view head, const ReadHint& hint);
void ReadMhtml(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_MHTML_H_
