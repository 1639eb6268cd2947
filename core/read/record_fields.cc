#include "read/record_fields.h"

#include "base/days.h"
#include "base/strings.h"
#include "read/plain_page.h"
#include "read/reader.h"

namespace crosscheck {
namespace {

struct FieldName {
  std::string_view name;
  RecordField field;
};

// The better name of a field first.
constexpr FieldName kNames[] = {
    {"id", RecordField::kId},
    {"text", RecordField::kText},
    {"articlebody", RecordField::kText},
    {"maintext", RecordField::kText},
    {"body", RecordField::kText},
    {"content", RecordField::kText},
    {"html", RecordField::kHtml},
    {"title", RecordField::kTitle},
    {"headline", RecordField::kTitle},
    {"published", RecordField::kPublished},
    {"datepublished", RecordField::kPublished},
    {"date_publish", RecordField::kPublished},
    {"publishedtime", RecordField::kPublished},
    {"published_at", RecordField::kPublished},
    {"publication_date", RecordField::kPublished},
    {"date", RecordField::kPublished},
    {"url", RecordField::kUrl},
    {"link", RecordField::kUrl},
    {"outlet", RecordField::kOutlet},
    {"sitename", RecordField::kOutlet},
    {"site", RecordField::kOutlet},
    {"source", RecordField::kOutlet},
    {"publisher", RecordField::kOutlet},
    {"source_domain", RecordField::kOutlet},
    {"authors", RecordField::kAuthors},
    {"author", RecordField::kAuthors},
    {"byline", RecordField::kAuthors},
    {"modified", RecordField::kModified},
    {"datemodified", RecordField::kModified},
    {"date_modify", RecordField::kModified},
    {"credit", RecordField::kCredit},
    {"agency", RecordField::kCredit},
    {"language", RecordField::kLanguage},
    {"lang", RecordField::kLanguage},
};

}  // namespace

RecordField FieldByName(std::string_view name, int* rank) {
  const std::string lower = AsciiLower(name);
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i].name != lower) continue;
    *rank = static_cast<int>(i);
    return kNames[i].field;
  }
  return RecordField::kNone;
}

void UseRecord(DumpRecord record, const std::string& where, const ReadHint& hint, const ReadSink& sink) {
  if (record.text.size() > kMaxPageBytes || record.html.size() > kMaxPageBytes) {
    return sink.Refuse(where, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
  }
  ReadHint of_record = hint;
  of_record.uri = where;
  of_record.id = record.id.empty() ? std::string(BaseName(where)) : record.id;
  of_record.url = record.url;
  Document document = NewDocument(of_record);
  if (const auto day = ParseIsoDay(record.published)) document.published = Published{OneDay(*day), "record"};
  document.title = std::move(record.title);
  document.outlet = std::move(record.outlet);
  document.authors = std::move(record.authors);
  document.credit = std::move(record.credit);
  document.text = record.text.empty() ? std::move(record.html) : std::move(record.text);
  FindOneStory(&document);
  sink.use(std::move(document));
}

}  // namespace crosscheck
