// Numbers that are no figures: names and labels ("Flight 800"), addresses, phone and document numbers, versions, clock times,
// years.
#ifndef CROSSCHECK_EXTRACT_FIGURES_LOOKALIKES_H_
#define CROSSCHECK_EXTRACT_FIGURES_LOOKALIKES_H_

#include <cstdint>

#include "extract/figures/amounts.h"
#include "extract/text_view.h"

namespace crosscheck {

// If the number token `at` begins a run that is an identifier (phone number, IP address, document number), the token after it;
// else `at`. Reads the tokens [floor, limit) of its sentence.
uint32_t EndOfIdentifier(const TextView& view, uint32_t at, uint32_t floor, uint32_t limit);

// By its surroundings the amount is a name, a label, a year or a part of a word. `counted`: a noun phrase counted follows it;
// `bound_first`: first token of the words that bound it, or its own.
bool IsName(const TextView& view, const Amount& amount, bool counted, uint32_t bound_first, uint32_t floor, uint32_t limit);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_LOOKALIKES_H_
