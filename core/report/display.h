// Text made fit to be shown: cut or wrapped to a width in columns, stripped of what a terminal would obey, escaped for HTML and URIs.
#ifndef CROSSCHECK_REPORT_DISPLAY_H_
#define CROSSCHECK_REPORT_DISPLAY_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Bytes that ask for an escape, found fast.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) holds_[static_cast<unsigned char>(c)] = true;
  }
  // The first of them from `at` on; the end of `text` where there is none.
  constexpr size_t FindIn(std::string_view text, size_t at) const {
    while (at < text.size() && !holds_[static_cast<unsigned char>(text[at])]) ++at;
    return at;
  }

 private:
  std::array<bool, 256> holds_{};
};

// One line: white space becomes single spaces; control characters and direction marks, which could act on a terminal or hide
// words, become U+FFFD.
std::string OneLine(std::string_view text);
// The same, but white space and line ends stay.
std::string Harmless(std::string_view text);
// Columns that a terminal gives `text`, which holds no control characters (wide East Asian: two, combining marks: none).
int DisplayWidth(std::string_view text);
// The longest head of `text` that fits `columns`, an ellipsis at its end where it is cut.
std::string CutToWidth(std::string_view text, int columns);

// Lines of at most `columns` (`first` for the first one), parted at spaces, a longer word within it. `columns` 0: one line, whole.
// The pieces lie in `text`, in order; the space between two of them is left out.
std::vector<std::string_view> WrapToWidth(std::string_view text, int first, int columns);

// For the text of an element and for the value of an attribute in double or single quotes.
std::string EscapeHtml(std::string_view text);
// `address` where it is an http or https address without control characters, else empty: a link never runs a script.
std::string_view SafeLink(std::string_view address);

// A path or a name as (part of) a URI reference: all that is no plain character of a path is percent-encoded, and a colon that would
// end a scheme. A web address stays as it is, but for what RFC 3986 does not allow.
std::string UriOf(std::string_view path);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_DISPLAY_H_
