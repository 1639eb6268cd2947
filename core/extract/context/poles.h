// Where words of the rules of the kind "opposites" stand in a text.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_POLES_H_
#define CROSSCHECK_EXTRACT_CONTEXT_POLES_H_

#include <vector>

#include "extract/text_view.h"

namespace crosscheck {

struct PoleHit {
  PoleId pole = 0;
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
};

// Of tokens [first, last), in text order. The longest run of words counts, for each axis that has it: of "prime minister" the
// "minister" is none of its own.
std::vector<PoleHit> PolesIn(const TextView& view, uint32_t first, uint32_t last, PolePart part);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_POLES_H_
