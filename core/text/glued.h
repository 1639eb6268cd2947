// Letters, signs and numbers that are written on to each other: "RM25,000", "N2.3bn", "v2.5", and entities of HTML left in a text.
#ifndef CROSSCHECK_TEXT_GLUED_H_
#define CROSSCHECK_TEXT_GLUED_H_

#include <cstdint>
#include <string_view>

#include "text/lexicon.h"

namespace crosscheck {

// What stands before a word that may be a sum.
struct BeforeSum {
  bool sign = false;  // a sign of money written on to it: "$US3bn"
  bool word = false;  // a word that a sum follows: "cost R50"
};

// The end of the letters in text[start, end), a word of letters and digits, where they are a sign of money written on to a sum;
// else `start`. Single letters ("R", "P") need a sum that looks like one.
uint32_t EndOfMoneySign(std::string_view text, uint32_t start, uint32_t end, const Lexicon& lexicon, BeforeSum before);

// The end of "v2.5" whose "v2" stands in text[start, end): points and commas between digits belong to the word.
uint32_t EndOfVersion(std::string_view text, uint32_t start, uint32_t end);

// The size of an entity of HTML at `at` ("&nbsp;", "&#163;"), 0 where none is; `*c` what it stands for.
uint32_t EntityAt(std::string_view text, uint32_t at, char32_t* c);

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_GLUED_H_
