// What sort of sharing a pair of stories shows: copy, partial, quote, boilerplate or template.
#ifndef CROSSCHECK_REUSE_LABELS_H_
#define CROSSCHECK_REUSE_LABELS_H_

#include <optional>
#include <vector>

#include "crosscheck/worksheet.h"
#include "reuse/alignment.h"
#include "reuse/edits.h"

namespace crosscheck {

struct Sharing {
  ReuseKind kind = ReuseKind::kCopy;
  double share_a = 0;  // part of a's own text (no furniture, no headline) that b prints too
  double share_b = 0;
  std::vector<AlignedPassage> passages;  // of kBoilerplate: the furniture; else without it
  std::vector<Edit> changes;             // figures, names, dates and negations
  bool lead_of_a = false;                // a's lead is part of what is shared
  bool lead_of_b = false;
  bool leads_shared = false;  // the lead of a is the lead of b
};

// The words inside quotation marks, as ranges.
std::vector<WordRange> QuotedWords(const StoryText& story);

// Nothing where too little is shared to tell it from chance.
std::optional<Sharing> Judge(const StoryClaims& a, const StoryClaims& b, const std::vector<AlignedPassage>& passages,
                             const std::vector<WordRange>& furniture_a, const std::vector<WordRange>& furniture_b,
                             const FactWords& words, const ReuseRules& rules);

// A story printed twice in itself: kCopy where that is nearly all of it, else kPartial (a lead that a teaser repeats).
std::optional<Sharing> JudgeWithin(const StoryClaims& story, std::vector<AlignedPassage> passages,
                                   const std::vector<WordRange>& furniture, const FactWords& words, const ReuseRules& rules);

// The words of ranges that may overlap, in bytes of text.
uint32_t CoveredBytes(const StoryText& story, std::vector<WordRange> ranges);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_LABELS_H_
