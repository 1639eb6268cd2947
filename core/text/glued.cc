#include "text/glued.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxSign = 4;  // letters of "KShs"
constexpr uint32_t kMaxEntity = 9;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigitAt(std::string_view text, size_t at) { return at < text.size() && IsDigit(text[at]); }

RoleSet RolesOf(std::string_view word, const Lexicon& lexicon) { return lexicon.roles(lexicon.Find(LowerCase(word))); }

// The run of letters from `at`.
std::string_view LettersAt(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && end < at + 12 && IsAsciiLetter(text[end])) ++end;
  return text.substr(at, end - at);
}

// Digits from `at` that look like a sum: groups of thousands, or letters or a word that multiply them.
bool LooksLikeSum(std::string_view text, size_t at, const Lexicon& lexicon) {
  const size_t start = at;
  bool groups = false;
  while (IsDigitAt(text, at)) ++at;
  while (at < text.size() && (text[at] == ',' || text[at] == '.') && IsDigitAt(text, at + 1)) {
    const char mark = text[at++];
    const size_t from = at;
    while (IsDigitAt(text, at)) ++at;
    groups = groups || (mark == ',' && at - from == 3);
  }
  if (groups) return true;
  const std::string_view glued = LettersAt(text, at);
  if (!glued.empty()) {
    // "R500m", "N3b", "P500M"; not "B2B", "P2P".
    const bool capital = glued[0] < 'a';
    return (RolesOf(glued, lexicon) & Bit(Role::kMultiplier)) != 0 && (!capital || at - start > 1);
  }
  if (at < text.size() && (text[at] == ' ' || text[at] == '-') && at + 1 < text.size()) ++at;
  const std::string_view word = LettersAt(text, at);
  return word.size() > 1 && (RolesOf(word, lexicon) & Bit(Role::kMultiplier)) != 0;
}

// Behind a word that a sum follows plain digits are one: "a fine of R500", "for P50 each"; not "bought N95 masks".
bool ClosesSum(std::string_view text, size_t at, const Lexicon& lexicon) {
  const size_t start = at;
  while (IsDigitAt(text, at)) ++at;
  if (at < text.size() && text[at] == '-') return false;
  if (at - start > 2 || at >= text.size() || text[at] != ' ') return true;
  const std::string_view word = LettersAt(text, at + 1);
  constexpr RoleSet kFunction = Bits({Role::kDeterminer, Role::kPreposition, Role::kCoordinator, Role::kAuxiliary});
  return word.empty() || (RolesOf(word, lexicon) & kFunction) != 0;
}

struct Entity {
  std::string_view name;
  char32_t c;
};
constexpr auto kEntities = std::to_array<Entity>({{"nbsp", 0xA0},
                                                  {"thinsp", 0x2009},
                                                  {"ensp", 0x2002},
                                                  {"emsp", 0x2003},
                                                  {"shy", 0xAD},
                                                  {"pound", 0xA3},
                                                  {"euro", 0x20AC},
                                                  {"yen", 0xA5},
                                                  {"cent", 0xA2},
                                                  {"percnt", '%'},
                                                  {"deg", 0xB0},
                                                  {"ndash", 0x2013},
                                                  {"mdash", 0x2014},
                                                  {"minus", 0x2212}});

}  // namespace

uint32_t EndOfMoneySign(std::string_view text, uint32_t start, uint32_t end, const Lexicon& lexicon, BeforeSum before) {
  const std::string_view letters = LettersAt(text.substr(0, end), start);
  const size_t size = letters.size();
  if (size == 0 || size > kMaxSign || !IsDigitAt(text.substr(0, end), start + size)) return start;
  if (letters[0] > 'Z') return start;
  // What stands behind the digits must be letters to the end: no "R2D2".
  size_t at = start + size;
  while (at < end && IsDigit(text[at])) ++at;
  if (!std::all_of(text.begin() + static_cast<ptrdiff_t>(at), text.begin() + end, IsAsciiLetter)) return start;
  const bool sign = (RolesOf(letters, lexicon) & Bit(Role::kMoneySign)) != 0;
  if (!sign && !(before.sign && size <= 2)) return start;
  const bool sum = size > 1 || before.sign || (before.word && ClosesSum(text, start + size, lexicon)) ||
                   LooksLikeSum(text, start + size, lexicon);
  return sum ? start + static_cast<uint32_t>(size) : start;
}

uint32_t EndOfVersion(std::string_view text, uint32_t start, uint32_t end) {
  if (end == start || !IsDigit(text[end - 1])) return end;
  uint32_t at = end;
  while (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && IsDigitAt(text, at + 1)) {
    ++at;
    while (IsDigitAt(text, at)) ++at;
  }
  return at;
}

uint32_t EntityAt(std::string_view text, uint32_t at, char32_t* c) {
  const std::string_view head = text.substr(at, kMaxEntity);
  const size_t close = head.find(';');
  if (close == std::string_view::npos || close < 3) return 0;
  const std::string_view name = head.substr(1, close - 1);
  const auto size = static_cast<uint32_t>(close + 1);
  if (name[0] == '#') {
    uint32_t value = 0;
    if (!std::all_of(name.begin() + 1, name.end(), IsDigit)) return 0;
    for (const char digit : name.substr(1)) value = value * 10 + static_cast<uint32_t>(digit - '0');
    if (value < 0x20 || value >= 0xD800) return 0;
    *c = value;
    return size;
  }
  for (const Entity& entity : kEntities) {
    if (entity.name == name) {
      *c = entity.c;
      return size;
    }
  }
  return 0;
}

}  // namespace crosscheck
