// How it works: an own scan over tags, CDATA and text, since half of the feeds that people save are no XML: bare ampersands,
// references that HTML knows and XML does not, control characters, tags that nobody closes. An end tag closes what stands open
// inside its element; a field's tag closes a field that was left open; a new entry closes the one before. Only fields in the
// entry's own namespace, and those of the content and Dublin Core modules, are the entry's.
#include "read/feed.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/days.h"
#include "base/strings.h"
#include "read/charset.h"
#include "read/html_text.h"
#include "read/reader.h"
#include "read/record_fields.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxOpen = 200;       // elements open at once; deeper ones are text of the innermost
constexpr size_t kMaxTag = 16 << 10;   // bytes of a tag

enum class Space { kOwn, kContent, kDublinCore, kAtom, kOther };

struct Attribute {
  std::string_view name, value;
};

struct Tag {
  std::string_view name;  // with its prefix
  std::string_view attributes;
  bool end = false;
  bool empty = false;

  std::string_view Prefix() const {
    const size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
  }
  std::string_view Local() const { return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1); }
};

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::vector<Attribute> AttributesOf(std::string_view text) {
  std::vector<Attribute> attributes;
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && (IsSpace(text[at]) || text[at] == '/')) ++at;
    const size_t name = at;
    while (at < text.size() && text[at] != '=' && !IsSpace(text[at])) ++at;
    const std::string_view key = text.substr(name, at - name);
    while (at < text.size() && IsSpace(text[at])) ++at;
    if (at >= text.size() || text[at] != '=') {
      if (key.empty()) ++at;
      continue;
    }
    ++at;
    while (at < text.size() && IsSpace(text[at])) ++at;
    if (at >= text.size()) break;
    const char quote = text[at];
    size_t end = 0;
    if (quote == '"' || quote == '\'') {
      end = std::min(text.find(quote, ++at), text.size());
    } else {
      for (end = at; end < text.size() && !IsSpace(text[end]);) ++end;
    }
    attributes.push_back({key, text.substr(at, end - at)});
    at = std::min(end + 1, text.size());
  }
  return attributes;
}

std::string AttributeOf(const Tag& tag, std::string_view name) {
  for (const Attribute& attribute : AttributesOf(tag.attributes)) {
    if (attribute.name == name) return DecodeReferences(attribute.value);
  }
  return "";
}

// Names of fields that no other field may stand in.
bool IsField(std::string_view local) {
  constexpr std::string_view kFields[] = {"title",  "link",      "description", "summary", "content", "encoded", "pubdate",  "published",
                                          "updated", "date",     "creator",     "author",  "guid",    "id",      "category", "comments",
                                          "source",  "enclosure", "issued",     "modified", "full-text", "fulltext"};
  return std::find(std::begin(kFields), std::end(kFields), local) != std::end(kFields);
}
bool IsEntry(std::string_view local) { return local == "item" || local == "entry"; }

class FeedReader {
 public:
  FeedReader(std::string_view text, const ReadHint& hint, const ReadSink& sink) : text_(text), hint_(hint), sink_(sink) {}

  void Run() {
    while (at_ < text_.size()) {
      const size_t next = std::min(text_.find('<', at_), text_.size());
      Text(text_.substr(at_, next - at_));
      at_ = next;
      if (at_ < text_.size()) Markup();
    }
    const bool broken_off = entry_open_ || (!open_.empty() && count_ == 0);
    while (!open_.empty()) Pop();
    if (entry_open_) Finish();
    if (broken_off) sink_.Refuse(hint_.uri, StrCat("broken off after ", count_, count_ == 1 ? " entry" : " entries"));
  }

 private:
  struct Open {
    std::string name;   // in lower case, with its prefix
    std::string local;  // in lower case, without
    Space space = Space::kOther;
    bool href = false;
  };

  void Markup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<![CDATA[")) {
      const size_t end = std::min(text_.find("]]>", at_ + 9), text_.size());
      const std::string_view data = text_.substr(at_ + 9, end - at_ - 9);
      raw_ += data;
      plain_ += data;
      has_data_ = true;
      at_ = std::min(end + 3, text_.size());
      return;
    }
    if (rest.starts_with("<!--")) {
      const size_t end = text_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? at_ + 4 : end + 3;
      return;
    }
    const size_t end = rest.substr(0, kMaxTag).find('>');
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (end == std::string_view::npos || (next != '/' && next != '!' && next != '?' && !((next | 0x20) >= 'a' && (next | 0x20) <= 'z'))) {
      Text("&lt;");
      ++at_;
      return;
    }
    at_ += end + 1;
    if (next == '!' || next == '?') return;
    Tag tag;
    tag.end = next == '/';
    std::string_view inside = rest.substr(tag.end ? 2 : 1, end - (tag.end ? 2 : 1));
    tag.empty = inside.ends_with('/');
    size_t name = 0;
    while (name < inside.size() && !IsSpace(inside[name]) && inside[name] != '/') ++name;
    tag.name = inside.substr(0, name);
    tag.attributes = inside.substr(name);
    tag.end ? End(tag) : Start(tag);
  }

  void Text(std::string_view text) {
    if (open_.empty() || text.empty()) return;
    raw_ += text;
    plain_ += DecodeReferences(text);
  }

  // Is an element of that name open, in the entry where there is one?
  bool IsOpen(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& open) { return open.name == name; });
  }

  void Start(const Tag& tag) {
    const std::string local = AsciiLower(tag.Local());
    for (const Attribute& attribute : AttributesOf(tag.attributes)) {
      if (attribute.name == "xmlns" && (open_.empty() || IsEntry(local))) own_ = attribute.value;
      if (attribute.name.starts_with("xmlns:")) spaces_[std::string(attribute.name.substr(6))] = std::string(attribute.value);
    }
    if (IsEntry(local) && (tag.Prefix().empty() || tag.Prefix() == "atom" || tag.Prefix() == "rss")) {
      while (entry_open_ && open_.size() > entry_depth_) Pop();
      if (entry_open_) Finish(), open_.pop_back();
      entry_ = DumpRecord();
      summary_.clear();
      entry_open_ = true;
      Push(tag, local);
      entry_depth_ = open_.size();
      return;
    }
    const Space space = SpaceOf(tag.Prefix());
    // A field that was left open ends where the next begins.
    if (entry_open_ && open_.size() > entry_depth_ && space != Space::kOther && IsField(local) && !IsNested(local)) {
      while (open_.size() > entry_depth_) Pop();
    }
    if (open_.size() > InField() && HoldsMarkup()) {  // markup inside a field
      StrAppend(&raw_, "<", local, tag.attributes.substr(0, 256), ">");
      has_markup_ = true;
      if (tag.empty) return;
    }
    if (tag.empty || open_.size() >= kMaxOpen) {
      if (local == "link" && entry_open_ && open_.size() == entry_depth_) Link(tag, space);
      return;
    }
    Push(tag, local);
    if (local == "link" && entry_open_ && open_.size() == entry_depth_ + 1) Link(tag, space);
  }
  size_t InField() const { return entry_open_ ? entry_depth_ : open_.empty() ? 0 : 1; }

  // A field's name inside a field that may hold elements: <author><name>, <source><title>, markup of a text.
  bool IsNested(std::string_view local) const {
    const Open& field = open_[entry_depth_];
    if (field.local == "author" || field.local == "contributor" || field.local == "creator") return local != "title" && local != "description";
    if (field.space == Space::kOther) return true;
    const bool holds_text = field.local == "content" || field.local == "encoded" || field.local == "description" || field.local == "summary";
    if (holds_text) return local == "link" || local == "source" || local == "summary" || local == "title";
    return field.local == "source" && open_.size() > entry_depth_ && IsOpen("source") && local != "pubdate" && local != "description";
  }
  // Is the field that is open one whose markup is text?
  bool HoldsMarkup() const {
    if (open_.size() <= InField()) return false;
    const std::string& field = open_[InField()].local;
    return field == "content" || field == "encoded" || field == "description" || field == "summary" || field == "title" ||
           field == "full-text" || field == "fulltext";
  }

  void Push(const Tag& tag, const std::string& local) {
    const bool field = open_.size() <= InField() + (entry_open_ ? 0 : 1);
    open_.push_back({AsciiLower(tag.name), local, SpaceOf(tag.Prefix()), false});
    if (field || !HoldsMarkup()) raw_.clear(), plain_.clear(), has_data_ = has_markup_ = false;
  }

  void End(const Tag& tag) {
    const std::string name = AsciiLower(tag.name);
    if (!IsOpen(name)) return;
    // A field's end tag inside a text's markup ends the text only where it is the text's own.
    while (!open_.empty()) {
      const bool last = open_.back().name == name;
      Pop();
      if (last) break;
    }
  }

  void Pop() {
    const Open open = std::move(open_.back());
    if (entry_open_ && open_.size() == entry_depth_) {
      Finish();
      open_.pop_back();
      return;
    }
    open_.pop_back();
    if (entry_open_ && open_.size() == entry_depth_) {
      Field(open);
    } else if (entry_open_ && open_.size() == entry_depth_ + 1 && open.local == "name") {
      const std::string& of = open_.back().local;
      if ((of == "author" || of == "creator" || of == "contributor") && open_.back().space != Space::kOther && of != "contributor")
        entry_.authors.push_back(std::string(Trim(plain_)));
      plain_.clear();
      raw_.clear();
    } else if (!entry_open_) {
      Channel(open);
    } else if (HoldsMarkup()) {
      StrAppend(&raw_, "</", open.local, ">");
    } else {
      plain_.clear();
      raw_.clear();
    }
  }

  void Channel(const Open& open) {
    const bool of_channel = !open_.empty() && (open_.back().local == "channel" || open_.back().local == "feed");
    if (open.local == "title" && of_channel && outlet_.empty() && open.space == Space::kOwn) outlet_ = PlainLine(plain_);
    if (open.local == "name" && open_.size() == 2 && open_.back().local == "author") author_ = CollapseSpace(plain_);
    plain_.clear();
    raw_.clear();
  }

  void Link(const Tag& tag, Space space) {
    const std::string href = AttributeOf(tag, "href");
    const std::string rel = AttributeOf(tag, "rel");
    if (href.empty() || (!rel.empty() && rel != "alternate") || space == Space::kOther) return;
    if (entry_.url.empty() || space == Space::kOwn) entry_.url = href;
  }

  Space SpaceOf(std::string_view prefix) const {
    if (prefix.empty()) return Space::kOwn;
    const auto it = spaces_.find(prefix);
    const std::string_view address = it == spaces_.end() ? std::string_view() : std::string_view(it->second);
    if (!address.empty() && address == own_) return Space::kOwn;
    if (address.find("modules/content") != std::string_view::npos || prefix == "content") return Space::kContent;
    if (address.find("purl.org/dc/") != std::string_view::npos || prefix == "dc" || prefix == "dcterms")
      return Space::kDublinCore;
    if (address.find("w3.org/2005/Atom") != std::string_view::npos || prefix == "atom")
      return own_.find("w3.org/2005/Atom") != std::string::npos || own_.empty() ? Space::kAtom : Space::kOther;
    return Space::kOther;
  }

  // The text of a field: markup as it stands, else what it means once the references are undone.
  std::string Value() { return has_markup_ && !has_data_ ? std::move(raw_) : std::move(plain_); }

  void Field(const Open& open) {
    const std::string value(Trim(Value()));
    plain_.clear();
    raw_.clear();
    has_data_ = has_markup_ = false;
    const std::string& name = open.local;
    if (value.empty()) return;
    if (name == "full-text" || name == "fulltext") {
      if (entry_.html.empty()) entry_.html = value;
    } else if (open.space == Space::kContent) {
      if (name == "encoded") entry_.html = value;
    } else if (open.space == Space::kDublinCore) {
      DublinCore(name, value);
    } else if (open.space == Space::kOwn || open.space == Space::kAtom) {
      Own(name, value, open.space == Space::kOwn);
    }
  }

  void DublinCore(const std::string& name, const std::string& value) {
    if (name == "creator") {
      if (!from_dublin_core_) entry_.authors.clear();
      from_dublin_core_ = true;
      entry_.authors.push_back(value);
    } else if ((name == "date" || name == "issued" || name == "created" || name == "available") && entry_.published.empty()) {
      entry_.published = value;
    } else if (name == "modified") {
      entry_.modified = value;
    }
  }

  void Own(const std::string& name, const std::string& value, bool own) {
    if (name == "title" && own) {
      entry_.title = value;
    } else if (name == "content" || name == "encoded") {
      if (entry_.html.empty()) entry_.html = value;
    } else if (name == "description" || name == "summary") {
      if (own || summary_.empty()) summary_ = value;
    } else if (name == "creator" || (name == "author" && !from_dublin_core_)) {
      entry_.authors.push_back(value);
    } else if (name == "pubdate" || name == "published") {
      if (own || entry_.published.empty()) entry_.published = value;
    } else if ((name == "date" || name == "issued" || name == "created") && entry_.published.empty()) {
      entry_.published = value;
    } else if (name == "updated" || name == "modified") {
      entry_.modified = value;
    } else if (name == "link" && own && entry_.url.empty()) {
      entry_.url = value;
    } else if (name == "guid" || name == "id") {
      entry_.id = value;
    }
  }

  void Finish() {
    entry_open_ = false;
    from_dublin_core_ = false;
    const std::string where = StrCat(hint_.uri, ":", ++count_);
    DumpRecord record = std::exchange(entry_, {});
    std::string text = record.html.empty() ? std::move(summary_) : std::move(record.html);
    record.html.clear();
    if (Trim(text).empty()) return sink_.Refuse(where, "an entry without text");
    if (record.url.empty() && record.id.find("://") != std::string::npos) record.url = record.id;
    if (record.authors.empty() && !author_.empty()) record.authors.push_back(author_);
    record.outlet = outlet_;
    record.verbatim = false;
    record.text = std::move(text);
    UseRecord(std::move(record), where, hint_, sink_);
  }

  std::string_view text_;
  const ReadHint& hint_;
  const ReadSink& sink_;
  size_t at_ = 0;
  std::vector<Open> open_;
  StringMap<std::string> spaces_;  // addresses of namespaces by prefix
  std::string own_;                // of the feed itself
  // The text of the innermost field: with its markup, and with references undone.
  std::string raw_, plain_;
  bool has_data_ = false;
  bool has_markup_ = false;
  DumpRecord entry_;
  std::string summary_;
  bool entry_open_ = false;
  bool from_dublin_core_ = false;
  size_t entry_depth_ = 0;  // elements open with the entry itself
  std::string outlet_, author_;
  size_t count_ = 0;
};

}  // namespace

bool MatchesFeed(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  std::string lower = AsciiLower(head.substr(0, 4096));
  std::erase(lower, '\0');
  size_t at = 0;
  for (;;) {  // past the declaration and comments
    at = lower.find('<', at);
    if (at == std::string::npos || at > 2048) return false;
    if (lower.compare(at, 2, "<?") != 0 && lower.compare(at, 2, "<!") != 0) break;
    ++at;
  }
  const std::string_view root = std::string_view(lower).substr(at);
  return root.starts_with("<rss") || root.starts_with("<rdf:rdf") || root.starts_with("<feed") ||
         root.starts_with("<atom:feed") || root.starts_with("<entry");
}

void ReadFeed(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (bytes.size() > kMaxPageBytes) return sink.Refuse(hint.uri, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
  const DecodedText decoded = DecodeText(bytes, hint.charset);
  FeedReader(decoded.text, hint, sink).Run();
}

}  // namespace crosscheck
