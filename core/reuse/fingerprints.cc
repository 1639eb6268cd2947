#include "reuse/fingerprints.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

// Moves each value to the part of its top `kBits` bits by cycles of swaps (American flag sort), so that no second array is
// needed.
constexpr int kBits = 10;
constexpr size_t kParts = size_t{1} << kBits;

size_t PartOf(Fingerprint f) { return static_cast<size_t>(f >> (64 - kBits)); }

}  // namespace

void AppendFingerprints(const WordArray& words, uint32_t story, uint32_t window, std::vector<Fingerprint>* out) {
  if (words.size() < kGramWords) return;
  const auto grams = static_cast<uint32_t>(words.size() - kGramWords + 1);
  const auto add = [&](uint32_t gram) { out->push_back(Fingerprint{gram} << 32 | story); };
  if (window <= 1) {
    for (uint32_t i = 0; i < grams; ++i) add(GramAt(words, i));
    return;
  }
  uint32_t least = 0;
  uint32_t least_at = 0;
  uint32_t chosen_at = 0xFFFFFFFF;
  for (uint32_t i = 0; i < grams; ++i) {
    const uint32_t gram = GramAt(words, i);
    if (i == 0 || gram <= least) {
      least = gram;
      least_at = i;
    } else if (i - least_at >= window) {  // the least one left the window: look again
      least_at = i - window + 1;
      least = GramAt(words, least_at);
      for (uint32_t k = least_at + 1; k <= i; ++k) {
        if (const uint32_t other = GramAt(words, k); other <= least) least = other, least_at = k;
      }
    }
    if ((i + 1 >= window || i + 1 == grams) && least_at != chosen_at) {
      add(least);
      chosen_at = least_at;
    }
  }
}

void SortFingerprints(std::vector<Fingerprint>* fingerprints) {
  std::vector<Fingerprint>& all = *fingerprints;
  if (all.size() < 4 * kParts) {
    std::sort(all.begin(), all.end());
    return;
  }
  std::array<size_t, kParts + 1> ends{};
  for (const Fingerprint f : all) ++ends[PartOf(f) + 1];
  for (size_t part = 0; part < kParts; ++part) ends[part + 1] += ends[part];
  std::array<size_t, kParts> next{};
  std::copy(ends.begin(), ends.end() - 1, next.begin());
  for (size_t part = 0; part < kParts; ++part) {
    while (next[part] < ends[part + 1]) {
      Fingerprint value = all[next[part]];
      for (size_t home = PartOf(value); home != part; home = PartOf(value)) std::swap(value, all[next[home]++]);
      all[next[part]++] = value;
    }
  }
  for (size_t part = 0; part < kParts; ++part) {
    std::sort(all.begin() + static_cast<std::ptrdiff_t>(ends[part]), all.begin() + static_cast<std::ptrdiff_t>(ends[part + 1]));
  }
}

}  // namespace crosscheck
