// Where the texts of a page saved as plain text stand among its menus, lists of links and footers.
//
// Method: what jusText does with boxes, done with lines. Sentences of some length are text; texts with few other lines between
// them are a run. What stands before the first run of weight is the head of the page, and the headline is that line of the head
// whose words the run uses; small words of a language say nothing.
#ifndef CROSSCHECK_READ_PAGE_RUNS_H_
#define CROSSCHECK_READ_PAGE_RUNS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/page_lines.h"

namespace crosscheck {

struct PageRuns {
  size_t start = 0;                // lines before it are the head of a page saved whole; 0: there is no such head
  size_t text = 0;                 // the first line of text under that head
  std::optional<size_t> headline;  // in that head
  std::vector<uint32_t> ahead;     // of each line: words of the run that it leads to; 0: to none
  std::vector<bool> apart;         // of each line: no text of its run follows
  std::vector<bool> passed;        // of each "Related Articles" or "Comments": the text goes on after a few lines
};

PageRuns FindRuns(std::string_view text, const std::vector<PageLine>& lines, const PageRules& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PAGE_RUNS_H_
