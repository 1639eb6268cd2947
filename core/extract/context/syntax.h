// What the words of a sentence do in it: noun phrases, verbs with their auxiliaries, and whose verb each one is. No parse tree: every
// word gets a part by its neighbours in one pass, and the questions below walk over those parts.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_SYNTAX_H_
#define CROSSCHECK_EXTRACT_CONTEXT_SYNTAX_H_

#include <cstdint>
#include <vector>

#include "base/total_array.h"
#include "extract/context/clause.h"
#include "extract/grammar.h"

namespace crosscheck {

enum class Part : uint8_t {
  kBreak,  // stops, colons, brackets, dashes
  kComma,
  kQuote,
  kNoun,  // also adjectives, names, numbers
  kTime,  // of a date
  kPronoun,
  kDeterminer,
  kPossessive,  // "his", "'s"
  kAdverb,
  kPreposition,
  kTo,  // before an infinitive
  kVerb,
  kParticiple,  // without an auxiliary: "carrying", "held by"
  kAuxiliary,
  kRelative,
  kSubordinator,
  kCoordinator,
};

// "had been killed": one group whose main word is "killed". Of "was" alone it is "was" itself.
struct VerbGroup {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t main = 0;
  uint32_t last = 0;
  bool be = false;       // a form of be without another verb
  bool finite = false;   // no participle, no infinitive
  bool infinitive = false;
  bool passive = false;
};

// Tokens [first, last); the last one is its head.
using NounPhrase = TokenRange;

class Syntax {
 public:
  static constexpr uint32_t kNone = ClauseReader::kNone;

  // After all ClauseReader::SetNumber. Both must outlive it.
  Syntax(const ClauseReader& reader, const Grammar& grammar);

  Part PartOf(uint32_t t) const { return parts_[t]; }
  const Grammar& grammar() const { return grammar_; }
  // The nearest group before or behind a token in its sentence; null: none.
  const VerbGroup* GroupBefore(uint32_t t) const;
  const VerbGroup* GroupFrom(uint32_t t) const;

  // The phrase without "of" and the like whose last token is `last` - 1; empty where no noun or pronoun stands there.
  NounPhrase PhraseBefore(uint32_t last) const;
  // Likewise the one that begins at `first`.
  NounPhrase PhraseFrom(uint32_t first) const;
  // "the roof of a stand" where `phrase` is "a stand": "the roof".
  NounPhrase WholeOf(NounPhrase phrase) const;
  // Who or what does or undergoes it; empty where the sentence does not tell.
  NounPhrase SubjectOf(const VerbGroup& group) const { return SubjectOf(group, 0); }

 private:
  Part Classify(uint32_t t) const;
  Part ClassifyWord(uint32_t t) const;
  Part ClassifyVerb(uint32_t t) const;
  Part ClassifyThat(uint32_t t) const;
  Part PartBefore(uint32_t t) const;  // through adverbs; kBreak at the start of the sentence
  uint8_t FormsBySpelling(uint32_t t, Part before) const;
  bool OpensClause(uint32_t t) const;
  bool IsUnit(uint32_t t) const;
  bool GoesOn(uint32_t t) const;
  bool IsVerbOfDeterminer(uint32_t t, uint8_t forms) const;
  void FindHiddenVerbs(const ViewSentence& sentence);
  bool IsHiddenVerb(uint32_t t, const ViewSentence& sentence) const;
  void AddGroups(const ViewSentence& sentence);
  void FindReduced(size_t from);
  void FindFiniteBehindAside(size_t from);
  uint32_t FloorOf(uint32_t t) const { return view_.SentenceOf(t).first; }
  uint32_t LimitOf(uint32_t t) const { return view_.SentenceOf(t).last; }
  NounPhrase SubjectOf(const VerbGroup& group, int depth) const;
  NounPhrase BeforeAside(uint32_t comma) const;
  NounPhrase Described(NounPhrase phrase) const;
  uint32_t BeforeBracket(uint32_t last) const;

  const ClauseReader& reader_;
  const TextView& view_;
  const Grammar& grammar_;
  TotalArray<Part> parts_;
  std::vector<VerbGroup> groups_;  // in text order
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_SYNTAX_H_
