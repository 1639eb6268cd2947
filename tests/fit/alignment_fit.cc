#include "tests/fit/alignment_fit.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "compare/pair/align.h"

namespace crosscheck {
namespace {

constexpr double kConflictWeight = 3;  // of a row whose counterpart has another value: there are few, and they are what is sought

struct Step {
  double loss = 0;
  Weights gradient{};
};

double Dot(const Weights& weights, size_t kind, const FeatureValues& features) {
  double score = 0;
  for (size_t f = 1; f < kFeatures; ++f) score += weights[f][kind] * features[f];
  return score;
}

// Adds one row's loss and gradient. The best candidate of each value stands for it.
void AddRow(const Weights& weights, const AlignmentRow& row, Step* step) {
  const auto kind = static_cast<size_t>(row.kind);
  struct Best {
    double score = -1e30;
    size_t candidate = 0;
    bool same = false;
  };
  std::map<uint32_t, Best> values;
  for (size_t c = 0; c < row.candidates.size(); ++c) {
    Best& best = values[row.candidates[c].value];
    const double score = Dot(weights, kind, row.candidates[c].features);
    if (score > best.score) best.score = score, best.candidate = c;
    best.same = best.same || row.candidates[c].same;
  }
  const double none = weights[0][kind];
  double highest = none;
  for (const auto& [value, best] : values) highest = std::max(highest, best.score);
  double all = std::exp(none - highest);
  double right = row.has_counterpart ? 0 : all;
  for (const auto& [value, best] : values) {
    const double part = std::exp(best.score - highest);
    all += part;
    if (row.has_counterpart && best.same) right += part;
  }
  step->loss += row.weight * (std::log(all) - std::log(std::max(right, 1e-300)));
  const auto add = [&](double share, double share_of_right, const FeatureValues* features) {
    const double slope = row.weight * (share - share_of_right);
    if (features == nullptr) {
      step->gradient[0][kind] += slope;
      return;
    }
    for (size_t f = 1; f < kFeatures; ++f) step->gradient[f][kind] += slope * (*features)[f];
  };
  add(std::exp(none - highest) / all, row.has_counterpart ? 0 : 1, nullptr);
  for (const auto& [value, best] : values) {
    const double part = std::exp(best.score - highest);
    add(part / all, row.has_counterpart && best.same ? part / right : 0, &row.candidates[best.candidate].features);
  }
}

Step StepAt(const Weights& weights, const Weights& prior, const std::vector<const AlignmentRow*>& rows, double ridge) {
  Step step;
  for (const AlignmentRow* row : rows) AddRow(weights, *row, &step);
  for (size_t f = 0; f < kFeatures; ++f) {
    for (size_t k = 0; k < kPairKinds; ++k) {
      const double off = weights[f][k] - prior[f][k];
      step.loss += 0.5 * ridge * off * off;
      step.gradient[f][k] += ridge * off;
    }
  }
  return step;
}

}  // namespace

std::vector<AlignmentRow> RowsOf(const MarkedBundle& marked) {
  const Bundle& bundle = marked.bundle;
  std::vector<AlignmentRow> rows;
  for (uint32_t a = 0; a < bundle.claims.size(); ++a) {
    if (marked.marks[a].quantity == kUnmarked) continue;
    for (uint32_t story = 0; story < bundle.stories.size(); ++story) {
      if (story == bundle.claims[a].story) continue;
      AlignmentRow row;
      row.kind = PairKindOf(bundle.claims[a].type);
      std::map<std::pair<uint64_t, uint64_t>, uint32_t> values;
      bool equal = false;
      for (const uint32_t b : CandidatesOf(bundle, a, story)) {
        if (marked.marks[b].quantity == kUnmarked && !marked.partly) continue;
        const BundleClaim& claim = bundle.claims[b];
        const auto [it, fresh] = values.try_emplace({claim.value.key, claim.unit_key}, static_cast<uint32_t>(values.size()));
        const bool same = marked.marks[b].quantity == marked.marks[a].quantity;
        row.candidates.push_back({FeaturesOf(bundle, bundle.claims[a], claim), it->second, same});
        row.has_counterpart = row.has_counterpart || same;
        equal = equal || (same && ValuesMeet(bundle.claims[a], claim));
      }
      if (row.candidates.empty() || (marked.partly && !row.has_counterpart)) continue;
      if (row.has_counterpart && !equal) row.weight = kConflictWeight;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

double LossOf(const Weights& weights, const Weights& prior, const std::vector<const AlignmentRow*>& rows, double ridge) {
  return StepAt(weights, prior, rows, ridge).loss;
}

// Gradient descent with a step of its own for each weight (Adam); the loss is convex but for the choice of the best of a value.
Weights FitTowards(const Weights& prior, const std::vector<const AlignmentRow*>& rows, double ridge) {
  constexpr int kSteps = 250;
  constexpr double kMean = 0.9;
  constexpr double kSquare = 0.99;
  Weights weights = prior;
  Weights mean{};
  Weights square{};
  for (int s = 1; s <= kSteps; ++s) {
    const Step step = StepAt(weights, prior, rows, ridge);
    const double rate = 0.08 * (1 - static_cast<double>(s) / (kSteps + 1));
    for (size_t f = 0; f < kFeatures; ++f) {
      for (size_t k = 0; k < kPairKinds; ++k) {
        const double g = step.gradient[f][k];
        mean[f][k] = kMean * mean[f][k] + (1 - kMean) * g;
        square[f][k] = kSquare * square[f][k] + (1 - kSquare) * g * g;
        const double m = mean[f][k] / (1 - std::pow(kMean, s));
        const double v = square[f][k] / (1 - std::pow(kSquare, s));
        weights[f][k] -= rate * m / (std::sqrt(v) + 1e-8);
      }
    }
  }
  return weights;
}

}  // namespace crosscheck
