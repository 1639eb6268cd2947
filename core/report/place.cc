#include "report/place.h"

#include <algorithm>

#include "text/sentence.h"

namespace crosscheck {
namespace {

uint32_t CodePoints(std::string_view text) {
  uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
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

Span Places::SentenceOf(Span span) const {
  const std::string_view text = document_->text;
  const Segment* segment = SegmentAt(span.start);
  if (segment == nullptr || !segment->span.Contains(span)) return SentenceAround(text, span);
  return SentenceAround(text, segment->span, span);
}

}  // namespace crosscheck
