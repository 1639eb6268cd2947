// What was said: where the content of a cue begins behind the cue and what stands between, and where it ends.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_CONTENTS_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_CONTENTS_H_

#include <vector>

#include "extract/statements/cues.h"
#include "extract/statements/sources.h"

namespace crosscheck {

// What follows a cue, its listener and its adjuncts.
enum class Follower : uint8_t { kNothing, kComma, kColon, kQuotation, kThat, kInfinitive, kWhether, kPreposition, kBare };

// A cue with what its neighbours say about it, before its content is settled.
struct Candidate {
  uint32_t token = 0;
  const CueRule* rule = nullptr;
  const CueLemma* lemma = nullptr;
  VerbGroup group;
  TokenRange cue;  // verb group with particle and preposition
  Subject subject;
  TokenRange source;
  std::vector<TokenRange> carriers;  // through whom it came, outermost first
  TokenRange clause;                 // cue, listener and adjuncts: holds the day of saying and the carrier
  TokenRange addressee;
  uint32_t after = 0;  // first token behind cue, listener and adjuncts
  Follower follower = Follower::kNothing;
  uint32_t host = UINT32_MAX;  // token of the cue whose statement holds this one; UINT32_MAX: told by position
  bool tag = false;            // content stands to the left
  bool inverted = false;       // "said Roe"
  bool object = false;         // the content is a noun phrase
  bool accepted = false;
  bool inside = false;  // an "according to" inside what another cue tells
  std::vector<TokenRange> content;
  double confidence = 0;

  // The last part of the content; nothing where there is none.
  TokenRange LastContent() const { return content.empty() ? TokenRange() : content.back(); }
};

// One past "on Monday", "last week", "earlier this year" at `first`, or `first`.
uint32_t SkipTime(const Grammar& grammar, uint32_t first, uint32_t end);
// Skips "on Monday", "in a statement", "flatly" between a cue and its content.
uint32_t SkipAdjuncts(const Grammar& grammar, uint32_t first, uint32_t end);
// The listener of "told reporters", which begins at `first`; empty where there is none.
TokenRange AddresseeFrom(const Grammar& grammar, uint32_t first, uint32_t end);
// "to fight" at `t`; behind "to" a word of no list that is no name and no plural counts as a verb.
bool OpensInfinitive(const Grammar& grammar, uint32_t t, uint32_t end);
// Does a clause with a subject of its own begin at `first`? Looks a few words ahead for its verb.
bool OpensClause(const Grammar& grammar, uint32_t first, uint32_t end);
// Is the relative word before the subject of `candidate` its object: "the law, which he called old"? `first`: first token of the
// line.
bool IsRelativeObject(const Grammar& grammar, const Candidate& candidate, uint32_t first);
Follower FollowerAt(const Grammar& grammar, uint32_t first, uint32_t end);
// End of the content of `candidates[index]` that begins at `first` and cannot pass `end`. `candidates`: all of the line, in
// order.
uint32_t ContentEnd(const Grammar& grammar, const std::vector<Candidate>& candidates, size_t index, uint32_t first, uint32_t end);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_CONTENTS_H_
