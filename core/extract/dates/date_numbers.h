// Numbers as they stand in dates: counts of units, days, years, places in an order, decades, clock times.
#ifndef CROSSCHECK_EXTRACT_DATES_DATE_NUMBERS_H_
#define CROSSCHECK_EXTRACT_DATES_DATE_NUMBERS_H_

#include <optional>

#include "extract/dates/date_phrase.h"
#include "extract/text_view.h"

namespace crosscheck {

// Each reads at token `at`, before token `end`, and gives the number of tokens it takes; 0 where there is none.

// "three", "twenty-five", "2 1/2", "a hundred", "several", "a couple of", "two to three".
uint32_t ReadCount(const TextView& view, uint32_t at, uint32_t end, UnitCount* count);
// "18", "18th", "eighteenth": 1..31.
uint32_t ReadDay(const TextView& view, uint32_t at, uint32_t end, int* day);
// "1998", "nineteen ninety-six", "two thousand".
uint32_t ReadYear(const TextView& view, uint32_t at, uint32_t end, int* year);
// "'98".
uint32_t ReadShortYear(const TextView& view, uint32_t at, uint32_t end, int* year);
// "third", "3rd", "twenty-first".
uint32_t ReadOrdinal(const TextView& view, uint32_t at, uint32_t end, int* ordinal);
// "1980s", "'80s", "eighties".
uint32_t ReadDecade(const TextView& view, uint32_t at, uint32_t end, int* decade);
// The hour of the phrase, or the second one of a range where it has one. "8 p.m.", "8:30 p.m. EST", "2.15pm", "1500 GMT",
// "0530hrs".
uint32_t ReadClock(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase);
// "15:00".
uint32_t ReadClockColon(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase);
// "8", "8:30", "eight": 1..12, neither a.m. nor p.m. said.
uint32_t ReadHour(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase);
// "25/12/2023", "12.25.2023", "2023/12/25", "2024-03-04T10:30:00Z". Sets day, month, year, and the time where there is one.
uint32_t ReadNumericDate(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase);
// The two digits that end a range of years begun by the phrase's year: "24" in 2023-24.
uint32_t ReadYearUntil(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase);
// Two digits: "90".
uint32_t ReadTwoDigits(const TextView& view, uint32_t at, uint32_t end, int* number);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_DATES_DATE_NUMBERS_H_
