// Dates as pages write them: in metadata, in addresses, in a stamp near the
// headline.
#ifndef CROSSCHECK_READ_STAMPS_H_
#define CROSSCHECK_READ_STAMPS_H_

#include <optional>
#include <string_view>

#include "crosscheck/document.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

// A machine's date: ISO 8601 in its forms, RFC 822 ("Tue, 04 Jun 2024 10:00:00
// GMT"), a number of seconds, or any written date that FindDay knows. The day
// is that of the zone written in the value.
std::optional<Day> ParseMachineDay(std::string_view value, bool month_first);

struct FoundDay {
  Day day;
  Span span;  // in the text searched
};
// The first full date (day, month and year) in a line: "12 June 2024", "Jun 18,
// 2024", "2024/06/12", "12.06.2024", "06/12/2024". Numbers that may be read
// both ways are left alone unless `month_first` or a number above 12 says how.
std::optional<FoundDay> FindDay(std::string_view text, bool month_first);

// What a stamp tells the day of, by the words beside it.
enum class StampMeaning { kPlain, kPublished, kChanged };

// By words alone ("last updated", a class "entry-date published"): what is called published is so whatever else it is called.
StampMeaning MeaningOf(std::string_view words, const PageRules& rules);

// "Updated ..." tells of a change, not of a correction to read.
constexpr bool TellsChange(HintSet line) {
  return (line & Bit(LineHint::kStamp)) != 0 && (line & Bit(LineHint::kCorrection)) != 0;
}

struct StampDay {
  FoundDay found;
  StampMeaning meaning = StampMeaning::kPlain;
};
// The day that a stamp tells best: one called published, else one without a name, else that of a change
// ("Updated 14 June 2024 | Published 12 June 2024" -> 12 June).
std::optional<StampDay> FindStampDay(std::string_view text, bool month_first, const PageRules& rules);

// y/m/d in the path of an address.
std::optional<Day> DayInUrl(std::string_view url);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_STAMPS_H_
