// Who wrote it: names out of bylines and author fields, rather missing than
// wrong; and agencies out of credits.
#ifndef CROSSCHECK_READ_BYLINES_H_
#define CROSSCHECK_READ_BYLINES_H_

#include <string>
#include <string_view>
#include <vector>

#include "rulebook/page_rules.h"

namespace crosscheck {

struct Byline {
  std::vector<std::string> people;
  std::vector<std::string> agencies;  // full names
};

// "By Ann Berg and Tom Oduya, Coast Press | June 4" -> people, agencies.
// Addresses, handles, the outlet itself, desks ("Staff"), jobs, dates and what
// else is no name are dropped.
Byline ParseByline(std::string_view text, std::string_view outlet, const PageRules& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_BYLINES_H_
