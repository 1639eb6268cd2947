// What holds for the documents read from any bytes.
#ifndef CROSSCHECK_TESTS_FUZZ_READ_INVARIANTS_H_
#define CROSSCHECK_TESTS_FUZZ_READ_INVARIANTS_H_

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "crosscheck/document.h"
#include "read/format.h"

namespace crosscheck {

inline void CheckDocument(const Document& document) {
  if (!IsValidUtf8(document.text) && document.text.find('\0') == std::string::npos) std::abort();
  for (const Story& story : document.stories) {
    uint32_t at = 0;
    for (const Segment& segment : story.segments) {
      if (segment.span.start < at || segment.span.end < segment.span.start || segment.span.end > document.text.size())
        std::abort();
      at = segment.span.end;
    }
  }
}

// One reader over the bytes: every document is sound, every refusal has a reason.
inline void ReadAndCheck(const uint8_t* data, size_t size, void (*read)(std::string_view, const ReadHint&, const ReadSink&)) {
  std::vector<Unread> unread;
  ReadHint hint;
  hint.uri = "fuzz/input";
  read({reinterpret_cast<const char*>(data), size}, hint, {CheckDocument, &unread});
  for (const Unread& item : unread) {
    if (item.uri.empty() || item.reason.empty()) std::abort();
  }
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_FUZZ_READ_INVARIANTS_H_
