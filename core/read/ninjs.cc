#include "read/ninjs.h"

#include <simdjson.h>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/bylines.h"
#include "read/reader.h"
#include "read/record_fields.h"

namespace crosscheck {
namespace {

using simdjson::dom::element;

constexpr size_t kMaxDepth = 64;

std::string TextOf(const element& item, std::string_view name) {
  std::string_view text;
  return item[name].get(text) == simdjson::SUCCESS ? std::string(Trim(text)) : std::string();
}

// Version 2 has lists of texts with roles ("headlines": [{"role": "main", "value": ...}]); the first is taken where none is main.
std::string MainOf(const element& item, std::string_view list, std::string_view type) {
  simdjson::dom::array entries;
  if (item[list].get(entries) != simdjson::SUCCESS) return "";
  std::string first;
  for (const element entry : entries) {
    if (!entry.is_object()) continue;
    std::string value = TextOf(entry, "value");
    const std::string content = TextOf(entry, "contenttype");
    if (value.empty() || (!type.empty() && !content.empty() && content.find(type) == std::string::npos)) continue;
    if (TextOf(entry, "role") == "main") return value;
    if (first.empty()) first = std::move(value);
  }
  return first;
}

template <class... Names>
std::string FirstOf(const element& item, Names... names) {
  std::string value;
  ((value = value.empty() ? TextOf(item, names) : value), ...);
  return value;
}

std::string OutletOf(const element& item) {
  for (const std::string_view list : {"infosources", "infosource"}) {
    simdjson::dom::array sources;
    if (item[list].get(sources) != simdjson::SUCCESS) continue;
    for (const element source : sources) {
      if (!source.is_object()) continue;
      std::string name = TextOf(source, "name");
      if (!name.empty()) return name;
    }
  }
  return FirstOf(item, "provider", "copyrightholder", "copyrightHolder", "source");
}

class ItemReader {
 public:
  ItemReader(const ReadHint& hint, const ReadSink& sink) : hint_(hint), sink_(sink) {}

  void Use(const element& item, const std::string& where) const {
    if (!item.is_object()) return sink_.Refuse(where, "no item");
    const std::string type = TextOf(item, "type");
    if (!type.empty() && type != "text" && type != "composite") return sink_.Skip(where, StrCat("an item of the type ", type));
    DumpRecord record;
    record.id = FirstOf(item, "uri", "guid");
    record.title = FirstOf(item, "headline", "title");
    if (record.title.empty()) record.title = MainOf(item, "headlines", "");
    record.published = FirstOf(item, "firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated", "versionCreated");
    record.modified = FirstOf(item, "versioncreated", "versionCreated");
    record.language = TextOf(item, "language").substr(0, 2);
    record.outlet = OutletOf(item);
    std::string byline = FirstOf(item, "byline", "by");
    if (byline.empty()) byline = MainOf(item, "bylines", "");
    const Byline by = ParseByline(byline, record.outlet, PageRulesOf(hint_));
    record.authors = by.people;
    record.credit = by.agencies;
    record.html = FirstOf(item, "body_xhtml", "body_html");
    if (record.html.empty()) record.html = MainOf(item, "bodies", "html");
    record.text = record.html.empty() ? FirstOf(item, "body_text") : "";
    if (record.html.empty() && record.text.empty()) record.text = MainOf(item, "bodies", "");
    if (record.html.empty() && record.text.empty()) return sink_.Refuse(where, "an item without text");
    if (!record.html.empty() && record.html.find('<') == std::string::npos) std::swap(record.html, record.text);
    UseRecord(std::move(record), where, hint_, sink_);
  }

 private:
  const ReadHint& hint_;
  const ReadSink& sink_;
};

}  // namespace

bool MatchesNinjs(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  std::string_view text = Trim(head);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const auto has = [&](std::string_view key) { return head.find(key) != std::string_view::npos; };
  const bool body = has("\"body_text\"") || has("\"body_xhtml\"") || has("\"body_html\"") || has("\"bodies\"");
  return body && (has("\"versioncreated\"") || has("\"headlines\"") || has("\"infosource\"") || has("ninjs"));
}

void ReadNinjs(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  size_t replaced = 0;
  const std::string text = RepairUtf8(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes, &replaced);
  const ItemReader reader(hint, sink);
  simdjson::dom::parser parser;
  element value;
  simdjson::error_code error = parser.allocate(std::max<size_t>(text.size(), 1 << 16), kMaxDepth);
  if (error == simdjson::SUCCESS) error = parser.parse(text).get(value);
  if (error == simdjson::SUCCESS) {
    for (const std::string_view list : {"items", "articles"}) {
      element inner;
      if (value.is_object() && value[list].get(inner) == simdjson::SUCCESS && inner.is_array()) value = inner;
    }
    if (!value.is_array()) return reader.Use(value, hint.uri);
    size_t number = 0;
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) reader.Use(item, StrCat(hint.uri, ":", ++number));
    return;
  }
  // An item a line.
  size_t number = 0;
  for (const std::string_view line : Split(text, '\n')) {
    ++number;
    if (Trim(line).empty()) continue;
    const std::string where = StrCat(hint.uri, ":", number);
    if (parser.parse(line.data(), line.size()).get(value) == simdjson::SUCCESS) {
      reader.Use(value, where);
    } else {
      sink.Refuse(where, "broken JSON");
    }
  }
}

}  // namespace crosscheck
