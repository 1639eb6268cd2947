#include "compare/one_left.h"

#include <algorithm>
#include <cmath>

#include "compare/pairing.h"

namespace crosscheck {
namespace {

constexpr size_t kMostOfList = 8;  // a story with more figures of one kind tells none of them apart
constexpr size_t kMostOthers = 3;  // left beside the two
constexpr MarkSet kSetsApart =
    Bit(Mark::kOther) | Bit(Mark::kPartitive) | Bit(Mark::kPeriod) | Bit(Mark::kOtherEvent) | Bit(Mark::kFormer);

// A figure of the story's own event as a whole.
bool IsPlain(const QuantityClaim& claim) {
  const bool typed = claim.type == ClaimType::kCount || claim.type == ClaimType::kMoney || claim.type == ClaimType::kPercent ||
                     claim.type == ClaimType::kMeasure || claim.type == ClaimType::kDuration;
  return typed && claim.asserted && (claim.marks & kSetsApart) == 0 && !claim.when && !claim.adds && !claim.part_of_sum &&
         !claim.is_sum && !claim.value.vague;
}

// Planned or asked for, or a change: held against its like only.
uint64_t StateOf(const QuantityClaim& claim) {
  return (claim.Has(Mark::kPlan) || claim.Has(Mark::kDemand) ? 1u : 0u) + (claim.Has(Mark::kChange) ? 2u : 0u);
}

uint64_t Mix(uint64_t a, uint64_t b) { return (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * 0xC2B2AE3D27D4EB4Full; }

double Middle(const ClaimValue& value) {
  if (std::isinf(value.low)) return value.high;
  return std::isinf(value.high) ? value.low : (value.low + value.high) / 2;
}

// 0: the claim has no such kind.
uint64_t EventKey(const QuantityClaim& claim, size_t place) {
  constexpr float kLeastShare = 0.25f;
  const EventShare& event = claim.events[place];
  return event.event == 0 || (place > 0 && event.share < kLeastShare) ? 0 : Mix(1, event.event);
}
uint64_t ThingKey(const QuantityClaim& claim, const CompareRules& rules) {
  if (claim.head_class != 0) {
    const HeadClass& head = rules.heads[claim.head_class];
    return head.person && head.generic ? 0 : Mix(2, claim.head_class);
  }
  return claim.sure_head && claim.head != 0 ? Mix(3, claim.head) : 0;
}
uint64_t UnitKey(const QuantityClaim& claim) { return claim.type == ClaimType::kCount ? 0 : 4; }

}  // namespace

OneLeftIndex::OneLeftIndex(const ClaimSet& set) : set_(set) {
  ListsByKey list_of;
  lists_of_claim_.resize(set.claims.size());
  for (uint32_t c = 0; c < set.claims.size(); ++c) {
    const QuantityClaim& claim = set.claims[c];
    const uint64_t type = Mix(claim.dimension_key, static_cast<uint64_t>(claim.type));
    // What was thought before is no value of its article.
    all_of_claim_.push_back(claim.Has(Mark::kFormer) ? ListOf(claim.story, Mix(type, 5), &list_of)
                                                     : AddTo(c, Mix(type, 5), &list_of));
    lists_of_claim_[c].fill(kNoList);
    if (!IsPlain(claim)) continue;
    const uint64_t keys[kKinds] = {EventKey(claim, 0), EventKey(claim, 1), ThingKey(claim, set.compare()), UnitKey(claim)};
    for (size_t kind = 0; kind < kKinds; ++kind) {
      if (keys[kind] == 0) continue;
      const uint64_t key = Mix(Mix(type, keys[kind]), StateOf(claim));
      // Under its second event a claim is held against others, but stands in nobody's way.
      lists_of_claim_[c][kind] = kind == kSecondEvent ? ListOf(claim.story, key, &list_of) : AddTo(c, key, &list_of);
    }
  }
}

uint32_t OneLeftIndex::AddTo(uint32_t claim, uint64_t key, ListsByKey* list_of) {
  const uint32_t list = ListOf(set_.claims[claim].story, key, list_of);
  Claims& claims = lists_[list];
  const auto equal = [&](uint32_t other) { return EqualValues(set_.claims[other], set_.claims[claim]); };
  if (claims.size() <= kMostOfList && std::none_of(claims.begin(), claims.end(), equal)) claims.push_back(claim);
  return list;
}

uint32_t OneLeftIndex::ListOf(uint32_t story, uint64_t key, ListsByKey* list_of) {
  const auto [it, fresh] = list_of->try_emplace({story, key}, static_cast<uint32_t>(lists_.size()));
  if (fresh) {
    lists_.emplace_back();
    kind_of_list_.push_back(key);
  }
  return it->second;
}

bool OneLeftIndex::IsMet(uint32_t claim, const Claims& list, const Claims& all) const {
  constexpr double kByChance = 12;  // small counts are told of many things
  const auto& claims = set_.claims;
  const auto meets = [&](uint32_t other) { return ValuesMeet(claims[claim], claims[other]); };
  if (std::any_of(list.begin(), list.end(), meets)) return true;
  const bool by_chance = claims[claim].type == ClaimType::kCount && Middle(claims[claim].value) <= kByChance;
  return !by_chance &&
         std::any_of(all.begin(), all.end(), [&](uint32_t other) { return EqualValues(claims[claim], claims[other]); });
}

float OneLeftIndex::Left(uint32_t list_a, uint32_t list_b, uint32_t a, uint32_t b) const {
  const Claims& of_a = lists_[list_a];
  const Claims& of_b = lists_[list_b];
  if (of_a.size() > kMostOfList || of_b.size() > kMostOfList) return 0;
  const auto& claims = set_.claims;
  const Claims& all_a = lists_[all_of_claim_[a]];
  const Claims& all_b = lists_[all_of_claim_[b]];
  if (IsMet(a, of_b, all_b) || IsMet(b, of_a, all_a)) return kMet;
  const auto others_left = [&](const Claims& mine, uint32_t own, const Claims& theirs, const Claims& all) {
    Claims left;
    for (const uint32_t c : mine) {
      if (!ValuesMeet(claims[c], claims[own]) && !IsMet(c, theirs, all)) left.push_back(c);
    }
    return left;
  };
  const Claims left_a = others_left(of_a, a, of_b, all_b);
  const Claims left_b = others_left(of_b, b, of_a, all_a);
  const auto gap = [&](uint32_t x, uint32_t y) { return std::abs(Middle(claims[x].value) - Middle(claims[y].value)); };
  const auto nearer = [&](uint32_t from, const Claims& left) {
    return std::any_of(left.begin(), left.end(), [&](uint32_t o) { return gap(from, o) <= gap(a, b); });
  };
  const size_t others = std::max(left_a.size(), left_b.size());
  if (others > kMostOthers || nearer(a, left_b) || nearer(b, left_a)) return 0;
  return 1 / (1 + 0.6f * static_cast<float>(others));
}

float OneLeftIndex::OneLeft(uint32_t a, uint32_t b) const {
  const float unit = set_.claims[a].type == ClaimType::kMeasure ? 0.75f : 0.4f;  // articles give one speed, but many sums
  const float weights[] = {0.75f, 0.75f, 0.75f, unit};                           // of a kind alone
  float best = 0;
  float event = 0;
  float thing = 0;
  for (size_t x = 0; x < kKinds; ++x) {
    for (size_t y = 0; y < kKinds; ++y) {
      const uint32_t list_a = lists_of_claim_[a][x];
      const uint32_t list_b = lists_of_claim_[b][y];
      if (list_a == kNoList || list_b == kNoList || kind_of_list_[list_a] != kind_of_list_[list_b]) continue;
      const float left = Left(list_a, list_b, a, b);
      if (left == kMet) return kMet;
      float& kind = x == kThing ? thing : event;
      if (x != kUnit) kind = std::max(kind, left);
      best = std::max(best, left * weights[x]);
    }
  }
  return event > 0 && thing > 0 ? std::max(event, thing) : best;
}

}  // namespace crosscheck
