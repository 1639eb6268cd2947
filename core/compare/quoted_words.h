// The words of a text as a draft's quotations are looked for in its sources.
#ifndef CROSSCHECK_COMPARE_QUOTED_WORDS_H_
#define CROSSCHECK_COMPARE_QUOTED_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/record.h"

namespace crosscheck {

struct QuotedWord {
  std::string lower;  // letters and digits in lower case
  Span span;
  bool gap_before = false;  // an ellipsis or a bracket stands before it: the quoter tells that words are cut
};

// Words of text[span]: square brackets and ellipses become gaps.
std::vector<QuotedWord> SplitWords(std::string_view text, Span span);

// The statement's words in quotation marks, all parts as one; a gap where a speaker tag parts them.
std::vector<QuotedWord> QuotedWords(std::string_view text, const Statement& statement);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTED_WORDS_H_
