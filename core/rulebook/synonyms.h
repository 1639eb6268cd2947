// Rules of the kind "synonyms": words that say the same in a proposition ("ship", "supply", "deliver" weapons).
#ifndef CROSSCHECK_RULEBOOK_SYNONYMS_H_
#define CROSSCHECK_RULEBOOK_SYNONYMS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "base/strings.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// Stem (see text/stem.h) -> the first word of its list. A stem in no list stands for itself.
using SynonymTable = StringMap<std::string>;

// Field: "words", the first one names the class.
absl::Status LoadSynonyms(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_SYNONYMS_H_
