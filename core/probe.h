// What a rule finds in the text of one of its examples: the probe that `rules test`, `explain` and our own tests use.
#ifndef CROSSCHECK_PROBE_H_
#define CROSSCHECK_PROBE_H_

#include "crosscheck/crosscheck.h"
#include "rulebook/examples.h"

namespace crosscheck {

// Items that carry the rule's id, as flat JSON objects whose spans are the words at them:
//   statements {"kind","sources","names","cue","content","polarity","speech","said_on","nested","carried"}
//   figures    {"text","kind","low","high","modifier","unit","counted","portion","event","event_role","whose"}
//   dates      {"text","type","value","mod","from","until"}
//   names      {"name","kind","role","gender","mentions"}
//   words      {"text"}: each token that has one of the rule's words
std::vector<Json> ProbeRule(const Rulebook& rules, const Rule& rule, const Example& example);

// All examples of all rules (of one rule where `id` is not empty).
std::vector<ExampleResult> TestRules(const Rulebook& rules, std::string_view id);

}  // namespace crosscheck

#endif  // CROSSCHECK_PROBE_H_
