#include "read/language.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kLooked = 16 << 10;  // bytes that decide
constexpr size_t kMinLetters = 40;
constexpr size_t kMinWords = 25;
constexpr uint32_t kMinPercent = 10;  // small words of a language among the words of its texts

struct Script {
  char32_t first;
  char32_t last;
  std::string_view language;
};
// Kana before Han: Japanese has both.
constexpr Script kScripts[] = {{0x3040, 0x30FF, "ja"}, {0xAC00, 0xD7AF, "ko"}, {0x4E00, 0x9FFF, "zh"}, {0x0400, 0x04FF, "ru"},
                               {0x0600, 0x06FF, "ar"}, {0x0590, 0x05FF, "he"}, {0x0370, 0x03FF, "el"}, {0x0E00, 0x0E7F, "th"},
                               {0x0900, 0x097F, "hi"}, {0x0980, 0x09FF, "bn"}, {0x0B80, 0x0BFF, "ta"}, {0x10A0, 0x10FF, "ka"},
                               {0x0530, 0x058F, "hy"}};

// A language with a script of its own that most letters are of; empty: Latin.
std::string_view ByScript(std::string_view text) {
  size_t letters = 0;
  size_t counts[std::size(kScripts)] = {};
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    at += c.size;
    if (c.value < 0x80) {
      letters += (c.value | 32) >= 'a' && (c.value | 32) <= 'z' ? 1 : 0;
      continue;
    }
    if (c.value < 0xC0) continue;
    ++letters;
    if (c.value < kScripts[8].first && c.value < 0x370) continue;
    for (size_t i = 0; i < std::size(kScripts); ++i) {
      if (c.value >= kScripts[i].first && c.value <= kScripts[i].last) ++counts[i];
    }
  }
  if (letters < kMinLetters / 2) return "";
  if (counts[0] * 10 > letters) return kScripts[0].language;
  const size_t best = static_cast<size_t>(std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts));
  return counts[best] * 2 > letters ? kScripts[best].language : "";
}

}  // namespace

std::string DetectLanguage(std::string_view text, const PageRules& rules) {
  text = text.substr(0, kLooked);
  if (const std::string_view language = ByScript(text); !language.empty()) return std::string(language);
  const std::vector<std::string>& languages = rules.languages();
  std::vector<uint32_t> counts(languages.size());
  uint32_t words = 0;
  std::string word;
  const std::string lower = LowerCase(text);
  for (size_t at = 0; at <= lower.size(); ++at) {
    const char c = at < lower.size() ? lower[at] : ' ';
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    ++words;
    const uint64_t of = rules.LanguagesOf(word);
    for (size_t i = 0; i < counts.size() && of != 0; ++i) counts[i] += static_cast<uint32_t>(of >> i & 1);
    word.clear();
  }
  if (words < kMinWords) return "en";
  uint32_t english = 0;
  uint32_t best = 0;
  std::string_view other;
  for (size_t i = 0; i < counts.size(); ++i) {
    if (languages[i] == "en") {
      english = counts[i];
    } else if (counts[i] > best) {
      best = counts[i];
      other = languages[i];
    }
  }
  const bool foreign = best * 2 > english * 3 && best * 100 >= words * kMinPercent;
  return foreign ? std::string(other) : "en";
}

}  // namespace crosscheck
