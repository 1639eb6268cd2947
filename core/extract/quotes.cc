#include "extract/quotes.h"

namespace crosscheck {

QuoteMap FindQuotes(const TextView& view) {
  QuoteMap map;
  map.quotation_of.assign(view.tokens.size(), QuoteMap::kNone);
  return map;
}

}  // namespace crosscheck
