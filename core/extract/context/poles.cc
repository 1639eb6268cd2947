#include "extract/context/poles.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool StandsAt(const TextView& view, const std::vector<WordId>& words, uint32_t at, uint32_t last) {
  if (at + words.size() > last) return false;
  for (size_t w = 0; w < words.size(); ++w) {
    if (view.tokens[at + w].word != words[w]) return false;
  }
  return true;
}

}  // namespace

std::vector<PoleHit> PolesIn(const TextView& view, uint32_t first, uint32_t last, PolePart part) {
  const WordRules& rules = view.rules.words;
  std::vector<PoleHit> hits;
  for (uint32_t t = first; t < last;) {
    const WordId word = view.tokens[t].word;
    size_t length = 0;
    for (size_t i = word == 0 ? rules.pole_words.size() : rules.PoleWordsAt(word);
         i < rules.pole_words.size() && rules.pole_words[i].words[0] == word && rules.pole_words[i].words.size() >= length; ++i) {
      const PoleWords& entry = rules.pole_words[i];
      if (rules.poles[entry.pole].part != part || !StandsAt(view, entry.words, t, last)) continue;
      length = entry.words.size();
      hits.push_back({entry.pole, t, t + static_cast<uint32_t>(length)});
    }
    t += std::max<uint32_t>(1, static_cast<uint32_t>(length));
  }
  return hits;
}

}  // namespace crosscheck
