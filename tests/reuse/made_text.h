// Made-up news text for tests and benchmarks of reuse: the same numbers give the same words, different ones share none by chance.
#ifndef CROSSCHECK_TESTS_REUSE_MADE_TEXT_H_
#define CROSSCHECK_TESTS_REUSE_MADE_TEXT_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/record.h"

namespace crosscheck {

class Chance {
 public:
  explicit Chance(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15 + 1) {}
  uint32_t Below(uint32_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<uint32_t>((state_ >> 20) % limit);
  }

 private:
  uint64_t state_;
};

inline std::string MadeSentence(uint64_t seed) {
  static constexpr std::array<std::string_view, 48> kWords = {
      "harbour", "council", "engineers", "opened",  "the",    "bridge", "after",   "a",        "long",  "winter",
      "storm",   "and",     "farmers",   "asked",   "for",    "grain",  "from",    "northern", "silos", "while",
      "trains",  "waited",  "beside",    "old",     "mills",  "where",  "workers", "mended",   "pumps", "with",
      "copper",  "valves",  "sent",      "by",      "river",  "boat",   "over",    "two",      "quiet", "nights",
      "before",  "market",  "day",       "doctors", "called", "every",  "schools", "village"};
  Chance chance(seed);
  std::string text;
  const uint32_t words = 12 + chance.Below(10);
  for (uint32_t i = 0; i < words; ++i) {
    if (!text.empty()) text += ' ';
    text += kWords[chance.Below(kWords.size())];
    if (chance.Below(9) == 0) text += std::to_string(chance.Below(90));
  }
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + ".";
}

// Paragraphs of three sentences.
inline std::vector<std::string> MadeParagraphs(uint64_t seed, size_t count) {
  std::vector<std::string> paragraphs;
  for (size_t p = 0; p < count; ++p) {
    std::string paragraph;
    for (uint64_t s = 0; s < 3; ++s) {
      if (s > 0) paragraph += ' ';
      paragraph += MadeSentence(seed * 1000003 + p * 17 + s);
    }
    paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

inline std::string JoinParagraphs(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

inline std::string MadeStory(uint64_t seed, size_t paragraphs = 5) { return JoinParagraphs(MadeParagraphs(seed, paragraphs)); }

// A few letters in a hundred misread.
inline std::string Misread(std::string text, uint64_t seed, uint32_t percent) {
  Chance chance(seed);
  for (char& c : text) {
    if (c >= 'a' && c <= 'z' && chance.Below(100) < percent) c = static_cast<char>('a' + chance.Below(26));
  }
  return text;
}

inline Record OneStoryRecord(std::string id, std::string text) {
  Record record;
  record.document.id = std::move(id);
  record.document.text = std::move(text);
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(record.document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  record.document.stories.push_back(story);
  return record;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_REUSE_MADE_TEXT_H_
