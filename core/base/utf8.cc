#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace crosscheck {
namespace {

constexpr uint32_t kBlock = 256;
constexpr char32_t kBad = 0xFFFD;

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Letters with marks after them (U+0300 to U+036F, as macOS and PDF write them) as the letters that have these marks.
std::string Composed(std::string text) {
  if (text.find_first_of("\xCC\xCD") == std::string::npos) return text;
  utf8proc_uint8_t* composed = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                             &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size >= 0) text.assign(reinterpret_cast<const char*>(composed), static_cast<size_t>(size));
  std::free(composed);
  return text;
}

}  // namespace

CodePoint DecodeAt(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  uint32_t size = 0;
  char32_t value = 0;
  char32_t least = 0;
  if (first >= 0xC2 && first <= 0xDF) {
    size = 2, value = first & 0x1F, least = 0x80;
  } else if (first >= 0xE0 && first <= 0xEF) {
    size = 3, value = first & 0x0F, least = 0x800;
  } else if (first >= 0xF0 && first <= 0xF4) {
    size = 4, value = first & 0x07, least = 0x10000;
  } else {
    return {kBad, 1};
  }
  if (at + size > text.size()) return {kBad, 1};
  for (uint32_t i = 1; i < size; ++i) {
    if (!IsContinuation(text[at + i])) return {kBad, 1};
    value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {kBad, 1};
  return {value, size};
}

CodePoint DecodeBefore(std::string_view text, size_t at) {
  size_t start = at - 1;
  while (start > 0 && at - start < 4 && IsContinuation(text[start])) --start;
  const CodePoint c = DecodeAt(text, start);
  if (start + c.size == at) return c;
  return {kBad, 1};
}

void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | (c >> 6)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | (c >> 12)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | (c >> 18)));
    out->push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

bool IsValidUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (c.value == kBad && c.size == 1) return false;
    at += c.size;
  }
  return true;
}

std::string RepairUtf8(std::string_view text, size_t* replaced) {
  std::string out;
  out.reserve(text.size());
  *replaced = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (c.value == kBad && c.size == 1) {
      AppendUtf8(kBad, &out);
      ++*replaced;
    } else {
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::string LowerCase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t plain = at;
    while (plain < text.size() && static_cast<unsigned char>(text[plain]) < 0x80) ++plain;
    if (plain > at) {
      const size_t size = out.size();
      out.append(text, at, plain - at);
      for (size_t i = size; i < out.size(); ++i) out[i] = out[i] >= 'A' && out[i] <= 'Z' ? static_cast<char>(out[i] + 32) : out[i];
      at = plain;
      continue;
    }
    const CodePoint c = DecodeAt(text, at);
    const bool apostrophe = c.value == 0x2019 || c.value == 0x2018 || c.value == 0x02BC;
    AppendUtf8(apostrophe ? U'\'' : static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))), &out);
    at += c.size;
  }
  return Composed(std::move(out));
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool IsLetter(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return true;
    default:
      return false;
  }
}

int DigitValue(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  const auto is_digit = [](char32_t d) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(d)) == UTF8PROC_CATEGORY_ND;
  };
  if (c >= 0x10000 || !is_digit(c)) return -1;
  // The ten of a script begin at ..0 or at ..6.
  const int low = static_cast<int>(c & 0xF);
  return low >= 6 && is_digit(c | 0xF) ? low - 6 : low;
}

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  ascii_ = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii_) return;
  code_points_.reserve(text.size() / kBlock + 1);
  uint32_t count = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (at % kBlock == 0) code_points_.push_back(count);
    if (!IsContinuation(text[at])) ++count;
  }
  if (text.size() % kBlock == 0) code_points_.push_back(count);
}

uint32_t OffsetMap::ToCodePoint(uint32_t byte) const {
  if (ascii_) return byte;
  byte = std::min<uint32_t>(byte, static_cast<uint32_t>(text_.size()));
  const uint32_t block = byte / kBlock;
  uint32_t count = code_points_[block];
  for (uint32_t at = block * kBlock; at < byte; ++at) {
    if (!IsContinuation(text_[at])) ++count;
  }
  return count;
}

uint32_t OffsetMap::ToByte(uint32_t code_point) const {
  if (ascii_) return code_point;
  const auto block = std::upper_bound(code_points_.begin(), code_points_.end(), code_point) - code_points_.begin() - 1;
  uint32_t count = code_points_[static_cast<size_t>(block)];
  auto at = static_cast<uint32_t>(block) * kBlock;
  // From a block border inside a character the next lead byte is the character numbered `count`.
  for (; at < text_.size(); ++at) {
    if (IsContinuation(text_[at])) continue;
    if (count == code_point) return at;
    ++count;
  }
  return static_cast<uint32_t>(text_.size());
}

}  // namespace crosscheck
