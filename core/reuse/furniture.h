// Site furniture: sentences that recur over a bundle because pages carry them, not because one story was copied from another
// (newsletter boxes, terms of use, notes on the author).
//
// How often a sentence recurs does not tell: a wire story printed by forty outlets recurs as often as a footer. What tells is
// that the stories which carry a footer share little else, and that it stands at the end of the page.
#ifndef CROSSCHECK_REUSE_FURNITURE_H_
#define CROSSCHECK_REUSE_FURNITURE_H_

#include <vector>

#include "reuse/stories.h"

namespace crosscheck {

// Words of furniture, story by story: ranges in order, not overlapping.
using Furniture = std::vector<std::vector<WordRange>>;

// `kin`: for each story a number that stories have in common which share much of their first half.
Furniture FindFurniture(const Stories& stories, const std::vector<uint32_t>& kin);

// How many of words [range) are furniture.
uint32_t CountWithin(const std::vector<WordRange>& ranges, WordRange range);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_FURNITURE_H_
