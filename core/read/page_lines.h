// A plain text cut into lines (or, where lines are wrapped, paragraphs), each
// with what can be seen of it alone.
#ifndef CROSSCHECK_READ_PAGE_LINES_H_
#define CROSSCHECK_READ_PAGE_LINES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/document.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

struct PageLine {
  Span span;          // without white space, bullets and "#" at its ends
  uint32_t line = 1;  // where it begins
  uint32_t column = 1;
  uint32_t blank_before = 0;  // blank lines
  uint32_t words = 0;
  HintSet hints = 0;  // LineHint bits; 0 for long lines
  bool bullet = false;
  bool marked_heading = false;  // "# Title" in Markdown
  bool ends_sentence = false;
};

std::vector<PageLine> CutLines(std::string_view text, const PageRules& rules, size_t hinted = SIZE_MAX);

// Ends in . ! ? or an ellipsis, with or without closing marks.
bool EndsSentence(std::string_view text);

// What two lines are compared by: letters and digits only, in lower case.
std::string LineKey(std::string_view line);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PAGE_LINES_H_
