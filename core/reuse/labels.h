// What sort of sharing a pair of stories shows: copy, partial, quote, boilerplate or template.
#ifndef CROSSCHECK_REUSE_LABELS_H_
#define CROSSCHECK_REUSE_LABELS_H_

#include <optional>
#include <vector>

#include "crosscheck/worksheet.h"
#include "reuse/alignment.h"

namespace crosscheck {

struct Sharing {
  ReuseKind kind = ReuseKind::kCopy;
  double share_a = 0;  // part of a's own text (no furniture, no headline) that b prints too
  double share_b = 0;
  std::vector<AlignedPassage> passages;  // of kBoilerplate: the furniture; else without it
};

// Nothing where too little is shared to tell it from chance.
std::optional<Sharing> Judge(const StoryText& a, const StoryText& b, const std::vector<AlignedPassage>& passages,
                             const std::vector<WordRange>& furniture_a, const std::vector<WordRange>& furniture_b);

// The words of ranges that may overlap, in bytes of text.
uint32_t CoveredBytes(const StoryText& story, std::vector<WordRange> ranges);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_LABELS_H_
