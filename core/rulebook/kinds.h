// The kinds of rules: each kind has a loader that checks its rules' fields and fills its table.
#ifndef CROSSCHECK_RULEBOOK_KINDS_H_
#define CROSSCHECK_RULEBOOK_KINDS_H_

#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "rulebook/tables.h"

namespace crosscheck {

struct RuleKind {
  std::string_view name;  // "kind" of a rule file
  std::string_view doc;
  absl::Status (*load)(const std::vector<const Rule*>& rules, RuleTables* tables);
};

// To add a kind: a loader in a file of its own, a row here.
const std::vector<RuleKind>& RuleKinds();

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_KINDS_H_
