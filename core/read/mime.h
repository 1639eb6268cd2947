// The structure of a MIME message: header fields, parts, their bytes decoded. Saved pages (MHTML) and mails are made of it.
//
// Any bytes give some message; parts are bounded in number and depth; the cost is linear.
#ifndef CROSSCHECK_READ_MIME_H_
#define CROSSCHECK_READ_MIME_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

// Header and body of a message or of a part of one.
struct MimeEntity {
  std::vector<std::pair<std::string, std::string>> fields;  // name in lower case; value unfolded, not decoded
  std::string_view body;                                     // into the bytes that were parsed

  std::string_view Field(std::string_view name) const;  // the first of that name; empty: none
  std::string Type() const;                             // "text/html", in lower case; "text/plain" where none is given
  bool Is(std::string_view type) const { return Type() == type; }
  // A parameter of a field: Parameter("content-type", "charset").
  std::string Parameter(std::string_view field, std::string_view name) const;
  // The body with its transfer encoding undone.
  std::string Bytes() const;
  // Those bytes as UTF-8.
  std::string Text() const;
};

MimeEntity ParseEntity(std::string_view bytes);
// Parts of a multipart body; where its end mark is missing, to the end.
std::vector<MimeEntity> PartsOf(const MimeEntity& multipart);

// All parts that are no multiparts themselves, in their order; `alternative`: those of one multipart/alternative have one number
// above 0.
struct MimeLeaf {
  MimeEntity entity;
  int alternative = 0;
};
std::vector<MimeLeaf> LeavesOf(const MimeEntity& message);

// "=?utf-8?Q?caf=C3=A9?=" in a header field, and bytes in no known charset, as UTF-8.
std::string DecodeHeader(std::string_view value);

std::string DecodeQuotedPrintable(std::string_view text);
std::string DecodeBase64(std::string_view text);

struct MailAddress {
  std::string name;  // as shown, decoded; empty: none
  std::string address;
};
// The first address of a field: "Lena Marsh <lena@orvik.example>", "lena@orvik.example (Lena Marsh)".
MailAddress FirstAddress(std::string_view field);

// How many of the first lines are header fields, and does it look like the head of a message: no line that is none before the
// empty line, and at least one field that only messages have.
bool LooksLikeMessage(std::string_view head);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_MIME_H_
