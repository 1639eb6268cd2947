#include "extract/dates.h"

namespace crosscheck {

std::vector<Timex> FindDates(TextView*, const QuoteMap&) { return {}; }

}  // namespace crosscheck
