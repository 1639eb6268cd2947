// Two quotations word by word: what they share, and what the change between them changes.
#ifndef CROSSCHECK_COMPARE_PAIR_QUOTES_H_
#define CROSSCHECK_COMPARE_PAIR_QUOTES_H_

#include <optional>
#include <vector>

#include "crosscheck/quote_frame.h"

namespace crosscheck {

// Words [a_first, a_last) of a stand against [b_first, b_last) of b; one of the two may be empty.
struct WordEdit {
  size_t a_first = 0, a_last = 0;
  size_t b_first = 0, b_last = 0;
};

// What a change does, the gravest last. From kNumber on it is told.
enum class QuoteChange : uint8_t {
  kNone,      // the same words, or one of them cut: where an ellipsis stands, at an end, a word that carries no weight
  kWording,   // other words for it: a translation, a slip of the pen
  kNumber,
  kName,
  kQuantifier,
  kModal,
  kSense,     // an end is cut that limits or turns the rest
  kNegation,
};
constexpr bool IsTold(QuoteChange change) { return change >= QuoteChange::kNumber; }

struct QuotePair {
  size_t a_first = 0, a_last = 0;  // the region that both share
  size_t b_first = 0, b_last = 0;
  size_t equal = 0;    // words equal in both
  size_t content = 0;  // of these, words that carry meaning
  size_t run = 0;      // the longest row of equal words
  bool whole = false;  // the region is all, but a word or two, of the shorter one
  QuoteChange change = QuoteChange::kNone;
  WordEdit worst;      // where that change is
};

// The best local alignment; nothing where too little is shared for the two to be one quotation. Quadratic in the number of words:
// at most 400 words of each are looked at.
std::optional<QuotePair> PairQuotes(const std::vector<QuoteWord>& a, const std::vector<QuoteWord>& b);

// Do the words shared tell by themselves that it is one quotation, whoever speaks?
bool IsTelling(const QuotePair& pair);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PAIR_QUOTES_H_
