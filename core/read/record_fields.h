// A record of a dump, whatever the format it came in: JSON, CSV, a feed's
// entry. Fields go by many names.
#ifndef CROSSCHECK_READ_RECORD_FIELDS_H_
#define CROSSCHECK_READ_RECORD_FIELDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "read/format.h"

namespace crosscheck {

enum class RecordField {
  kId, kText, kHtml, kSummary, kTitle, kPublished, kUrl, kOutlet, kAuthors, kModified, kCredit, kLanguage, kNone,
};
constexpr size_t kRecordFields = static_cast<size_t>(RecordField::kNone);

// By the names that dumps, news interfaces and scrapers use ("maintext", "Full Text", "date_publish" ...), any case, with or
// without marks between the words. kNone for others. `rank`: how good the name is among the names of its field, 0 the best;
// where a record has two, the better one holds.
RecordField FieldByName(std::string_view name, int* rank);

struct DumpRecord {
  std::string id, text, html, title, published, url, outlet, modified, language;
  std::string summary;         // read where there is neither text nor html
  bool verbatim = true;        // `text` goes by the name "text": taken unchanged, but for blocks of markup
  std::vector<std::string> authors;
  std::vector<std::string> credit;
  std::vector<std::string> errors;
};

// Sets a field that holds one text; names may be a list in brackets, or parted by ";" or ",".
void SetField(RecordField field, std::string value, DumpRecord* record);

// Has it anything to read: text, html or a summary?
bool HasText(const DumpRecord& record);

// Takes off what a news interface leaves where it cut a text off ("… [+1384 chars]"). True where it was cut off.
bool TakeOffCutMark(std::string* text);

// Makes the document of a record. `where`: its place in the file
// ("wire.jsonl:12"), also its id where it has none.
void UseRecord(DumpRecord record, const std::string& where, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_RECORD_FIELDS_H_
