// HTML and XHTML pages.
#ifndef CROSSCHECK_READ_HTML_PAGE_H_
#define CROSSCHECK_READ_HTML_PAGE_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesHtml(std::string_view head, const ReadHint& hint);
void ReadHtml(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_HTML_PAGE_H_
