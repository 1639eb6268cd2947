// Fits the weights of the pair table and the calibration table on marked bundles (docs/hacking.md).
//
//   fit_weights RIDGE FOLDS OUT FOLDER...   fits on all bundles of the folders; writes OUT/compare-weights.json and
//                                           OUT/compare-calibration.json, which stand beside rules/common's
//   fit_weights ceiling FOLDER...           what perfect pair labels would reach on today's claims
//
// A FOLDER holds marked bundles, or is fixtures itself for the bundles with planted conflicts.
//
// RIDGE holds the weights to their priors, the harder the larger (30 is a good start). The calibration is made with bundles left
// out: FOLDS fits, each judged on the bundles it has not seen. Deterministic. Exit 2: what is wrong is said on standard error.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

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

bool IsRight(const MarkedBundle& marked, const Contrast& contrast) {
  const ClaimMark& a = marked.marks[contrast.a];
  const ClaimMark& b = marked.marks[contrast.b];
  return a.quantity != kUnmarked && a.quantity == b.quantity && marked.quantities[a.quantity].is_conflict() && !a.side.empty() &&
         !b.side.empty() && a.side != "~" && b.side != "~" && a.side != b.side;
}

std::vector<Judged> JudgeBundle(const MarkedBundle& marked, const RuleTables& tables) {
  Bundle bundle = marked.bundle;
  bundle.rules = &tables;
  const std::vector<AlignedPair> pairs = AlignClaims(bundle, NeighbourStories(bundle, 1), 1);
  std::vector<Judged> judged;
  for (const Quantity& quantity : FindQuantities(bundle, pairs, {})) {
    if (quantity.relation != Relation::kDiffer || quantity.contrasts.empty()) continue;
    const bool right = std::any_of(quantity.contrasts.begin(), quantity.contrasts.end(), [&](const Contrast& c) { return IsRight(marked, c); });
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

// Chances that never fall with the score (pool adjacent violators), held to the share of all by a few cases more.
std::vector<CalibrationPoint> Calibrate(std::vector<Judged> judged) {
  constexpr double kCasesMore = 3;
  constexpr size_t kLeastOfPoint = 6;
  std::stable_sort(judged.begin(), judged.end(), [](const Judged& a, const Judged& b) { return a.score < b.score; });
  double right = 0;
  for (const Judged& one : judged) right += one.right ? 1 : 0;
  const double share = judged.empty() ? 0.5 : right / static_cast<double>(judged.size());
  struct Pool {
    double score = 0, right = 0, all = 0;
    double chance() const { return right / all; }
  };
  std::vector<Pool> pools;
  for (size_t i = 0; i < judged.size();) {
    Pool pool;
    for (; i < judged.size() && pool.all < kLeastOfPoint; ++i) pool.score += judged[i].score, pool.right += judged[i].right ? 1 : 0, ++pool.all;
    if (pool.all < kLeastOfPoint && !pools.empty()) {
      pools.back().score += pool.score, pools.back().right += pool.right, pools.back().all += pool.all;
    } else {
      pools.push_back(pool);
    }
    while (pools.size() > 1 && pools[pools.size() - 2].chance() >= pools.back().chance()) {
      Pool& before = pools[pools.size() - 2];
      before.score += pools.back().score, before.right += pools.back().right, before.all += pools.back().all;
      pools.pop_back();
    }
  }
  std::vector<CalibrationPoint> points;
  for (const Pool& pool : pools) {
    const double chance = (pool.right + kCasesMore * share) / (pool.all + kCasesMore);
    points.push_back({std::round(100 * pool.score / pool.all) / 100, std::round(1000 * chance) / 1000});
    if (points.size() > 1) points.back().chance = std::max(points.back().chance, points[points.size() - 2].chance);
  }
  if (points.empty()) points.push_back({0, 0.5});
  return points;
}

double Rounded(double value) { return std::round(1000 * value) / 1000; }

Json KindsOf(const KindWeights& weights) {
  Json object = Json::object();
  for (size_t k = 0; k < kPairKinds; ++k) object[std::string(PairKindName(static_cast<PairKind>(k)))] = Rounded(weights[k]);
  return object;
}

// The rules of a kind as one file, each on a line of its own.
std::string Written(const std::string& kind, const std::string& doc, const std::vector<Json>& rules) {
  std::string text = StrCat("{\"kind\": \"", kind, "\", \"doc\": ", Json(doc).dump(), ", \"rules\": [\n");
  for (size_t i = 0; i < rules.size(); ++i) StrAppend(&text, " ", rules[i].dump(), i + 1 < rules.size() ? ",\n" : "\n");
  return StrCat(text, "]}\n");
}

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
  std::vector<Json> weight_rules;
  std::vector<Json> difference_rules;
  std::vector<Json> calibration_rules;
  for (const Rule& rule : rules.tables().rules) {
    Json body = rule.body;
    if (rule.kind == "weights") {
      for (size_t f = 0; f < kFeatures; ++f) {
        if (FeatureName(static_cast<Feature>(f)) == body["feature"]) body["weight"] = KindsOf(all[f]);
      }
      weight_rules.push_back(std::move(body));
    } else if (rule.kind == "difference-weights") {
      for (size_t f = 0; f < kDifferenceFeatures; ++f) {
        if (DifferenceFeatureName(static_cast<DifferenceFeature>(f)) == body["feature"]) body["weight"] = Rounded(difference_weights[f]);
      }
      difference_rules.push_back(std::move(body));
    } else if (rule.kind == "calibration") {
      body["points"] = Json::array();
      for (const CalibrationPoint& point : points) body["points"].push_back({point.score, point.chance});
      calibration_rules.push_back(std::move(body));
    }
  }
  const std::pair<const char*, std::string> files[] = {
      {"weights", Written("weights", "Features of two claims that speak for or against one quantity. Weights are in log-odds, one for each kind of pair; \"prior\" is set by hand, \"weight\" is fitted and held to it.", weight_rules)},
      {"differences", Written("difference-weights", "What speaks for or against a difference being one that an editor wants to see. \"prior\" is set by hand, \"weight\" is fitted and held to it.", difference_rules)},
      {"calibration", Written("calibration", "How often a difference of a given score is right: made from marked bundles, each judged by a fit that has not seen it.", calibration_rules)}};
  for (const auto& [name, text] : files) {
    const absl::Status status = WriteFile(StrCat(out, "/compare-", name, ".json"), text);
    if (!status.ok()) return Fail(std::string(status.message()));
  }
  return 0;
}

// Why perfect pairs do not reach a conflict: its claims with what keeps the best two apart.
void Explain(const MarkedBundle& marked, uint32_t quantity, bool lost) {
  std::printf("%s: %s [%s] %s\n", lost ? "no claims" : "relation ", marked.quantities[quantity].about.c_str(),
              marked.quantities[quantity].type.c_str(), marked.name.c_str());
  std::vector<uint32_t> claims;
  for (uint32_t c = 0; c < marked.marks.size(); ++c) {
    if (marked.marks[c].quantity != quantity) continue;
    claims.push_back(c);
    const BundleClaim& claim = marked.bundle.claims[c];
    std::printf("    %s %s \u201c%s\u201d %s\n", marked.marks[c].side.c_str(), marked.bundle.RecordOf(claim).document.id.c_str(),
                std::string(marked.bundle.TextOf(claim)).c_str(), claim.frame->about.c_str());
  }
  for (const uint32_t a : claims) {
    for (const uint32_t b : claims) {
      if (a >= b || marked.marks[a].side == marked.marks[b].side) continue;
      const Veto veto = VetoOf(marked.bundle.claims[a], marked.bundle.claims[b]);
      const PairRelation relation = RelationOf(marked.bundle, marked.bundle.claims[a], marked.bundle.claims[b], false);
      std::printf("      %s: %s\n", std::string(VetoName(veto)).c_str(), std::string(relation.reason).c_str());
      return;
    }
  }
}

int Ceiling(const std::vector<MarkedBundle>& bundles) {
  size_t conflicts = 0, lost = 0, reached = 0;
  for (const MarkedBundle& marked : bundles) {
    std::vector<AlignedPair> pairs;
    for (uint32_t a = 0; a < marked.marks.size(); ++a) {
      for (uint32_t b = a + 1; b < marked.marks.size(); ++b) {
        if (marked.marks[a].quantity == kUnmarked || marked.marks[a].quantity != marked.marks[b].quantity) continue;
        if (VetoOf(marked.bundle.claims[a], marked.bundle.claims[b]) == Veto::kNone) pairs.push_back({a, b, 0.97f, 3});
      }
    }
    std::set<uint32_t> found;
    for (const Quantity& quantity : FindQuantities(marked.bundle, pairs, {})) {
      if (quantity.relation != Relation::kDiffer) continue;
      for (const Contrast& contrast : quantity.contrasts) {
        if (IsRight(marked, contrast)) found.insert(marked.marks[contrast.a].quantity);
      }
    }
    for (uint32_t q = 0; q < marked.quantities.size(); ++q) {
      if (!marked.quantities[q].is_conflict()) continue;
      ++conflicts;
      const bool is_lost = std::find(marked.lost.begin(), marked.lost.end(), q) != marked.lost.end();
      if (is_lost) ++lost;
      if (found.contains(q)) ++reached;
      if (!found.contains(q)) Explain(marked, q, is_lost);
    }
  }
  std::printf("%zu conflicts of figures; %zu with a side that is no claim; %zu reached with perfect pairs: %.2f\n", conflicts, lost, reached,
              conflicts == 0 ? 0.0 : static_cast<double>(reached) / static_cast<double>(conflicts));
  return 0;
}

int Run(const std::vector<std::string>& args) {
  const bool ceiling = !args.empty() && args[0] == "ceiling";
  const size_t first = ceiling ? 1 : 3;
  if (args.size() <= first) return Fail("usage: fit_weights RIDGE FOLDS OUT FOLDER... | fit_weights ceiling FOLDER...");
  const auto rules = Rulebook::Load({});
  if (!rules.ok()) return Fail(std::string(rules.status().message()));
  std::vector<MarkedBundle> bundles;
  for (size_t i = first; i < args.size(); ++i) {
    auto some = std::filesystem::exists(args[i] + "/planted") ? LoadAllPlanted(args[i], *rules) : LoadAllMarked(args[i], *rules);
    if (!some.ok()) return Fail(std::string(some.status().message()));
    std::move(some->begin(), some->end(), std::back_inserter(bundles));
  }
  if (ceiling) return Ceiling(bundles);
  const double ridge = std::strtod(args[0].c_str(), nullptr);
  const size_t folds = std::strtoul(args[1].c_str(), nullptr, 10);
  if (!(ridge > 0) || folds < 2) return Fail("RIDGE is a number above 0, FOLDS a whole number above 1");
  return Fit(ridge, folds, args[2], bundles, *rules);
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Run(std::vector<std::string>(argv + 1, argv + argc)); }
