#include "compare/group/quantities.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace crosscheck {
namespace {


constexpr float kLeastEdge = 0.3f;      // of a pair that joins two clusters of one value
constexpr float kLeastMean = 0.3f;     // of all pairs between them
constexpr float kLeastContrast = 0.025f; // of a pair that joins two clusters of unlike values
constexpr float kLeastUpdate = 0.06f;   // the same of one that replaces the other
constexpr float kSureCopy = 0.95f;
constexpr size_t kMostMembers = 400;    // of a cluster
constexpr size_t kMostLooked = 24;      // claims of a cluster that are held against those of another
constexpr size_t kMostSides = 6;
constexpr float kLeastShare = 0.4f;     // of the best contrast's chance

uint64_t Key(uint32_t a, uint32_t b) { return a < b ? uint64_t{a} << 32 | b : uint64_t{b} << 32 | a; }

bool IsQuiet(Relation relation) { return relation == Relation::kAgree || relation == Relation::kCompatible; }

class Grouper {
 public:
  Grouper(const Bundle& bundle, const std::vector<AlignedPair>& pairs, const std::vector<std::pair<uint32_t, uint32_t>>& copied)
      : bundle_(bundle), cluster_of_(bundle.claims.size()), clusters_(bundle.claims.size()) {
    for (const auto& [a, b] : copied) copied_.insert(Key(a, b));
    for (const AlignedPair& pair : pairs) pairs_.emplace(Key(pair.a, pair.b), pair);
    for (const auto& [a, b] : copied) {
      AlignedPair& pair = pairs_[Key(a, b)];
      pair = {std::min(a, b), std::max(a, b), std::max(pair.chance, kSureCopy), std::max(pair.margin, 3.0f)};
    }
    for (const auto& [key, pair] : pairs_) edges_.push_back(pair);
    std::sort(edges_.begin(), edges_.end(),
              [](const AlignedPair& x, const AlignedPair& y) { return std::tie(y.chance, x.a, x.b) < std::tie(x.chance, y.a, y.b); });
    for (uint32_t c = 0; c < cluster_of_.size(); ++c) {
      cluster_of_[c] = c;
      clusters_[c] = {c};
    }
  }

  std::vector<Quantity> Group() {
    JoinAgreeing();
    std::vector<Quantity> quantities = JoinDiffering();
    std::erase_if(quantities, [](const Quantity& q) { return q.Claims().size() < 2; });
    std::sort(quantities.begin(), quantities.end(), [](const Quantity& a, const Quantity& b) { return a.Claims() < b.Claims(); });
    return quantities;
  }

 private:
  const BundleClaim& ClaimAt(uint32_t c) const { return bundle_.claims[c]; }
  bool IsCopied(uint32_t a, uint32_t b) const { return copied_.contains(Key(a, b)); }
  PairRelation RelationAt(uint32_t a, uint32_t b) const { return RelationOf(bundle_, ClaimAt(a), ClaimAt(b), IsCopied(a, b)); }
  const AlignedPair* PairAt(uint32_t a, uint32_t b) const {
    const auto it = pairs_.find(Key(a, b));
    return it == pairs_.end() ? nullptr : &it->second;
  }

  // Calls visit(a, b) for the pairs between two clusters until it returns false; of a large cluster a few claims stand for all.
  template <class Visit>
  static bool ForPairs(const ClaimGroup& x, const ClaimGroup& y, const Visit& visit) {
    const auto step = [](const ClaimGroup& group) { return (group.size() + kMostLooked - 1) / kMostLooked; };
    for (size_t i = 0; i < x.size(); i += step(x)) {
      for (size_t j = 0; j < y.size(); j += step(y)) {
        if (!visit(x[i], y[j])) return false;
      }
    }
    return true;
  }

  // Whether all claims of both can stand on one side.
  bool Fit(const ClaimGroup& x, const ClaimGroup& y) const {
    return ForPairs(x, y, [&](uint32_t a, uint32_t b) {
      if (Restates(ClaimAt(a), ClaimAt(b))) return true;
      return VetoOf(ClaimAt(a), ClaimAt(b)) == Veto::kNone && IsQuiet(RelationAt(a, b).relation);
    });
  }
  float MeanChance(const ClaimGroup& x, const ClaimGroup& y) const {
    float sum = 0;
    size_t n = 0;
    ForPairs(x, y, [&](uint32_t a, uint32_t b) {
      const AlignedPair* pair = PairAt(a, b);
      // What one story tells twice says little for or against.
      if (pair == nullptr && ClaimAt(a).story == ClaimAt(b).story && EqualValues(ClaimAt(a), ClaimAt(b))) return true;
      sum += pair == nullptr ? 0 : pair->chance;
      ++n;
      return true;
    });
    return n == 0 ? 1 : sum / static_cast<float>(n);
  }

  void JoinAgreeing() {
    for (const AlignedPair& edge : edges_) {
      if (edge.chance < kLeastEdge) break;
      const uint32_t a = cluster_of_[edge.a];
      const uint32_t b = cluster_of_[edge.b];
      if (a == b || clusters_[a].size() + clusters_[b].size() > kMostMembers) continue;
      if (!IsQuiet(RelationAt(edge.a, edge.b).relation)) continue;
      if (MeanChance(clusters_[a], clusters_[b]) < kLeastMean || !Fit(clusters_[a], clusters_[b])) continue;
      const uint32_t into = std::min(a, b);
      const uint32_t from = std::max(a, b);
      for (const uint32_t c : clusters_[from]) cluster_of_[c] = into;
      clusters_[into].insert(clusters_[into].end(), clusters_[from].begin(), clusters_[from].end());
      std::sort(clusters_[into].begin(), clusters_[into].end());
      clusters_[from].clear();
    }
  }

  // Two unlike values of one article are two things there, but for a headline beside its text, for a number told to be replaced,
  // and where the article plainly tells of one thing.
  bool MayDisagree(uint32_t a, uint32_t b) const {
    constexpr float kPlainly = 0.5f;
    const BundleClaim& x = ClaimAt(a);
    const BundleClaim& y = ClaimAt(b);
    if (x.story != y.story) return true;
    if (bundle_.InHeadline(x) != bundle_.InHeadline(y) || x.Has(Mark::kFormer) != y.Has(Mark::kFormer)) return true;
    if (PairKindOf(x.type) == PairKind::kMoments) return false;  // an article names many days
    // Each on the word of its own source: the article gives both.
    const std::string_view source = Bundle::SourceOf(x);
    const std::string_view other = Bundle::SourceOf(y);
    if (source != other && !(source.empty() && other.empty())) return true;
    const AlignedPair* pair = PairAt(a, b);
    return pair != nullptr && pair->chance >= kPlainly;
  }

  // A cluster may hold a claim that does not belong there: one that speaks against the rest is not listened to.
  bool MayJoin(const Quantity& x, const Quantity& y) const {
    constexpr size_t kOneIn = 8;
    size_t pairs = 0;
    size_t against = 0;
    const bool possible = ForPairs(x.Claims(), y.Claims(), [&](uint32_t a, uint32_t b) {
      ++pairs;
      const Veto veto = VetoOf(ClaimAt(a), ClaimAt(b));
      if (veto != Veto::kNone && veto != Veto::kSentence) return false;
      if (veto == Veto::kSentence || (!IsQuiet(RelationAt(a, b).relation) && !MayDisagree(a, b))) ++against;
      return true;
    });
    return possible && against * kOneIn <= pairs;
  }

  std::vector<Quantity> JoinDiffering() {
    std::vector<Quantity> quantities(clusters_.size());
    std::vector<uint32_t> in = cluster_of_;
    std::vector<float> best(clusters_.size(), 0);  // chance of the first contrast that made it
    for (uint32_t c = 0; c < clusters_.size(); ++c) {
      if (clusters_[c].empty()) continue;
      quantities[c].sides = {clusters_[c]};
      SetAgreement(&quantities[c]);
    }
    for (const AlignedPair& edge : edges_) {
      if (edge.chance < kLeastContrast) break;
      const uint32_t a = in[edge.a];
      const uint32_t b = in[edge.b];
      if (a == b || quantities[a].sides.size() + quantities[b].sides.size() > kMostSides) continue;
      if (quantities[a].Claims().size() + quantities[b].Claims().size() > kMostMembers) continue;
      const PairRelation relation = RelationAt(edge.a, edge.b);
      if (relation.relation == Relation::kSuperseded && edge.chance < kLeastUpdate) continue;
      if (edge.chance < kLeastShare * std::max(best[a], best[b])) continue;
      if (IsQuiet(relation.relation) || !MayJoin(quantities[a], quantities[b])) continue;
      const uint32_t into = std::min(a, b);
      const uint32_t from = std::max(a, b);
      best[into] = std::max({best[a], best[b], edge.chance});
      Quantity& kept = quantities[into];
      for (const uint32_t c : quantities[from].Claims()) in[c] = into;
      kept.sides.insert(kept.sides.end(), quantities[from].sides.begin(), quantities[from].sides.end());
      kept.neutral.insert(kept.neutral.end(), quantities[from].neutral.begin(), quantities[from].neutral.end());
      quantities[from] = {};
    }
    std::vector<Quantity> loose;
    for (Quantity& quantity : quantities) {
      if (quantity.sides.size() < 2) continue;
      SetContrasts(&quantity);
      for (ClaimGroup& side : WithoutContrast(&quantity)) {
        loose.emplace_back();
        loose.back().sides = {std::move(side)};
        SetAgreement(&loose.back());
      }
    }
    quantities.insert(quantities.end(), loose.begin(), loose.end());
    return quantities;
  }

  // Takes away the sides of which no contrast is worth telling: they are quantities of their own.
  static std::vector<ClaimGroup> WithoutContrast(Quantity* quantity) {
    std::set<uint32_t> told;
    for (const Contrast& contrast : quantity->contrasts) told.insert({contrast.a, contrast.b});
    const auto loose = std::stable_partition(quantity->sides.begin(), quantity->sides.end(), [&](const ClaimGroup& side) {
      return std::any_of(side.begin(), side.end(), [&](uint32_t c) { return told.contains(c); });
    });
    std::vector<ClaimGroup> taken(std::make_move_iterator(loose), std::make_move_iterator(quantity->sides.end()));
    quantity->sides.erase(loose, quantity->sides.end());
    return taken;
  }

  size_t DocumentsOf(const ClaimGroup& side) const {
    std::set<uint32_t> documents;
    for (const uint32_t c : side) documents.insert(ClaimAt(c).document);
    return documents.size();
  }

  void SetAgreement(Quantity* quantity) const {
    const ClaimGroup& side = quantity->sides[0];
    quantity->relation = Relation::kAgree;
    quantity->reason = "exact";
    for (size_t i = 0; i < std::min<size_t>(side.size(), 40); ++i) {
      float best = 0;
      for (size_t j = 0; j < side.size(); ++j) {
        if (i == j) continue;
        const PairRelation relation = RelationAt(side[i], side[j]);
        if (relation.relation == Relation::kCompatible && quantity->relation == Relation::kAgree) {
          quantity->relation = Relation::kCompatible;
          quantity->reason = relation.reason;
        } else if (relation.relation == quantity->relation && quantity->reason == "exact") {
          quantity->reason = relation.reason;
        }
        if (const AlignedPair* pair = PairAt(side[i], side[j])) best = std::max(best, pair->chance);
      }
      if (side.size() > 1) quantity->chance = std::min(quantity->chance, best);
    }
  }

  // Claims that fit several sides stand on none; of each pair of stories the best contrast is kept.
  void SetContrasts(Quantity* quantity) const {
    std::stable_sort(quantity->sides.begin(), quantity->sides.end(), [&](const ClaimGroup& x, const ClaimGroup& y) {
      return std::tuple(DocumentsOf(y), y.size(), x) < std::tuple(DocumentsOf(x), x.size(), y);
    });
    for (size_t s = 0; s < quantity->sides.size(); ++s) {
      ClaimGroup& side = quantity->sides[s];
      std::erase_if(side, [&](uint32_t c) {
        const BundleClaim& claim = ClaimAt(c);
        if (!claim.value.vague && !claim.value.bound && !claim.value.hedged) return false;
        for (size_t t = 0; t < quantity->sides.size(); ++t) {
          if (t == s) continue;
          const ClaimGroup& other = quantity->sides[t];
          if (std::any_of(other.begin(), other.end(), [&](uint32_t o) { return IsQuiet(RelationAt(c, o).relation); })) {
            quantity->neutral.push_back(c);
            return true;
          }
        }
        return false;
      });
    }
    std::erase_if(quantity->sides, [](const ClaimGroup& side) { return side.empty(); });
    std::sort(quantity->neutral.begin(), quantity->neutral.end());
    std::map<std::pair<uint32_t, uint32_t>, Contrast> best;
    for (size_t s = 0; s < quantity->sides.size(); ++s) {
      for (size_t t = s + 1; t < quantity->sides.size(); ++t) {
        for (const uint32_t a : quantity->sides[s]) {
          for (const uint32_t b : quantity->sides[t]) {
            const PairRelation relation = RelationAt(a, b);
            if (IsQuiet(relation.relation)) continue;
            const AlignedPair* pair = PairAt(a, b);
            const Contrast contrast{a, b, pair == nullptr ? 0.0f : pair->chance, relation};
            const auto [it, fresh] = best.try_emplace(std::minmax(ClaimAt(a).story, ClaimAt(b).story), contrast);
            if (!fresh && contrast.chance > it->second.chance) it->second = contrast;
          }
        }
      }
    }
    for (const auto& [stories, contrast] : best) quantity->contrasts.push_back(contrast);
    std::stable_sort(quantity->contrasts.begin(), quantity->contrasts.end(),
                     [](const Contrast& x, const Contrast& y) { return x.chance > y.chance; });
    if (quantity->contrasts.empty()) return;
    // A time line or a difference: a time line is one that more pairs tell of. One article of the later day with the earlier number
    // may be late; where as many say so, the number is in dispute.
    constexpr float kMore = 1.25f;
    float updates = 0;
    float differences = 0;
    for (const Contrast& c : quantity->contrasts) (c.relation.relation == Relation::kSuperseded ? updates : differences) += c.chance;
    const bool silent = updates == 0 && differences == 0;
    quantity->relation = silent ? quantity->contrasts[0].relation.relation
                         : updates > kMore * differences ? Relation::kSuperseded
                                                         : Relation::kDiffer;
    const auto shown = std::find_if(quantity->contrasts.begin(), quantity->contrasts.end(),
                                    [&](const Contrast& c) { return c.relation.relation == quantity->relation; });
    quantity->reason = shown->relation.reason;
    quantity->chance = shown->chance;
    // What is far less likely than the best is no evidence beside it.
    std::erase_if(quantity->contrasts, [&](const Contrast& c) {
      return c.relation.relation != quantity->relation || c.chance < kLeastShare * quantity->chance;
    });
  }

  const Bundle& bundle_;
  absl::flat_hash_set<uint64_t> copied_;
  absl::flat_hash_map<uint64_t, AlignedPair> pairs_;
  std::vector<AlignedPair> edges_;     // surest first
  std::vector<uint32_t> cluster_of_;
  std::vector<ClaimGroup> clusters_;
};

}  // namespace

ClaimGroup Quantity::Claims() const {
  ClaimGroup all = neutral;
  for (const ClaimGroup& side : sides) all.insert(all.end(), side.begin(), side.end());
  std::sort(all.begin(), all.end());
  return all;
}

PairRelation RelationOf(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b, bool copied) {
  const auto facts = [&](const BundleClaim& claim) {
    const Modality modality = claim.frame->modality;
    ClaimFacts f;
    f.value = claim.value;
    f.to_come = modality == Modality::kPlan || modality == Modality::kDemand || modality == Modality::kForecast;
    f.former = claim.Has(Mark::kFormer);
    f.headline = bundle.InHeadline(claim);
    f.including = claim.Has(Mark::kIncluding);
    return f;
  };
  const auto& events = bundle.compare().events;
  PairFacts pair;
  pair.type = a.type;
  pair.one_unit = a.unit_key == b.unit_key;
  pair.meet = EqualValues(a, b) || ValuesMeet(a, b);
  pair.copied = copied;
  pair.one_story = a.story == b.story;
  const std::string_view source = Bundle::SourceOf(a);
  pair.one_source = !source.empty() && a.document != b.document && (source == Bundle::SourceOf(b) || (a.speaker != 0 && a.speaker == b.speaker));
  pair.speaking = PairKindOf(a.type) == PairKind::kMoments && events[a.event()].saying && events[b.event()].saying;
  // What rose in one article and fell in the other: of a share. A sum beside "rose" is rather where it rose to.
  pair.opposed = a.type == ClaimType::kPercent && a.event() != 0 && b.event() != 0 && events[a.event()].opposite == events[b.event()].name;
  if (a.type != ClaimType::kAge) {
    for (const EventClassId event : a.classes) {
      if (event == 0 || std::find(b.classes.begin(), b.classes.end(), event) == b.classes.end()) continue;
      pair.growing = pair.growing || events[event].growing;
      pair.changing = pair.changing || events[event].shrinking;
    }
  }
  for (const EventClassId event : a.classes) {
    pair.ends_with_death = pair.ends_with_death || (event != 0 && events[event].final && std::find(b.classes.begin(), b.classes.end(), event) != b.classes.end());
  }
  pair.past = a.frame->event != 0 || b.frame->event != 0 || a.frame->when.has_value() || b.frame->when.has_value();
  pair.days = DaysBetween(bundle, a, b);
  return Relate(pair, facts(a), facts(b));
}

std::vector<Quantity> FindQuantities(const Bundle& bundle, const std::vector<AlignedPair>& pairs,
                                     const std::vector<std::pair<uint32_t, uint32_t>>& copied) {
  return Grouper(bundle, pairs, copied).Group();
}

}  // namespace crosscheck
