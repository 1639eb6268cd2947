// How two claims on one quantity stand to each other: a pure table over values, bounds, times and sources. Says nothing of whether
// both are the same quantity.
#ifndef CROSSCHECK_COMPARE_JUDGE_RELATION_H_
#define CROSSCHECK_COMPARE_JUDGE_RELATION_H_

#include <optional>
#include <string_view>

#include "compare/bundle/values.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

// What is asked of one of the two claims.
struct ClaimFacts {
  ClaimValue value;
  bool to_come = false;   // a plan, a demand, a forecast
  bool former = false;    // told to be replaced: "initially"
  bool headline = false;
  bool including = false; // "including the gunman"
};

// What is asked of both.
struct PairFacts {
  ClaimType type = ClaimType::kCount;
  bool one_unit = true;
  bool meet = false;         // some number fits both
  bool copied = false;       // at one place of copied text
  bool one_story = false;
  bool one_source = false;   // both name the same one
  bool speaking = false;     // both are days on which somebody spoke
  bool opposed = false;      // what happened to one is the opposite of what happened to the other: rose, fell
  bool growing = false;      // of a number that later counts raise
  bool changing = false;     // of a number that later counts change either way
  bool past = false;         // one tells of what was over before its story
  bool ends_with_death = false;  // an age that grows no more
  std::optional<int> days;   // from a's publication to b's
};

struct PairRelation {
  Relation relation = Relation::kAgree;  // agree, compatible, superseded or differ
  std::string_view reason;               // "exact", "rounded", "bound", "aged", "update" ...
  bool minor = false;                    // no more than worth a look
};

// Symmetric: with the claims and the sign of `days` turned the same comes out.
PairRelation Relate(const PairFacts& pair, const ClaimFacts& a, const ClaimFacts& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_JUDGE_RELATION_H_
