#include "read/html_cut.h"

#include <algorithm>
#include <cstring>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/html_text.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxAttributes = 256;    // looked at in one tag
constexpr size_t kMaxValue = 2 << 10;     // bytes of an attribute's value
constexpr size_t kMaxContent = 32 << 10;  // bytes of <meta content>
constexpr size_t kMaxName = 64;
constexpr size_t kMaxOpen = 600;  // elements open at once; real pages have some 30

// Elements that a text runs through. All others part it.
constexpr std::string_view kInlineElements[] = {
    "a",    "abbr",  "acronym", "b",      "bdi",    "bdo",  "big",  "cite",    "code", "data", "del", "dfn",  "em",
    "font", "i",     "ins",     "kbd",    "label",  "mark", "nobr", "picture", "q",    "rp",   "rt",  "ruby", "s",
    "samp", "small", "span",    "strike", "strong", "sub",  "sup",  "time",    "tt",   "u",    "var"};
// Elements that are closed by the next of their kind.
constexpr std::string_view kSelfClosing[] = {"p", "li", "dd", "dt", "td", "th", "tr", "option", "a"};

// Elements that are cut with all they hold.
constexpr std::string_view kCutElements[] = {"script", "style",  "svg",   "noscript", "template", "iframe", "textarea",
                                             "select", "object", "audio", "video",    "canvas",   "math",   "map",
                                             "del",    "s",     "strike"};  // struck out: no longer said
constexpr std::string_view kVoidElements[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                              "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::string_view kAttributes[] = {"class",       "id",       "href", "rel",      "name",           "property",
                                            "content",     "itemprop", "role", "datetime", "hidden",         "style",
                                            "aria-hidden", "lang",     "type", "itemtype", "data-component", "data-testid"};

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool IsOneOf(std::string_view name, const std::string_view* begin, const std::string_view* end) {
  return std::find(begin, end, name) != end;
}

// Marks of a page inside a frame that would end the page around it.
constexpr std::string_view kPageElements[] = {"html", "head", "body", "link", "meta", "base"};
constexpr size_t kMinFrame = 200;  // bytes of a frame's own page; advertisements and players are shorter, or have an address

class Cutter {
 public:
  // `inner`: the page of a frame, read as a part of the page around it.
  explicit Cutter(std::string_view page, bool inner = false) : page_(page), inner_(inner) { out_.html.reserve(page.size() / 2); }

  HtmlCut Run() {
    while (at_ < page_.size()) {
      const size_t open = std::min(page_.find('<', at_), page_.size());
      if (open > at_) Text(at_, open);
      at_ = open;
      if (at_ < page_.size()) Markup();
    }
    return std::move(out_);
  }

 private:
  void Text(size_t from, size_t to) {
    out_.runs.push_back({static_cast<uint32_t>(out_.html.size()), static_cast<uint32_t>(from)});
    const size_t start = out_.html.size();
    AppendMeant(page_.substr(from, to - from));
    std::replace(out_.html.begin() + start, out_.html.end(), '\0',
                 ' ');  // the parser would stop there
  }

  // With references to 0x80 to 0x9F as the characters that browsers show; all others are the parser's.
  void AppendMeant(std::string_view text) {
    size_t done = 0;
    for (size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 2)) {
      size_t end = at + 2;
      const bool hexadecimal = end < text.size() && (text[end] | 0x20) == 'x';
      end += hexadecimal ? 1 : 0;
      uint32_t number = 0;
      for (; end < text.size() && end < at + 9; ++end) {
        const char c = Lower(text[end]);
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !(hexadecimal && c >= 'a' && c <= 'f')) break;
        number = number * (hexadecimal ? 16 : 10) + static_cast<uint32_t>(digit ? c - '0' : c - 'a' + 10);
      }
      const char32_t meant = number >= 0x80 && number < 0xA0 ? MeantByNumber(number) : 0;
      if (meant == 0) continue;
      out_.html.append(text, done, at - done);
      AppendUtf8(meant, &out_.html);
      done = end < text.size() && text[end] == ';' ? end + 1 : end;
    }
    out_.html.append(text, done);
  }

  void Markup() {
    const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : ' ';
    if (IsLetter(next)) return StartTag();
    if (next == '/') return EndTag();
    if (page_.compare(at_, 4, "<!--") == 0) return Comment();
    if (next == '!' || next == '?') {
      const size_t end = page_.find('>', at_);
      if (end != std::string_view::npos) {
        at_ = end + 1;
        return;
      }
    }
    Text(at_, at_);
    out_.html += "&lt;";
    ++at_;
  }

  void Comment() {
    size_t end = no_comment_end_ ? std::string_view::npos : page_.find("-->", at_ + 2);
    if (end == std::string_view::npos) {
      no_comment_end_ = true;  // an open comment hides nothing: the text after
                               // it is better kept than lost
      end = at_ + 1;
    }
    at_ = end + 3;
  }

  std::string_view Name() {
    name_.clear();
    for (; at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '>' && page_[at_] != '/'; ++at_) {
      if (name_.size() < kMaxName) name_ += Lower(page_[at_]);
    }
    return name_;
  }

  void EndTag() {
    at_ += 2;
    const std::string_view name = Name();
    at_ = std::min(page_.find('>', at_), page_.size() - 1) + 1;
    const uint32_t id = NameId(name);
    if (counts_[id] == 0) {  // looking for what it ends would cost the parser the depth of the page
      if (open_.size() >= kMaxOpen) Border(name);
      return;
    }
    while (open_.back() != id) Close();
    Close();
    StrAppend(&out_.html, "</", name, ">");
  }

  // ---- which elements are open, about as the parser will see it

  uint32_t NameId(std::string_view name) {
    const auto [it, is_new] = ids_.try_emplace(std::string(name), static_cast<uint32_t>(counts_.size()));
    if (is_new) {
      counts_.push_back(0);
      closes_with_block_.push_back(name == "p" || IsOneOf(name, std::begin(kInlineElements), std::end(kInlineElements)));
    }
    return it->second;
  }
  void Open(uint32_t id) {
    open_.push_back(id);
    ++counts_[id];
  }
  void Close() {
    --counts_[open_.back()];
    open_.pop_back();
  }
  void CloseOneBefore(std::string_view name, uint32_t id) {
    if (!IsOneOf(name, std::begin(kSelfClosing), std::end(kSelfClosing))) return;
    for (size_t i = 1; i <= std::min<size_t>(3, open_.size()); ++i) {
      const uint32_t other = open_[open_.size() - i];
      if (other != id && !closes_with_block_[other]) return;
      if (other != id) continue;
      while (i-- > 0) Close();
      return;
    }
  }
  // In place of a tag that is too deep: its text stays, and what stands before it stays apart from it.
  void Border(std::string_view name) {
    if (!IsOneOf(name, std::begin(kInlineElements), std::end(kInlineElements))) out_.html += "<hr>";
  }

  void StartTag() {
    ++at_;
    const std::string_view name = Name();
    const bool cut = IsOneOf(name, std::begin(kCutElements), std::end(kCutElements));
    const size_t start = out_.html.size();
    StrAppend(&out_.html, "<", name);
    is_json_ld_ = is_shadow_root_ = false;
    frame_ = {};
    const size_t tag = at_;
    const bool closed = Attributes(name);
    out_.html += '>';
    if (inner_ && IsOneOf(name, std::begin(kPageElements), std::end(kPageElements))) {
      out_.html.resize(start);
    } else if (name == "template" && is_shadow_root_) {
      out_.html.resize(start);  // its text is shown in its place
    } else if (cut || (inner_ && name == "title")) {
      out_.html.resize(start);
      if (name == "iframe" && frame_.size() >= kMinFrame && !inner_) Frame(tag);
      if (!closed) Element(name);
    } else if (!IsOneOf(name, std::begin(kVoidElements), std::end(kVoidElements))) {
      const uint32_t id = NameId(name);
      CloseOneBefore(name, id);
      if (open_.size() < kMaxOpen) return Open(id);
      out_.html.resize(start);
      Border(name);
    }
  }

  // The page that a frame has in itself (srcdoc) stands where the frame does.
  void Frame(size_t tag) {
    const std::string page = DecodeReferences(frame_);
    const HtmlCut inner = Cutter(page, true).Run();
    out_.html += "<div>";
    for (const HtmlCut::Run& run : inner.runs)
      out_.runs.push_back({static_cast<uint32_t>(out_.html.size()) + run.cut, static_cast<uint32_t>(tag)});
    StrAppend(&out_.html, inner.html, "</div>");
  }

  // Past the '>' of a start tag. True: it ended in "/>".
  bool Attributes(std::string_view element) {
    size_t count = 0;
    for (;;) {
      while (at_ < page_.size() && (IsSpace(page_[at_]) || page_[at_] == '/')) ++at_;
      if (at_ >= page_.size()) return false;
      if (page_[at_] == '>') {
        ++at_;
        return page_[at_ - 2] == '/';
      }
      const size_t name_start = at_;
      while (at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '>' && page_[at_] != '/' && page_[at_] != '=') ++at_;
      if (at_ == name_start) ++at_;  // a lone '='
      const std::string_view name = page_.substr(name_start, at_ - name_start);
      const std::string_view value = Value();
      if (++count <= kMaxAttributes) Keep(element, name, value);
    }
  }

  std::string_view Value() {
    size_t at = at_;
    while (at < page_.size() && IsSpace(page_[at])) ++at;
    if (at >= page_.size() || page_[at] != '=') return "";
    ++at;
    while (at < page_.size() && IsSpace(page_[at])) ++at;
    if (at >= page_.size()) return at_ = at, "";
    const char quote = page_[at];
    size_t end = 0;
    if (quote == '"' || quote == '\'') {
      end = std::min(page_.find(quote, at + 1), page_.size());
      at_ = std::min(end + 1, page_.size());
      return page_.substr(at + 1, end - at - 1);
    }
    for (end = at; end < page_.size() && !IsSpace(page_[end]) && page_[end] != '>';) ++end;
    at_ = end;
    return page_.substr(at, end - at);
  }

  void Keep(std::string_view element, std::string_view name, std::string_view value) {
    if (name.size() > 14) return;
    if (EqualsIgnoreCase(name, "shadowrootmode") || EqualsIgnoreCase(name, "shadowroot")) is_shadow_root_ = true;
    if (EqualsIgnoreCase(name, "srcdoc")) frame_ = value;
    const std::string lower = AsciiLower(name);
    const bool stamp = lower == "title" && element == "abbr";  // hAtom's day
    if (!stamp && !IsOneOf(lower, std::begin(kAttributes), std::end(kAttributes))) return;
    if (lower == "type" && AsciiLower(value).find("ld+json") != std::string::npos) is_json_ld_ = true;
    const size_t limit = element == "meta" && lower == "content" ? kMaxContent : kMaxValue;
    StrAppend(&out_.html, " ", lower, "=\"");
    const size_t start = out_.html.size();
    std::string_view kept = value.substr(0, limit);
    while (kept.size() == limit && !kept.empty() && (static_cast<unsigned char>(kept.back()) & 0xC0) == 0x80)
      kept.remove_suffix(1);
    AppendMeant(kept);
    std::replace(out_.html.begin() + start, out_.html.end(), '"', '\'');
    std::replace(out_.html.begin() + start, out_.html.end(), '\0', ' ');
    out_.html += '"';
  }

  // Past the end tag of an element that is cut.
  void Element(std::string_view name) {
    const size_t body = at_;
    const size_t end = FindEndTag(name);
    if (end == std::string_view::npos) {
      if (name == "script" || name == "style") at_ = page_.size();  // a page cut off there; others stay open unharmed
      return;
    }
    if (is_json_ld_) out_.json_ld.push_back(page_.substr(body, end - body));
    at_ = std::min(page_.find('>', end), page_.size() - 1) + 1;
  }

  size_t FindEndTag(std::string_view name) {
    if (std::find(never_closed_.begin(), never_closed_.end(), name) != never_closed_.end()) return std::string_view::npos;
    for (size_t at = page_.find("</", at_); at != std::string_view::npos; at = page_.find("</", at + 2)) {
      const std::string_view found = page_.substr(at + 2, name.size());
      const size_t after = at + 2 + name.size();
      const bool whole = after >= page_.size() || (!IsLetter(page_[after]) && page_[after] != '-' && !(page_[after] >= '0' && page_[after] <= '9'));
      if (whole && found.size() == name.size() &&
          std::equal(found.begin(), found.end(), name.begin(), [](char a, char b) { return Lower(a) == b; })) {
        return at;
      }
    }
    never_closed_.emplace_back(name);
    return std::string_view::npos;
  }

  std::string_view page_;
  size_t at_ = 0;
  HtmlCut out_;
  std::string name_;
  bool inner_ = false;
  bool is_json_ld_ = false;
  bool is_shadow_root_ = false;  // <template shadowrootmode>
  std::string_view frame_;       // of <iframe srcdoc>
  bool no_comment_end_ = false;
  std::vector<std::string> never_closed_;
  StringMap<uint32_t> ids_;              // of element names
  std::vector<uint32_t> counts_;         // how many of each are open
  std::vector<bool> closes_with_block_;  // of each: inline elements and paragraphs
  std::vector<uint32_t> open_;           // the open ones, innermost last
};

}  // namespace

HtmlCut CutHtml(std::string_view page) { return Cutter(page).Run(); }

}  // namespace crosscheck
