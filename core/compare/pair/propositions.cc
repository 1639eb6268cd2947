#include "compare/pair/propositions.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr double kArgument = 2;      // an argument is the same
constexpr double kInWords = 0.8;     // it stands elsewhere in the other clause
constexpr double kOfAll = 2.6;       // "nobody was hurt" speaks of all of the event


bool Has(const Stated& stated, WordKey key) {
  const auto it = std::lower_bound(stated.words.begin(), stated.words.end(), key, [](const WeightedWord& w, WordKey k) { return w.word < k; });
  return key != 0 && it != stated.words.end() && it->word == key;
}

double SharedWeight(const Stated& a, const Stated& b, WordKey but) {
  double shared = 0;
  for (const WeightedWord& word : a.words) {
    if (word.word != but && Has(b, word.word)) shared += word.weight;
  }
  return shared;
}

}  // namespace

WordKey SharedArgument(const Stated& a, const Stated& b) {
  for (const WordKey x : {a.owner, a.object}) {
    if (x != 0 && (x == b.owner || x == b.object)) return x;
  }
  return 0;
}

double Overlap(const Stated& a, const Stated& b) {
  const WordKey shared = SharedArgument(a, b);
  if (shared != 0) return kArgument + SharedWeight(a, b, shared);
  double inside = 0;
  WordKey which = 0;
  for (const auto& [x, y] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    for (const WordKey key : {x->owner, x->object}) {
      if (Has(*y, key)) inside = kInWords, which = key;
    }
  }
  if (inside > 0) return inside + SharedWeight(a, b, which);
  return a.pole != 0 && b.pole != 0 && a.general != b.general ? kOfAll + SharedWeight(a, b, 0) : 0;
}

bool AreOpposed(const Bundle& bundle, const Stated& a, const Stated& b) {
  const bool both = a.frame->denied == b.frame->denied;
  if (a.pole != 0 && b.pole != 0) {
    if (a.pole == b.pole) return !both;
    return both && !a.frame->denied && bundle.rules->words.AreOpposed(a.pole, b.pole);
  }
  if (a.predicate == 0 || a.predicate != b.predicate) return false;
  if (!both) return true;
  return a.quantifier != 0 && b.quantifier != 0 && bundle.rules->words.AreOpposed(a.quantifier, b.quantifier) && !a.frame->denied;
}

}  // namespace crosscheck
