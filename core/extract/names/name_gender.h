// Whether a person is a woman or a man, where the name does not tell: by the pronouns near it.
#ifndef CROSSCHECK_EXTRACT_NAMES_NAME_GENDER_H_
#define CROSSCHECK_EXTRACT_NAMES_NAME_GENDER_H_

#include "extract/names/names.h"

namespace crosscheck {

// Sets the gender of people of unknown gender whom "he" or "she" can only mean: no other person in the same and the last
// sentence.
void InferGenders(const TextView& view, NameTable* names);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_NAMES_NAME_GENDER_H_
