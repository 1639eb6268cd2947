#include "compare/comparison.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxSide = 300;

bool EndsSentence(std::string_view text, uint32_t at) {
  const char c = text[at];
  if (c == '\n') return true;
  return (c == '.' || c == '!' || c == '?') && at + 2 < text.size() && text[at + 1] == ' ' && IsUpper(DecodeAt(text, at + 2).value);
}

}  // namespace

Span SentenceAround(std::string_view text, Span span) {
  uint32_t start = span.start;
  while (start > 0 && span.start - start < kMaxSide && !EndsSentence(text, start - 1)) --start;
  uint32_t end = span.end;
  while (end < text.size() && end - span.end < kMaxSide && text[end] != '\n') {
    ++end;
    if (EndsSentence(text, end - 1)) break;
  }
  // A side cut at its limit must not cut a character, nor leave space at the edges.
  while (start < span.start && ((static_cast<unsigned char>(text[start]) & 0xC0) == 0x80 || text[start] == ' ')) ++start;
  while (end > span.end && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  while (end > span.end && (text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
  return {start, end};
}

std::string SideName(size_t index) {
  std::string name(1, static_cast<char>('A' + index % 26));
  if (index >= 26) StrAppend(&name, index / 26 + 1);
  return name;
}

}  // namespace crosscheck
