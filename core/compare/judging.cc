#include "compare/judging.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/parallel.h"
#include "compare/acts.h"
#include "compare/gates.h"
#include "compare/leftovers.h"
#include "compare/live_page.h"

namespace crosscheck {
namespace {

constexpr float kOwnHeadline = 1;    // log-odds that a headline tells of what its own text counts alike
constexpr size_t kMostOfSide = 24;   // claims of a side that are held against the other
constexpr size_t kMostOfKey = 24;    // groups of one key that are held against each other
constexpr size_t kMostJoined = 400;  // claims of groups that are joined for a difference
constexpr size_t kMostSides = 12;    // values of a group; further ones are groups of their own
constexpr uint32_t kMostTries = 24;  // joins in vain before a group is left as it is

const std::vector<QuantityClaim>& ClaimsOf(const Pairing& pairing) { return pairing.set().claims; }

size_t DocumentsOf(const Pairing& pairing, const ClaimGroup& group) {
  std::set<uint32_t> documents;
  for (const uint32_t c : group) documents.insert(ClaimsOf(pairing)[c].document);
  return documents.size();
}

// Claims with two-sided values that meet make a side, the rest joins the side it meets alone, or fits all.
JudgedGroup SplitByValue(const Pairing& pairing, const ClaimGroup& group) {
  const auto& claims = ClaimsOf(pairing);
  JudgedGroup judged;
  ClaimGroup sharp;
  ClaimGroup loose;
  for (const uint32_t c : group) (claims[c].value.bound || claims[c].value.vague ? loose : sharp).push_back(c);
  std::stable_sort(sharp.begin(), sharp.end(), [&](uint32_t a, uint32_t b) {
    return std::tie(claims[a].value.low, claims[a].value.high) < std::tie(claims[b].value.low, claims[b].value.high);
  });
  for (const uint32_t c : sharp) {
    const auto meets = [&](const ClaimGroup& side) {
      return std::any_of(side.begin(), side.end(), [&](uint32_t other) {
        return EqualValues(claims[other], claims[c]) || ValuesFit(claims[other], claims[c]);
      });
    };
    const auto side = std::find_if(judged.sides.begin(), judged.sides.end(), meets);
    side == judged.sides.end() ? judged.sides.push_back({c}) : side->push_back(c);
  }
  for (const uint32_t c : loose) {
    size_t meets = 0;
    size_t last = 0;
    for (size_t s = 0; s < judged.sides.size(); ++s) {
      const ClaimGroup& side = judged.sides[s];
      if (std::any_of(side.begin(), side.end(), [&](uint32_t other) { return ValuesFit(claims[other], claims[c]); }))
        ++meets, last = s;
    }
    if (meets == 0) {
      judged.sides.push_back({c});
    } else if (meets == 1) {
      judged.sides[last].push_back(c);
    } else {
      judged.neutral.push_back(c);
    }
  }
  for (ClaimGroup& side : judged.sides) std::sort(side.begin(), side.end());
  std::stable_sort(judged.sides.begin(), judged.sides.end(), [&](const ClaimGroup& a, const ClaimGroup& b) {
    return std::tuple(DocumentsOf(pairing, b), a[0]) < std::tuple(DocumentsOf(pairing, a), b[0]);
  });
  return judged;
}

// The side that speaks for an article which gives several: that of its headline; kNeither where no headline tells.
constexpr int kBoth = -1;
int SideOfArticle(const Pairing& pairing, uint32_t document, const ClaimGroup& a, const ClaimGroup& b) {
  const auto stand = [&](const ClaimGroup& side) {
    std::pair<bool, bool> in{false, false};  // anywhere, in the headline
    for (const uint32_t c : side) {
      const QuantityClaim& claim = ClaimsOf(pairing)[c];
      if (claim.document == document) in.first = true, in.second = in.second || claim.InHeadline();
    }
    return in;
  };
  const auto [in_a, head_a] = stand(a);
  const auto [in_b, head_b] = stand(b);
  if (in_a && in_b) return head_a == head_b ? kBoth : head_a ? 0 : 1;
  return in_a ? 0 : 1;
}

// The text below a headline gives its value too: another value there is of something else.
bool TextRepeats(const std::vector<QuantityClaim>& claims, const QuantityClaim& headline, const ClaimGroup& side) {
  return headline.InHeadline() && std::any_of(side.begin(), side.end(), [&](uint32_t c) {
           return claims[c].story == headline.story && !claims[c].InHeadline();
         });
}

// What all sides are judged with.
struct Judgement {
  const Pairing& pairing;
  const Leftovers& leftovers;
  const std::vector<ClaimPair>& copied;

  bool Copied(uint32_t a, uint32_t b) const {
    return std::binary_search(copied.begin(), copied.end(), ClaimPair(std::minmax(a, b)));
  }
};

// One article may contradict itself: its headline or a caption its body, a later entry an earlier one, or two ages of one named
// person.
bool MayContradictItself(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b) {
  if (a.story != b.story || AreEntriesOfOnePage(set, a, b)) return true;
  if (a.InHeadline() != b.InHeadline()) return true;
  if ((a.region == SegmentRole::kCaption) != (b.region == SegmentRole::kCaption)) return true;
  return a.type == ClaimType::kAge && a.person != 0 && a.person == b.person;
}

struct SidePair {
  Relation relation = Relation::kAgree;  // agree: nothing holds these sides together
  std::string_view reason;
  std::vector<Contrast> contrasts;
};

void KeepBest(const Pairing& pairing, std::vector<Contrast>* contrasts) {
  const auto& claims = ClaimsOf(pairing);
  const auto in_headlines = [&](const Contrast& c) { return int{claims[c.a].InHeadline()} + int{claims[c.b].InHeadline()}; };
  std::stable_sort(contrasts->begin(), contrasts->end(), [&](const Contrast& x, const Contrast& y) {
    if (x.near_copy != y.near_copy) return x.near_copy;
    if (x.raised != y.raised) return x.raised > y.raised;
    return std::tuple(in_headlines(x), x.a, x.b) < std::tuple(in_headlines(y), y.a, y.b);
  });
  std::set<std::pair<uint32_t, uint32_t>> seen;
  std::erase_if(*contrasts,
                [&](const Contrast& c) { return !seen.insert(std::minmax(claims[c.a].document, claims[c.b].document)).second; });
}

SidePair Compare(const Judgement& judgement, const ClaimGroup& a, const ClaimGroup& b) {
  const Pairing& pairing = judgement.pairing;
  const auto& claims = ClaimsOf(pairing);
  SidePair result;
  std::vector<Contrast> differ;
  std::vector<Contrast> superseded;
  std::string_view compatible;
  std::vector<int> y_speaks;  // of each of b: the side of its article
  for (size_t j = 0; j < std::min(b.size(), kMostOfSide); ++j)
    y_speaks.push_back(SideOfArticle(pairing, claims[b[j]].document, a, b));
  for (size_t i = 0; i < std::min(a.size(), kMostOfSide); ++i) {
    const QuantityClaim& x = claims[a[i]];
    const int x_speaks = SideOfArticle(pairing, x.document, a, b);
    for (size_t j = 0; j < std::min(b.size(), kMostOfSide); ++j) {
      const QuantityClaim& y = claims[b[j]];
      if (ValuesFit(x, y) || !MayContradictItself(pairing.set(), x, y)) continue;
      const bool one_article = x.story == y.story;
      const bool copied = judgement.Copied(a[i], b[j]);
      if (one_article && (TextRepeats(claims, x, a) || TextRepeats(claims, y, b))) continue;
      if (!copied && !one_article && (x_speaks != 0 || y_speaks[j] != 1)) continue;
      if (!copied && pairing.CannotLink(a[i], b[j]) != Gate::kNone) continue;
      const PairRelation relation = Relate(pairing.set(), x, y);
      const PairScore score = ScoreOfQuantity(pairing, a[i], b[j]);
      if (relation.relation == Relation::kCompatible) {
        compatible = relation.reason;
        continue;
      }
      if (relation.relation == Relation::kAgree) continue;
      PairScore raised = score;
      raised.blind += judgement.leftovers.Bonus(a[i], b[j]);
      if (one_article && x.InHeadline() != y.InHeadline() && SameHead(x, y)) raised.blind += kOwnHeadline;
      if (!copied && ClosedGate(pairing, a[i], b[j], raised) != Gate::kNone) continue;
      auto& list = relation.relation == Relation::kSuperseded ? superseded : differ;
      list.push_back({a[i], b[j], score, raised.blind, relation, copied || pairing.NearCopy(x, y), one_article});
    }
  }
  if (!differ.empty()) {
    KeepBest(pairing, &differ);
    return {Relation::kDiffer, differ[0].relation.reason, std::move(differ)};
  }
  if (!superseded.empty()) {
    KeepBest(pairing, &superseded);
    return {Relation::kSuperseded, superseded[0].relation.reason, std::move(superseded)};
  }
  if (!compatible.empty()) return {Relation::kCompatible, compatible, {}};
  return result;
}

// The relation of claims that do not contradict each other.
void SetQuietRelation(const Pairing& pairing, JudgedGroup* group) {
  const auto& claims = ClaimsOf(pairing);
  const ClaimGroup all = group->Claims();
  group->relation = Relation::kAgree;
  group->reason = "exact";
  for (const uint32_t c : all) {
    const PairRelation relation = Relate(pairing.set(), claims[all[0]], claims[c]);
    if (relation.relation != Relation::kAgree && group->relation == Relation::kAgree) {
      group->relation = Relation::kCompatible;
      group->reason = relation.reason;
    } else if (group->relation == Relation::kAgree && relation.reason != "exact") {
      group->reason = relation.reason;
    }
  }
}

Tier TierOf(const Pairing& pairing, const JudgedGroup& group) {
  if (group.relation != Relation::kDiffer) return Tier::kNone;
  const Contrast& best = group.contrasts[0];
  const auto sure = static_cast<float>(pairing.set().compare().gates[static_cast<size_t>(Gate::kUnsure)].limit);
  if (best.relation.minor) return Tier::kLook;
  return best.near_copy || best.score.blind >= sure ? Tier::kSure : Tier::kLook;
}

// Judges claims taken for one quantity; sides that nothing holds to the first one go to `rest`.
JudgedGroup Judge(const Judgement& judgement, const ClaimGroup& group, std::vector<ClaimGroup>* rest) {
  const Pairing& pairing = judgement.pairing;
  JudgedGroup judged = SplitByValue(pairing, group);
  while (judged.sides.size() > kMostSides) {
    rest->push_back(std::move(judged.sides.back()));
    judged.sides.pop_back();
  }
  std::vector<ClaimGroup> kept;
  Relation relation = Relation::kAgree;
  for (ClaimGroup& side : judged.sides) {
    SidePair best;
    for (const ClaimGroup& other : kept) {
      SidePair pair = Compare(judgement, other, side);
      const auto strength = [](Relation r) {
        return r == Relation::kDiffer ? 3 : r == Relation::kSuperseded ? 2 : r == Relation::kCompatible ? 1 : 0;
      };
      judged.contrasts.insert(judged.contrasts.end(), pair.contrasts.begin(), pair.contrasts.end());
      if (strength(pair.relation) > strength(best.relation)) best = std::move(pair);
    }
    if (!kept.empty() && best.relation == Relation::kAgree) {
      rest->push_back(std::move(side));
      continue;
    }
    if (best.relation == Relation::kDiffer || (best.relation == Relation::kSuperseded && relation != Relation::kDiffer) ||
        (best.relation == Relation::kCompatible && relation == Relation::kAgree)) {
      relation = best.relation;
      judged.reason = best.reason;
    }
    kept.push_back(std::move(side));
  }
  judged.sides = std::move(kept);
  judged.relation = relation;
  if (relation == Relation::kAgree) SetQuietRelation(pairing, &judged);
  std::erase_if(judged.contrasts, [&](const Contrast& c) { return c.relation.relation != relation; });
  KeepBest(pairing, &judged.contrasts);
  judged.tier = TierOf(pairing, judged);
  return judged;
}

// Groups that share one of these may be one quantity in spite of unlike values.
std::vector<uint64_t> KeysOf(const ClaimSet& set, const ClaimGroup& group) {
  std::set<uint64_t> keys;
  for (size_t i = 0; i < std::min(group.size(), kMostOfSide); ++i) {
    const QuantityClaim& claim = set.claims[group[i]];
    const uint64_t kind = claim.dimension_key * 31 + static_cast<uint64_t>(claim.type);
    const auto add = [&](uint64_t what, uint64_t value) { keys.insert((kind ^ (what << 56)) * 0x9E3779B97F4A7C15ull + value); };
    if (claim.person != 0) add(1, claim.person);
    if (claim.event() != 0) add(2, claim.event());
    if (claim.head != 0) add(3, claim.head);
    for (const WeightedWord& word : claim.words) {
      if (word.weight > 0.3f) add(4, word.word);
    }
    if (claim.type == ClaimType::kAge) add(5, 0);
  }
  return {keys.begin(), keys.end()};
}

struct JoinCandidate {
  uint32_t a = 0;  // groups, the smaller first
  uint32_t b = 0;
  SidePair pair;
};

// Pairs of groups worth a look: they share a key, or hold claims that are left over for each other or stand in copied text.
std::vector<JoinCandidate> CandidatePairs(const Judgement& judgement, const std::vector<JudgedGroup>& groups) {
  const ClaimSet& set = judgement.pairing.set();
  std::map<uint64_t, std::vector<uint32_t>> of_key;
  std::vector<uint32_t> group_of(set.claims.size(), 0);
  for (uint32_t g = 0; g < groups.size(); ++g) {
    const ClaimGroup claims = groups[g].Claims();
    for (const uint32_t c : claims) group_of[c] = g;
    for (const uint64_t key : KeysOf(set, claims)) of_key[key].push_back(g);
  }
  std::set<ClaimPair> pairs;
  for (const auto& [key, list] : of_key) {
    for (size_t i = 0; i < list.size(); ++i) {
      for (size_t j = i + 1; j < std::min(list.size(), i + kMostOfKey); ++j) pairs.emplace(list[i], list[j]);
    }
  }
  const auto add = [&](const ClaimPair& claims) {
    const ClaimPair of = std::minmax(group_of[claims.first], group_of[claims.second]);
    if (of.first != of.second) pairs.insert(of);
  };
  for (const LeftoverPair& pair : judgement.leftovers.pairs()) add({pair.a, pair.b});
  for (const ClaimPair& pair : judgement.copied) add(pair);
  std::vector<JoinCandidate> candidates;
  for (const auto& [a, b] : pairs) candidates.push_back({a, b, {}});
  return candidates;
}

// Those that hold something against each other, surest first.
std::vector<JoinCandidate> FindCandidates(const Judgement& judgement, const std::vector<JudgedGroup>& groups, int threads) {
  std::vector<JoinCandidate> candidates = CandidatePairs(judgement, groups);
  ParallelFor((candidates.size() + 31) / 32, threads, [&](size_t chunk) {
    for (size_t i = chunk * 32; i < std::min(candidates.size(), chunk * 32 + 32); ++i) {
      JoinCandidate& c = candidates[i];
      c.pair = Compare(judgement, groups[c.a].Claims(), groups[c.b].Claims());
    }
  });
  std::erase_if(candidates, [](const JoinCandidate& c) { return c.pair.contrasts.empty(); });
  std::stable_sort(candidates.begin(), candidates.end(), [](const JoinCandidate& x, const JoinCandidate& y) {
    const Contrast& p = x.pair.contrasts[0];
    const Contrast& q = y.pair.contrasts[0];
    return std::tuple(q.near_copy, q.raised) < std::tuple(p.near_copy, p.raised);
  });
  return candidates;
}

// Groups whose values meet and of which claims are left over for each other become one.
std::vector<ClaimGroup> JoinAgreeing(const Judgement& judgement, std::vector<ClaimGroup> groups) {
  const Pairing& pairing = judgement.pairing;
  const auto& claims = ClaimsOf(pairing);
  std::vector<uint32_t> group_of(claims.size(), 0);
  for (uint32_t g = 0; g < groups.size(); ++g) {
    for (const uint32_t c : groups[g]) group_of[c] = g;
  }
  for (const LeftoverPair& pair : judgement.leftovers.pairs()) {
    const uint32_t g = group_of[pair.a];
    const uint32_t h = group_of[pair.b];
    if (!pair.meet || g == h || groups[g].size() + groups[h].size() > kMostOfSide) continue;
    const bool fit = std::all_of(groups[g].begin(), groups[g].end(), [&](uint32_t a) {
      return std::all_of(groups[h].begin(), groups[h].end(),
                         [&](uint32_t b) { return pairing.CannotLink(a, b) == Gate::kNone && ValuesFit(claims[a], claims[b]); });
    });
    if (!fit) continue;
    for (const uint32_t c : groups[h]) group_of[c] = g;
    groups[g].insert(groups[g].end(), groups[h].begin(), groups[h].end());
    groups[h].clear();
  }
  std::erase_if(groups, [](const ClaimGroup& group) { return group.empty(); });
  for (ClaimGroup& group : groups) std::sort(group.begin(), group.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

std::vector<JudgedGroup> JudgeEach(const Judgement& judgement, const std::vector<ClaimGroup>& groups, int threads) {
  std::vector<std::vector<JudgedGroup>> parts(groups.size());
  ParallelFor(groups.size(), threads, [&](size_t g) {
    std::vector<ClaimGroup> rest = {groups[g]};
    while (!rest.empty()) {
      const ClaimGroup next = std::move(rest.back());
      rest.pop_back();
      parts[g].push_back(Judge(judgement, next, &rest));
    }
  });
  std::vector<JudgedGroup> judged;
  for (auto& part : parts) std::move(part.begin(), part.end(), std::back_inserter(judged));
  return judged;
}

// Joins groups that differ, surest first; a joined group may take in further ones.
void JoinDiffering(const Judgement& judgement, int threads, std::vector<JudgedGroup>* judged) {
  std::vector<uint32_t> in(judged->size());
  std::vector<uint32_t> vain(judged->size());
  for (uint32_t g = 0; g < in.size(); ++g) in[g] = g;
  const auto root = [&](uint32_t g) {
    while (in[g] != g) g = in[g] = in[in[g]];
    return g;
  };
  for (const JoinCandidate& candidate : FindCandidates(judgement, *judged, threads)) {
    const uint32_t a = root(candidate.a);
    const uint32_t b = root(candidate.b);
    if (a == b || vain[a] >= kMostTries || vain[b] >= kMostTries) continue;
    ClaimGroup both = (*judged)[a].Claims();
    const ClaimGroup other = (*judged)[b].Claims();
    if (both.size() + other.size() > kMostJoined) continue;
    both.insert(both.end(), other.begin(), other.end());
    std::sort(both.begin(), both.end());
    std::vector<ClaimGroup> rest;
    JudgedGroup group = Judge(judgement, both, &rest);
    if (!rest.empty() || group.relation == Relation::kAgree) {
      ++vain[a];
      ++vain[b];
      continue;
    }
    in[b] = a;
    (*judged)[a] = std::move(group);
    (*judged)[b] = {};
  }
}

}  // namespace

ClaimGroup JudgedGroup::Claims() const {
  ClaimGroup all = neutral;
  for (const ClaimGroup& side : sides) all.insert(all.end(), side.begin(), side.end());
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<JudgedGroup> JudgeGroups(const Pairing& pairing, const std::vector<ClaimGroup>& groups,
                                     const std::vector<ClaimPair>& copied, int threads) {
  const Leftovers leftovers(pairing, groups, threads);
  const Judgement judgement{pairing, leftovers, copied};
  std::vector<JudgedGroup> judged = JudgeEach(judgement, JoinAgreeing(judgement, groups), threads);
  JoinDiffering(judgement, threads, &judged);
  std::erase_if(judged, [](const JudgedGroup& group) { return group.Claims().size() < 2; });
  std::sort(judged.begin(), judged.end(), [](const JudgedGroup& a, const JudgedGroup& b) { return a.Claims() < b.Claims(); });
  return judged;
}

}  // namespace crosscheck
