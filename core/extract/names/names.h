// Names of people, bodies, places and groups, with their short forms joined within a story, and whom a phrase means.
//
// FindNames is the entry; then ResolveSource (or ResolveSourceId) for a source phrase, NameAt for a token.
#ifndef CROSSCHECK_EXTRACT_NAMES_NAMES_H_
#define CROSSCHECK_EXTRACT_NAMES_NAMES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/grammar.h"
#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

struct NameMention {
  uint32_t first = 0;  // tokens [first, last), without titles
  uint32_t last = 0;
  uint32_t name = 0;    // index in NameTable::names
  uint32_t office = 0;  // first token of the office told before it ("Deputy Minister Roe"); `first` where none is
};

// What resolving needs of a name and the record does not.
struct NameFacts {
  uint32_t story = 0;           // index in document.stories
  uint32_t known = 0xFFFFFFFF;  // index in NameRules::known
  NameEvidence evidence = NameEvidence::kShape;
  std::vector<uint64_t> words;      // hashes of the words of the fullest form (see AppendNameKey)
  std::vector<WordId> descriptors;  // nouns it is told by: "spokesman", "agency"; sorted
};

struct NameTable {
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  TotalArray<Name> names;                                            // story by story, in order of first mention; `id` stays empty
  TotalArray<NameFacts> facts;                                       // one for each name
  TotalArray<NameMention> mentions{NameMention{0, 0, kNone, 0}};  // in text order, not overlapping
  TotalArray<uint32_t> mention_of{kNone};                          // for each token: index of the mention it is part of, or kNone

  // The name that token is part of, or kNone.
  uint32_t NameAt(uint32_t token) const { return mentions[mention_of[token]].name; }
};

// Takes the tokens of the names (view->owner), also of things with a number in their name ("Flight 12", "38 North").
NameTable FindNames(TextView* view, const QuoteMap& quotes);

// Whom a source phrase (tokens [first, last)) means in its story: a full name for a short form, a pronoun, "the ministry",
// "the group"; names joined by "and" as "Norway + Chile"; the words themselves for other phrases. When unsure no name is put in
// place of the words.
// `said`: the statement's content; a pronoun means none of its names but its subject ("Storr had met Roe, he said").
std::string ResolveSource(const TextView& view, const NameTable& names, const QuoteMap& quotes, uint32_t first, uint32_t last,
                          const std::vector<TokenRange>& said = {});

// The same as an index in NameTable::names; kNone where the phrase means no name of the story or it is not sure which.
uint32_t ResolveSourceId(const TextView& view, const NameTable& names, const QuoteMap& quotes, uint32_t first, uint32_t last);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_NAMES_NAMES_H_
