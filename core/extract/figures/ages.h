// Ages and whose they are: "34-year-old woman", "Dana Holt, 40,", "aged 12", "She was 26."
#ifndef CROSSCHECK_EXTRACT_FIGURES_AGES_H_
#define CROSSCHECK_EXTRACT_FIGURES_AGES_H_

#include <cstdint>
#include <optional>

#include "extract/figures/amounts.h"
#include "extract/figures/bounds.h"
#include "extract/names/names.h"
#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

struct Age {
  uint32_t last = 0;         // token behind "years old"
  uint32_t whose_first = 0;  // tokens [whose_first, whose_last): the person; none where both are equal
  uint32_t whose_last = 0;
  uint32_t name_first = 0;  // tokens [name_first, name_last): the name that stands beside the person's noun, "a boy, Tim Roe"
  uint32_t name_last = 0;
};

// The amount read as an age; nothing where it is none. `bound`: the words around the number.
std::optional<Age> ReadAge(const TextView& view, const NameTable& names, const Amount& amount, const Bound& bound, uint32_t floor,
                           uint32_t limit);

// Whose an age is that "in her thirties", "aged 12" or "(34)" tell: what stands before token `end`.
Age PersonOfAge(const TextView& view, const NameTable& names, uint32_t end, uint32_t floor, uint32_t limit);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_AGES_H_
