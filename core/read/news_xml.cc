// How it works: both formats are walked as one. An item begins at <nitf> or <newsItem>; elements that hold a field are collected
// until they end; inside the content (body.content, inlineXML) blocks are paragraphs, whatever markup they are in. A NITF inside a
// NewsML-G2 item belongs to that item.
#include "read/news_xml.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "read/bylines.h"
#include "read/charset.h"
#include "read/manuscript.h"
#include "read/reader.h"
#include "read/stamps.h"
#include "read/xml_reader.h"

namespace crosscheck {
namespace {

// Blocks of XHTML and NITF.
constexpr std::string_view kParagraphs[] = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hl2", "pre", "dt", "dd", "td", "th"};
constexpr std::string_view kHeadings[] = {"h1", "h2", "h3", "h4", "h5", "h6", "hl2"};

template <class List>
bool IsIn(std::string_view name, const List& list) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

// "20240611T081500Z" as ISO 8601 with its marks: the short form is that of NITF.
std::string LongDate(std::string_view date) {
  std::string out(date);
  if (out.size() >= 8 && out.find('-') == std::string::npos &&
      std::all_of(out.begin(), out.begin() + 8, [](char c) { return c >= '0' && c <= '9'; })) {
    out.insert(6, "-");
    out.insert(4, "-");
  }
  return out;
}

class NewsReader {
 public:
  NewsReader(const ReadHint& hint, const ReadSink& sink) : hint_(hint), sink_(sink), rules_(PageRulesOf(hint)) {}

  void Read(std::string_view text) {
    XmlReader xml(text);
    while (xml.Next()) {
      if (skip_ > 0) {
        skip_ += xml.event() == XmlReader::Event::kStart ? 1 : (xml.event() == XmlReader::Event::kEnd ? -1 : 0);
        continue;
      }
      if (xml.event() == XmlReader::Event::kStart) Start(xml);
      if (xml.event() == XmlReader::Event::kText) Text(xml.text());
      if (xml.event() == XmlReader::Event::kEnd) End(xml);
    }
    if (open_) Finish();
    if (count_ == 0) sink_.Refuse(hint_.uri, "no news item in it");
    if (xml.broken()) sink_.Refuse(hint_.uri, StrCat("broken off after ", count_, count_ == 1 ? " item" : " items"));
  }

 private:
  // What is left out with all it holds.
  static bool IsSkipped(std::string_view name) {
    return name == "head" || name == "media" || name == "remoteContent" || name == "rightsInfo" || name == "script" || name == "style";
  }

  void Start(const XmlReader& xml) {
    const std::string_view name = xml.name();
    if (!open_ && (name == "nitf" || name == "newsItem")) {
      open_ = true;
      depth_ = xml.depth();
      item_ = Manuscript();
      item_.evidence = name == "nitf" ? "nitf" : "newsml-g2";
      created_.clear();
      return;
    }
    if (!open_) return;
    if (name == "date.issue") item_.published = LongDate(xml.Attribute("norm"));
    if (name == "date.release" && created_.empty()) created_ = LongDate(xml.Attribute("norm"));
    if (name == "doc.copyright" && item_.outlet.empty()) item_.outlet = xml.Attribute("holder");
    if (name == "inlineXML" || name == "body.content") in_content_ = true;
    if (name == "inlineData") in_data_ = true;
    if (in_content_ && name != "head" && IsIn(name, kParagraphs)) {
      FlushParagraph();
      heading_ = IsIn(name, kHeadings);
    } else if (in_content_ && (name == "br" || name == "tr" || name == "div" || name == "block")) {
      paragraph_ += "\n";
    }
    if (in_content_ && IsSkipped(name)) skip_ = 1;
    if (IsField(name)) field_.clear();
  }

  static bool IsField(std::string_view name) {
    return name == "headline" || name == "by" || name == "byline" || name == "person" || name == "hl1" || name == "versionCreated" ||
           name == "contentCreated" || name == "firstCreated" || name == "creditline" || name == "name" || name == "located" ||
           name == "distributor";
  }

  void Text(std::string_view text) {
    if (!open_) return;
    if (in_content_) {
      paragraph_ += text;
    } else if (in_data_) {
      data_ += text;
    } else {
      field_ += text;
    }
  }

  void End(const XmlReader& xml) {
    if (!open_) return;
    const std::string_view name = xml.name();
    if (xml.depth() == depth_ && (name == "nitf" || name == "newsItem")) return Finish();
    if (name == "inlineXML" || name == "body.content") {
      FlushParagraph();
      in_content_ = false;
    } else if (name == "inlineData") {
      in_data_ = false;
      TakeData();
    } else if (in_content_) {
      if (IsIn(name, kParagraphs)) FlushParagraph();
    } else {
      Field(name, CollapseSpace(field_));
      if (IsField(name)) field_.clear();
    }
  }

  void Field(std::string_view name, std::string value) {
    if (value.empty()) return;
    if (name == "hl1" || (name == "headline" && item_.title.empty())) {
      item_.title = std::move(value);
    } else if (name == "by" || name == "byline" || name == "person") {
      if (!item_.authors.empty()) return;
      const Byline byline = ParseByline(value, item_.outlet, rules_);
      item_.authors = byline.people;
      if (item_.credit.empty()) item_.credit = byline.agencies;
    } else if (name == "creditline" && item_.outlet.empty()) {
      item_.outlet = std::move(value);
    } else if (name == "contentCreated" || name == "firstCreated") {
      created_ = std::move(value);
    } else if (name == "versionCreated") {
      version_ = std::move(value);
    }
  }

  void FlushParagraph() {
    if (!Trim(paragraph_).empty()) {
      item_.paragraphs.push_back({paragraph_, heading_ ? std::optional(SegmentRole::kSubhead) : std::nullopt});
    }
    paragraph_.clear();
    heading_ = false;
  }

  // Plain text: blocks between empty lines, else lines.
  void TakeData() {
    const bool blocks = data_.find("\n\n") != std::string::npos;
    std::string block;
    const auto flush = [&] {
      if (!Trim(block).empty()) item_.paragraphs.push_back({block, std::nullopt});
      block.clear();
    };
    for (const std::string_view line : Split(data_, '\n')) {
      if (!blocks || Trim(line).empty()) flush();
      StrAppend(&block, block.empty() ? "" : " ", line);
    }
    flush();
    data_.clear();
  }

  void Finish() {
    FlushParagraph();
    open_ = in_content_ = in_data_ = false;
    if (item_.published.empty()) item_.published = created_.empty() ? version_ : created_;
    if (!item_.title.empty()) item_.paragraphs.insert(item_.paragraphs.begin(), WrittenParagraph{item_.title, SegmentRole::kHeadline});
    ReadHint of_item = hint_;
    ++count_;
    if (count_ > 1) {
      of_item.uri = StrCat(hint_.uri, ":", count_);
      of_item.id = StrCat(hint_.id.empty() ? BaseName(hint_.uri) : std::string_view(hint_.id), ":", count_);
    }
    if (item_.paragraphs.empty()) return sink_.Refuse(of_item.uri, "no text in it");
    UseManuscript(std::move(item_), of_item, sink_);
    version_.clear();
    created_.clear();
  }

  const ReadHint& hint_;
  const ReadSink& sink_;
  const PageRules& rules_;
  Manuscript item_;
  bool open_ = false;
  bool in_content_ = false;
  bool in_data_ = false;
  bool heading_ = false;
  int depth_ = 0;
  int skip_ = 0;
  size_t count_ = 0;
  std::string field_, paragraph_, data_, created_, version_;
};

}  // namespace

bool MatchesNewsXml(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  std::string text(head.substr(0, 8192));
  std::erase(text, '\0');  // UTF-16
  for (size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    if (text.compare(at, 2, "<?") == 0 || text.compare(at, 2, "<!") == 0) continue;
    std::string_view root = std::string_view(text).substr(at + 1);
    root = root.substr(0, root.find_first_of(" \t\r\n>/"));
    if (const size_t colon = root.find(':'); colon != std::string_view::npos) root.remove_prefix(colon + 1);
    return root == "nitf" || root == "newsItem" || root == "newsMessage";
  }
  return false;
}

void ReadNewsXml(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const DecodedText decoded = DecodeText(bytes, hint.charset);
  std::string_view text = decoded.text;
  text.remove_prefix(std::min(text.find('<'), text.size()));
  NewsReader(hint, sink).Read(text);
}

}  // namespace crosscheck
