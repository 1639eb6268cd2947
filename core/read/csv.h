// Tables: a record a row, with the field names in the first row. RFC 4180 with
// quoted newlines; commas, semicolons, tabs or bars, as a first line "sep=;" may say.
#ifndef CROSSCHECK_READ_CSV_H_
#define CROSSCHECK_READ_CSV_H_

#include <string>
#include <string_view>
#include <vector>

#include "read/format.h"

namespace crosscheck {

// A first line that names a text and at least one more field of a record (see record_fields.h); or that of a table without
// texts, which is refused.
bool MatchesCsv(std::string_view head, const ReadHint& hint);
// All rows of a table, the one with the names first.
std::vector<std::vector<std::string>> TableRows(std::string_view bytes);
void ReadCsv(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_CSV_H_
