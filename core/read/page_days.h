// The day that a story of a page bears in its markup and in its visible lines: not that of a change, and not that of another
// story, a comment, an event or the moment of saving that stands beside it.
#ifndef CROSSCHECK_READ_PAGE_DAYS_H_
#define CROSSCHECK_READ_PAGE_DAYS_H_

#include <optional>

#include "crosscheck/document.h"
#include "read/html_blocks.h"
#include "read/main_text.h"
#include "read/stamps.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

// Does a node stand in a box of something else: a teaser, a comment, a side column, and, of what is shown, the page's head or
// foot?
bool StandsElsewhere(const ParsedPage& page, const MainText& story, uint32_t node, bool shown);

struct PageDay {
  Day day;
  std::string_view value;  // a machine's; empty: read from a line
};

// Of elements that hold a stamp, near the headline.
std::optional<PageDay> DayOfElements(const ParsedPage& page, const MainText& story, bool month_first, const PageRules& rules);

// Of a line that is a stamp: between headline and first paragraph, next over the headline, or told to be one where it stands.
std::optional<PageDay> DayOfLines(const ParsedPage& page, const MainText& story, bool month_first, const PageRules& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PAGE_DAYS_H_
