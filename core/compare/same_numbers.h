// One unusual number that counts two things in two articles: of those one may have been taken from the wrong line.
#ifndef CROSSCHECK_COMPARE_SAME_NUMBERS_H_
#define CROSSCHECK_COMPARE_SAME_NUMBERS_H_

#include <vector>

#include "compare/judging.h"

namespace crosscheck {

// Findings of the kind figure.same-number, one for each number: exact counts and sums of money of three significant digits or
// more, equal in two articles, of unlike things or unlike fates, and in no group together. Linear in the claims but for pairs of
// claims that share such a number, of which a bounded number is looked at.
std::vector<Finding> FindSameNumbers(const Pairing& pairing, const std::vector<JudgedGroup>& judged);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SAME_NUMBERS_H_
