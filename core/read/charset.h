// Bytes of a page as UTF-8 text.
//
// Order: byte order mark (UTF-8, UTF-16), bytes that are valid UTF-8, the
// charset of the HTTP header, the charset that the page itself declares in its
// first 8 KiB, a guess by uchardet, windows-1252. A declared ISO-8859-1 means
// windows-1252 and gb2312 means gb18030, as in browsers. Bytes that cannot be
// decoded become U+FFFD.
#ifndef CROSSCHECK_READ_CHARSET_H_
#define CROSSCHECK_READ_CHARSET_H_

#include <string>
#include <string_view>

namespace crosscheck {

struct DecodedText {
  std::string text;     // valid UTF-8; a byte order mark stays as U+FEFF
  std::string charset;  // "utf-8" or what it was decoded from
  size_t replaced = 0;  // characters that became U+FFFD
};

// Does it begin like UTF-16, by its byte order mark or by ASCII letters with zeros between them?
bool IsUtf16(std::string_view bytes);

// `declared`: from outside the bytes (an HTTP header); empty: none.
DecodedText DecodeText(std::string_view bytes, std::string_view declared);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_CHARSET_H_
