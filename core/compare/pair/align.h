// Which claim of another story speaks of the same quantity, or that none does.
//
// For a claim and another story the candidates are that story's claims of the same type and dimension that no veto keeps off, and
// "none"; a softmax over their scores gives each its share. Claims of equal value are no rivals of each other. The chance of a
// pair is the product of the shares in both directions: P(b | a) P(a | b).
#ifndef CROSSCHECK_COMPARE_PAIR_ALIGN_H_
#define CROSSCHECK_COMPARE_PAIR_ALIGN_H_

#include <vector>

#include "compare/pair/table.h"

namespace crosscheck {

// Log-odds that two claims are the same quantity, with the weights in force.
double ScoreOf(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b);
// What a claim without counterpart scores.
double NoneScore(const Bundle& bundle, ClaimType type);

struct AlignedPair {
  uint32_t a = 0;  // claims, a < b
  uint32_t b = 0;
  float chance = 0;  // that both are the same quantity
  float margin = 0;  // of the score over the best rival of another value, the smaller of both directions
};

// Stories that are looked at beside each story, itself left out; sorted. All of a small bundle, the nearest ones of a large one.
std::vector<std::vector<uint32_t>> NeighbourStories(const Bundle& bundle, int threads);

// Pairs of claims of unlike stories, and of one story where they repeat each other or give two values, whose chance is worth
// telling. By (a, b).
std::vector<AlignedPair> AlignClaims(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours, int threads);

// The candidates of claim `a` in a story: claims of its type and dimension without a veto.
std::vector<uint32_t> CandidatesOf(const Bundle& bundle, uint32_t a, uint32_t story);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PAIR_ALIGN_H_
