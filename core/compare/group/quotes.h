// Places of a bundle that print one quotation, and which of them print it otherwise or give it to somebody else.
#ifndef CROSSCHECK_COMPARE_GROUP_QUOTES_H_
#define CROSSCHECK_COMPARE_GROUP_QUOTES_H_

#include <cstdint>
#include <vector>

#include "compare/bundle/bundle.h"
#include "compare/pair/quotes.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

struct QuotePlace {
  uint32_t document = 0;  // index in the records
  uint32_t quote = 0;     // in Record::quotes
  uint32_t side = 0;      // 0: as most articles have it
  EntityId speaker = 0;   // 0: unknown
};

// What is wrong between the places of side 0 and those of another side.
struct QuoteContrast {
  Relation relation = Relation::kMisquoted;  // or kMisattributed
  uint32_t side = 0;
  QuotePlace a, b;   // the two to show, `a` of side 0
  QuotePair pair;    // of their words
  bool sure = false; // who speaks is known on both sides
};

struct QuoteGroup {
  std::vector<QuotePlace> places;  // in document order
  std::vector<QuoteContrast> contrasts;
  bool exact = true;               // all print the very same words
};

// Each place is compared with the words that most articles print, never with a third one. `neighbours`: stories that are looked at
// beside each other.
std::vector<QuoteGroup> GroupQuotes(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours);

const QuoteFrame& FrameOf(const Bundle& bundle, const QuotePlace& place);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_GROUP_QUOTES_H_
