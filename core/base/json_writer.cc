#include "base/json_writer.h"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <cmath>

#include "base/json.h"

namespace crosscheck {
namespace {

// What a byte asks for: nothing, an escape, or a look at the UTF-8 it is part of.
enum ByteClass : uint8_t { kPlain, kEscape, kHigh };

constexpr std::array<uint8_t, 256> kClassOf = [] {
  std::array<uint8_t, 256> table{};
  for (size_t byte = 0; byte < 0x20; ++byte) table[byte] = kEscape;
  table['"'] = table['\\'] = kEscape;
  for (size_t byte = 0x80; byte < 0x100; ++byte) table[byte] = kHigh;
  return table;
}();

void AppendEscape(char c, std::string* out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out->push_back('\\');
  switch (c) {
    case '"':
    case '\\':
      out->push_back(c);
      break;
    case '\b':
      out->push_back('b');
      break;
    case '\t':
      out->push_back('t');
      break;
    case '\n':
      out->push_back('n');
      break;
    case '\f':
      out->push_back('f');
      break;
    case '\r':
      out->push_back('r');
      break;
    default:
      out->append("u00");
      out->push_back(kHex[static_cast<unsigned char>(c) >> 4]);
      out->push_back(kHex[static_cast<unsigned char>(c) & 15]);
  }
}

template <class T>
void AppendNumber(T value, std::string* out) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out->append(digits.data(), end);
}

}  // namespace

void JsonWriter::Key(std::string_view name) {
  Separate();
  out_->push_back('"');
  out_->append(name);
  out_->append("\":");
  comma_ = false;
}

void JsonWriter::Value(std::string_view text) {
  const size_t before = out_->size();
  Separate();
  comma_ = true;
  out_->push_back('"');
  uint8_t seen = kPlain;
  size_t start = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const uint8_t what = kClassOf[static_cast<unsigned char>(text[at])];
    seen |= what;
    if (what != kEscape) continue;
    out_->append(text, start, at - start);
    AppendEscape(text[at], out_);
    start = at + 1;
  }
  out_->append(text, start);
  out_->push_back('"');
  if ((seen & kHigh) == 0 || simdjson::validate_utf8(text.data(), text.size())) return;
  const bool parted = (*out_)[before] == ',';
  out_->resize(before + (parted ? 1 : 0));
  out_->append(DumpJson(Json(text)));
}

void JsonWriter::Value(double value) {
  if (!std::isfinite(value)) return Null();
  Separate();
  comma_ = true;
  const size_t before = out_->size();
  AppendNumber(value, out_);
  // A number with a fraction stays one for every reader.
  if (out_->find_first_of(".e", before) == std::string::npos) out_->append(".0");
}

void JsonWriter::Raw(std::string_view json) {
  Separate();
  comma_ = true;
  out_->append(json);
}

void JsonWriter::Signed(int64_t value) {
  Separate();
  comma_ = true;
  AppendNumber(value, out_);
}

void JsonWriter::Unsigned(uint64_t value) {
  Separate();
  comma_ = true;
  AppendNumber(value, out_);
}

}  // namespace crosscheck
