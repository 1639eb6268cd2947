// Groups and findings of the worksheet from judged claims: names, reasons, evidence.
#ifndef CROSSCHECK_COMPARE_FINDINGS_H_
#define CROSSCHECK_COMPARE_FINDINGS_H_

#include <vector>

#include "compare/comparison.h"
#include "compare/judging.h"

namespace crosscheck {

// A group for each judged one, with a finding for each that differs or is superseded. Ids are set when the stage puts all
// together.
std::vector<ComparedGroup> DescribeGroups(const Pairing& pairing, const std::vector<JudgedGroup>& judged);

// The signs that held claims a and b together, strongest first, in words.
std::vector<std::string> WhySame(const Pairing& pairing, uint32_t a, uint32_t b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_FINDINGS_H_
