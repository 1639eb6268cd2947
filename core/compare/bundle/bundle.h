// The claims of a bundle side by side: what the records tell of each figure and date, as numbers and keys that pairs of claims are
// compared by. Made from the records alone; no text is read.
//
// BuildBundle is the entry.
#ifndef CROSSCHECK_COMPARE_BUNDLE_BUNDLE_H_
#define CROSSCHECK_COMPARE_BUNDLE_BUNDLE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/bundle/resolver.h"
#include "compare/bundle/values.h"
#include "compare/bundle/words.h"
#include "crosscheck/record.h"
#include "crosscheck/worksheet.h"
#include "rulebook/tables.h"

namespace crosscheck {

// One story as a whole: what it is about and when it was written.
struct BundleStory {
  uint32_t document = 0;
  int id = 0;
  std::optional<DayRange> published;
  std::vector<WeightedWord> topic;  // words of its beginning; normalised
  std::vector<EntityId> names;      // sorted
  uint32_t origin = 0;              // copy family; stories of one family have the same number
  uint32_t first_claim = 0;         // claims [first_claim, last_claim)
  uint32_t last_claim = 0;
};

struct BundleSentence {
  Span span;
  uint32_t paragraph = 0;
  SegmentRole region = SegmentRole::kBody;
  std::vector<WordKey> words;  // sorted, each once
  uint32_t first_claim = 0;    // claims [first_claim, last_claim)
  uint32_t last_claim = 0;
};

constexpr size_t kMostClasses = 4;

struct BundleClaim {
  const ClaimFrame* frame = nullptr;
  uint32_t document = 0;  // index in the records
  uint32_t story = 0;     // index in Bundle::stories
  uint32_t sentence = 0;  // index in Bundle::sentences
  ClaimType type = ClaimType::kCount;
  ClaimValue value;
  std::string_view unit;
  uint64_t unit_key = 0;
  uint64_t dimension = 0;

  WordKey head = 0;
  HeadClassId head_class = 0;
  std::vector<WordKey> modifiers;  // sorted
  WordKey predicate = 0;
  std::array<EventClassId, kMostClasses> classes{};  // the surest first
  std::string_view restates;  // id of the figure of its document that it gives in another unit
  EntityId owner = 0;        // a name
  bool owner_is_person = false;
  WordKey owner_word = 0;    // else a description: "woman"
  EntityId place = 0;
  MarkSet marks = 0;
  std::array<QualifierId, 3> attributes{};
  std::vector<EntityId> names;  // sorted
  std::vector<WeightedWord> words;
  std::array<WordKey, 8> context{};
  EntityId speaker = 0;  // the innermost source, where it is a name
  float position = 0;    // 0..1: where in its story

  EventClassId event() const { return classes[0]; }
  bool Has(Mark mark) const { return (marks & Bit(mark)) != 0; }
};

struct Bundle {
  const std::vector<Record>* records = nullptr;
  const RuleTables* rules = nullptr;
  Entities entities;
  std::vector<BundleStory> stories;  // by document, then id
  std::vector<BundleSentence> sentences;
  std::vector<BundleClaim> claims;  // by document, then place

  const CompareRules& compare() const { return rules->compare; }
  const Record& RecordOf(const BundleClaim& claim) const { return (*records)[claim.document]; }
  const BundleStory& StoryOf(const BundleClaim& claim) const { return stories[claim.story]; }
  const BundleSentence& SentenceOf(const BundleClaim& claim) const { return sentences[claim.sentence]; }
  // The words at the claim; empty where the record has no text.
  std::string_view TextOf(const BundleClaim& claim) const;
  // Who says so, as the article names them; empty: the article itself.
  static std::string_view SourceOf(const BundleClaim& claim);
  bool InHeadline(const BundleClaim& claim) const;
};

// `families`: copies among the stories. The result does not depend on `threads`. Records must outlive the bundle.
Bundle BuildBundle(const std::vector<Record>& records, const std::vector<Family>& families, const RuleTables& rules, int threads);

// Days from a's publication to b's; nothing where one of them is not known.
std::optional<int> DaysBetween(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b);

// How much two stories are about one thing, 0..1; 0 where they neither share a name nor much of their words.
float StoryLikeness(const BundleStory& a, const BundleStory& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_BUNDLE_H_
