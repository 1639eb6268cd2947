// A page as blocks of text in a tree of containers, by libxml2's HTML parser in
// SAX mode: no tree of its own is built.
//
// Guards: XML_PARSE_HUGE, or the parser would stop at depth 256 and at 10 MB of
// text without a sound; our own stack of open elements stops at kMaxDepth
// (deeper text belongs to the element there, none is lost); the open elements
// summed over all start tags are the parser's work: past the allowance it is
// stopped and `cut` is set (counted, not timed: a page always gives the same).
#ifndef CROSSCHECK_READ_HTML_BLOCKS_H_
#define CROSSCHECK_READ_HTML_BLOCKS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscheck/document.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

// Elements that reading tells apart; kBlock and kInline are all others.
enum class HtmlTag : uint8_t {
  kInline,
  kBlock,
  kBody,
  kP,
  kDiv,
  kSection,
  kArticle,
  kMain,
  kAside,
  kNav,
  kHeader,
  kFooter,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kUl,
  kOl,
  kLi,
  kDl,
  kBlockquote,
  kPre,
  kTable,
  kTr,
  kCell,
  kFigure,
  kFigcaption,
  kForm,
  kButton,
  kLabel,
  kAddress,
  kA,
  kBr,
  kTime,
  kTitle,
  kMeta,
  kLink,
  kDetails,
  kDialog,
  kImg,
};

struct HtmlNode {
  HtmlTag tag = HtmlTag::kBlock;
  uint32_t parent = 0;       // node 0 is the page, its own parent
  uint32_t end = 0;          // nodes [i, end) are the subtree of node i
  uint32_t first_block = 0;  // blocks [first_block, last_block) stand in the subtree
  uint32_t last_block = 0;
  HintSet hints = 0;          // ClassHint bits of its own
  bool article_body = false;  // itemprop or name "articleBody"
};

struct HtmlBlock {
  Span text;                 // in ParsedPage::text; white space collapsed, not empty
  uint32_t node = 0;         // the container it stands in directly
  uint32_t page_offset = 0;  // where its first character stands in the page
  uint32_t letters = 0;      // letters and digits
  uint32_t link_letters = 0;
  HintSet inline_hints = 0;  // ClassHint bits of inline elements that hold all of it
};

// A <time>, or another element whose class says that it holds a stamp ("<abbr class=updated title=...>").
struct HtmlTime {
  std::string datetime;  // empty: only its text tells
  std::string label;     // what its attributes call it, as words: "entry date published", "datemodified"
  uint32_t node = 0;
  uint32_t block = 0;   // the block it stands in or before
  uint32_t offset = 0;  // in ParsedPage::text, where its text begins
  bool other = false;   // of an event or film, by its itemprop
};

struct ParsedPage {
  std::string text;  // blocks, each ended by a newline
  std::vector<HtmlNode> nodes;
  std::vector<HtmlBlock> blocks;
  std::vector<std::pair<std::string, std::string>> metas;  // name or property in lower case, content
  std::vector<HtmlTime> times;
  std::vector<std::pair<std::string, uint32_t>> itemprops;  // "datepublished" + '=' + value ..., node
  std::vector<std::string> author_links;                    // text of rel=author and itemprop=author elements
  std::string title;                                        // of <title>
  std::string canonical;                                    // of <link rel=canonical>
  std::string base;                                         // of <base href>
  std::string language;                                     // of <html lang>
  bool cut = false;                                         // the work allowance was used up; the text after is missing

  std::string_view Text(const HtmlBlock& block) const { return block.text.In(text); }
};

struct HtmlCut;
ParsedPage ReadHtmlBlocks(const HtmlCut& cut, const PageRules& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_HTML_BLOCKS_H_
