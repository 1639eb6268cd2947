// What a number counts: the noun phrase, the verb that says what happened, and who did it to whom.
#ifndef CROSSCHECK_EXTRACT_FIGURES_COUNTED_H_
#define CROSSCHECK_EXTRACT_FIGURES_COUNTED_H_

#include <cstdint>

#include "extract/text_view.h"

namespace crosscheck {

struct CountedPhrase {
  uint32_t first = 0;  // tokens [first, last), the last one its head; none where both are equal
  uint32_t last = 0;

  bool empty() const { return first >= last; }
};

// The noun phrase counted that starts at token `at`. `one`: the number is one, so that its head is a singular.
CountedPhrase ReadCounted(const TextView& view, uint32_t at, uint32_t limit, bool one);
// As above behind "of": articles, possessives and a second number are skipped ("[six] of the 14 black women").
CountedPhrase ReadCountedOf(const TextView& view, uint32_t at, uint32_t limit);

struct Event {
  uint32_t token = 0;  // the verb; meaningless where the role is none
  EventRole role = EventRole::kNone;
};

// What happened to the things counted. `before`: first token of bound and number, `after`: token behind the noun phrase.
Event FindEvent(const TextView& view, uint32_t before, uint32_t after, uint32_t floor, uint32_t limit);

// A plural noun by its form.
bool IsPlural(const TextView& view, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_COUNTED_H_
