// Why two figures or dates are not in one group, or not shown as a difference: the answer of `audit --why-not A B`.
#ifndef CROSSCHECK_COMPARE_WHY_NOT_H_
#define CROSSCHECK_COMPARE_WHY_NOT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "crosscheck/crosscheck.h"
#include "events/events.h"

namespace crosscheck {

struct WhyNot {
  std::string a;  // "a.html: “4” (f2), count, “four people were found”"
  std::string b;
  std::string outcome;               // in one sentence
  std::vector<std::string> rules;    // ids of the vetoes that kept them apart, for `explain`; empty: none did
  std::vector<std::string> reasons;  // the same in words
  std::vector<std::string> notes;    // what else kept them apart, in words
  std::vector<std::string> signs;    // rows of the table with their part of the score, largest first: "head-same +0.9"
  std::vector<std::string> rivals_of_a;  // claims of b's story nearest to a with their scores, and "none"
  std::vector<std::string> rivals_of_b;
};

// `a` and `b` name a figure or date: "DOCUMENT:ID" ("a.html:f2") or "DOCUMENT:OFFSET" (a code point inside it). Error: no such
// claim.
absl::StatusOr<WhyNot> ExplainWhyNot(std::vector<Record> records, const Rulebook& rules, const EventOptions& events,
                                     std::string_view a, std::string_view b);

// The same as lines of text.
std::string ToText(const WhyNot& why_not);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_WHY_NOT_H_
