// The worksheet in two sentences: what was compared, and what came of it. The same words on every output for people.
#ifndef CROSSCHECK_REPORT_SUMMARY_TEXT_H_
#define CROSSCHECK_REPORT_SUMMARY_TEXT_H_

#include <string>
#include <string_view>

#include "report/sheet_index.h"

namespace crosscheck {

// "1 article", "2 articles".
std::string CountText(size_t n, std::string_view one, std::string_view many);

// "compared: 5 stories, 163 claims; 41 claims stand in 12 groups", or why nothing could be compared.
std::string ComparedText(const SheetSummary& summary);

// "5 articles, 4 origins: 0 errors, 3 warnings, 1 note; 5 groups agree, 2 do not contradict; 1 story not checked".
std::string SummaryText(const SheetSummary& summary);

// ", story 2" where the document has several; empty else.
std::string StoryText(const SheetIndex& index, const Unchecked& unchecked);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_SUMMARY_TEXT_H_
