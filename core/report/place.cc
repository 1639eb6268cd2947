#include "report/place.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxSentence = 600;

uint32_t CodePoints(std::string_view text) {
  uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

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

Places::Places(const Document& document) : document_(&document) {
  line_starts_.push_back(0);
  for (size_t at = 0; at < document.text.size(); ++at) {
    if (document.text[at] == '\n') line_starts_.push_back(static_cast<uint32_t>(at + 1));
  }
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) segments_.push_back(&segment);
  }
  std::stable_sort(segments_.begin(), segments_.end(),
                   [](const Segment* a, const Segment* b) { return a->span.start < b->span.start; });
}

Place Places::InText(uint32_t byte) const {
  const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte) - 1;
  const std::string_view before = std::string_view(document_->text).substr(*line, byte - *line);
  return {static_cast<uint32_t>(line - line_starts_.begin() + 1), CodePoints(before) + 1};
}

Place Places::Of(uint32_t byte) const {
  if (document_->text.empty()) return {};
  byte = std::min(byte, static_cast<uint32_t>(document_->text.size()));
  const Segment* segment = SegmentAt(byte);
  if (segment == nullptr || segment->line == 0) return InText(byte);
  const Place start = InText(segment->span.start);
  if (start.line == segment->line && start.column == segment->column) return InText(byte);
  return {segment->line, segment->column};
}

const Segment* Places::SegmentAt(uint32_t byte) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), byte,
                                      [](uint32_t at, const Segment* segment) { return at < segment->span.start; });
  return after == segments_.begin() ? nullptr : *(after - 1);
}

Span Places::SentenceAround(Span span) const {
  const std::string_view text = document_->text;
  if (span.end > text.size()) return span;
  const Segment* segment = SegmentAt(span.start);
  const Span block =
      segment != nullptr && segment->span.Contains(span) ? segment->span : Span{0, static_cast<uint32_t>(text.size())};
  uint32_t start = span.start;
  const uint32_t first = std::max(block.start, span.start > kMaxSentence / 2 ? span.start - kMaxSentence / 2 : 0);
  while (start > first && !(text[start - 1] == '\n') && !EndsBefore(text, start)) --start;
  uint32_t end = span.end;
  const uint32_t last = std::min(block.end, span.end + kMaxSentence / 2);
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
