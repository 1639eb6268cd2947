// Rules of the compare stage: classes of events and of things counted, marks of scope and time, the weights of the signs that two
// figures are the same quantity, the rules that keep them apart, and the kinds of findings.
#ifndef CROSSCHECK_RULEBOOK_COMPARE_RULES_H_
#define CROSSCHECK_RULEBOOK_COMPARE_RULES_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "crosscheck/worksheet.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// What happened to what is counted: "death", "injury", "arrest" ... 0 is no class.
using EventClassId = uint8_t;
struct EventClass {
  std::string name;
  bool exclusive = false;  // who is counted under it is not counted under another exclusive class
  bool growing = false;    // early counts are replaced by larger ones
  bool shrinking = false;  // counts change from day to day, mostly downwards
  bool saying = false;     // speech, not an act: days of saying are no claims
  double gravity = 0.6;    // 0..1: how much a wrong figure of this class matters
};

// The thing counted: "people", "officer", "vehicle" ... 0 is no class.
using HeadClassId = uint8_t;
struct HeadClass {
  std::string name;
  bool person = false;
  bool generic = false;  // fits any kind of person ("people", "victims")
  bool scale = false;    // stands before its number: "magnitude 6.4"
  char sex = 0;          // 'f', 'm' or 0
};

// A word near a figure that says what part, time or standing it has.
enum class Mark : uint8_t {
  kOther,       // "others", "additional": beside a number told before
  kPartitive,   // "of them", "of whom"
  kPeriod,      // "so far this year", "years ago": counts another stretch of time
  kOtherEvent,  // "an unrelated shooting"
  kPlan,        // "plans", "expected": not an outcome
  kDemand,      // "needs", "asked for": a threshold or a claim
  kIncluding,   // "including the gunman"
  kBelow,       // "nearly": at or just below the number
  kStatus,      // "in stable condition Friday": a day of being, not of an act
  kFormer,      // "initially", "earlier reports": replaced by now
  kChange,      // "rose", "cut by": a change, not a level
  kNegated,
  kGuess,       // "may have been": no plan
  kCount
};
using MarkSet = uint32_t;
constexpr MarkSet Bit(Mark mark) { return MarkSet{1} << static_cast<int>(mark); }

// A word that narrows a figure: at most one of each scale ("average" against "total", "wide" against "long"). 0 is none.
using QualifierId = uint8_t;
struct Qualifier {
  std::string name;
  std::string scale;
};

// A sign for or against two claims being the same quantity; its weight is in log-odds.
enum class Sign : uint8_t {
  kBias,
  kSameHead,
  kOtherHead,
  kModifiers,
  kEvents,
  kSameEvent,
  kEventClash,
  kSamePerson,
  kOnePersonUnnamed,
  kDescriptor,
  kOnlyChild,
  kRoster,
  kNames,
  kActor,
  kClauseWords,
  kSentenceWords,
  kContext,
  kNearCopy,
  kOtherEvent,
  kPartitive,
  kSideBySide,
  kQualifier,
  kPlan,
  kSameArticle,
  kHeadlines,
  kStories,
  kOneLeft,
  kSwappedDigits,
  // What depends on the values; left out of the blind score.
  kEqualValue,
  kUnusualValue,
  kUniqueAge,
  kValuesMeet,
  kFarValue,
  kFarDates,
  kCount
};
constexpr size_t kSigns = static_cast<size_t>(Sign::kCount);
constexpr bool DependsOnValue(Sign sign) { return sign >= Sign::kEqualValue && sign < Sign::kCount; }

// A rule that keeps two claims apart. Those up to kChange forbid one group; the others forbid to flag a difference, and kUnsure
// lets it be no more than a note.
enum class Gate : uint8_t {
  kNone,
  kType,
  kUnit,
  kStories,
  kSameSentence,
  kPerson,
  kSex,
  kUnnamedAges,
  kEvent,
  kHead,
  kZero,
  kPeriod,
  kYear,
  kQualifier,
  kScope,
  kChange,
  kSideBySide,
  kSum,
  kPartitive,
  kAddition,
  kOne,
  kPartOfWhole,
  kFar,
  kVague,
  kOtherEvent,
  kAge,
  kDate,
  kThing,
  kPlan,
  kUnlike,
  kUnsure,
  kCount
};
constexpr size_t kGates = static_cast<size_t>(Gate::kCount);
constexpr bool ForbidsGroup(Gate gate) { return gate >= Gate::kType && gate <= Gate::kChange; }

struct SignRule {
  std::string id;
  std::string words;  // how the sign reads in a reason
  double weight = 0;
  double blind = 0;  // its weight in the score that is held against a difference
};

struct GateRule {
  std::string id;
  std::string words;
  bool on = false;
  double limit = 0;
};

struct FindingRule {
  std::string id;
  Severity severity = Severity::kNote;
  double weight = 0;  // 0..1, in the rank
  std::string message;
};

struct CompareRules {
  std::vector<EventClass> events{1};
  std::vector<HeadClass> heads{1};
  std::vector<Qualifier> qualifiers{1};
  HeadClassId people = 0;  // the class of people of any kind
  // By word of the lexicon; a word past the end has none.
  std::vector<EventClassId> event_of;
  std::vector<HeadClassId> head_of;
  std::vector<QualifierId> qualifier_of;
  std::vector<MarkSet> marks_of;
  // Phrases of two words or more, by the word they begin with: sorted by that word, longest first.
  struct Phrase {
    std::vector<WordId> words;
    EventClassId event = 0;
    MarkSet marks = 0;
  };
  std::vector<Phrase> phrases;
  std::array<SignRule, kSigns> signs;
  std::array<GateRule, kGates> gates;
  std::vector<FindingRule> findings;  // by id

  EventClassId EventOf(WordId word) const { return word < event_of.size() ? event_of[word] : 0; }
  HeadClassId HeadOf(WordId word) const { return word < head_of.size() ? head_of[word] : 0; }
  QualifierId QualifierOf(WordId word) const { return word < qualifier_of.size() ? qualifier_of[word] : 0; }
  MarkSet MarksOf(WordId word) const { return word < marks_of.size() ? marks_of[word] : 0; }
  const FindingRule* FindFinding(std::string_view id) const;  // null: no such kind of finding
};

// "words": dictionary forms (regular inflections are made), "forms": as they are, "phrases"; "exclusive", "growing", "shrinking",
// "saying", "gravity". The class is the last part of the id ("en.event.death": "death").
absl::Status LoadEventClasses(const std::vector<const Rule*>& rules, RuleTables* tables);
// "words", "forms"; "person", "generic", "scale", "sex".
absl::Status LoadHeadClasses(const std::vector<const Rule*>& rules, RuleTables* tables);
// "mark" (a name of Mark) or "scale"; "words", "phrases".
absl::Status LoadMarks(const std::vector<const Rule*>& rules, RuleTables* tables);
// "sign", "weight", "blind" (default: as "weight"), "words".
absl::Status LoadWeights(const std::vector<const Rule*>& rules, RuleTables* tables);
// "gate", "words", "limit".
absl::Status LoadGates(const std::vector<const Rule*>& rules, RuleTables* tables);
// "severity", "weight", "message".
absl::Status LoadFindings(const std::vector<const Rule*>& rules, RuleTables* tables);

std::string_view SignName(Sign sign);  // "same-head" ... as in rules/
std::string_view GateName(Gate gate);
std::string_view MarkName(Mark mark);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_COMPARE_RULES_H_
