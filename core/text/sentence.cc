#include "text/sentence.h"

#include <algorithm>
#include <iterator>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxSide = 300;

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Whether a stop at `at` is part of an abbreviation: a single capital ("J."), or a word that is mostly written with its stop.
bool IsAbbreviation(std::string_view text, size_t at) {
  size_t start = at;
  while (start > 0 && !IsSpace(text[start - 1]) && at - start < 8) --start;
  const std::string_view word = text.substr(start, at - start);
  if (word.size() == 1 || word.find('.') != std::string_view::npos) return true;
  static constexpr std::string_view kWords[] = {"Mr",   "Mrs", "Ms",  "Dr", "Prof", "Sen",  "Rep",  "Gov", "Gen", "Lt", "Col",
                                                "Capt", "Sgt", "Rev", "St", "No",   "Supt", "Insp", "Jr",  "Sr",  "vs"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Whether a sentence ends before `at`: a stop, perhaps closing quotes, white space.
bool EndsBefore(std::string_view text, size_t at) {
  if (at == 0 || !IsSpace(text[at - 1])) return false;
  size_t back = at;
  while (back > 0 && IsSpace(text[back - 1])) --back;
  while (back > 0) {
    if (text[back - 1] == '"' || text[back - 1] == '\'' || text[back - 1] == ')') {
      --back;
    } else if (back >= 3 && (text.substr(back - 3, 3) == "”" || text.substr(back - 3, 3) == "’")) {
      back -= 3;
    } else {
      break;
    }
  }
  if (back == 0) return false;
  const char stop = text[back - 1];
  if (stop == '!' || stop == '?') return true;
  return stop == '.' && !IsAbbreviation(text, back - 1);
}

}  // namespace

Span SentenceAround(std::string_view text, Span block, Span span) {
  if (span.end > text.size()) return span;
  uint32_t start = span.start;
  const uint32_t first = std::max(block.start, span.start > kMaxSide ? span.start - kMaxSide : 0);
  while (start > first && text[start - 1] != '\n' && !EndsBefore(text, start)) --start;
  uint32_t end = span.end;
  const uint32_t last = std::min(block.end, span.end + kMaxSide);
  while (end < last && text[end] != '\n' && !EndsBefore(text, end)) ++end;
  // Where the limit cut a word, go to the next space (which also mends a cut code point).
  if (start == first && start > block.start) {
    while (start < span.start && !IsSpace(text[start])) ++start;
  }
  if (end == last && end < block.end) {
    while (end > span.end && !IsSpace(text[end - 1])) --end;
  }
  while (start < span.start && IsSpace(text[start])) ++start;
  while (end > span.end && IsSpace(text[end - 1])) --end;
  return {start, end};
}

}  // namespace crosscheck
