// Which stories to compare word by word: those that share fingerprints. What up to kAllPairs stories share proposes every pair of
// them; what more stories share proposes each of them with a few representatives, so the work follows the number of occurrences
// and not its square, and nothing is dropped for being frequent.
#ifndef CROSSCHECK_REUSE_CANDIDATES_H_
#define CROSSCHECK_REUSE_CANDIDATES_H_

#include <cstdint>
#include <vector>

#include "reuse/fingerprints.h"

namespace crosscheck {

constexpr uint32_t kAllPairs = 64;        // stories that share a fingerprint, up to which all their pairs are proposed
constexpr uint32_t kRepresentatives = 4;  // the first stories of a larger group stand for it

struct PairCandidate {
  uint32_t a = 0;  // story numbers, a < b
  uint32_t b = 0;
  uint32_t shared = 0;  // fingerprints counted in common, at least
};

struct Candidates {
  std::vector<PairCandidate> pairs;  // by b, a
  uint32_t represented = 0;          // stories compared with representatives of others, not with each of them
};

// `fingerprints`: sorted; used up. `stories`: how many there are. Pairs that share fewer than `least` are left out.
Candidates FindCandidates(std::vector<Fingerprint> fingerprints, uint32_t stories, uint32_t least);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_CANDIDATES_H_
