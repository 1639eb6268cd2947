// Quotations: which tokens stand inside quotation marks. A mark that is never closed ends with its paragraph; nothing fails.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_QUOTES_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_QUOTES_H_

#include <cstdint>
#include <vector>

#include "extract/text_view.h"

namespace crosscheck {

struct Quotation {
  uint32_t open = 0;   // token of the opening mark
  uint32_t close = 0;  // token of the closing mark, or one past the last token where it is never closed
  bool closed = false;
  bool continues = false;  // the quotation goes on in the next paragraph, which opens with a mark again
};

struct QuoteMap {
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  TotalArray<Quotation> quotations;          // outermost ones, in text order
  TotalArray<uint32_t> quotation_of{kNone};  // for each token: index of the quotation around it (marks included), or kNone

  bool Inside(uint32_t token) const { return quotation_of[token] != kNone; }
};

QuoteMap FindQuotes(const TextView& view);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_QUOTES_H_
