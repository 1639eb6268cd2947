// The rank of a finding: 100 x sameness x gap x weight x support, each 0 to 1.
#ifndef CROSSCHECK_COMPARE_RANKING_H_
#define CROSSCHECK_COMPARE_RANKING_H_

#include <vector>

#include "compare/judging.h"

namespace crosscheck {

// 0..100: how sure it is that two claims with this score are the same quantity.
int Sameness(float log_odds);

int RankOf(const ClaimSet& set, const JudgedGroup& group, const FindingRule& rule);

// Most urgent first; ties: by group, then by text. Numbers the findings "F1", "F2" ...
void RankFindings(std::vector<Finding>* findings);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_RANKING_H_
