#include "read/language.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/languages.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kLooked = 16 << 10;  // bytes that decide
constexpr size_t kMinLetters = 40;
constexpr size_t kMinWords = 25;      // below: a short text
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

// Has it a letter that English does not write: of Latin-1, or of Latin Extended-A and B?
bool HasAccent(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    if (c.value >= 0xDF && c.value <= 0x24F && c.value != 0xF7) return true;
    at += c.size;
  }
  return false;
}

// Beyond ASCII: all but signs, dashes, quotation marks and spaces.
bool IsLetter(char32_t c) {
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
  return c >= 0xC0 && (c < 0x2000 || c > 0x206F) && (c < 0x3000 || c > 0x303F);
}

// Letters beside these are parts of a code, an address or an amount: "4f3e", "a_b@c.example", "20cm".
bool Glues(char32_t c) { return (c >= '0' && c <= '9') || c == '_' || c == '@'; }

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

// What the words of a text say of its language. Capitalised words are names as a rule ("Rio de Janeiro" keeps its "de" small, "La Paz"
// does not), so that only those that begin a sentence count beside the small ones.
struct Evidence {
  std::vector<uint32_t> counts;  // small words, by language
  uint32_t words = 0;
  uint32_t ours = 0;      // small words of English alone
  uint32_t accented = 0;  // small words with letters that English has not
};

class Weigher {
 public:
  explicit Weigher(const PageRules& rules) : rules_(rules) {
    evidence_.counts.resize(rules.languages().size());
    for (size_t i = 0; i < rules.languages().size(); ++i) {
      if (rules.languages()[i] == kCheckedLanguage) ours_ = uint64_t{1} << i;
    }
  }

  Evidence Weigh(std::string_view text) {
    size_t start = 0;    // of the word
    bool glued = false;  // to what stands before it
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = DecodeAt(text, at);
      if (!IsLetter(c.value)) {
        if (at > start && !glued && !Glues(c.value)) AddWord(text.substr(start, at - start));
        start = at + c.size;
        glued = Glues(c.value);
        begins_ = begins_ || c.value == '.' || c.value == '!' || c.value == '?' || c.value == ':' || c.value == '\n';
      }
      at += c.size;
    }
    if (start < text.size() && !glued) AddWord(text.substr(start));
    return std::move(evidence_);
  }

 private:
  void AddWord(std::string_view word) {
    const std::string lower = LowerCase(word);
    const bool capital = DecodeAt(word, 0).value != DecodeAt(lower, 0).value;
    ++evidence_.words;
    const uint64_t of = !capital || begins_ ? rules_.LanguagesOf(lower) : 0;
    for (size_t i = 0; i < evidence_.counts.size() && of != 0; ++i) evidence_.counts[i] += static_cast<uint32_t>(of >> i & 1);
    if (of != 0 && of == ours_) ++evidence_.ours;
    if (!capital && HasAccent(lower)) ++evidence_.accented;
    begins_ = false;
  }

  const PageRules& rules_;
  Evidence evidence_;
  uint64_t ours_ = 0;   // of the languages
  bool begins_ = true;  // a sentence
};

}  // namespace

std::string DetectLanguage(std::string_view text, const PageRules& rules) {
  text = text.substr(0, kLooked);
  if (const std::string_view language = ByScript(text); !language.empty()) return std::string(language);
  const std::vector<std::string>& languages = rules.languages();
  const Evidence evidence = Weigher(rules).Weigh(text);
  uint32_t english = 0;
  uint32_t best = 0;
  std::string_view other;
  for (size_t i = 0; i < languages.size(); ++i) {
    if (languages[i] == kCheckedLanguage) {
      english = evidence.counts[i];
    } else if (evidence.counts[i] > best) {
      best = evidence.counts[i];
      other = languages[i];
    }
  }
  const std::string ours(kCheckedLanguage);
  const bool more = best * 2 > english * 3;
  if (evidence.words >= kMinWords) {
    const bool foreign = more && best * 100 >= evidence.words * kMinPercent;
    return foreign ? std::string(other) : ours;
  }
  // A short text: two words of the other language, or one with letters that English has not.
  if (more && best + std::min(evidence.accented, 1u) >= 2) return std::string(other);
  return evidence.ours > 0 ? ours : std::string(kTooShortToTell);
}

}  // namespace crosscheck
