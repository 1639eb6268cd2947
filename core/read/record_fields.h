// A record of a dump, whatever the format it came in: JSON, CSV, a feed's
// entry. Fields go by many names.
#ifndef CROSSCHECK_READ_RECORD_FIELDS_H_
#define CROSSCHECK_READ_RECORD_FIELDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "read/format.h"

namespace crosscheck {

enum class RecordField { kId, kText, kHtml, kTitle, kPublished, kUrl, kOutlet, kAuthors, kModified, kCredit, kLanguage, kNone };

// By the names that dumps use ("maintext", "headline", "date_publish" ...), any
// case. kNone for others. `rank`: how good the name is among the names of its
// field, 0 the best; where a record has two, the better one holds.
RecordField FieldByName(std::string_view name, int* rank);

struct DumpRecord {
  std::string id, text, html, title, published, url, outlet, modified, language;
  std::vector<std::string> authors;
  std::vector<std::string> credit;
};

// Sets a field that holds one text; a list of authors may be parted by ";" or
// ",".
void SetField(RecordField field, std::string value, DumpRecord* record);

// Makes the document of a record. `where`: its place in the file
// ("wire.jsonl:12"), also its id where it has none.
void UseRecord(DumpRecord record, const std::string& where, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_RECORD_FIELDS_H_
