// The kinds of rules: each kind has a loader that checks its rules' fields and fills its table.
#ifndef CROSSCHECK_RULEBOOK_KINDS_H_
#define CROSSCHECK_RULEBOOK_KINDS_H_

#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "rulebook/tables.h"

namespace crosscheck {

// How an example of the kind's rules is tried (see probe.h).
enum class RuleProbe : uint8_t {
  kExtracted,   // what extraction finds that carries the rule's id
  kAllFigures,  // all figures extracted: rules whose words many kinds of figures share carry none of their own
  kWords,       // tokens that are one of the rule's words
  kStems,       // tokens that are one of its words, whatever their ending
  kVerbs,       // tokens that are a form of one of its verbs
  kPage,        // what a line, a class name, a credit or a text is by the rule
  kWordLists,   // runs of words that it lists
  kQuoteWords,  // the words of a quotation in normal form, where that is not how they are written
  kSpellings,   // words that are another word of the text in another spelling
  kClaimPairs,  // pairs of claims of the example's articles
  kFindings,    // findings of the kind in the example's articles
  kReuse,       // duplicated text of the example's articles
};

struct RuleKind {
  std::string_view name;  // "kind" of a rule file
  std::string_view doc;
  absl::Status (*load)(const std::vector<const Rule*>& rules, RuleTables* tables);
  RuleProbe probe = RuleProbe::kExtracted;
};

// To add a kind: a loader in a file of its own, a row here.
const std::vector<RuleKind>& RuleKinds();
const RuleKind* FindRuleKind(std::string_view name);  // null: unknown

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_KINDS_H_
