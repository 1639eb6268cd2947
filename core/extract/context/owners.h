// Whose age, number or day it is, and which people and bodies its sentence is about.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_OWNERS_H_
#define CROSSCHECK_EXTRACT_CONTEXT_OWNERS_H_

#include <string>
#include <vector>

#include "extract/context/heads.h"
#include "extract/context/predicates.h"
#include "extract/context/syntax.h"

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

// Whose a number or a day is: a name, else the noun for a person, body or thing.
struct ClaimOwner {
  NameRef name = 0;
  LemmaId noun = 0;
};
// Of a number: who holds it ("the firm's 4,000 staff", "12 arches of the bridge"), else who does or is what it is told of ("the lorry
// weighed 51 tonnes"). Nobody where the thing counted is itself the subject ("12 houses were destroyed").
ClaimOwner OwnerOfNumber(ClauseReader& reader, const Syntax& syntax, const Figure& figure, const NumberPhrase& phrase,
                         const Counted& counted, const Predicate& predicate);
// The person whose verb an age stands at, where nothing nearer tells ("he once wrote a letter aged 15"); 0: none.
NameRef PersonOfAge(ClauseReader& reader, const Syntax& syntax, const Predicate& predicate);
// Who acts on, or undergoes, what is dated at tokens [first, last): the subject of its verb, else the entity named nearest before in
// the sentence, a pronoun's person, else the nearest after.
ClaimOwner OwnerOfDate(ClauseReader& reader, const Syntax& syntax, uint32_t first, uint32_t last, const Predicate& predicate);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_OWNERS_H_
