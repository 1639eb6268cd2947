// HTML and XHTML pages.
#ifndef CROSSCHECK_READ_HTML_PAGE_H_
#define CROSSCHECK_READ_HTML_PAGE_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

// Said of a page whose article is not in it.
constexpr std::string_view kNoStoryText =
    "no article text in this page: scripts may draw it, or a wall stands before it; open it in a browser and save it from there";

bool MatchesHtml(std::string_view head, const ReadHint& hint);
void ReadHtml(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_HTML_PAGE_H_
