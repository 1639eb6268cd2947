// Any bytes as a story: its figures lie inside the text, in order, and their values print and parse back.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "crosscheck/crosscheck.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const crosscheck::Rulebook& rules = *new crosscheck::Rulebook(*crosscheck::Rulebook::Load({}));
  crosscheck::Document document;
  document.id = "a";
  document.text.assign(reinterpret_cast<const char*>(data), size);
  crosscheck::Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(size)};
  story.segments.push_back({crosscheck::SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  const crosscheck::Record record = crosscheck::Extract(std::move(document), rules);
  for (const crosscheck::Figure& figure : record.figures) {
    if (figure.span.empty() || figure.span.end > size) std::abort();
    if (!figure.low && !figure.high) std::abort();
    for (const auto& end : {figure.low, figure.high}) {
      if (end && crosscheck::Decimal::Parse(end->ToString()) != end) std::abort();
    }
  }
  return 0;
}
