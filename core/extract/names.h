// Names of people, bodies, places and groups, with their short forms joined within a story, and whom a phrase means.
#ifndef CROSSCHECK_EXTRACT_NAMES_H_
#define CROSSCHECK_EXTRACT_NAMES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

struct NameMention {
  uint32_t first = 0;  // tokens [first, last), without titles
  uint32_t last = 0;
  uint32_t name = 0;   // index in NameTable::names
};

struct NameTable {
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  std::vector<Name> names;             // story by story, in order of first mention; `id` stays empty
  std::vector<NameMention> mentions;   // in text order, not overlapping
  std::vector<uint32_t> mention_of;    // for each token: index of the mention it is part of, or kNone
};

// Takes the tokens of the names (view->owner).
NameTable FindNames(TextView* view, const QuoteMap& quotes);

// Whom a source phrase (tokens [first, last)) means in its story: a full name for a short form, a pronoun, "the ministry",
// "the group"; the words themselves for other phrases. When unsure no name is put in place of the words.
std::string ResolveSource(const TextView& view, const NameTable& names, const QuoteMap& quotes, uint32_t first, uint32_t last);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_NAMES_H_
