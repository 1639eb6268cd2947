// Rows for the fit: the signs of pairs of claims from bundles whose groups are known.
#ifndef CROSSCHECK_TESTS_FIT_PAIR_ROWS_H_
#define CROSSCHECK_TESTS_FIT_PAIR_ROWS_H_

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/json.h"
#include "crosscheck/crosscheck.h"
#include "tests/fit/logistic.h"

namespace crosscheck {

// Which score is fitted: the full one, which groups claims, on all pairs; the blind one, which is held against a difference, on
// pairs whose values do not meet and without the signs that look at the values.
enum class FittedScore { kFull, kBlind };

// `gold`: what is planted in the bundle, as in fixtures/planted: members of one agreement or conflict are one quantity, and two
// of them that share a member too. Each pair of claims of two documents that no rule keeps apart gives a row of kSigns signs;
// pairs without any member of the gold groups are left out, since nobody has said what they are. Error: a member that is not
// found.
absl::StatusOr<std::vector<LabelledRow>> RowsOfBundle(const std::vector<Record>& records, const Json& gold, const Rulebook& rules,
                                                      FittedScore score);

// The text of a weights file (rules/en/compare-weights.json) with the numbers of "weight" (full) or "blind" exchanged; two
// decimals. Error: a sign that the file does not have.
absl::StatusOr<std::string> WithWeights(std::string_view file, const std::vector<double>& weights, FittedScore score);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_FIT_PAIR_ROWS_H_
