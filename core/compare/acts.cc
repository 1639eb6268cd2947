#include "compare/acts.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kReach = 24;     // tokens from a date to its verb
constexpr uint32_t kNounReach = 3;  // to a noun that names an act

bool IsDay(ClaimType type) { return type == ClaimType::kDate || type == ClaimType::kTime; }

class ActFinder {
 public:
  ActFinder(const ClauseReader& reader, uint32_t first, uint32_t last)
      : reader_(reader), view_(reader.view()), sentence_(view_.sentences[view_.sentence_of[first]]), first_(first), last_(last) {}

  DatedAct Find() const {
    if (const uint32_t noun = NounOfDate(); noun != kNone) return ActAt(noun);
    const uint32_t least = first_ > sentence_.first + kReach ? first_ - kReach : sentence_.first;
    for (uint32_t t = first_; t-- > least;) {
      if (IsVerb(t) || (first_ - t <= kNounReach && NamesAct(t))) return ActAt(t);
    }
    for (uint32_t t = last_; t < std::min(sentence_.last, last_ + kReach); ++t) {
      if (IsVerb(t)) return ActAt(t);
    }
    return {};
  }

 private:
  static constexpr uint32_t kNone = ClauseReader::kNone;

  bool IsWord(uint32_t t) const {
    return view_.tokens[t].token_class == TokenClass::kWord && !reader_.IsNumber(t) && reader_.MentionAt(t) == kNone;
  }

  // "the raid of February 28", "Tuesday's bombing".
  uint32_t NounOfDate() const {
    if (first_ >= sentence_.first + 2 && view_.Text(first_ - 1) == "of" && IsWord(first_ - 2)) return first_ - 2;
    const std::string_view next = last_ < sentence_.last ? view_.Text(last_) : std::string_view();
    const bool possessive =
        view_.Text(last_ - 1).ends_with("'s") || view_.Text(last_ - 1).ends_with("\u2019s") || next == "'s" || next == "\u2019s";
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
    const bool after_determiner = t > sentence_.first && view_.IsAny(t - 1, Bits({Role::kDeterminer, Role::kPossessive}));
    if (after_determiner) return false;  // "an estimated sum"
    if ((forms & (kPast | kParticiple)) != 0) return true;
    const bool after_to = t > sentence_.first && (view_.Is(t - 1, Role::kModal) || view_.Text(t - 1) == "to");
    if ((forms & kBase) != 0 && after_to) return true;
    const bool after_relative = t > sentence_.first && view_.Is(t - 1, Role::kRelative);
    return reader_.EventAt(t) != 0 && (view_.Text(t).ends_with("ed") || after_relative);
  }

  DatedAct ActAt(uint32_t t) const {
    const EventClassId event = reader_.EventAt(t);
    const bool saying = event != 0 && view_.rules.compare.events[event].saying;
    return {reader_.KeyOf(t), saying ? EventClassId{0} : event, saying};
  }

  const ClauseReader& reader_;
  const TextView& view_;
  const ViewSentence& sentence_;
  uint32_t first_;
  uint32_t last_;
};

float VerbLikeness(const DatedAct& a, const DatedAct& b) {
  if (a.verb == 0 || b.verb == 0) return -0.5f;
  if (a.verb == b.verb) return 2.4f;
  if (a.event != 0 && a.event == b.event) return 1.0f;
  return a.event != 0 && b.event != 0 ? -1.6f : -0.8f;
}

bool IsNamed(EntityId person, const QuantityClaim& claim) {
  return person == 0 || std::binary_search(claim.names.begin(), claim.names.end(), person);
}

// "His partner, Olaf Brek, was arrested": the sentence speaks of two, but one of them was arrested.
float ActorsLikeness(const QuantityClaim& a, const QuantityClaim& b) {
  if (a.names.empty() || b.names.empty()) return 0;
  if (a.person != 0 && a.person == b.person) return 1.4f;
  if (!IsNamed(a.person, b) || !IsNamed(b.person, a)) return -2.6f;
  return SharesName(a, b) ? 1.0f : -0.6f;
}

bool OneIs(const QuantityClaim& a, const QuantityClaim& b, Mark mark) { return a.Has(mark) != b.Has(mark); }

}  // namespace

DatedAct ActOf(const ClauseReader& reader, uint32_t first, uint32_t last) { return ActFinder(reader, first, last).Find(); }

float ActLikeness(const Pairing& pairing, uint32_t i, uint32_t j) {
  const QuantityClaim& a = pairing.set().claims[i];
  const QuantityClaim& b = pairing.set().claims[j];
  if (a.act.saying || b.act.saying) return -10;
  const SignValues signs = pairing.Signs(i, j);
  const auto sign = [&](Sign s) { return signs[static_cast<size_t>(s)]; };
  float likeness = -2.4f + VerbLikeness(a.act, b.act);
  likeness += ActorsLikeness(a, b);
  likeness += 2.0f * sign(Sign::kClauseWords) + sign(Sign::kSentenceWords) + 0.8f * sign(Sign::kContext) + sign(Sign::kStories);
  likeness += 1.8f * sign(Sign::kNearCopy) - 0.8f * sign(Sign::kOtherEvent) - 0.6f * sign(Sign::kSameArticle);
  likeness += 2.5f * sign(Sign::kSwappedDigits);
  if (OneIs(a, b, Mark::kPlan) || OneIs(a, b, Mark::kNegated)) likeness -= 1.5f;
  return likeness;
}

PairScore ScoreOfQuantity(const Pairing& pairing, uint32_t a, uint32_t b) {
  PairScore score = pairing.Score(a, b);
  if (IsDay(pairing.set().claims[a].type)) score.blind = ActLikeness(pairing, a, b);
  return score;
}

}  // namespace crosscheck
