// Lemmas as compare sees them: keys with weights.
#ifndef CROSSCHECK_COMPARE_BUNDLE_WORDS_H_
#define CROSSCHECK_COMPARE_BUNDLE_WORDS_H_

#include <cstdint>
#include <vector>

namespace crosscheck {

// A hash that is the same on every run and machine.
using WordKey = uint64_t;

struct WeightedWord {
  WordKey word = 0;
  float weight = 0;
};
// By word, each once (weights added), scaled to length 1.
void Normalize(std::vector<WeightedWord>* words);
// Of two normalised vectors: 0..1.
float Cosine(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b);
// |a and b| / |a or b| of two sorted lists without doubles; 0 for two empty ones.
float Jaccard(const std::vector<WordKey>& a, const std::vector<WordKey>& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_WORDS_H_
