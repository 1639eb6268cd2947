// Rules of the kind "names": known names (countries with their capitals and peoples, well-known bodies and places) and which
// evidence makes a run of capitalised words the name of a person, a body or a place.
#ifndef CROSSCHECK_RULEBOOK_NAMES_H_
#define CROSSCHECK_RULEBOOK_NAMES_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "crosscheck/record.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// What a name is known by, strongest first. Each has at most one rule in force; the two lists of known names may have several.
enum class NameEvidence : uint8_t {
  kCountry,      // rows of countries
  kPhrase,       // a list of known names
  kTitle,        // a title or office stands before it
  kLastWord,     // its last word tells ("... Agency", "... River")
  kFirstName,    // it begins with a common first name
  kFamilyFirst,  // it begins with an East Asian family name
  kParticle,     // "van", "bin" ... inside
  kAcronym,
  kPlural,       // "the ...s"
  kPreposition,  // after "in", "near" ...
  kShape,        // capitals alone
  kCount
};

// How a known name stands for its country.
enum class KnownAs : uint8_t { kItself, kCapital, kSeat, kPeople };

struct KnownName {
  std::string name;  // the first form of its row
  NameKind kind = NameKind::kPlace;
  KnownAs as = KnownAs::kItself;
  uint32_t country = 0xFFFFFFFF;  // index of the country's own entry
  std::string rule;
};

// One written form of a known name. A word 0 is a hyphen.
struct NamePhrase {
  std::vector<WordId> words;
  uint32_t known = 0;     // index in NameRules::known
  bool all_caps = false;  // "US" is not "us"
};

struct NameRules {
  std::vector<KnownName> known;
  std::vector<NamePhrase> phrases;   // by first word, then longest first
  std::vector<uint32_t> phrases_of;  // for each word id: its first phrase in `phrases`, or kNone
  // For each evidence and kind of name: the id of the rule in force; empty: that evidence is not used.
  std::array<std::array<std::string, 4>, static_cast<size_t>(NameEvidence::kCount)> rule;

  static constexpr uint32_t kNone = 0xFFFFFFFF;
  const std::string& RuleOf(NameEvidence evidence, NameKind kind) const {
    return rule[static_cast<size_t>(evidence)][static_cast<size_t>(kind)];
  }
};

// Fields: "is" (person, organisation, place, group), "evidence" (country, phrase, title, last-word, first-name, family-first,
// particle, acronym, plural, preposition, shape), "phrases" (texts, or lists of forms, the full one first), "rows" (countries:
// "name", "also", "capitals", "demonyms", "seats").
absl::Status LoadNames(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_NAMES_H_
