// Fits the weights of the pair table, of the differences and the calibration table on marked bundles (docs/hacking.md).
//
//   fit_weights RIDGE FOLDS RULES FOLDER...   fits on all bundles of the folders; writes the numbers into RULES/compare-weights.json,
//                                             compare-differences.json and compare-calibration.json and leaves all else there as it is
//   fit_weights stages FOLDER...              what is missed of the marked conflicts and updates, and at which stage
//   fit_weights ceiling FOLDER...             what perfect pair labels would reach on today's claims
//
// A FOLDER holds marked bundles, or is fixtures itself for the bundles with planted conflicts.
//
// RIDGE holds the weights to their priors, the harder the larger (40 is a good start). The calibration is made with bundles left
// out: FOLDS fits, each judged on the bundles it has not seen. Deterministic. Exit 2: what is wrong is said on standard error.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "absl/strings/str_format.h"
#include "base/files.h"
#include "base/json.h"
#include "base/parallel.h"
#include "base/strings.h"
#include "compare/group/quantities.h"
#include "compare/judge/difference.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"
#include "tests/fit/alignment_fit.h"
#include "tests/fit/marked.h"
#include "tests/fit/stages.h"

namespace crosscheck {
namespace {

int Fail(const std::string& what) {
  std::fprintf(stderr, "fit_weights: %s\n", what.c_str());
  return 2;
}

// A difference, and whether an editor would have wanted it.
struct Judged {
  DifferenceValues values{};
  double score = 0;
  bool right = false;
};

std::vector<Judged> JudgeBundle(const MarkedBundle& marked, const RuleTables& tables) {
  Bundle bundle = marked.bundle;
  bundle.rules = &tables;
  const std::vector<AlignedPair> pairs = AlignClaims(bundle, NeighbourStories(bundle, 1), 1);
  std::vector<Judged> judged;
  for (const Quantity& quantity : FindQuantities(bundle, pairs, {})) {
    if (quantity.relation != Relation::kDiffer || quantity.contrasts.empty()) continue;
    const bool right = std::any_of(quantity.contrasts.begin(), quantity.contrasts.end(), [&](const Contrast& c) { return IsRight(marked, c.a, c.b); });
    judged.push_back({DifferenceFeaturesOf(bundle, quantity), 0, right});
  }
  return judged;
}

RuleTables WithWeights(const RuleTables& tables, const Weights& weights) {
  RuleTables changed = tables;
  for (size_t f = 0; f < kFeatures; ++f) changed.compare.features[f].weight = weights[f];
  return changed;
}

using DifferenceWeights = std::array<double, kDifferenceFeatures>;

double Dot(const DifferenceWeights& weights, const DifferenceValues& values) {
  double score = 0;
  for (size_t f = 0; f < kDifferenceFeatures; ++f) score += weights[f] * values[f];
  return score;
}

// Logistic, held to the prior.
DifferenceWeights FitDifferences(const DifferenceWeights& prior, const std::vector<Judged>& judged) {
  constexpr int kSteps = 4000;
  constexpr double kRidge = 2;
  DifferenceWeights weights = prior;
  for (int step = 0; step < kSteps; ++step) {
    DifferenceWeights gradient{};
    for (const Judged& one : judged) {
      const double off = 1 / (1 + std::exp(-Dot(weights, one.values))) - (one.right ? 1 : 0);
      for (size_t f = 0; f < kDifferenceFeatures; ++f) gradient[f] += off * one.values[f];
    }
    const double rate = 2.0 / (static_cast<double>(judged.size()) + 10);
    for (size_t f = 0; f < kDifferenceFeatures; ++f) weights[f] -= rate * (gradient[f] + (f == 0 ? 0 : kRidge) * (weights[f] - prior[f]));
  }
  return weights;
}

// Chances that never fall with the score: a logistic curve through the cases, told at a few scores. Steps would need more cases at
// the top than some seventy bundles have: there a pool of six says .80 or 1 by one case.
std::vector<CalibrationPoint> Calibrate(const std::vector<Judged>& judged) {
  constexpr int kSteps = 50;
  constexpr double kRidge = 1;  // of the slope, towards 1: what the fit itself claims
  double slope = 1;
  double offset = 0;
  const auto chance = [&](double score) { return 1 / (1 + std::exp(-(slope * score + offset))); };
  // Newton's steps; the loss is convex.
  for (int step = 0; step < kSteps; ++step) {
    double g_slope = kRidge * (slope - 1), g_offset = 0, h_slope = kRidge, h_offset = 1e-6, h_both = 0;
    for (const Judged& one : judged) {
      const double p = chance(one.score);
      const double off = p - (one.right ? 1 : 0);
      const double curve = p * (1 - p);
      g_slope += off * one.score, g_offset += off;
      h_slope += curve * one.score * one.score, h_offset += curve, h_both += curve * one.score;
    }
    const double determinant = h_slope * h_offset - h_both * h_both;
    slope -= (h_offset * g_slope - h_both * g_offset) / determinant;
    offset -= (h_slope * g_offset - h_both * g_slope) / determinant;
  }
  std::vector<CalibrationPoint> points;
  for (double score = -4; score <= 4; score += 0.5) points.push_back({score, std::round(1000 * chance(score)) / 1000});
  return points;
}

double Rounded(double value) { return std::round(1000 * value) / 1000; }

// The text between `open` and the next `close` behind `key` in a line gives way to `value`.
void Put(std::string_view key, char open, char close, const std::string& value, std::string* line) {
  const size_t at = line->find(key);
  if (at == std::string::npos) return;
  const size_t from = line->find(open, at + key.size());
  const size_t to = from == std::string::npos ? from : line->find(close, from);
  if (to != std::string::npos) line->replace(from, to - from, value);
}

// Writes new numbers into a file of rules, one rule a line: `change` gets each line.
absl::Status Rewrite(const std::string& path, const std::function<void(std::string*)>& change) {
  constexpr size_t kLargest = 4 << 20;
  const auto bytes = ReadFile(path, kLargest);
  if (!bytes.ok()) return bytes.status();
  std::vector<std::string> lines;
  for (const std::string_view line : Split(*bytes, '\n')) {
    lines.emplace_back(line);
    change(&lines.back());
  }
  return WriteFile(path, Join(lines, "\n"));
}

std::string KindsOf(const KindWeights& weights) {
  std::vector<std::string> parts;
  for (size_t k = 0; k < kPairKinds; ++k) parts.push_back(StrCat("\"", PairKindName(static_cast<PairKind>(k)), "\": ", Json(Rounded(weights[k])).dump()));
  return StrCat("{", Join(parts, ", "));
}

bool IsOf(std::string_view line, std::string_view feature) { return line.find(StrCat("\"feature\": \"", feature, "\", ")) != std::string_view::npos; }

Weights PriorOf(const CompareRules& rules) {
  Weights prior{};
  for (size_t f = 0; f < kFeatures; ++f) prior[f] = rules.features[f].prior;
  return prior;
}

int Fit(double ridge, size_t folds, const std::string& out, const std::vector<MarkedBundle>& bundles, const Rulebook& rules) {
  std::vector<std::vector<AlignmentRow>> rows(bundles.size());
  ParallelFor(bundles.size(), 0, [&](size_t b) { rows[b] = RowsOf(bundles[b]); });
  const Weights prior = PriorOf(rules.tables().compare);
  const auto rows_but = [&](size_t fold) {
    std::vector<const AlignmentRow*> kept;
    for (size_t b = 0; b < bundles.size(); ++b) {
      if (b % folds == fold) continue;
      for (const AlignmentRow& row : rows[b]) kept.push_back(&row);
    }
    return kept;
  };
  std::vector<std::vector<Judged>> judged(folds);
  Weights all{};
  ParallelFor(folds + 1, 0, [&](size_t fold) {
    const Weights weights = FitTowards(prior, rows_but(fold), ridge);
    if (fold == folds) {
      all = weights;
      return;
    }
    const RuleTables tables = WithWeights(rules.tables(), weights);
    for (size_t b = fold; b < bundles.size(); b += folds) {
      const std::vector<Judged> of_bundle = JudgeBundle(bundles[b], tables);
      judged[fold].insert(judged[fold].end(), of_bundle.begin(), of_bundle.end());
    }
  });
  const auto everything = rows_but(folds);
  std::fprintf(stderr, "%zu bundles, %zu rows; loss a row %.4f, with the priors %.4f\n", bundles.size(), everything.size(),
               LossOf(all, all, everything, 0) / static_cast<double>(everything.size()),
               LossOf(prior, prior, everything, 0) / static_cast<double>(everything.size()));
  // The chance of a difference: fitted on the folds' differences, each fold scored by a fit on the others.
  DifferenceWeights difference_prior{};
  for (size_t f = 0; f < kDifferenceFeatures; ++f) difference_prior[f] = rules.tables().compare.differences[f].prior;
  std::vector<Judged> scored;
  std::vector<Judged> every;
  for (size_t fold = 0; fold < folds; ++fold) every.insert(every.end(), judged[fold].begin(), judged[fold].end());
  for (size_t fold = 0; fold < folds; ++fold) {
    std::vector<Judged> others;
    for (size_t other = 0; other < folds; ++other) {
      if (other != fold) others.insert(others.end(), judged[other].begin(), judged[other].end());
    }
    const DifferenceWeights weights = FitDifferences(difference_prior, others);
    for (Judged one : judged[fold]) {
      one.score = Dot(weights, one.values);
      scored.push_back(one);
    }
  }
  const DifferenceWeights difference_weights = FitDifferences(difference_prior, every);
  const std::vector<CalibrationPoint> points = Calibrate(scored);
  std::fprintf(stderr, "%zu differences, %td right\n", scored.size(), std::count_if(scored.begin(), scored.end(), [](const Judged& j) { return j.right; }));
  for (const CalibrationPoint& point : points) std::fprintf(stderr, "   %6.2f %.3f\n", point.score, point.chance);
  absl::Status status = Rewrite(StrCat(out, "/compare-weights.json"), [&](std::string* line) {
    for (size_t f = 0; f < kFeatures; ++f) {
      if (IsOf(*line, FeatureName(static_cast<Feature>(f)))) Put("\"weight\":", '{', '}', KindsOf(all[f]), line);
    }
  });
  if (status.ok()) {
    status = Rewrite(StrCat(out, "/compare-differences.json"), [&](std::string* line) {
      for (size_t f = 0; f < kDifferenceFeatures; ++f) {
        if (IsOf(*line, DifferenceFeatureName(static_cast<DifferenceFeature>(f)))) Put("\"weight\":", ' ', ',', StrCat(" ", Json(Rounded(difference_weights[f])).dump()), line);
      }
    });
  }
  if (status.ok()) {
    std::vector<std::string> written;
    for (const CalibrationPoint& point : points) written.push_back(StrCat("[", Json(point.score).dump(), ", ", Json(point.chance).dump(), "]"));
    status = Rewrite(StrCat(out, "/compare-calibration.json"), [&](std::string* line) {
      const size_t at = line->find("\"points\": [[");
      const size_t end = line->find("]]", at);
      if (at != std::string::npos && end != std::string::npos) line->replace(at, end + 2 - at, StrCat("\"points\": [", Join(written, ", "), "]"));
    });
  }
  return status.ok() ? 0 : Fail(std::string(status.message()));
}

int Run(const std::vector<std::string>& args) {
  const bool only_look = !args.empty() && (args[0] == "ceiling" || args[0] == "stages");
  const size_t first = only_look ? 1 : 3;
  if (args.size() <= first) return Fail("usage: fit_weights RIDGE FOLDS RULES FOLDER... | fit_weights stages FOLDER... | fit_weights ceiling FOLDER...");
  const auto rules = Rulebook::Load({});
  if (!rules.ok()) return Fail(std::string(rules.status().message()));
  std::vector<MarkedBundle> bundles;
  for (size_t i = first; i < args.size(); ++i) {
    auto some = std::filesystem::exists(args[i] + "/planted") ? LoadAllPlanted(args[i], *rules) : LoadAllMarked(args[i], *rules);
    if (!some.ok()) return Fail(std::string(some.status().message()));
    std::move(some->begin(), some->end(), std::back_inserter(bundles));
  }
  if (only_look) {
    args[0] == "stages" ? PrintStages(bundles) : PrintCeiling(bundles);
    return 0;
  }
  const double ridge = std::strtod(args[0].c_str(), nullptr);
  const size_t folds = std::strtoul(args[1].c_str(), nullptr, 10);
  if (!(ridge > 0) || folds < 2) return Fail("RIDGE is a number above 0, FOLDS a whole number above 1");
  return Fit(ridge, folds, args[2], bundles, *rules);
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Run(std::vector<std::string>(argv + 1, argv + argc)); }
