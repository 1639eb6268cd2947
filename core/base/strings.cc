#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::string_view Trim(std::string_view s) {
  for (;;) {
    if (!s.empty() && IsSpace(s.front())) {
      s.remove_prefix(1);
    } else if (s.starts_with(kNoBreakSpace)) {
      s.remove_prefix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!s.empty() && IsSpace(s.back())) {
      s.remove_suffix(1);
    } else if (s.ends_with(kNoBreakSpace)) {
      s.remove_suffix(kNoBreakSpace.size());
    } else {
      return s;
    }
  }
}

std::vector<std::string_view> Split(std::string_view s, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = s.find(separator);
    parts.push_back(s.substr(0, at));
    if (at == std::string_view::npos) return parts;
    s.remove_prefix(at + 1);
  }
}

std::string AsciiLower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string CollapseSpace(std::string_view s) {
  std::string out;
  bool space = false;
  for (s = Trim(s); !s.empty();) {
    if (IsSpace(s.front())) {
      space = true;
      s.remove_prefix(1);
      continue;
    }
    if (s.starts_with(kNoBreakSpace)) {
      space = true;
      s.remove_prefix(kNoBreakSpace.size());
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += s.front();
    s.remove_prefix(1);
  }
  return out;
}

}  // namespace crosscheck
