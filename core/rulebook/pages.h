// Pages about the rules, made from the rules themselves: the schema of a rule pack and docs/rules.md.
#ifndef CROSSCHECK_RULEBOOK_PAGES_H_
#define CROSSCHECK_RULEBOOK_PAGES_H_

#include <string>

#include "base/json.h"
#include "rulebook/tables.h"

namespace crosscheck {

// JSON Schema (2020-12) of a rule file: one alternative a kind, with the fields that its loader reads.
Json RulePackSchema(const RuleTables& tables);

// Markdown: kind by kind, each rule with its doc and its examples.
std::string RulesPage(const RuleTables& tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_PAGES_H_
