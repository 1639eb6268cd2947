// UTF-8: decoding, repair, lower case, and the map between byte offsets (inside the program) and code points (in JSON).
#ifndef CROSSCHECK_BASE_UTF8_H_
#define CROSSCHECK_BASE_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct CodePoint {
  char32_t value = 0;  // U+FFFD for a bad byte
  uint32_t size = 1;   // bytes it takes; 1 for a bad byte
};

// The code point at `at`, which is below text.size().
CodePoint DecodeAt(std::string_view text, size_t at);
// The code point that ends before `at`, which is above 0.
CodePoint DecodeBefore(std::string_view text, size_t at);
void AppendUtf8(char32_t c, std::string* out);
bool IsValidUtf8(std::string_view text);
// Each bad byte becomes U+FFFD; `replaced` counts them.
std::string RepairUtf8(std::string_view text, size_t* replaced);
// Lower case by Unicode, code point by code point; curly apostrophes become straight ones, a letter and its mark one letter (NFC).
std::string LowerCase(std::string_view text);
bool IsUpper(char32_t c);
bool IsLetter(char32_t c);
// Shows nothing and parts nothing: soft hyphens, joiners.
inline bool IsInvisible(char32_t c) { return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060; }
// The value of a decimal digit of any script ("４", "٤"); -1 for other characters.
int DigitValue(char32_t c);

// Byte offset <-> code-point offset in one text. Free for ASCII text, one table entry every 256 bytes otherwise.
class OffsetMap {
 public:
  OffsetMap() = default;
  explicit OffsetMap(std::string_view text);
  uint32_t ToCodePoint(uint32_t byte) const;  // a byte past the end counts as the end
  uint32_t ToByte(uint32_t code_point) const;

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<uint32_t> code_points_;  // code points before byte 256 * i
};

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_UTF8_H_
