// The words of figures: number words, bounds and hedges, and the word lists of each family of figures.
#ifndef CROSSCHECK_RULEBOOK_FIGURE_RULES_H_
#define CROSSCHECK_RULEBOOK_FIGURE_RULES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "base/strings.h"
#include "crosscheck/record.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// How a number word joins with others; a word may be of several classes ("third": ordinal and denominator).
enum class NumberClass : uint8_t {
  kUnit,
  kZero,
  kTeen,
  kTen,
  kHundred,
  kScale,
  kDozen,
  kOrdinal,
  kFraction,
  kVague,
  kSome,
  kSign,
  kDecade,
  kCount
};

// What a number word is worth in each of its classes.
struct NumberWord {
  uint16_t classes = 0;  // bits by NumberClass
  Decimal value;         // as a cardinal, multiplier or ordinal
  Decimal denominator;   // as a fraction
  Decimal low, high;     // as a vague magnitude, or as a "some" word: how many

  bool Is(NumberClass c) const { return (classes >> static_cast<int>(c) & 1) != 0; }
};

// Letters glued on to digits that multiply them.
struct GluedScale {
  Decimal factor = 1;
  bool only_money = false;
};

// Words that bound or hedge the number next to them. `words` are lower-case tokens.
struct BoundForm {
  std::vector<std::string> words;
  Modifier modifier = Modifier::kApprox;
};

// Word lists of the families of figures, each a field of a rule in figures.json.
enum class FigureWord : uint8_t {
  kStatus,       // stands for the people counted: "12 dead", "three injured"
  kHarm,         // participles of what is done to people or things: "killed", "arrested", "destroyed"
  kPast,         // irregular past forms: "fled", "shot"
  kBaseVerb,     // verbs that follow a plural in their plain form: "remain", "need"
  kPluralNoun,   // plurals without -s: "people", "police"
  kNotPlural,    // words in -s that are no plural nouns: "plus", "perhaps"
  kPersonNoun,   // whom an age can be of
  kLabel,        // nouns whose number is a name: "Flight 800", "Article 5"
  kLabelAfter,   // nouns before which a number is a name: "38 North" by capitals, "24 Hours"
  kChangeVerb,   // "rose", "fell": "rose 2 to 10" is no range
  kContest,      // scores and votes: "won 3-2", "a 5-4 ruling"
  kOneIdiom,     // "one day", "one another": no count
  kZeroNoun,     // "no casualties"
  kAgeWord,      // "aged", "age"
  kAddition,     // "another 30"
  kAddressNoun,  // "221 Baker Street"
  kContactWord,  // "phone", "call": a number is an address
  kMoneyWord,    // "cost", "paid": the pounds after it are money
  kPerWord,      // "share", "person": "$3 a share"
  kMetreWord,    // what is measured in metres: "3m high", "10m waves" are no millions
  kAgeGroup,     // whom a bound of age is of: "anyone under 18", "adults 65 and older"
  kAgeVerb,      // what one does at an age: "died at 93"
  kAgeBound,     // bounds that make the number after a person an age: "under", "older"
  kAgeStage,     // "early", "mid", "late" thirties
  kBelieved,     // "believed to be 50"
  kBoth,         // "both men": two
  kNobody,       // "nobody", "none": zero
  kHeatWord,     // the degrees after it are of temperature
  kWeightWord,   // the pounds after it are weight
  kCount
};

struct FigureRules {
  std::vector<NumberWord> numbers;  // by word id; ids past the end are no number words
  StringMap<GluedScale> glued;
  StringMap<std::vector<BoundForm>> before;  // by last token, longest first
  StringMap<std::vector<BoundForm>> after;   // by first token, longest first
  std::vector<uint32_t> lists;               // by word id: bits by FigureWord

  const NumberWord& Number(WordId word) const { return word < numbers.size() ? numbers[word] : kNoNumber; }
  bool Is(WordId word, FigureWord list) const { return word < lists.size() && (lists[word] >> static_cast<int>(list) & 1) != 0; }

  static const NumberWord kNoNumber;
};

// Loaders of the kinds "numbers", "bounds" and "figures".
absl::Status LoadNumbers(const std::vector<const Rule*>& rules, RuleTables* tables);
absl::Status LoadBounds(const std::vector<const Rule*>& rules, RuleTables* tables);
absl::Status LoadFigures(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_FIGURE_RULES_H_
