#include "rulebook/reuse_rules.h"

#include "base/strings.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, kOriginSigns> kOriginSignNames = {"canonical", "credit",   "agency",  "earlier",
                                                                         "author",    "superset", "own-lead"};

class ReuseRuleLoader {
 public:
  ReuseRuleLoader(const Rule& rule, ReuseRules* rules) : rule_(rule), reader_(rule), rules_(*rules) {}

  absl::Status Load() {
    if (rule_.id == "reuse.copy") {
      rules_.copy_share = Share("share");
      rules_.copy_least_share = Share("least_share");
    } else if (rule_.id == "reuse.partial") {
      rules_.partial_bytes = Count("bytes");
    } else if (rule_.id == "reuse.quote") {
      rules_.quote_bytes = Count("bytes");
      rules_.quoted_share = Share("quoted_share");
    } else if (rule_.id == "reuse.template") {
      rules_.template_changes = Count("changes");
    } else if (rule_.id == "reuse.twice") {
      rules_.twice_bytes = Count("bytes");
      rules_.twice_share = Share("share");
    } else if (rule_.id == "reuse.boilerplate") {
      rules_.wide_carriers = Count("carriers");
      rules_.kin_share = Share("kin_share");
      rules_.end_share = Share("end_share");
    } else if (rule_.id == "reuse.family") {
      rules_.strong_share = Share("strong_share");
      rules_.linked_share = Share("linked_share");
    } else if (rule_.id == "reuse.source") {
      rules_.origin_decides = static_cast<int>(Count("decides"));
      rules_.origin_decides_partial = static_cast<int>(Count("decides_partial"));
    } else {
      LoadSign();
    }
    return reader_.Finish();
  }

 private:
  void LoadSign() {
    constexpr std::string_view kPrefix = "reuse.origin-";
    if (std::string_view(rule_.id).starts_with(kPrefix)) {
      for (size_t s = 0; s < kOriginSigns; ++s) {
        if (rule_.id.substr(kPrefix.size()) != kOriginSignNames[s]) continue;
        rules_.origin_weights[s] = static_cast<int>(Count("weight"));
        return;
      }
    }
    reader_.Fail("id", "is no rule of reuse");
  }

  double Share(std::string_view field) {
    const double value = reader_.Number(field).value_or(-1);
    if (value < 0 || value > 1) reader_.Fail(field, "is not between 0 and 1");
    return value;
  }

  uint32_t Count(std::string_view field) {
    const double value = reader_.Number(field).value_or(-1);
    if (!(value >= 0 && value <= 1e6)) return reader_.Fail(field, "is not between 0 and a million"), 0;
    return static_cast<uint32_t>(value);
  }

  const Rule& rule_;
  RuleReader reader_;
  ReuseRules& rules_;
};

}  // namespace

std::string_view OriginSignName(OriginSign sign) { return kOriginSignNames[static_cast<size_t>(sign)]; }

absl::Status LoadReuseRules(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    if (const absl::Status status = ReuseRuleLoader(*rule, &tables->reuse).Load(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
