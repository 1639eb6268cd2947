// The one table of words: each word that any rule names has an id and a set of roles, found while tokenising.
#ifndef CROSSCHECK_TEXT_LEXICON_H_
#define CROSSCHECK_TEXT_LEXICON_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// What a word can be. A word may have several. Names in rules/: see RoleByName.
enum class Role : uint8_t {
  kDeterminer, kPossessive, kPronoun, kRelative, kPreposition, kCoordinator, kSubordinator, kAuxiliary, kModal, kNegation, kAdverb,
  kAbbreviation, kTitleAbbreviation, kMonth, kWeekday, kTimeUnit, kDateWord, kNumberWord, kOrdinalWord, kMultiplier, kUnit, kCurrency,
  kApproximator, kBound, kQuantifier, kCue, kTitle, kPersonNoun, kOrganisationNoun, kPlaceNoun, kDemonym, kCountry, kCity, kFirstName,
  kKinship, kFemale, kMale, kStop, kAgency, kSurnameFirst, kNameParticle, kCivility, kPortfolio, kNumbered, kEventNoun,
  kNounVerb,      // a verb whose forms are nouns as well
  kDocumentNoun,  // a thing that says something: report, poll, study
  kSpeechNoun,    // what one says things in: statement, interview, letter
  kMoneySign,     // letters written on to a sum: RM, EUR, R, Rs
  kMoneyWord,     // cost, paid, fine: a sum follows
  kPluralNoun,    // a plural without -s: police, people, men
  kHearer,        // who hears what others say: court, jury, inquest
  kCount  // not a role
};
using RoleSet = uint64_t;
constexpr RoleSet Bit(Role role) { return RoleSet{1} << static_cast<int>(role); }
constexpr RoleSet Bits(std::initializer_list<Role> roles) {
  RoleSet set = 0;
  for (const Role role : roles) set |= Bit(role);
  return set;
}
// "determiner" ... as in rules/; Role::kCount for an unknown name.
Role RoleByName(std::string_view name);

using WordId = uint32_t;  // 0: not in the lexicon

class Lexicon {
 public:
  Lexicon();
  // `word` is one token in lower case (see LowerCase). Returns its id; the roles add up.
  WordId Add(std::string_view word, RoleSet roles);
  WordId Find(std::string_view lower_word) const { return FindHashed(lower_word, Hash(lower_word)); }
  WordId FindHashed(std::string_view lower_word, uint64_t hash) const;
  RoleSet roles(WordId word) const { return roles_[word]; }
  std::string_view text(WordId word) const { return words_[word]; }
  size_t size() const { return words_.size(); }

  static uint64_t Hash(std::string_view word);

 private:
  void Grow();
  struct Slot {
    uint64_t hash = 0;
    WordId word = 0;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<std::string> words_;
  std::vector<RoleSet> roles_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_LEXICON_H_
