#include "extract/statements/sources.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxPhrase = 45;  // tokens of a noun phrase with all that hangs on it
constexpr RoleSet kOpeners = Bits({Role::kDeterminer, Role::kPossessive});

// Left end of the bracket that closes at `t`, or `t` itself.
uint32_t OpenBracket(const Grammar& g, uint32_t t, uint32_t floor) {
  for (uint32_t i = t; i-- > floor && t - i < 30;) {
    if (g.Class(i) == TokenClass::kBracket) return i;
  }
  return t;
}

bool ClosesBracket(const Grammar& g, uint32_t t) {
  if (g.Class(t) != TokenClass::kBracket) return false;
  const char c = g.view().Text(t)[0];
  return c == ')' || c == ']' || c == '}';
}

bool CanEndPhrase(const Grammar& g, uint32_t t) {
  if (g.IsSubjectPronoun(t) || g.IsOneOf(t, {"him", "her", "them", "this", "that", "these", "those", "us", "me", "himself",
                                             "herself", "itself", "themselves"}))
    return true;
  if (ClosesBracket(g, t)) return true;
  if (g.Class(t) == TokenClass::kQuote) return true;
  return g.IsNominal(t) && !g.IsAdverb(t) && !g.view().IsAny(t, kOpeners) &&
         (g.Class(t) != TokenClass::kSymbol || g.view().Text(t) == "%");
}

// Walks left over one noun phrase.
class PhraseWalk {
 public:
  PhraseWalk(const Grammar& g, uint32_t end, uint32_t floor) : g_(g), end_(end), floor_(floor) {
    if (end - floor > kMaxPhrase) floor_ = end - kMaxPhrase;
  }

  NounPhrase Run() {
    NounPhrase phrase;
    if (end_ <= floor_ || !CanEndPhrase(g_, end_ - 1)) return phrase;
    at_ = end_;
    while (at_ > floor_ && Take()) {
    }
    if (at_ == floor_) border_ = Border::kStart;
    uint32_t first = at_;
    if (border_ == Border::kVerb && and_ != 0) first = and_ + 1;
    first = AfterAdverbial(first);
    while (first + 1 < end_ &&
           (g_.Is(first, Role::kCoordinator) ||
            (g_.Is(first, Role::kSubordinator) && !g_.IsNameCapital(first) && !g_.view().IsAny(first, kOpeners)) ||
            (g_.IsAdverb(first) && !g_.IsCapital(first)) || g_.IsOneOf(first, {"then", "also", "yet", "so"})))
      ++first;
    phrase.tokens = {first, end_};
    phrase.border = first > at_ ? Border::kWord : border_;
    return phrase;
  }

 private:
  bool Stop(Border border) {
    border_ = border;
    return false;
  }

  // Takes the token before at_, or stops.
  bool Take() {
    const uint32_t t = at_ - 1;
    switch (g_.Class(t)) {
      case TokenClass::kComma:
        return Stop(Border::kComma);
      case TokenClass::kStop:
      case TokenClass::kColon:
        return Stop(Border::kStart);
      case TokenClass::kDash:
        if (!g_.IsHyphen(t)) return Stop(Border::kDash);
        --at_;
        return true;
      case TokenClass::kBracket:
        if (!ClosesBracket(g_, t)) return Stop(Border::kWord);
        at_ = OpenBracket(g_, t, floor_);
        return at_ != t || Stop(Border::kWord);
      case TokenClass::kQuote:
        return TakeQuotation(t);
      case TokenClass::kNumber:
      case TokenClass::kSymbol:
        --at_;
        return true;
      case TokenClass::kWord:
        return TakeWord(t);
    }
    return false;
  }

  bool TakeQuotation(uint32_t t) {
    if (g_.IsPossessiveClitic(t) && g_.QuotationOf(t) == nullptr) {
      --at_;
      return true;
    }
    const Quotation* quotation = g_.QuotationOf(t);
    if (quotation == nullptr) return Stop(Border::kQuote);
    const bool inside = quotation->open < floor_ || t == quotation->open;
    if (inside || g_.IsUtterance(*quotation)) return Stop(Border::kQuote);
    at_ = quotation->open;
    return true;
  }

  bool TakeWord(uint32_t t) {
    const bool last = t + 1 == end_;
    const bool capital = g_.IsNameCapital(t);
    if (g_.view().IsAny(t, kOpeners) && !g_.IsOneOf(t, {"that", "what", "which", "whose"})) {
      --at_;
      return AttachLeft();
    }
    if (last && g_.IsOneOf(t, {"he", "she", "it", "they", "we", "i", "you", "who", "which"}) && !(capital && !g_.Is(t, "i"))) {
      --at_;
      return Stop(at_ > floor_ && g_.IsComma(at_ - 1)                       ? Border::kComma
                  : at_ > floor_ && g_.IsDash(at_ - 1)                      ? Border::kDash
                  : at_ > floor_ && g_.Class(at_ - 1) == TokenClass::kQuote ? Border::kQuote
                                                                            : Border::kWord);
    }
    if (last && g_.IsSubjectPronoun(t)) {
      --at_;
      return AttachLeft() && false;
    }
    if (g_.IsPossessiveClitic(t)) {
      --at_;
      return true;
    }
    if (g_.Is(t, Role::kRelative)) return Stop(Border::kWord);
    if (g_.Is(t, Role::kPronoun) && !capital) {
      if (g_.IsOneOf(t, {"one", "some", "many", "several", "few", "most", "both", "all", "none", "others"})) {
        --at_;
        return AttachLeft();
      }
      // "a source close to him", "those around her", "Roe himself".
      if (last && t > floor_ + 1 &&
          (g_.Is(t - 1, Role::kPreposition) || g_.IsOneOf(t, {"himself", "herself", "itself", "themselves"}))) {
        --at_;
        return true;
      }
      return Stop(Border::kVerb);
    }
    if (g_.IsAuxiliary(t) && !capital) return TakeRelativeClause(t);
    if (g_.Is(t, Role::kCoordinator)) {
      if (t == floor_ || !CanEndPhrase(g_, t - 1) || g_.IsSubjectPronoun(t - 1) || g_.Is(t, "but")) return Stop(Border::kWord);
      if (and_ == 0) and_ = t;
      --at_;
      return true;
    }
    if (g_.Is(t, Role::kPreposition)) {
      // "Three years after Roe vowed"
      if (g_.IsOneOf(t, {"after", "before", "since", "until"})) return Stop(Border::kWord);
      if (TakeShare(t)) return true;
      if (t > floor_ && CanEndPhrase(g_, t - 1) && !g_.IsSubjectPronoun(t - 1) && !Verbal(t - 1)) {
        --at_;
        return true;
      }
      if (t > floor_ && (g_.VerbForms(t - 1) & kParticiple) != 0 && Reduced(t - 1)) {
        at_ = t - 1;
        return true;
      }
      return Stop(Border::kPreposition);
    }
    if (g_.Is(t, Role::kSubordinator) && !capital) return Stop(Border::kWord);
    if (capital) {
      --at_;
      return true;
    }
    if (TellsClause(t)) return Stop(Border::kVerb);
    if (Verbal(t)) {
      // "Roe pledged continued help": right behind a name and before the cue it is the verb itself.
      if (!Reduced(t) || (last && t > floor_ && g_.IsNameCapital(t - 1))) return TakeRelativeClause(t);
      --at_;
      return true;
    }
    if (g_.IsAdverb(t) && (last || !g_.IsNominal(at_))) return Stop(Border::kWord);
    if (g_.IsOneOf(t,
                   {"then", "later", "however", "meanwhile", "now", "today", "yesterday", "instead", "also", "again", "still"}))
      return Stop(Border::kWord);
    --at_;
    return true;
  }

  bool IsNumber(uint32_t t) const {
    return g_.Class(t) == TokenClass::kNumber || g_.view().IsAny(t, Bits({Role::kNumberWord, Role::kQuantifier}));
  }

  // "[one in] four", "[four out of] ten", "[just over] half": shares of people that were asked.
  bool TakeShare(uint32_t t) {
    if (!IsNumber(at_)) return false;
    uint32_t before = t;
    if (before > floor_ && g_.Is(before - 1, Role::kPreposition)) --before;  // "out of"
    if (before > floor_ && IsNumber(before - 1) && t + 1 == at_) {
      at_ = before - 1;
      return true;
    }
    if (!g_.view().IsAny(t, Bits({Role::kBound, Role::kApproximator}))) return false;
    at_ = t;
    if (at_ > floor_ && g_.IsAdverb(at_ - 1)) --at_;
    return true;
  }

  // Behind a determiner or pronoun the phrase goes on left only through a preposition: "[officials at] the bank".
  bool AttachLeft() {
    if (at_ == floor_) return true;
    const uint32_t t = at_ - 1;
    if (g_.Is(t, Role::kPreposition) && !g_.Is(t, Role::kSubordinator)) return TakeWord(t);
    if (g_.Is(t, Role::kPreposition) && t > floor_ && g_.IsNominal(t - 1) && !Verbal(t - 1) &&
        !g_.IsOneOf(t, {"before", "after", "since", "until", "as"}))
      return TakeWord(t);
    if (g_.Is(t, Role::kCoordinator)) return TakeWord(t);
    if (g_.IsOneOf(t, {"all", "both", "half", "even", "not", "only"})) {
      --at_;
      return AttachLeft();
    }
    if (g_.IsComma(t)) return Stop(Border::kComma);
    if (g_.IsDash(t)) return Stop(Border::kDash);
    if (g_.Class(t) == TokenClass::kQuote) return Stop(Border::kQuote);
    // "the man holding the rope"; a past form takes no object inside a phrase.
    if (Reduced(t) && (g_.VerbForms(t) & kIng) != 0) {
      --at_;
      return true;
    }
    return Stop(Verbal(t) || g_.IsAuxiliary(t) ? Border::kVerb : Border::kWord);
  }

  // "the man who had met Roe": the relative clause whose verb is at `verb` belongs to the phrase before it.
  bool TakeRelativeClause(uint32_t verb) {
    uint32_t t = verb;
    while (t > floor_ && verb - t < 5 && (g_.IsAuxiliary(t - 1) || g_.IsAdverb(t - 1) || g_.IsNegation(t - 1))) --t;
    if (t < floor_ + 2 || !g_.IsOneOf(t - 1, {"who", "which", "that"}) || !CanEndPhrase(g_, t - 2) || Verbal(t - 2))
      return Stop(Border::kVerb);
    at_ = t - 1;
    return true;
  }

  bool Verbal(uint32_t t) {
    const uint8_t forms = g_.VerbForms(t);
    // "United Nations monitors": a capital that opens a name.
    if (forms == 0 || (g_.IsCapital(t) && g_.view().owner[t] == Owner::kName)) return false;
    if ((forms & kPast) != 0) return true;
    if (g_.IsOneOf(t, {"comes", "goes", "remains", "becomes", "seems", "appears", "follows", "happens"})) return true;
    if ((forms & kThird) != 0)
      return (forms & kBase) == 0 && !g_.Is(t, Role::kNounVerb) && t > floor_ && g_.IsCapital(t - 1) &&
             !g_.view().IsAny(t - 1, kOpeners);
    return (forms & kIng) != 0 || ((forms & kParticiple) != 0 && (forms & kBase) == 0);
  }

  // "officials said | Roe had left", "guards claim | the gate was shut": a verb of saying before the clause that it tells, whose
  // subject the walk is on.
  bool TellsClause(uint32_t t) const {
    if (t == floor_ || t + 1 >= end_ || !TakesClause(t) || !g_.IsNominal(t - 1) || g_.IsHyphen(t - 1)) return false;
    const uint8_t forms = g_.VerbForms(t);
    const std::string_view before = g_.view().Text(t - 1);
    const bool plural = before.ends_with('s') || g_.Is(t - 1, Role::kPluralNoun);
    if ((forms & kPast) == 0 && !((forms & kBase) != 0 && plural) && !((forms & kThird) != 0 && (!plural || g_.IsCapital(t - 1))))
      return false;
    uint32_t next = t + 1;  // "said on Monday | Roe had left"
    while (next < end_ && (g_.IsTime(next) || (g_.Is(next, Role::kPreposition) && next + 1 < end_ && g_.IsTime(next + 1)))) ++next;
    if (next >= end_) return false;
    if (g_.IsNameCapital(next) || g_.view().IsAny(next, kOpeners | Bit(Role::kPersonNoun))) return true;
    return g_.IsNominal(next) && !g_.IsAdverb(next) && next + 1 == end_ && g_.view().Text(next).ends_with('s');
  }

  // A form of a reporting verb that takes a clause.
  bool TakesClause(uint32_t t) const {
    if (!g_.Is(t, Role::kCue) || g_.IsNameCapital(t)) return false;
    const CueTable& cues = g_.view().rules.cues;
    const std::vector<CueForm>& forms = cues.Of(g_.view().tokens[t].word);
    return std::any_of(forms.begin(), forms.end(), [&](const CueForm& form) {
      const CueRule& rule = cues.rules[cues.lemmas[form.lemma].rule];
      return rule.shape == CueShape::kVerb && (rule.frames & kClause) != 0;
    });
  }

  // A participle inside a noun phrase: "the elected council", "a report released Monday", "officials briefed on it".
  bool Reduced(uint32_t t) {
    const uint8_t forms = g_.VerbForms(t);
    if ((forms & (kParticiple | kIng)) == 0) return false;
    if (t == floor_ || TellsClause(t)) return false;
    // "issued a statement": with an object the form is the past tense.
    if ((forms & kPast) != 0 && t + 1 < end_ && g_.IsOneOf(t + 1, {"a", "an", "the", "his", "her", "its", "their"})) return false;
    const uint32_t before = t - 1;
    if (g_.view().IsAny(before, kOpeners)) return true;
    if (g_.IsSubjectPronoun(before) || !g_.IsWord(before)) return g_.IsHyphen(before);
    // "posted online and checked by the paper"
    if (g_.Is(before, Role::kCoordinator)) return t + 1 < end_ && g_.Is(t + 1, "by");
    if (g_.IsAdverb(before)) return t >= floor_ + 2 && g_.view().IsAny(t - 2, kOpeners);
    return g_.IsNominal(before);
  }

  // "In a statement on Monday Ms. Roe": the phrase begins behind the adverbial.
  uint32_t AfterAdverbial(uint32_t first) const {
    if (first >= end_ || !(g_.Is(first, Role::kPreposition) || border_ == Border::kPreposition)) return first;
    for (uint32_t t = end_ - 1; t > first; --t) {
      if (g_.view().IsAny(t, kOpeners)) return t;
      if (g_.Is(t, Role::kTitle) || g_.Is(t, Role::kTitleAbbreviation)) {
        while (t - 1 > first && g_.IsCapital(t - 1)) --t;  // "Norwegian Deputy | Minister Roe"
        return t;
      }
      if (g_.IsTime(t) || (g_.Class(t) == TokenClass::kNumber && t + 1 < end_)) return t + 1 < end_ ? t + 1 : first;
      if (g_.IsCapital(t) && !g_.IsCapital(t - 1) && t - 1 > first &&
          !g_.view().IsAny(t - 1, Bits({Role::kPreposition, Role::kCoordinator})))
        return t;
    }
    return first;
  }

  const Grammar& g_;
  uint32_t end_;
  uint32_t floor_;
  uint32_t at_ = 0;
  uint32_t and_ = 0;
  Border border_ = Border::kStart;
};

// Comma-separated parts before `verb`, right to left.
bool IsAppositionLike(const Grammar& g, TokenRange part) {
  if (part.empty()) return false;
  const uint32_t t = part.first;
  if (g.IsOneOf(t, {"who", "which", "whose", "whom", "where", "a", "an", "the", "former", "now", "then", "speaking", "one",
                    "also", "himself", "herself"}))
    return true;
  if (g.Is(t, Role::kPreposition) || g.IsAdverb(t) || g.Class(t) == TokenClass::kNumber) return true;
  if (g.Is(t, Role::kSubordinator)) return g.IsOneOf(t, {"when", "while", "as", "after", "where", "though", "although", "if"});
  if ((g.VerbForms(t) & (kIng | kParticiple)) != 0 && !g.IsCapital(t)) return true;
  return !g.HasFiniteVerb(part);
}

// A name, or a noun phrase that ends in names: "Norway", "the Harbour Union".
bool IsNamePart(const Grammar& g, TokenRange part) {
  for (uint32_t t = part.first; t < part.last; ++t) {
    if (g.IsTime(t) || g.Class(t) == TokenClass::kQuote) return false;
  }
  return !part.empty() && g.IsCapital(part.last - 1);
}

bool HasCoordinator(const Grammar& g, TokenRange part) {
  for (uint32_t t = part.first + 1; t < part.last; ++t) {
    if (g.Is(t, "and") || g.Is(t, "or")) return true;
  }
  return false;
}

// The list that the noun phrase `tail` ends: "a group including Norway, Chile and | four other countries", "officials in Oslo,
// Bergen and Narvik". Its first token; the tail's own where it ends no list.
uint32_t ListStart(const Grammar& g, TokenRange tail, uint32_t floor) {
  uint32_t first = tail.first;
  for (int items = 0; items < 8 && first > floor + 1 && g.IsComma(first - 1); ++items) {
    const NounPhrase item = NounPhraseBefore(g, first - 1, floor);
    if (item.empty() || !IsNamePart(g, item.tokens)) break;
    bool opens = false;  // the noun that the names belong to
    for (uint32_t t = item.tokens.first + 1; t + 1 < item.tokens.last; ++t) {
      opens = opens || (g.IsOneOf(t, {"including", "in", "from", "for", "of"}) && !g.IsCapital(t - 1) && !g.IsTime(t + 1));
    }
    if (opens) return item.tokens.first;
    if (item.border != Border::kComma && item.border != Border::kStart && item.border != Border::kQuote) break;
    first = item.tokens.first;
  }
  return first;
}

// Does a relative word stand shortly before the verb at `t`?
bool Relative(const Grammar& g, uint32_t t, uint32_t first) {
  for (uint32_t k = t; k-- > first && t - k < 5;) {
    if (g.IsOneOf(k, {"who", "which", "that"})) return true;
    if (!g.IsAuxiliary(k) && !g.IsAdverb(k) && !g.IsNegation(k)) return false;
  }
  return false;
}

}  // namespace

NounPhrase NounPhraseBefore(const Grammar& grammar, uint32_t end, uint32_t floor) {
  return PhraseWalk(grammar, end, floor).Run();
}

TokenRange NounPhraseFrom(const Grammar& g, uint32_t first, uint32_t limit, bool apposition) {
  limit = std::min(limit, first + kMaxPhrase);
  uint32_t t = first;
  bool past_comma = false;  // inside an apposition, where verbs may stand
  if (t < limit && g.IsSubjectPronoun(t) &&
      !g.IsOneOf(t, {"one", "some", "many", "several", "few", "most", "both", "all", "another", "others", "those"})) {
    return {first, first + 1};
  }
  for (; t < limit; ++t) {
    if (const Quotation* quotation = g.QuotationOf(t)) {
      if (quotation->open != t || g.IsUtterance(*quotation)) break;
      t = std::min(Grammar::EndOf(*quotation), limit) - 1;
      continue;
    }
    const TokenClass token_class = g.Class(t);
    if (token_class == TokenClass::kStop || token_class == TokenClass::kColon) break;
    if (token_class == TokenClass::kDash && !g.IsHyphen(t)) break;
    if (token_class == TokenClass::kBracket) {
      if (ClosesBracket(g, t)) break;
      while (t + 1 < limit && !ClosesBracket(g, t)) ++t;
      continue;
    }
    if (token_class == TokenClass::kComma) {
      if (!apposition || t + 1 >= limit) break;
      const uint32_t next = t + 1;
      const bool place = g.IsCapital(next) && t > first && g.IsCapital(t - 1) && next + 1 < limit && g.IsComma(next + 1);
      if (!place && !g.IsOneOf(next, {"a", "an", "the", "who", "whose", "which", "one", "former", "and"}) &&
          !(g.IsNominal(next) && !g.IsCapital(next) && g.VerbForms(next) == 0) && g.Class(next) != TokenClass::kNumber) {
        break;
      }
      if (g.Is(next, "and") || (g.OpensNounPhrase(next) && g.Is(next, "the") && next + 2 < limit && g.IsFiniteVerb(next + 2)))
        break;
      past_comma = true;
      continue;
    }
    // "officials who met Roe": a relative clause belongs to the phrase.
    const bool behind_article = t > first && g.IsOneOf(t - 1, {"the", "a", "an", "their", "his", "her", "its"});
    const bool ends = g.IsFiniteVerb(t) && !behind_article ? !Relative(g, t, first)
                                                           : g.Is(t, Role::kSubordinator) && !g.IsOneOf(t, {"that", "where"});
    if (t > first && g.IsWord(t) && !(apposition && past_comma) && ends) break;
    if (t > first && g.Is(t, Role::kSubordinator) && !g.Is(t, Role::kPreposition) && !g.Is(t, Role::kRelative)) break;
  }
  while (t > first && g.Is(t - 1, Role::kCoordinator)) --t;
  return {first, t};
}

namespace {

// First token of the part that ends before `end`: behind a comma, a dash (only that where `dash`), a mark or a stop.
uint32_t PartStart(const Grammar& g, uint32_t end, uint32_t floor, bool dash) {
  uint32_t first = end;
  while (first > floor && end - first < kMaxPhrase) {
    const uint32_t i = first - 1;
    if (const Quotation* quotation = g.QuotationOf(i);
        quotation != nullptr && quotation->open >= floor && !g.IsUtterance(*quotation)) {
      first = quotation->open;
      continue;
    }
    if (g.Class(i) == TokenClass::kQuote && !g.IsPossessiveClitic(i)) break;
    if (g.Class(i) == TokenClass::kColon || g.Class(i) == TokenClass::kStop) break;
    if (dash ? g.IsDash(i) : (g.IsComma(i) || g.IsDash(i))) break;
    first = i;
  }
  return first;
}

// The subject of a verb behind the comma or dash at `t`: through the parts between to the noun phrase that they describe.
Subject DescribedSubject(const Grammar& g, uint32_t t, uint32_t floor) {
  Subject subject;
  const bool dash = g.IsDash(t);
  // Through the parts between commas (or one part between dashes) to the noun phrase that they describe.
  uint32_t end = t;
  TokenRange best;
  Border border = Border::kStart;
  for (int parts = 0; parts < 6 && end > floor; ++parts) {
    const uint32_t first = PartStart(g, end, floor, dash);
    // "But Roe, the mayor, said", "As Roe, the mayor, noted".
    uint32_t begin = first;
    if (end - begin > 1 &&
        (g.Is(begin, Role::kCoordinator) || g.IsOneOf(begin, {"as", "while", "though", "although", "that", "because", "since"})))
      ++begin;
    const TokenRange part{begin, end};
    const NounPhrase phrase = NounPhraseBefore(g, end, begin);
    const bool whole = !phrase.empty() && phrase.tokens.first <= begin + 1 && !g.Is(begin, Role::kPreposition) &&
                       !g.HasFiniteVerb(phrase.tokens);
    const bool plain = parts > 0 && !phrase.empty() && !g.IsOneOf(phrase.tokens.first, {"who", "which", "that"});
    if (whole && parts > 0) {
      best = phrase.tokens;
      border = phrase.border == Border::kStart && first > floor ? (g.IsComma(first - 1)  ? Border::kComma
                                                                   : g.IsDash(first - 1) ? Border::kDash
                                                                                         : Border::kQuote)
                                                                : phrase.border;
    } else if (plain && best.empty() && (dash || !IsAppositionLike(g, part))) {
      best = phrase.tokens;
      border = phrase.border;
    }
    if (!IsAppositionLike(g, part) || first <= floor) break;
    if (!(g.IsComma(first - 1) || g.IsDash(first - 1))) break;
    end = first - 1;
  }
  if (best.empty()) {
    subject.shared = true;
    subject.left = t;
    subject.border = Border::kComma;
    return subject;
  }
  subject.tokens = best;
  subject.left = best.first;
  subject.border = border;
  return subject;
}

}  // namespace

Subject FindSubject(const Grammar& g, uint32_t verb, uint32_t last_verb, uint32_t floor) {
  Subject subject;
  subject.left = verb;
  uint32_t p = verb;
  // "officials in Dayton on Monday said", "the bank Thursday announced".
  const uint32_t before_time = p;
  while (p > floor &&
         (g.IsTime(p - 1) || (p < before_time && g.IsOneOf(p - 1, {"on", "last", "this", "late", "early", "in", "earlier"}))))
    --p;
  if (p == floor && p < before_time) return subject;
  if (p < before_time && g.IsComma(p - 1) && p - 1 > floor) p = before_time;
  // "her campaign workers here said"
  if (p > floor + 1 && g.IsOneOf(p - 1, {"here", "there", "abroad"}) && g.IsNominal(p - 2) && !g.IsAdverb(p - 2)) --p;
  if (p == floor) return subject;
  const uint32_t t = p - 1;
  const bool participle = (g.VerbForms(last_verb) & kIng) != 0 && !g.IsBe(t);
  bool adverbs = participle;
  for (uint32_t k = verb; k < last_verb; ++k) adverbs = adverbs && g.IsAdverb(k);
  if (adverbs && g.view().IsAny(t, Bits({Role::kPreposition, Role::kSubordinator})) && !g.Is(t, "of")) {
    // "after telling his aides", "while urging".
    subject.shared = true;
    subject.left = t;
    subject.border = Border::kWord;
    return subject;
  }
  if (g.Is(t, Role::kCoordinator) || g.Is(t, "then")) {
    subject.shared = true;
    subject.left = t;
    return subject;
  }
  if (g.IsOneOf(t, {"who", "which", "that"})) {
    uint32_t noun = t;
    if (noun > floor && g.IsComma(noun - 1)) --noun;
    const NounPhrase phrase = NounPhraseBefore(g, noun, floor);
    if (g.Is(t, "that") && phrase.empty()) return subject;
    subject.tokens = {t, t + 1};
    subject.left = t;
    subject.relative = true;
    subject.antecedent = phrase.tokens;
    subject.border = Border::kWord;
    return subject;
  }
  if (participle && verb == last_verb && g.Class(t) == TokenClass::kQuote && t > floor + 1 && g.IsComma(t - 1)) {
    // `called it "old," saying`
    subject.shared = true;
    subject.border = Border::kComma;
    return subject;
  }
  if (g.IsComma(t)) {
    // "officials in Oslo and Bergen, as well as independent experts, have said".
    uint32_t comma = t;
    while (comma > floor && t - comma < 16 && !(g.IsComma(comma - 1) || g.Class(comma - 1) == TokenClass::kQuote)) --comma;
    const bool added = comma > floor + 1 && g.IsComma(comma - 1) &&
                       (g.IsOneOf(comma, {"along", "together"}) || (g.Is(comma, "as") && g.view().Text(comma + 1) == "well"));
    const NounPhrase before = added ? NounPhraseBefore(g, comma - 1, floor) : NounPhrase();
    if (!before.empty()) {
      subject.tokens = {ListStart(g, before.tokens, floor), t};
      subject.left = subject.tokens.first;
      subject.border = subject.left > floor && g.IsComma(subject.left - 1) ? Border::kComma : Border::kStart;
      return subject;
    }
  }
  if (g.IsComma(t) || g.IsDash(t)) return DescribedSubject(g, t, floor);
  const NounPhrase phrase = NounPhraseBefore(g, p, floor);
  if (phrase.empty()) return subject;
  subject.tokens = phrase.tokens;
  subject.left = phrase.tokens.first;
  subject.border = phrase.border;
  if (phrase.border == Border::kComma && HasCoordinator(g, phrase.tokens)) {
    const uint32_t first = ListStart(g, phrase.tokens, floor);
    if (first < subject.left) {
      subject.tokens.first = subject.left = first;
      subject.border = first > floor && g.IsComma(first - 1) ? Border::kComma : Border::kStart;
    }
  }
  if (subject.border == Border::kStart && subject.left > floor) subject.border = Border::kWord;
  return subject;
}

}  // namespace crosscheck
