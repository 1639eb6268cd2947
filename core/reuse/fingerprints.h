// Fingerprints: hashes of four folded words in a row, all of them or a winnowed choice (Schleimer, Wilkerson, Aiken 2003), and
// the sorted index of those that several stories share.
#ifndef CROSSCHECK_REUSE_FINGERPRINTS_H_
#define CROSSCHECK_REUSE_FINGERPRINTS_H_

#include <cstdint>
#include <vector>

#include "reuse/words.h"

namespace crosscheck {

constexpr uint32_t kGramWords = 4;

// Hash of words[at .. at + kGramWords).
inline uint32_t GramAt(const WordArray& words, uint32_t at) {
  uint64_t hash = words[at].hash;
  hash = hash * 0x9E3779B97F4A7C15 + words[at + 1].hash;
  hash = hash * 0x9E3779B97F4A7C15 + words[at + 2].hash;
  hash = hash * 0x9E3779B97F4A7C15 + words[at + 3].hash;
  hash *= 0xD6E8FEB86659FD93;
  return static_cast<uint32_t>(hash >> 32);
}

// A fingerprint in the index: a gram's hash above, the story's number below.
using Fingerprint = uint64_t;
inline uint32_t GramOf(Fingerprint f) { return static_cast<uint32_t>(f >> 32); }
inline uint32_t StoryOf(Fingerprint f) { return static_cast<uint32_t>(f); }

// Appends the fingerprints of a story. `window` 1: every gram; else the least of each `window` grams in a row, so that a run of
// kGramWords + window - 1 equal words always shares one.
void AppendFingerprints(const WordArray& words, uint32_t story, uint32_t window, std::vector<Fingerprint>* out);

// Sorts in place: no second array.
void SortFingerprints(std::vector<Fingerprint>* fingerprints);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_FINGERPRINTS_H_
