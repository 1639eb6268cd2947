// Entry of the events stage: which stories report one event. Stories, not documents: a live page or a round-up reports several.
#ifndef CROSSCHECK_EVENTS_EVENTS_H_
#define CROSSCHECK_EVENTS_EVENTS_H_

#include <string>
#include <utility>
#include <vector>

#include "crosscheck/record.h"
#include "events/features.h"
#include "rulebook/tables.h"

namespace crosscheck {

struct NewsEvent {
  std::string id;                                    // "e-" and its first story: "e-a.html:1"
  std::vector<std::pair<std::string, int>> stories;  // document id, story; sorted
  friend bool operator==(const NewsEvent&, const NewsEvent&) = default;
};

struct EventOptions {
  bool one_event = false;  // all stories are on one
  int window_days = 0;     // stories further apart are not linked; 0: ten days, and in a bundle of few stories any
  int threads = 0;
};

// All stories of `records` (sorted by id), each in one event; by event id. A story alone is an event too. The result does not
// depend on `threads`, nor on the order in which articles came to be known.
std::vector<NewsEvent> FindEvents(const std::vector<Record>& records, const RuleTables& rules, const EventOptions& options);

}  // namespace crosscheck

#endif  // CROSSCHECK_EVENTS_EVENTS_H_
