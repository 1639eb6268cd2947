// An article's text as HTML paragraphs with its claims marked.
#ifndef CROSSCHECK_REPORT_MARKED_TEXT_H_
#define CROSSCHECK_REPORT_MARKED_TEXT_H_

#include <string_view>
#include <vector>

#include "report/out.h"
#include "report/sheet_index.h"

namespace crosscheck {

// `claims` in text order. Figures and dates become links to their rows, statements are shaded; spans may overlap in any way.
// `prefix`: the document's part of the anchors, such as "3-".
void WriteMarkedText(const Record& record, const std::vector<Claim>& claims, std::string_view prefix, Out& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_MARKED_TEXT_H_
