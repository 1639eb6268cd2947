// What a run of capitals names, and the office or trade told beside it.
#ifndef CROSSCHECK_EXTRACT_NAMES_NAME_ROLES_H_
#define CROSSCHECK_EXTRACT_NAMES_NAME_ROLES_H_

#include "extract/names/name_spans.h"

namespace crosscheck {

// End of the title that begins at `at` in the run of capitals [at, last), where a name follows it in the run; else `at`.
// "Deputy Secretary of State | Kurt Roe", "Prime Minister | Roe"; not "Justice Department", not "King Street".
uint32_t TitleEnd(const TextView& view, uint32_t at, uint32_t last);

// The word that tells what the name [first, last) names: the one before "of" or "for", else the last.
uint32_t HeadOfName(const TextView& view, uint32_t first, uint32_t last);

enum class NameClass : uint8_t {
  kNone,   // a title or a noun alone
  kThing,  // a name, but of no person, body or place: "Harvest Cup", "MX20"
  kName,
};
// Sets kind, evidence, gender and family_first of [span.first, span.last).
NameClass ClassifyName(const TextView& view, const ViewSentence& sentence, NameSpan* span);

// Sets the role of a person: the title before, a trade before ("spokesman Roe"), or an apposition (", the mayor," ).
void FindRole(const TextView& view, const ViewSentence& sentence, NameSpan* span);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_NAMES_NAME_ROLES_H_
