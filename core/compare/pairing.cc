#include "compare/pairing.h"

#include <algorithm>
#include <cmath>

#include "compare/live_page.h"
#include "compare/values.h"

namespace crosscheck {
namespace {

bool BothSet(uint64_t a, uint64_t b) { return a != 0 && b != 0; }

double Middle(const ClaimValue& value) {
  if (std::isinf(value.low)) return value.high;
  if (std::isinf(value.high)) return value.low;
  return (value.low + value.high) / 2;
}

constexpr float kFarBound = 0.53f;  // FarApart of three to one

// 0..1: how far apart two sizes are, in powers of two up to eight times.
float FarApart(const ClaimValue& a, const ClaimValue& b) {
  const double x = std::abs(Middle(a));
  const double y = std::abs(Middle(b));
  if (x == y) return 0;
  if (x == 0 || y == 0) return 1;
  const double powers = std::abs(std::log2(x / y));
  return static_cast<float>(std::min(1.0, powers / 3));
}

bool IsOneSided(const ClaimValue& value) { return !value.interval.low != !value.interval.high; }

// "Almost 2,800" beside 2,795: a hedged round number, and within two in a hundred of it one that nobody rounded.
bool RoundedFrom(const ClaimValue& hedged, const ClaimValue& exact) {
  if (!hedged.hedged || exact.hedged || IsOneSided(hedged) || exact.unusual < 1 || Middle(exact) < 100) return false;
  return std::abs(Middle(hedged) - Middle(exact)) <= 0.025 * Middle(exact);
}

bool QualifiersClash(const QuantityClaim& a, const QuantityClaim& b, const CompareRules& rules) {
  for (const QualifierId p : a.qualifiers) {
    for (const QualifierId q : b.qualifiers) {
      if (p != 0 && q != 0 && p != q && rules.qualifiers[p].scale == rules.qualifiers[q].scale) return true;
    }
  }
  return false;
}

int CountQualifiers(const QuantityClaim& claim) {
  return static_cast<int>(std::count_if(claim.qualifiers.begin(), claim.qualifiers.end(), [](QualifierId q) { return q != 0; }));
}

bool OneHas(const QuantityClaim& a, const QuantityClaim& b, Mark mark) { return a.Has(mark) != b.Has(mark); }

// 1: words about people of any kind; 2: by sex or age; 3: by part played; 0: no people.
int KindOfPeople(const HeadClass& head) {
  if (!head.person) return 0;
  if (head.generic) return 1;
  return head.sex != 0 || head.name == "child" || head.name == "adult" ? 2 : 3;
}

bool IsDay(const QuantityClaim& claim) { return claim.type == ClaimType::kDate || claim.type == ClaimType::kTime; }

// "Rose by 4 percent", "will go up 4 percent".
bool IsChange(const QuantityClaim& claim, const CompareRules& rules) {
  const std::string_view event = rules.events[claim.event()].name;
  return claim.Has(Mark::kChange) || event == "rise" || event == "drop";
}

bool IsChild(const HeadClass& head) { return head.name == "child" || head.name == "boy" || head.name == "girl"; }

// Does the body of its article repeat a headline's number? Claims stand in the order of the text.
bool BodyRepeats(const ClaimSet& set, uint32_t headline) {
  constexpr uint32_t kFarthest = 300;
  const auto& claims = set.claims;
  const uint32_t end = std::min(static_cast<uint32_t>(claims.size()), headline + kFarthest);
  for (uint32_t c = headline + 1; c < end && claims[c].story == claims[headline].story; ++c) {
    if (claims[c].type == claims[headline].type && !claims[c].InHeadline() && EqualValues(claims[c], claims[headline]))
      return true;
  }
  return false;
}

// An article that gives two values tells of two things, but for a headline whose number its body does not have, and for the
// entries of a live page.
bool TwoThingsOfArticle(const ClaimSet& set, uint32_t i, uint32_t j) {
  const QuantityClaim& a = set.claims[i];
  const QuantityClaim& b = set.claims[j];
  if (a.type == ClaimType::kAge || ValuesMeet(a, b)) return false;  // whose ages they are says more
  if (AreEntriesOfOnePage(set, a, b)) return false;
  if (a.InHeadline() != b.InHeadline()) return BodyRepeats(set, a.InHeadline() ? i : j);
  return true;
}

}  // namespace

bool ValuesMeet(const QuantityClaim& a, const QuantityClaim& b) {
  if (a.value.high < b.value.low || b.value.high < a.value.low) return false;
  return a.unit_key == b.unit_key ? !Disjoint(a.value.interval, b.value.interval) : !Disjoint(a.value.base, b.value.base);
}

bool EqualValues(const QuantityClaim& a, const QuantityClaim& b) {
  return a.value.key == b.value.key && a.unit_key == b.unit_key;
}

// "Indonesians" and "Indonesian nationals": the head of one stands beside the head of the other.
bool HeadBeside(const QuantityClaim& a, const QuantityClaim& b) {
  return a.head != 0 && std::binary_search(b.modifiers.begin(), b.modifiers.end(), a.head);
}

bool SameHead(const QuantityClaim& a, const QuantityClaim& b) {
  if (a.type == ClaimType::kCount && b.type == ClaimType::kCount && (HeadBeside(a, b) || HeadBeside(b, a))) return true;
  return (BothSet(a.head, b.head) && a.head == b.head) || (a.head_class != 0 && a.head_class == b.head_class);
}

bool HeadsClash(const QuantityClaim& a, const QuantityClaim& b, const CompareRules& rules) {
  if (a.head_class == 0 || b.head_class == 0 || a.head_class == b.head_class || a.head == b.head) return false;
  const HeadClass& x = rules.heads[a.head_class];
  const HeadClass& y = rules.heads[b.head_class];
  const int p = KindOfPeople(x);
  const int q = KindOfPeople(y);
  if (p == 0 || q == 0) return true;
  if (p == 1 || q == 1 || p != q) return false;
  if (p == 3) return true;
  if (x.sex != 0 && y.sex != 0 && x.sex != y.sex) return true;
  return IsChild(x) != IsChild(y);
}

float EventOverlap(const QuantityClaim& a, const QuantityClaim& b) {
  float overlap = 0;
  for (const EventShare& x : a.events) {
    for (const EventShare& y : b.events) {
      if (x.event != 0 && x.event == y.event) overlap += std::min(x.share, y.share);
    }
  }
  return overlap;
}

bool SharesName(const QuantityClaim& a, const QuantityClaim& b) {
  for (size_t i = 0, j = 0; i < a.names.size() && j < b.names.size();) {
    if (a.names[i] == b.names[j]) return true;
    a.names[i] < b.names[j] ? ++i : ++j;
  }
  return false;
}

bool UnlikeTimes(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b) {
  if (IsDay(a) || (!a.when && !b.when)) return false;
  constexpr std::chrono::days kNewsDays{60};  // a story's own days reach back so far from its publication
  const auto times = [&](const QuantityClaim& claim) -> std::optional<DayRange> {
    if (claim.when) return claim.when;
    const auto& published = set.StoryOf(claim).published;
    if (!published || !published->from || !published->until) return std::nullopt;
    return DayRange{*published->from - kNewsDays, *published->until};
  };
  const auto x = times(a);
  const auto y = times(b);
  return x && y && (*x->until < *y->from || *y->until < *x->from);
}

float ContextMatch(const QuantityClaim& a, const QuantityClaim& b) {
  int equal = 0;
  for (const size_t side : {size_t{0}, size_t{4}}) {
    for (size_t i = side; i < side + 4 && a.context[i] != 0 && a.context[i] == b.context[i]; ++i) ++equal;
  }
  return static_cast<float>(equal) / 8;
}

bool Pairing::NearCopy(const QuantityClaim& a, const QuantityClaim& b) const {
  if (a.sentence == b.sentence || a.type != b.type) return false;
  const ClaimSentence& x = set_.SentenceOf(a);
  const ClaimSentence& y = set_.SentenceOf(b);
  if (std::min(x.words.size(), y.words.size()) < 4) return false;
  const bool same_slot = x.numbers == y.numbers && a.slot == b.slot;
  if (!same_slot && ContextMatch(a, b) < 0.5f) return false;
  return Jaccard(x.words, y.words) >= 0.8f;
}

Gate Pairing::CannotLinkAges(const QuantityClaim& a, const QuantityClaim& b) const {
  if (BothSet(a.person, b.person)) return a.person == b.person ? Gate::kNone : Gate::kPerson;
  if (a.sex != 0 && b.sex != 0 && a.sex != b.sex) return Gate::kSex;
  if (a.document == b.document && a.value.key != b.value.key && (a.person == 0 || a.person != b.person))
    return Gate::kUnnamedAges;
  return Gate::kNone;
}

Gate Pairing::CannotLinkCounts(const QuantityClaim& a, const QuantityClaim& b) const {
  const CompareRules& rules = set_.compare();
  const bool exclusive = rules.events[a.event()].exclusive && rules.events[b.event()].exclusive;
  if (exclusive && a.event() != b.event() &&
      EventOverlap(a, b) < static_cast<float>(rules.gates[static_cast<size_t>(Gate::kEvent)].limit))
    return Gate::kEvent;
  const auto occasions = [&](const QuantityClaim& c) { return rules.heads[c.head_class].name == "occasion"; };
  if (HeadsClash(a, b, rules) || occasions(a) != occasions(b)) return Gate::kHead;
  if ((a.value.high == 0) != (b.value.high == 0) && (a.event() == 0 || a.event() != b.event())) return Gate::kZero;
  if (a.adds != b.adds && !EqualValues(a, b)) return Gate::kScope;
  return Gate::kNone;
}

Gate Pairing::CannotLink(uint32_t i, uint32_t j) const {
  const QuantityClaim& a = set_.claims[i];
  const QuantityClaim& b = set_.claims[j];
  if (a.type != b.type) return Gate::kType;
  if (a.dimension_key != b.dimension_key) return Gate::kUnit;
  const bool equal = EqualValues(a, b);
  const bool same_sentence = a.sentence == b.sentence && (a.type != ClaimType::kMeasure || !ValuesMeet(a, b));
  if (!equal && (same_sentence || (a.story == b.story && TwoThingsOfArticle(set_, i, j)))) return Gate::kSameSentence;
  const CompareRules& rules = set_.compare();
  const auto limit = [&](Gate gate) { return static_cast<float>(rules.gates[static_cast<size_t>(gate)].limit); };
  const bool same_name = SharesName(a, b);
  if (a.story != b.story && !same_name && index_.StoryLikeness(a.story, b.story) < limit(Gate::kStories)) return Gate::kStories;
  if (a.type == ClaimType::kAge) return CannotLinkAges(a, b);
  if (NearCopy(a, b)) return Gate::kNone;
  if (a.type == ClaimType::kCount) {
    if (const Gate gate = CannotLinkCounts(a, b); gate != Gate::kNone) return gate;
  } else if (HeadsClash(a, b, rules) && !equal) {
    return Gate::kHead;
  }
  if (QualifiersClash(a, b, rules)) return Gate::kQualifier;
  if (OneHas(a, b, Mark::kChange) && !IsDay(a) && !(IsChange(a, rules) && IsChange(b, rules))) return Gate::kChange;
  if (OneHas(a, b, Mark::kPeriod) && !equal && a.type != ClaimType::kDate && a.type != ClaimType::kTime) return Gate::kPeriod;
  if (a.when && b.when && UnlikeTimes(set_, a, b)) return Gate::kYear;
  return Gate::kNone;
}

void Pairing::AgeSigns(uint32_t i, uint32_t j, SignValues* signs) const {
  const QuantityClaim& a = set_.claims[i];
  const QuantityClaim& b = set_.claims[j];
  const auto set = [&](Sign sign, bool on) { (*signs)[static_cast<size_t>(sign)] = on ? 1 : 0; };
  const bool both_named = BothSet(a.person, b.person);
  set(Sign::kSamePerson, both_named && a.person == b.person);
  set(Sign::kOnePersonUnnamed, (a.person == 0) != (b.person == 0));
  set(Sign::kDescriptor, BothSet(a.descriptor, b.descriptor) && a.descriptor == b.descriptor);
  set(Sign::kOnlyChild, !both_named && index_.OnlyChild(i) && index_.OnlyChild(j));
  set(Sign::kRoster, index_.RosterPair(i, j));
  set(Sign::kUniqueAge, EqualValues(a, b) && index_.UniqueAge(i) && index_.UniqueAge(j));
}

void Pairing::CountSigns(const QuantityClaim& a, const QuantityClaim& b, SignValues* signs) const {
  const auto set = [&](Sign sign, float value) { (*signs)[static_cast<size_t>(sign)] = value; };
  const CompareRules& rules = set_.compare();
  if (SameHead(a, b)) {
    set(Sign::kSameHead, 1);
  } else if (HeadsClash(a, b, rules)) {
    set(Sign::kOtherHead, 1);
  } else if (BothSet(a.head, b.head) && a.sure_head && b.sure_head && (a.head_class == 0 || b.head_class == 0)) {
    set(Sign::kOtherHead, 0.6f);
  }
  if (!a.modifiers.empty() && !b.modifiers.empty()) set(Sign::kModifiers, Jaccard(a.modifiers, b.modifiers));
  set(Sign::kPartitive, OneHas(a, b, Mark::kPartitive) || a.part_of_sum != b.part_of_sum || OneHas(a, b, Mark::kOther) ? 1 : 0);
  if (IsDay(a)) {
    if (BothSet(a.person, b.person)) set(Sign::kActor, a.person == b.person ? 1 : -1);
  }
}

void Pairing::ValueSigns(uint32_t i, uint32_t j, SignValues* signs) const {
  const QuantityClaim& a = set_.claims[i];
  const QuantityClaim& b = set_.claims[j];
  const auto set = [&](Sign sign, float value) { (*signs)[static_cast<size_t>(sign)] = value; };
  const bool equal = EqualValues(a, b);
  const bool meet = equal || ValuesMeet(a, b);
  set(Sign::kEqualValue, equal ? 1 : 0);
  const bool rounded = RoundedFrom(a.value, b.value) || RoundedFrom(b.value, a.value);
  set(Sign::kUnusualValue, equal ? a.value.unusual : rounded ? 0.9f : 0);
  const bool same_way =
      (std::isinf(a.value.low) && std::isinf(b.value.low)) || (std::isinf(a.value.high) && std::isinf(b.value.high));
  // "At least 36" holds for 2,795 as well, but nobody would say so of it.
  const bool far_bound = !equal && IsOneSided(a.value) != IsOneSided(b.value) && FarApart(a.value, b.value) > kFarBound;
  set(Sign::kValuesMeet, meet && !(same_way && !equal) && !far_bound ? 1 : 0);
  if (a.type == ClaimType::kDate) {
    const double days = std::max(a.value.low - b.value.high, b.value.low - a.value.high);
    if (!meet) set(Sign::kFarDates, static_cast<float>(std::min(1.0, days / 14)));
  } else if (a.type != ClaimType::kTime && (!meet || same_way || far_bound) && !equal) {
    set(Sign::kFarValue, FarApart(a.value, b.value));
  }
}

SignValues Pairing::Signs(uint32_t i, uint32_t j) const {
  const QuantityClaim& a = set_.claims[i];
  const QuantityClaim& b = set_.claims[j];
  SignValues signs{};
  const auto set = [&](Sign sign, float value) { signs[static_cast<size_t>(sign)] = value; };
  set(Sign::kBias, 1);
  const float overlap = EventOverlap(a, b);
  set(Sign::kEvents, overlap);
  if (a.event() != 0 && b.event() != 0) {
    set(Sign::kSameEvent, a.event() == b.event() ? 1 : 0);
    // Only of classes that exclude each other is a clash sure; others name the theme of a clause.
    const auto& events = set_.compare().events;
    const float sure = events[a.event()].exclusive && events[b.event()].exclusive ? 1 : 0.5f;
    set(Sign::kEventClash, a.event() != b.event() ? sure * (1 - overlap) : 0);
  }
  if (!a.names.empty() && !b.names.empty()) set(Sign::kNames, SharesName(a, b) ? 1 : -1);
  const float clause = Cosine(a.words, b.words);
  set(Sign::kClauseWords, clause);
  if (clause > 0.15f) set(Sign::kSentenceWords, Jaccard(set_.SentenceOf(a).words, set_.SentenceOf(b).words));
  set(Sign::kContext, ContextMatch(a, b));
  if (clause > 0.15f) set(Sign::kNearCopy, NearCopy(a, b) ? 1 : 0);
  set(Sign::kOtherEvent, OneHas(a, b, Mark::kOtherEvent) || UnlikeTimes(set_, a, b) ? 1 : 0);
  const auto to_come = [](const QuantityClaim& c) { return c.Has(Mark::kPlan) || c.Has(Mark::kDemand); };
  set(Sign::kPlan, to_come(a) != to_come(b) ? 1 : 0);
  set(Sign::kQualifier, CountQualifiers(a) != CountQualifiers(b) ? 1 : 0);
  set(Sign::kSameArticle, a.story == b.story ? 1 : 0);
  set(Sign::kHeadlines, (a.InHeadline() || b.InHeadline()) && a.story != b.story ? 1 : 0);
  set(Sign::kStories, index_.StoryLikeness(a.story, b.story));
  set(Sign::kSideBySide, a.value.key != b.value.key && index_.SideBySide(a, b) ? 1 : 0);
  if (a.story != b.story && !ValuesMeet(a, b)) set(Sign::kOneLeft, index_.OneLeft(i, j));
  if (a.story != b.story && !EqualValues(a, b)) set(Sign::kSwappedDigits, SwappedDigits(set_.TextOf(a), set_.TextOf(b)));
  if (a.type == ClaimType::kAge) {
    AgeSigns(i, j, &signs);
  } else {
    CountSigns(a, b, &signs);
  }
  ValueSigns(i, j, &signs);
  return signs;
}

PairScore Pairing::Score(uint32_t i, uint32_t j) const {
  const SignValues signs = Signs(i, j);
  PairScore score;
  for (size_t s = 0; s < kSigns; ++s) {
    const SignRule& rule = set_.compare().signs[s];
    score.full += signs[s] * static_cast<float>(rule.weight);
    if (!DependsOnValue(static_cast<Sign>(s))) score.blind += signs[s] * static_cast<float>(rule.blind);
  }
  return score;
}

}  // namespace crosscheck
