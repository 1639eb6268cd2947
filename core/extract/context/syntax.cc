// How it works: Classify gives each word its part by its roles, its verb forms and the part of the word before it. A clause that is
// left without a verb gets the noun that can be one ("61 perish as quake jolts valley"). Auxiliaries and their verb are then joined
// into groups, and "held" in "the man held on Monday was freed" is told from the clause's own verb. A subject is the noun phrase
// before its group: through asides between commas, back over "and", up to the word that a "who" stands for.
#include "extract/context/syntax.h"

#include <algorithm>

#include "extract/figures/counted.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestAside = 30;  // tokens between a subject and its verb
constexpr uint32_t kLongestPhrase = 24; // tokens of a noun phrase without "of"
constexpr uint32_t kClauseReach = 10;   // how far behind "after" a verb makes it open a clause
constexpr int kMostLinks = 4;           // of "of" and the like, and of subjects handed on

bool IsNominal(Part part) { return part == Part::kNoun || part == Part::kPronoun; }
bool IsVerbal(Part part) { return part == Part::kVerb || part == Part::kParticiple; }
bool EndsClause(Part part) {
  return part == Part::kBreak || part == Part::kComma || part == Part::kSubordinator || part == Part::kRelative;
}

}  // namespace

Syntax::Syntax(const ClauseReader& reader, const Grammar& grammar)
    : reader_(reader), view_(reader.view()), grammar_(grammar), parts_(Part::kBreak) {
  parts_.Assign(view_.tokens.size(), Part::kBreak);
  for (const ViewSentence& sentence : view_.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) parts_.Edit(t) = Classify(t);
    FindHiddenVerbs(sentence);
    const size_t from = groups_.size();
    AddGroups(sentence);
    FindReduced(from);
    FindFiniteBehindAside(from);
  }
}

Part Syntax::Classify(uint32_t t) const {
  switch (view_.tokens[t].token_class) {
    case TokenClass::kWord:
      return ClassifyWord(t);
    case TokenClass::kNumber:
    case TokenClass::kSymbol:
      return view_.owner[t] == Owner::kDate ? Part::kTime : Part::kNoun;
    case TokenClass::kComma:
      return Part::kComma;
    case TokenClass::kQuote:
      return Part::kQuote;
    case TokenClass::kDash:
      return grammar_.IsHyphen(t) ? Part::kNoun : Part::kBreak;
    default:
      return Part::kBreak;
  }
}

Part Syntax::ClassifyWord(uint32_t t) const {
  if (view_.owner[t] == Owner::kDate) return Part::kTime;
  if (reader_.IsNumber(t)) return Part::kNoun;
  const RoleSet roles = view_.Roles(t);
  if (view_.tokens[t].Has(Token::kClitic) && grammar_.IsPossessiveClitic(t)) return Part::kPossessive;
  if (reader_.MentionAt(t) != kNone) return Part::kNoun;
  const auto has = [&](Role role) { return (roles & Bit(role)) != 0; };
  if (has(Role::kAuxiliary) || has(Role::kModal)) return parts_[t - 1] == Part::kDeterminer ? Part::kNoun : Part::kAuxiliary;
  if (grammar_.Is(t, "to")) {
    const uint32_t next = grammar_.IsAdverb(t + 1) ? t + 2 : t + 1;
    const bool verb = (grammar_.VerbForms(next) & kBase) != 0 || view_.Is(next, Role::kAuxiliary);
    return verb ? Part::kTo : Part::kPreposition;
  }
  if (has(Role::kNegation) && grammar_.IsNegation(t)) return Part::kAdverb;
  if (grammar_.Is(t, "that")) return ClassifyThat(t);
  if (has(Role::kRelative)) return has(Role::kSubordinator) || !(has(Role::kPronoun) || has(Role::kDeterminer)) ? Part::kSubordinator : Part::kRelative;
  if (has(Role::kCoordinator)) return Part::kCoordinator;
  if (has(Role::kSubordinator) && (!has(Role::kPreposition) || OpensClause(t + 1))) return Part::kSubordinator;
  if (has(Role::kPossessive)) return Part::kPossessive;
  if (has(Role::kDeterminer)) return Part::kDeterminer;
  if (has(Role::kPreposition)) return Part::kPreposition;
  if (has(Role::kPronoun)) return Part::kPronoun;
  if (grammar_.IsAdverb(t)) return Part::kAdverb;
  // "a man aged 40" does nothing
  if (view_.rules.figures.Is(view_.tokens[t].word, FigureWord::kAgeWord) && (grammar_.VerbForms(t) & kPast) != 0) return Part::kAdverb;
  return ClassifyVerb(t);
}

Part Syntax::ClassifyThat(uint32_t t) const {
  const Part before = parts_[t - 1];
  const uint32_t next = grammar_.IsAdverb(t + 1) ? t + 2 : t + 1;
  const bool verb = view_.IsAny(next, Bits({Role::kAuxiliary, Role::kModal})) || grammar_.IsFiniteVerb(next);
  if (before == Part::kNoun && verb && !view_.Is(t - 1, Role::kCue)) return Part::kRelative;
  if (IsVerbal(before) || IsNominal(before) || before == Part::kAdverb || before == Part::kTime) return Part::kSubordinator;
  // "and that by nine his men were asleep"
  const bool opens = view_.IsAny(next, Bits({Role::kPreposition, Role::kDeterminer, Role::kPronoun, Role::kPossessive}));
  if (before == Part::kCoordinator && opens) return Part::kSubordinator;
  return Part::kDeterminer;
}

Part Syntax::PartBefore(uint32_t t) const {
  const uint32_t floor = FloorOf(t);
  while (t > floor && (parts_[t - 1] == Part::kAdverb || parts_[t - 1] == Part::kQuote)) --t;
  return t > floor ? parts_[t - 1] : Part::kBreak;
}

// Of a verb that no list has; right behind a modal verb any word is one.
uint8_t Syntax::FormsBySpelling(uint32_t t, Part before) const {
  const std::string_view word = view_.Folded(t);
  if (word.size() > 5 && word.ends_with("ing")) return kIng;
  if (word.size() > 5 && word.ends_with("ed") && !word.ends_with("eed")) return kPast | kParticiple;
  uint32_t a = t - 1;
  while (parts_[a] == Part::kAdverb) --a;
  return before == Part::kAuxiliary && view_.Is(a, Role::kModal) ? kBase : 0;
}

// "Repairs will begin in May and take a year": a base form behind "and" after another that a modal verb or "to" governs.
bool Syntax::GoesOn(uint32_t t) const {
  if (!grammar_.OpensNounPhrase(t + 1) && !view_.Is(t + 1, Role::kPreposition)) return false;
  const uint32_t floor = std::max(FloorOf(t), t > kClauseReach ? t - kClauseReach : 0);
  for (uint32_t a = t - 1; a-- > floor;) {
    if (EndsClause(parts_[a])) return false;
    if (parts_[a] == Part::kVerb) return (grammar_.VerbForms(a) & kBase) != 0 && (parts_[a - 1] == Part::kTo || view_.Is(a - 1, Role::kModal));
  }
  return false;
}

// "All stood still", "both were freed": what also stands alone has a verb behind it, unless a noun follows ("all injured men").
bool Syntax::IsVerbOfDeterminer(uint32_t t, uint8_t forms) const {
  const bool alone = grammar_.IsSubjectPronoun(t - 1) || grammar_.IsOneOf(t - 1, {"this", "these"});
  return alone && (forms & kPast) != 0 && !grammar_.OpensNounPhrase(t + 1);
}

// "3 percent lower": the last word of a number that is none itself.
bool Syntax::IsUnit(uint32_t t) const {
  return reader_.IsNumber(t) && view_.tokens[t].token_class == TokenClass::kWord && view_.rules.figures.Number(view_.tokens[t].word).classes == 0;
}

bool Syntax::OpensClause(uint32_t t) const {
  const uint32_t limit = std::min(LimitOf(t), t + kClauseReach);
  for (; t < limit; ++t) {
    if (view_.owner[t] == Owner::kDate) continue;
    const TokenClass token_class = view_.tokens[t].token_class;
    if (token_class == TokenClass::kComma || token_class == TokenClass::kColon || token_class == TokenClass::kBracket) return false;
    if (view_.IsAny(t, Bits({Role::kRelative, Role::kSubordinator, Role::kCoordinator}))) return false;
    if (reader_.MentionAt(t) == kNone && grammar_.IsFiniteVerb(t)) return true;
  }
  return false;
}

Part Syntax::ClassifyVerb(uint32_t t) const {
  const Part before = PartBefore(t);
  if (grammar_.IsNameCapital(t) || grammar_.IsHyphen(t - 1)) return Part::kNoun;  // "the anti-doping office"
  uint8_t forms = grammar_.VerbForms(t);
  if (forms == 0) forms = FormsBySpelling(t, before);
  if (forms == 0) return Part::kNoun;
  const Part last = parts_[t - 1];
  if (before == Part::kAuxiliary) {
    uint32_t a = t - 1;
    while (parts_[a] != Part::kAuxiliary) --a;
    const bool be = grammar_.IsBe(a);
    const uint8_t wanted = be ? kParticiple | kPast | kIng : grammar_.IsHave(a) ? kParticiple | kPast : kBase;
    return (forms & wanted) != 0 ? Part::kVerb : Part::kNoun;
  }
  if (before == Part::kTo) return (forms & kBase) != 0 ? Part::kVerb : Part::kNoun;
  if (last == Part::kDeterminer || last == Part::kPossessive) return IsVerbOfDeterminer(t, forms) ? Part::kVerb : Part::kNoun;
  if (last == Part::kPreposition) return (forms & kIng) != 0 ? Part::kParticiple : Part::kNoun;
  // "of the 25 injured"
  if (reader_.IsNumber(t - 1) && view_.rules.figures.Is(view_.tokens[t].word, FigureWord::kStatus)) return Part::kNoun;
  const bool bare_noun_next = grammar_.OpensNounPhrase(t + 1) && !reader_.IsNumber(t + 1) &&
                              !view_.IsAny(t + 1, Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun}));
  const bool subject_before = IsNominal(before) || before == Part::kRelative || before == Part::kTime;
  if ((forms & (kPast | kParticiple)) != 0) {
    if (subject_before) return (forms & kPast) != 0 ? Part::kVerb : Part::kParticiple;
    if (before == Part::kCoordinator) return bare_noun_next ? Part::kNoun : Part::kVerb;
    // "Lawmakers in the port, a city of millions, approved a budget"
    const bool object = reader_.IsNumber(t + 1) || view_.IsAny(t + 1, Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun}));
    if (before == Part::kComma && object && (forms & kPast) != 0) return Part::kVerb;
    return bare_noun_next ? Part::kNoun : Part::kParticiple;
  }
  if ((forms & kThird) != 0) {
    const bool place = subject_before || before == Part::kCoordinator || before == Part::kComma;
    // "Ticket prices rose": a capital that opens the sentence makes no name.
    const bool opening = t == FloorOf(t) + 1 && reader_.MentionAt(t - 1) == kNone && view_.Is(t, Role::kNounVerb);
    return place && !opening && grammar_.IsFiniteVerb(t) ? Part::kVerb : Part::kNoun;
  }
  if ((forms & kBase) != 0) {
    const bool many = before == Part::kPronoun || before == Part::kRelative || (last == Part::kNoun && IsPlural(view_, t - 1) && !IsUnit(t - 1));
    return (many && !view_.Is(t, Role::kNounVerb)) || (last == Part::kCoordinator && GoesOn(t)) ? Part::kVerb : Part::kNoun;
  }
  // In -ing: behind a noun where it has an object ("a lorry carrying 34 tonnes"), or the noun is many ("traders fretting over").
  const bool object_next = grammar_.OpensNounPhrase(t + 1) && !grammar_.IsFiniteVerb(t + 1);
  if (before == Part::kNoun) return object_next || IsPlural(view_, t - 1) ? Part::kParticiple : Part::kNoun;
  return object_next || view_.Is(t + 1, Role::kPreposition) ? Part::kParticiple : Part::kNoun;
}

void Syntax::FindHiddenVerbs(const ViewSentence& sentence) {
  uint32_t from = sentence.first;
  for (uint32_t t = sentence.first; t <= sentence.last; ++t) {
    if (t < sentence.last && !EndsClause(parts_[t])) continue;
    bool found = false;
    for (uint32_t v = from; v < t && !found; ++v) found = IsVerbal(parts_[v]) || parts_[v] == Part::kAuxiliary;
    for (uint32_t v = std::max(from, sentence.first + 1); v < t && !found; ++v) {
      found = IsHiddenVerb(v, sentence);
      if (found) parts_.Edit(v) = Part::kVerb;
    }
    from = t + 1;
  }
}

bool Syntax::IsHiddenVerb(uint32_t t, const ViewSentence& sentence) const {
  if (parts_[t] != Part::kNoun || view_.tokens[t].token_class != TokenClass::kWord || reader_.IsNumber(t) || reader_.MentionAt(t) != kNone) return false;
  const uint8_t forms = grammar_.VerbForms(t);
  if ((forms & (kThird | kBase)) == 0 || grammar_.IsNameCapital(t) || view_.tokens[t - 1].token_class == TokenClass::kDash) return false;
  if (parts_[t - 1] == Part::kComma) {  // "Haslam, 59, blames 36 ballots"
    return (forms & kThird) != 0 && (reader_.IsNumber(t + 1) || parts_[t + 1] == Part::kDeterminer || parts_[t + 1] == Part::kPossessive);
  }
  if (reader_.IsNumber(t - 1) && view_.rules.figures.Is(view_.tokens[t].word, FigureWord::kStatus)) return false;  // "Nine hurt"
  if (IsUnit(t - 1) || (!IsNominal(parts_[t - 1]) && parts_[t - 1] != Part::kAdverb)) return false;
  const bool many = IsPlural(view_, t - 1) || reader_.IsNumber(t - 1);
  if ((forms & kThird) != 0 ? many && !view_.Is(t - 1, Role::kPluralNoun) : !many) return false;
  return t + 1 == sentence.last || parts_[t + 1] != Part::kNoun || reader_.IsNumber(t + 1) || reader_.MentionAt(t + 1) != kNone ||
         (forms & kThird) != 0;
}

void Syntax::AddGroups(const ViewSentence& sentence) {
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Part part = parts_[t];
    if (part != Part::kTo && part != Part::kAuxiliary && !IsVerbal(part)) continue;
    VerbGroup group{t, t, t + 1};
    group.infinitive = part == Part::kTo;
    bool be = false;
    if (!IsVerbal(part)) {
      uint32_t v = t;
      while (v < sentence.last && (parts_[v] == Part::kAuxiliary || parts_[v] == Part::kAdverb || parts_[v] == Part::kTo)) {
        if (parts_[v] == Part::kTo && v > t) break;
        if (parts_[v] == Part::kAuxiliary) group.main = v, be = grammar_.IsBe(v);
        ++v;
      }
      if (v < sentence.last && parts_[v] == Part::kVerb) group.main = v;
    }
    group.last = group.main + 1;
    const bool auxiliary = parts_[group.main] == Part::kAuxiliary;
    group.be = auxiliary && be;
    group.passive = !auxiliary && be && (grammar_.VerbForms(group.main) & kParticiple) != 0;
    group.finite = !group.infinitive && part != Part::kParticiple;
    groups_.push_back(group);
    t = group.main;
  }
}

// "The man held on Monday was freed": what goes on with a preposition before another finite verb is no verb of the clause.
void Syntax::FindReduced(size_t from) {
  for (size_t g = from; g + 1 < groups_.size(); ++g) {
    VerbGroup& group = groups_[g];
    const VerbGroup& next = groups_[g + 1];
    if (group.first != group.main || !group.finite || !next.finite || view_.Is(group.main, Role::kCue)) continue;
    if ((grammar_.VerbForms(group.main) & kParticiple) == 0) continue;
    const Part behind = parts_[group.last];
    if (behind != Part::kPreposition && behind != Part::kTime) continue;
    bool whole = true;
    for (uint32_t t = group.last; t < next.first && whole; ++t) whole = !EndsClause(parts_[t]) && parts_[t] != Part::kCoordinator;
    if (!whole) continue;
    group.finite = false;
    parts_.Edit(group.main) = Part::kParticiple;
  }
}

// "Core inflation, which leaves out food, eased to 3 percent": a clause without another verb of its own.
void Syntax::FindFiniteBehindAside(size_t from) {
  const auto is_own = [&](const VerbGroup& g) { return g.finite && parts_[g.first - 1] != Part::kRelative; };
  if (std::any_of(groups_.begin() + static_cast<ptrdiff_t>(from), groups_.end(), is_own)) return;
  for (size_t g = from; g < groups_.size(); ++g) {
    VerbGroup& group = groups_[g];
    const bool past = group.first == group.main && (grammar_.VerbForms(group.main) & kPast) != 0;
    if (!past || parts_[group.first - 1] != Part::kComma || BeforeAside(group.first - 1).empty()) continue;
    group.finite = true;
    parts_.Edit(group.main) = Part::kVerb;
    return;
  }
}

const VerbGroup* Syntax::GroupBefore(uint32_t t) const {
  const auto it = std::partition_point(groups_.begin(), groups_.end(), [&](const VerbGroup& g) { return g.last <= t; });
  return it == groups_.begin() || (it - 1)->first < FloorOf(t) ? nullptr : &*(it - 1);
}

const VerbGroup* Syntax::GroupFrom(uint32_t t) const {
  const auto it = std::partition_point(groups_.begin(), groups_.end(), [&](const VerbGroup& g) { return g.first < t; });
  return it == groups_.end() || it->first >= LimitOf(t) ? nullptr : &*it;
}

NounPhrase Syntax::PhraseBefore(uint32_t last) const {
  if (last == 0) return {last, last};
  const uint32_t floor = std::max(FloorOf(last - 1), last > kLongestPhrase ? last - kLongestPhrase : 0);
  uint32_t first = last;
  while (first > floor) {
    const Part part = parts_[first - 1];
    if (part == Part::kPronoun) return first == last ? NounPhrase{first - 1, last} : NounPhrase{first, last};
    const bool clitic = part == Part::kPossessive && view_.tokens[first - 1].Has(Token::kClitic);
    if (part != Part::kNoun && part != Part::kDeterminer && part != Part::kPossessive && part != Part::kQuote) break;
    if (part == Part::kQuote && (first == last || parts_[first - 2] != Part::kNoun)) break;
    if (first == last && part != Part::kNoun) break;
    --first;
    if (part == Part::kDeterminer || (part == Part::kPossessive && !clitic)) break;
  }
  return {first, last};
}

NounPhrase Syntax::PhraseFrom(uint32_t first) const {
  const uint32_t limit = std::min(LimitOf(first), first + kLongestPhrase);
  uint32_t last = first;
  if (first < limit && parts_[first] == Part::kPronoun) return {first, first + 1};
  while (last < limit && (parts_[last] == Part::kDeterminer || parts_[last] == Part::kPossessive)) ++last;
  const uint32_t words = last;
  while (last < limit && (parts_[last] == Part::kNoun || (last > words && parts_[last] == Part::kPossessive))) ++last;
  return last == words ? NounPhrase{first, first} : NounPhrase{first, last};
}

NounPhrase Syntax::WholeOf(NounPhrase phrase) const {
  const NounPhrase part = phrase;
  for (int links = 0; links < kMostLinks && !phrase.empty(); ++links) {
    if (phrase.first == FloorOf(phrase.first) || parts_[phrase.first - 1] != Part::kPreposition) return phrase;
    uint32_t end = phrase.first - 1;
    if (parts_[end - 1] == Part::kTime) --end;  // "the raid on Tuesday in the hills"
    const NounPhrase whole = PhraseBefore(end);
    if (whole.empty()) return part;  // "In the storm 12 people died": the clause opens with it
    phrase = whole;
  }
  return phrase;
}

// "Reikdal (53), a captain": one past the words before the bracket that ends at `last`; `last` where none does.
uint32_t Syntax::BeforeBracket(uint32_t last) const {
  if (last == 0 || view_.Text(last - 1) != ")") return last;
  const uint32_t floor = std::max(FloorOf(last - 1), last > kLongestAside ? last - kLongestAside : 0);
  for (uint32_t t = last - 1; t-- > floor;) {
    if (view_.Text(t) == "(") return t;
  }
  return last;
}

// "Ada Holt, the mayor of Skarholm, left": what stands before the aside whose closing comma is given; of several commas the one
// behind the first words of the clause ("Holt, mayor of Skarholm, a port, left").
NounPhrase Syntax::BeforeAside(uint32_t comma) const {
  const uint32_t floor = FloorOf(comma);
  const uint32_t farthest = std::max(floor, comma > kLongestAside ? comma - kLongestAside : 0);
  NounPhrase nearest;
  for (uint32_t t = comma; t-- > farthest;) {
    if (parts_[t] == Part::kSubordinator || (parts_[t] == Part::kBreak && view_.tokens[t].token_class != TokenClass::kBracket)) break;
    if (parts_[t] != Part::kComma || t == floor) continue;
    const NounPhrase phrase = WholeOf(PhraseBefore(BeforeBracket(t)));
    if (phrase.empty()) continue;
    if (phrase.first == floor || parts_[phrase.first - 1] == Part::kBreak || parts_[phrase.first - 1] == Part::kSubordinator) return phrase;
    if (nearest.empty()) nearest = phrase;
  }
  return nearest;
}

// "A lorry carrying 34 tonnes of barley": the lorry, where `phrase` belongs to a verb that only describes it.
NounPhrase Syntax::Described(NounPhrase phrase) const {
  for (int links = 0; links < kMostLinks && !phrase.empty(); ++links) {
    const VerbGroup* inner = GroupBefore(phrase.first);
    if (inner == nullptr || inner->last != phrase.first || inner->finite || inner->infinitive) return phrase;
    if (inner->first == 0 || parts_[inner->first - 1] != Part::kNoun) return phrase;
    phrase = WholeOf(PhraseBefore(inner->first));
  }
  return phrase;
}

NounPhrase Syntax::SubjectOf(const VerbGroup& group, int depth) const {
  if (depth > kMostLinks) return {};
  const uint32_t floor = FloorOf(group.first);
  const auto subject_of_before = [&]() -> NounPhrase {
    // What is joined by "and" shares the subject of the clause's own verb.
    const VerbGroup* before = GroupBefore(group.first);
    for (int links = 0; links < kMostLinks && group.finite && before != nullptr && !before->finite; ++links) before = GroupBefore(before->first);
    return before == nullptr ? NounPhrase{} : SubjectOf(*before, depth + 1);
  };
  uint32_t t = group.first;
  while (t > floor && (parts_[t - 1] == Part::kAdverb || parts_[t - 1] == Part::kTime || parts_[t - 1] == Part::kQuote ||
                       (parts_[t - 1] == Part::kPreposition && parts_[t] == Part::kTime))) {
    --t;
  }
  if (t == floor) {
    const VerbGroup* next = group.finite ? nullptr : GroupFrom(group.last);  // "Trying to calm them, the mayor left"
    return next == nullptr || !next->finite ? NounPhrase{} : SubjectOf(*next, depth + 1);
  }
  switch (parts_[t - 1]) {
    case Part::kNoun:
    case Part::kPronoun: {
      const NounPhrase phrase = PhraseBefore(t);
      if (group.infinitive) {
        // "expects the town to pay": the town does; "used the money to pay": who used it.
        const VerbGroup* before = GroupBefore(phrase.first);
        return before != nullptr && !view_.Is(before->main, Role::kCue) ? SubjectOf(*before, depth + 1) : WholeOf(phrase);
      }
      const bool there = grammar_.Is(t - 1, "there");
      return there ? PhraseFrom(group.last) : group.finite ? Described(WholeOf(phrase)) : WholeOf(phrase);
    }
    case Part::kRelative:
      if (t - 1 > floor && parts_[t - 2] == Part::kComma) return PhraseBefore(BeforeBracket(t - 2));
      return PhraseBefore(t - 1);
    case Part::kComma: {
      if (!group.finite) {
        const NounPhrase before = subject_of_before();
        return before.empty() ? WholeOf(PhraseBefore(t - 1)) : before;
      }
      const NounPhrase before = BeforeAside(t - 1);
      return before.empty() ? subject_of_before() : before;
    }
    case Part::kBreak:
    case Part::kSubordinator:
      return {};
    default:
      return subject_of_before();
  }
}

}  // namespace crosscheck
