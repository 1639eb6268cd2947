// How it works: from a number the walk goes left to the verb of its clause and right to the next one. What stands right before the
// number decides between them: a verb has it as its object, a preposition hangs it on the verb before, and behind a comma, "and",
// "that" or at the start of a clause the number is the subject of the verb behind. Through "of" the question is asked again of the
// noun before it. Whoever speaks does nothing to what is counted, so a verb of saying stands back wherever the content has its own.
#include "extract/context/predicates.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;
constexpr uint32_t kNounReach = 5;  // from "Tuesday's" to its noun
constexpr int kMostLinks = 4;       // of "of"
constexpr uint32_t kMostHedges = 8; // words that bound a number

// What stands between a number and a verb, the worst of it.
enum class Gap : uint8_t { kClear, kClause, kBreak };

class Finder {
 public:
  Finder(const ClauseReader& reader, const Syntax& syntax) : reader_(reader), syntax_(syntax), view_(reader.view()) {}

  Predicate OfNumber(const NumberPhrase& phrase) const {
    const VerbGroup* right = VerbBehind(phrase.end);
    if (right != nullptr && IsVerbOf(*right, phrase.end)) {
      // "EYP has 350 employees spread over the world", "a lorry carrying 34 tonnes overturned": the object of the verb before.
      const VerbGroup* owns = syntax_.GroupBefore(phrase.first);
      const bool object = owns != nullptr && owns->last == phrase.first && !Says(*owns);
      const bool relative = syntax_.PartOf(right->first - 1) == Part::kRelative;
      if (!object || relative || (owns->finite && !syntax_.grammar().IsHave(owns->main))) return OfGroup(*right, true);
    }
    uint32_t start = phrase.first;
    for (int links = 0; links < kMostLinks && IsOf(start - 1); ++links) {
      const NounPhrase whole = syntax_.PhraseBefore(start - 1);
      if (whole.empty()) break;
      start = whole.first;
    }
    return Choose(start, phrase.end);
  }

  Predicate OfDate(uint32_t first, uint32_t last) const {
    if (const uint32_t noun = NounOfDate(first, last); noun != kNone) return At(noun);
    const VerbGroup* left = syntax_.GroupBefore(first);
    const VerbGroup* right = syntax_.GroupFrom(last);
    const Gap before = left == nullptr ? Gap::kBreak : GapOf(left->last, first);
    const Gap behind = right == nullptr ? Gap::kBreak : GapOf(last, right->first);
    if (left == nullptr && right == nullptr) return ActBefore(first);
    // "and in 2011 six died": the date opens what follows.
    const uint32_t start = syntax_.PartOf(first - 1) == Part::kPreposition ? first - 1 : first;
    const Part opener = syntax_.PartOf(start - 1);
    const bool opens = opener == Part::kCoordinator || opener == Part::kComma || opener == Part::kSubordinator;
    if (opens && right != nullptr && right->finite && behind == Gap::kClear && !Says(*right)) return OfGroup(*right, false);
    if (left != nullptr && before == Gap::kClear) return OfGroup(*left, false);
    // "when it left at nine": the clause opens before the date and has its verb behind.
    if (right != nullptr && behind == Gap::kClear) return OfGroup(*right, false);
    if (left != nullptr && before <= behind) return OfGroup(*left, false);
    if (right != nullptr) return OfGroup(*right, false);
    return left != nullptr ? OfGroup(*left, false) : Predicate{};
  }

  Predicate OfAge(const NumberPhrase& phrase) const {
    const VerbGroup* group = syntax_.GroupFrom(phrase.last);
    for (int links = 0; links < kMostLinks && group != nullptr; ++links) {
      const bool aside = syntax_.PartOf(group->first - 1) == Part::kRelative || !group->finite || Says(*group);
      if (!aside) {
        const NounPhrase subject = syntax_.SubjectOf(*group);
        if (!subject.empty() && subject.last <= phrase.first && GapOf(subject.last, phrase.first) == Gap::kClear) return OfGroup(*group, true);
      }
      group = syntax_.GroupFrom(group->last);
    }
    return OfNumber(phrase);
  }

  Predicate At(uint32_t t) const {
    Predicate predicate;
    predicate.token = t;
    predicate.lemma = reader_.lemmas().Text(reader_.LemmaOf(t));
    predicate.event = reader_.EventAt(t);
    predicate.saying = predicate.event != 0 && view_.rules.compare.events[predicate.event].saying;
    return predicate;
  }

  Predicate OfGroup(const VerbGroup& group, bool behind) const {
    const VerbGroup* chosen = &group;
    // "are known to have been destroyed", "began to pay": what is done stands in the infinitive.
    for (int links = 0; links < kMostLinks; ++links) {
      const VerbGroup* next = syntax_.GroupFrom(chosen->last);
      if (next == nullptr || !next->infinitive || next->first != chosen->last) break;
      chosen = next;
    }
    Predicate predicate = At(chosen->main);
    const Grammar& grammar = syntax_.grammar();
    predicate.be = chosen->be;
    if (chosen->be) predicate.lemma = "be";
    const bool auxiliary = syntax_.PartOf(chosen->main) == Part::kAuxiliary;
    if (auxiliary && grammar.IsHave(chosen->main)) predicate.lemma = "have";
    if (auxiliary && grammar.IsDo(chosen->main)) predicate.lemma = "do";
    predicate.holds = auxiliary && chosen->first == chosen->main && grammar.IsOneOf(chosen->main, {"has", "have"});
    predicate.future = syntax_.grammar().IsOneOf(group.first, {"will", "'ll", "wo", "shall"});
    predicate.pluperfect = grammar.Is(chosen->first, "had") && chosen->first != chosen->main;
    predicate.group = chosen;
    predicate.behind = behind;
    return predicate;
  }

 private:
  bool IsOf(uint32_t t) const { return syntax_.PartOf(t) == Part::kPreposition && syntax_.grammar().Is(t, "of"); }

  bool Says(const VerbGroup& group) const {
    const EventClassId event = reader_.EventAt(group.main);
    return event != 0 && view_.rules.compare.events[event].saying;
  }

  // The first verb behind that is no "police said".
  const VerbGroup* VerbBehind(uint32_t end) const {
    const VerbGroup* right = syntax_.GroupFrom(end);
    while (right != nullptr && Says(*right)) right = syntax_.GroupFrom(right->last);
    return right;
  }

  // Right behind what is counted: "12 houses destroyed", "of which three struck", "12 people who died".
  bool IsVerbOf(const VerbGroup& group, uint32_t end) const {
    uint32_t t = end;
    while (t < group.first && (syntax_.PartOf(t) == Part::kRelative || syntax_.PartOf(t) == Part::kAdverb)) ++t;
    return t == group.first && !group.infinitive && !group.be;
  }

  Gap GapOf(uint32_t from, uint32_t to) const {
    Gap gap = Gap::kClear;
    for (uint32_t t = from; t < to; ++t) {
      const Part part = syntax_.PartOf(t);
      if (part == Part::kBreak) return Gap::kBreak;
      if (part == Part::kRelative || part == Part::kSubordinator) gap = Gap::kClause;
    }
    return gap;
  }

  bool IsJoined(uint32_t from, uint32_t to) const {
    for (uint32_t t = from; t < to; ++t) {
      const Part part = syntax_.PartOf(t);
      if (part == Part::kComma || part == Part::kCoordinator) return false;
    }
    return true;
  }

  Predicate Choose(uint32_t start, uint32_t end) const {
    const uint32_t floor = view_.SentenceOf(start).first;
    uint32_t at = start;
    while (at > floor && (syntax_.PartOf(at - 1) == Part::kQuote || syntax_.PartOf(at - 1) == Part::kAdverb)) --at;
    const Part before = at > floor ? syntax_.PartOf(at - 1) : Part::kBreak;
    const VerbGroup* left = syntax_.GroupBefore(start);
    const VerbGroup* right = VerbBehind(end);
    const Gap left_gap = left == nullptr ? Gap::kBreak : GapOf(left->last, start);
    const Gap right_gap = right == nullptr ? Gap::kBreak : GapOf(end, right->first);
    const bool object = left != nullptr && (before == Part::kVerb || before == Part::kParticiple || before == Part::kAuxiliary);
    const bool content = left != nullptr && Says(*left) && right != nullptr && right->finite && right_gap == Gap::kClear;
    if (object && !content) return OfGroup(*left, false);
    const bool hung = before == Part::kPreposition || before == Part::kNoun || before == Part::kTime;
    if (hung && !content && left != nullptr && left_gap == Gap::kClear) return OfGroup(*left, false);
    // Before its verb, and nothing between but what belongs to it: the subject.
    if (right != nullptr && right->finite && right_gap == Gap::kClear && IsJoined(end, right->first)) return OfGroup(*right, true);
    if (left != nullptr && left_gap == Gap::kClear && !content && !Says(*left)) return OfGroup(*left, false);
    if (right != nullptr && right_gap == Gap::kClear) return OfGroup(*right, true);
    if (left != nullptr && left_gap != Gap::kBreak && !Says(*left)) return OfGroup(*left, false);
    if (right != nullptr) return OfGroup(*right, true);
    return left != nullptr ? OfGroup(*left, false) : Predicate{};
  }

  bool NamesAct(uint32_t t) const {
    const EventClassId event = reader_.EventAt(t);
    return syntax_.PartOf(t) == Part::kNoun && reader_.MentionAt(t) == kNone && !reader_.IsNumber(t) && event != 0 &&
           !view_.rules.compare.events[event].saying && reader_.HeadAt(t) == 0;
  }

  bool IsClitic(uint32_t t) const { return view_.tokens[t].Has(Token::kClitic) && view_.tokens[t].length <= 4; }

  // "The arrest of March 7", "Tuesday's raid", "the 4.26 a.m. shooting".
  uint32_t NounOfDate(uint32_t first, uint32_t last) const {
    const ViewSentence& sentence = view_.SentenceOf(first);
    if (first >= sentence.first + 2 && IsOf(first - 1) && NamesAct(first - 2)) return first - 2;
    const bool determined = first > sentence.first && syntax_.PartOf(first - 1) == Part::kDeterminer;
    const bool possessive = IsClitic(last - 1) || (last < sentence.last && IsClitic(last));
    if (!possessive && !determined) return kNone;
    for (uint32_t t = last; t < std::min(sentence.last, last + kNounReach); ++t) {
      if (NamesAct(t)) return t;
      if (determined && syntax_.PartOf(t) != Part::kNoun && syntax_.PartOf(t) != Part::kPossessive) break;
    }
    return kNone;
  }

  // "One killed in raid on Friday", "Bridge opening on 3 May": no verb, but a noun for an act.
  Predicate ActBefore(uint32_t first) const {
    const uint32_t floor = view_.SentenceOf(first).first;
    for (uint32_t t = first; t-- > floor && first - t <= kNounReach;) {
      if (NamesAct(t)) return At(t);
    }
    return {};
  }

  const ClauseReader& reader_;
  const Syntax& syntax_;
  const TextView& view_;
};

}  // namespace

NumberPhrase PhraseAround(const Syntax& syntax, const TextView& view, const Figure& figure, uint32_t first, uint32_t last, uint32_t end) {
  std::string_view hedge = figure.hedge;
  uint32_t start = first;
  const uint32_t floor = view.SentenceOf(first).first;
  while (!hedge.empty() && start > floor) {
    const size_t space = hedge.rfind(' ');
    const std::string_view word = space == std::string_view::npos ? hedge : hedge.substr(space + 1);
    if (view.Folded(start - 1) != word) break;
    --start;
    hedge = space == std::string_view::npos ? std::string_view() : hedge.substr(0, space);
  }
  const auto before = [&] { return start > floor ? syntax.PartOf(start - 1) : Part::kBreak; };
  const uint32_t nearest = first > kMostHedges ? first - kMostHedges : 0;
  while (start > nearest && before() == Part::kAdverb) --start;
  // "The first 12", "its remaining nine"; but "its shares 3 percent lower".
  const bool adjectives = figure.unit.empty() || figure.kind == FigureKind::kMoney;
  const NounPhrase phrase = adjectives ? syntax.PhraseBefore(start) : NounPhrase{start, start};
  const Part opens = phrase.empty() ? Part::kBreak : syntax.PartOf(phrase.first);
  if (opens == Part::kDeterminer || opens == Part::kPossessive) start = phrase.first;
  if (before() == Part::kPossessive && view.tokens[start - 1].Has(Token::kClitic)) {
    const NounPhrase holder = syntax.PhraseBefore(start - 1);
    if (!holder.empty()) start = holder.first;
  } else if (before() == Part::kDeterminer || before() == Part::kPossessive) {
    --start;
  }
  return {start, first, last, std::max(end, last)};
}

Predicate PredicateOfNumber(const ClauseReader& reader, const Syntax& syntax, const NumberPhrase& phrase) {
  return Finder(reader, syntax).OfNumber(phrase);
}

Predicate PredicateOfAge(const ClauseReader& reader, const Syntax& syntax, const NumberPhrase& phrase) {
  return Finder(reader, syntax).OfAge(phrase);
}

Predicate PredicateOfDate(const ClauseReader& reader, const Syntax& syntax, uint32_t first, uint32_t last) {
  return Finder(reader, syntax).OfDate(first, last);
}

Predicate PredicateAt(const ClauseReader& reader, const Syntax& syntax, uint32_t first, uint32_t last) {
  const TextView& view = reader.view();
  const Finder finder(reader, syntax);
  const VerbGroup* group = syntax.GroupFrom(first);
  if (group == nullptr || group->first >= last) group = syntax.GroupBefore(last);
  const bool known = group != nullptr && group->main < last && group->last > first;
  Predicate best = known ? finder.OfGroup(*group, false) : finder.At(first);
  for (uint32_t t = first; t < last; ++t) {
    const Predicate here = finder.At(t);
    // "were found shot to death": what befell them says more than that they were found.
    const bool grave = here.event != 0 && !here.saying && here.token != best.token &&
                       (best.event == 0 || (view.rules.compare.events[here.event].exclusive &&
                                            !view.rules.compare.events[best.event].exclusive));
    if (grave) best.token = here.token, best.lemma = here.lemma, best.event = here.event, best.saying = best.be = false;
  }
  return best;
}

}  // namespace crosscheck
