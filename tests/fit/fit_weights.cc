// Fits the weights of the pair score towards the ones in force, on bundles whose groups are known.
//
//   fit_weights full|blind RIDGE WEIGHTS.json GOLD.json RECORDS.jsonl [GOLD.json RECORDS.jsonl ...] > FITTED.json
//
// WEIGHTS.json: rules/en/compare-weights.json; its numbers are the ones held to, the harder the larger RIDGE is (10 is a good
// start). GOLD.json: a file of fixtures/planted. RECORDS.jsonl: what `crosscheck extract --text` prints of the bundle.
// How the fit went is told on the standard error. Exit 2: what is wrong is said there.
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "base/files.h"
#include "base/strings.h"
#include "compare/pairing.h"
#include "rulebook/tables.h"
#include "tests/fit/pair_rows.h"

namespace crosscheck {
namespace {

int Fail(const std::string& what) {
  std::fprintf(stderr, "fit_weights: %s\n", what.c_str());
  return 2;
}

absl::StatusOr<std::vector<Record>> ReadLines(const std::string& path) {
  const auto bytes = ReadFile(path, 64 << 20);
  if (!bytes.ok()) return bytes.status();
  std::vector<Record> records;
  for (size_t at = 0; at < bytes->size();) {
    const size_t end = std::min(bytes->find('\n', at), bytes->size());
    if (end > at) {
      auto record = RecordFromJson(std::string_view(*bytes).substr(at, end - at));
      if (!record.ok()) return record.status();
      records.push_back(*std::move(record));
    }
    at = end + 1;
  }
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  return records;
}

int Run(const std::vector<std::string>& args) {
  if (args.size() < 5 || args.size() % 2 == 0 || (args[0] != "full" && args[0] != "blind"))
    return Fail("usage: fit_weights full|blind RIDGE WEIGHTS.json GOLD.json RECORDS.jsonl ...");
  const FittedScore score = args[0] == "full" ? FittedScore::kFull : FittedScore::kBlind;
  const double ridge = std::strtod(args[1].c_str(), nullptr);
  if (!(ridge > 0)) return Fail("RIDGE must be a number above 0");
  const auto rules = Rulebook::Load({});
  if (!rules.ok()) return Fail(std::string(rules.status().message()));
  const auto file = ReadFile(args[2], 1 << 20);
  if (!file.ok()) return Fail(std::string(file.status().message()));
  std::vector<LabelledRow> rows;
  for (size_t i = 3; i + 1 < args.size(); i += 2) {
    const auto bytes = ReadFile(args[i], 1 << 20);
    const auto records = ReadLines(args[i + 1]);
    if (!bytes.ok()) return Fail(std::string(bytes.status().message()));
    if (!records.ok()) return Fail(StrCat(args[i + 1], ": ", records.status().message()));
    const auto gold = ParseJson(*bytes);
    if (!gold.ok()) return Fail(StrCat(args[i], ": ", gold.status().message()));
    auto of_bundle = RowsOfBundle(*records, *gold, *rules, score);
    if (!of_bundle.ok()) return Fail(StrCat(args[i], ": ", of_bundle.status().message()));
    std::move(of_bundle->begin(), of_bundle->end(), std::back_inserter(rows));
  }
  const CompareRules& compare = rules->tables().compare;
  std::vector<double> prior;
  for (const SignRule& sign : compare.signs) prior.push_back(score == FittedScore::kFull ? sign.weight : sign.blind);
  const std::vector<double> weights = FitTowards(prior, rows, ridge);
  const auto same = std::count_if(rows.begin(), rows.end(), [](const LabelledRow& row) { return row.same; });
  std::fprintf(stderr, "%zu pairs, %td of one quantity; loss %.2f, before %.2f\n", rows.size(), same,
               PenalisedLoss(weights, prior, rows, ridge), PenalisedLoss(prior, prior, rows, ridge));
  for (size_t s = 0; s < kSigns; ++s) {
    const std::string name(SignName(static_cast<Sign>(s)));
    std::fprintf(stderr, "  %-20s %6.2f  was %6.2f\n", name.c_str(), weights[s], prior[s]);
  }
  const auto fitted = WithWeights(*file, weights, score);
  if (!fitted.ok()) return Fail(std::string(fitted.status().message()));
  std::fwrite(fitted->data(), 1, fitted->size(), stdout);
  return 0;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Run(std::vector<std::string>(argv + 1, argv + argc)); }
