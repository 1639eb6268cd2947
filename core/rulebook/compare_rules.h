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
  bool saying = false;     // speech, not an act
  bool final = false;      // who underwent it grows no older
  std::string opposite;    // the class of the opposite: of "rise" "drop"; empty: none
  double gravity = 0.6;    // 0..1: how much a wrong figure of this class matters
};

// The thing counted: "people", "officer", "vehicle" ... 0 is no class.
using HeadClassId = uint8_t;
struct HeadClass {
  std::string name;
  bool person = false;
  bool generic = false;  // fits any kind of person ("people", "victims")
  bool scale = false;    // stands before its number: "magnitude 6.4"
  bool age = false;      // tells how old a person is: "child"
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

// What of two claims speaks for or against their being the same quantity. What each one looks at is told in
// compare/pair/table.h; its weight is in log-odds, one for each kind of pair.
enum class Feature : uint8_t {
  kNone,  // not of a pair: that a claim has no counterpart in the other story
  kHeadSame, kHeadClass, kHeadClash, kHeadOther, kHeadInWords, kModifiers, kModifiersOther,
  kPredicateSame, kClassSame, kClassShared, kClassOther, kClassExclusive, kRoleOther,
  kOwnerSame, kOwnerOther, kOwnerOneNamed, kDescriptorSame, kDescriptorOther, kGenderOther,
  kAttributeSame, kAttributeOther, kAttributeOne,
  kPlaceSame, kPlaceOther, kNamesShared, kNamesOther,
  kClauseWords, kSentenceWords, kContext, kNearCopy,
  kTimeSame, kTimeOther, kEventOther, kModalityOther, kPortionOther, kScopeOther, kSpeakerSame, kSayingDay,
  kHeadlines, kPosition, kStories, kUnitSame,
  // What looks at the values.
  kEqual, kUnusual, kMeet, kFar, kNear, kSwapped, kFarDates, kDayOff, kGrowth,
  kCount
};
constexpr size_t kFeatures = static_cast<size_t>(Feature::kCount);
constexpr bool LooksAtValues(Feature feature) { return feature >= Feature::kEqual && feature < Feature::kCount; }

// Kinds of pairs, each with weights of its own.
enum class PairKind : uint8_t { kCounts, kAges, kAmounts, kMoments, kCount };
constexpr size_t kPairKinds = static_cast<size_t>(PairKind::kCount);
constexpr PairKind PairKindOf(ClaimType type) {
  switch (type) {
    case ClaimType::kCount: return PairKind::kCounts;
    case ClaimType::kAge: return PairKind::kAges;
    case ClaimType::kDate:
    case ClaimType::kTime: return PairKind::kMoments;
    default: return PairKind::kAmounts;
  }
}
using KindWeights = std::array<double, kPairKinds>;

// What forbids outright that two claims are one quantity.
enum class Veto : uint8_t { kNone, kType, kUnit, kPerson, kSentence, kCount };
constexpr size_t kVetoes = static_cast<size_t>(Veto::kCount);

struct FeatureRule {
  std::string id;
  std::string words;  // how it reads in a reason; empty: is not told
  KindWeights prior{};   // set by hand
  KindWeights weight{};  // fitted, held to the prior
};

struct VetoRule {
  std::string id;
  std::string words;
};

// What of a difference between two sides speaks for or against its being one that an editor wants to see. What each one looks at
// is told in compare/judge/difference.h.
enum class DifferenceFeature : uint8_t {
  kBias, kChance, kMeanChance, kStoryPairs, kMinor, kNearCopy, kInexact, kNearValues, kFarValues, kOneStory, kHeadline, kBothSupported,
  kOneSource, kScope, kOtherTime, kNamesOther, kHeadUnsure, kSlip, kSaidBefore, kDaysApart, kRevised, kAges, kAmounts, kMoments,
  kCount
};
constexpr size_t kDifferenceFeatures = static_cast<size_t>(DifferenceFeature::kCount);

struct DifferenceRule {
  std::string id;
  double prior = 0;
  double weight = 0;
};

// A score and the chance that a finding of that score is right, from marked bundles (see docs/hacking.md). Between two points the
// chance is on the line between them.
struct CalibrationPoint {
  double score = 0;
  double chance = 0;
};

struct FindingRule {
  std::string id;
  Severity severity = Severity::kNote;
  double weight = 0;  // 0..1, in the rank
  std::string message;
  std::string label;  // of its findings, in a desk's words; empty: by their relation and level
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
  std::array<FeatureRule, kFeatures> features;
  std::array<VetoRule, kVetoes> vetoes;
  std::array<DifferenceRule, kDifferenceFeatures> differences;
  std::vector<CalibrationPoint> calibration;
  std::vector<FindingRule> findings;  // by id

  EventClassId EventOf(WordId word) const { return word < event_of.size() ? event_of[word] : 0; }
  HeadClassId HeadOf(WordId word) const { return word < head_of.size() ? head_of[word] : 0; }
  QualifierId QualifierOf(WordId word) const { return word < qualifier_of.size() ? qualifier_of[word] : 0; }
  MarkSet MarksOf(WordId word) const { return word < marks_of.size() ? marks_of[word] : 0; }
  const FindingRule* FindFinding(std::string_view id) const;  // null: no such kind of finding
};

// "words": dictionary forms (regular inflections are made), "forms": as they are, "phrases"; "exclusive", "growing", "shrinking",
// "saying", "final", "opposite" (a class), "gravity". The class is the last part of the id ("en.event.death": "death").
absl::Status LoadEventClasses(const std::vector<const Rule*>& rules, RuleTables* tables);
// "words", "forms"; "person", "generic", "scale", "age", "sex".
absl::Status LoadHeadClasses(const std::vector<const Rule*>& rules, RuleTables* tables);
// "mark" (a name of Mark) or "scale"; "words", "phrases".
absl::Status LoadMarks(const std::vector<const Rule*>& rules, RuleTables* tables);
// "feature", "words", "prior" and "weight" (objects: "counts", "ages", "amounts", "moments"; "weight" is the prior where it is
// missing).
absl::Status LoadWeights(const std::vector<const Rule*>& rules, RuleTables* tables);
// "veto", "words".
absl::Status LoadVetoes(const std::vector<const Rule*>& rules, RuleTables* tables);
// "feature", "prior", "weight" (the prior where it is missing).
absl::Status LoadDifferences(const std::vector<const Rule*>& rules, RuleTables* tables);
// "points" ([score, chance] by score).
absl::Status LoadCalibration(const std::vector<const Rule*>& rules, RuleTables* tables);
// "severity", "weight", "message", "label".
absl::Status LoadFindings(const std::vector<const Rule*>& rules, RuleTables* tables);

std::string_view FeatureName(Feature feature);  // "head-same" ... as in rules/
std::string_view PairKindName(PairKind kind);
std::string_view VetoName(Veto veto);
std::string_view DifferenceFeatureName(DifferenceFeature feature);
std::string_view MarkName(Mark mark);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_COMPARE_RULES_H_
