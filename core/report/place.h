// Where a span stands for a reader: line and column in the file it was read from, and the sentence around it.
#ifndef CROSSCHECK_REPORT_PLACE_H_
#define CROSSCHECK_REPORT_PLACE_H_

#include <cstdint>
#include <vector>

#include "crosscheck/document.h"

namespace crosscheck {

// Lines and columns from 1, columns in code points. Exact in files of plain text; in a page the place of the block it stands in.
// 0, 0 where the document's text is not at hand.
struct Place {
  uint32_t line = 0;
  uint32_t column = 0;
};

class Places {
 public:
  // `document` outlives this.
  explicit Places(const Document& document);
  Place Of(uint32_t byte) const;  // logarithmic
  // The sentence that holds `span`, within its block (see text/sentence.h).
  Span SentenceOf(Span span) const;

 private:
  Place InText(uint32_t byte) const;
  const Segment* SegmentAt(uint32_t byte) const;  // null: none starts before

  const Document* document_;
  std::vector<uint32_t> line_starts_;
  std::vector<const Segment*> segments_;  // in text order
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_PLACE_H_
