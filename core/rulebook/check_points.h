// Rules of the kind "check-points": superlatives, firsts and words of cause, which a fact-checker stops at.
#ifndef CROSSCHECK_RULEBOOK_CHECK_POINTS_H_
#define CROSSCHECK_RULEBOOK_CHECK_POINTS_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "crosscheck/check_point.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

struct CheckPointRules {
  // A run of words of a rule. `unless`: it looks like one of the rule's and means nothing of the kind ("at first", "first aid").
  struct Run {
    std::vector<WordId> words;
    size_t rule = 0;  // in `rules`
    bool unless = false;
  };
  struct Entry {
    std::string id;
    CheckPointKind kind = CheckPointKind::kSuperlative;
  };
  std::vector<Run> runs;  // by first word, the longest first
  std::vector<Entry> rules;

  // The runs that begin with the word: [first, last) of `runs`.
  std::pair<size_t, size_t> RunsFrom(WordId word) const;
};

// "point" (superlative, cause), "phrases" (one token or more each, parted at spaces, any case), "unless" (likewise).
absl::Status LoadCheckPoints(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_CHECK_POINTS_H_
