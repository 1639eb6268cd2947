// The same quotation in several hands: equal, cut, misquoted (other words) or misattributed (another speaker).
//
// Quotations are found alike by shared three-word shingles and aligned word by word (Smith and Waterman 1981); variants of one
// quotation are told apart as in meme tracking (Leskovec, Backstrom, Kleinberg 2009).
#ifndef CROSSCHECK_COMPARE_QUOTES_H_
#define CROSSCHECK_COMPARE_QUOTES_H_

#include <vector>

#include "compare/tell/comparison.h"
#include "compare/word_alignment.h"
#include "crosscheck/record.h"
#include "rulebook/tables.h"

namespace crosscheck {

// The statement's words in quotation marks, all parts as one; a gap where a speaker tag parts them.
std::vector<QuotedWord> QuotedWords(std::string_view text, const Statement& statement);

// `records` are sorted by id. Groups of type quote with at least two documents; the finding rules are quote.misquoted and
// quote.misattributed. Linear in the words of distinct quotations but for pairs that share a rare shingle.
std::vector<ComparedGroup> CompareQuotes(const std::vector<Record>& records, const RuleTables& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTES_H_
