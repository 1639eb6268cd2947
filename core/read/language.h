// The language of a text, by its script or by its most frequent small words
// (rules of the kind "page-languages").
#ifndef CROSSCHECK_READ_LANGUAGE_H_
#define CROSSCHECK_READ_LANGUAGE_H_

#include <string>
#include <string_view>

#include "rulebook/page_rules.h"

namespace crosscheck {

// ISO 639-1. "en" where a long text is no better another language: English is what the program is for. "und" where a short text has
// no small word of English alone, and too little of any other language, to tell: whoever knows English better may still (see Extract).
std::string DetectLanguage(std::string_view text, const PageRules& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_LANGUAGE_H_
