// Duplicated text for people: what `crosscheck reuse` prints, and two stories side by side.
#ifndef CROSSCHECK_REPORT_REUSE_TEXT_H_
#define CROSSCHECK_REPORT_REUSE_TEXT_H_

#include <string>
#include <string_view>

#include "crosscheck/reuse_article.h"

namespace crosscheck {

// The likely origin of a row for people: its title or outlet and its id; "this one"; empty: undecided.
std::string OriginText(const Worksheet& sheet, const ReuseArticle& row);

// Families by size and share, their members in order of time, then parts taken over, quotations, templates and repeats within a page.
std::string WriteReuseText(const Worksheet& sheet);

// Two documents side by side in `width` columns: what changed inside copied text first, then the stories, "=" between what both
// print, words that differ there in [brackets], changed figures, names, dates and negations in [[double ones]].
// `a` and `b` are document ids, in any order; says so where one is unknown or nothing is shared.
std::string ShowPair(const Worksheet& sheet, std::string_view a, std::string_view b, int width);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_REUSE_TEXT_H_
