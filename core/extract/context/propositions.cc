// How it works: a sentence is cut into clauses at its marks, conjunctions and relative words. In each clause the first verb group
// gives the predicate (its last verb: "have not been opened"), the nouns on both sides the doer and the object; a clause without
// a noun before its verb takes the last one of the clause before ("the ransom, paid by the firm"). Negations anywhere in the
// clause count; two of them cancel out.
#include "extract/context/propositions.h"

#include <algorithm>

#include "extract/context/poles.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;
constexpr std::string_view kAmount = "amount";  // axis of the quantifiers
constexpr std::string_view kNobody = "none";
constexpr uint32_t kNegationReach = 3;  // tokens behind a verb: "paid no ransom"

class Finder {
 public:
  Finder(const ClauseReader& reader, const std::vector<Statement>& statements) : reader_(reader), view_(reader.view()) {
    edge_.assign(view_.tokens.size() + 1, false);
    for (const Statement& statement : statements) {
      for (const Span part : statement.content) {
        for (const uint32_t byte : {part.start, part.end}) {
          if (const uint32_t t = reader.TokenAt(byte); t != kNone) edge_[t] = true;
        }
      }
    }
  }

  std::vector<Proposition> Find() {
    for (const ViewSentence& sentence : view_.sentences) {
      last_noun_ = kNone;
      open_ = view_.tokens[sentence.last - 1].token_class == TokenClass::kStop && view_.Text(sentence.last - 1) == "?";
      for (uint32_t t = sentence.first; t < sentence.last;) {
        uint32_t last = t;
        while (last < sentence.last && !Parts(last, t)) ++last;
        if (last > t) Read(t, last);
        t = std::max(last, t + 1);
        if (last < sentence.last && view_.tokens[last].token_class != TokenClass::kWord) t = last + 1;
      }
    }
    return std::move(found_);
  }

 private:
  bool IsWord(uint32_t t) const { return view_.tokens[t].token_class == TokenClass::kWord; }

  // Does another clause begin at `t`? Not at the first token of this one.
  bool Parts(uint32_t t, uint32_t first) const {
    switch (view_.tokens[t].token_class) {
      case TokenClass::kWord:
        break;
      case TokenClass::kNumber:
      case TokenClass::kSymbol:
        return false;
      case TokenClass::kDash:
        return view_.tokens[t].Has(Token::kSpaceBefore);
      default:
        return true;
    }
    if (t == first) return false;
    if (edge_[t] || view_.Is(t, Role::kRelative)) return true;
    if (view_.Is(t, Role::kSubordinator) && !view_.Is(t, Role::kAdverb)) return true;
    return view_.Is(t, Role::kCoordinator) && t + 1 < view_.tokens.size() &&
           view_.IsAny(t + 1, Bits({Role::kPronoun, Role::kDeterminer, Role::kPossessive, Role::kAuxiliary, Role::kModal}));
  }

  bool IsVerb(uint32_t t, uint32_t first) const {
    if (!IsWord(t) || reader_.MentionAt(t) != kNone || reader_.IsNumber(t)) return false;
    if (view_.IsAny(t, Bits({Role::kAuxiliary, Role::kModal, Role::kPreposition, Role::kDeterminer}))) return false;
    const bool inside = t > first;
    if (inside && view_.IsAny(t - 1, Bits({Role::kDeterminer, Role::kPossessive}))) return false;
    const uint8_t forms = view_.rules.verbs.FormsOf(view_.tokens[t].word);
    if ((forms & (VerbFormBit::kPast | VerbFormBit::kParticiple)) != 0) return true;
    if (inside && (forms & (VerbFormBit::kBase | VerbFormBit::kIng)) != 0) {
      uint32_t before = t - 1;
      while (before > first && view_.IsAny(before, Bits({Role::kAdverb, Role::kNegation}))) --before;
      if (view_.IsAny(before, Bits({Role::kModal, Role::kAuxiliary}))) return true;
    }
    return inside && (forms & VerbFormBit::kThird) != 0 && !view_.Is(t, Role::kNounVerb);
  }

  bool IsNoun(uint32_t t) const {
    return IsWord(t) && !view_.IsAny(t, Bits({Role::kPreposition, Role::kDeterminer, Role::kPossessive, Role::kAuxiliary, Role::kModal,
                                              Role::kCoordinator, Role::kSubordinator, Role::kAdverb, Role::kNegation, Role::kRelative})) &&
           (reader_.MentionAt(t) != kNone || view_.Is(t, Role::kPronoun) || reader_.IsContent(t));
  }

  // The head of the first noun phrase of [first, last): its last noun before a preposition or a verb; kNone where there is none.
  uint32_t HeadOf(uint32_t first, uint32_t last) const {
    uint32_t head = kNone;
    for (uint32_t t = first; t < last; ++t) {
      if (IsNoun(t)) {
        head = t;
      } else if (head != kNone && view_.Text(t) != "'s" && view_.tokens[t].token_class != TokenClass::kDash) {
        return head;
      } else if (head == kNone && view_.Is(t, Role::kPreposition) && t > first) {
        continue;
      }
    }
    return head;
  }

  bool IsOpen(uint32_t first, uint32_t last) const {
    constexpr MarkSet kNotFact = Bit(Mark::kPlan) | Bit(Mark::kDemand) | Bit(Mark::kGuess);
    if (open_ || view_.Text(first) == "if" || view_.Text(first) == "whether" || view_.Text(first) == "unless") return true;
    for (uint32_t t = first; t < last; ++t) {
      if (reader_.IsNumber(t)) continue;  // "in May"
      if ((view_.rules.compare.MarksOf(view_.tokens[t].word) & kNotFact) != 0 || view_.Is(t, Role::kModal)) return true;
      if (view_.Text(t) == "to" && t + 1 < last && (view_.rules.verbs.FormsOf(view_.tokens[t + 1].word) & VerbFormBit::kBase) != 0 && t > first &&
          view_.Is(t - 1, Role::kAuxiliary))
        return true;  // "is to close"
    }
    return false;
  }

  uint32_t NegationsIn(uint32_t first, uint32_t last) const {
    uint32_t negations = 0;
    for (uint32_t t = first; t < last; ++t) {
      const bool denies = view_.Is(t, Role::kNegation) && !view_.Is(t, Role::kPreposition);  // "without" denies its noun alone
      negations += denies && !(t + 1 < last && view_.Text(t + 1) == "only") ? 1 : 0;
    }
    return negations;
  }

  // "Killed in a failed rescue attempt": two poles of one axis, of which the clause does not say how they stand.
  bool HasOther(const std::vector<PoleHit>& hits, const PoleHit& hit) const {
    const std::vector<Pole>& poles = view_.rules.words.poles;
    return std::any_of(hits.begin(), hits.end(), [&](const PoleHit& other) {
      return other.pole != hit.pole && poles[other.pole].axis == poles[hit.pole].axis;
    });
  }

  void Read(uint32_t first, uint32_t last) {
    uint32_t predicate = kNone;
    uint32_t group = kNone;  // first token of the verb group
    for (uint32_t t = first; t < last; ++t) {
      const bool possessive = view_.tokens[t].Has(Token::kClitic) && t > first && !view_.Is(t - 1, Role::kPronoun);  // "the ship's papers"
      const bool helper = !possessive && view_.IsAny(t, Bits({Role::kAuxiliary, Role::kModal}));
      if (helper && group == kNone) group = t;
      if (!IsVerb(t, first)) {
        if (predicate != kNone) break;
        continue;
      }
      if (group == kNone) group = t;
      predicate = t;
    }
    const std::vector<PoleHit> poles = PolesIn(view_, first, last, PolePart::kPredicate);
    // What stands well behind the verb denies something else: "applies to old versions, and none of the new ones".
    const uint32_t negations = NegationsIn(first, predicate == kNone ? last : std::min(last, predicate + 1 + kNegationReach));
    const std::vector<PoleHit> quantifiers = PolesIn(view_, first, last, PolePart::kQuantifier);
    if (group == kNone) group = predicate;
    uint32_t doer = group == kNone ? HeadOf(first, last) : HeadOf(first, group);
    if (doer == kNone || view_.Is(doer, Role::kRelative)) doer = last_noun_;
    const uint32_t object = predicate == kNone ? kNone : HeadOf(predicate + 1, last);
    Proposition base;
    base.first = first;
    base.last = last;
    base.predicate = predicate;
    base.denied = negations % 2 != 0;
    base.open = IsOpen(first, last);
    base.doer = doer;
    base.object = object;
    if (!quantifiers.empty()) base.quantifier = quantifiers.front().pole;
    for (const PoleHit& hit : poles) {
      if (HasOther(poles, hit)) continue;
      Proposition proposition = base;
      proposition.pole = hit.pole;
      // "Nobody was hurt" is one pole: its negation is no second one.
      if (const uint32_t own = NegationsIn(hit.first, hit.last); own > 0) {
        proposition.denied = negations > own && (negations - own) % 2 != 0;
        if (view_.rules.words.poles[hit.pole].of_all) proposition.quantifier = view_.rules.words.FindPole(kAmount, kNobody);
      }
      if (predicate == kNone) proposition.predicate = hit.first;
      found_.push_back(proposition);
    }
    if (poles.empty() && predicate != kNone && !view_.Is(predicate, Role::kCue)) found_.push_back(base);
    for (uint32_t t = last; t-- > first;) {
      if (!IsNoun(t)) continue;
      last_noun_ = t;
      break;
    }
  }

  const ClauseReader& reader_;
  const TextView& view_;
  std::vector<Proposition> found_;
  std::vector<bool> edge_;      // what somebody says begins or ends at the token
  uint32_t last_noun_ = kNone;  // of the clauses before in the sentence
  bool open_ = false;           // the sentence is a question
};

}  // namespace

std::vector<Proposition> FindPropositions(const ClauseReader& reader, const std::vector<Statement>& statements) {
  return Finder(reader, statements).Find();
}

}  // namespace crosscheck
