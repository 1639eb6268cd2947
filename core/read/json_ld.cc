#include "read/json_ld.h"

#include <simdjson.h>

#include <algorithm>

#include "base/strings.h"
#include "read/loose_json.h"

namespace crosscheck {
namespace {

using simdjson::dom::element;

constexpr size_t kMaxDepth = 64;
constexpr size_t kMaxBlock = 4 << 20;
const std::string kById = "@id ";
constexpr size_t kMaxItems = 4000;  // objects looked at in one page

constexpr std::string_view kArticleTypes[] = {"Article",
                                              "NewsArticle",
                                              "ReportageNewsArticle",
                                              "BlogPosting",
                                              "AnalysisNewsArticle",
                                              "OpinionNewsArticle",
                                              "BackgroundNewsArticle",
                                              "LiveBlogPosting",
                                              "Report",
                                              "TechArticle",
                                              "ScholarlyArticle",
                                              "ReviewNewsArticle",
                                              "AdvertiserContentArticle",
                                              "SocialMediaPosting",
                                              "Review"};
constexpr std::string_view kPageTypes[] = {"WebPage", "ItemPage", "AboutPage", "CollectionPage", "ProfilePage"};

bool IsObject(const element& value, const char* key, element* out) { return value[key].get(*out) == simdjson::SUCCESS; }

std::string Text(const element& value, const char* key) {
  element field;
  if (!value.is_object() || !IsObject(value, key, &field)) return "";
  if (field.is_array()) {
    const simdjson::dom::array items = field.get_array().value_unsafe();
    if (items.size() == 0) return "";
    field = *items.begin();
  }
  if (field.is_string()) return std::string(Trim(field.get_string().value_unsafe()));
  if (field.is_object()) {
    element inner;
    for (const char* name : {"name", "@id", "url"}) {
      if (IsObject(field, name, &inner) && inner.is_string()) return std::string(Trim(inner.get_string().value_unsafe()));
    }
  }
  return "";
}

bool HasType(const element& value, const std::string_view* begin, const std::string_view* end) {
  element type;
  if (!value.is_object() || !IsObject(value, "@type", &type)) return false;
  const auto is_one = [&](const element& item) {
    return item.is_string() && std::find(begin, end, item.get_string().value_unsafe()) != end;
  };
  if (!type.is_array()) return is_one(type);
  const simdjson::dom::array items = type.get_array().value_unsafe();
  return std::any_of(items.begin(), items.end(), is_one);
}

class Reader {
 public:
  // Objects of the block, itself and those in lists and graphs. A list of our
  // own: no recursion.
  void Block(const element& root) {
    std::vector<element> open{root};
    while (!open.empty() && seen_ < kMaxItems) {
      const element value = open.back();
      open.pop_back();
      ++seen_;
      if (value.is_array()) {
        const simdjson::dom::array items = value.get_array().value_unsafe();
        const size_t first = open.size();
        for (const element item : items) open.push_back(item);
        std::reverse(open.begin() + first, open.end());  // the page's order
      } else if (value.is_object()) {
        Object(value);
        element inner;
        for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
          if (IsObject(value, key, &inner) && !inner.is_string()) open.push_back(inner);
        }
      }
    }
  }

  JsonLd Take() {
    if (out_.published.empty()) out_.published = out_.page_published;
    std::vector<std::string> authors;
    for (std::string& author : out_.authors) {
      if (!author.starts_with(kById)) {
        authors.push_back(std::move(author));
      } else if (const auto it = names_.find(author.substr(kById.size())); it != names_.end()) {
        authors.push_back(it->second);
      }
    }
    out_.authors = std::move(authors);
    if (out_.publisher.starts_with(kById)) {
      const auto it = names_.find(out_.publisher.substr(kById.size()));
      out_.publisher = it == names_.end() ? std::string() : it->second;
    }
    return std::move(out_);
  }

 private:
  void Object(const element& value) {
    if (const std::string id = Text(value, "@id"); !id.empty()) {
      if (const std::string name = Text(value, "name"); !name.empty()) names_.emplace(id, name);
    }
    const bool article = HasType(value, std::begin(kArticleTypes), std::end(kArticleTypes));
    if (article && !out_.has_article) {
      Article(value);
      out_.has_article = true;
    } else if (HasType(value, std::begin(kPageTypes), std::end(kPageTypes))) {
      Fill(&out_.page_published, Text(value, "datePublished"));
      Fill(&out_.modified, Text(value, "dateModified"));
    }
  }

  static void Fill(std::string* field, std::string value) {
    if (field->empty()) *field = std::move(value);
  }

  void Article(const element& value) {
    const auto set = [&](std::string* field, const char* key) {
      if (std::string text = Text(value, key); !text.empty()) *field = std::move(text);
    };
    set(&out_.headline, "headline");
    set(&out_.published, "datePublished");
    set(&out_.modified, "dateModified");
    set(&out_.created, "dateCreated");
    out_.publisher = Body(value, "publisher");
    set(&out_.url, "mainEntityOfPage");
    set(&out_.body, "articleBody");
    set(&out_.based_on, "isBasedOn");
    out_.authors.clear();
    for (const char* key : {"author", "creator", "contributor"}) {
      element field;
      if (out_.authors.empty() && IsObject(value, key, &field)) Authors(field);
    }
    if (const std::string source = Text(value, "sourceOrganization"); !source.empty()) out_.organizations.push_back(source);
  }

  // The name of a body, or its @id: the node of that @id may come later.
  static std::string Body(const element& value, const char* key) {
    element field;
    if (!IsObject(value, key, &field)) return "";
    if (field.is_array()) {
      const simdjson::dom::array items = field.get_array().value_unsafe();
      if (items.size() == 0) return "";
      field = *items.begin();
    }
    if (!field.is_object()) return Text(value, key);
    if (std::string name = Text(field, "name"); !name.empty()) return name;
    const std::string id = Text(field, "@id");
    return id.empty() ? "" : kById + id;
  }

  void Authors(const element& field) {
    if (!field.is_array()) return Author(field);
    const simdjson::dom::array items = field.get_array().value_unsafe();
    for (const element item : items) Author(item);
  }

  void Author(const element& value) {
    if (value.is_string()) {
      out_.authors.emplace_back(value.get_string().value_unsafe());
      return;
    }
    if (!value.is_object()) return;
    element name;
    std::vector<std::string> names;
    if (IsObject(value, "name", &name) && name.is_array()) {
      const simdjson::dom::array items = name.get_array().value_unsafe();
      for (const element item : items) {
        if (item.is_string()) names.emplace_back(item.get_string().value_unsafe());
      }
    } else if (std::string text = Text(value, "name"); !text.empty()) {
      names.push_back(std::move(text));
    } else if (const std::string id = Text(value, "@id"); !id.empty()) {
      names.push_back(kById + id);  // the one of that @id may come later
    }
    constexpr std::string_view kBodies[] = {"Organization", "NewsMediaOrganization", "Corporation", "WebSite"};
    auto* list = HasType(value, std::begin(kBodies), std::end(kBodies)) ? &out_.organizations : &out_.authors;
    for (std::string& text : names) list->push_back(std::move(text));
  }

  JsonLd out_;
  size_t seen_ = 0;
  StringMap<std::string> names_;  // by @id
};

// Control characters inside strings are common and no reason to lose the page's
// date.
std::string Tidy(std::string_view block) {
  std::string out(Trim(block));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') c = ' ';
  }
  while (out.ends_with(';')) out.pop_back();
  if (out.starts_with("<!--")) out.erase(0, 4);
  if (out.ends_with("-->")) out.resize(out.size() - 3);
  return out;
}

}  // namespace

JsonLd ReadJsonLd(const std::vector<std::string_view>& blocks) {
  simdjson::dom::parser parser;
  Reader reader;
  for (const std::string_view block : blocks) {
    const std::string text = Tidy(block);
    if (text.empty() || text.size() > kMaxBlock || parser.allocate(text.size(), kMaxDepth) != simdjson::SUCCESS) continue;
    element root;
    simdjson::error_code error = parser.parse(text).get(root);
    std::string tidy;
    if (error != simdjson::SUCCESS && error != simdjson::DEPTH_ERROR) {
      tidy = MakeJson(text).json;
      if (parser.allocate(tidy.size() + 1, kMaxDepth) != simdjson::SUCCESS) continue;
      error = parser.parse(tidy).get(root);
    }
    if (error == simdjson::SUCCESS) reader.Block(root);
  }
  return reader.Take();
}

}  // namespace crosscheck
