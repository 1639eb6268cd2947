// Any text through the whole of extraction: spans inside the text, links that lead somewhere, no empty content.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "crosscheck/crosscheck.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const crosscheck::Rulebook& rules = *new crosscheck::Rulebook(*crosscheck::Rulebook::Load({}));
  size_t replaced = 0;
  crosscheck::Document document;
  document.text = crosscheck::RepairUtf8(std::string(reinterpret_cast<const char*>(data), size), &replaced);
  crosscheck::Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({crosscheck::SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  const crosscheck::Record record = crosscheck::Extract(std::move(document), rules);
  const auto inside = [&](crosscheck::Span span) { return span.start < span.end && span.end <= record.document.text.size(); };
  for (const crosscheck::Statement& s : record.statements) {
    if (s.content.empty() || s.nested_in == s.id) std::abort();
    for (const crosscheck::Span part : s.content) {
      if (!inside(part)) std::abort();
    }
    for (const crosscheck::Source& source : s.sources) {
      if (!inside(source.span)) std::abort();
    }
  }
  return 0;
}
