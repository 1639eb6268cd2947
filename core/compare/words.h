// Words as compare sees them: inflected forms of one word have one key.
#ifndef CROSSCHECK_COMPARE_WORDS_H_
#define CROSSCHECK_COMPARE_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace crosscheck {

// A hash that is the same on every run and machine.
using WordKey = uint64_t;

// Key of a lower-cased word without its regular endings (see text/stem.h): "wounded", "wounds" -> one key.
WordKey StemKey(std::string_view lower_word);

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

#endif  // CROSSCHECK_COMPARE_WORDS_H_
