#include "compare/why_not.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_format.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/acts.h"
#include "compare/copied_changes.h"
#include "compare/gates.h"
#include "compare/judging.h"
#include "compare/ranking.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

// "a.html:f2" or "a.html:812": the index of the claim.
absl::StatusOr<uint32_t> FindClaim(const ClaimSet& set, std::string_view place) {
  const size_t colon = place.rfind(':');
  if (colon == std::string_view::npos)
    return absl::InvalidArgumentError(StrCat("\"", place, "\" is not DOCUMENT:ID or DOCUMENT:OFFSET"));
  const std::string_view document = place.substr(0, colon);
  const std::string_view what = place.substr(colon + 1);
  const bool offset =
      !what.empty() && what.size() < 10 && std::all_of(what.begin(), what.end(), [](char c) { return c >= '0' && c <= '9'; });
  bool known = false;
  for (uint32_t d = 0; d < set.records->size(); ++d) {
    const Document& read = (*set.records)[d].document;
    if (read.id != document) continue;
    known = true;
    const uint32_t byte = offset ? OffsetMap(read.text).ToByte(static_cast<uint32_t>(std::stoul(std::string(what)))) : 0;
    for (uint32_t c = 0; c < set.claims.size(); ++c) {
      const QuantityClaim& claim = set.claims[c];
      if (claim.document != d) continue;
      if (offset ? claim.span.start <= byte && byte < claim.span.end : claim.id == what) return c;
    }
  }
  return absl::NotFoundError(known ? StrCat(document, " has no claim ", what) : StrCat("no document ", document));
}

std::string Describe(const ClaimSet& set, const QuantityClaim& claim) {
  const Record& record = set.RecordOf(claim);
  return StrCat(record.document.id, ": \u201c", set.TextOf(claim), "\u201d (", claim.id, "), ", JsonName(claim.type),
                ", in \u201c", CollapseSpace(set.SentenceOf(claim).span.In(record.document.text)), "\u201d");
}

void AddRule(const CompareRules& rules, Gate gate, WhyNot* why_not) {
  const GateRule& rule = rules.gates[static_cast<size_t>(gate)];
  why_not->rules.push_back(rule.id);
  why_not->reasons.push_back(rule.words);
}

std::vector<std::string> SignLines(const Pairing& pairing, uint32_t a, uint32_t b) {
  const SignValues signs = pairing.Signs(a, b);
  std::vector<std::pair<double, std::string>> parts;
  for (size_t s = 0; s < kSigns; ++s) {
    const double part = signs[s] * pairing.set().compare().signs[s].weight;
    if (std::abs(part) >= 0.05)
      parts.emplace_back(-std::abs(part), absl::StrFormat("%s %+.1f", std::string(SignName(static_cast<Sign>(s))), part));
  }
  std::sort(parts.begin(), parts.end());
  std::vector<std::string> lines;
  for (auto& [size, line] : parts) lines.push_back(std::move(line));
  return lines;
}

bool InOneGroup(const std::vector<JudgedGroup>& groups, uint32_t a, uint32_t b) {
  return std::any_of(groups.begin(), groups.end(), [&](const JudgedGroup& group) {
    const ClaimGroup claims = group.Claims();
    return std::binary_search(claims.begin(), claims.end(), a) && std::binary_search(claims.begin(), claims.end(), b);
  });
}

}  // namespace

absl::StatusOr<WhyNot> ExplainWhyNot(const std::vector<Record>& records, const Rulebook& rules, std::string_view a,
                                     std::string_view b) {
  const ReuseResult reuse = FindReuse(records, rules.tables(), 0);
  const ClaimSet set = BuildClaims(records, reuse.families, rules.tables(), 0);
  const auto first = FindClaim(set, a);
  if (!first.ok()) return first.status();
  const auto second = FindClaim(set, b);
  if (!second.ok()) return second.status();
  const ClaimIndex index(set);
  const Pairing pairing(set, index);
  const QuantityClaim& x = set.claims[*first];
  const QuantityClaim& y = set.claims[*second];
  WhyNot why_not{Describe(set, x), Describe(set, y), "", {}, {}, {}};
  if (const Gate forbidden = pairing.CannotLink(*first, *second); forbidden != Gate::kNone) {
    why_not.outcome = "They cannot be one quantity.";
    AddRule(set.compare(), forbidden, &why_not);
    return why_not;
  }
  PairScore score = ScoreOfQuantity(pairing, *first, *second);
  why_not.signs = SignLines(pairing, *first, *second);
  const std::vector<ClaimGroup> groups = GroupClaims(pairing, 0);
  const bool together = InOneGroup(JudgeGroups(pairing, groups, FindCopiedChanges(set, reuse.pairs), 0), *first, *second);
  if (const float bonus = Leftovers(pairing, groups, 0).Bonus(*first, *second); bonus > 0) {
    score.blind += bonus;
    why_not.signs.push_back(absl::StrFormat("left over for each other %+.1f", bonus));
  }
  const std::string likeness =
      absl::StrFormat("same quantity: %d/100, without the values %d/100", Sameness(score.full + 1), Sameness(score.blind + 1));
  if (ValuesMeet(x, y)) {
    why_not.outcome = StrCat(together ? "They are in one group" : "They are kept in two groups: too little likeness",
                             " and do not contradict each other; ", likeness, ".");
    return why_not;
  }
  const PairRelation relation = Relate(set, x, y);
  for (const Gate gate : ClosedGates(pairing, *first, *second, score)) AddRule(set.compare(), gate, &why_not);
  const bool shown = why_not.rules.empty() && relation.relation == Relation::kDiffer;
  why_not.outcome = StrCat(together ? "They are in one group" : "They are not in one group", "; the values stand as ",
                           JsonName(relation.relation), " (", relation.reason, ")",
                           shown ? "; no gate forbids to show a difference" : "", "; ", likeness, ".");
  return why_not;
}

std::string ToText(const WhyNot& why_not) {
  std::string text = StrCat(why_not.a, "\n", why_not.b, "\n", why_not.outcome, "\n");
  for (size_t i = 0; i < why_not.rules.size(); ++i) StrAppend(&text, "  ", why_not.rules[i], ": ", why_not.reasons[i], "\n");
  if (!why_not.signs.empty()) StrAppend(&text, "  signs: ", Join(why_not.signs, ", "), "\n");
  return text;
}

}  // namespace crosscheck
