// Which cues of a line have a content, on which side, and how far it goes: tags first, then cues with their content behind them.
#include <algorithm>

#include "extract/statements/candidates.h"

namespace crosscheck {
namespace {

class Settler {
 public:
  Settler(const Grammar& g, TokenRange line, std::vector<Candidate>* candidates) : g_(g), line_(line), all_(*candidates) {
    end_ = line.last;
    while (end_ > line.first && g.Class(end_ - 1) == TokenClass::kStop && g.QuotationOf(end_ - 1) == nullptr) --end_;
  }

  void Run() {
    uint32_t floor = line_.first;
    for (size_t i = 0; i < all_.size(); ++i) {
      if (Tag(i, floor)) floor = std::max(floor, all_[i].content.empty() ? floor : all_[i].cue.last);
    }
    for (size_t i = 0; i < all_.size(); ++i) {
      if (!all_[i].accepted) Forward(i);
    }
    for (Candidate& c : all_) {
      if (c.rule->shape == CueShape::kAdverb) Adverb(&c);
    }
  }

 private:
  bool IsComma(uint32_t t) const { return t >= line_.first && t < line_.last && g_.IsComma(t); }
  // The quotation that closes right before token t, or before the comma there.
  const Quotation* ClosedBefore(uint32_t t) const {
    if (t > line_.first && IsComma(t - 1)) --t;
    if (t <= line_.first || g_.Class(t - 1) != TokenClass::kQuote) return nullptr;
    const Quotation* quotation = g_.QuotationOf(t - 1);
    return quotation != nullptr && quotation->closed && quotation->close == t - 1 ? quotation : nullptr;
  }

  static bool Quotable(const Candidate& c) {
    return c.rule->shape == CueShape::kVerb && (c.rule->frames & (kClause | kQuoted)) != 0;
  }

  // Does the content stand to the left of the cue? Then it is settled here.
  bool Tag(size_t i, uint32_t floor) {
    Candidate& c = all_[i];
    if (c.rule->shape == CueShape::kAccordingTo) return According(&c, floor);
    if (!Quotable(c) || c.group.infinitive || c.group.participle || c.subject.relative) return false;
    const bool heard = ToldHearer(c);
    if (c.group.passive && !heard) return false;
    if (c.rule->cue_class == CueClass::kDocument && !DocumentSource(c.source) && !Named(c.source)) return false;
    uint32_t edge = c.subject.left;
    if (c.subject.tokens.empty()) {
      const uint32_t verb = c.group.tokens.first;
      if (verb == line_.first || !(g_.IsComma(verb - 1) || g_.IsDash(verb - 1) || ClosedBefore(verb) != nullptr)) return false;
      if (!Inverts(&c)) return false;
      edge = c.group.tokens.first;
    }
    if (edge <= floor + 1) return false;
    const Quotation* quotation = ClosedBefore(edge);
    const bool comma = IsComma(edge - 1) || (edge > line_.first && g_.IsDash(edge - 1));
    if (quotation == nullptr && !comma) return false;
    TokenRange left{floor, edge};
    while (left.last > left.first && (g_.IsComma(left.last - 1) || g_.IsDash(left.last - 1))) --left.last;
    while (left.first < left.last && (g_.IsComma(left.first) || (g_.Is(left.first, Role::kCoordinator)))) ++left.first;
    if (left.empty()) return false;
    left.first = OwnWords(left, quotation);
    if (quotation != nullptr && !g_.IsUtterance(*quotation) && !comma) return false;
    const bool closes = c.follower == Follower::kNothing || c.follower == Follower::kComma;
    if (quotation != nullptr) {
      const bool leads = quotation->open <= left.first;
      if (!closes && !c.inverted && !leads) return false;
      const bool adjacent = c.after == c.cue.last || !leads;
      if ((c.follower == Follower::kThat || c.follower == Follower::kColon) && !c.inverted && adjacent) return false;
      if (!g_.IsUtterance(*quotation) && !closes && !c.inverted) return false;
      if (c.follower == Follower::kComma && !leads && Adverbial(left)) return false;
    } else {
      if (!closes && !c.inverted) return false;
      const bool ends = c.follower == Follower::kNothing && c.after >= end_ && c.subject.left < c.token;
      if (left.size() < 2 &&
          !(g_.IsNominal(left.first) && !Adverbial(left) && (ends || (c.follower == Follower::kComma && GoesOn(c.after + 1)))))
        return false;
      if (c.follower == Follower::kComma && RestQuoted(c.after + 1) && Adverbial(left)) return false;
      if (c.follower == Follower::kComma && !g_.HasFiniteVerb(left) && left.size() < 8 && Adverbial(left)) return false;
    }
    c.tag = true;
    c.accepted = true;
    c.object = false;
    c.clause = {c.cue.first, std::max(c.cue.last, c.inverted ? SkipAdjuncts(g_, c.after, end_) : c.after)};
    c.confidence = quotation != nullptr ? 0.95 : 0.9;
    if (heard) c.source = {};
    c.content.push_back(WholeLeft(left));
    Rest(&c);
    return true;
  }

  // Behind a semicolon, or a colon, dash or mark right before the quotation, begins what this tag tells.
  uint32_t OwnWords(TokenRange left, const Quotation* quotation) const {
    if (quotation != nullptr && quotation->open > left.first + 1) {
      const uint32_t before = quotation->open - 1;
      const bool apart = g_.Class(before) == TokenClass::kColon || g_.IsDash(before) ||
                         (g_.Class(before) == TokenClass::kQuote && g_.QuotationOf(before) != nullptr);
      if (apart && g_.IsUtterance(*quotation)) return quotation->open;
    }
    for (uint32_t t = left.last; t-- > left.first;) {
      if (g_.QuotationOf(t) == nullptr && g_.view().Text(t) == ";" && t + 1 < left.last) return t + 1;
    }
    return left.first;
  }

  // "said Roe": the source stands behind the verb.
  bool Inverts(Candidate* c) {
    if (!c->subject.shared && c->subject.border != Border::kStart && c->subject.border != Border::kQuote) return false;
    if ((c->group.form & (kPast | kThird)) == 0) return false;
    const uint32_t first = c->token + 1;
    const Quotation* quotation = ClosedBefore(c->group.tokens.first);
    if (first >= end_ || !g_.OpensNounPhrase(first) || g_.Class(first) == TokenClass::kQuote) return false;
    if (quotation == nullptr && ((c->rule->frames & kObject) != 0 || c->follower == Follower::kThat)) return false;
    if (g_.IsOneOf(first, {"him", "her", "them", "that", "it"})) return false;
    if (quotation == nullptr && (c->group.form & kParticiple) != 0 && !CanSpeak(first)) return false;
    const TokenRange source = NounPhraseFrom(g_, first, end_, true);
    if (source.empty()) return false;
    if (quotation == nullptr && source.last < end_ && !g_.IsComma(source.last) && !g_.IsDash(source.last)) return false;
    c->source = source;
    c->inverted = true;
    c->cue = {c->group.tokens.first, c->token + 1};
    c->after = source.last;
    c->follower = FollowerAt(g_, SkipAdjuncts(g_, source.last, end_), end_);
    if (c->follower == Follower::kQuotation) c->follower = Follower::kComma;
    return true;
  }

  // ", said Roe", ", say two experts", not ", presumed dead".
  bool CanSpeak(uint32_t t) const {
    constexpr RoleSet kSpeaker = Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kTitle, Role::kPersonNoun,
                                       Role::kOrganisationNoun, Role::kAgency, Role::kDocumentNoun, Role::kKinship, Role::kNumberWord});
    return g_.IsCapital(t) || g_.Class(t) == TokenClass::kNumber || g_.view().IsAny(t, kSpeaker) ||
           g_.view().Text(t).ends_with('s');
  }

  // ", the court was told": heard there, nobody says from whom.
  bool ToldHearer(const Candidate& c) const {
    return c.group.passive && (c.rule->frames & kAddressee) != 0 && c.follower == Follower::kNothing && c.after >= end_ &&
           HasAny(c.subject.tokens, Bit(Role::kHearer));
  }

  bool HasAny(TokenRange phrase, RoleSet roles) const {
    for (uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (g_.view().IsAny(t, roles)) return true;
    }
    return false;
  }

  // "On Monday", "When asked": no content of its own.
  bool Adverbial(TokenRange part) const {
    const uint32_t t = part.first;
    return g_.view().IsAny(t, Bits({Role::kPreposition, Role::kSubordinator})) || g_.IsAdverb(t) || g_.IsTime(t) ||
           (g_.VerbForms(t) & (kIng | kParticiple)) != 0;
  }

  // "Loyalty, he noted, has long been ...": the verb of the clause that the tag parts.
  bool GoesOn(uint32_t t) const {
    while (t + 1 < end_ && g_.IsAdverb(t)) ++t;
    return t < end_ && (g_.IsAuxiliary(t) || (g_.VerbForms(t) & (kPast | kThird)) != 0);
  }

  bool RestQuoted(uint32_t t) const { return t < end_ && g_.Class(t) == TokenClass::kQuote; }

  // A quotation that began in an earlier sentence belongs to the content from its mark on.
  TokenRange WholeLeft(TokenRange left) const {
    const Quotation* quotation = g_.QuotationOf(left.first);
    if (quotation != nullptr && quotation->open < left.first) left.first = quotation->open;
    return left;
  }

  // ", he said, REST".
  void Rest(Candidate* c) {
    uint32_t t = c->inverted ? SkipAdjuncts(g_, c->after, end_) : c->after;
    if (t >= end_ || !(g_.IsComma(t) || g_.IsDash(t) || g_.Class(t) == TokenClass::kColon)) return;
    ++t;
    if (t >= end_) return;
    if (g_.Class(t) == TokenClass::kQuote && g_.QuotationOf(t) != nullptr) {
      const uint32_t close = Grammar::EndOf(*g_.QuotationOf(t));
      c->content.push_back({t, close});
      return;
    }
    // A half without a verb is no content by itself: "the vote, he said, comes too late".
    const bool half = g_.QuotationOf(c->LastContent().last - 1) == nullptr && !g_.HasFiniteVerb(c->LastContent());
    if (g_.Is(t, "then") || (c->inverted && !(half && GoesOn(t)))) return;
    if (!half) {
      if ((g_.VerbForms(t) & (kPast | kThird)) != 0 && !g_.IsAuxiliary(t)) return;
      if ((g_.VerbForms(t) & kIng) != 0 ||
          g_.IsOneOf(t, {"who", "which", "and", "but", "while", "with", "as", "when", "after", "referring", "according"}))
        return;
      if (g_.Is(t, Role::kPreposition) && !OpensInfinitive(g_, t, end_) && !g_.HasFiniteVerb({t, end_})) return;
    }
    // "..., Roe said at the opening of the talks, the third this year"
    if (g_.QuotationOf(c->LastContent().last - 1) != nullptr && !OpensClause(g_, t, end_)) return;
    const uint32_t last = ContentEnd(g_, all_, static_cast<size_t>(c - all_.data()), t, end_);
    if (last > t) c->content.push_back({t, last});
  }

  // "The firm reportedly sold the yard": the clause around the adverb, which nobody is named for.
  void Adverb(Candidate* c) {
    if (c->token + 1 < end_ && g_.IsComma(c->token + 1)) {
      if (c->token != line_.first || c->token + 2 >= end_) return;
      c->content.push_back({c->token + 2, end_});
      c->accepted = true;
      return;
    }
    uint32_t first = c->token;
    while (first > line_.first && !g_.IsComma(first - 1) && !g_.IsDash(first - 1) && g_.Class(first - 1) != TokenClass::kColon &&
           !g_.Is(first - 1, "that") && g_.QuotationOf(first - 1) == nullptr) {
      --first;
    }
    if (first < c->token) c->content.push_back({first, c->token});
    uint32_t last = c->token + 1;
    while (last < end_ && !g_.IsComma(last) && !g_.IsDash(last) && g_.Class(last) != TokenClass::kColon) ++last;
    if (last == c->token + 1) {
      c->content.clear();
      return;
    }
    c->content.push_back({c->token + 1, last});
    c->accepted = true;
  }

  bool According(Candidate* c, uint32_t floor) {
    c->confidence = c->rule->confidence;
    c->clause = {c->cue.first, c->source.last};
    // "according to plan"
    const uint32_t noun = c->source.first;
    if (c->source.size() == 1 && g_.IsWord(noun) && !g_.IsCapital(noun) && !g_.view().Text(noun).ends_with('s') &&
        !g_.Is(noun, Role::kPronoun))
      return false;
    if (c->token <= line_.first + 1 || (c->token > line_.first && g_.IsComma(c->token - 1) && c->token - line_.first < 3)) {
      c->source = NounPhraseFrom(g_, c->cue.last, end_, /*apposition=*/false);
      if (c->source.empty()) return false;
      uint32_t t = c->source.last;
      if (t < end_ && g_.IsComma(t)) ++t;
      if (t >= end_) return false;
      c->content.push_back({t, end_});
      c->accepted = true;
      return true;
    }
    if (AccordingInside(c)) return true;
    TokenRange left{floor, c->token};
    while (left.last > left.first && g_.IsComma(left.last - 1)) --left.last;
    while (left.first < left.last && g_.IsComma(left.first)) ++left.first;
    if (left.size() < 2) {
      // "..., Roe added, according to the agency": what the tag before it has told.
      const auto before =
          std::find_if(all_.begin(), all_.end(), [&](const Candidate& o) { return o.tag && o.cue.last == floor; });
      if (before == all_.end()) return false;
      c->content = before->content;
    } else {
      c->content.push_back(WholeLeft(left));
    }
    c->tag = true;
    c->accepted = true;
    // "The trend, according to the poll, is old": a half that has no verb.
    if (IsComma(c->token - 1) && g_.QuotationOf(c->LastContent().last - 1) == nullptr && !g_.HasFiniteVerb(c->LastContent())) {
      const TokenRange plain = NounPhraseFrom(g_, c->cue.last, end_, /*apposition=*/false);
      if (plain.last + 1 < end_ && IsComma(plain.last)) {
        c->source = plain;
        c->after = plain.last;
        Rest(c);
      }
    }
    return true;
  }

  // "Roe said that, according to Poe, C": C is Poe's, inside what Roe says. "Roe said, according to the paper, that C": Roe's C,
  // which came through the paper. "Roe said the gate, according to Poe, was shut": both halves are Poe's.
  bool AccordingInside(Candidate* c) {
    Candidate* outer = nullptr;
    for (Candidate& other : all_) {
      if (other.token < c->token && other.rule->shape == CueShape::kVerb && (other.rule->frames & (kClause | kAddressee)) != 0 &&
          !other.tag && !other.accepted && !other.group.infinitive && other.cue.last <= c->token && other.after <= c->token)
        outer = &other;
    }
    if (outer == nullptr || (outer->source.empty() && !outer->subject.shared)) return false;
    const bool that = outer->follower == Follower::kThat;
    const uint32_t begin = outer->after + (that ? 1 : 0);
    const bool comma = g_.IsComma(c->token - 1);
    TokenRange source = NounPhraseFrom(g_, c->cue.last, end_, /*apposition=*/false);
    if (!comma) source.last = std::min(source.last, SecondPhrase(source));
    uint32_t rest = source.last;
    if (source.empty() || rest + 1 >= end_ || (comma && !IsComma(rest))) return false;
    if (comma) ++rest;
    if (begin + (comma && begin < c->token ? 1 : 0) == c->token && that) {
      c->content.push_back({rest, end_});
    } else if (outer->follower == Follower::kComma && outer->after + 1 == c->token && g_.Is(rest, "that")) {
      outer->carriers.push_back(source);
      outer->after = rest;
      outer->follower = Follower::kThat;
      return true;
    } else if (comma && begin + 1 < c->token && GoesOn(rest) && !g_.HasFiniteVerb({begin, c->token - 1})) {
      c->content.push_back({begin, c->token - 1});
      c->content.push_back({rest, end_});
    } else {
      return false;
    }
    c->source = source;
    c->after = rest;
    c->clause = {c->cue.first, source.last};
    c->accepted = c->inside = true;
    return true;
  }

  // "the treaty | the island is": where a second noun phrase begins inside the first.
  uint32_t SecondPhrase(TokenRange phrase) const {
    for (uint32_t t = phrase.first + 1; t < phrase.last; ++t) {
      const bool opens = g_.view().IsAny(t, Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun}));
      if (opens && !g_.view().IsAny(t - 1, Bits({Role::kPreposition, Role::kDeterminer, Role::kCoordinator}))) return t;
    }
    return phrase.last;
  }

  // Content behind the cue.
  void Forward(size_t i) {
    Candidate& c = all_[i];
    if (c.tag || (c.rule->shape != CueShape::kVerb && c.rule->shape != CueShape::kNoun)) return;
    if (c.subject.left > line_.first && g_.Is(c.subject.left - 1, "if")) return;
    if (c.rule->shape == CueShape::kNoun && c.source.empty() && Told(c.token)) return;
    if (c.group.passive) return Passive(i);
    if (c.group.infinitive && !c.group.catenative && !ClearFollower(c.follower)) return;
    if (c.group.infinitive && c.source.empty() && c.object) return;
    if (c.rule->cue_class == CueClass::kDocument && !DocumentSource(c.source)) return;
    if (Silent(c)) {
      c.content.push_back({c.token, c.token + 1});
      c.accepted = true;
      return;
    }
    if (IsRelativeObject(g_, c, line_.first) && c.object && c.follower != Follower::kBare) return RelativeContent(i);
    if (c.follower == Follower::kNothing || !TakesBare(c)) return;
    uint32_t t = c.after;
    if (c.follower == Follower::kComma) {
      if (AsSaid(c)) {
        c.content.push_back({t + 1, end_});
        c.accepted = true;
        return;
      }
      // "In both cases, Roe said, the money came back".
      const bool parted = c.subject.left > line_.first && g_.IsComma(c.subject.left - 1) && g_.HasFiniteVerb({t + 1, end_});
      const bool clause = (c.rule->frames & kClause) != 0 && (parted || OpensClause(g_, t + 1, end_)) && !g_.IsDash(t) &&
                          (t == c.cue.last || (!c.addressee.empty() && t == c.addressee.last));
      if (!RestQuoted(t + 1) && !clause) return;
      ++t;
    }
    if (c.follower == Follower::kColon) ++t;
    // "urged the council to close the bridge": the listener is part of what was asked for.
    if ((c.rule->frames & kObject) != 0 && !c.addressee.empty()) t = c.addressee.first, c.object = true;
    if (t >= end_) return NextParagraph(i, t);
    if (c.source.empty() && c.rule->shape != CueShape::kNoun && !FindSharedSource(i)) return;
    if (c.follower == Follower::kInfinitive) c.object = true;
    TokenRange content = ForwardContent(i, t);
    // What stands inside another's content does not reach out of it.
    for (size_t k = 0; k < i; ++k) {
      if (!all_[k].accepted) continue;
      for (const TokenRange part : all_[k].content) {
        if (part.Contains(c.token)) content.last = std::min(content.last, part.last);
      }
    }
    // "Calling it a mess, Roe left": the main clause is no part of it.
    if (c.group.tokens.first == line_.first && content.Contains(c.source.first)) {
      content.last = c.source.first;
      while (content.last > content.first && g_.IsComma(content.last - 1)) --content.last;
    }
    if (content.empty()) return;
    // "the law, which he said is old": the relative word stands for what the content is about.
    if (IsRelativeObject(g_, c, line_.first) && c.follower == Follower::kBare && (c.object || !OpensClause(g_, t, end_))) {
      c.content.push_back({c.subject.left - 1, c.subject.left});
    }
    c.content.push_back(content);
    c.accepted = true;
    c.clause = {c.cue.first, std::max(c.cue.last, t)};
    if (c.subject.shared) c.confidence -= c.group.participle ? 0.1 : 0.15;
    if (c.group.infinitive) c.confidence -= 0.25;
  }

  // "which he has denied", "whom she described as brave"
  void RelativeContent(size_t i) {
    Candidate& c = all_[i];
    if (c.source.empty()) return;
    c.content.push_back({c.subject.left - 1, c.subject.left});
    if (c.follower == Follower::kPreposition && c.after == c.cue.last && g_.Is(c.after, "as")) {
      c.content.push_back({c.after, ContentEnd(g_, all_, i, c.after, end_)});
    }
    c.accepted = true;
    c.clause = c.cue;
    c.confidence -= 0.1;
  }

  // Does the token stand in what another cue has told: "denied the allegations that"?
  bool Told(uint32_t t) const {
    return std::any_of(all_.begin(), all_.end(), [&](const Candidate& other) {
      return other.accepted &&
             std::any_of(other.content.begin(), other.content.end(), [&](TokenRange part) { return part.Contains(t); });
    });
  }

  // "Roe said:" with the quotation in the paragraph below.
  void NextParagraph(size_t i, uint32_t t) {
    Candidate& c = all_[i];
    const Quotation* quotation = t < g_.view().tokens.size() ? g_.QuotationOf(t) : nullptr;
    if (c.follower != Follower::kColon || t != line_.last || quotation == nullptr || quotation->open != t) return;
    if (c.source.empty() && !FindSharedSource(i)) return;
    c.content.push_back({t, Grammar::EndOf(*quotation)});
    c.accepted = true;
    c.clause = c.cue;
  }

  static bool ClearFollower(Follower follower) {
    return follower == Follower::kThat || follower == Follower::kQuotation || follower == Follower::kColon ||
           follower == Follower::kWhether;
  }

  // "did not elaborate", "would not say".
  bool Silent(const Candidate& c) const {
    return c.group.negated && c.follower == Follower::kNothing && !c.source.empty() && (c.rule->frames & kInfinitive) == 0 &&
           c.rule->cue_class == CueClass::kStatement;
  }

  // Does the frame take plain words behind the cue? Verbs of saying only need a clause there.
  bool TakesBare(const Candidate& c) const {
    if (c.follower != Follower::kBare || c.object) return true;
    const uint16_t frames = c.rule->frames;
    if ((frames & (kClause | kObject | kAddressee)) == 0) return false;
    const bool clause_only = (frames & (kObject | kAddressee | kInfinitive)) == 0 && (frames & kWords) == 0;
    return !clause_only || OpensClause(g_, c.after, end_);
  }

  // "As Roe said, the bridge fell".
  bool AsSaid(const Candidate& c) const {
    return c.subject.left == line_.first + 1 && g_.Is(line_.first, "as") && c.after + 1 < end_;
  }

  // "Roe was accused of theft by Poe", "it was announced that": the subject belongs to the content, "by" names the source.
  void Passive(size_t i) {
    Candidate& c = all_[i];
    const uint16_t frames = c.rule->frames;
    const bool raised = (frames & kRaised) != 0;
    if ((frames & (kClause | kObject | kAddressee | kRaised)) == 0 || (c.subject.relative && !raised) || c.group.infinitive ||
        c.group.future ||
        c.rule->cue_class == CueClass::kDocument)
      return;
    if (c.rule->polarity != Polarity::kAsserted && !g_.Is(c.cue.last < end_ ? c.cue.last : c.token, "by")) return;
    const bool asked = g_.Is(c.token, "asked");
    const bool told = (frames & kAddressee) != 0 || asked;
    const bool impersonal = g_.Is(c.source.first, "it") && c.source.size() == 1;
    const TokenRange subject = c.subject.relative && !c.subject.antecedent.empty() ? c.subject.antecedent : c.source;
    c.source = {};
    uint32_t t = c.cue.last;
    c.object = c.follower != Follower::kThat && c.follower != Follower::kQuotation && !raised;
    uint32_t end = t < end_ && g_.IsComma(t) ? t : ContentEnd(g_, all_, i, t, end_);
    if (const uint32_t by = Agent(t, c.follower == Follower::kThat || c.follower == Follower::kInfinitive ? t + 1 : end);
        by != 0) {
      c.source = NounPhraseFrom(g_, by + 1, std::min(end, AgentEnd(by + 1)), false);
      (by == t ? t : end) = by == t ? c.source.last : by;
    }
    if (asked && t < end && g_.Is(t, "about")) ++t;
    const Follower follower = t < end ? FollowerAt(g_, t, end) : Follower::kNothing;
    if (told && follower != Follower::kThat && follower != Follower::kBare && follower != Follower::kQuotation &&
        follower != Follower::kWhether && follower != Follower::kColon)
      return;
    // Without one who says so, only what can be said at all: not "was named", "was uttered".
    if (c.source.empty() && !told && (frames & (kClause | kAgentless | kRaised)) == 0) return;
    if (t >= end && (c.source.empty() || subject.empty() || (frames & kComplement) != 0)) return;
    if (!impersonal && !told && !subject.empty()) c.content.push_back(subject);
    if (t < end) c.content.push_back({t, end});
    c.accepted = !c.content.empty();
    c.clause = c.cue;
    c.confidence = c.source.empty() ? 0.5 : 0.6;
  }

  // Token of the "by" that names who acts, in [first, end); 0: none.
  uint32_t Agent(uint32_t first, uint32_t end) const {
    for (uint32_t t = first; t + 1 < std::min(end, first + 15); ++t) {
      if (g_.IsComma(t) || g_.Class(t) == TokenClass::kQuote) return 0;
      if (g_.Is(t, "by") && (g_.VerbForms(t + 1) & kIng) == 0) return SkipTime(g_, t + 1, end_) > t + 1 ? 0 : t;
    }
    return 0;
  }

  // "by his rivals | for being late"
  uint32_t AgentEnd(uint32_t first) const {
    for (uint32_t t = first + 1; t < end_ && t < first + 30; ++t) {
      if (g_.IsOneOf(t, {"for", "over", "as", "after", "because", "when", "if", "whether", "that", "about", "to"})) return t;
    }
    return end_;
  }

  bool Named(TokenRange source) const { return !source.empty() && g_.IsNameCapital(source.last - 1); }

  bool DocumentSource(TokenRange source) const {
    for (uint32_t t = source.first; t < source.last && !(t > source.first && g_.IsComma(t)); ++t) {
      if (g_.Is(t, Role::kDocumentNoun)) return true;
    }
    return false;
  }

  TokenRange ForwardContent(size_t i, uint32_t t) {
    const Quotation* quotation = g_.QuotationOf(t);
    const Follower follower = all_[i].follower;
    if (quotation != nullptr && quotation->open == t &&
        (follower == Follower::kColon || follower == Follower::kComma || g_.IsUtterance(*quotation))) {
      const uint32_t close = Grammar::EndOf(*quotation);
      if (close >= end_ || follower == Follower::kComma || IsComma(close - 2)) return {t, close};
    }
    return {t, ContentEnd(g_, all_, i, t, end_)};
  }

  // The subject of a cue without one of its own: the main clause's behind it ("Calling it a mess, Roe ..."), or that of the verb
  // before it.
  bool FindSharedSource(size_t i) {
    Candidate& c = all_[i];
    const uint32_t verb = c.group.tokens.first;
    if (c.group.participle && (verb == line_.first || c.subject.shared) && !g_.HasFiniteVerb({line_.first, verb})) {
      // "The paper, citing officials, reported"
      if (c.subject.border == Border::kComma && verb > line_.first + 1) {
        const NounPhrase phrase = NounPhraseBefore(g_, verb - 1, line_.first);
        if (!phrase.empty() && phrase.tokens.first == line_.first) c.source = phrase.tokens;
      }
      return !c.source.empty() || SubjectBehind(&c);
    }
    if (verb == line_.first || (!c.subject.shared && !c.group.infinitive)) return false;
    if (SubjectBefore(&c)) return true;
    // No verb is known before it: the name or pronoun that opens the line.
    if (g_.view().owner[line_.first] != Owner::kName && !g_.IsSubjectPronoun(line_.first)) return false;
    c.source = {line_.first, line_.first + 1};
    while (c.source.last < verb && g_.view().owner[c.source.last] == Owner::kName) ++c.source.last;
    // "Norwegian Harbour Minister Ada Roe left, saying": the name goes on with an office.
    const TokenRange opening = NounPhraseFrom(g_, line_.first, verb, /*apposition=*/false);
    if (opening.last < verb && g_.IsFiniteVerb(opening.last)) c.source = opening;
    return true;
  }

  bool SubjectBehind(Candidate* c) {
    for (const bool clause : {true, false}) {
      for (uint32_t t = c->cue.last; t + 1 < end_; ++t) {
        if (!g_.IsComma(t) || (clause && !OpensClause(g_, t + 1, end_))) continue;
        uint32_t first = t + 1;
        if (g_.Class(first) == TokenClass::kQuote) {
          if (clause || g_.QuotationOf(t) == nullptr) continue;
          ++first;
        }
        const TokenRange main = NounPhraseFrom(g_, first, end_, false);
        if (main.empty() || main.last >= end_) continue;
        c->source = main;
        return true;
      }
    }
    return false;
  }

  // The subject of the nearest verb to the left that the cue can be joined with: not of a verb inside what another cue has told.
  // A verb behind "and" is joined with one of its own form, if there is one; a participle behind a comma not with the verb of a
  // relative or a that-clause.
  bool SubjectBefore(Candidate* c) {
    return (!c->group.participle && SubjectBefore(c, /*same_form=*/true)) || SubjectBefore(c, /*same_form=*/false);
  }

  bool SubjectBefore(Candidate* c, bool same_form) {
    const uint32_t verb = c->group.tokens.first;
    const bool comma = c->subject.border == Border::kComma || (verb > line_.first + 1 && g_.IsComma(verb - 2));
    for (uint32_t t = verb; t-- > line_.first;) {
      if (const Quotation* quotation = g_.QuotationOf(t); quotation != nullptr && quotation->open >= line_.first) {
        t = quotation->open;
        continue;
      }
      if (const uint32_t told = ToldFrom(t, *c); told < t) {
        t = told;
        continue;
      }
      if (const Candidate* other = CueAt(t);
          other != nullptr && other != c && !other->source.empty() && (!same_form || (other->group.form & c->group.form) != 0)) {
        c->source = other->source;
        return true;
      }
      if (!g_.IsFiniteVerb(t)) continue;
      if (same_form && (g_.IsAuxiliary(t) || (g_.VerbForms(t) & c->group.form & (kPast | kThird | kBase)) == 0)) continue;
      const Subject subject = FindSubject(g_, AnalyseVerbGroup(g_, t, line_.first).tokens.first, t, line_.first);
      // "wept upon hearing her son had been jailed and said", "had Roe released by saying"
      if (subject.tokens.empty() || subject.border == Border::kVerb || g_.IsNegation(subject.tokens.first) ||
          g_.HasFiniteVerb(subject.tokens))
        continue;
      if (comma && (subject.relative || (subject.left > line_.first && Embeds(subject.left - 1)))) continue;
      c->source = subject.tokens;
      return true;
    }
    return false;
  }

  // A word whose clause cannot be the one that a participle or "and" goes on with.
  bool Embeds(uint32_t t) const {
    return g_.IsOneOf(t, {"that", "what", "whether", "if", "how", "because", "which", "after", "before", "since", "until"});
  }

  // The accepted cue whose verb, or speaker behind it, stands at token t.
  const Candidate* CueAt(uint32_t t) const {
    for (const Candidate& other : all_) {
      if (other.accepted && (other.cue.Contains(t) || (other.inverted && other.source.Contains(t)))) return &other;
    }
    return nullptr;
  }

  // First token of the content behind a cue in which token t stands; t where it stands in none.
  uint32_t ToldFrom(uint32_t t, const Candidate& but) const {
    for (const Candidate& other : all_) {
      if (!other.accepted || &other == &but) continue;
      for (const TokenRange part : other.content) {
        if (part.Contains(t) && part.last <= but.token && other.token < part.first) t = std::min(t, part.first);
      }
    }
    return t;
  }

  const Grammar& g_;
  TokenRange line_;
  uint32_t end_;
  std::vector<Candidate>& all_;
};

}  // namespace

void SettleContents(const Grammar& grammar, TokenRange line, std::vector<Candidate>* candidates) {
  Settler(grammar, line, candidates).Run();
}

}  // namespace crosscheck
