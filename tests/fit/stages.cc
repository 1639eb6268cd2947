#include "tests/fit/stages.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include "absl/strings/str_format.h"
#include "base/json.h"
#include "base/strings.h"
#include "compare/group/quantities.h"
#include "compare/tell/quantities.h"

namespace crosscheck {
namespace {

std::string Describe(const MarkedBundle& marked, uint32_t c) {
  const BundleClaim& claim = marked.bundle.claims[c];
  return StrCat(marked.bundle.RecordOf(claim).document.id, " \u201c", marked.bundle.TextOf(claim), "\u201d ", claim.frame->about);
}

// Claims of a marked quantity on two sides.
using Opposed = std::vector<std::pair<uint32_t, uint32_t>>;

Opposed OpposedClaims(const MarkedBundle& marked, uint32_t quantity) {
  Opposed pairs;
  for (uint32_t a = 0; a < marked.marks.size(); ++a) {
    for (uint32_t b = a + 1; b < marked.marks.size(); ++b) {
      const ClaimMark& x = marked.marks[a];
      const ClaimMark& y = marked.marks[b];
      const auto has_side = [](const ClaimMark& m) { return !m.side.empty() && m.side != "~"; };
      if (x.quantity == quantity && y.quantity == quantity && has_side(x) && has_side(y) && x.side != y.side) pairs.emplace_back(a, b);
    }
  }
  return pairs;
}

// What comparing makes of one bundle.
struct Compared {
  std::vector<AlignedPair> pairs;
  std::vector<Quantity> quantities;
  std::vector<ComparedGroup> told;

  explicit Compared(const Bundle& bundle)
      : pairs(AlignClaims(bundle, NeighbourStories(bundle, 1), 1)), quantities(FindQuantities(bundle, pairs, {})), told(TellQuantities(bundle, quantities, {})) {}

  const AlignedPair* Of(uint32_t a, uint32_t b) const {
    const auto it = std::find_if(pairs.begin(), pairs.end(), [&](const AlignedPair& p) { return p.a == a && p.b == b; });
    return it == pairs.end() ? nullptr : &*it;
  }
};

// The stage at which a quantity with two sides is lost; "found": it is not. `shown`: the pair that comes nearest to being told.
std::string StageOf(const MarkedBundle& marked, const Compared& compared, uint32_t quantity, std::string* shown) {
  const Bundle& bundle = marked.bundle;
  const bool update = !marked.quantities[quantity].is_conflict();
  const Relation wanted = update ? Relation::kSuperseded : Relation::kDiffer;
  const Opposed opposed = OpposedClaims(marked, quantity);
  if (opposed.empty()) return "1 a side is no claim";
  Opposed open;
  for (const auto& [a, b] : opposed) {
    if (VetoOf(bundle.claims[a], bundle.claims[b]) == Veto::kNone) open.emplace_back(a, b);
  }
  const auto describe = [&](uint32_t a, uint32_t b) { return StrCat(Describe(marked, a), " / ", Describe(marked, b)); };
  if (open.empty()) {
    const auto [a, b] = opposed[0];
    *shown = StrCat(describe(a, b), ": ", VetoName(VetoOf(bundle.claims[a], bundle.claims[b])));
    return "2 a veto keeps them apart";
  }
  // The relation first: what it calls quiet no score can tell.
  std::vector<std::pair<float, std::pair<uint32_t, uint32_t>>> ranked;
  std::string relations;
  for (const auto& [a, b] : open) {
    const PairRelation relation = RelationOf(bundle, bundle.claims[a], bundle.claims[b], false);
    const AlignedPair* pair = compared.Of(a, b);
    if (relation.relation != wanted) relations = StrCat(describe(a, b), ": ", JsonName(relation.relation), ", ", relation.reason);
    else ranked.push_back({pair == nullptr ? 0 : pair->chance, {a, b}});
  }
  if (ranked.empty()) {
    *shown = relations;
    return StrCat("3 the relation is ", relations.find("superseded,") != std::string::npos ? "superseded" : relations.find("differ,") != std::string::npos ? "differ" : "quiet");
  }
  std::sort(ranked.rbegin(), ranked.rend());
  const auto [chance, best] = ranked[0];
  const BundleClaim& x = bundle.claims[best.first];
  const BundleClaim& y = bundle.claims[best.second];
  *shown = absl::StrFormat("%s: score %.1f of %.1f, chance %.3f", describe(best.first, best.second), ScoreOf(bundle, x, y), NoneScore(bundle, x.type), chance);
  const auto on = [&](const Quantity& q, const auto& pair) {
    const auto side = [&](uint32_t c) {
      for (size_t s = 0; s < q.sides.size(); ++s) {
        if (std::find(q.sides[s].begin(), q.sides[s].end(), c) != q.sides[s].end()) return static_cast<int>(s);
      }
      return -1;
    };
    const int i = side(pair.first);
    const int j = side(pair.second);
    return i >= 0 && j >= 0 && i != j;
  };
  for (const ComparedGroup& told : compared.told) {
    for (const Finding& finding : told.findings) {
      if (finding.relation != wanted) continue;
      for (const auto& [a, b] : open) {
        const auto shows = [&](uint32_t c) {
          return std::any_of(finding.members.begin(), finding.members.end(), [&](const FindingMember& m) {
            return m.document == bundle.RecordOf(bundle.claims[c]).document.id && m.focus && *m.focus == bundle.claims[c].frame->span;
          });
        };
        if (shows(a) && shows(b)) return "found";
      }
    }
  }
  for (const Quantity& q : compared.quantities) {
    if (std::none_of(open.begin(), open.end(), [&](const auto& pair) { return on(q, pair); })) continue;
    if (update && q.relation == Relation::kSuperseded) return "found";
    if (q.relation != wanted) return StrCat("6 grouped, but the group is ", JsonName(q.relation));
    return "7 grouped, below what is told";
  }
  if (chance > 0) return "5 paired, but not joined";
  return ScoreOf(bundle, x, y) < NoneScore(bundle, x.type) ? "4 the score is below none" : "4 a rival scores higher";
}

// Why perfect pairs do not reach a conflict: its claims with what keeps the best two apart.
void Explain(const MarkedBundle& marked, uint32_t quantity) {
  std::printf("%s [%s] %s\n", marked.quantities[quantity].about.c_str(), marked.quantities[quantity].type.c_str(), marked.name.c_str());
  for (uint32_t c = 0; c < marked.marks.size(); ++c) {
    if (marked.marks[c].quantity == quantity) std::printf("    %s %s\n", marked.marks[c].side.c_str(), Describe(marked, c).c_str());
  }
  for (const auto& [a, b] : OpposedClaims(marked, quantity)) {
    const Veto veto = VetoOf(marked.bundle.claims[a], marked.bundle.claims[b]);
    const PairRelation relation = RelationOf(marked.bundle, marked.bundle.claims[a], marked.bundle.claims[b], false);
    std::printf("      %s: %s\n", std::string(VetoName(veto)).c_str(), std::string(relation.reason).c_str());
    return;
  }
}

}  // namespace

bool IsRight(const MarkedBundle& marked, uint32_t a, uint32_t b) {
  const ClaimMark& x = marked.marks[a];
  const ClaimMark& y = marked.marks[b];
  return x.quantity != kUnmarked && x.quantity == y.quantity && marked.quantities[x.quantity].is_conflict() && !x.side.empty() &&
         !y.side.empty() && x.side != "~" && y.side != "~" && x.side != y.side;
}

void PrintStages(const std::vector<MarkedBundle>& bundles) {
  std::map<std::string, int> conflicts;
  std::map<std::string, int> updates;
  for (const MarkedBundle& marked : bundles) {
    const Compared compared(marked.bundle);
    for (uint32_t q = 0; q < marked.quantities.size(); ++q) {
      const MarkedQuantity& quantity = marked.quantities[q];
      const bool update = quantity.relation == "superseded";
      if (!update && !quantity.is_conflict()) continue;
      std::string shown;
      const std::string stage = StageOf(marked, compared, q, &shown);
      ++(update ? updates : conflicts)[stage];
      if (stage != "found") std::printf("%s | %s | %s: %s [%s] %s\n", update ? "update" : "conflict", stage.c_str(), marked.name.c_str(), quantity.about.c_str(), quantity.type.c_str(), shown.c_str());
    }
  }
  for (const auto& [name, counts] : {std::pair{"conflicts", &conflicts}, std::pair{"updates", &updates}}) {
    int all = 0;
    for (const auto& [stage, n] : *counts) all += n;
    std::printf("%s: %d\n", name, all);
    for (const auto& [stage, n] : *counts) std::printf("  %4d  %s\n", n, stage.c_str());
  }
}

void PrintCeiling(const std::vector<MarkedBundle>& bundles) {
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
        if (IsRight(marked, contrast.a, contrast.b)) found.insert(marked.marks[contrast.a].quantity);
      }
    }
    for (uint32_t q = 0; q < marked.quantities.size(); ++q) {
      if (!marked.quantities[q].is_conflict()) continue;
      ++conflicts;
      const bool is_lost = std::find(marked.lost.begin(), marked.lost.end(), q) != marked.lost.end();
      lost += is_lost ? 1 : 0;
      reached += found.contains(q) ? 1 : 0;
      if (!found.contains(q)) Explain(marked, q);
    }
  }
  std::printf("%zu conflicts of figures; %zu with a side that is no claim; %zu reached with perfect pairs: %.2f\n", conflicts, lost, reached,
              conflicts == 0 ? 0.0 : static_cast<double>(reached) / static_cast<double>(conflicts));
}

}  // namespace crosscheck
