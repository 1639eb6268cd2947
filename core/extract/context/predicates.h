// What a number or date is told of: the verb that governs it, or the noun that stands for an act ("the arrest of March 7",
// "Tuesday's raid").
#ifndef CROSSCHECK_EXTRACT_CONTEXT_PREDICATES_H_
#define CROSSCHECK_EXTRACT_CONTEXT_PREDICATES_H_

#include <string>
#include <string_view>

#include "extract/context/syntax.h"

namespace crosscheck {

struct Predicate {
  uint32_t token = ClauseReader::kNone;  // kNone: none was found
  std::string lemma;
  EventClassId event = 0;           // its class; 0: none
  bool saying = false;              // somebody speaks: the class is one of saying
  bool be = false;                  // it is or was: no act
  const VerbGroup* group = nullptr; // null: a noun
  bool holds = false;               // "has": a state of now
  bool future = false;              // "will open"
  bool pluperfect = false;          // "had been built"
  bool behind = false;              // the number stands before its verb: it is the subject or within it
};

// A number with the words that belong to it.
struct NumberPhrase {
  uint32_t first = 0;   // with what bounds it and the adjectives and determiners before: "at least the first 12"
  uint32_t number = 0;  // the number itself is tokens [number, last)
  uint32_t last = 0;
  uint32_t end = 0;     // one past what it counts
};
// Tokens [first, last) are `figure`; `end`: one past what it counts, `last` where nothing is.
NumberPhrase PhraseAround(const Syntax& syntax, const TextView& view, const Figure& figure, uint32_t first, uint32_t last, uint32_t end);

// Of a number: the verb whose subject or object it is, through "of" and the like.
Predicate PredicateOfNumber(const ClauseReader& reader, const Syntax& syntax, const NumberPhrase& phrase);
// Of a date at tokens [first, last): the noun for an act that it stands at, else the nearest verb before it in its clause, else the
// first one behind.
Predicate PredicateOfDate(const ClauseReader& reader, const Syntax& syntax, uint32_t first, uint32_t last);
// Of an age: the verb whose subject the person is, not that of an aside ("Vale, 52, who farms there, left").
Predicate PredicateOfAge(const ClauseReader& reader, const Syntax& syntax, const NumberPhrase& phrase);
// Of a verb that is known: the tokens of its phrase.
Predicate PredicateAt(const ClauseReader& reader, const Syntax& syntax, uint32_t first, uint32_t last);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_PREDICATES_H_
