#include "text/lexicon.h"

#define XXH_INLINE_ALL  // short words: the call would cost as much as the hash
#include <xxhash.h>

#include <array>

namespace crosscheck {
namespace {

constexpr auto kRoleNames = std::to_array<std::string_view>({
    "determiner",
    "possessive",
    "pronoun",
    "relative",
    "preposition",
    "coordinator",
    "subordinator",
    "auxiliary",
    "modal",
    "negation",
    "adverb",
    "abbreviation",
    "title-abbreviation",
    "month",
    "weekday",
    "time-unit",
    "date-word",
    "number-word",
    "ordinal-word",
    "multiplier",
    "unit",
    "currency",
    "approximator",
    "bound",
    "quantifier",
    "cue",
    "title",
    "person-noun",
    "organisation-noun",
    "place-noun",
    "demonym",
    "country",
    "city",
    "first-name",
    "kinship",
    "female",
    "male",
    "stop",
    "agency",
    "surname-first",
    "name-particle",
    "civility",
    "portfolio",
    "numbered",
    "event-noun",
    "noun-verb",
    "document-noun",
    "speech-noun",
    "money-sign",
    "money-word",
    "plural-noun",
    "hearer",
});
static_assert(kRoleNames.size() == static_cast<size_t>(Role::kCount));
static_assert(static_cast<size_t>(Role::kCount) <= 64);

constexpr size_t kFirstSlots = 1024;

}  // namespace

Role RoleByName(std::string_view name) {
  size_t i = 0;
  while (i < kRoleNames.size() && kRoleNames[i] != name) ++i;
  return static_cast<Role>(i);
}

Lexicon::Lexicon() : words_(1), roles_(1) {}

uint64_t Lexicon::Hash(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

WordId Lexicon::FindHashed(std::string_view lower_word, uint64_t hash) const {
  if (slots_.empty()) return 0;
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask; slots_[at].word != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && words_[slots_[at].word] == lower_word) return slots_[at].word;
  }
  return 0;
}

WordId Lexicon::Add(std::string_view word, RoleSet roles) {
  const uint64_t hash = Hash(word);
  if (const WordId known = FindHashed(word, hash)) {
    roles_[known] |= roles;
    return known;
  }
  if (words_.size() * 2 > slots_.size()) Grow();
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].word != 0) at = (at + 1) & mask;
  const auto id = static_cast<WordId>(words_.size());
  slots_[at] = {hash, id};
  words_.emplace_back(word);
  roles_.push_back(roles);
  return id;
}

void Lexicon::Grow() {
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == 0) continue;
    size_t at = slot.hash & mask;
    while (slots_[at].word != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace crosscheck
