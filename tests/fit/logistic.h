// Logistic regression that stays near given weights.
#ifndef CROSSCHECK_TESTS_FIT_LOGISTIC_H_
#define CROSSCHECK_TESTS_FIT_LOGISTIC_H_

#include <vector>

namespace crosscheck {

struct LabelledRow {
  std::vector<double> signs;
  bool same = false;  // the label
  double weight = 1;  // how much the row counts
};

// Weights w that make the least of  sum over rows of weight x log-loss(same, signs . w)  +  ridge / 2 x |w - prior|^2,
// by Newton's method with step halving (the sum is convex: one least, whatever the start). Rows have as many signs as `prior` has
// weights; ridge > 0. The result depends on nothing else: no random numbers, one order of additions.
std::vector<double> FitTowards(const std::vector<double>& prior, const std::vector<LabelledRow>& rows, double ridge);

// The sum above.
double PenalisedLoss(const std::vector<double>& weights, const std::vector<double>& prior, const std::vector<LabelledRow>& rows,
                     double ridge);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_FIT_LOGISTIC_H_
