#include "compare/pair/align.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/parallel.h"

namespace crosscheck {
namespace {

constexpr float kLeastChance = 0.02f;
constexpr float kRestated = 0.99f;        // of a claim that gives another in other units
constexpr size_t kAllStories = 64;        // a bundle of so many stories is compared all with all
constexpr size_t kMostNeighbours = 24;    // of a story in a larger one
constexpr float kLeastLikeness = 0.35f;   // of stories of a large bundle that are compared: most of those below are on other events
constexpr size_t kMostLikely = 96;        // that share most keys with it
constexpr size_t kCommonestKey = 256;     // a name or word of more stories tells no neighbour

double Dot(const CompareRules& rules, PairKind kind, const FeatureValues& values) {
  double score = 0;
  for (size_t f = 1; f < kFeatures; ++f) score += rules.features[f].weight[static_cast<size_t>(kind)] * values[f];
  return score;
}

struct Candidate {
  uint32_t claim = 0;
  double score = 0;
};

// Shares of the candidates of one claim: of each, what it scores against "none" and the candidates of other values. Of several
// candidates of one value the best stands for all.
std::vector<AlignedPair> SharesOf(const Bundle& bundle, uint32_t a, const std::vector<Candidate>& candidates) {
  struct Value {
    uint64_t key = 0;
    uint64_t unit = 0;
    double best = 0;
  };
  const double none = NoneScore(bundle, bundle.claims[a].type);
  std::vector<Value> values;
  const auto value_of = [&](const Candidate& candidate) {
    const BundleClaim& claim = bundle.claims[candidate.claim];
    const auto it = std::find_if(values.begin(), values.end(),
                                 [&](const Value& v) { return v.key == claim.value.key && v.unit == claim.unit_key; });
    return static_cast<size_t>(it - values.begin());
  };
  for (const Candidate& one : candidates) {
    const size_t v = value_of(one);
    if (v == values.size()) values.push_back({bundle.claims[one.claim].value.key, bundle.claims[one.claim].unit_key, one.score});
    values[v].best = std::max(values[v].best, one.score);
  }
  double all = std::exp(none);
  for (const Value& value : values) all += std::exp(value.best);
  std::vector<AlignedPair> shares;
  for (const Candidate& one : candidates) {
    const size_t own_value = value_of(one);
    double best_rival = none;
    for (size_t v = 0; v < values.size(); ++v) {
      if (v != own_value) best_rival = std::max(best_rival, values[v].best);
    }
    const double own = std::exp(one.score);
    const double rivals = all - std::exp(values[own_value].best);
    shares.push_back({a, one.claim, static_cast<float>(own / (own + rivals)), static_cast<float>(one.score - best_rival)});
  }
  return shares;
}

}  // namespace

double NoneScore(const Bundle& bundle, ClaimType type) {
  return bundle.compare().features[static_cast<size_t>(Feature::kNone)].weight[static_cast<size_t>(PairKindOf(type))];
}

double ScoreOf(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b) {
  return Dot(bundle.compare(), PairKindOf(a.type), FeaturesOf(bundle, a, b));
}

std::vector<std::vector<uint32_t>> NeighbourStories(const Bundle& bundle, int threads) {
  const auto n = static_cast<uint32_t>(bundle.stories.size());
  std::vector<std::vector<uint32_t>> neighbours(n);
  if (n <= kAllStories) {
    for (uint32_t s = 0; s < n; ++s) {
      for (uint32_t t = 0; t < n; ++t) {
        if (t != s && StoryLikeness(bundle.stories[s], bundle.stories[t]) > 0) neighbours[s].push_back(t);
      }
    }
    return neighbours;
  }
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> of_key;
  const auto keys = [&](const BundleStory& story, const auto& visit) {
    for (const EntityId name : story.names) visit(uint64_t{name} << 1 | 1);
    for (const WeightedWord& word : story.topic) {
      if (word.weight > 0.12f) visit(word.word << 1);
    }
  };
  for (uint32_t s = 0; s < n; ++s) {
    keys(bundle.stories[s], [&](uint64_t key) { of_key[key].push_back(s); });
  }
  ParallelFor(n, threads, [&](size_t s) {
    std::vector<uint32_t> near;
    keys(bundle.stories[s], [&](uint64_t key) {
      const auto& list = of_key.find(key)->second;
      if (list.size() <= kCommonestKey) near.insert(near.end(), list.begin(), list.end());
    });
    std::sort(near.begin(), near.end());
    // Those that share most keys first: the likeness is looked at of a few.
    std::vector<std::pair<int, uint32_t>> shared;
    for (size_t i = 0; i < near.size();) {
      size_t end = i;
      while (end < near.size() && near[end] == near[i]) ++end;
      if (near[i] != s) shared.emplace_back(-static_cast<int>(end - i), near[i]);
      i = end;
    }
    std::sort(shared.begin(), shared.end());
    if (shared.size() > kMostLikely) shared.resize(kMostLikely);
    std::vector<std::pair<float, uint32_t>> ranked;
    for (const auto& [count, t] : shared) {
      const float likeness = StoryLikeness(bundle.stories[s], bundle.stories[t]);
      if (likeness > kLeastLikeness) ranked.emplace_back(-likeness, t);
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kMostNeighbours) ranked.resize(kMostNeighbours);
    for (const auto& [likeness, t] : ranked) neighbours[s].push_back(t);
  });
  // Both or neither.
  std::vector<std::vector<uint32_t>> both = neighbours;
  for (uint32_t s = 0; s < n; ++s) {
    for (const uint32_t t : neighbours[s]) both[t].push_back(s);
  }
  for (auto& list : both) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return both;
}

std::vector<uint32_t> CandidatesOf(const Bundle& bundle, uint32_t a, uint32_t story) {
  std::vector<uint32_t> candidates;
  const BundleStory& other = bundle.stories[story];
  for (uint32_t b = other.first_claim; b < other.last_claim; ++b) {
    if (b != a && VetoOf(bundle.claims[a], bundle.claims[b]) == Veto::kNone) candidates.push_back(b);
  }
  return candidates;
}

std::vector<AlignedPair> AlignClaims(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours, int threads) {
  // Pair of stories by pair of stories: each is scored once and read in both directions.
  struct StoryPair {
    uint32_t s = 0;
    uint32_t t = 0;
  };
  std::vector<StoryPair> story_pairs;
  for (uint32_t s = 0; s < neighbours.size(); ++s) {
    story_pairs.push_back({s, s});
    for (const uint32_t t : neighbours[s]) {
      if (s < t) story_pairs.push_back({s, t});
    }
  }
  std::vector<std::vector<AlignedPair>> parts(story_pairs.size());
  ParallelFor(story_pairs.size(), threads, [&](size_t p) {
    const auto [s, t] = story_pairs[p];
    const BundleStory& from = bundle.stories[s];
    const BundleStory& to = bundle.stories[t];
    std::vector<std::vector<Candidate>> ahead(from.last_claim - from.first_claim);
    std::vector<std::vector<Candidate>> back(to.last_claim - to.first_claim);
    for (uint32_t a = from.first_claim; a < from.last_claim; ++a) {
      for (uint32_t b = to.first_claim; b < to.last_claim; ++b) {
        if (s == t && b <= a) continue;
        const BundleClaim& x = bundle.claims[a];
        const BundleClaim& y = bundle.claims[b];
        if (VetoOf(x, y) != Veto::kNone) continue;
        const double score = ScoreOf(bundle, x, y);
        ahead[a - from.first_claim].push_back({b, score});
        back[b - to.first_claim].push_back({a, score});
      }
    }
    if (s == t) {
      // Two claims of one story have no rivals there: how they score against "none" is all.
      for (uint32_t a = from.first_claim; a < from.last_claim; ++a) {
        for (const Candidate& c : ahead[a - from.first_claim]) {
          const double margin = c.score - NoneScore(bundle, bundle.claims[a].type);
          const double share = 1 / (1 + std::exp(-margin));
          const bool restated = Restates(bundle.claims[a], bundle.claims[c.claim]);
          const auto chance = restated ? kRestated : static_cast<float>(share * share);
          if (chance >= kLeastChance) parts[p].push_back({a, c.claim, chance, static_cast<float>(margin)});
        }
      }
      return;
    }
    absl::flat_hash_map<uint64_t, AlignedPair> found;
    for (uint32_t a = from.first_claim; a < from.last_claim; ++a) {
      for (const AlignedPair& share : SharesOf(bundle, a, ahead[a - from.first_claim])) {
        if (share.chance >= kLeastChance) found[uint64_t{a} << 32 | share.b] = share;
      }
    }
    for (uint32_t b = to.first_claim; b < to.last_claim; ++b) {
      for (const AlignedPair& share : SharesOf(bundle, b, back[b - to.first_claim])) {
        const auto it = found.find(uint64_t{share.b} << 32 | b);
        if (it == found.end()) continue;
        AlignedPair pair = it->second;
        pair.chance *= share.chance;
        pair.margin = std::min(pair.margin, share.margin);
        if (pair.chance >= kLeastChance) parts[p].push_back(pair);
      }
    }
  });
  std::vector<AlignedPair> pairs;
  for (auto& part : parts) pairs.insert(pairs.end(), part.begin(), part.end());
  std::sort(pairs.begin(), pairs.end(), [](const AlignedPair& x, const AlignedPair& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return pairs;
}

}  // namespace crosscheck
