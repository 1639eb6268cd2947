// The words of a story as reuse compares them: folded to what survives re-publication, each with its place in the text.
//
// Folded away: case, quotation marks and apostrophes, dashes, soft hyphens, ligatures, thousands separators ("1,000", "1 000",
// "1000" are one word), "%" against "percent" and "per cent". The text itself is never edited: a word is a place in it.
#ifndef CROSSCHECK_REUSE_WORDS_H_
#define CROSSCHECK_REUSE_WORDS_H_

#include <cstdint>
#include <string_view>

#include "base/total_array.h"
#include "crosscheck/document.h"

namespace crosscheck {

struct Word {
  enum Flag : uint8_t {
    kNumber = 1,     // starts with a digit
    kCapital = 2,    // starts with a capital letter
    kSentence = 4,   // first of a sentence
    kParagraph = 8,  // first of a paragraph
    kQuoted = 16,    // inside quotation marks
    kHeadline = 32,  // of a headline
  };
  uint32_t hash = 0;   // of the folded word
  uint32_t start = 0;  // byte in the document's text
  uint16_t size = 0;   // bytes
  uint8_t flags = 0;

  uint32_t end() const { return start + size; }
  bool Has(Flag flag) const { return (flags & flag) != 0; }
};

// Outside of it stands an empty word that begins a paragraph.
using WordArray = TotalArray<Word>;

// Words [first, last) of a story.
struct WordRange {
  uint32_t first = 0;
  uint32_t last = 0;

  uint32_t size() const { return last - first; }
  bool empty() const { return first >= last; }
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

// The words of a story's own text: headline, standfirst, crossheads, body and captions; not teasers, navigation, comments or
// disclaimers. In text order.
WordArray ReadStoryWords(std::string_view text, const Story& story);

// The words of text[span].
WordArray ReadWords(std::string_view text, Span span);

// The hash that ReadWords gives a word; 0 for what is not one word.
uint32_t FoldedHash(std::string_view word);

// Nearly the same word: what is common at both ends leaves at most two bytes. Misread letters, spellings, inflections.
bool SimilarWords(std::string_view x, std::string_view y);

// Bytes of a range of words with the marks that belong to it: an opening quotation mark before, stops and closing marks after.
Span SpanOfWords(std::string_view text, const WordArray& words, WordRange range);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_WORDS_H_
