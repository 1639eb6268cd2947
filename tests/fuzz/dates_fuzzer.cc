// Any bytes as the text of a story: dates in text order, inside the text, with ends in order; the first byte picks the day.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/days.h"
#include "base/utf8.h"
#include "crosscheck/crosscheck.h"
#include "extract/dates/dates.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crosscheck;
  static const Rulebook rules = *Rulebook::Load({});
  if (size == 0 || size > 1 << 16) return 0;
  Document document;
  size_t replaced = 0;
  document.text = RepairUtf8(std::string(reinterpret_cast<const char*>(data) + 1, size - 1), &replaced);
  if (data[0] % 4 != 0)
    document.published = Published{OneDay(*MakeDay(1900 + data[0], data[0] % 12 + 1, data[0] % 28 + 1)), "fuzz"};
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  TextView view = MakeTextView(document, rules.tables());
  uint32_t end = 0;
  for (const Timex& timex : FindDates(&view, FindQuotes(view))) {
    if (timex.span.start < end || timex.span.end > document.text.size() || timex.span.empty() || timex.value.empty())
      std::abort();
    if (timex.days.from && timex.days.until && *timex.days.until < *timex.days.from) std::abort();
    end = timex.span.end;
  }
  return 0;
}
