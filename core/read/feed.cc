#include "read/feed.h"

#include <libxml/xmlreader.h>

#include <memory>

#include "base/days.h"
#include "base/strings.h"
#include "read/charset.h"
#include "read/libxml.h"
#include "read/reader.h"
#include "read/record_fields.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

constexpr int kMaxDepth = 128;

std::string_view View(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

std::string Attribute(xmlTextReaderPtr reader, const char* name) {
  xmlChar* value = xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name));
  std::string text(View(value));
  xmlFree(value);
  return text;
}

struct Entry {
  DumpRecord record;
  std::string summary;
  bool open = false;
};

class FeedReader {
 public:
  FeedReader(xmlTextReaderPtr reader, const ReadHint& hint, const ReadSink& sink) : reader_(reader), hint_(hint), sink_(sink) {}

  // False where the feed breaks off.
  bool Run() {
    int state = 0;
    while ((state = xmlTextReaderRead(reader_)) == 1) {
      const int depth = xmlTextReaderDepth(reader_);
      if (depth > kMaxDepth) return false;
      switch (xmlTextReaderNodeType(reader_)) {
        case XML_READER_TYPE_ELEMENT:
          Start(depth);
          break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          text_ += View(xmlTextReaderConstValue(reader_));
          break;
        case XML_READER_TYPE_END_ELEMENT:
          End(depth);
          break;
        default:
          break;
      }
    }
    if (state != 0 && entry_.open) Finish();
    return state == 0;
  }

  size_t count() const { return count_; }

 private:
  std::string_view Local() const { return View(xmlTextReaderConstLocalName(reader_)); }

  void Start(int depth) {
    const std::string_view name = Local();
    text_.clear();
    if (name == "item" || name == "entry") {
      entry_ = Entry();
      entry_.open = true;
      depth_ = depth;
    } else if (name == "link" && entry_.open && depth == depth_ + 1) {
      const std::string href = Attribute(reader_, "href");
      const std::string rel = Attribute(reader_, "rel");
      if (!href.empty() && (rel.empty() || rel == "alternate") && entry_.record.url.empty()) entry_.record.url = href;
    }
  }

  void End(int depth) {
    const std::string_view name = Local();
    if (entry_.open && depth == depth_) {
      Finish();
    } else if (entry_.open) {
      Field(name, depth);
    } else if (name == "title" && outlet_.empty()) {
      outlet_ = CollapseSpace(text_);
    }
    text_.clear();
  }

  void Field(std::string_view name, int depth) {
    DumpRecord& record = entry_.record;
    std::string value(Trim(text_));
    if (name == "name" && depth == depth_ + 2) {
      record.authors.push_back(std::move(value));
      return;
    }
    if (depth != depth_ + 1 || value.empty()) return;
    if (name == "title") {
      record.title = CollapseSpace(value);
    } else if (name == "encoded" || name == "content" || name == "fulltext") {
      record.html = std::move(value);
    } else if (name == "description" || name == "summary") {
      entry_.summary = std::move(value);
    } else if (name == "creator" || name == "author") {
      record.authors.push_back(std::move(value));
    } else if (name == "pubDate" || name == "published" || name == "date" || name == "issued") {
      record.published = std::move(value);
    } else if (name == "updated" || name == "modified") {
      record.modified = std::move(value);
    } else if (name == "link" && record.url.empty()) {
      record.url = std::move(value);
    } else if (name == "guid" || name == "id") {
      record.id = std::move(value);
    }
  }

  void Finish() {
    DumpRecord& record = entry_.record;
    entry_.open = false;
    const std::string where = StrCat(hint_.uri, ":", ++count_);
    if (record.html.empty()) record.html = std::move(entry_.summary);
    if (record.html.empty()) return sink_.Refuse(where, "an entry without text");
    record.outlet = outlet_;
    // A summary without markup is text already.
    if (record.html.find('<') == std::string::npos && record.html.find('&') == std::string::npos)
      std::swap(record.text, record.html);
    UseRecord(std::move(record), where, hint_, sink_);
  }

  xmlTextReaderPtr reader_;
  const ReadHint& hint_;
  const ReadSink& sink_;
  Entry entry_;
  int depth_ = 0;
  std::string outlet_;
  std::string text_;
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
  return root.starts_with("<rss") || root.starts_with("<rdf:rdf") || root.starts_with("<feed");
}

void ReadFeed(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const DecodedText decoded = DecodeText(bytes, hint.charset);
  std::string_view text = decoded.text;
  text.remove_prefix(std::min(text.find('<'), text.size()));
  if (text.size() > kMaxPageBytes) return sink.Refuse(hint.uri, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
  SetUpLibxml();
  const std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader(
      xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                         XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE),
      xmlFreeTextReader);
  if (reader == nullptr) return sink.Refuse(hint.uri, "cannot be read as a feed");
  FeedReader feed(reader.get(), hint, sink);
  if (!feed.Run()) sink.Refuse(hint.uri, StrCat("broken off after ", feed.count(), " entries"));
}

}  // namespace crosscheck
