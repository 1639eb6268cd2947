#include <gtest/gtest.h>

#include <cmath>

#include "compare/pairing.h"
#include "tests/fit/logistic.h"
#include "tests/fit/pair_rows.h"

namespace crosscheck {
namespace {

// Rows over all settings of the signs, each with the chance that the weights give: as many as an endless sample would have.
std::vector<LabelledRow> RowsBy(const std::vector<double>& weights) {
  std::vector<LabelledRow> rows;
  for (int setting = 0; setting < (1 << (weights.size() - 1)); ++setting) {
    std::vector<double> signs = {1};
    double score = weights[0];
    for (size_t i = 1; i < weights.size(); ++i) {
      signs.push_back((setting >> (i - 1)) & 1);
      score += weights[i] * signs.back();
    }
    const double chance = 1 / (1 + std::exp(-score));
    rows.push_back({signs, true, 100 * chance});
    rows.push_back({signs, false, 100 * (1 - chance)});
  }
  return rows;
}

TEST(Fit, RecoversTheWeightsThatMadeTheRows) {
  const std::vector<double> made_with = {-3, 0.9, -1.8, 2.2, 0.4};
  const std::vector<double> prior = {0, 0, 0, 0, 0};
  const std::vector<double> fitted = FitTowards(prior, RowsBy(made_with), 1e-6);
  for (size_t i = 0; i < made_with.size(); ++i) EXPECT_NEAR(fitted[i], made_with[i], 1e-4) << i;
}

TEST(Fit, AStrongRidgeHoldsToThePrior) {
  const std::vector<double> prior = {-1, 2, 0.5, -0.5, 1};
  const std::vector<LabelledRow> rows = RowsBy({-3, 0.9, -1.8, 2.2, 0.4});
  const std::vector<double> held = FitTowards(prior, rows, 1e9);
  const std::vector<double> between = FitTowards(prior, rows, 100);
  for (size_t i = 0; i < prior.size(); ++i) EXPECT_NEAR(held[i], prior[i], 1e-4) << i;
  EXPECT_LT(PenalisedLoss(between, prior, rows, 100), PenalisedLoss(prior, prior, rows, 100));
  EXPECT_EQ(FitTowards(prior, rows, 100), between);
}

TEST(Fit, ASignThatNoRowShowsKeepsItsWeight) {
  const std::vector<double> fitted = FitTowards({0, 0.7}, {{{1, 0}, true, 3}, {{1, 0}, false, 1}}, 0.001);
  EXPECT_NEAR(fitted[0], std::log(3), 0.01);
  EXPECT_EQ(fitted[1], 0.7);
}

TEST(Fit, RowsAreLabelledByTheGoldGroups) {
  const Rulebook rules = Rulebook::Load({}).value();
  std::vector<Record> records;
  for (const char* line :
       {R"({"id": "a", "text": "Four miners died when the Kestrel pit near Orlby collapsed. Nine lorries burned."})",
        R"({"id": "b", "text": "The collapse of the Kestrel pit near Orlby killed six miners."})"}) {
    std::vector<Unread> unread;
    for (Document& document : ReadAll(line, {.uri = "x.jsonl"}, &unread)) records.push_back(Extract(std::move(document), rules));
  }
  ASSERT_EQ(records.size(), 2u);
  const Json gold = ParseJson(R"({"conflicts": [{"members": [["a", "«Four» miners"], ["b", "killed «six»"]]}]})").value();
  const auto rows = RowsOfBundle(records, gold, rules, FittedScore::kBlind);
  ASSERT_TRUE(rows.ok()) << rows.status();
  ASSERT_GE(rows->size(), 1u);
  EXPECT_EQ(std::count_if(rows->begin(), rows->end(), [](const LabelledRow& row) { return row.same; }), 1);
  for (const LabelledRow& row : *rows) EXPECT_EQ(row.signs[static_cast<size_t>(Sign::kFarValue)], 0);
  EXPECT_FALSE(RowsOfBundle(records, ParseJson(R"({"conflicts": [{"members": [["a", "«Ten» cows"]]}]})").value(), rules,
                            FittedScore::kBlind)
                   .ok());
}

TEST(Fit, AWeightsFileKeepsAllButItsNumbers) {
  const std::string line = R"({"sign": "bias", "weight": -3.0, "words": "", "x": 1})";
  EXPECT_EQ(WithWeights(line, {-2.5}, FittedScore::kFull).value(), R"({"sign": "bias", "weight": -2.50, "words": "", "x": 1})");
  EXPECT_EQ(WithWeights(line, {-2.5}, FittedScore::kBlind).value(),
            R"({"sign": "bias", "weight": -3.0, "blind": -2.50, "words": "", "x": 1})");
  EXPECT_FALSE(WithWeights("{}", {1}, FittedScore::kFull).ok());
}

}  // namespace
}  // namespace crosscheck
