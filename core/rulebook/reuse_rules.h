// Rules of duplicated text: from which share on two stories are called copies, what makes a sentence furniture, how much each
// sign of origin weighs.
#ifndef CROSSCHECK_RULEBOOK_REUSE_RULES_H_
#define CROSSCHECK_RULEBOOK_REUSE_RULES_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

enum class OriginSign : uint8_t { kCanonical, kCredit, kAgency, kEarlier, kAuthor, kSuperset, kOwnLead };
constexpr size_t kOriginSigns = 7;

struct ReuseRules {
  // Labels: shares are parts of a story's own text, bytes are of shared text.
  double copy_share = 1;        // of one story ...
  double copy_least_share = 1;  // ... and of the other
  uint32_t partial_bytes = 0;
  uint32_t quote_bytes = 0;
  double quoted_share = 1;        // of a quotation stands inside quotation marks
  uint32_t template_changes = 0;  // figures, names and dates that differ
  uint32_t twice_bytes = 0;       // of a passage printed twice in one story
  double twice_share = 1;         // of a story that is one text printed twice
  // Furniture.
  uint32_t wide_carriers = 0;  // stories from which a sentence's place on the page is no longer asked
  double kin_share = 0;        // most of those carriers that may be versions of one story
  double end_share = 1;        // of the carriers print it at their end
  // Families.
  double strong_share = 1;  // of both stories: one such link joins two families
  double linked_share = 1;  // of the possible links between two families, where they are weak
  // Origin.
  std::array<int, kOriginSigns> origin_weights{};
  int origin_decides = 0;
  int origin_decides_partial = 0;
};

std::string_view OriginSignName(OriginSign sign);

// The rule's id says what it sets: "reuse.copy", "reuse.origin-earlier" ...
absl::Status LoadReuseRules(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_REUSE_RULES_H_
