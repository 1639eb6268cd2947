// Whether a date lies before or after the day of the story, told by the words of its clause. No tagger: markers from the
// rulebook.
#ifndef CROSSCHECK_EXTRACT_DATES_DATE_TENSE_H_
#define CROSSCHECK_EXTRACT_DATES_DATE_TENSE_H_

#include <cstdint>

#include "extract/text_view.h"

namespace crosscheck {

struct TenseHint {
  Tense tense = Tense::kUnknown;  // kUnknown, kPast or kFuture
  bool sure = false;              // told by the word right before the date
};

// A date at tokens [first, last) of the sentence [sentence_first, sentence_last).
struct DatePlace {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t sentence_first = 0;
  uint32_t sentence_last = 0;
  bool headline = false;  // the present tells of the past
  bool clock = false;     // an hour is said
};
TenseHint TenseAround(const TextView& view, const DatePlace& date);

// A length of time that ends with the story: "has run the mill for three years".
bool IsForSoLong(const TextView& view, uint32_t first, uint32_t sentence_first);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATE_TENSE_H_
