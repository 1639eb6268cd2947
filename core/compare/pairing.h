// How likely it is that two claims speak of one quantity: signs, their weights, and the rules that forbid it outright.
#ifndef CROSSCHECK_COMPARE_PAIRING_H_
#define CROSSCHECK_COMPARE_PAIRING_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "compare/claims.h"
#include "compare/one_left.h"

namespace crosscheck {

using SignValues = std::array<float, kSigns>;

// Log-odds that two claims are the same quantity.
struct PairScore {
  float full = 0;   // all signs
  float blind = 0;  // without those that look at the values: may be held against a difference
};

// What is known of claims beyond themselves: made once for a bundle, read by all pairs.
class ClaimIndex {
 public:
  explicit ClaimIndex(const ClaimSet& set);  // `set` must outlive it

  // An article gives both values side by side in one sentence, under the same classes of events: they are two things there.
  bool SideBySide(const QuantityClaim& a, const QuantityClaim& b) const;
  // The story gives this age to one person only, and it is its only age of a child (of `only_child`).
  bool UniqueAge(uint32_t claim) const { return unique_age_[claim] != 0; }
  bool OnlyChild(uint32_t claim) const { return only_child_[claim] != 0; }
  // The last two left when the lists of victims or suspects of two stories are matched age by age.
  bool RosterPair(uint32_t a, uint32_t b) const { return roster_.contains(PairKey(a, b)); }
  // How much two stories are about one thing: 0..1, and 0 where they neither share a name nor much of their words.
  float StoryLikeness(uint32_t a, uint32_t b) const;
  // See OneLeftIndex.
  float OneLeft(uint32_t a, uint32_t b) const { return one_left_.OneLeft(a, b); }
  // Claims of the sentence: [first, last).
  std::pair<uint32_t, uint32_t> ClaimsOfSentence(uint32_t sentence) const { return sentence_claims_[sentence]; }

 private:
  using EventPair = std::pair<EventClassId, EventClassId>;  // of the value with the smaller and the larger key
  static EventPair EventsOf(const QuantityClaim& a, const QuantityClaim& b);
  static uint64_t PairKey(uint32_t a, uint32_t b) { return a < b ? uint64_t{a} << 32 | b : uint64_t{b} << 32 | a; }
  static uint64_t ValuesKey(const QuantityClaim& a, const QuantityClaim& b);
  void CompareStories();
  void IndexSentences(const ClaimSet& set);
  void IndexAges(const ClaimSet& set);
  void MatchRosters(const ClaimSet& set);

  const ClaimSet& set_;
  OneLeftIndex one_left_;
  std::vector<float> story_likeness_;  // of a small bundle: all pairs
  absl::flat_hash_map<uint64_t, std::vector<EventPair>> side_by_side_;
  absl::flat_hash_set<uint64_t> roster_;
  std::vector<std::pair<uint32_t, uint32_t>> sentence_claims_;
  std::vector<uint8_t> unique_age_;
  std::vector<uint8_t> only_child_;
};

class Pairing {
 public:
  Pairing(const ClaimSet& set, const ClaimIndex& index) : set_(set), index_(index) {}

  // The rule that forbids one group for both claims (indices in the set); kNone: nothing does.
  Gate CannotLink(uint32_t a, uint32_t b) const;
  PairScore Score(uint32_t a, uint32_t b) const;
  SignValues Signs(uint32_t a, uint32_t b) const;
  // Copied sentences: the same words around the same number of the sentence.
  bool NearCopy(const QuantityClaim& a, const QuantityClaim& b) const;

  const ClaimSet& set() const { return set_; }
  const ClaimIndex& index() const { return index_; }

 private:
  Gate CannotLinkAges(const QuantityClaim& a, const QuantityClaim& b) const;
  Gate CannotLinkCounts(const QuantityClaim& a, const QuantityClaim& b) const;
  void AgeSigns(uint32_t a, uint32_t b, SignValues* signs) const;
  void CountSigns(const QuantityClaim& a, const QuantityClaim& b, SignValues* signs) const;
  void ValueSigns(uint32_t a, uint32_t b, SignValues* signs) const;

  const ClaimSet& set_;
  const ClaimIndex& index_;
};

// Parts of the score that gates and reasons ask for too.
bool ValuesMeet(const QuantityClaim& a, const QuantityClaim& b);
bool EqualValues(const QuantityClaim& a, const QuantityClaim& b);
bool HeadsClash(const QuantityClaim& a, const QuantityClaim& b, const CompareRules& rules);
bool SameHead(const QuantityClaim& a, const QuantityClaim& b);
float EventOverlap(const QuantityClaim& a, const QuantityClaim& b);  // 0..1
bool SharesName(const QuantityClaim& a, const QuantityClaim& b);
// Told of unlike times: one of long ago, the other of its story's days or of another time. `set`: that of both.
bool UnlikeTimes(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b);
float ContextMatch(const QuantityClaim& a, const QuantityClaim& b);  // 0..1: equal words right before and after

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PAIRING_H_
