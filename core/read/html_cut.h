// One raw scan over a page before the parser: cuts what holds no text of the
// page (scripts, styles, drawings, comments, frames, unknown attributes) and
// what parsers choke on (floods of attributes, stray end tags), and keeps
// JSON-LD aside. About two thirds of the bytes of a news page go here.
#ifndef CROSSCHECK_READ_HTML_CUT_H_
#define CROSSCHECK_READ_HTML_CUT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct HtmlCut {
  std::string html;                       // what is left: tags with the attributes that reading asks
                                          // for, and all text
  std::vector<std::string_view> json_ld;  // bodies of <script type="application/ld+json">, in the page's
                                          // bytes
  // Where each run of text stands: (offset in `html`, offset in the page),
  // ascending.
  struct Run {
    uint32_t cut;
    uint32_t page;
  };
  std::vector<Run> runs;
};

// Linear for any bytes. `page` is UTF-8 below 4 GiB.
HtmlCut CutHtml(std::string_view page);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_HTML_CUT_H_
