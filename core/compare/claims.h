// The claims of a bundle: every figure and date with what compare needs to know of it. Made from the records alone: the text is
// tokenised again for the words around each figure.
#ifndef CROSSCHECK_COMPARE_CLAIMS_H_
#define CROSSCHECK_COMPARE_CLAIMS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/interval.h"
#include "compare/people.h"
#include "compare/words.h"
#include "crosscheck/record.h"
#include "crosscheck/worksheet.h"
#include "rulebook/tables.h"

namespace crosscheck {

// How much of a clause belongs to each class of events, strongest first; unused ones have class 0.
struct EventShare {
  EventClassId event = 0;
  float share = 0;
};
constexpr size_t kMostEvents = 4;
using EventShares = std::array<EventShare, kMostEvents>;

// What was done on a date or at a time: its verb, or the noun that names it (see acts.h).
struct DatedAct {
  WordKey verb = 0;        // of the verb's or noun's stem; 0: none was found
  EventClassId event = 0;  // its class; 0: none
  bool saying = false;     // somebody spoke then: no act
};

// A sentence that holds claims, with its numbers masked.
struct ClaimSentence {
  Span span;
  uint32_t paragraph = 0;      // counted through the document
  uint32_t numbers = 0;        // figures and dates in it
  std::vector<WordKey> words;  // sorted, each once, without numbers
  MarkSet marks = 0;
};

// One story as a whole: what it is about and when it was written.
struct ClaimStory {
  uint32_t document = 0;
  int id = 0;
  std::optional<DayRange> published;
  std::vector<WeightedWord> topic;  // names and words of its beginning; normalised
  std::vector<WordKey> names;       // keys of all named in it, by who they are and as they are written; sorted
  std::vector<WordKey> capitals;    // capitalised words that its own article does not tell to be names; sorted
  uint32_t origin = 0;              // copy family; stories of one family have the same number
};

struct ClaimValue {
  Interval interval;  // with the tolerance that its way of writing asks for, in its own unit
  Interval base;      // the same in the base unit of its dimension; equal to `interval` where there is none
  double low = 0;     // ends of `base`, -inf and inf where missing
  double high = 0;
  uint64_t key = 0;    // equal for equal numbers as written, before any tolerance
  float unusual = 0;   // 0..1: how seldom one meets with this number by chance
  bool exact = false;  // an exact number without hedge or bound
  bool hedged = false;
  bool bound = false;  // an end is missing
  bool vague = false;  // "dozens", "several"
};

struct QuantityClaim {
  // Where it stands.
  uint32_t document = 0;  // index in the records
  uint32_t story = 0;     // index in ClaimSet::stories
  uint32_t sentence = 0;  // index in ClaimSet::sentences
  uint32_t slot = 0;      // which number of its sentence
  Span span;
  std::string id;  // of the figure or date
  SegmentRole region = SegmentRole::kBody;

  // What it says.
  ClaimType type = ClaimType::kCount;
  ClaimValue value;
  std::string unit;
  uint64_t unit_key = 0;
  uint64_t dimension_key = 0;
  std::string about;         // "officers injured"
  bool part_of_sum = false;  // "two men" of "two men and a woman", which is a claim of its own
  bool is_sum = false;       // told as its parts
  bool adds = false;         // "another 30"

  // What it is about.
  WordKey head = 0;
  HeadClassId head_class = 0;
  bool sure_head = false;          // said to be what is counted, not only standing by the number
  std::vector<WordKey> modifiers;  // sorted
  EventShares events;
  MarkSet marks = 0;
  std::array<QualifierId, 3> qualifiers{};
  std::optional<DayRange> when;      // a time told for it that is long before the story: background; nothing: the story's own
  EntityId person = 0;               // whose age, or who acts
  DatedAct act;                      // of a date or time
  char sex = 0;                      // 'f', 'm' or 0
  WordKey descriptor = 0;            // "woman" of an age without a name
  std::vector<EntityId> names;       // in its sentence, sorted
  bool person_named = false;         // one of them is a person's
  std::vector<WeightedWord> words;   // of its clause; normalised
  std::array<WordKey, 8> context{};  // four words before (nearest first), four after

  // Who says so.
  std::string source;
  bool asserted = true;  // not denied, not a wish or plan

  EventClassId event() const { return events[0].event; }
  bool Has(Mark mark) const { return (marks & Bit(mark)) != 0; }
  bool InHeadline() const { return region == SegmentRole::kHeadline || region == SegmentRole::kKicker; }
};

struct ClaimSet {
  const std::vector<Record>* records = nullptr;
  const RuleTables* rules = nullptr;
  Entities entities;
  std::vector<ClaimStory> stories;  // by document, then id
  std::vector<ClaimSentence> sentences;
  std::vector<QuantityClaim> claims;  // by document, then place

  const CompareRules& compare() const { return rules->compare; }
  const Record& RecordOf(const QuantityClaim& claim) const { return (*records)[claim.document]; }
  std::string_view TextOf(const QuantityClaim& claim) const { return claim.span.In(RecordOf(claim).document.text); }
  const ClaimStory& StoryOf(const QuantityClaim& claim) const { return stories[claim.story]; }
  const ClaimSentence& SentenceOf(const QuantityClaim& claim) const { return sentences[claim.sentence]; }
};

// `families`: copies among the stories. The result does not depend on `threads`.
ClaimSet BuildClaims(const std::vector<Record>& records, const std::vector<Family>& families, const RuleTables& rules,
                     int threads);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_CLAIMS_H_
