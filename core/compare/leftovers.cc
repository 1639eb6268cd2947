#include "compare/leftovers.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/parallel.h"
#include "compare/acts.h"
#include "compare/gates.h"
#include "compare/relation.h"

namespace crosscheck {
namespace {

constexpr size_t kMostStories = 48;   // all pairs of them are looked at
constexpr size_t kMostOfStory = 200;  // groups of one story
constexpr size_t kMostOfGroup = 4;    // claims of a group in one story
constexpr float kLeastBlind = -2.0f;  // below, that nothing fits better says little
constexpr float kLeastFull = -2.2f;   // of values that meet
constexpr float kMutual = 0.8f;       // each is the other's best
constexpr float kOtherNames = 1.2f;   // ... less where their sentences name others
constexpr float kMostMargin = 1.2f;   // ... by so much more than the second best

// The claims of one group in one story.
struct Leftover {
  uint32_t group = 0;
  std::vector<uint32_t> claims;
};

using Kind = std::pair<ClaimType, uint64_t>;

struct Match {
  uint32_t a = 0;  // claims
  uint32_t b = 0;
  float score = -1e9f;
  bool meet = false;
};

// The best pair of claims of two leftovers: by the full score where the values meet, else by the blind one.
Match BestOf(const Pairing& pairing, const Leftover& x, const Leftover& y) {
  const auto& claims = pairing.set().claims;
  Match best;
  for (const uint32_t a : x.claims) {
    for (const uint32_t b : y.claims) {
      if (pairing.CannotLink(a, b) != Gate::kNone) continue;
      const PairScore score = ScoreOfQuantity(pairing, a, b);
      const bool meet = ValuesFit(claims[a], claims[b]);
      const float value = meet ? score.full : score.blind;
      if (value > best.score) best = {a, b, value, meet};
    }
  }
  return best;
}

bool MayDiffer(const Pairing& pairing, const Match& match) {
  return ClosedGate(pairing, match.a, match.b, {match.score, 1e9f}) == Gate::kNone;
}

// "Brandt was freed on bail of $20,000", "Dietz was freed on bail of $35,000".
bool NameOthers(const Pairing& pairing, uint32_t a, uint32_t b) {
  const QuantityClaim& x = pairing.set().claims[a];
  const QuantityClaim& y = pairing.set().claims[b];
  return !x.names.empty() && !y.names.empty() && !SharesName(x, y);
}

// The best and the second best score of each row and column.
struct Best {
  size_t at = static_cast<size_t>(-1);
  float first = -1e9f;
  float second = -1e9f;
  void Add(size_t index, float score) {
    if (score > first) {
      second = first, first = score, at = index;
    } else {
      second = std::max(second, score);
    }
  }
};

void MatchKind(const Pairing& pairing, const std::vector<Leftover>& xs, const std::vector<Leftover>& ys,
               std::vector<LeftoverPair>* found) {
  std::vector<Match> matches(xs.size() * ys.size());
  std::vector<Best> of_x(xs.size());
  std::vector<Best> of_y(ys.size());
  for (size_t i = 0; i < xs.size(); ++i) {
    for (size_t j = 0; j < ys.size(); ++j) {
      const Match match = matches[i * ys.size() + j] = BestOf(pairing, xs[i], ys[j]);
      of_x[i].Add(j, match.score);
      of_y[j].Add(i, match.score);
    }
  }
  for (size_t i = 0; i < xs.size(); ++i) {
    const size_t j = of_x[i].at;
    if (j >= ys.size() || of_y[j].at != i) continue;
    const Match& match = matches[i * ys.size() + j];
    if (match.score < (match.meet ? kLeastFull : kLeastBlind)) continue;
    if (!match.meet && !MayDiffer(pairing, match)) continue;
    const float margin = match.score - std::max(of_x[i].second, of_y[j].second);
    const auto [a, b] = std::minmax(match.a, match.b);
    const float bonus = kMutual + std::clamp(margin, 0.0f, kMostMargin) - (NameOthers(pairing, a, b) ? kOtherNames : 0);
    if (bonus > 0) found->push_back({a, b, match.meet, bonus});
  }
}

// Groups of each story, by kind.
using OfStory = std::map<Kind, std::vector<Leftover>>;

bool AnyMeet(const Pairing& pairing, const Leftover& x, const Leftover& y) {
  const auto& claims = pairing.set().claims;
  return std::any_of(x.claims.begin(), x.claims.end(), [&](uint32_t a) {
    return std::any_of(y.claims.begin(), y.claims.end(), [&](uint32_t b) { return ValuesFit(claims[a], claims[b]); });
  });
}

// Those whose group has no claim in the other story that agrees.
std::vector<Leftover> Without(const Pairing& pairing, const std::vector<Leftover>& all, const std::vector<Leftover>& others) {
  std::vector<Leftover> left;
  for (const Leftover& one : all) {
    const auto in_both = std::find_if(others.begin(), others.end(), [&](const Leftover& m) { return m.group == one.group; });
    if (in_both == others.end() || !AnyMeet(pairing, one, *in_both)) left.push_back(one);
  }
  return left;
}

}  // namespace

Leftovers::Leftovers(const Pairing& pairing, const std::vector<ClaimGroup>& groups, int threads) {
  const ClaimSet& set = pairing.set();
  if (set.stories.size() > kMostStories) return;
  std::vector<OfStory> stories(set.stories.size());
  for (uint32_t g = 0; g < groups.size(); ++g) {
    for (const uint32_t c : groups[g]) {
      const QuantityClaim& claim = set.claims[c];
      auto& of_kind = stories[claim.story][{claim.type, claim.dimension_key}];
      if (of_kind.empty() || of_kind.back().group != g) {
        if (of_kind.size() < kMostOfStory) of_kind.push_back({g, {c}});
      } else if (of_kind.back().claims.size() < kMostOfGroup) {
        of_kind.back().claims.push_back(c);
      }
    }
  }
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (uint32_t t = s + 1; t < stories.size(); ++t) {
      if (set.stories[s].document != set.stories[t].document) pairs.emplace_back(s, t);
    }
  }
  std::vector<std::vector<LeftoverPair>> found(pairs.size());
  ParallelFor(pairs.size(), threads, [&](size_t p) {
    const auto [s, t] = pairs[p];
    for (const auto& [kind, xs] : stories[s]) {
      const auto ys = stories[t].find(kind);
      if (ys != stories[t].end())
        MatchKind(pairing, Without(pairing, xs, ys->second), Without(pairing, ys->second, xs), &found[p]);
    }
  });
  for (const auto& of_pair : found) pairs_.insert(pairs_.end(), of_pair.begin(), of_pair.end());
  std::sort(pairs_.begin(), pairs_.end(),
            [](const LeftoverPair& x, const LeftoverPair& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
}

float Leftovers::Bonus(uint32_t a, uint32_t b) const {
  const ClaimPair key = std::minmax(a, b);
  const auto it = std::lower_bound(pairs_.begin(), pairs_.end(), key,
                                   [](const LeftoverPair& pair, const ClaimPair& k) { return ClaimPair(pair.a, pair.b) < k; });
  return it != pairs_.end() && it->a == key.first && it->b == key.second ? it->bonus : 0;
}

}  // namespace crosscheck
