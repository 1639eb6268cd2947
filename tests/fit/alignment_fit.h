// Fits the weights of the features to marked bundles: each claim should find its counterpart in each other story, or none.
//
// The loss is that of compare/pair/align.h's softmax, -log of the share that falls on the marked quantity; weights are drawn to
// their priors by a ridge, since a few dozen bundles overfit otherwise. Deterministic.
#ifndef CROSSCHECK_TESTS_FIT_ALIGNMENT_FIT_H_
#define CROSSCHECK_TESTS_FIT_ALIGNMENT_FIT_H_

#include <array>
#include <vector>

#include "compare/pair/table.h"
#include "tests/fit/marked.h"

namespace crosscheck {

// One claim beside one story: its candidates, those of one value together.
struct AlignmentRow {
  struct Candidate {
    FeatureValues features{};
    uint32_t value = 0;  // candidates of one value have one number
    bool same = false;   // of the claim's quantity
  };
  PairKind kind = PairKind::kCounts;
  std::vector<Candidate> candidates;
  bool has_counterpart = false;
  double weight = 1;
};

using Weights = std::array<KindWeights, kFeatures>;

std::vector<AlignmentRow> RowsOf(const MarkedBundle& marked);

double LossOf(const Weights& weights, const Weights& prior, const std::vector<const AlignmentRow*>& rows, double ridge);
Weights FitTowards(const Weights& prior, const std::vector<const AlignmentRow*>& rows, double ridge);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_FIT_ALIGNMENT_FIT_H_
