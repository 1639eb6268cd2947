// What one comparer of the compare stage gives: groups, each with its finding where it has one. Ids, origins and fingerprints are
// set when the stage puts all of them together.
#ifndef CROSSCHECK_COMPARE_COMPARISON_H_
#define CROSSCHECK_COMPARE_COMPARISON_H_

#include <optional>
#include <string_view>
#include <vector>

#include "crosscheck/worksheet.h"
#include "text/sentence.h"

namespace crosscheck {

struct ComparedGroup {
  Group group;
  std::vector<Finding> findings;
};

// Appends the groups and their findings to the sheet with ids, fingerprints, and origins: members of one copy family, or with one
// named source, count once. `sheet` has its documents and families.
void AddComparedGroups(std::vector<ComparedGroup> groups, Worksheet* sheet);

// "A" for 0, "B" for 1 ... "Z", then "A2".
std::string SideName(size_t index);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_COMPARISON_H_
