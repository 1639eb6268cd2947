#include "compare/bundle/spellings.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "text/stem.h"

namespace crosscheck {
namespace {

constexpr size_t kLeastSpelling = 4;  // letters: of shorter words each letter counts
constexpr size_t kLongSpelling = 8;
constexpr size_t kLeastSound = 2;     // consonants
constexpr int kMostOther = 3;         // letters that may be unlike in two words of one sound

// The consonants by sound, doubled ones once.
std::string SoundOf(const WordRules& rules, std::string_view word) {
  std::string sound;
  for (size_t at = 0; at < word.size();) {
    std::string_view letters = word.substr(at, 1);
    std::string_view as = letters;
    for (const auto& [from, to] : rules.sounds) {
      if (!word.substr(at).starts_with(from)) continue;
      letters = word.substr(at, from.size());
      as = to;
      break;
    }
    for (const char c : as) {
      const bool silent = std::string_view("aeiouywh").find(c) != std::string_view::npos;
      if (silent && at > 0) continue;
      const char heard = silent && c != 'h' && c != 'w' ? 'a' : c;  // all first vowels are one
      if (sound.empty() || sound.back() != heard) sound += heard;
    }
    at += letters.size();
  }
  return sound;
}

}  // namespace

bool AreSpellings(const WordRules& rules, std::string_view a, std::string_view b) {
  if (a == b) return true;
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < kLeastSpelling) return false;
  const int limit = shorter >= kLongSpelling ? 2 : 1;
  if (a[0] == b[0] && EditDistance(a, b, limit) <= limit) return true;
  const std::string sound = SoundOf(rules, a);
  return sound.size() >= kLeastSound && sound == SoundOf(rules, b) && EditDistance(a, b, kMostOther) <= kMostOther;
}

std::vector<std::string> SpellingKeys(const WordRules& rules, std::string_view word) {
  std::vector<std::string> keys;
  if (word.size() < kLeastSpelling) return keys;
  keys.push_back(StrCat("sound ", SoundOf(rules, word)));
  // One letter is unlike: the halves of the word tell, one of them is the same.
  keys.push_back(StrCat("head ", word.substr(0, (word.size() + 1) / 2)));
  keys.push_back(StrCat("tail ", word.substr(word.size() - (word.size() - 1) / 2)));
  return keys;
}

}  // namespace crosscheck
