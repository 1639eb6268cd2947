#include "tests/fit/pair_rows.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/str_format.h"
#include "base/strings.h"
#include "compare/pairing.h"
#include "rulebook/tables.h"
#include "tests/planted_place.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;

// The group of each claim by the gold; kNone for those in none.
class GoldGroups {
 public:
  GoldGroups(const ClaimSet& set, const std::vector<Record>& records)
      : set_(set), records_(records), group_(set.claims.size(), kNone) {}

  absl::Status Add(const Json& members) {
    uint32_t group = next_++;
    for (const Json& member : members) {
      const auto place = FindPlantedPlace(records_, member);
      if (!place.ok()) return place.status();
      for (uint32_t c = 0; c < set_.claims.size(); ++c) {
        const QuantityClaim& claim = set_.claims[c];
        if (records_[claim.document].document.id != place->document || !claim.span.Overlaps(place->span)) continue;
        if (group_[c] != kNone && group_[c] != group) {
          const uint32_t old = group_[c];
          std::replace(group_.begin(), group_.end(), group, old);
          group = old;
        }
        group_[c] = group;
      }
    }
    return absl::OkStatus();
  }
  uint32_t Of(uint32_t claim) const { return group_[claim]; }

 private:
  const ClaimSet& set_;
  const std::vector<Record>& records_;
  std::vector<uint32_t> group_;
  uint32_t next_ = 0;
};

}  // namespace

absl::StatusOr<std::vector<LabelledRow>> RowsOfBundle(const std::vector<Record>& records, const Json& gold, const Rulebook& rules,
                                                      FittedScore score) {
  const ClaimSet set = BuildClaims(records, {}, rules.tables(), 1);
  const ClaimIndex index(set);
  const Pairing pairing(set, index);
  GoldGroups groups(set, records);
  for (const char* kind : {"agreements", "conflicts"}) {
    if (!gold.contains(kind)) continue;
    for (const Json& entry : gold[kind]) {
      if (const absl::Status status = groups.Add(entry["members"]); !status.ok()) return status;
    }
  }
  std::vector<LabelledRow> rows;
  for (uint32_t a = 0; a < set.claims.size(); ++a) {
    for (uint32_t b = a + 1; b < set.claims.size(); ++b) {
      if (set.claims[a].document == set.claims[b].document || (groups.Of(a) == kNone && groups.Of(b) == kNone)) continue;
      if (pairing.CannotLink(a, b) != Gate::kNone) continue;
      if (score == FittedScore::kBlind && ValuesMeet(set.claims[a], set.claims[b])) continue;
      const SignValues signs = pairing.Signs(a, b);
      LabelledRow row{{signs.begin(), signs.end()}, groups.Of(a) == groups.Of(b), 1};
      for (size_t s = 0; s < kSigns; ++s) {
        if (score == FittedScore::kBlind && DependsOnValue(static_cast<Sign>(s))) row.signs[s] = 0;
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

absl::StatusOr<std::string> WithWeights(std::string_view file, const std::vector<double>& weights, FittedScore score) {
  std::string text(file);
  const std::string field = score == FittedScore::kFull ? "\"weight\": " : "\"blind\": ";
  for (size_t s = 0; s < weights.size(); ++s) {
    const std::string sign = StrCat("\"sign\": \"", SignName(static_cast<Sign>(s)), "\"");
    const size_t at = text.find(sign);
    if (at == std::string::npos) return absl::NotFoundError(StrCat("the file has no ", sign));
    const size_t line_end = text.find('\n', at);
    const std::string number = absl::StrFormat("%.2f", weights[s]);
    size_t begin = text.find(field, at);
    if (begin != std::string::npos && begin < line_end) {
      begin += field.size();
      text.replace(begin, text.find_first_of(",}\n", begin) - begin, number);
    } else {
      const size_t after = text.find(", \"words\"", at);
      if (after == std::string::npos || after > line_end) return absl::InvalidArgumentError(StrCat("no \"words\" beside ", sign));
      text.insert(after, StrCat(", ", field, number));
    }
  }
  return text;
}

}  // namespace crosscheck
