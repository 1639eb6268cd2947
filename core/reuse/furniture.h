// Site furniture: sentences that recur over a bundle because pages carry them, not because one story was copied from another
// (newsletter boxes, terms of use, notes on the author).
//
// How often a sentence recurs does not tell: a wire story printed by forty outlets recurs as often as a footer. What tells is
// that the stories which carry a footer share little else, and that it stands at the end of the page.
#ifndef CROSSCHECK_REUSE_FURNITURE_H_
#define CROSSCHECK_REUSE_FURNITURE_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "reuse/words.h"
#include "rulebook/reuse_rules.h"

namespace crosscheck {

// Words of furniture, story by story: ranges in order, not overlapping.
using Furniture = std::vector<std::vector<WordRange>>;

// Furniture that the same stories carry, sentence after sentence.
struct FurnitureGroup {
  struct Place {
    uint32_t story = 0;
    WordRange words;
  };
  std::vector<Place> places;  // by story
};

struct FurnitureFound {
  Furniture words;
  std::vector<FurnitureGroup> groups;  // most carriers first
};

// The sentences of all stories, gathered while their words are at hand.
class SentenceList {
 public:
  // Stories are added in the order of their numbers.
  void Add(const WordArray& words);

 private:
  friend FurnitureFound FindFurniture(SentenceList sentences, const std::vector<uint32_t>& kin, const ReuseRules& rules);
  struct Place {
    uint64_t hash = 0;
    uint32_t story = 0;
    WordRange words;
    bool foreign = false;  // stories of other kinds carry it too
    bool at_end = false;   // from here to the end of the page there are such sentences only
    bool marked = false;
  };
  void MarkEnds();
  Furniture MarkedWords() const;
  std::vector<FurnitureGroup> MarkedGroups(const std::vector<std::pair<uint64_t, uint32_t>>& occurrences) const;

  std::vector<Place> places_;
  std::vector<uint32_t> sizes_;  // words of each story
};

// `kin`: for each story a number that stories have in common which share much of their first half.
FurnitureFound FindFurniture(SentenceList sentences, const std::vector<uint32_t>& kin, const ReuseRules& rules);

// How many of words [range) are furniture.
uint32_t CountWithin(const std::vector<WordRange>& ranges, WordRange range);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_FURNITURE_H_
