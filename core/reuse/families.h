// Families: stories that are copies of each other. A link alone does not join two families: a round-up page that prints the leads
// of two stories must not make them one.
#ifndef CROSSCHECK_REUSE_FAMILIES_H_
#define CROSSCHECK_REUSE_FAMILIES_H_

#include <cstdint>
#include <vector>

#include "rulebook/reuse_rules.h"

namespace crosscheck {

struct CopyLink {
  uint32_t a = 0;
  uint32_t b = 0;
  double more = 0;  // the larger of the two shares
  double less = 0;
};

// For each of `size` stories the smallest story of its family (itself where it has none). The strongest links come first; two
// families join where most of the possible links between them are there, or where a link holds most of both stories.
std::vector<uint32_t> FindFamilies(uint32_t size, std::vector<CopyLink> links, const ReuseRules& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_FAMILIES_H_
