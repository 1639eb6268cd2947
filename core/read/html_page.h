// HTML and XHTML pages.
#ifndef CROSSCHECK_READ_HTML_PAGE_H_
#define CROSSCHECK_READ_HTML_PAGE_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

// Said of a page whose article is not in it: it is refused where it shows no word and has no day, else its errors say so.
constexpr std::string_view kNoStoryText =
    "no article text in this page: scripts may draw it, or a wall stands before it; open it in a browser and save it from there";

// Was no article found in this page, only a title, a line or a day?
bool LacksStoryText(const Document& document);

bool MatchesHtml(std::string_view head, const ReadHint& hint);
void ReadHtml(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_HTML_PAGE_H_
