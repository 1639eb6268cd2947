// Average link over a sparse graph of stories: clusters join while they are alike on average, a missing link counting as none.
//
// In rounds: all pairs of clusters that are each other's nearest join at once. Nothing depends on the order of the links, and no
// cluster leaves its component of the graph, so that a component whose links stay the same keeps its clusters.
#ifndef CROSSCHECK_EVENTS_LINKAGE_H_
#define CROSSCHECK_EVENTS_LINKAGE_H_

#include <cstdint>
#include <vector>

#include "events/similarity.h"

namespace crosscheck {

// For each of `size` stories the smallest story of its cluster. Clusters join that are alike by `least` or more on average. Of
// equally near ones that with the smaller first story is the nearest. The result does not depend on `threads`.
std::vector<uint32_t> AverageLink(uint32_t size, const std::vector<StoryLink>& links, uint32_t least, int threads);

}  // namespace crosscheck

#endif  // CROSSCHECK_EVENTS_LINKAGE_H_
