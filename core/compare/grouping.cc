#include "compare/grouping.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/parallel.h"

namespace crosscheck {
namespace {

constexpr float kStop = -1;          // log-odds: groups farther apart on average stay apart
constexpr float kForbidden = -1e9f;  // more than any sum of scores
constexpr size_t kLargestExact = 320;
constexpr size_t kMostOfKey = 16;           // groups of one key that a claim of a large block is held against
constexpr size_t kMostRepresentatives = 5;  // claims that stand for a group there

// Claims that repeat each other word for word: the first stands for all.
struct Copies {
  std::vector<uint32_t> first;            // of each claim of the block: its representative
  std::vector<uint32_t> representatives;  // ascending
};

uint64_t Mix(uint64_t a, uint64_t b) { return (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * 0xC2B2AE3D27D4EB4Full; }

uint64_t SentenceKey(const ClaimSet& set, const QuantityClaim& claim) {
  uint64_t key = claim.slot;
  for (const WordKey word : set.SentenceOf(claim).words) key = Mix(key, word);
  return key;
}

Copies FindCopies(const ClaimSet& set, const std::vector<uint32_t>& block) {
  Copies copies;
  absl::flat_hash_map<uint64_t, uint32_t> known;
  for (const uint32_t c : block) {
    const QuantityClaim& claim = set.claims[c];
    const uint64_t key = Mix(Mix(SentenceKey(set, claim), claim.value.key), claim.person * 2ull + claim.part_of_sum);
    const uint32_t first = set.SentenceOf(claim).words.size() < 3 ? c : known.try_emplace(key, c).first->second;
    copies.first.push_back(first);
    if (first == c) copies.representatives.push_back(c);
  }
  return copies;
}

// Average link over all pairs: joins the two nearest groups until none are near enough.
std::vector<ClaimGroup> AverageLink(const Pairing& pairing, const std::vector<uint32_t>& claims) {
  const size_t n = claims.size();
  std::vector<float> sum(n * n, 0);  // of the scores between two groups
  const auto at = [&](size_t i, size_t j) -> float& { return sum[i * n + j]; };
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = i + 1; j < n; ++j) {
      const bool forbidden = pairing.CannotLink(claims[i], claims[j]) != Gate::kNone;
      at(i, j) = at(j, i) = forbidden ? kForbidden : pairing.Score(claims[i], claims[j]).full;
    }
  }
  std::vector<ClaimGroup> groups(n);
  for (size_t i = 0; i < n; ++i) groups[i] = {claims[i]};
  const auto link = [&](size_t i, size_t j) { return at(i, j) / static_cast<float>(groups[i].size() * groups[j].size()); };
  // The nearest partner of each group among those after it.
  std::vector<size_t> nearest(n, n);
  const auto find_nearest = [&](size_t i) {
    nearest[i] = n;
    for (size_t j = i + 1; j < n; ++j) {
      if (!groups[j].empty() && (nearest[i] == n || link(i, j) > link(i, nearest[i]))) nearest[i] = j;
    }
  };
  for (size_t i = 0; i < n; ++i) find_nearest(i);
  while (true) {
    size_t best = n;
    for (size_t i = 0; i < n; ++i) {
      if (groups[i].empty() || nearest[i] == n) continue;
      if (best == n || link(i, nearest[i]) > link(best, nearest[best])) best = i;
    }
    if (best == n || link(best, nearest[best]) < kStop) break;
    const size_t gone = nearest[best];
    for (size_t k = 0; k < n; ++k) {
      if (k != best && k != gone && !groups[k].empty()) at(best, k) = at(k, best) = at(best, k) + at(gone, k);
    }
    groups[best].insert(groups[best].end(), groups[gone].begin(), groups[gone].end());
    groups[gone].clear();
    for (size_t i = 0; i < n; ++i) {
      // A joined group is never nearer to another than both its parts were.
      if (!groups[i].empty() && (i == best || nearest[i] == gone || nearest[i] == best)) find_nearest(i);
    }
  }
  std::erase_if(groups, [](const ClaimGroup& group) { return group.empty(); });
  return groups;
}

// QuantityClaim by claim: each joins the nearest of the groups that share a key with it.
std::vector<ClaimGroup> JoinByKeys(const Pairing& pairing, const std::vector<uint32_t>& claims) {
  const ClaimSet& set = pairing.set();
  std::vector<ClaimGroup> groups;
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> of_key;
  std::vector<uint32_t> candidates;
  for (const uint32_t c : claims) {
    const QuantityClaim& claim = set.claims[c];
    uint64_t keys[] = {Mix(1, claim.value.key), Mix(2, SentenceKey(set, claim)), Mix(3, claim.person),
                       Mix(4, Mix(claim.event(), claim.head_class)), 0};
    if (claim.person == 0) keys[2] = 0;
    if (!claim.words.empty()) {
      const auto heaviest = std::max_element(claim.words.begin(), claim.words.end(),
                                             [](const auto& x, const auto& y) { return x.weight < y.weight; });
      keys[4] = Mix(5, heaviest->word);
    }
    candidates.clear();
    for (const uint64_t key : keys) {
      if (key == 0) continue;
      if (const auto it = of_key.find(key); it != of_key.end())
        candidates.insert(candidates.end(), it->second.begin(), it->second.end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    float best = kStop;
    size_t best_group = groups.size();
    for (const uint32_t g : candidates) {
      float total = 0;
      const size_t n = std::min(groups[g].size(), kMostRepresentatives);
      for (size_t m = 0; m < n && total > kForbidden; ++m) {
        const uint32_t other = groups[g][m];
        total = pairing.CannotLink(other, c) != Gate::kNone ? kForbidden : total + pairing.Score(other, c).full;
      }
      if (total > kForbidden && total / static_cast<float>(n) > best) best = total / static_cast<float>(n), best_group = g;
    }
    if (best_group == groups.size()) groups.emplace_back();
    groups[best_group].push_back(c);
    for (const uint64_t key : keys) {
      if (key == 0) continue;
      auto& list = of_key[key];
      if (std::find(list.begin(), list.end(), best_group) != list.end()) continue;
      if (list.size() >= kMostOfKey) list.erase(list.begin());
      list.push_back(static_cast<uint32_t>(best_group));
    }
  }
  return groups;
}

std::vector<ClaimGroup> GroupBlock(const Pairing& pairing, const std::vector<uint32_t>& block) {
  const Copies copies = FindCopies(pairing.set(), block);
  const bool exact = copies.representatives.size() <= kLargestExact;
  std::vector<ClaimGroup> groups =
      exact ? AverageLink(pairing, copies.representatives) : JoinByKeys(pairing, copies.representatives);
  absl::flat_hash_map<uint32_t, size_t> group_of;
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const uint32_t c : groups[g]) group_of[c] = g;
  }
  for (size_t i = 0; i < block.size(); ++i) {
    if (copies.first[i] != block[i]) groups[group_of[copies.first[i]]].push_back(block[i]);
  }
  for (ClaimGroup& group : groups) std::sort(group.begin(), group.end());
  return groups;
}

}  // namespace

std::vector<ClaimGroup> GroupClaims(const Pairing& pairing, int threads) {
  std::map<std::pair<ClaimType, uint64_t>, std::vector<uint32_t>> by_kind;
  const auto& claims = pairing.set().claims;
  for (uint32_t c = 0; c < claims.size(); ++c) by_kind[{claims[c].type, claims[c].dimension_key}].push_back(c);
  std::vector<const std::vector<uint32_t>*> blocks;
  for (const auto& [kind, block] : by_kind) blocks.push_back(&block);
  std::vector<std::vector<ClaimGroup>> of_block(blocks.size());
  ParallelFor(blocks.size(), threads, [&](size_t b) { of_block[b] = GroupBlock(pairing, *blocks[b]); });
  std::vector<ClaimGroup> groups;
  for (auto& part : of_block) std::move(part.begin(), part.end(), std::back_inserter(groups));
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace crosscheck
