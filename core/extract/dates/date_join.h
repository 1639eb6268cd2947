// Joins the phrases of time that say one date together: "Tuesday, Jan. 27", "early next year", "9 a.m. Tuesday", "the first
// Monday in May", "two weeks from Tuesday".
#ifndef CROSSCHECK_EXTRACT_DATES_DATE_JOIN_H_
#define CROSSCHECK_EXTRACT_DATES_DATE_JOIN_H_

#include <vector>

#include "extract/dates/date_phrase.h"
#include "extract/text_view.h"

namespace crosscheck {

// Puts a phrase behind the others of its sentence, which begins at token `first`: joined to the last of them, or by itself.
void AddPhrase(const TextView& view, const DatePhrase& phrase, uint32_t first, std::vector<DatePhrase>* phrases);

// "5 | this morning", "9 on Monday night": an hour goes with the part of the day behind it. For the phrases of a whole sentence.
void JoinHours(const TextView& view, std::vector<DatePhrase>* phrases);

// What a phrase names. Of no phrase two of the first three hold.
bool IsDayLevel(const DatePhrase& phrase);  // a day, perhaps with its hour
bool IsTimeOnly(const DatePhrase& phrase);  // an hour or a part of the day, and nothing else
bool WantsYear(const DatePhrase& phrase);   // lacks a year and may take one
bool SaysYear(const DatePhrase& phrase);    // a year in figures or by "last year"
void TakeYear(const DatePhrase& year, DatePhrase* into);
// No date by itself: an edge, "the first Monday in", an hour without its part of the day.
bool IsOnlyAPart(const DatePhrase& phrase);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATE_JOIN_H_
