// Groups and findings of the worksheet from judged claims: names, reasons, evidence.
#ifndef CROSSCHECK_COMPARE_FINDINGS_H_
#define CROSSCHECK_COMPARE_FINDINGS_H_

#include <vector>

#include "compare/judging.h"

namespace crosscheck {

// Appends a group for each judged one (ids go on from those there) and a finding for each that differs or is superseded.
void AddGroups(const Pairing& pairing, const std::vector<JudgedGroup>& judged, Worksheet* sheet);

// The signs that held claims a and b together, strongest first, in words.
std::vector<std::string> WhySame(const Pairing& pairing, uint32_t a, uint32_t b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_FINDINGS_H_
