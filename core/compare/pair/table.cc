#include "compare/pair/table.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace crosscheck {
namespace {

struct Pair {
  const Bundle& bundle;
  const BundleClaim& a;
  const BundleClaim& b;

  const CompareRules& rules() const { return bundle.rules->compare; }
  bool IsMoment() const { return PairKindOf(a.type) == PairKind::kMoments; }
  bool OneHas(Mark mark) const { return a.Has(mark) != b.Has(mark); }
};

float On(bool on) { return on ? 1.0f : 0.0f; }
bool Both(uint64_t a, uint64_t b) { return a != 0 && b != 0; }

template <class T>
bool ShareOne(const std::vector<T>& a, const std::vector<T>& b) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

// ---- what is counted

bool HasWord(const std::vector<WeightedWord>& words, WordKey word) {
  const auto it = std::lower_bound(words.begin(), words.end(), word, [](const WeightedWord& w, WordKey k) { return w.word < k; });
  return it != words.end() && it->word == word;
}
bool IsBeside(WordKey head, const BundleClaim& other) {
  return head != 0 && std::binary_search(other.modifiers.begin(), other.modifiers.end(), head);
}

float HeadSame(const Pair& p) { return On(Both(p.a.head, p.b.head) && p.a.head == p.b.head); }
float HeadOfClass(const Pair& p) { return On(p.a.head_class != 0 && p.a.head_class == p.b.head_class && p.a.head != p.b.head); }

// 1: words about people of any kind; 2: by sex or age; 3: by part played; 0: no people.
int KindOfPeople(const HeadClass& head) {
  if (!head.person) return 0;
  if (head.generic) return 1;
  return head.sex != 0 || head.age ? 2 : 3;
}
float HeadClash(const Pair& p) {
  if (!Both(p.a.head_class, p.b.head_class) || p.a.head_class == p.b.head_class || p.a.head == p.b.head) return 0;
  const HeadClass& x = p.rules().heads[p.a.head_class];
  const HeadClass& y = p.rules().heads[p.b.head_class];
  const int i = KindOfPeople(x);
  const int j = KindOfPeople(y);
  if (i == 0 || j == 0) return 1;
  if (i == 1 || j == 1) return 0.25f;  // "people" fits all, but a part is no whole
  if (i != j) return 0.5f;
  return x.sex != 0 && y.sex == 0 && j == 2 ? 0.5f : 1;
}
float HeadOther(const Pair& p) {
  if (!Both(p.a.head, p.b.head) || p.a.head == p.b.head || Both(p.a.head_class, p.b.head_class)) return 0;
  if (IsBeside(p.a.head, p.b) || IsBeside(p.b.head, p.a)) return 0;
  return p.a.frame->head_sure && p.b.frame->head_sure ? 1 : 0.4f;
}
float HeadInWords(const Pair& p) {
  if (p.a.head == p.b.head) return 0;
  const bool beside = IsBeside(p.a.head, p.b) || IsBeside(p.b.head, p.a);
  return On(beside || (p.a.head != 0 && HasWord(p.b.words, p.a.head)) || (p.b.head != 0 && HasWord(p.a.words, p.b.head)));
}
float Modifiers(const Pair& p) { return Jaccard(p.a.modifiers, p.b.modifiers); }
float ModifiersOther(const Pair& p) {
  return On(!p.a.modifiers.empty() && !p.b.modifiers.empty() && !ShareOne(p.a.modifiers, p.b.modifiers));
}

// ---- what happened

float PredicateSame(const Pair& p) { return On(Both(p.a.predicate, p.b.predicate) && p.a.predicate == p.b.predicate); }
float ClassSame(const Pair& p) { return On(p.a.event() != 0 && p.a.event() == p.b.event()); }
bool ShareClass(const Pair& p) {
  for (const EventClassId x : p.a.classes) {
    if (x != 0 && std::find(p.b.classes.begin(), p.b.classes.end(), x) != p.b.classes.end()) return true;
  }
  return false;
}
float ClassShared(const Pair& p) { return On(p.a.event() != p.b.event() && ShareClass(p)); }
float ClassOther(const Pair& p) { return On(p.a.event() != 0 && p.b.event() != 0 && !ShareClass(p)); }
float ClassExclusive(const Pair& p) {
  if (p.a.event() == p.b.event()) return 0;
  const auto& events = p.rules().events;
  return On(events[p.a.event()].exclusive && events[p.b.event()].exclusive) * (ShareClass(p) ? 0.5f : 1);
}
float RoleOther(const Pair& p) {
  const EventRole a = p.a.frame->role;
  const EventRole b = p.b.frame->role;
  return On(a != EventRole::kNone && b != EventRole::kNone && a != b);
}
float SayingDay(const Pair& p) {
  const auto says = [&](const BundleClaim& c) { return p.rules().events[c.event()].saying; };
  if (!p.IsMoment()) return 0;
  if (says(p.a) && says(p.b)) return Both(p.a.owner, p.b.owner) && p.a.owner == p.b.owner ? 0.5f : 1;
  return On(says(p.a) || says(p.b));
}

// ---- whose

float OwnerSame(const Pair& p) { return On(Both(p.a.owner, p.b.owner) && p.a.owner == p.b.owner); }
float OwnerOther(const Pair& p) {
  if (!Both(p.a.owner, p.b.owner) || p.a.owner == p.b.owner) return 0;
  return p.a.owner_is_person && p.b.owner_is_person ? 2 : 1;
}
float OwnerOneNamed(const Pair& p) { return p.a.type == ClaimType::kAge ? On((p.a.owner == 0) != (p.b.owner == 0)) : 0; }
float DescriptorSame(const Pair& p) {
  return On(Both(p.a.owner_word, p.b.owner_word) && p.a.owner_word == p.b.owner_word);
}
float DescriptorOther(const Pair& p) {
  return On(Both(p.a.owner_word, p.b.owner_word) && p.a.owner_word != p.b.owner_word);
}
float GenderOther(const Pair& p) {
  const Gender a = p.a.frame->gender;
  const Gender b = p.b.frame->gender;
  return On(a != Gender::kUnknown && b != Gender::kUnknown && a != b);
}

// ---- what narrows it

bool HasAttribute(const BundleClaim& claim, QualifierId id) {
  return std::find(claim.attributes.begin(), claim.attributes.end(), id) != claim.attributes.end();
}
float AttributeSame(const Pair& p) {
  return On(std::any_of(p.a.attributes.begin(), p.a.attributes.end(), [&](QualifierId q) { return q != 0 && HasAttribute(p.b, q); }));
}
float AttributeOther(const Pair& p) {
  for (const QualifierId x : p.a.attributes) {
    for (const QualifierId y : p.b.attributes) {
      if (x != 0 && y != 0 && x != y && p.rules().qualifiers[x].scale == p.rules().qualifiers[y].scale) return 1;
    }
  }
  return 0;
}
float AttributeOne(const Pair& p) { return On((p.a.attributes[0] == 0) != (p.b.attributes[0] == 0)); }

// ---- where, when, among whom

float PlaceSame(const Pair& p) { return On(Both(p.a.place, p.b.place) && p.a.place == p.b.place); }
float PlaceOther(const Pair& p) { return On(Both(p.a.place, p.b.place) && p.a.place != p.b.place && !ShareOne(p.a.names, p.b.names)); }
float NamesShared(const Pair& p) { return On(ShareOne(p.a.names, p.b.names)); }
float NamesOther(const Pair& p) { return On(!p.a.names.empty() && !p.b.names.empty() && !ShareOne(p.a.names, p.b.names)); }

// The days that a claim holds for: those told, else those around its story. `told`: the text tells them.
std::optional<DayRange> TimeOf(const Bundle& bundle, const BundleClaim& claim, bool* told) {
  constexpr std::chrono::days kNewsDays{45};  // a story's own days reach back so far from its publication
  *told = claim.frame->when && claim.frame->when->from && claim.frame->when->until;
  if (*told) return claim.frame->when;
  const auto& published = bundle.StoryOf(claim).published;
  if (!published || !published->from || !published->until) return std::nullopt;
  return DayRange{*published->from - kNewsDays, *published->until + kNewsDays};
}
bool Apart(const DayRange& a, const DayRange& b) { return *a.until < *b.from || *b.until < *a.from; }
float TimeSame(const Pair& p) {
  if (p.IsMoment()) return 0;
  bool a = false;
  bool b = false;
  const auto x = TimeOf(p.bundle, p.a, &a);
  const auto y = TimeOf(p.bundle, p.b, &b);
  return On(a && b && !Apart(*x, *y));
}
float TimeOther(const Pair& p) {
  if (p.IsMoment()) return 0;
  bool a = false;
  bool b = false;
  const auto x = TimeOf(p.bundle, p.a, &a);
  const auto y = TimeOf(p.bundle, p.b, &b);
  if ((!a && !b) || !x || !y || !Apart(*x, *y)) return 0;
  return a && b && std::abs((*x->from - *y->from).count()) <= 3 ? 0.3f : 1;
}
float EventOther(const Pair& p) { return On((p.a.frame->event >= 2) != (p.b.frame->event >= 2)); }

// ---- the words

float ClauseWords(const Pair& p) { return Cosine(p.a.words, p.b.words); }
float SentenceWords(const Pair& p) { return Jaccard(p.bundle.SentenceOf(p.a).words, p.bundle.SentenceOf(p.b).words); }
float Context(const Pair& p) {
  int equal = 0;
  for (const size_t side : {size_t{0}, size_t{4}}) {
    for (size_t i = side; i < side + 4 && p.a.context[i] != 0 && p.a.context[i] == p.b.context[i]; ++i) ++equal;
  }
  return static_cast<float>(equal) / 8;
}
float NearCopy(const Pair& p) { return On(IsNearCopy(p.bundle, p.a, p.b)); }

// ---- standing

bool IsToCome(const BundleClaim& c) {
  return c.frame->modality == Modality::kPlan || c.frame->modality == Modality::kDemand || c.frame->modality == Modality::kForecast;
}
float ModalityOther(const Pair& p) { return On(IsToCome(p.a) != IsToCome(p.b)); }
float PortionOther(const Pair& p) {
  return On(p.OneHas(Mark::kPartitive) || p.OneHas(Mark::kOther) || p.a.frame->portion != p.b.frame->portion ||
            p.a.frame->part_of_sum != p.b.frame->part_of_sum);
}
float ScopeOther(const Pair& p) { return On(p.OneHas(Mark::kIncluding) || p.OneHas(Mark::kPeriod) || p.OneHas(Mark::kChange)); }
float SpeakerSame(const Pair& p) {
  if (Both(p.a.speaker, p.b.speaker)) return p.a.speaker == p.b.speaker ? 1 : -1;
  return 0;
}
float Headlines(const Pair& p) { return On(p.bundle.InHeadline(p.a) && p.bundle.InHeadline(p.b)); }
float Position(const Pair& p) { return 1 - std::abs(p.a.position - p.b.position); }
float Stories(const Pair& p) { return StoryLikeness(p.bundle.StoryOf(p.a), p.bundle.StoryOf(p.b)); }
// A day beside a day, a year beside a year.
bool OneGrain(const ClaimValue& a, const ClaimValue& b) {
  constexpr double kAlike = 1.5;
  if (a.bound || b.bound) return a.bound == b.bound;
  const double x = a.high - a.low + 1;
  const double y = b.high - b.low + 1;
  return x <= kAlike * y && y <= kAlike * x;
}
float UnitSame(const Pair& p) {
  if (p.a.type == ClaimType::kDate) return On(OneGrain(p.a.value, p.b.value));
  return PairKindOf(p.a.type) == PairKind::kAmounts ? On(p.a.unit_key == p.b.unit_key) : 0;
}

// ---- the values

// 0..1: how far apart two sizes are, in powers of two up to eight times.
float FarApart(const BundleClaim& a, const BundleClaim& b) {
  const double x = std::abs(MiddleOf(a.value));
  const double y = std::abs(MiddleOf(b.value));
  if (x == y) return 0;
  if (x == 0 || y == 0) return 1;
  return static_cast<float>(std::min(1.0, std::abs(std::log2(x / y)) / 3));
}
float Equal(const Pair& p) { return On(EqualValues(p.a, p.b)); }
float Unusual(const Pair& p) { return EqualValues(p.a, p.b) ? p.a.value.unusual : 0; }
float Meet(const Pair& p) { return On(!EqualValues(p.a, p.b) && ValuesMeet(p.a, p.b)) * (1 - FarApart(p.a, p.b)); }
float Near(const Pair& p) {
  if (p.IsMoment() || ValuesMeet(p.a, p.b)) return 0;
  return On(GapOf(p.a.value, p.b.value) <= 0.2);
}
// Unlike as a slip of the pen makes it: digits that changed places, a nought too many, one number in two units.
float Swapped(const Pair& p) {
  if (ValuesMeet(p.a, p.b)) return 0;
  const ClaimValue& a = p.a.value;
  const ClaimValue& b = p.b.value;
  const bool two_units = p.a.unit_key != p.b.unit_key && p.a.type != ClaimType::kDuration;  // two years and two months are two things
  if (two_units && a.key == b.key) return a.digits > 1 ? 1 : 0.5f;
  if (!p.IsMoment() && IsScaleSlip(a, b)) return 1;
  const bool exact = (a.exact && b.exact) || p.a.type == ClaimType::kDate;
  return exact ? SwappedDigits(a, b) : 0;
}
// A slip tells why they are far apart.
float Far(const Pair& p) { return p.IsMoment() || EqualValues(p.a, p.b) || Swapped(p) > 0 ? 0 : FarApart(p.a, p.b); }
double DistanceOf(const Pair& p) { return std::max(p.a.value.low - p.b.value.high, p.b.value.low - p.a.value.high); }
float FarDates(const Pair& p) {
  if (!p.IsMoment() || ValuesMeet(p.a, p.b)) return 0;
  const bool years = p.a.value.written && p.b.value.written;
  const double scale = p.a.type == ClaimType::kTime ? 240 : years ? 3650 : 30;
  return static_cast<float>(std::min(1.0, DistanceOf(p) / scale));
}
float DayOff(const Pair& p) { return p.a.type == ClaimType::kDate && !ValuesMeet(p.a, p.b) ? On(DistanceOf(p) <= 1) : 0; }

// A toll that a later story tells higher, a number of missing that it tells otherwise.
float Growth(const Pair& p) {
  if (p.a.type != ClaimType::kCount || ValuesMeet(p.a, p.b)) return 0;
  const auto days = DaysBetween(p.bundle, p.a, p.b);
  if (!days || *days == 0) return 0;
  const bool grows = (*days > 0) == (MiddleOf(p.b.value) > MiddleOf(p.a.value));
  for (const EventClassId event : p.a.classes) {
    if (event == 0 || std::find(p.b.classes.begin(), p.b.classes.end(), event) == p.b.classes.end()) continue;
    const EventClass& of = p.rules().events[event];
    if (of.shrinking || (of.growing && grows)) return 1;
  }
  return 0;
}

using Row = float (*)(const Pair&);
constexpr std::array<Row, kFeatures> kRows = {
    nullptr,  // none: see align.h
    HeadSame, HeadOfClass, HeadClash, HeadOther, HeadInWords, Modifiers, ModifiersOther,
    PredicateSame, ClassSame, ClassShared, ClassOther, ClassExclusive, RoleOther,
    OwnerSame, OwnerOther, OwnerOneNamed, DescriptorSame, DescriptorOther, GenderOther,
    AttributeSame, AttributeOther, AttributeOne,
    PlaceSame, PlaceOther, NamesShared, NamesOther,
    ClauseWords, SentenceWords, Context, NearCopy,
    TimeSame, TimeOther, EventOther, ModalityOther, PortionOther, ScopeOther, SpeakerSame, SayingDay,
    Headlines, Position, Stories, UnitSame,
    Equal, Unusual, Meet, Far, Near, Swapped, FarDates, DayOff, Growth,
};

}  // namespace

bool EqualValues(const BundleClaim& a, const BundleClaim& b) { return a.value.key == b.value.key && a.unit_key == b.unit_key; }

bool ValuesMeet(const BundleClaim& a, const BundleClaim& b) {
  if (a.unit_key != b.unit_key && (a.type == ClaimType::kMoney || a.type == ClaimType::kPercent)) return false;
  if (a.value.high < b.value.low || b.value.high < a.value.low) return false;
  return a.unit_key == b.unit_key ? !Disjoint(a.value.interval, b.value.interval) : !Disjoint(a.value.base, b.value.base);
}

bool IsNearCopy(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b) {
  constexpr size_t kFewestWords = 5;
  constexpr float kAlike = 0.8f;
  if (a.sentence == b.sentence || a.type != b.type) return false;
  const BundleSentence& x = bundle.SentenceOf(a);
  const BundleSentence& y = bundle.SentenceOf(b);
  if (std::min(x.words.size(), y.words.size()) < kFewestWords) return false;
  const auto slot = [](const BundleSentence& s, const Bundle& set, const BundleClaim& c) { return static_cast<uint32_t>(&c - &set.claims[s.first_claim]); };
  const bool same_slot = x.last_claim - x.first_claim == y.last_claim - y.first_claim && slot(x, bundle, a) == slot(y, bundle, b);
  if (!same_slot && Context({bundle, a, b}) < 0.5f) return false;
  return Jaccard(x.words, y.words) >= kAlike;
}

FeatureValues FeaturesOf(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b) {
  const Pair pair{bundle, a, b};
  FeatureValues values{};
  for (size_t f = 1; f < kFeatures; ++f) values[f] = kRows[f](pair);
  return values;
}

bool Restates(const BundleClaim& a, const BundleClaim& b) {
  return a.document == b.document && (a.restates == b.frame->of || b.restates == a.frame->of);
}

Veto VetoOf(const BundleClaim& a, const BundleClaim& b) {
  if (Restates(a, b)) return Veto::kNone;
  if (a.type != b.type) return Veto::kType;
  if (a.dimension != b.dimension) return Veto::kUnit;
  // Sums in two currencies are compared only as one sum whose currency one article got wrong.
  if (a.type == ClaimType::kMoney && a.unit_key != b.unit_key && a.value.key != b.value.key) return Veto::kUnit;
  if (a.type == ClaimType::kAge && Both(a.owner, b.owner) && a.owner != b.owner) return Veto::kPerson;
  if (a.sentence == b.sentence && !EqualValues(a, b) && a.Has(Mark::kFormer) == b.Has(Mark::kFormer)) return Veto::kSentence;
  return Veto::kNone;
}

}  // namespace crosscheck
