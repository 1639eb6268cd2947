// A draft beside its sources: each of its claims with where it stands in them. The fields mirror docs/format.md one by one.
#ifndef CROSSCHECK_DRAFT_H_
#define CROSSCHECK_DRAFT_H_

#include <string>
#include <vector>

#include "crosscheck/record.h"

namespace crosscheck {

// How a source stands to a claim of the draft; of a claim with several places: the last of these that one of them has.
enum class Standing : uint8_t {
  kNotLookedFor,  // a statement of too few words
  kInNoSource,
  kSame,          // the same value, name or quotation, from the same mouth
  kCompatible,    // does not contradict and no more: a bound that fits, the value of another day
  kOtherWords,    // the same quotation, report or name, in other words or letters
  kOtherSpeaker,  // the same words from another mouth
  kOtherValue,
};

// A place in a source that is about what a claim of the draft is about.
struct SourcePlace {
  std::string document;
  std::string claim;  // id of the figure, date, statement or name there; empty: none, the words alone
  Span span;
  std::string text;    // the words at `span`
  std::string source;  // who says so; empty: the article itself
  Standing standing = Standing::kSame;
};

struct DraftClaim {
  std::string claim;  // id in the draft's record
  ClaimKind kind = ClaimKind::kFigure;
  Span span;
  std::string text;  // the words at `span`
  Standing standing = Standing::kInNoSource;
  std::vector<SourcePlace> in;  // those that are to be looked at first, then by document and place
};

struct Draft {
  std::string document;            // id
  std::vector<DraftClaim> claims;  // in text order
};

}  // namespace crosscheck

#endif  // CROSSCHECK_DRAFT_H_
