#include "report/display.h"

#include <utf8proc.h>

#include <cctype>
#include <climits>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

// U+200E, U+200F, U+202A..U+202E, U+2066..U+2069 turn the direction of text; U+0080..U+009F act on terminals.
bool IsUnsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

int Columns(char32_t c) { return c < 0x80 ? 1 : std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))); }

}  // namespace

std::string OneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    size_t plain = at;
    while (plain < text.size() && text[plain] > ' ' && text[plain] < 0x7F) ++plain;
    if (plain > at) {
      if (space) out += ' ';
      space = false;
      out.append(text, at, plain - at);
      at = plain;
      continue;
    }
    const CodePoint c = DecodeAt(text, at);
    if (c.value == ' ' || (c.value >= '\t' && c.value <= '\r') || c.value == 0xA0 || c.value == 0x2028 || c.value == 0x2029) {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      if (IsUnsafe(c.value)) {
        AppendUtf8(0xFFFD, &out);
      } else {
        out.append(text, at, c.size);
      }
    }
    at += c.size;
  }
  return out;
}

int DisplayWidth(std::string_view text) {
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    columns += Columns(c.value);
    at += c.size;
  }
  return columns;
}

std::string CutToWidth(std::string_view text, int columns) {
  int used = 0;
  size_t fits = 0;  // bytes that leave a column for the ellipsis
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    used += Columns(c.value);
    if (used > columns) return StrCat(text.substr(0, fits), "…");
    at += c.size;
    if (used < columns) fits = at;
  }
  return std::string(text);
}

std::string Harmless(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsUnsafe(c.value) && c.value != '\n' && c.value != '\t') {
      AppendUtf8(0xFFFD, &out);
    } else {
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::vector<std::string_view> WrapToWidth(std::string_view text, int first, int columns) {
  std::vector<std::string_view> lines;
  size_t start = 0;   // of the line
  size_t space = 0;   // the last one on it; `start`: none
  int used = 0;
  int room = columns == 0 ? INT_MAX : first;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const int wide = Columns(c.value);
    if (used + wide > room && at > start) {
      const bool at_space = space > start || text[at] == ' ';
      const size_t end = text[at] == ' ' ? at : space > start ? space : at;
      lines.push_back(text.substr(start, end - start));
      at = start = space = at_space ? end + 1 : end;
      used = 0;
      room = columns;
      continue;
    }
    if (text[at] == ' ') space = at;
    used += wide;
    at += c.size;
  }
  if (start < text.size() || lines.empty()) lines.push_back(text.substr(start));
  return lines;
}

std::string EscapeHtml(std::string_view text) {
  constexpr std::string_view kActive("&<>\"'\0", 6);
  constexpr std::string_view kEscapes[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "\xEF\xBF\xBD"};
  static constexpr ByteSet kSet(kActive);
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  size_t start = 0;
  for (size_t at = kSet.FindIn(text, 0); at < text.size(); at = kSet.FindIn(text, start)) {
    out.append(text, start, at - start).append(kEscapes[kActive.find(text[at])]);
    start = at + 1;
  }
  return out.append(text, start);
}

std::string_view SafeLink(std::string_view address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) return {};
  for (size_t at = 0; at < address.size();) {
    const CodePoint c = DecodeAt(address, at);
    if (IsUnsafe(c.value)) return {};
    at += c.size;
  }
  return address;
}

std::string UriOf(std::string_view path) {
  const bool address = !SafeLink(path).empty();
  const std::string_view allowed = address ? "-._~/:?#@!$&'()*+,;=%" : "-._~/:@!$&'()*+,;=";
  bool scheme = !address;  // before the first slash a colon would end one
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    scheme = scheme && c != '/';
    if (byte < 0x80 && (std::isalnum(byte) != 0 || allowed.find(c) != std::string_view::npos) && !(scheme && c == ':')) {
      out += c;
    } else {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

}  // namespace crosscheck
