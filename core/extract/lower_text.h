// Words in lower case without a string of their own: what the walks over tokens ask most.
#ifndef CROSSCHECK_EXTRACT_LOWER_TEXT_H_
#define CROSSCHECK_EXTRACT_LOWER_TEXT_H_

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace crosscheck {

// The text as LowerCase gives it; short ASCII, as nearly all words are, stays in place.
class LowerText {
 public:
  explicit LowerText(std::string_view text) {
    const bool plain = text.size() <= kept_.size() &&
                       std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (!plain) {
      long_ = LowerCase(text);
      return;
    }
    size_ = text.size();
    std::transform(text.begin(), text.end(), kept_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  }
  std::string_view view() const { return long_.empty() ? std::string_view(kept_.data(), size_) : std::string_view(long_); }

 private:
  std::array<char, 24> kept_;
  size_t size_ = 0;
  std::string long_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_LOWER_TEXT_H_
