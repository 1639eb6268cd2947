// Claims that stand at one place of copied text and were changed there.
#ifndef CROSSCHECK_COMPARE_BUNDLE_COPIES_H_
#define CROSSCHECK_COMPARE_BUNDLE_COPIES_H_

#include <utility>
#include <vector>

#include "compare/bundle/bundle.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

// Pairs of claims, the smaller first, sorted. Of stories that are copies as a whole: what is only quoted or shared in part may be about something else.
std::vector<std::pair<uint32_t, uint32_t>> FindCopiedChanges(const Bundle& bundle, const std::vector<Reuse>& reuse);

// Takes stories that fill in one form (weather, results, shares) out of each other's neighbours: they tell of unlike things in the
// same words.
void PartForms(const Bundle& bundle, const std::vector<Reuse>& reuse, std::vector<std::vector<uint32_t>>* neighbours);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_COPIES_H_
