#include "read/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxTag = 2048;
constexpr size_t kMaxReference = 32;  // bytes between "&" and ";"

// windows-1252 from 0x80 on; 0: no character.
constexpr char32_t kWindows[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                   0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::string_view kBlockTags[] = {"p",  "br", "div", "li", "ul", "ol", "h1",         "h2",     "h3",     "h4",
                                           "h5", "h6", "tr",  "td", "hr", "table", "blockquote", "figure", "article", "section"};
constexpr std::string_view kInlineTags[] = {"a", "b", "i", "em", "strong", "span", "img", "sub", "sup", "u", "s", "small", "font", "mark"};

bool IsLetterByte(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The name of the tag that begins at `at` ("<p class=x>", "</p>", "<br/>"), in lower case; empty: none does.
std::string TagAt(std::string_view text, size_t at) {
  size_t start = at + 1;
  if (start < text.size() && text[start] == '/') ++start;
  size_t end = start;
  while (end < text.size() && end - start < 12 && (IsLetterByte(text[end]) || IsDigit(text[end]))) ++end;
  if (end == start || end >= text.size() || !IsLetterByte(text[start])) return "";
  if (text[end] != '>' && text[end] != '/' && text[end] != ' ' && text[end] != '\n') return "";
  return AsciiLower(text.substr(start, end - start));
}

bool IsBlockTag(std::string_view name) { return std::find(std::begin(kBlockTags), std::end(kBlockTags), name) != std::end(kBlockTags); }
bool IsKnownTag(std::string_view name) {
  return IsBlockTag(name) || std::find(std::begin(kInlineTags), std::end(kInlineTags), name) != std::end(kInlineTags);
}

// What the reference between "&" and ";" means; 0: it is none.
char32_t Meaning(std::string_view name) {
  if (name.empty() || name.size() > kMaxReference) return 0;
  if (name[0] != '#') {
    const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    if (known != nullptr) return known->value;
    return name == "apos" ? '\'' : 0;
  }
  const bool hexadecimal = name.size() > 1 && (name[1] | 0x20) == 'x';
  uint32_t number = 0;
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  if (digits.empty() || digits.size() > 8) return 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    const bool letter = hexadecimal && lower >= 'a' && lower <= 'f';
    if (!IsDigit(c) && !letter) return 0;
    number = number * (hexadecimal ? 16 : 10) + static_cast<uint32_t>(letter ? lower - 'a' + 10 : c - '0');
  }
  return MeantByNumber(number);
}

}  // namespace

char32_t MeantByNumber(uint32_t number) {
  if (number >= 0x80 && number < 0xA0) return kWindows[number - 0x80];
  if (number < 0x20 && number != '\t' && number != '\n' && number != '\r') return 0;
  if (number > 0x10FFFF || (number & 0xFFFFF800) == 0xD800) return 0;
  return number;
}

std::string DecodeReferences(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      const size_t end = text.substr(at, kMaxReference + 2).find(';');
      const char32_t meant = end == std::string_view::npos ? 0 : Meaning(text.substr(at + 1, end - 1));
      if (meant != 0) {
        AppendUtf8(meant, &out);
        at += end + 1;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

std::string PlainLine(std::string_view text) {
  if (text.find_first_of("&<") == std::string_view::npos) return CollapseSpace(text);
  std::string out = DecodeReferences(text);
  for (int pass = 0; pass < 2; ++pass) {
    std::string stripped;
    for (size_t at = 0; at < out.size();) {
      const std::string tag = out[at] == '<' ? TagAt(out, at) : "";
      const size_t end = IsKnownTag(tag) ? std::string_view(out).substr(at, kMaxTag).find('>') : std::string::npos;
      if (end == std::string::npos) {
        stripped += out[at++];
        continue;
      }
      if (IsBlockTag(tag)) stripped += ' ';
      at += end + 1;
    }
    out = std::move(stripped);
    if (out.find('&') == std::string::npos) break;
    out = DecodeReferences(out);
  }
  return CollapseSpace(out);
}

bool HasMarkup(std::string_view text, bool blocks_only) {
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string tag = TagAt(text, at);
    if (blocks_only ? IsBlockTag(tag) : IsKnownTag(tag)) return true;
  }
  return false;
}

}  // namespace crosscheck
