// Rules of the kind "verbs": common verbs with all their forms, so that a walk over tokens can tell where a clause has its verb.
#ifndef CROSSCHECK_RULEBOOK_VERBS_H_
#define CROSSCHECK_RULEBOOK_VERBS_H_

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "text/inflect.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

enum VerbFormBit : uint8_t { kBase = 1, kThird = 2, kPast = 4, kParticiple = 8, kIng = 16 };

struct VerbTable {
  IrregularVerbs irregular;
  std::vector<uint8_t> forms;  // VerbFormBits, by WordId; shorter than the lexicon
  std::vector<WordId> base;    // the base form, by WordId; 0: none

  uint8_t FormsOf(WordId word) const { return word < forms.size() ? forms[word] : 0; }
  // 0: no form of a known verb.
  WordId BaseOf(WordId word) const { return word < base.size() ? base[word] : 0; }
  // Adds the forms to the lexicon, to `forms` and to `base`.
  void Add(const VerbForms& verb, Lexicon* lexicon);
};

// Fields: "irregular" (object: base -> "past participle") or "verbs" (base forms).
absl::Status LoadVerbs(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_VERBS_H_
