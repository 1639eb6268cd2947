#include "read/charset.h"

#include <iconv.h>
#include <simdjson.h>
#include <uchardet.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <type_traits>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr size_t kDeclarationBytes = 8 << 10;
constexpr size_t kGuessBytes = 64 << 10;

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The value after "charset=" or "encoding=" in the head of a page; empty: none.
std::string DeclaredCharset(std::string_view bytes) {
  const std::string head = AsciiLower(bytes.substr(0, kDeclarationBytes));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      size_t start = head.find_first_not_of(" \t", at + key.size());
      if (start == std::string::npos || head[start] != '=') continue;
      start = head.find_first_not_of(" \t\"'", start + 1);
      size_t end = start;
      while (end < head.size() && IsNameByte(head[end])) ++end;
      if (end > start) return head.substr(start, end - start);
    }
  }
  return "";
}

// What the name means in practice.
std::string RealCharset(std::string_view name) {
  const std::string lower = AsciiLower(name);
  if (lower == "iso-8859-1" || lower == "latin1" || lower == "latin-1" || lower == "us-ascii" || lower == "ascii" ||
      lower == "cp1252") {
    return "windows-1252";
  }
  if (lower == "gb2312" || lower == "gbk" || lower == "gb_2312-80") return "gb18030";
  if (lower == "utf8") return "utf-8";
  return lower;
}

std::string GuessedCharset(std::string_view bytes) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  bytes = bytes.substr(0, kGuessBytes);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return "";
  uchardet_data_end(detector.get());
  return RealCharset(uchardet_get_charset(detector.get()));
}

// False where iconv does not know the charset.
bool DecodeWith(const std::string& charset, std::string_view bytes, DecodedText* out) {
  const iconv_t converter = iconv_open("UTF-8", charset.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return false;
  const std::unique_ptr<std::remove_pointer_t<iconv_t>, int (*)(iconv_t)> closer(converter, iconv_close);
  out->text.clear();
  out->replaced = 0;
  out->charset = charset;
  char* in = const_cast<char*>(bytes.data());
  size_t left = bytes.size();
  char buffer[1 << 14];
  while (left > 0) {
    char* to = buffer;
    size_t room = sizeof buffer;
    const size_t result = iconv(converter, &in, &left, &to, &room);
    const int problem = errno;
    out->text.append(buffer, static_cast<size_t>(to - buffer));
    if (result != static_cast<size_t>(-1) || problem == E2BIG) continue;
    out->text += kReplacement;  // a bad sequence, or half a one at the end
    ++out->replaced;
    ++in;
    --left;
  }
  return true;
}

// "UTF-16LE" or "UTF-16BE"; empty: neither.
std::string_view Utf16Order(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.size() < 8) return "";
  const auto zeros_at = [&](size_t first) {
    for (size_t i = 0; i < 8; ++i) {
      const bool zero = i % 2 == first;
      if ((bytes[i] == '\0') != zero || (!zero && static_cast<unsigned char>(bytes[i]) >= 0x80)) return false;
    }
    return true;
  };
  return zeros_at(1) ? "UTF-16LE" : zeros_at(0) ? "UTF-16BE" : "";
}

// Characters of several bytes that stand in bytes which are not all UTF-8.
size_t CountSequences(std::string_view bytes) {
  size_t count = 0;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint c = DecodeAt(bytes, at);
    count += c.size > 1 ? 1 : 0;
    at += c.size;
  }
  return count;
}

// Bytes that are no UTF-8 and stand where one-byte letters and quotation marks would: in words, or 0x91 to 0x97.
size_t CountLatinBytes(std::string_view bytes) {
  const auto is_letter = [&](size_t at) { return at < bytes.size() && (bytes[at] | 0x20) >= 'a' && (bytes[at] | 0x20) <= 'z'; };
  size_t count = 0;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint c = DecodeAt(bytes, at);
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const bool bad = c.size == 1 && byte >= 0x80;
    count += bad && ((byte >= 0x91 && byte <= 0x97) || is_letter(at + 1) || (at > 0 && is_letter(at - 1))) ? 1 : 0;
    at += c.size;
  }
  return count;
}

// Latin letters in one byte, of whatever region: short texts do not tell which.
bool IsLatin(std::string_view charset) {
  constexpr std::string_view kOthers[] = {"1251", "1253", "1255", "1256", "8859-5", "8859-6", "8859-7", "8859-8", "8859-11"};
  return (charset.starts_with("iso-8859") || charset.starts_with("windows-125")) &&
         std::none_of(std::begin(kOthers), std::end(kOthers), [&](std::string_view end) { return charset.ends_with(end); });
}

DecodedText Utf8(std::string_view bytes) {
  DecodedText out;
  out.charset = "utf-8";
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
    out.text = bytes;
  } else {
    out.text = RepairUtf8(bytes, &out.replaced);
  }
  return out;
}

}  // namespace

bool IsUtf16(std::string_view bytes) { return !Utf16Order(bytes).empty(); }

DecodedText DecodeText(std::string_view bytes, std::string_view declared) {
  DecodedText out;
  if (const std::string_view order = Utf16Order(bytes); !order.empty() && DecodeWith(std::string(order), bytes, &out)) return out;
  if (bytes.starts_with("\xEF\xBB\xBF") || simdjson::validate_utf8(bytes.data(), bytes.size())) return Utf8(bytes);
  for (const std::string& name : {RealCharset(declared), RealCharset(DeclaredCharset(bytes)), GuessedCharset(bytes)}) {
    if (name == "utf-8") {
      DecodedText text = Utf8(bytes);
      if (text.replaced <= CountSequences(bytes) || CountLatinBytes(bytes) * 2 <= text.replaced) return text;
      // Declared wrongly: hardly a character of it is UTF-8.
      const std::string guess = GuessedCharset(bytes);
      if (DecodeWith(guess.empty() || guess == "utf-8" || IsLatin(guess) ? "windows-1252" : guess, bytes, &out)) return out;
      return text;
    }
    if (name.empty() || name.starts_with("utf-16") || name.starts_with("utf-32")) continue;
    if (DecodeWith(name, bytes, &out)) return out;
  }
  if (!DecodeWith("windows-1252", bytes, &out)) return Utf8(bytes);
  return out;
}

}  // namespace crosscheck
