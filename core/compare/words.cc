#include "compare/words.h"

#include <algorithm>
#include <cmath>

#include "text/lexicon.h"

namespace crosscheck {
namespace {

bool EndsWith(const char* word, size_t size, std::string_view ending) {
  return size >= ending.size() && std::string_view(word + size - ending.size(), ending.size()) == ending;
}

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// Cuts an ending off where a stem with a vowel is left; "stopped" -> "stop".
size_t CutVerbEnding(const char* word, size_t size, size_t ending) {
  const size_t stem = size - ending;
  if (stem < 3 || std::none_of(word, word + stem, IsVowel)) return size;
  const char last = word[stem - 1];
  if (stem > 3 && last == word[stem - 2] && !IsVowel(last) && last != 'l' && last != 's' && last != 'z') return stem - 1;
  return stem;
}

}  // namespace

WordKey StemKey(std::string_view lower_word) {
  constexpr size_t kLongest = 48;
  if (lower_word.size() > kLongest || lower_word.size() < 4) return Lexicon::Hash(lower_word);
  char word[kLongest];
  size_t size = lower_word.copy(word, kLongest);
  if (EndsWith(word, size, "ies") || EndsWith(word, size, "ied")) {
    size -= 2;
    word[size - 1] = 'y';
  } else if (EndsWith(word, size, "sses") || EndsWith(word, size, "xes") || EndsWith(word, size, "ches") || EndsWith(word, size, "shes")) {
    size -= 2;
  } else if (word[size - 1] == 's' && word[size - 2] != 's' && word[size - 2] != 'u' && word[size - 2] != 'i') {
    --size;
  }
  if (EndsWith(word, size, "ing")) {
    size = CutVerbEnding(word, size, 3);
  } else if (EndsWith(word, size, "ed")) {
    size = CutVerbEnding(word, size, 2);
  }
  if (size > 3 && word[size - 1] == 'e') --size;
  return Lexicon::Hash({word, size});
}

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
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].word == b[j].word) {
      product += a[i++].weight * b[j++].weight;
    } else if (a[i].word < b[j].word) {
      ++i;
    } else {
      ++j;
    }
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
