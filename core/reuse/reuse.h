// Entry of the reuse stage: duplicated text between the stories of a bundle, and within a page.
#ifndef CROSSCHECK_REUSE_REUSE_H_
#define CROSSCHECK_REUSE_REUSE_H_

#include <string>
#include <vector>

#include "crosscheck/record.h"
#include "crosscheck/worksheet.h"
#include "rulebook/tables.h"

namespace crosscheck {

struct ReuseResult {
  std::vector<Reuse> pairs;      // by a, b, a_story, b_story
  std::vector<Family> families;  // of two members or more
  std::vector<CarriedText> carried;
  std::vector<std::string> limits;  // what was not looked at pair by pair, in words
};

struct ReuseOptions {
  uint32_t min_words = 0;      // shared passages of fewer words are not counted
  bool ignore_quotes = false;  // words inside quotation marks are not counted
};

// `records` are sorted by id. The result does not depend on `threads`.
ReuseResult FindReuse(const std::vector<Record>& records, const RuleTables& rules, int threads, const ReuseOptions& options = {});

// A worksheet with nothing on it but reuse.
Worksheet ReuseSheet(std::vector<Record> records, const RuleTables& rules, int threads, const ReuseOptions& options,
                     std::vector<Unread> unread);

// Puts what was found on the sheet.
void SetReuse(ReuseResult found, Worksheet* sheet);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_REUSE_H_
