#include "read/record_fields.h"

#include <algorithm>
#include <utility>

#include "base/days.h"
#include "base/strings.h"
#include "read/bylines.h"
#include "read/html_page.h"
#include "read/html_text.h"
#include "read/plain_page.h"
#include "read/reader.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

struct FieldNames {
  RecordField field;
  std::string_view names;
};

// Letters and digits only. The better name of a field first.
constexpr FieldNames kNames[] = {
    {RecordField::kId,
     "id articleid docid documentid uuid guid _id dedupeid storyid"},
    {RecordField::kText,
     "text articlebody maintext fulltext articletext plaintext bodytext textcontent contenttext cleanedtext "
     "cleantext articlecontent articlefulltext documenttext storytext newstext textbody extractedtext body "
     "content story rawtext maincontent bodies fullcontent articlebodytext cleanedcontent"},
    {RecordField::kHtml,
     "html bodyhtml contenthtml bodyxhtml articlehtml contentencoded articlebodyhtml htmlcontent htmlbody "
     "rawhtml texthtml contentrendered pagehtml"},
    {RecordField::kSummary,
     "leadparagraph summary description abstract excerpt snippet lead"},
    {RecordField::kTitle,
     "title headline webtitle articletitle headlinemain headlines storytitle newstitle documenttitle name "
     "titletext titlepage ogtitle heading"},
    {RecordField::kPublished,
     "published datepublished publishedat pubdate publicationdate publishdate publisheddate publishingdate "
     "datepublish publishedtime datetimepub webpublicationdate publicationdatetime publishtime publishedon "
     "pubdatetime firstpublished firstcreated firstpublicationdate displaydate contentcreated articledate "
     "articlepublishedtime dateofpublication publisheddatetime publishedtimestamp datepub postdate posteddate "
     "newsdate originalpublicationdate publisheddateutc dategmt datetime date day versioncreated seendate"},
    {RecordField::kUrl,
     "url link weburl canonicalurl articleurl canonicallink permalink pageurl finalurl shareurl requestedurl "
     "sourcelink newsurl warctargeturi targeturi originalurl externalurl addressurl uri"},
    {RecordField::kOutlet,
     "outlet sitename publishername medianame sourcename newspaper newssource newsoutlet publication source "
     "publisher site namesource sourcetitle provider mediaoutlet website publicationname infosources "
     "origin sourcehostname sourcedomain hostname domain cleanurl domainurl sourceuri sitedomain"},
    {RecordField::kAuthors,
     "authors author byline bylines articleauthor authorsbyline authorname authornames creator creators "
     "dccreator writer writers journalist journalists reporter by"},
    {RecordField::kModified,
     "modified datemodified datemodify updated updatedat lastmodified modifiedat modifieddate updateddate "
     "dateupdated modifiedgmt lastupdated dateupdate versionupdated"},
    {RecordField::kCredit,
     "credit agency newsagency creditline"},
    {RecordField::kLanguage,
     "language lang inlanguage languagecode"},
};

struct NamedField {
  RecordField field;
  int rank;
};
const StringMap<NamedField>& FieldsByName() {
  static const auto& table = *[] {
    auto* map = new StringMap<NamedField>;
    for (const FieldNames& names : kNames) {
      int rank = 0;
      for (const std::string_view name : Split(names.names, ' ')) map->try_emplace(std::string(name), NamedField{names.field, rank++});
    }
    return map;
  }();
  return table;
}

// One of the names in a list that a program wrote into a text: "['Ann Berg', \"Tom O'Dea\"]" -> Ann Berg.
std::string_view Unquoted(std::string_view name) {
  name = Trim(name);
  if (name.size() >= 2 && (name.front() == '\'' || name.front() == '"') && name.back() == name.front())
    name = Trim(name.substr(1, name.size() - 2));
  return name;
}

std::vector<std::string> NamesIn(std::string_view value) {
  value = Trim(value);
  const bool bracketed = value.size() >= 2 && ((value.front() == '[' && value.back() == ']') || (value.front() == '(' && value.back() == ')') ||
                                               (value.front() == '{' && value.back() == '}'));
  if (bracketed) value = value.substr(1, value.size() - 2);
  std::vector<std::string> names;
  for (const std::string_view part : Split(value, value.find(';') == std::string_view::npos ? ',' : ';')) {
    if (const std::string_view name = bracketed ? Unquoted(part) : Trim(part); !name.empty()) names.emplace_back(name);
  }
  return names;
}

bool IsAddressValue(std::string_view value) { return value.find("://") != std::string_view::npos; }

// "eng", "en-GB", "English" -> "en"; empty: none that is known by two letters.
std::string LanguageCode(std::string_view language) {
  const std::string lower = AsciiLower(Trim(language));
  constexpr std::pair<std::string_view, std::string_view> kLong[] = {
      {"english", "en"}, {"eng", "en"}, {"german", "de"}, {"deu", "de"}, {"french", "fr"}, {"fra", "fr"}, {"spanish", "es"}, {"spa", "es"}};
  for (const auto& [name, code] : kLong) {
    if (lower == name) return std::string(code);
  }
  return lower.size() == 2 || (lower.size() > 2 && (lower[2] == '-' || lower[2] == '_')) ? lower.substr(0, 2) : "";
}

// The people and agencies of the authors of a record, as of bylines.
void SetAuthors(const DumpRecord& record, const PageRules& rules, Document* document) {
  if (record.authors.empty()) return;
  document->authors.clear();
  for (const std::string& text : record.authors) {
    const Byline byline = ParseByline(PlainLine(text), document->outlet, rules);
    for (const std::string& name : byline.people) {
      if (std::find(document->authors.begin(), document->authors.end(), name) == document->authors.end()) document->authors.push_back(name);
    }
    for (const std::string& name : byline.agencies) {
      if (std::find(document->credit.begin(), document->credit.end(), name) == document->credit.end()) document->credit.push_back(name);
    }
  }
}

}  // namespace

RecordField FieldByName(std::string_view name, int* rank) {
  std::string key;
  for (const char c : AsciiLower(name.substr(0, 60))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
  }
  const auto it = FieldsByName().find(key);
  if (it == FieldsByName().end()) return RecordField::kNone;
  *rank = it->second.rank;
  return it->second.field;
}

bool HasText(const DumpRecord& record) { return !record.text.empty() || !record.html.empty() || !record.summary.empty(); }

void SetField(RecordField field, std::string value, DumpRecord* record) {
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
    case RecordField::kSummary:
      record->summary = std::move(value);
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
      record->authors = NamesIn(value);
      break;
    case RecordField::kCredit:
      record->credit = NamesIn(value);
      break;
    case RecordField::kNone:
      break;
  }
}

bool TakeOffCutMark(std::string* text) {
  std::string_view rest = Trim(*text);
  const std::string_view whole = rest;
  if (rest.ends_with(']') || rest.ends_with(')')) {
    const size_t open = rest.find_last_of("[(");
    if (open == std::string_view::npos || rest.size() - open > 24) return false;
    std::string_view mark = Trim(rest.substr(open + 1, rest.size() - open - 2));
    bool is_mark = mark == "..." || mark == "\u2026" || mark == "&hellip;" || mark == "&#8230;";
    if (mark.starts_with('+')) mark = Trim(mark.substr(1));
    const size_t digits = std::min(mark.find_first_not_of("0123456789,"), mark.size());
    const std::string_view unit = Trim(mark.substr(digits));
    is_mark |= digits > 0 && (unit == "chars" || unit == "char" || unit == "characters" || unit == "more chars" || unit == "more characters");
    if (!is_mark) return false;
    rest = Trim(rest.substr(0, open));
  }
  if (rest.size() == whole.size()) return false;
  for (const std::string_view dots : {"\u2026", "...", "&hellip;"}) {
    if (rest.ends_with(dots)) rest = Trim(rest.substr(0, rest.size() - dots.size()));
  }
  *text = std::string(rest);
  return true;
}

void UseRecord(DumpRecord record, const std::string& where, const ReadHint& hint, const ReadSink& sink) {
  if (record.text.size() > kMaxPageBytes || record.html.size() > kMaxPageBytes) {
    return sink.Refuse(where, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
  }
  if (record.text.empty() && record.html.empty() && !record.summary.empty()) {
    record.text = std::move(record.summary);
    record.verbatim = false;
    record.errors.emplace_back("only a summary: the text itself is not in the record");
  }
  for (std::string* text : {&record.text, &record.html}) {
    if (TakeOffCutMark(text)) record.errors.emplace_back("the text breaks off: its source left out the rest");
  }
  // A source that is an address tells where it stands, not who published it.
  if (IsAddressValue(record.outlet)) {
    if (record.url.empty()) record.url = record.outlet;
    record.outlet.clear();
  }
  const PageRules& rules = PageRulesOf(hint);
  ReadHint of_record = hint;
  of_record.uri = where;
  of_record.id = record.id.empty() ? std::string(BaseName(where)) : record.id;
  of_record.url = record.url;
  const auto set = [&](Document document) {
    // Where it stands in which file is nothing that the record says: other files with the same records are the same articles.
    if (!record.id.empty()) document.uri = record.url.empty() ? record.id : record.url;
    if (const auto day = ParseMachineDay(record.published, false)) {
      document.published = Published{OneDay(*day), "record"};
      // The record's own field is surer than a stamp in its text, which may be the day of filing.
      for (Story& story : document.stories) story.published.reset();
      document.evidence.push_back({"published", FormatIsoDay(*day), "record", std::nullopt});
    }
    if (const auto day = ParseMachineDay(record.modified, false)) {
      document.evidence.push_back({"modified", FormatIsoDay(*day), "record", std::nullopt});
    }
    if (!record.title.empty()) document.title = PlainLine(record.title);
    if (!record.outlet.empty()) document.outlet = PlainLine(record.outlet);
    if (!record.url.empty()) document.url = record.url;
    if (!record.credit.empty()) document.credit = record.credit;
    SetAuthors(record, rules, &document);
    if (const std::string language = LanguageCode(record.language); !language.empty()) document.language = language;
    document.errors.insert(document.errors.end(), record.errors.begin(), record.errors.end());
    sink.use(std::move(document));
  };
  if (record.html.empty() && HasMarkup(record.text, record.verbatim)) std::swap(record.html, record.text);
  if (!record.html.empty() && record.text.empty()) {
    of_record.format = InputFormat::kHtml;
    of_record.charset.clear();
    std::vector<Unread> unread;
    ReadSink inner = sink;
    inner.use = set;
    inner.unread = &unread;
    ReadHtml(record.html, of_record, inner);
    if (unread.empty()) return;
    record.text = PlainLine(record.html);  // too short to look like a story: a line of it is text all the same
    record.verbatim = true;
  }
  Document document = NewDocument(of_record);
  document.title = PlainLine(record.title);
  document.outlet = record.outlet;
  document.text = record.verbatim ? std::move(record.text) : DecodeReferences(record.text);
  FindOneStory(hint, &document);
  set(std::move(document));
}

}  // namespace crosscheck
