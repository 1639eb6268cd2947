// Articles out of databases: JSON lines (a record a line) and JSON (a list of
// records, or one).
//
// A record: {"id", "text" or "html", "title", "published", "url", "outlet",
// "authors"}; each field has the other names that dumps use (see
// record_fields.h). Its text is one story, and the document's text is that text
// unchanged. A line that is no record is reported with its number and the rest
// goes on.
#ifndef CROSSCHECK_READ_JSON_LINES_H_
#define CROSSCHECK_READ_JSON_LINES_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesJsonLines(std::string_view head, const ReadHint& hint);
void ReadJsonLines(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

bool MatchesJson(std::string_view head, const ReadHint& hint);
void ReadJson(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_JSON_LINES_H_
