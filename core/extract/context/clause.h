// The words around a figure: classes of events, marks of scope and time, and clause words, each the weaker the farther off and
// the more commas, conjunctions and other numbers stand between.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_CLAUSE_H_
#define CROSSCHECK_EXTRACT_CONTEXT_CLAUSE_H_

#include <array>
#include <vector>

#include "base/total_array.h"
#include "extract/context/lemmas.h"
#include "extract/text_view.h"

namespace crosscheck {

// A name where it stands. `name` is its index in Record::names plus 1; 0 is none.
using NameRef = uint32_t;
struct NamePlace {
  Span span;
  NameRef name = 0;
  NameKind kind = NameKind::kPerson;
  Gender gender = Gender::kUnknown;
};
// In text order.
std::vector<NamePlace> PlacesOfNames(const std::vector<Name>& names);

// How much of a clause belongs to each class of events, strongest first; unused ones have class 0.
struct EventShare {
  EventClassId event = 0;
  float share = 0;
};
constexpr size_t kMostEvents = 4;
using EventShares = std::array<EventShare, kMostEvents>;

struct ClauseWord {
  LemmaId lemma = 0;
  float nearness = 0;  // 0..1
};

struct Clause {
  EventShares events;       // without saying
  float nearest_event = 0;  // nearness of the strongest, 0..1
  float nearest_saying = 0;
  MarkSet marks = 0;
  std::array<QualifierId, 3> qualifiers{};
  std::vector<ClauseWord> words;     // without names
  std::array<LemmaId, 8> context{};  // four words before, nearest first, and four behind; kNumber for a number
};

class ClauseReader {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  static constexpr LemmaId kNumber = 0xFFFFFFFF;

  // Both must outlive the reader.
  ClauseReader(const TextView& view, const std::vector<NamePlace>& names);

  const TextView& view() const { return view_; }
  uint32_t TokenAt(uint32_t byte) const;               // the token that holds or follows the byte; kNone past the last
  uint32_t TokenEnd(Span span, uint32_t first) const;  // one past the last token of the span
  // Marks tokens [first, last) as a number that is a claim: it parts the words around it.
  void SetNumber(uint32_t first, uint32_t last);
  bool IsNumber(uint32_t token) const { return number_[token] != 0; }
  uint32_t MentionAt(uint32_t token) const { return mention_of_[token]; }  // index in the names' places; kNone
  const std::vector<NamePlace>& names() const { return names_; }
  LemmaId LemmaOf(uint32_t token) const { return lemmas_.Of(token); }
  Lemmas& lemmas() { return lemmas_; }
  const Lemmas& lemmas() const { return lemmas_; }
  EventClassId EventAt(uint32_t token) const { return event_[token]; }
  HeadClassId HeadAt(uint32_t token) const { return rules_.compare.HeadOf(view_.tokens[token].word); }
  // A word that carries meaning: no number, name, stop word or mark of punctuation.
  bool IsContent(uint32_t token) const;
  // Call after all SetNumber. Tokens [first, last) are one figure or date.
  Clause Read(uint32_t first, uint32_t last) const;
  MarkSet MarksOf(const ViewSentence& sentence) const;

 private:
  struct Walk;
  void Tag();
  void Visit(uint32_t token, int distance, bool before, bool past_number, float weight, Walk* walk) const;

  const RuleTables& rules_;
  const TextView& view_;
  const std::vector<NamePlace>& names_;
  Lemmas lemmas_;
  TotalArray<uint8_t> number_{0};  // 0, or a number that parts neighbours
  uint8_t last_number_ = 0;
  TotalArray<EventClassId> event_{0};
  std::vector<MarkSet> marks_;
  std::vector<uint8_t> mark_length_;  // tokens of the phrase that begins here
  TotalArray<uint32_t> mention_of_{kNone};
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_CLAUSE_H_
