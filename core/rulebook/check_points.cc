#include "rulebook/check_points.h"

#include <algorithm>
#include <tuple>

#include "base/strings.h"
#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {

std::pair<size_t, size_t> CheckPointRules::RunsFrom(WordId word) const {
  const auto before = [](const Run& run, WordId first) { return run.words[0] < first; };
  const auto behind = [](WordId first, const Run& run) { return first < run.words[0]; };
  const auto first = std::lower_bound(runs.begin(), runs.end(), word, before);
  const auto last = std::upper_bound(first, runs.end(), word, behind);
  return {static_cast<size_t>(first - runs.begin()), static_cast<size_t>(last - runs.begin())};
}

absl::Status LoadCheckPoints(const std::vector<const Rule*>& rules, RuleTables* tables) {
  CheckPointRules& points = tables->check_points;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    points.rules.push_back({rule->id, static_cast<CheckPointKind>(reader.OneOf("point", {"superlative", "cause"}, 0))});
    for (const auto& [field, unless] : {std::pair("phrases", false), std::pair("unless", true)}) {
      for (const std::string& phrase : reader.Texts(field)) {
        CheckPointRules::Run run{{}, points.rules.size() - 1, unless};
        const std::string lower = LowerCase(phrase);
        for (const std::string_view word : Split(lower, ' ')) run.words.push_back(tables->lexicon.Add(word, 0));
        points.runs.push_back(std::move(run));
      }
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  std::sort(points.runs.begin(), points.runs.end(), [](const auto& a, const auto& b) {
    if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    return std::tie(a.words, a.unless, a.rule) < std::tie(b.words, b.unless, b.rule);
  });
  return absl::OkStatus();
}

}  // namespace crosscheck
