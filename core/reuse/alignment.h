// The shared passages of two stories: runs of equal words found by their grams, chained over small edits, extended at the edges.
#ifndef CROSSCHECK_REUSE_ALIGNMENT_H_
#define CROSSCHECK_REUSE_ALIGNMENT_H_

#include <cstdint>
#include <vector>

#include "reuse/stories.h"

namespace crosscheck {

// `length` equal words from `a` in one story and from `b` in the other.
struct EqualRun {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t length = 0;
};

// A passage: its ends on both sides and the equal runs between, in order on both sides. What lies between two runs was edited.
struct AlignedPassage {
  WordRange a;
  WordRange b;
  std::vector<EqualRun> runs;
  uint32_t equal = 0;  // words in the runs
};

// Where each gram of one story stands. Built once for a story, used for all its partners.
class GramTable {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  // Room for the words' grams, none of them in the table.
  void Reserve(const WordArray& words);
  void Insert(uint32_t gram, uint32_t place) {
    uint32_t& slot = slots_[gram & mask_];
    next_[place] = slot;
    slot = place;
  }
  // All grams; the first place comes first.
  void Build(const WordArray& words);
  // The place inserted last among those of the gram's slot, then the one before; kNone ends. Different grams can meet in a slot:
  // compare words.
  uint32_t First(uint32_t gram) const { return slots_[gram & mask_]; }
  uint32_t Next(uint32_t place) const { return next_[place]; }

 private:
  std::vector<uint32_t> slots_;
  std::vector<uint32_t> next_;
  uint32_t mask_ = 0;
};

// Passages in order of b, then a. Linear in the words of b, as long as grams do not repeat within a.
std::vector<AlignedPassage> Align(const StoryText& a, const GramTable& grams_of_a, const StoryText& b);

// Passages that a story prints twice itself; `a` is the earlier place.
std::vector<AlignedPassage> AlignWithin(const StoryText& story);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_ALIGNMENT_H_
