// Entries of a live page: paragraphs that begin with the time at which they were written.
#ifndef CROSSCHECK_COMPARE_LIVE_PAGE_H_
#define CROSSCHECK_COMPARE_LIVE_PAGE_H_

#include <optional>

#include "compare/claims.h"

namespace crosscheck {

// Minutes of the day told at the beginning of the claim's paragraph ("18:40 Update: ..."); nothing where it begins otherwise.
std::optional<int> EntryTime(const ClaimSet& set, const QuantityClaim& claim);

// Both stand in one story, under unlike times: the later entry replaces the earlier.
bool AreEntriesOfOnePage(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_LIVE_PAGE_H_
