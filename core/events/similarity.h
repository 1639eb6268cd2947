// Which stories are alike: pairs that have rare words or names in common, with their likeness as a whole number.
#ifndef CROSSCHECK_EVENTS_SIMILARITY_H_
#define CROSSCHECK_EVENTS_SIMILARITY_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "events/features.h"

namespace crosscheck {

constexpr uint32_t kSame = 1 << 20;  // likeness of a story with itself, about

struct StoryLink {
  uint32_t a = 0;  // numbers of stories, a < b
  uint32_t b = 0;
  uint32_t likeness = 0;
  friend bool operator==(const StoryLink&, const StoryLink&) = default;
};

uint32_t LikenessOf(const StoryFeatures& a, const StoryFeatures& b);

// Days between two ranges; 0 where they meet or one is not known.
int DaysApart(const std::optional<DayRange>& a, const std::optional<DayRange>& b);

// Links of at least `least`, by b, then a. Stories more than `window_days` apart have none. Looked at are pairs that have two keys in
// common which not very many stories have. The result does not depend on `threads`.
std::vector<StoryLink> FindLinks(const std::vector<StoryFeatures>& stories, uint32_t least, int window_days, int threads);

// The same, with all pairs looked at.
std::vector<StoryLink> LinkAll(const std::vector<StoryFeatures>& stories, uint32_t least, int window_days);

}  // namespace crosscheck

#endif  // CROSSCHECK_EVENTS_SIMILARITY_H_
