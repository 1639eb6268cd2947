// The bridge to Abseil's string functions: Debian's build of Abseil has its own string_view, the project uses std::string_view
// only. Plus the map type for string keys.
#ifndef CROSSCHECK_BASE_STRINGS_H_
#define CROSSCHECK_BASE_STRINGS_H_

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/hash/hash.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

inline absl::string_view Abs(std::string_view s) { return {s.data(), s.size()}; }

namespace strings_internal {
template <class T>
decltype(auto) Piece(const T& value) {
  if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    return Abs(std::string_view(value));
  } else {
    return (value);
  }
}
}  // namespace strings_internal

// absl::StrCat that takes std::string_view.
template <class... Pieces>
std::string StrCat(const Pieces&... pieces) {
  return absl::StrCat(strings_internal::Piece(pieces)...);
}

template <class... Pieces>
void StrAppend(std::string* out, const Pieces&... pieces) {
  absl::StrAppend(out, strings_internal::Piece(pieces)...);
}

struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return absl::HashOf(Abs(s)); }
};
struct StringEq {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return a == b; }
};
// Hash maps with string keys that are looked up by std::string_view. Their order differs between runs: never iterate for output.
template <class V>
using StringMap = absl::flat_hash_map<std::string, V, StringHash, StringEq>;
using StringSet = absl::flat_hash_set<std::string, StringHash, StringEq>;

// Are they the same but for the case of ASCII letters?
inline bool EqualsIgnoreCase(std::string_view a, std::string_view b) { return absl::EqualsIgnoreCase(Abs(a), Abs(b)); }

std::string_view Trim(std::string_view s);  // ASCII white space and U+00A0 at both ends
std::vector<std::string_view> Split(std::string_view s, char separator);
// The parts are views: of a temporary string they would outlive it.
template <class S>
  requires std::is_same_v<std::remove_const_t<S>, std::string>
std::vector<std::string_view> Split(S&& temporary, char separator) = delete;
template <class Parts>
std::string Join(const Parts& parts, std::string_view separator) {
  std::string out;
  for (const auto& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}
std::string AsciiLower(std::string_view s);
// Runs of white space become one space; none at the ends.
std::string CollapseSpace(std::string_view s);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_STRINGS_H_
