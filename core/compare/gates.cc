#include "compare/gates.h"

#include <algorithm>
#include <cmath>

#include "compare/acts.h"
#include "compare/relation.h"
#include "compare/values.h"

namespace crosscheck {
namespace {

// What every gate looks at.
struct Pair {
  const Pairing& pairing;
  uint32_t i;
  uint32_t j;
  const QuantityClaim& a;
  const QuantityClaim& b;
  PairScore score;
  bool near_copy;

  const CompareRules& rules() const { return pairing.set().compare(); }
  double Limit(Gate gate) const { return rules().gates[static_cast<size_t>(gate)].limit; }
};

bool OneHas(const Pair& p, Mark mark) { return p.a.Has(mark) != p.b.Has(mark); }
bool IsDay(const Pair& p) { return p.a.type == ClaimType::kDate || p.a.type == ClaimType::kTime; }
bool SamePerson(const Pair& p) { return p.a.type == ClaimType::kAge && p.a.person != 0 && p.a.person == p.b.person; }
double Middle(const QuantityClaim& c) {
  if (std::isinf(c.value.low)) return c.value.high;
  return std::isinf(c.value.high) ? c.value.low : (c.value.low + c.value.high) / 2;
}

// An article gives both values in one sentence, of two things.
bool SideBySide(const Pair& p) {
  if (SamePerson(p)) return false;
  // Or it gives the other article's value as well.
  return p.pairing.index().SideBySide(p.a, p.b) ||
         (p.a.story != p.b.story && !p.near_copy && p.pairing.index().OneLeft(p.i, p.j) < 0);
}

// A number of the larger one's own sentence makes up the gap: "one dead, two hurt" against "three shot".
bool HasGap(const Pair& p, const QuantityClaim& claim, double gap) {
  const auto [first, last] = p.pairing.index().ClaimsOfSentence(claim.sentence);
  for (uint32_t c = first; c < last; ++c) {
    const QuantityClaim& other = p.pairing.set().claims[c];
    if (!other.span.Overlaps(claim.span) && other.type == ClaimType::kCount && other.value.exact && other.value.low == gap)
      return true;
  }
  return false;
}

bool MadeUpBySum(const Pair& p) {
  if (p.a.type != ClaimType::kCount || !p.a.value.exact || !p.b.value.exact) return false;
  const double gap = std::abs(p.a.value.low - p.b.value.low);
  return HasGap(p, p.a, gap) != HasGap(p, p.b, gap);
}

// "Two of them"; or fewer told one by one than are told elsewhere in one number.
bool PartOfThem(const Pair& p) {
  if (OneHas(p, Mark::kPartitive) || p.a.part_of_sum != p.b.part_of_sum) return true;
  return p.a.is_sum != p.b.is_sum && (Middle(p.a) < Middle(p.b)) == p.a.is_sum;
}
bool Addition(const Pair& p) {
  return (OneHas(p, Mark::kOther) || p.a.adds != p.b.adds) && !IsDay(p) && p.a.type != ClaimType::kAge;
}

// "The second suspect", "a third suspect": places in a row, not sizes.
bool AreOrdinals(const Pair& p) { return !p.near_copy && p.a.unit_key == Lexicon::Hash("ordinal") && !SharesName(p.a, p.b); }

bool OneWithoutLikeness(const Pair& p) {
  if (AreOrdinals(p)) return true;
  if (p.a.type != ClaimType::kCount) return false;
  const bool one = p.a.value.high == 1 || p.b.value.high == 1;
  return one && !(SameHead(p.a, p.b) && p.a.event() != 0 && p.a.event() == p.b.event());
}

// "three people" against "two men": men are some of the people.
bool PartOfWhole(const Pair& p) {
  if (p.a.type != ClaimType::kCount || p.a.head_class == 0 || p.b.head_class == 0) return false;
  const HeadClass& x = p.rules().heads[p.a.head_class];
  const HeadClass& y = p.rules().heads[p.b.head_class];
  if (x.generic == y.generic) return false;
  const bool a_larger = Middle(p.a) > Middle(p.b);
  return x.generic ? a_larger : !a_larger;
}

bool FarApart(const Pair& p) {
  if (IsDay(p) || p.a.type == ClaimType::kAge || p.near_copy) return false;
  const double x = std::abs(Middle(p.a));
  const double y = std::abs(Middle(p.b));
  return std::min(x, y) == 0 || std::max(x, y) / std::min(x, y) >= p.Limit(Gate::kFar);
}

bool Vague(const Pair& p) { return p.a.value.vague || p.b.value.vague; }
bool OtherEvent(const Pair& p) {
  return OneHas(p, Mark::kOtherEvent) || (!p.near_copy && UnlikeTimes(p.pairing.set(), p.a, p.b));
}

bool NoSameAge(const Pair& p) {
  if (p.a.type != ClaimType::kAge) return false;
  if (std::abs(Middle(p.a) - Middle(p.b)) > p.Limit(Gate::kAge)) return true;
  if (SamePerson(p) || p.pairing.index().RosterPair(p.i, p.j) || p.near_copy) return false;
  return !(p.pairing.index().OnlyChild(p.i) && p.pairing.index().OnlyChild(p.j));
}

bool NoSameDay(const Pair& p) {
  if (!IsDay(p)) return false;
  if (p.near_copy) return false;
  if (ActLikeness(p.pairing, p.i, p.j) < -0.5f) return true;
  if (p.a.type == ClaimType::kTime) return false;
  const double grain_a = p.a.value.high - p.a.value.low + 1;
  const double grain_b = p.b.value.high - p.b.value.low + 1;
  const double gap = std::max(p.a.value.low - p.b.value.high, p.b.value.low - p.a.value.high);
  const bool years = grain_a >= 28 && grain_b >= 28;
  return !years && (std::max(grain_a, grain_b) > 10 || gap > p.Limit(Gate::kDate));
}

// Both sentences name people, and none in common: the sentences of two men, the bail of two accused.
bool NamesOthers(const Pair& p) { return p.a.person_named && p.b.person_named && !p.near_copy && !SharesName(p.a, p.b); }

bool SameEvent(const Pair& p) { return p.a.event() != 0 && p.a.event() == p.b.event(); }

bool NoSameThing(const Pair& p) {
  if (p.a.type == ClaimType::kCount || p.a.type == ClaimType::kAge || IsDay(p)) return false;
  if (NamesOthers(p)) return true;
  if (SharesName(p.a, p.b) || SameHead(p.a, p.b) || p.near_copy || ContextMatch(p.a, p.b) >= 0.5f) return false;
  if (p.pairing.index().OneLeft(p.i, p.j) >= 0.75f) return false;
  if (SameEvent(p) && SwappedDigits(p.pairing.set().TextOf(p.a), p.pairing.set().TextOf(p.b)) > 0) return false;
  return Cosine(p.a.words, p.b.words) < p.Limit(Gate::kThing);
}

bool PlanAgainstFact(const Pair& p) {
  // A headline tells what is planned as if it were done.
  if (p.a.story == p.b.story && p.a.InHeadline() != p.b.InHeadline()) return false;
  const auto to_come = [](const QuantityClaim& c) { return c.Has(Mark::kPlan) || c.Has(Mark::kDemand); };
  return (to_come(p.a) != to_come(p.b) || OneHas(p, Mark::kNegated) || p.a.asserted != p.b.asserted) && !p.near_copy &&
         p.a.type != ClaimType::kAge;
}

bool Unlike(const Pair& p) { return p.score.blind < p.Limit(Gate::kUnlike); }

struct GateCheck {
  Gate gate;
  bool (*closed)(const Pair&);
};
constexpr GateCheck kChecks[] = {
    {Gate::kSideBySide, SideBySide},  {Gate::kSum, MadeUpBySum},
    {Gate::kPartitive, PartOfThem},   {Gate::kAddition, Addition},
    {Gate::kOne, OneWithoutLikeness}, {Gate::kPartOfWhole, PartOfWhole},
    {Gate::kFar, FarApart},           {Gate::kVague, Vague},
    {Gate::kOtherEvent, OtherEvent},  {Gate::kAge, NoSameAge},
    {Gate::kDate, NoSameDay},         {Gate::kThing, NoSameThing},
    {Gate::kPlan, PlanAgainstFact},   {Gate::kUnlike, Unlike},
};

Pair MakePair(const Pairing& pairing, uint32_t a, uint32_t b, const PairScore& score) {
  const auto& claims = pairing.set().claims;
  return {pairing, a, b, claims[a], claims[b], score, pairing.NearCopy(claims[a], claims[b])};
}

}  // namespace

Gate ClosedGate(const Pairing& pairing, uint32_t a, uint32_t b, const PairScore& score) {
  const Pair pair = MakePair(pairing, a, b, score);
  for (const GateCheck& check : kChecks) {
    if (pair.rules().gates[static_cast<size_t>(check.gate)].on && check.closed(pair)) return check.gate;
  }
  return Gate::kNone;
}

std::vector<Gate> ClosedGates(const Pairing& pairing, uint32_t a, uint32_t b, const PairScore& score) {
  const Pair pair = MakePair(pairing, a, b, score);
  std::vector<Gate> closed;
  for (const GateCheck& check : kChecks) {
    if (pair.rules().gates[static_cast<size_t>(check.gate)].on && check.closed(pair)) closed.push_back(check.gate);
  }
  return closed;
}

}  // namespace crosscheck
