#include "read/loose_json.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxKey = 80;       // bytes looked at behind a comma for the next key
constexpr size_t kIntegerDigits = 18;  // fit any 64-bit integer

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c == '.' || c == '+' || c == '-' ||
         c == '@' || static_cast<unsigned char>(c) >= 0x80;
}

// As JSON allows it.
bool IsNumber(std::string_view word) {
  size_t at = word.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const size_t from = at;
    while (at < word.size() && IsDigit(word[at])) ++at;
    return at - from;
  };
  const size_t first = at;
  const size_t whole = digits();
  if (whole == 0 || (whole > 1 && word[first] == '0')) return false;
  if (at < word.size() && word[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < word.size() && (word[at] | 0x20) == 'e') {
    ++at;
    if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == word.size() && word.size() <= 60;
}

class Tidier {
 public:
  explicit Tidier(std::string_view text) : text_(text) { out_.reserve(text.size() + 64); }

  TidyJson Run() {
    while (at_ < text_.size()) Step();
    TidyJson result;
    result.broken_off = broken_off_ || !open_.empty();
    while (!open_.empty()) Close(open_.back());
    if (values_ > 1) out_ = StrCat("[", out_, "]");
    result.json = std::move(out_);
    return result;
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (IsSpace(c) || c == ')' || c == ';') {
      ++at_;
    } else if (c == '/' || c == '<') {
      Comment();
    } else if (c == '"' || c == '\'') {
      Value();
      String(c);
    } else if (c == '{' || c == '[') {
      Value();
      ended_ = false;
      open_.push_back(c);
      out_ += c;
      ++at_;
    } else if (c == '}' || c == ']') {
      ++at_;
      const char opener = c == '}' ? '{' : '[';
      if (std::find(open_.begin(), open_.end(), opener) == open_.end()) return;
      while (open_.back() != opener) Close(open_.back());
      Close(opener);
    } else if (c == ',') {
      ++at_;
      if (ended_ && !open_.empty()) out_ += ',';
      ended_ = false;
    } else if (c == ':') {
      ++at_;
      if (ended_) out_ += ':';
      ended_ = false;
    } else if (IsWordByte(c)) {
      Word();
    } else {
      ++at_;
    }
  }

  // "//", "/* */", "<!--", "<![CDATA[": as scripts wrap JSON.
  void Comment() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("//")) {
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    } else if (rest.starts_with("/*")) {
      at_ = std::min(text_.find("*/", at_ + 2), text_.size() - 2) + 2;
    } else if (rest.starts_with("<![CDATA[")) {
      at_ += 9;
    } else if (rest.starts_with("<!--")) {
      at_ += 4;
    } else {
      ++at_;
    }
  }

  // A value begins: a comma before it where one was forgotten.
  void Value() {
    if (ended_) out_ += ',';
    if (open_.empty()) ++values_;
    ended_ = true;
  }

  void Close(char opener) {
    if (out_.ends_with(',')) out_.pop_back();
    if (out_.ends_with(':')) out_ += "null";
    out_ += opener == '{' ? '}' : ']';
    open_.pop_back();
    ended_ = true;
  }

  void Word() {
    const size_t from = at_;
    while (at_ < text_.size() && IsWordByte(text_[at_])) ++at_;
    const std::string_view word = text_.substr(from, at_ - from);
    if (at_ < text_.size() && text_[at_] == '(') return Call(word);
    Value();
    if (word == "true" || word == "True") {
      out_ += "true";
    } else if (word == "false" || word == "False") {
      out_ += "false";
    } else if (word == "null" || word == "None" || word == "undefined" || word == "NaN" || word == "nan" || word == "NaT" ||
               word == "Infinity" || word == "-Infinity" || word == "-NaN" || word == "inf" || word == "-inf") {
      out_ += IsKey() ? StrCat("\"", word, "\"") : "null";
    } else if (IsNumber(word) && (word.size() <= kIntegerDigits || word.find('.') != std::string_view::npos) && !IsKey()) {
      out_ += word;
    } else {
      StrAppend(&out_, "\"", word, "\"");
    }
  }
  bool IsKey() const {
    const size_t next = text_.find_first_not_of(" \t\r\n", at_);
    return !open_.empty() && open_.back() == '{' && next != std::string_view::npos && text_[next] == ':';
  }

  // ISODate("2024-06-11") is what it holds; datetime(2024, 6, 11) a day.
  void Call(std::string_view word) {
    ++at_;
    if (!word.ends_with("date") && !word.ends_with("datetime")) return;
    const size_t end = text_.substr(at_, kMaxKey).find(')');
    if (end == std::string_view::npos) return;
    std::array<int, 3> parts{};
    size_t count = 0;
    bool in_number = false;
    for (const char c : text_.substr(at_, end)) {
      if (IsDigit(c) && !in_number && count == parts.size()) break;
      if (IsDigit(c) && !in_number) ++count;
      in_number = IsDigit(c);
      if (in_number && parts[count - 1] < 10000) parts[count - 1] = parts[count - 1] * 10 + (c - '0');
      if (!in_number && c != ',' && c != ' ') return;
    }
    if (count < parts.size()) return;
    at_ += end + 1;
    Value();
    absl::StrAppendFormat(&out_, "\"%04d-%02d-%02d\"", parts[0], parts[1], parts[2]);
  }

  // Does the quotation mark at `at` end its string? Only where what follows could follow a string.
  bool Ends(size_t at, char quote) const {
    size_t next = at + 1;
    bool new_line = false;
    for (; next < text_.size() && IsSpace(text_[next]); ++next) new_line |= text_[next] == '\n';
    if (next >= text_.size()) return true;
    const char c = text_[next];
    if (c == ':' || c == '}' || c == ']' || c == ')') return true;
    if (c == '/') return next + 1 < text_.size() && (text_[next + 1] == '/' || text_[next + 1] == '*');
    const bool in_object = !open_.empty() && open_.back() == '{';
    if (c == quote) return in_object ? IsKeyAt(next) : new_line;
    if (c == '{' || c == '[') return new_line;
    if (c != ',') return false;
    do {
      ++next;
    } while (next < text_.size() && IsSpace(text_[next]));
    if (next >= text_.size()) return true;
    const char after = text_[next];
    if (after == '}' || after == ']' || after == '/' || after == ',') return true;
    if (in_object) return IsKeyAt(next);
    if (after == '"' || after == '\'' || after == '{' || after == '[' || after == '-' || IsDigit(after)) return true;
    for (const std::string_view word : {"true", "false", "null", "None", "NaN", "True", "False"}) {
      if (text_.substr(next).starts_with(word)) return true;
    }
    return false;
  }
  // "key":  'key':  key:
  bool IsKeyAt(size_t at) const {
    const std::string_view rest = text_.substr(at, kMaxKey);
    size_t end = 0;
    if (rest[0] == '"' || rest[0] == '\'') {
      end = rest.find(rest[0], 1);
      if (end == std::string_view::npos) return false;
      ++end;
    } else {
      while (end < rest.size() && IsWordByte(rest[end])) ++end;
      if (end == 0) return false;
    }
    while (end < rest.size() && IsSpace(rest[end])) ++end;
    return end < rest.size() && rest[end] == ':';
  }

  void String(char quote) {
    ++at_;
    out_ += '"';
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        Escape();
      } else if (c == quote && Ends(at_, quote)) {
        ++at_;
        out_ += '"';
        return;
      } else if (c == '"') {
        out_ += "\\\"";
      } else if (c == '\n') {
        out_ += "\\n";
      } else if (c == '\r') {
        out_ += "\\r";
      } else if (c == '\t') {
        out_ += "\\t";
      } else {
        out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      }
    }
    out_ += '"';
    broken_off_ = true;
  }

  // The number of `size` hexadecimal digits at `at`; -1: there are none.
  int Hex(size_t at, size_t size) const {
    int value = 0;
    if (at + size > text_.size()) return -1;
    for (const char c : text_.substr(at, size)) {
      const char lower = static_cast<char>(c | 0x20);
      if (!IsDigit(c) && (lower < 'a' || lower > 'f')) return -1;
      value = value * 16 + (IsDigit(c) ? c - '0' : lower - 'a' + 10);
    }
    return value;
  }

  // At a backslash; leaves `at_` on the last byte of the escape.
  void Escape() {
    if (at_ + 1 >= text_.size()) return;
    const char c = text_[++at_];
    if (c == '"' || c == '\\' || c == '/' || c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't') {
      out_ += '\\';
      out_ += c;
    } else if (c == 'u') {
      Unicode();
    } else if (c == 'x' && Hex(at_ + 1, 2) >= 0) {
      absl::StrAppendFormat(&out_, "\\u%04x", Hex(at_ + 1, 2));
      at_ += 2;
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out_ += c;  // \' and the like
    }
  }
  void Unicode() {
    const int unit = Hex(at_ + 1, 4);
    if (unit < 0) {
      out_ += 'u';
      return;
    }
    at_ += 4;
    const bool low_follows = text_.substr(at_ + 1, 2) == "\\u" && (Hex(at_ + 3, 4) & 0xFC00) == 0xDC00 && Hex(at_ + 3, 4) >= 0;
    if ((unit & 0xFC00) == 0xD800 && low_follows) {
      absl::StrAppendFormat(&out_, "\\u%04x\\u%04x", unit, Hex(at_ + 3, 4));
      at_ += 6;
    } else if ((unit & 0xF800) == 0xD800) {
      out_ += "\\ufffd";
    } else {
      absl::StrAppendFormat(&out_, "\\u%04x", unit);
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string out_;
  std::vector<char> open_;
  size_t values_ = 0;       // at the top
  bool ended_ = false;      // a value stands before, without a comma behind it
  bool broken_off_ = false;
};

}  // namespace

TidyJson MakeJson(std::string_view text) { return Tidier(text).Run(); }

}  // namespace crosscheck
