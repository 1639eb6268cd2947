#include "base/json.h"

#include <tuple>
#include <type_traits>
#include <utility>

#include "base/days.h"
#include "base/fields.h"
#include "base/json_parts.h"
#include "base/json_reuse.h"
#include "base/json_writer.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

constexpr int kMaxDepth = 64;

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

// Offset maps of the documents in play. A document without text keeps the offsets as they are.
struct OffsetMaps {
  StringMap<OffsetMap> by_document;
  OffsetMap identity;

  const OffsetMap* Find(std::string_view id) const {
    const auto it = by_document.find(id);
    return it == by_document.end() ? &identity : &it->second;
  }
};

// Writes what the descriptions name, straight as text. `spill` (may be null) gets the text whenever enough has come together.
class Writer {
 public:
  using Spill = std::function<void(std::string_view)>;

  Writer(const OffsetMaps& maps, const OffsetMap* current, bool with_text, std::string* out, const Spill* spill)
      : maps_(maps), current_(current), with_text_(with_text), out_(out), spill_(spill), json_(out) {}

  template <class T>
  void Object(T& value) {
    json_.BeginObject();
    const OffsetMap* outer = current_;
    Describe(*this, value);
    current_ = outer;
    json_.EndObject();
  }

  void Schema(const char* name) { json_.Field("schema", name); }
  template <class T>
  void Field(const char* name, T& value, const char*) {
    json_.Key(name);
    Value(value);
  }
  void Nullable(const char* name, std::string& value, const char*) {
    json_.Key(name);
    if (value.empty()) return json_.Null();
    json_.Value(value);
  }
  template <class T>
  void Optional(const char* name, T& value, const char* doc) {
    if constexpr (IsOptional<T>::value) {
      if (value) Field(name, *value, doc);
    } else if constexpr (std::is_same_v<T, ToolInfo>) {
      if (!value.version.empty()) Field(name, value, doc);
    } else {
      if (value != T()) Field(name, value, doc);
    }
  }
  void Offsets(Span& span) {
    json_.Field("start", current_->ToCodePoint(span.start));
    json_.Field("end", current_->ToCodePoint(span.end));
  }
  void Days(DayRange& days) {
    DayField("from", days.from);
    DayField("until", days.until);
  }
  void DocumentId(const char* name, std::string& id, const char*) {
    json_.Field(name, id);
    current_ = maps_.Find(id);
  }
  void Text(const char* name, std::string& text, const char*) {
    if (with_text_) json_.Field(name, text);
  }
  void Passages(const char* name, Reuse& reuse, const char*) {
    const OffsetMap& a = *maps_.Find(reuse.a);
    const OffsetMap& b = *maps_.Find(reuse.b);
    json_.Key(name);
    json_.BeginArray();
    for (const Passage& p : reuse.passages) {
      json_.BeginArray();
      Ends(a, p.a);
      Ends(b, p.b);
      json_.EndArray();
    }
    json_.EndArray();
  }
  void Changes(const char* name, Reuse& reuse, const char*) {
    const OffsetMap& a = *maps_.Find(reuse.a);
    const OffsetMap& b = *maps_.Find(reuse.b);
    json_.Key(name);
    json_.BeginArray();
    for (const Edit& edit : reuse.changes) {
      json_.BeginObject();
      json_.Field("kind", JsonName(edit.kind));
      json_.Key("a");
      Pair(a, edit.a);
      json_.Key("b");
      Pair(b, edit.b);
      json_.EndObject();
    }
    json_.EndArray();
  }
  void Documents(const char* name, std::vector<Record>& records, const char*) {
    json_.Key(name);
    json_.BeginArray();
    for (Record& record : records) {
      current_ = maps_.Find(record.document.id);
      Object(record);
      SpillOver();
    }
    current_ = &maps_.identity;
    json_.EndArray();
  }

 private:
  static constexpr size_t kSpill = 64 << 10;

  void SpillOver() {
    if (spill_ == nullptr || out_->size() < kSpill) return;
    (*spill_)(*out_);
    out_->clear();
  }
  void DayField(const char* name, const std::optional<Day>& day) {
    json_.Key(name);
    if (!day) return json_.Null();
    json_.Value(FormatIsoDay(*day));
  }
  void Ends(const OffsetMap& map, Span span) {
    json_.Value(map.ToCodePoint(span.start));
    json_.Value(map.ToCodePoint(span.end));
  }
  void Pair(const OffsetMap& map, Span span) {
    json_.BeginArray();
    Ends(map, span);
    json_.EndArray();
  }

  template <class T>
  void Value(T& value) {
    if constexpr (std::is_enum_v<T>) {
      const std::string_view name = EnumNames<T>::kNames[static_cast<size_t>(value)];
      if (name.empty()) return json_.Null();
      json_.Value(name);
    } else if constexpr (std::is_same_v<T, Span>) {
      Pair(*current_, value);
    } else if constexpr (std::is_same_v<T, Decimal>) {
      json_.Value(value.ToString());
    } else if constexpr (std::is_same_v<T, std::pair<std::string, int>>) {
      json_.BeginArray();
      json_.Value(value.first);
      json_.Value(value.second);
      json_.EndArray();
    } else if constexpr (IsOptional<T>::value) {
      if (!value) return json_.Null();
      Value(*value);
    } else if constexpr (IsVector<T>::value) {
      json_.BeginArray();
      for (auto& item : value) {
        Value(item);
        SpillOver();
      }
      json_.EndArray();
    } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
      Object(value);
    } else {
      json_.Value(value);
    }
  }

  const OffsetMaps& maps_;
  const OffsetMap* current_;
  bool with_text_;
  std::string* out_;
  const Spill* spill_;
  JsonWriter json_;
};

// Reads what Writer wrote: records, and parts of worksheets. The first mismatch is kept with its JSON pointer; what follows is read as far as it goes.
class Reader {
 public:
  // `maps`: of the documents that DocumentId may name; null where none are.
  Reader(const Json& in, const OffsetMaps* maps, const OffsetMap* map, std::string path, std::string* error)
      : in_(in), maps_(maps), map_(map), path_(std::move(path)), error_(error) {}

  void Schema(const char* name) {
    const auto it = in_.find("schema");
    if (it == in_.end() || *it != name) Fail("schema", StrCat("is not \"", std::string_view(name), "\""));
  }
  template <class T>
  void Field(const char* name, T& value, const char*) {
    const auto it = in_.find(name);
    if (it == in_.end()) return Fail(name, "is missing");
    From(*it, value, StrCat(path_, "/", std::string_view(name)));
  }
  void Nullable(const char* name, std::string& value, const char* doc) {
    const auto it = in_.find(name);
    if (it == in_.end() || it->is_null()) return;
    Field(name, value, doc);
  }
  template <class T>
  void Optional(const char* name, T& value, const char* doc) {
    const auto it = in_.find(name);
    if (it == in_.end() || it->is_null()) return;
    if constexpr (IsOptional<T>::value) value.emplace();
    Field(name, value, doc);
  }
  void Offsets(Span& span) {
    uint32_t start = 0;
    uint32_t end = 0;
    Field("start", start, "");
    Field("end", end, "");
    if (end < start) return Fail("end", "is before the start");
    span = {map_->ToByte(start), map_->ToByte(end)};
  }
  void Days(DayRange& days) {
    DayField("from", days.from);
    DayField("until", days.until);
  }
  void Text(const char* name, std::string& text, const char* doc) {
    if (in_.contains(name)) Field(name, text, doc);
  }
  void DocumentId(const char* name, std::string& id, const char* doc) {
    Field(name, id, doc);
    if (maps_ != nullptr) map_ = maps_->Find(id);
  }
  void Passages(const char* name, Reuse& reuse, const char*) {
    const auto it = in_.find(name);
    if (it == in_.end() || !it->is_array()) return Fail(name, "is not an array");
    for (const Json& four : *it) {
      if (!four.is_array() || four.size() != 4) return Fail(name, "is not a list of [a0, a1, b0, b1]");
      reuse.passages.push_back({PlaceOf(reuse.a, four[0], four[1], name), PlaceOf(reuse.b, four[2], four[3], name)});
    }
  }
  void Changes(const char* name, Reuse& reuse, const char*) {
    const auto it = in_.find(name);
    if (it == in_.end() || !it->is_array()) return Fail(name, "is not an array");
    for (const Json& change : *it) {
      Edit edit;
      if (!change.is_object()) return Fail(name, "is not a list of objects");
      Reader reader(change, maps_, map_, StrCat(path_, "/", std::string_view(name)), error_);
      reader.Field("kind", edit.kind, "");
      for (const auto& [key, id, span] : {std::tuple("a", &reuse.a, &edit.a), std::tuple("b", &reuse.b, &edit.b)}) {
        const auto place = change.find(key);
        if (place == change.end() || !place->is_array() || place->size() != 2) return Fail(name, "is not a list of changes");
        *span = PlaceOf(*id, (*place)[0], (*place)[1], name);
      }
      reuse.changes.push_back(edit);
    }
  }

 private:
  Span PlaceOf(const std::string& document, const Json& start, const Json& end, const char* name) {
    if (!start.is_number_unsigned() || !end.is_number_unsigned() || end < start) {
      Fail(name, "has a place that is not start and end");
      return {};
    }
    const OffsetMap& map = maps_ == nullptr ? *map_ : *maps_->Find(document);
    return {map.ToByte(start.get<uint32_t>()), map.ToByte(end.get<uint32_t>())};
  }
  void Fail(std::string_view name, std::string_view reason) {
    if (error_->empty()) *error_ = StrCat(path_, "/", name, " ", reason);
  }
  void FailHere(const std::string& path, std::string_view reason) {
    if (error_->empty()) *error_ = StrCat(path, " ", reason);
  }
  void DayField(const char* name, std::optional<Day>& day) {
    const auto it = in_.find(name);
    if (it == in_.end() || it->is_null()) return;
    if (it->is_string()) day = ParseIsoDay(it->get_ref<const std::string&>());
    if (!day) Fail(name, "is not a day");
  }
  template <class T>
  void From(const Json& json, T& value, const std::string& path) {
    if constexpr (std::is_enum_v<T>) {
      const auto& names = EnumNames<T>::kNames;
      for (size_t i = 0; i < names.size(); ++i) {
        if (json.is_string() && json == names[i]) {
          value = static_cast<T>(i);
          return;
        }
      }
      FailHere(path, "has an unknown value");
    } else if constexpr (std::is_same_v<T, Span>) {
      if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() || !json[1].is_number_unsigned() ||
          json[1] < json[0]) {
        return FailHere(path, "is not [start, end]");
      }
      value = {map_->ToByte(json[0].get<uint32_t>()), map_->ToByte(json[1].get<uint32_t>())};
    } else if constexpr (std::is_same_v<T, std::pair<std::string, int>>) {
      if (!json.is_array() || json.size() != 2) return FailHere(path, "is not [document, story]");
      From(json[0], value.first, path);
      From(json[1], value.second, path);
    } else if constexpr (std::is_same_v<T, Decimal>) {
      const auto decimal = json.is_string() ? Decimal::Parse(json.get_ref<const std::string&>()) : std::nullopt;
      if (!decimal) return FailHere(path, "is not a decimal string");
      value = *decimal;
    } else if constexpr (IsOptional<T>::value) {
      value.reset();
      if (!json.is_null()) From(json, value.emplace(), path);
    } else if constexpr (IsVector<T>::value) {
      if (!json.is_array()) return FailHere(path, "is not an array");
      value.clear();
      for (size_t i = 0; i < json.size(); ++i) From(json[i], value.emplace_back(), StrCat(path, "/", i));
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (!json.is_string()) return FailHere(path, "is not a string");
      value = json.get<std::string>();
    } else if constexpr (std::is_same_v<T, bool>) {
      if (!json.is_boolean()) return FailHere(path, "is not true or false");
      value = json.get<bool>();
    } else if constexpr (std::is_same_v<T, double>) {
      if (!json.is_number()) return FailHere(path, "is not a number");
      value = json.get<double>();
    } else if constexpr (std::is_integral_v<T>) {
      if (!json.is_number_integer() || json < 0 || json > 0x7FFFFFFF) return FailHere(path, "is not a whole number");
      value = json.get<T>();
    } else {
      if (!json.is_object()) return FailHere(path, "is not an object");
      Reader reader(json, maps_, map_, path, error_);
      Describe(reader, value);
    }
  }

  const Json& in_;
  const OffsetMaps* maps_;
  const OffsetMap* map_;
  std::string path_;
  std::string* error_;
};

// Makes the JSON Schema and, beside it, the rows of the Markdown page.
class SchemaMaker {
 public:
  explicit SchemaMaker(std::vector<std::pair<std::string, std::string>>* pages, std::string title) : pages_(pages) {
    page_ = pages->size();
    pages->push_back({std::move(title), ""});
  }
  Json Take() { return {{"type", "object"}, {"properties", std::move(properties_)}, {"required", std::move(required_)}}; }
  void Schema(const char* name) { Add("schema", {{"const", name}}, "the shape and its version", true); }
  template <class T>
  void Field(const char* name, T& value, const char* doc) {
    Add(name, Of(value, name), doc, true);
  }
  void Nullable(const char* name, std::string&, const char* doc) { Add(name, {{"type", {"string", "null"}}}, doc, true); }
  template <class T>
  void Optional(const char* name, T& value, const char* doc) {
    if constexpr (IsOptional<T>::value) {
      typename T::value_type inner;
      Add(name, Of(inner, name), doc, false);
    } else {
      Add(name, Of(value, name), doc, false);
    }
  }
  void Offsets(Span&) {
    Add("start", Whole(), "code points into the document's text", true);
    Add("end", Whole(), "end, exclusive", true);
  }
  void Days(DayRange&) {
    Add("from", NullableDay(), "first day; null: open or unknown", true);
    Add("until", NullableDay(), "last day, inclusive; null: open or unknown", true);
  }
  void DocumentId(const char* name, std::string&, const char* doc) { Add(name, {{"type", "string"}}, doc, true); }
  void Text(const char* name, std::string&, const char* doc) { Add(name, {{"type", "string"}}, doc, false); }
  void Passages(const char* name, Reuse&, const char* doc) {
    Json four = {{"type", "array"}, {"items", Whole()}, {"minItems", 4}, {"maxItems", 4}};
    Add(name, {{"type", "array"}, {"items", four}}, doc, true);
  }
  void Changes(const char* name, Reuse&, const char* doc) {
    EditKind kind = EditKind::kFigure;
    const Json place = {{"type", "array"}, {"items", Whole()}, {"minItems", 2}, {"maxItems", 2}};
    const Json change = {{"type", "object"},
                         {"properties", {{"kind", Of(kind, "kind")}, {"a", place}, {"b", place}}},
                         {"required", {"kind", "a", "b"}}};
    Add(name, {{"type", "array"}, {"items", change}}, doc, true);
  }
  void Documents(const char* name, std::vector<Record>&, const char* doc) {
    Add(name, {{"type", "array"}, {"items", {{"$ref", "document.schema.json"}}}}, doc, true);
  }

 private:
  static Json Whole() { return {{"type", "integer"}, {"minimum", 0}}; }
  static Json NullableDay() { return {{"type", {"string", "null"}}, {"pattern", "^\\d{4}-\\d\\d-\\d\\d$"}}; }
  void Add(std::string_view name, Json schema, const char* doc, bool required) {
    schema["description"] = doc;
    StrAppend(&(*pages_)[page_].second, "| `", name, "` | ", TypeWord(schema), " | ", std::string_view(doc),
              required ? "" : " (may be missing)", " |\n");
    if (required) required_.push_back(std::string(name));
    properties_[std::string(name)] = std::move(schema);
  }
  static std::string TypeWord(const Json& schema) {
    if (schema.contains("const")) return StrCat("`", schema["const"].get<std::string>(), "`");
    if (schema.contains("enum")) {
      std::vector<std::string> names;
      for (const Json& name : schema["enum"])
        names.push_back(name.is_null() ? "null" : StrCat("`", name.get<std::string>(), "`"));
      return Join(names, " ");
    }
    if (schema.contains("$ref")) return "record";
    if (schema.contains("anyOf")) return StrCat(TypeWord(schema["anyOf"][0]), " or null");
    const Json& type = schema["type"];
    if (type.is_array()) return StrCat(type[0].get<std::string>(), " or null");
    if (type == "array") return schema.contains("items") ? StrCat("list of ", TypeWord(schema["items"])) : "list";
    return type.get<std::string>();
  }
  template <class T>
  Json Of(T& value, std::string_view name) {
    if constexpr (std::is_enum_v<T>) {
      Json names = Json::array();
      for (const std::string_view n : EnumNames<T>::kNames) names.push_back(n.empty() ? Json() : Json(n));
      return {{"enum", names}};
    } else if constexpr (std::is_same_v<T, Span>) {
      return {{"type", "array"}, {"items", Whole()}, {"minItems", 2}, {"maxItems", 2}};
    } else if constexpr (std::is_same_v<T, Decimal>) {
      return {{"type", "string"}, {"pattern", "^-?\\d+(\\.\\d+)?$"}};
    } else if constexpr (std::is_same_v<T, std::pair<std::string, int>>) {
      return {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}};
    } else if constexpr (IsOptional<T>::value) {
      typename T::value_type inner;
      return {{"anyOf", {Of(inner, name), {{"type", "null"}}}}};
    } else if constexpr (IsVector<T>::value) {
      typename T::value_type item{};
      return {{"type", "array"}, {"items", Of(item, name)}};
    } else if constexpr (std::is_same_v<T, std::string>) {
      return {{"type", "string"}};
    } else if constexpr (std::is_same_v<T, bool>) {
      return {{"type", "boolean"}};
    } else if constexpr (std::is_same_v<T, double>) {
      return {{"type", "number"}};
    } else if constexpr (std::is_integral_v<T>) {
      return Whole();
    } else {
      SchemaMaker maker(pages_, std::string(name));
      Describe(maker, value);
      return maker.Take();
    }
  }

  std::vector<std::pair<std::string, std::string>>* pages_;
  size_t page_ = 0;
  Json properties_ = Json::object();
  Json required_ = Json::array();
};

// A record as a line of its own.
struct RecordLine {
  Record* record;
  ToolInfo* maker;
};

template <class V>
void Describe(V& v, RecordLine& line) {
  Describe(v, *line.record);
  v.Optional("tool", *line.maker, "what made the record; records of unlike makers are not compared");
}

OffsetMaps MapsOf(const Worksheet& sheet) {
  OffsetMaps maps;
  for (const Record& record : sheet.documents) maps.by_document.emplace(record.document.id, OffsetMap(record.document.text));
  return maps;
}

struct ReusePart {
  Worksheet* sheet;
  std::vector<ReuseArticle>* articles;
};

template <class V>
void Describe(V& v, ReusePart& part) {
  v.Schema("crosscheck.reuse/1");
  v.Field("reuse", part.sheet->reuse, "duplicated text, pair by pair");
  v.Field("families", part.sheet->families, "stories that are copies of each other");
  v.Optional("articles", *part.articles, "one row a story: family, time, share, likely origin");
  v.Optional("carried", part.sheet->carried, "text that many pages carry without being copies of each other: site furniture");
  v.Optional("reuse_limits", part.sheet->reuse_limits, "what of the reuse was not looked at pair by pair");
  v.Field("unread", part.sheet->unread, "what could not be read");
}

Json MakeSchema(std::string_view shape, std::vector<std::pair<std::string, std::string>>* pages) {
  SchemaMaker maker(pages, std::string(shape));
  Worksheet sheet;
  if (shape == "document") {
    Record record;
    ToolInfo tool;
    RecordLine line{&record, &tool};
    Describe(maker, line);
  } else if (shape == "worksheet") {
    Describe(maker, sheet);
  } else {
    std::vector<ReuseArticle> articles;
    ReusePart part{&sheet, &articles};
    Describe(maker, part);
  }
  return maker.Take();
}

}  // namespace

namespace {

// Does the text open more than `limit` brackets, outside of strings, before it closes them? Told before parsing, which recurses.
bool IsDeeperThan(std::string_view text, int limit) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > limit) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

absl::StatusOr<Json> ParseJson(std::string_view text) {
  if (IsDeeperThan(text, kMaxDepth)) return absl::InvalidArgumentError("JSON nested deeper than 64");
  try {
    return Json::parse(text);
  } catch (const Json::exception& e) {
    return absl::InvalidArgumentError(StrCat("not JSON: ", std::string_view(e.what())));
  }
}

std::string DumpJson(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string ToJson(const Record& record, bool with_text) {
  const OffsetMaps maps;
  const OffsetMap map(record.document.text);
  std::string out;
  Writer writer(maps, &map, with_text, &out, nullptr);
  writer.Object(const_cast<Record&>(record));  // the writer only reads
  return out;
}

std::string ToJson(const Record& record, const ToolInfo& maker, bool with_text) {
  const OffsetMaps maps;
  const OffsetMap map(record.document.text);
  std::string out;
  Writer writer(maps, &map, with_text, &out, nullptr);
  RecordLine line{const_cast<Record*>(&record), const_cast<ToolInfo*>(&maker)};  // the writer only reads
  writer.Object(line);
  return out;
}

absl::StatusOr<ToolInfo> ReadMaker(const Json& record) {
  ToolInfo maker;
  const auto it = record.is_object() ? record.find("tool") : record.end();
  if (it == record.end()) return maker;
  if (!it->is_object()) return absl::InvalidArgumentError("/tool is not an object");
  std::string error;
  const OffsetMap map;
  Reader reader(*it, nullptr, &map, "/tool", &error);
  Describe(reader, maker);
  if (!error.empty()) return absl::InvalidArgumentError(error);
  return maker;
}

absl::StatusOr<Record> ReadRecord(const Json& json) {
  if (!json.is_object()) return absl::InvalidArgumentError("a record is a JSON object");
  // The text first: offsets are read through its map.
  std::string text;
  if (const auto it = json.find("text"); it != json.end() && it->is_string()) text = it->get<std::string>();
  const OffsetMap map(text);
  std::string error;
  Record record;
  Reader reader(json, nullptr, &map, "", &error);
  Describe(reader, record);
  if (!error.empty()) return absl::InvalidArgumentError(error);
  return record;
}

namespace {

// What reuse says of a set of stories.
struct Facts {
  Worksheet* sheet;
};

template <class V>
void Describe(V& v, Facts& facts) {
  v.Field("reuse", facts.sheet->reuse, "duplicated text, pair by pair");
  v.Field("families", facts.sheet->families, "stories that are copies of each other");
}

// What comparing the stories gave.
struct Compared {
  Worksheet* sheet;
};

template <class V>
void Describe(V& v, Compared& compared) {
  v.Field("groups", compared.sheet->groups, "claims on the same thing");
  v.Field("findings", compared.sheet->findings, "what an editor should look at");
}

template <class Part>
std::string PartToJson(const Worksheet& sheet) {
  const OffsetMaps maps = MapsOf(sheet);
  std::string out;
  Writer writer(maps, &maps.identity, false, &out, nullptr);
  Part part{const_cast<Worksheet*>(&sheet)};  // the writer only reads
  writer.Object(part);
  return out;
}

template <class Part>
absl::Status PartFromJson(const Json& json, Worksheet* sheet) {
  if (!json.is_object()) return absl::InvalidArgumentError("is not a JSON object");
  const OffsetMaps maps = MapsOf(*sheet);
  std::string error;
  Reader reader(json, &maps, &maps.identity, "", &error);
  Part part{sheet};
  Describe(reader, part);
  return error.empty() ? absl::OkStatus() : absl::InvalidArgumentError(error);
}

}  // namespace

std::string FactsToJson(const Worksheet& sheet) { return PartToJson<Facts>(sheet); }
absl::Status ReadFacts(const Json& json, Worksheet* sheet) { return PartFromJson<Facts>(json, sheet); }
std::string ComparedToJson(const Worksheet& sheet) { return PartToJson<Compared>(sheet); }
absl::Status ReadCompared(const Json& json, Worksheet* sheet) { return PartFromJson<Compared>(json, sheet); }

void StreamWorksheetJson(const Worksheet& sheet, bool with_text, const std::function<void(std::string_view)>& add) {
  const OffsetMaps maps = MapsOf(sheet);
  std::string out;
  Writer writer(maps, &maps.identity, with_text, &out, &add);
  writer.Object(const_cast<Worksheet&>(sheet));  // the writer only reads
  add(out);
}

void StreamFindingsJson(const Worksheet& sheet, const std::function<void(std::string_view)>& add) {
  const OffsetMaps maps = MapsOf(sheet);
  std::string out;
  for (const Finding& finding : sheet.findings) {
    out.clear();
    Writer writer(maps, &maps.identity, false, &out, nullptr);
    writer.Object(const_cast<Finding&>(finding));  // the writer only reads
    add(out);
  }
}

void StreamDraftClaimsJson(const Worksheet& sheet, const std::function<void(std::string_view)>& add) {
  if (!sheet.draft) return;
  const OffsetMaps maps = MapsOf(sheet);
  std::string out;
  for (const DraftClaim& claim : sheet.draft->claims) {
    out.clear();
    Draft one{sheet.draft->document, {claim}};
    Writer writer(maps, &maps.identity, false, &out, nullptr);
    writer.Object(one);
    add(out);
  }
}

std::string ReuseToJson(const Worksheet& sheet) { return ReuseToJson(sheet, {}); }

std::string ReuseToJson(const Worksheet& sheet, const std::vector<ReuseArticle>& articles) {
  const OffsetMaps maps = MapsOf(sheet);
  std::string out;
  Writer writer(maps, &maps.identity, false, &out, nullptr);
  // The writer only reads.
  ReusePart part{const_cast<Worksheet*>(&sheet), const_cast<std::vector<ReuseArticle>*>(&articles)};
  writer.Object(part);
  return out;
}

Json JsonSchema(std::string_view shape) {
  std::vector<std::pair<std::string, std::string>> pages;
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", StrCat("crosscheck ", shape)}};
  schema.update(MakeSchema(shape, &pages));
  return schema;
}

std::string FormatPage() {
  std::string page =
      "# Format of the JSON output\n\nMade from the program's own description of its structs (core/base/fields.h); do not edit.\n"
      "Offsets are Unicode code points into the document's text, end exclusive.\n";
  StringSet seen;
  for (const std::string_view shape : {"document", "worksheet", "reuse"}) {
    std::vector<std::pair<std::string, std::string>> pages;
    MakeSchema(shape, &pages);
    for (const auto& [title, rows] : pages) {
      if (!seen.insert(StrCat(title, rows)).second) continue;
      StrAppend(&page, "\n## ", title, "\n\n| field | type | meaning |\n|---|---|---|\n", rows);
    }
  }
  return page;
}

#define CROSSCHECK_NAME(E) \
  std::string_view JsonName(E value) { return EnumNames<E>::kNames[static_cast<size_t>(value)]; }
CROSSCHECK_NAME(SegmentRole)
CROSSCHECK_NAME(StatementKind)
CROSSCHECK_NAME(Polarity)
CROSSCHECK_NAME(FigureKind)
CROSSCHECK_NAME(Modifier)
CROSSCHECK_NAME(TimexType)
CROSSCHECK_NAME(TimexMod)
CROSSCHECK_NAME(NameKind)
CROSSCHECK_NAME(Gender)
CROSSCHECK_NAME(ClaimType)
CROSSCHECK_NAME(Relation)
CROSSCHECK_NAME(Severity)
CROSSCHECK_NAME(Tier)
CROSSCHECK_NAME(Baseline)
CROSSCHECK_NAME(ReuseKind)
CROSSCHECK_NAME(CheckTarget)
CROSSCHECK_NAME(Standing)
CROSSCHECK_NAME(CheckPointKind)
CROSSCHECK_NAME(EditKind)
#undef CROSSCHECK_NAME

}  // namespace crosscheck
