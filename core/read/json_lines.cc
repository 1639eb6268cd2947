#include "read/json_lines.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/loose_json.h"
#include "read/reader.h"
#include "read/record_fields.h"

namespace crosscheck {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr size_t kMaxDepth = 64;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view FirstText(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  return Trim(head);
}

// Keys under which an object holds its text or name, best first: {"rendered": ...} of WordPress, {"main": ...}, {"$date": ...}.
constexpr std::string_view kInnerKeys[] = {"name",    "rendered", "main",  "original", "title",       "value", "content",
                                           "content_text", "text",     "plain", "full",     "longname",    "$date", "$oid",
                                           "$numberLong",  "url",      "href",  "permalink", "uri"};
// Objects inside a record that hold fields of the record itself.
constexpr std::string_view kInnerRecords[] = {"_source", "fields",   "attributes", "data",   "article",  "item",    "document", "doc",
                                              "record",  "post",     "node",       "story",  "metadata", "meta",    "entry",    "thread",
                                              "links",   "warc_headers", "headers", "values", "result",   "extracted", "html",
                                              "parsely", "yoast_head_json", "_embedded"};
// Lists beside articles that hold texts of other kinds.
constexpr std::string_view kNoRecords[] = {"comments", "replies", "related", "images", "media",    "tags",   "sources",
                                           "links",    "videos",  "facets",  "errors", "keywords", "topics", "aggregations"};
constexpr int kMaxInner = 3;          // objects in objects that are looked into for a field
constexpr size_t kMaxLooked = 2'000'000;  // values looked at for the list of articles
constexpr int kRankOfInner = 1000;

bool IsOneOf(std::string_view key, const std::string_view* begin, const std::string_view* end) {
  return std::find(begin, end, key) != end;
}

bool Get(const element& value, std::string_view key, element* inner) {
  return value.is_object() && value[key].get(*inner) == simdjson::SUCCESS && !inner->is_null();
}

// A date as a number: of seconds or thousandths; other numbers are ids.
std::string NumberText(const element& value) {
  if (value.is_int64() || value.is_uint64()) return simdjson::minify(value);
  if (!value.is_double()) return "";
  const double number = value.get_double().value_unsafe();
  return number > 1e8 && number < 1e14 ? std::to_string(static_cast<int64_t>(number)) : "";
}

// The one text in a value: itself, or under one of kInnerKeys, or of the first in a list.
std::string TextOf(element value) {
  for (int depth = 0; depth < kMaxInner + 1; ++depth) {
    if (value.is_string()) return std::string(value.get_string().value_unsafe());
    if (value.is_array()) {
      const simdjson::dom::array items = value.get_array().value_unsafe();
      if (items.begin() == items.end()) return "";
      value = *items.begin();
      continue;
    }
    if (!value.is_object()) return NumberText(value);
    element inner;
    const bool found = std::any_of(std::begin(kInnerKeys), std::end(kInnerKeys), [&](std::string_view key) { return Get(value, key, &inner); });
    if (!found) return "";
    value = inner;
  }
  return "";
}

// All text in a value, a paragraph a text: lists of paragraphs, sections with their headings.
void CollectText(const element& value, int depth, std::string* text) {
  if (value.is_string()) {
    const std::string_view piece = value.get_string().value_unsafe();
    if (!piece.empty()) StrAppend(text, text->empty() ? "" : "\n\n", piece);
  } else if (depth < kMaxInner + 3 && value.is_array()) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) CollectText(item, depth + 1, text);
  } else if (depth < kMaxInner + 3 && value.is_object()) {
    element inner;
    for (const char* key : {"rendered", "value", "content", "Content"}) {
      if (Get(value, key, &inner)) return CollectText(inner, depth + 1, text);
    }
    for (const char* key : {"summary", "headline", "heading", "lead", "sections", "paragraphs", "blocks", "body", "text", "html"}) {
      if (Get(value, key, &inner)) CollectText(inner, depth + 1, text);
    }
  }
}

// The names in a value: a text, an object with a name, or a list of such.
void CollectNames(const element& value, int depth, std::vector<std::string>* names) {
  if (value.is_string()) {
    if (const std::string_view name = Trim(value.get_string().value_unsafe()); !name.empty()) names->emplace_back(name);
  } else if (value.is_array() && depth < kMaxInner) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) CollectNames(item, depth + 1, names);
  } else if (value.is_object()) {
    for (const char* key : {"name", "original", "byline", "title", "displayName", "full_name", "webTitle"}) {
      element name;
      if (Get(value, key, &name) && name.is_string()) return CollectNames(name, depth, names);
    }
    element first, last;
    if ((Get(value, "first_name", &first) || Get(value, "firstname", &first)) && first.is_string() &&
        (Get(value, "last_name", &last) || Get(value, "lastname", &last)) && last.is_string()) {
      names->push_back(StrCat(first.get_string().value_unsafe(), " ", last.get_string().value_unsafe()));
    }
  }
}

// What one object says, as the fields of a record.
class RecordMaker {
 public:
  explicit RecordMaker(const element& value) {
    std::fill(std::begin(best_), std::end(best_), kNoRank);
    Fields(value, 0);
  }
  bool HasText() const { return Has(RecordField::kText) || Has(RecordField::kHtml); }
  // A summary is an article only with a title and an address or day.
  bool HasSummary() const {
    return Has(RecordField::kSummary) && Has(RecordField::kTitle) && (Has(RecordField::kUrl) || Has(RecordField::kPublished));
  }
  bool HasTitle() const { return Has(RecordField::kTitle); }
  DumpRecord Take() { return std::move(record_); }

 private:
  static constexpr int kNoRank = 1 << 20;

  bool Has(RecordField field) const { return best_[static_cast<size_t>(field)] < kNoRank; }

  void Fields(const element& value, int depth) {
    const simdjson::dom::object fields = value.get_object().value_unsafe();
    for (const simdjson::dom::key_value_pair field : fields) {
      if (field.value.is_null()) continue;
      int rank = 0;
      const RecordField kind = FieldByName(field.key, &rank);
      rank += depth * kRankOfInner;
      if (kind != RecordField::kNone && rank < best_[static_cast<size_t>(kind)] && Set(kind, field.key, field.value)) {
        best_[static_cast<size_t>(kind)] = rank;
        continue;
      }
      if (depth >= kMaxInner || !IsOneOf(field.key, std::begin(kInnerRecords), std::end(kInnerRecords))) continue;
      element inner = field.value;
      if (inner.is_array()) {  // "_embedded": {"author": [{...}]}
        const simdjson::dom::array items = inner.get_array().value_unsafe();
        if (items.size() != 1) continue;
        inner = *items.begin();
      }
      if (inner.is_object()) Fields(inner, depth + 1);
    }
  }

  // False where the value holds nothing of that kind.
  bool Set(RecordField kind, std::string_view key, const element& value) {
    if (kind == RecordField::kAuthors || kind == RecordField::kCredit) {
      std::vector<std::string> names;
      CollectNames(value, 0, &names);
      if (names.empty()) return false;
      if (value.is_string()) {
        SetField(kind, names[0], &record_);
      } else {
        (kind == RecordField::kAuthors ? record_.authors : record_.credit) = std::move(names);
      }
      return true;
    }
    std::string text;
    if (kind == RecordField::kText || kind == RecordField::kHtml || kind == RecordField::kSummary) {
      CollectText(value, 0, &text);
    } else {
      text = TextOf(value);
    }
    if (Trim(text).empty()) return false;
    if (kind == RecordField::kOutlet && text.find("://") != std::string::npos) {  // where it stands, not who published it
      if (record_.url.empty()) record_.url = std::move(text);
      return false;
    }
    if (AsciiLower(text.substr(0, 13)) == "only availabl") return false;  // "ONLY AVAILABLE IN PAID PLANS"
    if (kind == RecordField::kText) record_.verbatim = key == "text";
    SetField(kind, std::move(text), &record_);
    return true;
  }

  DumpRecord record_;
  int best_[kRecordFields];
};

class RecordReader {
 public:
  RecordReader(const ReadHint& hint, const ReadSink& sink) : hint_(hint), sink_(sink) {}

  // What is wrong with the value as a record; empty: nothing.
  std::string_view Use(const element& value, const std::string& where) const {
    if (!value.is_object()) return "not a record: no JSON object";
    RecordMaker maker(value);
    if (!maker.HasText() && !maker.HasSummary()) return "not a record: neither text nor html";
    DumpRecord record = maker.Take();
    if (record.outlet.empty()) record.outlet = outlet_;
    UseRecord(std::move(record), where, hint_, sink_);
    return "";
  }
  // Of the records that name none.
  void set_outlet(std::string outlet) { outlet_ = std::move(outlet); }

 private:
  const ReadHint& hint_;
  const ReadSink& sink_;
  std::string outlet_;
};

struct FoundRecords {
  std::vector<std::pair<element, uint64_t>> records;  // with their numbers in the list
  uint64_t without_text = 0;                          // others in it, that have a title and no text
};

// The records in a value, wherever their list stands: those of the level nearest to the top that has any.
FoundRecords FindRecords(const element& root) {
  std::vector<element> level{root};
  size_t looked = 0;
  uint64_t titles = 0;  // the most that one level has
  while (!level.empty()) {
    FoundRecords found;
    std::vector<element> next;
    uint64_t number = 0;
    const auto look_into = [&next](const element& inner) {
      if (inner.is_object() || inner.is_array()) next.push_back(inner);
    };
    for (const element& value : level) {
      if (++looked > kMaxLooked) return found;
      if (value.is_array()) {
        const simdjson::dom::array items = value.get_array().value_unsafe();
        for (const element item : items) look_into(item);
      } else if (value.is_object()) {
        ++number;
        const RecordMaker maker(value);
        if (maker.HasText() || maker.HasSummary()) {
          found.records.emplace_back(value, number);
          continue;
        }
        found.without_text += maker.HasTitle() ? 1 : 0;
        const simdjson::dom::object fields = value.get_object().value_unsafe();
        for (const simdjson::dom::key_value_pair field : fields) {
          if (!IsOneOf(field.key, std::begin(kNoRecords), std::end(kNoRecords))) look_into(field.value);
        }
      }
    }
    if (!found.records.empty()) return found;
    titles = std::max(titles, found.without_text);
    level = std::move(next);
  }
  return {{}, titles};
}

// A parser that refuses deep nesting. Values point into it: one text at a time.
class Parser {
 public:
  // What is wrong; empty: nothing. `broken_off`: what came too early to its end was closed.
  std::string_view Parse(std::string_view text, element* value, bool* broken_off) {
    *broken_off = false;
    simdjson::error_code error = Try(text, value);
    if (error == simdjson::UTF8_ERROR) {
      size_t replaced = 0;
      repaired_ = RepairUtf8(text, &replaced);
      text = repaired_;
      error = Try(text, value);
    }
    if (error != simdjson::SUCCESS && error != simdjson::DEPTH_ERROR && error != simdjson::CAPACITY) {
      const simdjson::error_code strict = error;
      TidyJson tidy = MakeJson(text);
      repaired_ = std::move(tidy.json);
      *broken_off = tidy.broken_off;
      error = Try(repaired_, value);
      if (error != simdjson::SUCCESS && error != simdjson::DEPTH_ERROR) error = strict;
    }
    return error == simdjson::SUCCESS ? std::string_view() : simdjson::error_message(error);
  }

 private:
  simdjson::error_code Try(std::string_view text, element* value) {
    if (text.size() > capacity_ || capacity_ == 0) {
      const size_t wanted = std::max<size_t>(text.size(), 1 << 16);
      if (parser_.allocate(wanted, kMaxDepth) != simdjson::SUCCESS) return simdjson::CAPACITY;
      capacity_ = wanted;
    }
    return parser_.parse(text.data(), text.size()).get(*value);
  }

  simdjson::dom::parser parser_;
  size_t capacity_ = 0;
  std::string repaired_;
};

}  // namespace

bool MatchesJsonLines(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return hint.format == InputFormat::kJsonLines;
  const std::string_view text = FirstText(head);
  if (!text.starts_with('{')) return false;
  if (hint.uri.ends_with(".jsonl") || hint.uri.ends_with(".ndjson") || hint.uri.ends_with(".jl")) return true;
  const size_t end = text.find('\n');
  const std::string_view second = end == std::string_view::npos ? std::string_view() : Trim(text.substr(end));
  return second.starts_with('{') && Trim(text.substr(0, end)).ends_with('}');
}

void ReadJsonLines(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const RecordReader reader(hint, sink);
  Parser parser;
  uint64_t number = sink.first_line;
  if (number == 1 && bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  for (; !bytes.empty(); ++number) {
    const size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = Trim(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.empty()) continue;
    const std::string where = StrCat(hint.uri, ":", number);
    if (line.size() > kMaxPageBytes) {
      sink.Refuse(where, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
      continue;
    }
    element value;
    bool broken_off = false;
    std::string_view problem = parser.Parse(line, &value, &broken_off);
    if (problem.empty() && broken_off) problem = "a record that breaks off";
    if (problem.empty()) problem = reader.Use(value, where);
    if (!problem.empty()) sink.Refuse(where, problem);
  }
}

bool MatchesJson(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  const std::string_view text = FirstText(head);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string_view next = Trim(text.substr(1));
  const bool named = hint.uri.ends_with(".json");
  if (text.starts_with('[')) return next.starts_with('{') || (named && (next.empty() || next.starts_with('[') || next.starts_with(']')));
  return next.starts_with('"') || next.starts_with('}') || (named && !next.empty()) || next.starts_with("'title'") ||
         next.starts_with("'url'") || next.starts_with("'id'") || next.starts_with("'text'");
}

void ReadJson(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  RecordReader reader(hint, sink);
  Parser parser;
  element value;
  bool broken_off = false;
  if (const std::string_view problem = parser.Parse(bytes, &value, &broken_off); !problem.empty())
    return sink.Refuse(hint.uri, problem);
  if (broken_off) sink.Refuse(hint.uri, "breaks off before its end: what came after is missing");
  element version, title;
  const bool is_feed = Get(value, "version", &version) && TextOf(version).find("jsonfeed.org") != std::string::npos;
  if (is_feed && Get(value, "title", &title)) reader.set_outlet(TextOf(title));
  const FoundRecords found = FindRecords(value);
  const auto count = [](uint64_t number, std::string_view what) { return StrCat(number, " ", what, number == 1 ? "" : "s"); };
  if (found.records.empty()) {
    if (found.without_text == 0) return sink.Refuse(hint.uri, "not a record: neither text nor html");
    return sink.Refuse(hint.uri, StrCat("no texts in it: it only names articles (", count(found.without_text, "title"), ")"));
  }
  const bool alone = found.records.size() == 1 && value.is_object();
  for (const auto& [record, number] : found.records) {
    const std::string where = alone ? hint.uri : StrCat(hint.uri, ":", number);
    if (const std::string_view problem = reader.Use(record, where); !problem.empty()) sink.Refuse(where, problem);
  }
  if (found.without_text > 0) sink.Refuse(hint.uri, StrCat(count(found.without_text, "record"), " without a text"));
}

}  // namespace crosscheck
