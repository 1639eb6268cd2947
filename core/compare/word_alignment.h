// Two runs of words aligned: what is equal, changed, inserted, cut. For quotations and their word difference.
#ifndef CROSSCHECK_COMPARE_WORD_ALIGNMENT_H_
#define CROSSCHECK_COMPARE_WORD_ALIGNMENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/document.h"

namespace crosscheck {

struct QuotedWord {
  std::string lower;  // letters and digits in lower case
  Span span;
  bool gap_before = false;  // an ellipsis or a bracket stands before it: the quoter tells that words are cut
};

// Words of text[span]: square brackets and ellipses become gaps.
std::vector<QuotedWord> SplitWords(std::string_view text, Span span);

struct WordEdit {
  // Words [a_first, a_last) of a stand against [b_first, b_last) of b; one of the two may be empty.
  size_t a_first = 0, a_last = 0;
  size_t b_first = 0, b_last = 0;
};

struct WordAlignment {
  size_t a_first = 0, a_last = 0;  // the region aligned
  size_t b_first = 0, b_last = 0;
  size_t equal = 0;             // words equal in both
  std::vector<WordEdit> edits;  // in order
};

// The best local alignment; where both regions stop at most two words before an end of both runs, those words are taken in.
// Quadratic in the number of words: at most 400 words of each are looked at.
WordAlignment AlignWords(const std::vector<QuotedWord>& a, const std::vector<QuotedWord>& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_WORD_ALIGNMENT_H_
