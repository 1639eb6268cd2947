// The compare stage for those who keep what it needs: with what reuse says given, and with sheets of events kept from an earlier run.
// The entry for everybody else is Compare (crosscheck.h).
#ifndef CROSSCHECK_COMPARE_COMPARE_H_
#define CROSSCHECK_COMPARE_COMPARE_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/json_fwd.h"
#include "crosscheck/crosscheck.h"
#include "events/events.h"

namespace crosscheck {

// What comparing gave for the stories of one event, by the hash of all that it depends on. Called from several threads. To lose an
// entry costs time and changes nothing.
struct SheetCache {
  std::function<std::optional<std::string>(const std::string& key)> find;
  std::function<void(const std::string& key, std::string sheet)> keep;
};

struct CompareAids {
  EventOptions events;
  const Json* facts = nullptr;  // what reuse says of the stories (see ReadFacts); null: it is found
  const SheetCache* cache = nullptr;
  std::vector<NewsEvent>* found = nullptr;  // gets the events
};

// Error: facts that are none.
absl::StatusOr<Worksheet> CompareWith(const CompareAids& aids, std::vector<Record> records, const Rulebook& rules,
                                      const CompareOptions& options, std::vector<Unread> unread);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_COMPARE_H_
