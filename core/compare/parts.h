// A bundle cut along its events: for each the stories that report it, and what reuse says of them. Put together again, the sheets
// of the parts are the sheet of the bundle.
#ifndef CROSSCHECK_COMPARE_PARTS_H_
#define CROSSCHECK_COMPARE_PARTS_H_

#include <vector>

#include "crosscheck/worksheet.h"
#include "events/events.h"

namespace crosscheck {

// The part of `sheet` (documents sorted by id, reuse, families) that is about one of its events. A document of which only some
// stories report the event stands there with these alone.
Worksheet PartOf(const Worksheet& sheet, const NewsEvent& event);

// Appends the groups and findings of a part's sheet, numbered on.
void AddPart(Worksheet part, Worksheet* sheet);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PARTS_H_
