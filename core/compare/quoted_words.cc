#include "compare/quoted_words.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace crosscheck {
namespace {

bool IsWordChar(char32_t c) { return IsLetter(c) || (c >= '0' && c <= '9'); }
bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool IsOpening(char32_t c) { return c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x201E; }
bool IsClosing(char32_t c) { return c == 0x201D || c == 0x2019 || c == 0xBB; }

// The parts of a mixed content that stand inside quotation marks.
std::vector<Span> MarkedParts(std::string_view text, Span content) {
  std::vector<Span> parts;
  bool inside = false;
  uint32_t open = 0;
  for (uint32_t at = content.start; at < content.end;) {
    const CodePoint c = DecodeAt(text, at);
    const bool inside_word = at > 0 && IsLetter(DecodeBefore(text, at).value) && at + c.size < text.size() &&
                             IsLetter(DecodeAt(text, at + c.size).value);
    const bool straight = (c.value == '"' || c.value == '\'') && !inside_word;
    if (inside && (straight || (IsClosing(c.value) && !inside_word))) {
      parts.push_back({open, at});
      inside = false;
    } else if (!inside && (straight || IsOpening(c.value))) {
      inside = true;
      open = at + c.size;
    }
    at += c.size;
  }
  if (inside) parts.push_back({open, content.end});
  return parts;
}

}  // namespace

std::vector<QuotedWord> SplitWords(std::string_view text, Span span) {
  std::vector<QuotedWord> words;
  bool gap = false;
  bool bracket = false;
  for (uint32_t at = span.start; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    if (c.value == '[' || c.value == 0x2026 || (c.value == '.' && text.substr(at, 3) == "...")) gap = true;
    if (c.value == '[') bracket = true;
    if (c.value == ']') bracket = false;
    if (bracket || !IsWordChar(c.value)) {
      at += c.size;
      continue;
    }
    uint32_t end = at;
    while (end < span.end) {
      const CodePoint next = DecodeAt(text, end);
      const bool inner = IsApostrophe(next.value) || next.value == '.' || next.value == ',';
      if (!IsWordChar(next.value) && !(inner && end + next.size < span.end && IsWordChar(DecodeAt(text, end + next.size).value))) break;
      end += next.size;
    }
    words.push_back({LowerCase(text.substr(at, end - at)), {at, end}, gap});
    gap = false;
    at = end;
  }
  return words;
}

std::vector<QuotedWord> QuotedWords(std::string_view text, const Statement& statement) {
  std::vector<QuotedWord> all;
  if (statement.kind == StatementKind::kIndirect) return all;
  for (const Span part : statement.content) {
    const std::vector<Span> parts = statement.kind == StatementKind::kDirect ? std::vector<Span>{part} : MarkedParts(text, part);
    for (const Span marked : parts) {
      std::vector<QuotedWord> words = SplitWords(text, marked);
      if (!words.empty() && !all.empty()) words.front().gap_before = true;
      std::move(words.begin(), words.end(), std::back_inserter(all));
    }
  }
  return all;
}

}  // namespace crosscheck
