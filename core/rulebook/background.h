// How many news stories of a large sample hold a word: what tells a word that many stories have from one that few have, for
// stories that are seen one by one (rules of the kind "background").
#ifndef CROSSCHECK_RULEBOOK_BACKGROUND_H_
#define CROSSCHECK_RULEBOOK_BACKGROUND_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "base/strings.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

struct Background {
  uint32_t stories = 0;            // of the sample
  StringMap<uint32_t> stories_of;  // by stem

  // 16 x log2(stories / stories that hold the word), at least 0; of a word that is not in the table that of the rarest which are.
  uint32_t Rarity(std::string_view stem) const;
};

// Of the rules in force.
Background BackgroundOf(const RuleTables& tables);

// Checks the rules; their table is made when it is asked for.
absl::Status LoadBackground(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_BACKGROUND_H_
