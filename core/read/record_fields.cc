#include "read/record_fields.h"

#include "base/days.h"
#include "base/strings.h"
#include "read/html_page.h"
#include "read/plain_page.h"
#include "read/reader.h"
#include "read/stamps.h"

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

void SetField(RecordField field, std::string value, DumpRecord* record) {
  const auto set_list = [&](std::vector<std::string>* list) {
    list->clear();
    const char separator = value.find(';') == std::string::npos ? ',' : ';';
    for (const std::string_view name : Split(value, separator)) {
      if (!Trim(name).empty()) list->emplace_back(Trim(name));
    }
  };
  switch (field) {
    case RecordField::kId:
      record->id = std::move(value);
      break;
    case RecordField::kText:
      record->text = std::move(value);
      break;
    case RecordField::kHtml:
      record->html = std::move(value);
      break;
    case RecordField::kTitle:
      record->title = std::move(value);
      break;
    case RecordField::kPublished:
      record->published = std::move(value);
      break;
    case RecordField::kUrl:
      record->url = std::move(value);
      break;
    case RecordField::kOutlet:
      record->outlet = std::move(value);
      break;
    case RecordField::kModified:
      record->modified = std::move(value);
      break;
    case RecordField::kLanguage:
      record->language = std::move(value);
      break;
    case RecordField::kAuthors:
      set_list(&record->authors);
      break;
    case RecordField::kCredit:
      set_list(&record->credit);
      break;
    case RecordField::kNone:
      break;
  }
}

void UseRecord(DumpRecord record, const std::string& where, const ReadHint& hint, const ReadSink& sink) {
  if (record.text.size() > kMaxPageBytes || record.html.size() > kMaxPageBytes) {
    return sink.Refuse(where, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
  }
  ReadHint of_record = hint;
  of_record.uri = where;
  of_record.id = record.id.empty() ? std::string(BaseName(where)) : record.id;
  of_record.url = record.url;
  const auto set = [&](Document document) {
    if (const auto day = ParseMachineDay(record.published, false)) {
      document.published = Published{OneDay(*day), "record"};
      // The record's own field is surer than a stamp in its text, which may be the day of filing.
      for (Story& story : document.stories) story.published.reset();
      document.evidence.push_back({"published", FormatIsoDay(*day), "record", std::nullopt});
    }
    if (const auto day = ParseMachineDay(record.modified, false)) {
      document.evidence.push_back({"modified", FormatIsoDay(*day), "record", std::nullopt});
    }
    if (!record.title.empty()) document.title = record.title;
    if (!record.outlet.empty()) document.outlet = record.outlet;
    if (!record.url.empty()) document.url = record.url;
    if (!record.authors.empty()) document.authors = record.authors;
    if (!record.credit.empty()) document.credit = record.credit;
    if (record.language.size() == 2) document.language = record.language;
    sink.use(std::move(document));
  };
  if (!record.html.empty() && record.text.empty()) {
    of_record.format = InputFormat::kHtml;
    ReadSink inner = sink;
    inner.use = set;
    return ReadHtml(record.html, of_record, inner);
  }
  Document document = NewDocument(of_record);
  document.title = record.title;
  document.outlet = record.outlet;
  document.text = std::move(record.text);
  FindOneStory(hint, &document);
  set(std::move(document));
}

}  // namespace crosscheck
