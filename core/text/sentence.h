// The sentence around a place in a text, found without tokens: for showing evidence, not for extracting it.
#ifndef CROSSCHECK_TEXT_SENTENCE_H_
#define CROSSCHECK_TEXT_SENTENCE_H_

#include <string_view>

#include "crosscheck/document.h"

namespace crosscheck {

// The sentence that holds `span`, within `block` and one line of it; cut at a space where it reaches further than 300 bytes to a
// side. A stop after an abbreviation or an initial ends no sentence. `span` itself where it lies outside of the text.
Span SentenceAround(std::string_view text, Span block, Span span);
inline Span SentenceAround(std::string_view text, Span span) {
  return SentenceAround(text, {0, static_cast<uint32_t>(text.size())}, span);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_SENTENCE_H_
