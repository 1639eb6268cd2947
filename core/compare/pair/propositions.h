// Two statements of unlike articles: do they speak of one thing, and does one say what the other says is not so?
#ifndef CROSSCHECK_COMPARE_PAIR_PROPOSITIONS_H_
#define CROSSCHECK_COMPARE_PAIR_PROPOSITIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "compare/bundle/bundle.h"

namespace crosscheck {

// A statement of the bundle with its arguments as keys: of a name its entity, else its lemma.
struct Stated {
  const ClaimFrame* frame = nullptr;
  uint32_t document = 0;   // index in the records
  uint32_t story = 0;      // in Bundle::stories
  PoleId pole = 0;
  PoleId quantifier = 0;
  WordKey predicate = 0;
  WordKey owner = 0;       // 0: none, or a pronoun
  WordKey object = 0;
  EntityId source = 0;     // who says so, where it is a name
  bool general = false;    // denied of anybody and anything: "nobody was hurt", "no injuries were reported"
  std::vector<WeightedWord> words;  // by word; names too
};

// How much of what two statements speak of is the same; 0: not one thing.
double Overlap(const Stated& a, const Stated& b);
// The argument that both share: what a dispute is about; 0: none.
WordKey SharedArgument(const Stated& a, const Stated& b);
// Can they not both be so?
bool AreOpposed(const Bundle& bundle, const Stated& a, const Stated& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PAIR_PROPOSITIONS_H_
