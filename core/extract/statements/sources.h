// Noun phrases beside a cue: who speaks.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_SOURCES_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_SOURCES_H_

#include "extract/grammar.h"

namespace crosscheck {

// What stands to the left of a noun phrase.
enum class Border : uint8_t { kStart, kComma, kDash, kQuote, kVerb, kWord, kPreposition };

struct NounPhrase {
  TokenRange tokens;
  Border border = Border::kStart;
  bool empty() const { return tokens.empty(); }
};

// The noun phrase that ends before `end`: titles, names, "of/for/at" phrases, short relative clauses. Not left of `floor`.
NounPhrase NounPhraseBefore(const Grammar& grammar, uint32_t end, uint32_t floor);
// The noun phrase that begins at `first`; with `apposition` also ", the mayor of ..." behind it. Ends before `limit`.
TokenRange NounPhraseFrom(const Grammar& grammar, uint32_t first, uint32_t limit, bool apposition);
// The subject of a verb group that begins at `verb`, through appositions, brackets and relative clauses between commas or dashes.
// Empty where none is found. `shared`: the verb is coordinated or a participle and has no subject of its own.
struct Subject {
  TokenRange tokens;
  uint32_t left = 0;  // first token of subject and what belongs to it: the content of a tag ends before
  Border border = Border::kStart;
  bool shared = false;    // ", adding", "and said"
  bool relative = false;  // "who said"
  TokenRange antecedent;  // of a relative
};
// `verb`: first token of the group; `last_verb`: the verb itself.
Subject FindSubject(const Grammar& grammar, uint32_t verb, uint32_t last_verb, uint32_t floor);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_SOURCES_H_
