// IPTC ninjs, versions 1 to 3: an item, or a list of items, of an agency's feed in JSON. Beside the names of its fields, which other
// JSON of news shares, its lists have roles: of several headlines and bodies one is the main.
#ifndef CROSSCHECK_READ_NINJS_H_
#define CROSSCHECK_READ_NINJS_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesNinjs(std::string_view head, const ReadHint& hint);
void ReadNinjs(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_NINJS_H_
