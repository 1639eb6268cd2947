// Figures: numbers that are claims, with value or interval, bound, unit, what is counted and what happened to it.
#ifndef CROSSCHECK_EXTRACT_FIGURES_FIGURES_H_
#define CROSSCHECK_EXTRACT_FIGURES_FIGURES_H_

#include <vector>

#include "extract/names/names.h"
#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

// In text order; leaves tokens alone that dates or names hold, takes its own (view->owner). `id` and `statement` stay empty;
// `same_as` is given as the place in the list ("3"), to be replaced by the id.
std::vector<Figure> FindFigures(TextView* view, const QuoteMap& quotes, const NameTable& names);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_FIGURES_FIGURES_H_
