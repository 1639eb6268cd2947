// The word-by-word difference of an aligned passage.
#ifndef CROSSCHECK_REUSE_DIFF_H_
#define CROSSCHECK_REUSE_DIFF_H_

#include <vector>

#include "reuse/alignment.h"

namespace crosscheck {

// Words [a) of one story stand where the other has words [b); one of the two may be empty.
struct Difference {
  WordRange a;
  WordRange b;
};

// In order; equal words lie between any two. Words that are nearly the same are differences of one word each. Between two equal
// runs the cheapest alignment is taken; stretches of more than kMaxDiffWords on a side count as one difference.
std::vector<Difference> DiffPassage(const StoryText& a, const StoryText& b, const AlignedPassage& passage);

constexpr uint32_t kMaxDiffWords = 48;

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_DIFF_H_
