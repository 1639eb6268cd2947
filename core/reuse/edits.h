// What changed inside shared text: figures, names, dates and negations that differ in the midst of the same words. That a copy
// says "14" where the rest of the sentence is word for word the original's "40" is the most telling difference two articles can
// have.
//
// FindReuse puts them into Reuse::changes; the compare stage makes findings of those.
#ifndef CROSSCHECK_REUSE_EDITS_H_
#define CROSSCHECK_REUSE_EDITS_H_

#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "crosscheck/record.h"
#include "crosscheck/worksheet.h"
#include "reuse/alignment.h"
#include "reuse/diff.h"
#include "rulebook/tables.h"

namespace crosscheck {

// What words of the lexicon mean for an edit, by their folded hash.
class FactWords {
 public:
  explicit FactWords(const Lexicon& lexicon);
  bool IsNegation(const StoryText& story, uint32_t word) const;
  bool IsNumber(const StoryText& story, uint32_t word) const;  // digits or number words
  bool IsDate(const StoryText& story, uint32_t word) const;    // months, weekdays
  bool IsCommon(const StoryText& story, uint32_t word) const;  // function words: never names

 private:
  RoleSet Roles(const StoryText& story, uint32_t word) const;
  absl::flat_hash_map<uint32_t, RoleSet> roles_;
};

// A story with its document's claims.
struct StoryClaims {
  const StoryText& text;
  const Record& record;
};

// The changed figures, names, dates and negations of the passages, in order of a. Figures of the same value, dates of the same
// day and mentions of the same name are no changes, by the records' claims; nor are words misread by a scanner.
std::vector<Edit> FactChanges(const StoryClaims& a, const StoryClaims& b, const std::vector<AlignedPassage>& passages,
                              const FactWords& words);

// All edits between two spans that print the same text, for showing them side by side. Kinds: kSpelling and kWords only.
std::vector<Edit> WordEdits(std::string_view text_a, Span a, std::string_view text_b, Span b);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_EDITS_H_
