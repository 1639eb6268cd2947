// The words of a quotation as they are compared with another article's: each in its normal form, so that spelling, contractions
// and signs make no difference. Part of a record.
#ifndef CROSSCHECK_QUOTE_FRAME_H_
#define CROSSCHECK_QUOTE_FRAME_H_

#include <string>
#include <vector>

#include "crosscheck/document.h"

namespace crosscheck {

// What a word does in a quotation: what changing it changes.
enum class QuoteWordKind : uint8_t {
  kPlain,
  kSmall,       // articles, prepositions, pronouns, forms of be: shared by any two quotations
  kNegation,
  kNumber,
  kName,
  kModal,
  kQuantifier,
  kCondition,   // "if", "as far as", "this year": without it the rest says more than was said
};

struct QuoteWord {
  Span span;
  std::string form;         // normal form, lower case
  QuoteWordKind kind = QuoteWordKind::kPlain;
  bool gap_before = false;  // an ellipsis, a bracket or the speaker's tag stands before it
  bool opens = false;       // a sentence begins with it
  friend bool operator==(const QuoteWord&, const QuoteWord&) = default;
};

struct QuoteFrame {
  std::string of;       // id of the statement; empty: nobody is said to speak
  int story = 0;
  std::string speaker;  // id of the name of the person or body that speaks; empty: unknown or a description
  Span speaker_span;    // the words that tell the speaker; empty: none
  bool named = false;   // the speaker's own name and a verb of saying stand beside the words: no pronoun, not carried over
  std::vector<QuoteWord> words;
  friend bool operator==(const QuoteFrame&, const QuoteFrame&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_QUOTE_FRAME_H_
