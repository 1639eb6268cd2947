#include "extract/figures/digits.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace crosscheck {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Digits between separators: all groups of `group` digits, the last of 3, the first not longer than a group.
bool GroupsFit(std::string_view whole, char separator) {
  size_t from = 0;
  bool first = true;
  bool thousands = true;
  bool indian = true;
  while (true) {
    const size_t to = std::min(whole.find(separator, from), whole.size());
    const size_t size = to - from;
    const bool last = to == whole.size();
    if (size == 0) return false;
    if (first) {
      thousands = size <= 3;
      indian = size <= 2;
    } else {
      thousands = thousands && size == 3;
      indian = indian && size == (last ? 3u : 2u);
    }
    if (last) return !first && (thousands || indian);
    first = false;
    from = to + 1;
  }
}

std::optional<Decimal> WithoutSeparators(std::string_view whole, std::string_view decimals) {
  std::string plain;
  for (const char c : whole) {
    if (IsDigit(c)) plain.push_back(c);
    if (plain.size() > 40) return std::nullopt;
  }
  if (!decimals.empty()) {
    if (decimals.size() > 40) return std::nullopt;
    plain.push_back('.');
    plain.append(decimals);
  }
  return Decimal::Parse(plain);
}

// The vulgar fractions of Unicode.
struct Vulgar {
  char32_t c;
  int numerator;
  int denominator;
};
constexpr auto kVulgar = std::to_array<Vulgar>({{0xBC, 1, 4},
                                                {0xBD, 1, 2},
                                                {0xBE, 3, 4},
                                                {0x2150, 1, 7},
                                                {0x2151, 1, 9},
                                                {0x2152, 1, 10},
                                                {0x2153, 1, 3},
                                                {0x2154, 2, 3},
                                                {0x2155, 1, 5},
                                                {0x2156, 2, 5},
                                                {0x2157, 3, 5},
                                                {0x2158, 4, 5},
                                                {0x2159, 1, 6},
                                                {0x215A, 5, 6},
                                                {0x215B, 1, 8},
                                                {0x215C, 3, 8},
                                                {0x215D, 5, 8},
                                                {0x215E, 7, 8}});

}  // namespace

std::optional<Decimal> ReadDigits(std::string_view digits) {
  if (digits.starts_with('.')) return digits.size() <= 40 ? Decimal::Parse(std::string("0").append(digits)) : std::nullopt;
  const size_t comma = digits.find(',');
  const size_t point = digits.find('.');
  if (comma == std::string_view::npos) {
    const bool more = point != std::string_view::npos && digits.find('.', point + 1) != std::string_view::npos;
    if (more) return GroupsFit(digits, '.') ? WithoutSeparators(digits, "") : std::nullopt;
    return digits.size() <= 40 ? Decimal::Parse(digits) : std::nullopt;
  }
  if (point != std::string_view::npos && point < comma) {
    // "1.111,25": the marks the other way round.
    const std::string_view decimals = digits.substr(comma + 1);
    if (decimals.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return GroupsFit(digits.substr(0, comma), '.') ? WithoutSeparators(digits.substr(0, comma), decimals) : std::nullopt;
  }
  const std::string_view decimals = point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
  if (decimals.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return GroupsFit(digits.substr(0, point), ',') ? WithoutSeparators(digits.substr(0, point), decimals) : std::nullopt;
}

std::string AsciiDigits(std::string_view text) {
  std::string ascii;
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return ascii;
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const int digit = DigitValue(c.value);
    if (digit >= 0) {
      ascii.push_back(static_cast<char>('0' + digit));
    } else if (c.value < 0x80) {
      ascii.push_back(text[at]);
    }
    at += c.size;
  }
  return ascii;
}

std::optional<Decimal> VulgarFraction(std::string_view text, int digits) {
  if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return std::nullopt;
  const char32_t c = DecodeAt(text, 0).value;
  for (const Vulgar& v : kVulgar) {
    if (v.c == c) return Decimal::Divide(v.numerator, v.denominator, digits);
  }
  return std::nullopt;
}

}  // namespace crosscheck
