// A document as lines, to be read by people, and what no document may be.
#ifndef CROSSCHECK_TESTS_READ_SEGMENT_LIST_H_
#define CROSSCHECK_TESTS_READ_SEGMENT_LIST_H_

#include <string>

#include "base/days.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "crosscheck/document.h"

namespace crosscheck {

inline std::string DayText(const std::optional<Published>& published) {
  if (!published || !published->days.from) return "no day";
  return StrCat(FormatIsoDay(*published->days.from), " by ", published->evidence);
}

inline std::string SegmentList(const Document& document) {
  std::string out = StrCat("title: ", document.title, "\nauthors: ", Join(document.authors, ", "),
                           "\ncredit: ", Join(document.credit, ", "), "\npublished: ", DayText(document.published), "\n");
  for (const Story& story : document.stories) {
    StrAppend(&out, "\nstory ", story.id, ": ", DayText(story.published), "\n");
    for (const Segment& segment : story.segments) {
      std::string text(segment.span.In(document.text));
      for (size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) text.replace(at, 1, " / ");
      StrAppend(&out, segment.line, ":", segment.column, " ", JsonName(segment.role), ": ", text, "\n");
    }
  }
  return out;
}

// What is wrong with a document; empty: nothing.
inline std::string Unsoundness(const Document& document) {
  if (!IsValidUtf8(document.text)) return "its text is not UTF-8";
  uint32_t at = 0;
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) {
      if (segment.span.start < at || segment.span.end < segment.span.start || segment.span.end > document.text.size())
        return StrCat("a segment at ", segment.span.start, " to ", segment.span.end);
      at = segment.span.end;
    }
    if (story.span.end > document.text.size() || story.span.start > story.span.end) return "a story's span";
  }
  return "";
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_READ_SEGMENT_LIST_H_
