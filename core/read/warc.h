// Web archives: WARC 0.17 to 1.1. Pages come out of response, resource and conversion records; requests, revisits and metadata
// are passed over. After damage, reading goes on at the next record. (Compressed ones are opened by archive.h.)
#ifndef CROSSCHECK_READ_WARC_H_
#define CROSSCHECK_READ_WARC_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesWarc(std::string_view head, const ReadHint& hint);
void ReadWarc(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_WARC_H_
