// What one comparer of the compare stage gives: groups, each with its finding where it has one. Ids, origins and fingerprints are
// set when the stage puts all of them together.
#ifndef CROSSCHECK_COMPARE_TELL_COMPARISON_H_
#define CROSSCHECK_COMPARE_TELL_COMPARISON_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/worksheet.h"
#include "rulebook/compare_rules.h"
#include "text/sentence.h"

namespace crosscheck {

struct MessageSlots {
  std::string about;
  std::string a;
  std::string b;
};

struct ComparedGroup {
  Group group;
  std::vector<Finding> findings;
};

// Appends the groups and their findings to the sheet with ids, fingerprints, and origins: members of one copy family, credited to
// one agency or with one named source count once. `sheet` has its documents and families.
void AddComparedGroups(std::vector<ComparedGroup> groups, Worksheet* sheet);

// Appends findings that belong to no group, with their fingerprints.
void AddFindings(std::vector<Finding> findings, Worksheet* sheet);

// A finding of a kind of rules/findings.json with its severity, its rank (the kind's weight x `share`, 0..1) and its message, in
// which {about}, {a} and {b} are filled in. Nothing where the rules have no such kind, or have it switched off.
std::optional<Finding> NewFinding(const CompareRules& rules, std::string_view kind, Relation relation, double share,
                                  const MessageSlots& slots);

// The evidence for one side: the sentence around `focus`, the words that are compared.
FindingMember EvidenceAt(const Document& document, Span focus, std::string side, std::string source);

// "A" for 0, "B" for 1 ... "Z", then "A2".
std::string SideName(size_t index);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TELL_COMPARISON_H_
