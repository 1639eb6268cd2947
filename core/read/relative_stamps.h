// Stamps that count from the moment a page was saved ("an hour ago", "The Herald 2 days ago"), solved for the page as a whole.
//
// The moment itself stands nowhere. A story that has both a date and such a stamp tells the day of saving to within a day; the
// weekdays that the leads of the other stories name ("burned on Friday") can settle which. Only where one day is left is it used.
#ifndef CROSSCHECK_READ_RELATIVE_STAMPS_H_
#define CROSSCHECK_READ_RELATIVE_STAMPS_H_

#include <optional>
#include <string_view>

#include "crosscheck/document.h"

namespace crosscheck {

// Whole days between the stamp and the moment of saving: "5 hours ago" 0 to 1, "a day ago" 1 to 2, "2 weeks ago" 14 to 21.
struct StampAge {
  int least = 0;
  int most = 0;
  bool fresh = false;  // a few hours at most
  Span span;           // of the age's words in the text
};
// The age that a line ends with, also glued to the word before ("The Suna day ago"). Nothing for months and years.
std::optional<StampAge> FindAge(std::string_view line);

// Dates the stories that have an age but no date, where the page allows it.
void SolveRelativeStamps(Document* document);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_RELATIVE_STAMPS_H_
