#include "read/html_blocks.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/html_cut.h"
#include "read/libxml.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxDepth = 512;
constexpr uint64_t kWorkAllowance = 2'000'000'000;  // 150 news pages together use 1.4 million
constexpr size_t kMaxMeta = 2000;
constexpr size_t kMaxAuthorLink = 200;

struct TagName {
  std::string_view name;
  HtmlTag tag;
};
constexpr TagName kTags[] = {
    {"a", HtmlTag::kA},
    {"address", HtmlTag::kAddress},
    {"article", HtmlTag::kArticle},
    {"aside", HtmlTag::kAside},
    {"blockquote", HtmlTag::kBlockquote},
    {"body", HtmlTag::kBody},
    {"br", HtmlTag::kBr},
    {"button", HtmlTag::kButton},
    {"caption", HtmlTag::kBlock},
    {"center", HtmlTag::kDiv},
    {"dd", HtmlTag::kLi},
    {"details", HtmlTag::kDetails},
    {"dialog", HtmlTag::kDialog},
    {"div", HtmlTag::kDiv},
    {"dl", HtmlTag::kDl},
    {"dt", HtmlTag::kLi},
    {"fieldset", HtmlTag::kForm},
    {"figcaption", HtmlTag::kFigcaption},
    {"figure", HtmlTag::kFigure},
    {"footer", HtmlTag::kFooter},
    {"form", HtmlTag::kForm},
    {"h1", HtmlTag::kH1},
    {"h2", HtmlTag::kH2},
    {"h3", HtmlTag::kH3},
    {"h4", HtmlTag::kH4},
    {"h5", HtmlTag::kH5},
    {"h6", HtmlTag::kH6},
    {"head", HtmlTag::kBlock},
    {"header", HtmlTag::kHeader},
    {"hr", HtmlTag::kBlock},
    {"html", HtmlTag::kBlock},
    {"img", HtmlTag::kImg},
    {"label", HtmlTag::kLabel},
    {"li", HtmlTag::kLi},
    {"link", HtmlTag::kLink},
    {"main", HtmlTag::kMain},
    {"menu", HtmlTag::kUl},
    {"meta", HtmlTag::kMeta},
    {"nav", HtmlTag::kNav},
    {"ol", HtmlTag::kOl},
    {"p", HtmlTag::kP},
    {"picture", HtmlTag::kInline},
    {"pre", HtmlTag::kPre},
    {"section", HtmlTag::kSection},
    {"summary", HtmlTag::kBlock},
    {"table", HtmlTag::kTable},
    {"tbody", HtmlTag::kBlock},
    {"td", HtmlTag::kCell},
    {"tfoot", HtmlTag::kBlock},
    {"th", HtmlTag::kCell},
    {"thead", HtmlTag::kBlock},
    {"time", HtmlTag::kTime},
    {"title", HtmlTag::kTitle},
    {"tr", HtmlTag::kTr},
    {"ul", HtmlTag::kUl},
};

HtmlTag TagByName(std::string_view name) {
  static const auto& table = *[] {
    auto* map = new StringMap<HtmlTag>;
    for (const TagName& tag : kTags) map->emplace(tag.name, tag.tag);
    return map;
  }();
  const auto it = table.find(name);
  if (it != table.end()) return it->second;
  return name.find('-') == std::string_view::npos ? HtmlTag::kInline : HtmlTag::kBlock;  // custom elements are boxes
}

bool IsInline(HtmlTag tag) {
  return tag == HtmlTag::kInline || tag == HtmlTag::kA || tag == HtmlTag::kTime || tag == HtmlTag::kLabel || tag == HtmlTag::kImg;
}

std::string_view View(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

bool IsHiddenStyle(std::string_view style) {
  std::string packed;
  for (const char c : style) {
    if (c != ' ') packed += c;
  }
  return packed.find("display:none") != std::string::npos || packed.find("visibility:hidden") != std::string::npos;
}

struct Attributes {
  std::string_view css_class, id, href, rel, name, property, content, itemprop, role, datetime, style, lang, component, testid,
      itemtype, title;
  bool hidden = false;

  explicit Attributes(const xmlChar** list) {
    for (; list != nullptr && *list != nullptr; list += 2) Set(View(list[0]), View(list[1]));
  }

 private:
  void Set(std::string_view key, std::string_view value) {
    struct Slot {
      std::string_view key;
      std::string_view Attributes::*field;
    };
    constexpr Slot kSlots[] = {{"class", &Attributes::css_class},
                               {"id", &Attributes::id},
                               {"href", &Attributes::href},
                               {"rel", &Attributes::rel},
                               {"name", &Attributes::name},
                               {"property", &Attributes::property},
                               {"content", &Attributes::content},
                               {"itemprop", &Attributes::itemprop},
                               {"role", &Attributes::role},
                               {"datetime", &Attributes::datetime},
                               {"style", &Attributes::style},
                               {"lang", &Attributes::lang},
                               {"data-component", &Attributes::component},
                               {"data-testid", &Attributes::testid},
                               {"itemtype", &Attributes::itemtype},
                               {"title", &Attributes::title}};
    for (const Slot& slot : kSlots) {
      if (slot.key == key) this->*slot.field = value;
    }
    if (key == "hidden" || (key == "aria-hidden" && value == "true")) hidden = key == "hidden";
  }
};

class Builder {
 public:
  Builder(const HtmlCut& cut, const PageRules& rules) : cut_(cut), rules_(rules) {
    page_.nodes.emplace_back();
    open_.push_back({HtmlTag::kBlock, 0, false, 0, false, false, false});
  }

  ParsedPage Run() {
    htmlSAXHandler sax{};
    sax.startElement = [](void* self, const xmlChar* name, const xmlChar** atts) {
      static_cast<Builder*>(self)->Start(View(name), atts);
    };
    sax.endElement = [](void* self, const xmlChar*) { static_cast<Builder*>(self)->End(); };
    sax.characters = [](void* self, const xmlChar* text, int size) {
      static_cast<Builder*>(self)->Characters({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    SetUpLibxml();
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> context(
        htmlCreateMemoryParserCtxt(cut_.html.data(), static_cast<int>(cut_.html.size())), htmlFreeParserCtxt);
    if (context != nullptr) {
      context_ = context.get();
      htmlSAXHandler* const own = context_->sax;
      context_->sax = &sax;
      context_->userData = this;
      htmlCtxtUseOptions(context_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT | XML_PARSE_HUGE);
      context_->charset = XML_CHAR_ENCODING_UTF8;
      htmlParseDocument(context_);
      context_->sax = own;
    }
    while (open_.size() > 1) End();
    FlushBlock();
    page_.nodes[0].end = static_cast<uint32_t>(page_.nodes.size());
    page_.nodes[0].last_block = static_cast<uint32_t>(page_.blocks.size());
    return std::move(page_);
  }

 private:
  struct Open {
    HtmlTag tag;
    uint32_t node;  // it stands in, or is
    bool is_node;
    HintSet inline_hints;  // of inline elements around the text, up to the block
    bool hidden = false;
    bool author = false;
    bool linked = false;  // in a link, also one around whole blocks
  };

  void Start(std::string_view name, const xmlChar** list) {
    work_ += static_cast<uint64_t>(context_->nameNr) + 1;
    if (work_ > kWorkAllowance) {
      page_.cut = true;
      xmlStopParser(context_);
      return;
    }
    if (open_.size() >= kMaxDepth) {
      ++too_deep_;
      if (!IsInline(TagByName(name))) FlushBlock();
      return;
    }
    HtmlTag tag = TagByName(name);
    // A custom element runs along with the text around it, else it is a box.
    if (tag == HtmlTag::kBlock && name.find('-') != std::string_view::npos && InRunningText()) tag = HtmlTag::kInline;
    const Attributes attributes(list);
    Open open{tag, open_.back().node, false, 0, open_.back().hidden, false, open_.back().linked || tag == HtmlTag::kA};
    if (tag == HtmlTag::kBr) {
      if (breaks_++ == 0) {
        pending_newline_ = true;
      } else {
        FlushBlock();
      }
    } else if (tag == HtmlTag::kMeta) {
      Meta(attributes);
    } else if (tag == HtmlTag::kLink) {
      if (page_.canonical.empty() && AsciiLower(attributes.rel) == "canonical")
        page_.canonical = std::string(Trim(attributes.href));
    }
    if (name == "base" && page_.base.empty()) page_.base = std::string(Trim(attributes.href));
    if (name == "html" && page_.language.empty()) page_.language = std::string(attributes.lang);
    if (tag == HtmlTag::kTitle && page_.title.empty()) FlushBlock(), in_title_ = true;
    const HintSet hints = Hints(tag, attributes);
    open.hidden |= attributes.hidden || (!attributes.style.empty() && IsHiddenStyle(attributes.style));
    if (IsInline(tag)) {
      open.inline_hints = open_.back().inline_hints | hints;
      if ((hints & Bit(ClassHint::kHidden)) != 0) open.hidden = true;
    } else {
      FlushBlock();
      open.node = AddNode(tag, hints, attributes);
      open.is_node = true;
    }
    Itemprop(attributes, &open);
    Time(tag, hints, attributes);
    open_.push_back(open);
  }

  void Time(HtmlTag tag, HintSet hints, const Attributes& attributes) {
    if (page_.times.size() >= kMaxMeta) return;
    const std::string_view datetime =
        attributes.datetime.empty() && tag == HtmlTag::kInline ? attributes.title : attributes.datetime;
    const bool stamp = tag == HtmlTag::kInline && (hints & Bit(ClassHint::kTime)) != 0;
    if (!stamp && (tag != HtmlTag::kTime || datetime.empty())) return;
    HtmlTime time;
    time.datetime = std::string(datetime);
    time.label = StrCat(Join(ClassWords(attributes.css_class), " "), " ", Join(ClassWords(attributes.itemprop), " "));
    time.other = !attributes.itemprop.empty() && !AsciiLower(attributes.itemprop).starts_with("date");
    time.node = open_.back().node;
    time.block = static_cast<uint32_t>(page_.blocks.size());
    const size_t space = !block_.empty() && (pending_space_ || pending_newline_) ? 1 : 0;
    time.offset = static_cast<uint32_t>(page_.text.size() + block_.size() + space);
    page_.times.push_back(std::move(time));
  }

  bool InRunningText() const {
    if (!block_.empty() && block_node_ == open_.back().node) return true;
    const HtmlTag around = page_.nodes[open_.back().node].tag;
    return around == HtmlTag::kP || around == HtmlTag::kLi || around == HtmlTag::kFigcaption ||
           (around >= HtmlTag::kH1 && around <= HtmlTag::kH6);
  }

  uint32_t AddNode(HtmlTag tag, HintSet hints, const Attributes& attributes) {
    HtmlNode node;
    node.tag = tag;
    node.parent = open_.back().node;
    node.first_block = static_cast<uint32_t>(page_.blocks.size());
    node.hints = tag == HtmlTag::kBody ? 0 : hints;
    node.article_body = AsciiLower(attributes.itemprop) == "articlebody" || attributes.name == "articleBody";
    page_.nodes.push_back(node);
    return static_cast<uint32_t>(page_.nodes.size() - 1);
  }

  HintSet Hints(HtmlTag tag, Attributes attributes) {
    HintSet hints = 0;
    // The id of a heading or paragraph is an anchor: made of its own words.
    if (tag == HtmlTag::kP || (tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6)) attributes.id = "";
    for (const std::string_view value :
         {attributes.css_class, attributes.id, attributes.role, attributes.component, attributes.testid}) {
      if (value.empty()) continue;
      const auto it = hints_.find(value);
      hints |= it != hints_.end() ? it->second : hints_.emplace(value, rules_.ClassHints(value)).first->second;
    }
    return hints;
  }

  void Meta(const Attributes& attributes) {
    if (!attributes.itemprop.empty() && !attributes.content.empty()) return;  // taken by Itemprop
    const std::string_view name = attributes.property.empty() ? attributes.name : attributes.property;
    if (name.empty() || attributes.content.empty() || page_.metas.size() >= kMaxMeta) return;
    page_.metas.emplace_back(AsciiLower(name), std::string(Trim(attributes.content)));
  }

  void Itemprop(const Attributes& attributes, Open* open) {
    const std::string prop = AsciiLower(attributes.itemprop);
    if (prop.starts_with("date") && page_.itemprops.size() < kMaxMeta) {
      const std::string_view value = attributes.content.empty() ? attributes.datetime : attributes.content;
      if (!value.empty()) page_.itemprops.emplace_back(StrCat(prop, "=", value), open->node);
    }
    const bool is_author = prop == "author" || AsciiLower(attributes.rel).find("author") != std::string::npos;
    if (is_author && page_.author_links.size() < 32) {
      page_.author_links.emplace_back(attributes.content);
      open->author = attributes.content.empty();
    }
  }

  void End() {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (open_.size() <= 1) return;
    const Open open = open_.back();
    if (open.is_node) {
      FlushBlock();
      page_.nodes[open.node].end = static_cast<uint32_t>(page_.nodes.size());
      page_.nodes[open.node].last_block = static_cast<uint32_t>(page_.blocks.size());
    }
    if (open.tag == HtmlTag::kTitle) in_title_ = false;
    open_.pop_back();
  }

  void Characters(std::string_view text) {
    const Open& open = open_.back();
    if (in_title_) {
      page_.title += text;
      return;
    }
    if (open.author && page_.author_links.back().size() < kMaxAuthorLink) page_.author_links.back() += text;
    if (open.hidden) return;
    for (size_t i = 0; i < text.size();) {
      const CodePoint c = DecodeAt(text, i);
      Append(c, text.substr(i, c.size), open.linked);
      i += c.size;
    }
  }

  void Append(const CodePoint& c, std::string_view bytes, bool linked) {
    if (c.value == ' ' || (c.value >= '\t' && c.value <= '\r') || c.value == 0xA0 || c.value == 0x200B || c.value == 0xAD ||
        c.value == 0xFEFF || c.value == 0x2060 || c.value == 0x200C || c.value == 0x200D || c.value == 0x200E ||
        c.value == 0x200F) {
      // Spaces are one space; marks that show nothing are nothing.
      pending_space_ |= c.value <= 0xA0;
      return;
    }
    breaks_ = 0;
    if (block_.empty()) {
      BeginBlock();
    } else if (pending_newline_) {
      block_ += '\n';
    } else if (pending_space_) {
      block_ += ' ';
    }
    pending_space_ = pending_newline_ = false;
    block_ += bytes;
    const bool letter =
        c.value >= 0x80 ? true : (c.value >= '0' && c.value <= '9') || ((c.value | 32) >= 'a' && (c.value | 32) <= 'z');
    if (!letter) return;
    ++letters_;
    link_letters_ += linked ? 1 : 0;
    block_inline_hints_ &= open_.back().inline_hints;
  }

  void BeginBlock() {
    block_node_ = open_.back().node;
    block_inline_hints_ = ~HintSet{0};
    const auto* input = context_->input;
    const auto at = static_cast<uint32_t>(input->consumed + static_cast<unsigned long>(input->cur - input->base));
    while (run_ + 1 < cut_.runs.size() && cut_.runs[run_ + 1].cut < at) ++run_;
    // The parser stands at the end of the run that it has just handed over; the
    // run began where its tag ended.
    block_offset_ = cut_.runs.empty() ? 0 : cut_.runs[run_].page;
  }

  void FlushBlock() {
    breaks_ = 0;
    pending_space_ = pending_newline_ = false;
    if (block_.empty()) return;
    HtmlBlock block;
    block.text.start = static_cast<uint32_t>(page_.text.size());
    page_.text += block_;
    block.text.end = static_cast<uint32_t>(page_.text.size());
    page_.text += '\n';
    block.node = block_node_;
    block.page_offset = block_offset_;
    block.letters = letters_;
    block.link_letters = link_letters_;
    block.inline_hints = letters_ > 0 ? block_inline_hints_ : 0;
    page_.blocks.push_back(block);
    block_.clear();
    letters_ = link_letters_ = 0;
  }

  const HtmlCut& cut_;
  const PageRules& rules_;
  htmlParserCtxtPtr context_ = nullptr;
  ParsedPage page_;
  std::vector<Open> open_;
  StringMap<HintSet> hints_;
  uint64_t work_ = 0;
  uint64_t too_deep_ = 0;
  size_t run_ = 0;
  bool in_title_ = false;
  // The block being read.
  std::string block_;
  uint32_t block_node_ = 0;
  uint32_t block_offset_ = 0;
  HintSet block_inline_hints_ = 0;
  uint32_t letters_ = 0;
  uint32_t link_letters_ = 0;
  int breaks_ = 0;
  bool pending_space_ = false;
  bool pending_newline_ = false;
};

}  // namespace

ParsedPage ReadHtmlBlocks(const HtmlCut& cut, const PageRules& rules) {
  if (cut.html.empty()) return {};
  return Builder(cut, rules).Run();
}

}  // namespace crosscheck
