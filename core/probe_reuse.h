// What a rule of reuse finds in its examples.
#ifndef CROSSCHECK_PROBE_REUSE_H_
#define CROSSCHECK_PROBE_REUSE_H_

#include <vector>

#include "crosscheck/crosscheck.h"
#include "rulebook/examples.h"

namespace crosscheck {

// Items, as flat JSON objects:
//   reuse.copy, .partial, .quote, .template  {"kind", "a", "b", "changes"}: pairs of that kind
//   reuse.twice        {"kind", "share"}: articles that print a passage twice
//   reuse.boilerplate  {"text", "documents"}
//   reuse.family       {"members", "origin"}
//   reuse.source       {"source"}: pairs with a likely origin
//   reuse.origin-*     {"evidence"}: the sign's own
std::vector<Json> ProbeReuseRule(const Rulebook& rules, const Rule& rule, const Example& example);

}  // namespace crosscheck

#endif  // CROSSCHECK_PROBE_REUSE_H_
