#include "compare/bundle/words.h"

#include <algorithm>
#include <cmath>


namespace crosscheck {
void Normalize(std::vector<WeightedWord>* words) {
  std::sort(words->begin(), words->end(), [](const WeightedWord& a, const WeightedWord& b) {
    return a.word != b.word ? a.word < b.word : a.weight > b.weight;
  });
  size_t kept = 0;
  for (const WeightedWord& word : *words) {
    if (kept > 0 && (*words)[kept - 1].word == word.word) {
      (*words)[kept - 1].weight += word.weight;
    } else {
      (*words)[kept++] = word;
    }
  }
  words->resize(kept);
  float squares = 0;
  for (const WeightedWord& word : *words) squares += word.weight * word.weight;
  if (squares <= 0) return words->clear();
  const float scale = 1 / std::sqrt(squares);
  for (WeightedWord& word : *words) word.weight *= scale;
}

float Cosine(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b) {
  float product = 0;
  // Steps without branches: which list is behind cannot be foreseen.
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const WordKey x = a[i].word;
    const WordKey y = b[j].word;
    if (x == y) product += a[i].weight * b[j].weight;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return product;
}

float Jaccard(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  size_t both = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++both, ++i, ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  const size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<float>(both) / static_cast<float>(either);
}

}  // namespace crosscheck
