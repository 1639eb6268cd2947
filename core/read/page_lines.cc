#include "read/page_lines.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kHintBytes = 400;
constexpr size_t kMinWrapped = 6;  // lines that must look wrapped

bool IsBlank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0xFEFF || c == 0x200B || c == 0; }

Span TrimSpan(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint c = DecodeAt(text, span.start);
    if (!IsBlank(c.value)) break;
    span.start += c.size;
  }
  while (!span.empty()) {
    const CodePoint c = DecodeBefore(text.substr(0, span.end), span.end);
    if (!IsBlank(c.value)) break;
    span.end -= c.size;
  }
  return span;
}

uint32_t CountWords(std::string_view text) {
  uint32_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !in_word ? 1 : 0;
    in_word = !space;
  }
  return words;
}

uint32_t CountCodePoints(std::string_view text) {
  return static_cast<uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void StripMarks(std::string_view text, PageLine* line) {
  const std::string_view s = line->span.In(text);
  const CodePoint c = s.empty() ? CodePoint{} : DecodeAt(s, 0);
  constexpr std::u32string_view kBullets = U"•·▪◦‣●○■*";
  if (s.size() > c.size && kBullets.find(c.value) != std::u32string_view::npos && IsBlank(DecodeAt(s, c.size).value)) {
    line->bullet = true;
    line->span = TrimSpan(text, {line->span.start + c.size, line->span.end});
  } else if (s.starts_with("#")) {
    const size_t end = s.find_first_not_of('#');
    if (end != std::string_view::npos && end <= 6 && s[end] == ' ') {
      line->marked_heading = true;
      line->span = TrimSpan(text, {line->span.start + static_cast<uint32_t>(end), line->span.end});
    }
  }
}

// Lines of about one length that break in mid-sentence.
bool IsWrapped(std::string_view text, const std::vector<PageLine>& lines) {
  size_t broken = 0;
  size_t next_to = 0;
  uint32_t longest = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    longest = std::max(longest, lines[i].span.size());
    if (lines[i + 1].blank_before > 0) continue;
    ++next_to;
    broken += lines[i].span.size() >= 45 && !EndsSentence(lines[i].span.In(text)) ? 1 : 0;
  }
  return longest <= 110 && broken >= kMinWrapped && broken * 2 > next_to;
}

}  // namespace

bool EndsSentence(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = DecodeBefore(text, text.size());
    switch (c.value) {
      case '.':
      case '!':
      case '?':
      case 0x2026:
      case 0x3002:
      case 0x964:
        return true;
      case '"':
      case '\'':
      case ')':
      case ']':
      case 0x201D:
      case 0x2019:
      case 0xBB:
      case 0x201C:
        text.remove_suffix(c.size);
        continue;
      default:
        return false;
    }
  }
  return false;
}

std::string LineKey(std::string_view line) {
  std::string key;
  for (const char c : LowerCase(line)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) key += c;
  }
  return key;
}

std::vector<PageLine> CutLines(std::string_view text, const PageRules& rules, size_t hinted) {
  std::vector<PageLine> lines;
  uint32_t number = 0;
  uint32_t blank = 0;
  for (size_t start = 0; start < text.size();) {
    size_t end = start;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    ++number;
    PageLine line;
    line.span = TrimSpan(text, {static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
    line.line = number;
    line.blank_before = blank;
    StripMarks(text, &line);
    line.column = 1 + CountCodePoints(text.substr(start, line.span.start - start));
    blank = line.span.empty() ? blank + 1 : 0;
    if (!line.span.empty()) lines.push_back(line);
    start = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++start;
  }
  if (IsWrapped(text, lines)) {
    std::vector<PageLine> paragraphs;
    for (const PageLine& line : lines) {
      if (!paragraphs.empty() && line.blank_before == 0 && !line.bullet && !line.marked_heading) {
        paragraphs.back().span.end = line.span.end;
      } else {
        paragraphs.push_back(line);
      }
    }
    lines = std::move(paragraphs);
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    PageLine& line = lines[i];
    const std::string_view s = line.span.In(text);
    line.words = CountWords(s);
    line.ends_sentence = EndsSentence(s);
    if (i < hinted && s.size() <= kHintBytes) line.hints = rules.LineHints(s);
  }
  return lines;
}

}  // namespace crosscheck
