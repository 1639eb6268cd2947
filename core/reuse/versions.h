// Versions of one story: two papers each cut it and added paragraphs of their own, so that neither shares half of its text.
//
// A round-up page looks the same at first (it shares the lead and a third of each story it prints), but what it prints besides
// comes from other stories, while a paper's own paragraphs stand nowhere else.
#ifndef CROSSCHECK_REUSE_VERSIONS_H_
#define CROSSCHECK_REUSE_VERSIONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "reuse/labels.h"

namespace crosscheck {

struct JudgedPair {
  uint32_t a = 0;
  uint32_t b = 0;
  std::optional<Sharing> sharing;
};

// Turns kPartial into kCopy for pairs that share their leads and some 40 % of both texts, where what else the two print is not
// shared with stories that the other one shares nothing with.
void PromoteVersions(uint32_t stories, std::vector<JudgedPair>* pairs);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_VERSIONS_H_
