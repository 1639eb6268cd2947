// Values as a person reads them: figures, times and days in plain words.
#ifndef CROSSCHECK_REPORT_VALUE_TEXT_H_
#define CROSSCHECK_REPORT_VALUE_TEXT_H_

#include <string>
#include <string_view>

#include "crosscheck/record.h"

namespace crosscheck {

// "at least 14", "7,000 to 9,000 USD", "31 years", "3.5%".
std::string FigureText(const Figure& figure);
// Always words, never a code: the days meant, with the time of day where one is told ("2024-06-12 07:15", "2024-06-12, morning"), a
// duration ("3 weeks", "some weeks"), a set ("every month"), and where the day is not known what is ("a Tuesday (day not known)").
// Stands in timex_text.cc.
std::string TimexText(const Timex& timex);
// "2024-06-12", "2024-06-12 to 2024-06-14", "until 2024-06-14"; empty where both ends are unknown.
std::string DaysText(const DayRange& days);
// What sort of number it is, as desks call it: "count" for a cardinal, else the kind's name.
std::string_view FigureKindText(FigureKind kind);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_VALUE_TEXT_H_
