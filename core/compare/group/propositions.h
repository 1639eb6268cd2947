// What one article of a bundle states and another one, or somebody in it, states not to be so.
#ifndef CROSSCHECK_COMPARE_GROUP_PROPOSITIONS_H_
#define CROSSCHECK_COMPARE_GROUP_PROPOSITIONS_H_

#include <vector>

#include "compare/pair/propositions.h"

namespace crosscheck {

struct Dispute {
  std::vector<Stated> sides[2];  // each by document and place
  double score = 0;
  bool sure = false;
  bool attributed = false;       // somebody is named on both sides: a dispute, else the articles differ
};

// The strongest first. `neighbours`: stories that are looked at beside each other.
std::vector<Dispute> FindDisputes(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_GROUP_PROPOSITIONS_H_
