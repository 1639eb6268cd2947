// Whose age a figure is, and which people and bodies its sentence is about.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_OWNERS_H_
#define CROSSCHECK_EXTRACT_CONTEXT_OWNERS_H_

#include <string>
#include <vector>

#include "extract/context/clause.h"

namespace crosscheck {

struct AgeHolder {
  NameRef person = 0;     // 0: not named
  char sex = 0;            // 'f', 'm' or 0: not told
  LemmaId descriptor = 0;  // "woman", "baker" of an unnamed one
  std::string words;       // the descriptor as it stands
};

// The person whose age stands at tokens [first, last): "Ada Holt, 40", "40-year-old Ada Holt", "a 40-year-old baker", "she is
// 40".
AgeHolder SubjectOfAge(const ClauseReader& reader, const Figure& figure, uint32_t first,
                       uint32_t last);

// The entities named in the sentence of `token`; where it begins with a pronoun, also the person named last before. Sorted.
// `person_named`: a person is one of them.
std::vector<NameRef> NamesAround(const ClauseReader& reader, uint32_t token,
                                  bool* person_named);

// Who acts on, or undergoes, what is dated at tokens [first, last): the entity named nearest before in the sentence, a pronoun's
// person, else the nearest after; 0: none.
NameRef ActorOf(const ClauseReader& reader, uint32_t first, uint32_t last);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_OWNERS_H_
