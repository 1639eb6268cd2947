// Occurrences of reporting verbs, nouns and adverbs with the verb group around them.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_CUES_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_CUES_H_

#include <optional>
#include <vector>

#include "extract/grammar.h"
#include "rulebook/cues.h"

namespace crosscheck {

// "has repeatedly denied", "declined to", "did not say": a verb with what belongs to it on the left.
struct VerbGroup {
  TokenRange tokens;  // first auxiliary or adverb .. one past the verb
  uint8_t form = 0;   // the VerbFormBits that remain possible
  bool negated = false;
  bool passive = false;       // "was told"
  bool infinitive = false;    // "to say"
  bool participle = false;    // "saying", without a form of be
  bool hypothetical = false;  // "would say", "could have said"
  bool future = false;        // "will say"
  bool perfect = false;       // "has said"
  bool progressive = false;   // "is saying"
  bool catenative = false;    // "went on to say", "continues to claim": the subject stands before another verb
};

struct CueHit {
  uint32_t token = 0;  // the verb, noun or adverb
  const std::vector<CueForm>* forms = nullptr;
  VerbGroup group;  // verbs only
};

// The verb group of the verb at `token`; it does not reach left of `floor`.
VerbGroup AnalyseVerbGroup(const Grammar& grammar, uint32_t token, uint32_t floor);
// Is the word at `token`, which can be a reporting verb, a verb here? Judged by its neighbours.
bool StandsAsVerb(const Grammar& grammar, uint32_t token, const VerbGroup& group, bool noun_too, uint32_t floor, uint32_t end);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_CUES_H_
