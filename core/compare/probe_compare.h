// What a rule of the compare stage finds in its examples.
#ifndef CROSSCHECK_COMPARE_PROBE_COMPARE_H_
#define CROSSCHECK_COMPARE_PROBE_COMPARE_H_

#include <vector>

#include "crosscheck/crosscheck.h"
#include "rulebook/examples.h"

namespace crosscheck {

// The articles of an example; they are named "article-1", "article-2" ...
std::vector<Record> ExtractArticles(const Rulebook& rules, const Example& example);

// Items, as flat JSON objects:
//   event-classes, head-classes, marks  {"text"}: the words of the rule in the text
//   weights   {"feature", "a", "b"}: the words of two claims of the articles that show the feature
//   vetoes    {"veto", "a", "b"}: two claims that it keeps apart
//   difference-weights {"feature"}: features of the differences between the articles
//   calibration {"relation"}: quantities with unlike values
//   findings  {"relation", "severity", "reason", "tier", "message", "words"}: findings of the kind; "words": those compared
// An article of an example is a text, or one record of a JSON-lines file where it begins with "{" (to give a day of publication).
std::vector<Json> ProbeWordLists(const RuleTables& tables, const Rule& rule, const Example& example);
std::vector<Json> ProbeClaimPairs(const Rulebook& rules, const Rule& rule, const Example& example);
std::vector<Json> ProbeFindings(const Rulebook& rules, const Rule& rule, const Example& example);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PROBE_COMPARE_H_
