// What a group says: its sides, how they stand to each other, and which pairs are worth an editor's look.
#ifndef CROSSCHECK_COMPARE_JUDGING_H_
#define CROSSCHECK_COMPARE_JUDGING_H_

#include <string>
#include <vector>

#include "compare/grouping.h"
#include "compare/leftovers.h"
#include "compare/relation.h"

namespace crosscheck {

// Two claims that cannot both be right, or of which one replaces the other.
struct Contrast {
  uint32_t a = 0;  // claims; a's side comes before b's
  uint32_t b = 0;
  PairScore score;
  float raised = 0;  // the blind score, and what it adds that both are left over for each other
  PairRelation relation;
  bool near_copy = false;  // the number was changed inside a copied sentence
  bool one_article = false;
};

struct JudgedGroup {
  std::vector<ClaimGroup> sides;  // claims of one side have values that meet; the side of most documents first
  ClaimGroup neutral;             // fit all sides: bounds and vague numbers
  Relation relation = Relation::kAgree;
  std::string_view reason;
  Tier tier = Tier::kNone;
  std::vector<Contrast> contrasts;  // the best one of each pair of articles, strongest first

  ClaimGroup Claims() const;  // all of them, ascending
};

// Groups of two claims or more, of which some differ; what does not belong together after all is split. Two groups with unlike
// values are joined where the blind score and all gates allow it, or where they stand at one place of copied text (`copied`:
// sorted pairs of claims, see copied_changes.h). In order of their first claim.
std::vector<JudgedGroup> JudgeGroups(const Pairing& pairing, const std::vector<ClaimGroup>& groups,
                                     const std::vector<ClaimPair>& copied, int threads);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_JUDGING_H_
