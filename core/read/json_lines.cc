#include "read/json_lines.h"

#include <simdjson.h>

#include <cstring>

#include "base/strings.h"
#include "base/utf8.h"
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

// The names in a value: a text, an object with a "name", or a list of such.
void CollectNames(const element& value, std::vector<std::string>* names) {
  if (value.type() == element_type::STRING) {
    if (const std::string_view name = Trim(value.get_string().value_unsafe()); !name.empty()) names->emplace_back(name);
  } else if (value.type() == element_type::ARRAY) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) {
      if (item.type() != element_type::ARRAY) CollectNames(item, names);
    }
  } else if (value.type() == element_type::OBJECT) {
    element name;
    if (value["name"].get(name) == simdjson::SUCCESS && name.is_string()) CollectNames(name, names);
  }
}

std::string TextOf(const element& value) {
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (value.is_int64() || value.is_uint64()) return simdjson::minify(value);
  std::vector<std::string> names;
  if (value.is_object()) CollectNames(value, &names);
  return names.empty() ? "" : names.front();
}

class RecordReader {
 public:
  RecordReader(const ReadHint& hint, const ReadSink& sink) : hint_(hint), sink_(sink) {}

  // What is wrong with the value as a record; empty: nothing.
  std::string_view Use(const element& value, const std::string& where) const {
    if (!value.is_object()) return "not a record: no JSON object";
    DumpRecord record;
    int best[static_cast<size_t>(RecordField::kNone)];
    std::fill(std::begin(best), std::end(best), 1 << 20);
    const simdjson::dom::object fields = value.get_object().value_unsafe();
    for (const simdjson::dom::key_value_pair field : fields) {
      int rank = 0;
      const RecordField kind = FieldByName(field.key, &rank);
      if (kind == RecordField::kNone || field.value.is_null() || rank >= best[static_cast<size_t>(kind)]) continue;
      best[static_cast<size_t>(kind)] = rank;
      Set(kind, field.value, &record);
    }
    const bool has_text = best[static_cast<size_t>(RecordField::kText)] < (1 << 20);
    const bool has_html = best[static_cast<size_t>(RecordField::kHtml)] < (1 << 20);
    if (!has_text && !has_html) return "not a record: neither text nor html";
    UseRecord(std::move(record), where, hint_, sink_);
    return "";
  }

 private:
  static void Set(RecordField kind, const element& value, DumpRecord* record) {
    if (kind == RecordField::kAuthors) {
      record->authors.clear();
      CollectNames(value, &record->authors);
    } else if (kind == RecordField::kCredit) {
      record->credit.clear();
      CollectNames(value, &record->credit);
    } else {
      SetField(kind, TextOf(value), record);
    }
  }

  const ReadHint& hint_;
  const ReadSink& sink_;
};

// A parser that refuses deep nesting. Values point into it: one text at a time.
class Parser {
 public:
  std::string_view Parse(std::string_view text, element* value) {
    if (text.size() > capacity_ && parser_.allocate(std::max<size_t>(text.size(), 1 << 16), kMaxDepth) != simdjson::SUCCESS) {
      return "too long";
    }
    capacity_ = std::max(capacity_, std::max<size_t>(text.size(), 1 << 16));
    simdjson::error_code error = parser_.parse(text.data(), text.size()).get(*value);
    if (error == simdjson::UTF8_ERROR) {
      size_t replaced = 0;
      repaired_ = RepairUtf8(text, &replaced);
      error = parser_.parse(repaired_.data(), repaired_.size()).get(*value);
    }
    return error == simdjson::SUCCESS ? std::string_view() : simdjson::error_message(error);
  }

 private:
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
    std::string_view problem = parser.Parse(line, &value);
    if (problem.empty()) problem = reader.Use(value, where);
    if (!problem.empty()) sink.Refuse(where, problem);
  }
}

bool MatchesJson(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  const std::string_view text = FirstText(head);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string_view next = Trim(text.substr(1));
  if (text.starts_with('[')) return next.starts_with('{') || (next.empty() && hint.uri.ends_with(".json"));
  return next.starts_with('"') || next.starts_with('}');
}

void ReadJson(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const RecordReader reader(hint, sink);
  Parser parser;
  element value;
  if (const std::string_view problem = parser.Parse(bytes, &value); !problem.empty()) return sink.Refuse(hint.uri, problem);
  for (const std::string_view list : {"articles", "documents", "items", "results", "data"}) {
    element inner;
    if (value.is_object() && value[list].get(inner) == simdjson::SUCCESS && inner.is_array()) {
      value = inner;
      break;
    }
  }
  if (!value.is_array()) {
    if (const std::string_view problem = reader.Use(value, hint.uri); !problem.empty()) sink.Refuse(hint.uri, problem);
    return;
  }
  uint64_t number = 0;
  const simdjson::dom::array items = value.get_array().value_unsafe();
  for (const element item : items) {
    const std::string where = StrCat(hint.uri, ":", ++number);
    if (const std::string_view problem = reader.Use(item, where); !problem.empty()) sink.Refuse(where, problem);
  }
}

}  // namespace crosscheck
