// Which words two wordings of a quote share: the longest common subsequence of words.
#ifndef CROSSCHECK_REPORT_WORD_DIFF_H_
#define CROSSCHECK_REPORT_WORD_DIFF_H_

#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct WordPiece {
  enum Side { kBoth, kOnlyA, kOnlyB };
  Side side = kBoth;
  std::string words;  // parted by single spaces
};

// Pieces in order; words are equal but for case and punctuation at their ends. Longer texts than 400 words are given whole, as
// one piece of each side.
std::vector<WordPiece> WordDiff(std::string_view a, std::string_view b);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_WORD_DIFF_H_
