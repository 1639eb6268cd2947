#include "read/mime.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/charset.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxFields = 1000;
constexpr size_t kMaxParts = 10'000;
constexpr int kMaxDepth = 16;
constexpr size_t kMaxBoundary = 200;

constexpr std::string_view kMessageFields[] = {"mime-version", "message-id",   "received",         "return-path",
                                               "delivered-to", "x-mailer",     "dkim-signature",   "list-unsubscribe",
                                               "x-mozilla-status", "snapshot-content-location", "content-transfer-encoding"};

// Up to its end, which it takes from `bytes`, without "\r\n".
std::string_view TakeLine(std::string_view* bytes) {
  const size_t end = bytes->find('\n');
  std::string_view line = bytes->substr(0, end);
  bytes->remove_prefix(end == std::string_view::npos ? bytes->size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool IsFieldName(std::string_view name) {
  return !name.empty() && name.size() < 80 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

int Base64Digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

std::string ToUtf8(std::string_view bytes, std::string_view charset) { return DecodeText(bytes, charset).text; }

// One encoded word at the beginning: "=?charset?Q?text?=". Its length; 0: none.
size_t EncodedWord(std::string_view text, std::string* bytes, std::string* charset) {
  if (!text.starts_with("=?")) return 0;
  const size_t first = text.find('?', 2);
  if (first == std::string_view::npos || first + 2 >= text.size() || text[first + 2] != '?') return 0;
  const size_t end = text.find("?=", first + 3);
  if (end == std::string_view::npos) return 0;
  std::string_view name = text.substr(2, first - 2);
  name = name.substr(0, name.find('*'));  // a language after it
  const std::string_view body = text.substr(first + 3, end - first - 3);
  *charset = AsciiLower(name);
  if (text[first + 1] == 'B' || text[first + 1] == 'b') {
    *bytes += DecodeBase64(body);
  } else {
    std::string spaced(body);
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    *bytes += DecodeQuotedPrintable(spaced);
  }
  return end + 2;
}

void CollectLeaves(const MimeEntity& entity, int depth, int alternative, int* last_alternative, std::vector<MimeLeaf>* leaves) {
  if (leaves->size() >= kMaxParts) return;
  const std::string type = entity.Type();
  if (!type.starts_with("multipart/") || depth >= kMaxDepth) {
    leaves->push_back({entity, alternative});
    return;
  }
  const int inner = type == "multipart/alternative" ? ++*last_alternative : alternative;
  for (const MimeEntity& part : PartsOf(entity)) CollectLeaves(part, depth + 1, inner, last_alternative, leaves);
}

}  // namespace

std::string_view MimeEntity::Field(std::string_view name) const {
  for (const auto& [field, value] : fields) {
    if (field == name) return value;
  }
  return "";
}

std::string MimeEntity::Type() const {
  const std::string_view value = Field("content-type");
  const std::string type = AsciiLower(Trim(value.substr(0, value.find(';'))));
  return type.find('/') == std::string::npos ? "text/plain" : type;
}

std::string MimeEntity::Parameter(std::string_view field, std::string_view name) const {
  std::string_view rest = Field(field);
  for (size_t at = rest.find(';'); at != std::string_view::npos; at = rest.find(';')) {
    rest.remove_prefix(at + 1);
    rest = Trim(rest);
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return "";
    const std::string key = AsciiLower(Trim(rest.substr(0, equals)));
    rest = Trim(rest.substr(equals + 1));
    std::string value;
    if (rest.starts_with('"')) {
      size_t i = 1;
      for (; i < rest.size() && rest[i] != '"'; ++i) {
        if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
        value += rest[i];
      }
      rest.remove_prefix(std::min(i + 1, rest.size()));
    } else {
      value = std::string(Trim(rest.substr(0, rest.find(';'))));
    }
    if (key == name) return DecodeHeader(value);
    if (key == StrCat(name, "*")) return ToUtf8(value.substr(value.rfind('\'') + 1), "");  // RFC 2231, its octets as they are
  }
  return "";
}

std::string MimeEntity::Bytes() const {
  const std::string encoding = AsciiLower(Trim(Field("content-transfer-encoding")));
  if (encoding == "quoted-printable") return DecodeQuotedPrintable(body);
  if (encoding == "base64") return DecodeBase64(body);
  return std::string(body);
}

std::string MimeEntity::Text() const { return ToUtf8(Bytes(), Parameter("content-type", "charset")); }

MimeEntity ParseEntity(std::string_view bytes) {
  MimeEntity entity;
  while (!bytes.empty()) {
    std::string_view after = bytes;
    const std::string_view line = TakeLine(&after);
    if (line.empty()) {
      bytes = after;
      break;
    }
    const bool folded = line[0] == ' ' || line[0] == '\t';
    const size_t colon = line.find(':');
    if (folded && !entity.fields.empty()) {
      StrAppend(&entity.fields.back().second, " ", Trim(line));
    } else if (colon != std::string_view::npos && IsFieldName(line.substr(0, colon)) && entity.fields.size() < kMaxFields) {
      entity.fields.emplace_back(AsciiLower(line.substr(0, colon)), std::string(Trim(line.substr(colon + 1))));
    } else if (entity.fields.empty()) {
      break;  // no header at all
    }
    bytes = after;
  }
  entity.body = bytes;
  return entity;
}

std::vector<MimeEntity> PartsOf(const MimeEntity& multipart) {
  std::vector<MimeEntity> parts;
  const std::string boundary = multipart.Parameter("content-type", "boundary");
  if (boundary.empty() || boundary.size() > kMaxBoundary) return parts;
  const std::string mark = StrCat("--", boundary);
  std::string_view rest = multipart.body;
  const char* start = nullptr;  // of the part that is open
  while (!rest.empty() && parts.size() < kMaxParts) {
    const char* const here = rest.data();
    const std::string_view line = TakeLine(&rest);
    if (!line.starts_with(mark)) continue;
    const std::string_view tail = Trim(line.substr(mark.size()));
    if (!tail.empty() && tail != "--") continue;
    if (start != nullptr) {
      std::string_view part(start, static_cast<size_t>(here - start));
      if (part.ends_with('\n')) part.remove_suffix(1);  // the line end belongs to the mark
      if (part.ends_with('\r')) part.remove_suffix(1);
      parts.push_back(ParseEntity(part));
    }
    start = tail == "--" ? nullptr : rest.data();
    if (tail == "--") return parts;
  }
  if (start != nullptr && parts.size() < kMaxParts) {
    const char* const end = multipart.body.data() + multipart.body.size();
    parts.push_back(ParseEntity({start, static_cast<size_t>(end - start)}));
  }
  return parts;
}

std::vector<MimeLeaf> LeavesOf(const MimeEntity& message) {
  std::vector<MimeLeaf> leaves;
  int last_alternative = 0;
  CollectLeaves(message, 0, 0, &last_alternative, &leaves);
  return leaves;
}

std::string DecodeHeader(std::string_view value) {
  std::string out;
  std::string bytes;    // of encoded words that follow each other: a character may be parted between them
  std::string charset;  // theirs
  const auto flush = [&] {
    if (!bytes.empty()) out += ToUtf8(bytes, charset);
    bytes.clear();
  };
  size_t at = 0;
  bool after_word = false;
  while (at < value.size()) {
    size_t from = at;
    while (after_word && from < value.size() && (value[from] == ' ' || value[from] == '\t')) ++from;
    std::string next;
    std::string next_charset;
    const size_t size = EncodedWord(value.substr(from), &next, &next_charset);
    if (size > 0) {
      if (next_charset != charset) flush();
      charset = next_charset;
      bytes += next;
      at = from + size;
      after_word = true;
      continue;
    }
    flush();
    after_word = false;
    size_t end = value.find("=?", at + 1);
    if (end == std::string_view::npos) end = value.size();
    out += ToUtf8(value.substr(at, end - at), "");
    at = end;
  }
  flush();
  return CollapseSpace(out);
}

std::string DecodeQuotedPrintable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    if (i + 2 < text.size()) {
      const int high = HexDigit(text[i + 1]);
      const int low = HexDigit(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    // A soft line break, perhaps with blanks that a mail program put before the line's end.
    size_t end = i + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
    if (end >= text.size()) break;
    if (text[end] == '\n') {
      i = end;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string DecodeBase64(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 4);
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {  // the end of one run; another may follow
      bits = 0;
      count = 0;
      continue;
    }
    const int digit = Base64Digit(c);
    if (digit < 0) continue;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    if (++count % 4 == 1) continue;
    const int have = count % 4 == 0 ? 0 : (count % 4 == 2 ? 4 : 2);
    out += static_cast<char>(bits >> have & 0xFF);
    if (count == 4) count = 0;
  }
  return out;
}

MailAddress FirstAddress(std::string_view field) {
  MailAddress out;
  const size_t open = field.find('<');
  if (open != std::string_view::npos) {
    out.address = std::string(Trim(field.substr(open + 1, field.find('>', open) - open - 1)));
    std::string_view name = Trim(field.substr(0, open));
    if (name.size() > 1 && name.starts_with('"') && name.ends_with('"')) name = name.substr(1, name.size() - 2);
    out.name = DecodeHeader(name);
    return out;
  }
  const size_t paren = field.find('(');
  if (paren != std::string_view::npos) {
    out.name = DecodeHeader(Trim(field.substr(paren + 1, field.find(')', paren) - paren - 1)));
    field = field.substr(0, paren);
  }
  out.address = std::string(Trim(field.substr(0, field.find(','))));
  return out;
}

bool LooksLikeMessage(std::string_view head) {
  bool mail_field = false;
  bool sender = false;
  size_t count = 0;
  for (; !head.empty(); ++count) {
    const std::string_view line = TakeLine(&head);
    if (line.empty()) break;
    if (count > 0 && (line[0] == ' ' || line[0] == '\t')) continue;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || !IsFieldName(line.substr(0, colon))) return false;
    const std::string name = AsciiLower(line.substr(0, colon));
    mail_field = mail_field || std::find(std::begin(kMessageFields), std::end(kMessageFields), name) != std::end(kMessageFields);
    sender = sender || name == "from" || name == "subject";
  }
  return count > 1 && mail_field && sender;
}

}  // namespace crosscheck
