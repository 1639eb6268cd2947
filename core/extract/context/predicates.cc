#include "extract/context/predicates.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kReach = 24;     // tokens from a date to its verb
constexpr uint32_t kNounReach = 3;  // to a noun that names an act

class Finder {
 public:
  Finder(const ClauseReader& reader, uint32_t first, uint32_t last)
      : reader_(reader), view_(reader.view()), sentence_(view_.sentences[view_.sentence_of[first]]), first_(first), last_(last) {}

  Predicate Find() const {
    if (const uint32_t noun = NounOfDate(); noun != kNone) return At(noun);
    const uint32_t least = first_ > sentence_.first + kReach ? first_ - kReach : sentence_.first;
    for (uint32_t t = first_; t-- > least;) {
      if (IsVerb(t) || (first_ - t <= kNounReach && NamesAct(t))) return At(t);
    }
    for (uint32_t t = last_; t < std::min(sentence_.last, last_ + kReach); ++t) {
      if (IsVerb(t)) return At(t);
    }
    return {};
  }

  Predicate At(uint32_t t) const {
    const EventClassId event = reader_.EventAt(t);
    const bool saying = event != 0 && view_.rules.compare.events[event].saying;
    return {t, reader_.LemmaOf(t), event, saying};
  }

 private:
  static constexpr uint32_t kNone = ClauseReader::kNone;

  bool IsWord(uint32_t t) const {
    return view_.tokens[t].token_class == TokenClass::kWord && !reader_.IsNumber(t) && reader_.MentionAt(t) == kNone;
  }

  bool IsClitic(uint32_t t) const { return view_.tokens[t].Has(Token::kClitic) && view_.tokens[t].length <= 4; }

  uint32_t NounOfDate() const {
    if (first_ >= sentence_.first + 2 && view_.Is(first_ - 1, Role::kPreposition) && view_.tokens[first_ - 1].length == 2 &&
        NamesAct(first_ - 2)) {
      return first_ - 2;
    }
    const bool possessive = IsClitic(last_ - 1) || (last_ < sentence_.last && IsClitic(last_));
    if (!possessive) return kNone;
    for (uint32_t t = last_; t < std::min(sentence_.last, last_ + 5); ++t) {
      if (IsWord(t) && NamesAct(t)) return t;
    }
    return kNone;
  }

  bool NamesAct(uint32_t t) const {
    const EventClassId event = reader_.EventAt(t);
    return IsWord(t) && event != 0 && !view_.rules.compare.events[event].saying && reader_.HeadAt(t) == 0;
  }

  // A finite verb or a participle; base forms only after "to" or a modal, since most of them are nouns as well.
  bool IsVerb(uint32_t t) const {
    if (!IsWord(t) || view_.IsAny(t, Bits({Role::kAuxiliary, Role::kModal, Role::kPreposition, Role::kDeterminer}))) return false;
    const uint8_t forms = view_.rules.verbs.FormsOf(view_.tokens[t].word);
    const bool inside = t > sentence_.first;
    if (inside && view_.IsAny(t - 1, Bits({Role::kDeterminer, Role::kPossessive}))) return false;  // "an estimated sum"
    if ((forms & (kPast | kParticiple)) != 0) return true;
    const bool governed = inside && (view_.Is(t - 1, Role::kModal) || view_.Text(t - 1) == "to");
    if ((forms & kBase) != 0 && governed) return true;
    if ((forms & kThird) != 0 && inside && reader_.MentionAt(t - 1) != kNone) return true;
    const bool relative = inside && view_.Is(t - 1, Role::kRelative);
    return reader_.EventAt(t) != 0 && (view_.Text(t).ends_with("ed") || relative);
  }

  const ClauseReader& reader_;
  const TextView& view_;
  const ViewSentence& sentence_;
  uint32_t first_;
  uint32_t last_;
};

}  // namespace

Predicate PredicateOf(const ClauseReader& reader, uint32_t first, uint32_t last) { return Finder(reader, first, last).Find(); }

Predicate PredicateAt(const ClauseReader& reader, uint32_t first, uint32_t last) {
  const TextView& view = reader.view();
  const Finder finder(reader, first, last);
  Predicate best = finder.At(first);
  for (uint32_t t = first; t < last; ++t) {
    const Predicate here = finder.At(t);
    // "were found shot to death": what befell them says more than that they were found.
    const bool grave = here.event != 0 && !here.saying &&
                       (best.event == 0 || (view.rules.compare.events[here.event].exclusive &&
                                            !view.rules.compare.events[best.event].exclusive));
    if (grave || (best.event == 0 && view.Is(best.token, Role::kAuxiliary))) best = here;
  }
  return best;
}

}  // namespace crosscheck
