#include "reuse/words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kSeed = 0x811C9DC5;
constexpr uint32_t kPrime = 0x01000193;
constexpr uint32_t kMaxWordBytes = 200;

constexpr uint32_t Add(uint32_t hash, unsigned char c) { return (hash ^ c) * kPrime; }

constexpr uint32_t HashOf(std::string_view folded) {
  uint32_t hash = kSeed;
  for (const char c : folded) hash = Add(hash, static_cast<unsigned char>(c));
  return hash;
}

constexpr uint32_t kPercent = HashOf("percent");
constexpr uint32_t kPer = HashOf("per");
constexpr uint32_t kCent = HashOf("cent");

enum Char : uint8_t { kPunctuation, kSpace, kNewline, kLetter, kDigit, kStop, kQuote, kApostrophe, kOther };
constexpr std::array<uint8_t, 256> kChars = [] {
  std::array<uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    uint8_t value = kPunctuation;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) value = kLetter;
    if (c >= '0' && c <= '9') value = kDigit;
    if (c == ' ' || c == '\t' || c == '\r') value = kSpace;
    if (c == '\n') value = kNewline;
    if (c == '.' || c == '!' || c == '?') value = kStop;
    if (c == '"') value = kQuote;
    if (c == '\'') value = kApostrophe;
    if (c >= 0x80) value = kOther;
    table[static_cast<size_t>(c)] = value;
  }
  return table;
}();
constexpr std::array<unsigned char, 256> kFold = [] {
  std::array<unsigned char, 256> table{};
  for (int c = 0; c < 256; ++c) table[static_cast<size_t>(c)] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}();

// Letters that stand for themselves: scripts written without spaces between words.
bool IsIdeograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

class WordReader {
 public:
  WordReader(std::string_view text, Span span, std::vector<Word>* words)
      : text_(text.substr(0, span.end)), at_(span.start), out_(*words) {}

  void Run() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      switch (kChars[byte]) {
        case kLetter:
        case kDigit:
          ReadWord();
          break;
        case kNewline:
          next_ |= Word::kParagraph | Word::kSentence;
          quoted_ = 0;
          ++at_;
          break;
        case kStop:
          next_ |= Word::kSentence;
          ++at_;
          break;
        case kQuote:
          quoted_ ^= Word::kQuoted;
          ++at_;
          break;
        case kApostrophe:
          SingleQuote(1);
          break;
        case kOther:
          Other();
          break;
        default:
          if (byte == '%') Emit(at_, at_ + 1, kPercent, 0);
          ++at_;
          break;
      }
    }
  }

 private:
  uint8_t ClassAt(size_t at) const { return at < text_.size() ? kChars[static_cast<unsigned char>(text_[at])] : uint8_t{kSpace}; }
  bool IsWordByte(size_t at) const { return ClassAt(at) == kLetter || ClassAt(at) == kDigit || ClassAt(at) == kOther; }

  void Emit(uint32_t start, uint32_t end, uint32_t hash, uint8_t flags) {
    // "of the bank. it said" in lower case is no new sentence: abbreviations and decimals end in stops too.
    uint8_t border = next_;
    if ((border & Word::kParagraph) == 0 && (flags & (Word::kCapital | Word::kNumber)) == 0) border = 0;
    out_.push_back({hash, start, static_cast<uint16_t>(end - start), static_cast<uint8_t>(flags | border | quoted_)});
    next_ = 0;
  }

  // A ' that opens or closes a quotation; inside words it is never seen here.
  void SingleQuote(uint32_t size) {
    const bool before = at_ > 0 && ClassAt(at_ - 1) != kSpace && ClassAt(at_ - 1) != kNewline;
    const bool after = IsWordByte(at_ + size);
    if (!before && after) quoted_ = Word::kQuoted;
    if (before && !after) quoted_ = 0;
    at_ += size;
  }

  void Other() {
    const CodePoint c = DecodeAt(text_, at_);
    switch (c.value) {
      case 0x201C:
      case 0x201E:
      case 0x201F:
      case 0xAB:
        quoted_ = Word::kQuoted;
        break;
      case 0x201D:
      case 0xBB:
        quoted_ = 0;
        break;
      case 0x2018:
      case 0x2019:
        SingleQuote(c.size);
        return;
      case 0x2026:
        next_ |= Word::kSentence;
        break;
      case 0xFB00:
      case 0xFB01:
      case 0xFB02:
        ReadWord();
        return;
      default:
        if (IsIdeograph(c.value)) {
          Emit(at_, at_ + c.size, static_cast<uint32_t>(c.value) * kPrime, Word::kCapital);
        } else if (IsLetter(c.value)) {
          ReadWord();
          return;
        }
        break;
    }
    at_ += c.size;
  }

  // Adds the code point at `at` to the hash; false where it is not part of a word. `size` is its bytes.
  bool AddOther(uint32_t at, uint32_t* hash, uint32_t* size) const {
    const CodePoint c = DecodeAt(text_, at);
    *size = c.size;
    if (c.value == 0xAD || c.value == 0x200B || c.value == 0x200C || c.value == 0x200D || c.value == 0x2060) return true;
    if (c.value == 0x2019) return at + 3 < text_.size() && IsWordByte(at + 3);
    if (c.value >= 0xFB00 && c.value <= 0xFB02) {
      constexpr std::string_view kLigatures[] = {"ff", "fi", "fl"};
      for (const char letter : kLigatures[c.value - 0xFB00]) *hash = Add(*hash, static_cast<unsigned char>(letter));
      return true;
    }
    if (IsIdeograph(c.value) || !IsLetter(c.value)) return false;
    const std::string lower = LowerCase(text_.substr(at, c.size));
    for (const char byte : lower) *hash = Add(*hash, static_cast<unsigned char>(byte));
    return true;
  }

  void ReadWord() {
    const uint32_t start = at_;
    const auto limit = static_cast<uint32_t>(std::min<size_t>(text_.size(), size_t{start} + kMaxWordBytes));
    const bool number = ClassAt(start) == kDigit;
    uint32_t hash = kSeed;
    uint32_t at = start;
    while (at < limit) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const uint8_t kind = kChars[byte];
      if (kind == kLetter || kind == kDigit) {
        hash = Add(hash, kFold[byte]);
        ++at;
      } else if (kind == kOther) {
        uint32_t size = 0;
        if (!AddOther(at, &hash, &size)) break;
        at += size;
      } else if (kind == kApostrophe && ClassAt(at + 1) == kLetter) {
        ++at;
      } else if (number && byte == ',' && IsThousands(at + 1)) {
        ++at;
      } else if (number && byte == '.' && ClassAt(at + 1) == kDigit) {
        hash = Add(hash, byte);
        ++at;
      } else {
        break;
      }
    }
    if (at == start) at = std::min<uint32_t>(start + DecodeAt(text_, start).size, static_cast<uint32_t>(text_.size()));
    at = std::min(at, static_cast<uint32_t>(text_.size()));
    at_ = at;
    if (number && JoinThousands(start, at)) return;
    if (hash == kCent && !out_.empty() && out_.back().hash == kPer && out_.back().end() + 1 == start) {
      out_.back().hash = kPercent;
      out_.back().size = static_cast<uint16_t>(at - out_.back().start);
      return;
    }
    uint8_t flags = 0;
    if (number) flags |= Word::kNumber;
    const auto first = static_cast<unsigned char>(text_[start]);
    if (first < 0x80 ? (first >= 'A' && first <= 'Z') : IsUpper(DecodeAt(text_, start).value)) flags |= Word::kCapital;
    Emit(start, at, hash, flags);
  }

  // Exactly three digits at `at`?
  bool IsThousands(size_t at) const {
    return ClassAt(at) == kDigit && ClassAt(at + 1) == kDigit && ClassAt(at + 2) == kDigit && ClassAt(at + 3) != kDigit;
  }

  // "1 000": the three digits at `start` continue the number before.
  bool JoinThousands(uint32_t start, uint32_t end) {
    if (end - start != 3 || out_.empty() || next_ != 0) return false;
    Word& before = out_.back();
    const bool one_space = (before.end() + 1 == start && text_[before.end()] == ' ') ||
                           (before.end() + 2 == start && text_.substr(before.end(), 2) == "\xC2\xA0");
    if (!before.Has(Word::kNumber) || !one_space || before.size > 40) return false;
    const std::string_view digits = text_.substr(before.start, before.size);
    if (digits.find('.') != std::string_view::npos) return false;
    const size_t space = digits.find_last_of(" \xA0");
    const size_t group = space == std::string_view::npos ? digits.size() : digits.size() - space - 1;
    if (group > 3 || digits[0] == '0') return false;
    for (uint32_t i = start; i < end; ++i) {
      if (ClassAt(i) != kDigit) return false;
      before.hash = Add(before.hash, static_cast<unsigned char>(text_[i]));
    }
    before.size = static_cast<uint16_t>(end - before.start);
    return true;
  }

  std::string_view text_;
  uint32_t at_;
  std::vector<Word>& out_;
  uint8_t next_ = Word::kParagraph | Word::kSentence;
  uint8_t quoted_ = 0;
};

WordArray ArrayOf(std::vector<Word> words, std::string_view text) {
  return {std::move(words), Word{0, static_cast<uint32_t>(text.size()), 0, Word::kParagraph | Word::kSentence}};
}

bool IsOwnText(SegmentRole role) {
  switch (role) {
    case SegmentRole::kHeadline:
    case SegmentRole::kStandfirst:
    case SegmentRole::kSubhead:
    case SegmentRole::kBody:
    case SegmentRole::kCaption:
      return true;
    default:
      return false;
  }
}

}  // namespace

WordArray ReadWords(std::string_view text, Span span) {
  std::vector<Word> words;
  WordReader(text, span, &words).Run();
  return ArrayOf(std::move(words), text);
}

WordArray ReadStoryWords(std::string_view text, const Story& story) {
  std::vector<Word> words;
  words.reserve(story.span.size() / 5);
  for (const Segment& segment : story.segments) {
    if (!IsOwnText(segment.role)) continue;
    const size_t first = words.size();
    WordReader(text, segment.span, &words).Run();
    if (segment.role != SegmentRole::kHeadline) continue;
    for (size_t i = first; i < words.size(); ++i) words[i].flags |= Word::kHeadline;
  }
  return ArrayOf(std::move(words), text);
}

uint32_t FoldedHash(std::string_view word) {
  const WordArray words = ReadWords(word, {0, static_cast<uint32_t>(word.size())});
  return words.size() == 1 ? words[0].hash : 0;
}

bool SimilarWords(std::string_view x, std::string_view y) {
  const size_t longer = std::max(x.size(), y.size());
  const size_t shorter = std::min(x.size(), y.size());
  if (shorter < 3 || longer - shorter > 2) return false;
  size_t front = 0;
  while (front < shorter && x[front] == y[front]) ++front;
  size_t back = 0;
  while (back < shorter - front && x[x.size() - 1 - back] == y[y.size() - 1 - back]) ++back;
  return longer - front - back <= 2 && (front + back) * 2 >= longer;
}

Span SpanOfWords(std::string_view text, const WordArray& words, WordRange range) {
  Span span{words[range.first].start, words[range.last - 1].end()};
  const uint32_t floor = range.first > 0 ? words[range.first - 1].end() : 0;
  while (span.start > floor) {
    const CodePoint c = DecodeBefore(text, span.start);
    if (c.value != '"' && c.value != '\'' && c.value != 0x201C && c.value != 0x2018 && c.value != 0xAB && c.value != '(' &&
        c.value != '[')
      break;
    span.start -= c.size;
  }
  const uint32_t ceiling = range.last < words.size() ? words[range.last].start : static_cast<uint32_t>(text.size());
  while (span.end < ceiling) {
    const CodePoint c = DecodeAt(text, span.end);
    const bool closing = c.value == '.' || c.value == ',' || c.value == '!' || c.value == '?' || c.value == '"' ||
                         c.value == '\'' || c.value == 0x201D || c.value == 0x2019 || c.value == 0xBB || c.value == ')' ||
                         c.value == ']' || c.value == 0x2026 || c.value == ':' || c.value == ';';
    if (!closing) break;
    span.end += c.size;
  }
  return span;
}

}  // namespace crosscheck
