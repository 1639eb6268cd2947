// What a story is about as a vector of whole numbers, and the few keys that stories on one event have in common.
//
// Words of the story's beginning and its names, weighted by the root of how often they stand there and by their rarity in news at
// large (rulebook/background.h). Made from one record alone: the same wherever and beside whatever it is made.
#ifndef CROSSCHECK_EVENTS_FEATURES_H_
#define CROSSCHECK_EVENTS_FEATURES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crosscheck/record.h"
#include "rulebook/background.h"
#include "text/lexicon.h"

namespace crosscheck {

// A word or a name: a hash that is the same on every run and machine.
using TermKey = uint64_t;

struct Term {
  TermKey key = 0;
  uint32_t weight = 0;
  friend bool operator==(const Term&, const Term&) = default;
};

constexpr uint32_t kLength = 1024;  // of each vector

struct StoryFeatures {
  std::optional<DayRange> days;  // of publication
  std::vector<Term> terms;       // by key; the vector's length is about kLength
  std::vector<TermKey> keys;     // its heaviest terms; sorted
};

// Stems of the words that stand in the first part of a story, in text order. What the background counts, too.
std::vector<std::string> BeginningOf(const Document& document, const Story& story, const Lexicon& lexicon);

StoryFeatures FeaturesOf(const Record& record, const Story& story, const Lexicon& lexicon, const Background& background);

}  // namespace crosscheck

#endif  // CROSSCHECK_EVENTS_FEATURES_H_
