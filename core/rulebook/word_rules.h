// Rules of words and names: how words of quotations are made alike, what changing one of them changes, and opposed predicates.
#ifndef CROSSCHECK_RULEBOOK_WORD_RULES_H_
#define CROSSCHECK_RULEBOOK_WORD_RULES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "base/strings.h"
#include "crosscheck/quote_frame.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// One side of a class of opposed predicates: of "fate" the pole "killed". 0 is none.
using PoleId = uint16_t;
// What the words of a pole are told of: what is done, how many do it ("nobody", "all"), who somebody is ("major", "sister"), or
// nothing of their own ("make", "people").
enum class PolePart : uint8_t { kPredicate, kQuantifier, kPerson, kLight };
struct Pole {
  std::string axis;
  std::string name;
  std::vector<PoleId> against;  // sorted; both ways
  PolePart part = PolePart::kPredicate;
  bool of_all = false;          // its words with a negation speak of all of the event: "no injuries"
};

// Words that mean a pole: one or more.
struct PoleWords {
  std::vector<WordId> words;
  PoleId pole = 0;
};

struct WordRules {
  StringMap<std::string> forms;                              // "won't" -> "will not"
  std::vector<std::pair<std::string, std::string>> endings;  // "isation" -> "ization", the longest first
  StringMap<QuoteWordKind> weighty;                          // in normal form
  std::vector<std::vector<std::string>> conditions;          // runs of words in normal form, sorted
  std::vector<std::pair<std::string, std::string>> sounds;   // letters of names -> those of the same sound, the longest first
  std::vector<Pole> poles{1};
  std::vector<PoleWords> pole_words;                         // by first word, the longest first
  std::vector<uint32_t> first_pole_words;                    // by word: index of the first that begins with it, plus 1

  // The first of pole_words that begins with the word; pole_words.size() where none does.
  size_t PoleWordsAt(WordId word) const {
    return word < first_pole_words.size() && first_pole_words[word] != 0 ? first_pole_words[word] - 1 : pole_words.size();
  }
  PoleId FindPole(std::string_view axis, std::string_view name) const;  // 0: no such pole
  bool AreOpposed(PoleId a, PoleId b) const;
};

// "forms" (object: word -> words) or "endings" (object: ending -> ending).
absl::Status LoadQuoteForms(const std::vector<const Rule*>& rules, RuleTables* tables);
// "change" (negation, number, modal, quantifier, condition), "forms", "phrases" (conditions only).
absl::Status LoadQuoteChanges(const std::vector<const Rule*>& rules, RuleTables* tables);
// "sounds" (object: letters -> letters).
absl::Status LoadNameSounds(const std::vector<const Rule*>& rules, RuleTables* tables);
// "axis", "pole", "against" (poles of the axis; "*" is all others), "part", "of_all"; "words" (inflected), "forms", "phrases".
absl::Status LoadOpposites(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_WORD_RULES_H_
