#include <gtest/gtest.h>

#include "tests/fit/alignment_fit.h"

namespace crosscheck {
namespace {

constexpr auto kWords = static_cast<size_t>(Feature::kClauseWords);

AlignmentRow Row(std::initializer_list<std::pair<float, bool>> candidates) {
  AlignmentRow row;
  uint32_t value = 0;
  for (const auto& [words, same] : candidates) {
    AlignmentRow::Candidate candidate;
    candidate.features[kWords] = words;
    candidate.value = value++;
    candidate.same = same;
    row.has_counterpart = row.has_counterpart || same;
    row.candidates.push_back(candidate);
  }
  return row;
}

TEST(AlignmentFit, LearnsWhatTellsTheCounterpart) {
  const std::vector<AlignmentRow> rows = {Row({{0.9f, true}, {0.1f, false}}), Row({{0.1f, false}}), Row({{0.8f, true}}), Row({{0.2f, false}, {0.1f, false}})};
  std::vector<const AlignmentRow*> all;
  for (const AlignmentRow& row : rows) all.push_back(&row);
  const Weights fitted = FitTowards({}, all, 0.01);
  EXPECT_GT(fitted[kWords][0], 2);
  EXPECT_GT(fitted[0][0], 0);
  EXPECT_LT(LossOf(fitted, fitted, all, 0), LossOf({}, {}, all, 0) / 2);
  EXPECT_EQ(fitted, FitTowards({}, all, 0.01));
}

TEST(AlignmentFit, AStrongRidgeHoldsToThePrior) {
  const AlignmentRow row = Row({{0.9f, true}});
  Weights prior{};
  prior[kWords][0] = 1.5;
  EXPECT_NEAR(FitTowards(prior, {&row}, 1e6)[kWords][0], 1.5, 1e-3);
}

TEST(AlignmentFit, AFeatureThatNoRowShowsKeepsItsPrior) {
  const AlignmentRow row = Row({{0.9f, true}});
  Weights prior{};
  prior[static_cast<size_t>(Feature::kFar)][0] = -2;
  EXPECT_DOUBLE_EQ(FitTowards(prior, {&row}, 0.1)[static_cast<size_t>(Feature::kFar)][0], -2);
}

}  // namespace
}  // namespace crosscheck
