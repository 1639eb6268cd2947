// Files that hold files: gzip, tar and zip. Members are read like files of their own, by their bytes; nothing is written to disk.
//
// Guards: how much may come out (inflate.h), archives in archives to kMaxArchiveDepth, names that lead out of the archive (".."
// or absolute) refused, links and encrypted members never followed. Members that are no text by their suffix are passed over.
#ifndef CROSSCHECK_READ_ARCHIVE_H_
#define CROSSCHECK_READ_ARCHIVE_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

constexpr int kMaxArchiveDepth = 3;

bool MatchesGzip(std::string_view head, const ReadHint& hint);
void ReadGzip(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);
bool MatchesTar(std::string_view head, const ReadHint& hint);
void ReadTar(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);
bool MatchesZip(std::string_view head, const ReadHint& hint);
void ReadZip(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_ARCHIVE_H_
