#include "extract/candidates.h"

#include <algorithm>

namespace crosscheck {
namespace {

class CandidateFinder {
 public:
  CandidateFinder(const Grammar& g, TokenRange line) : g_(g), line_(line) {}

  std::vector<Candidate> Run() {
    const CueTable& cues = g_.view().rules.cues;
    for (uint32_t t = line_.first; t < line_.last; ++t) {
      if (const Quotation* quotation = g_.QuotationOf(t)) {
        t = Grammar::EndOf(*quotation) - 1;
        continue;
      }
      if (!g_.Is(t, Role::kCue)) continue;
      const std::vector<CueForm>& forms = cues.Of(g_.view().tokens[t].word);
      if (!forms.empty()) Word(t, forms);
    }
    return std::move(found_);
  }

 private:
  const CueRule& RuleOf(const CueForm& form) const {
    const CueTable& cues = g_.view().rules.cues;
    return cues.rules[cues.lemmas[form.lemma].rule];
  }

  void Word(uint32_t t, const std::vector<CueForm>& forms) {
    for (const CueForm& form : forms) {
      if (RuleOf(form).shape == CueShape::kAccordingTo) return According(t, form);
    }
    Verb(t, forms);
  }

  void According(uint32_t t, const CueForm& form) {
    if (t + 2 >= line_.last || !g_.Is(t + 1, "to")) return;
    Candidate c;
    c.token = t;
    c.rule = &RuleOf(form);
    c.cue = {t, t + 2};
    c.source = NounPhraseFrom(g_, t + 2, line_.last, /*apposition=*/true);
    if (c.source.empty()) return;
    c.subject.left = t;
    c.after = c.source.last;
    found_.push_back(c);
  }

  void Verb(uint32_t t, const std::vector<CueForm>& forms) {
    Candidate c;
    c.token = t;
    c.group = AnalyseVerbGroup(g_, t, line_.first);
    const CueForm* verb = nullptr;
    bool noun_too = false;
    for (const CueForm& form : forms) {
      if (RuleOf(form).shape != CueShape::kVerb) continue;
      verb = &form;
      noun_too = noun_too || g_.view().rules.cues.lemmas[form.lemma].noun_too;
    }
    if (verb == nullptr || !StandsAsVerb(g_, t, c.group, noun_too, line_.first, line_.last)) return;
    if (c.group.hypothetical && !c.group.negated) return;
    c.subject = FindSubject(g_, c.group.tokens.first, line_.first);
    c.source = c.subject.tokens;
    if (!ChooseFrame(forms, &c)) return;
    found_.push_back(c);
  }

  // The first of the word's lemmas whose frame takes what follows.
  bool ChooseFrame(const std::vector<CueForm>& forms, Candidate* c) {
    for (const bool inverted : {false, true}) {
      for (const CueForm& form : forms) {
        const CueLemma& lemma = g_.view().rules.cues.lemmas[form.lemma];
        const CueRule& rule = RuleOf(form);
        if (rule.shape != CueShape::kVerb) continue;
        Candidate trial = *c;
        trial.rule = &rule;
        trial.lemma = &lemma;
        trial.confidence = rule.confidence;
        if (!TakesFrame(&trial, inverted)) continue;
        *c = trial;
        return true;
      }
    }
    return false;
  }

  // `inverted`: a noun phrase behind the verb may be the speaker ("said Roe").
  bool TakesFrame(Candidate* c, bool inverted) {
    const uint16_t frames = c->rule->frames;
    uint32_t t = c->token + 1;
    if (c->lemma->particle != 0) {
      if (t >= line_.last || g_.view().tokens[t].word != c->lemma->particle) return false;
      ++t;
    }
    c->cue = {c->group.tokens.first, t};
    uint32_t plain = t;
    while (plain < line_.last && g_.IsAdverb(plain) && plain < t + 2) ++plain;
    if (plain < line_.last && !c->lemma->prepositions.empty()) {
      const WordId word = g_.view().tokens[plain].word;
      if (std::find(c->lemma->prepositions.begin(), c->lemma->prepositions.end(), word) != c->lemma->prepositions.end() &&
          (frames & kObject) == 0 && (frames & kAddressee) == 0) {
        c->cue.last = plain + 1;
        c->after = plain + 1;
        c->follower = FollowerAt(g_, c->after, line_.last);
        c->object = true;
        return c->follower != Follower::kNothing && c->follower != Follower::kComma;
      }
    }
    if (frames == 0) return false;
    if ((frames & kAddressee) != 0 && !c->group.passive) {
      c->addressee = AddresseeFrom(g_, t, line_.last);
      if (!c->addressee.empty()) t = c->addressee.last;
    }
    c->follower = FollowerAt(g_, t, line_.last);
    const bool direct_object = (frames & kObject) != 0 && c->follower == Follower::kBare && !g_.IsTime(t) && !g_.IsAdverb(t);
    c->after = direct_object ? t : SkipAdjuncts(g_, t, line_.last);
    c->follower = FollowerAt(g_, c->after, line_.last);
    if (c->follower == Follower::kInfinitive && (frames & kInfinitive) == 0 && (frames & kAddressee) == 0 && !c->group.passive) {
      return (frames & kQuoted) != 0 && c->rule->frames != 0 && false;
    }
    switch (c->follower) {
      case Follower::kNothing:
      case Follower::kComma:
        return (frames & (kClause | kQuoted)) != 0 || c->group.passive;
      case Follower::kColon:
      case Follower::kQuotation:
        return (frames & (kClause | kQuoted | kObject | kBareObject | kAddressee)) != 0;
      case Follower::kThat:
        return (frames & (kClause | kAddressee)) != 0;
      case Follower::kInfinitive:
        return (frames & (kInfinitive | kAddressee)) != 0;
      case Follower::kWhether:
        return (frames & (kWhether | kClause | kAddressee)) != 0;
      case Follower::kPreposition:
        return (frames & kClause) != 0 || ((frames & kAddressee) != 0 && !c->addressee.empty()) || c->group.passive;
      case Follower::kBare:
        c->object = (frames & kObject) != 0 && (frames & kClause) == 0;
        if ((frames & (kObject | kAddressee)) != 0) return true;
        if ((frames & kClause) == 0) return inverted && InvertsAt(c->after);
        return c->token == c->group.tokens.last - 1 &&
               (OpensClause(g_, c->after, line_.last) || PlainSay(c->token) || (inverted && InvertsAt(c->after)));
    }
    return false;
  }

  // "said yes": of the verbs of saying only this one takes any words at all.
  bool PlainSay(uint32_t t) const { return g_.IsOneOf(t, {"say", "says", "said", "saying"}); }

  bool InvertsAt(uint32_t t) const { return t < line_.last && g_.OpensNounPhrase(t); }

  const Grammar& g_;
  TokenRange line_;
  std::vector<Candidate> found_;
};

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
    if (!Quotable(c) || c.group.infinitive || c.group.participle || c.group.passive || c.subject.relative) return false;
    uint32_t edge = c.subject.left;
    if (c.subject.tokens.empty()) {
      if (!Inverts(&c)) return false;
      edge = c.group.tokens.first;
    }
    if (edge <= floor + 1) return c.inverted && edge == floor ? Opening(&c) : false;
    const Quotation* quotation = ClosedBefore(edge);
    const bool comma = IsComma(edge - 1) || (edge > line_.first && g_.IsDash(edge - 1));
    if (quotation == nullptr && !comma) return false;
    TokenRange left{floor, edge};
    while (left.last > left.first && (g_.IsComma(left.last - 1) || g_.IsDash(left.last - 1))) --left.last;
    while (left.first < left.last && (g_.IsComma(left.first) || (g_.Is(left.first, Role::kCoordinator)))) ++left.first;
    if (left.empty()) return false;
    if (quotation != nullptr && !g_.IsUtterance(*quotation) && !comma) return false;
    const bool closes = c.follower == Follower::kNothing || c.follower == Follower::kComma;
    if (quotation != nullptr) {
      const bool leads = quotation->open <= left.first;
      if (!closes && !c.inverted && !leads) return false;
      if ((c.follower == Follower::kThat || c.follower == Follower::kColon) && !c.inverted) return false;
      if (!g_.IsUtterance(*quotation) && !closes && !c.inverted) return false;
      if (c.follower == Follower::kComma && !leads && Adverbial(left)) return false;
    } else {
      if (!closes && !c.inverted) return false;
      if (left.size() < 2) return false;
      if (c.follower == Follower::kComma && RestQuoted(c.after + 1) && Adverbial(left)) return false;
      if (c.follower == Follower::kComma && !g_.HasFiniteVerb(left) && left.size() < 8 && Adverbial(left)) return false;
    }
    c.tag = true;
    c.accepted = true;
    c.object = false;
    c.content.push_back(WholeLeft(left));
    Rest(&c);
    return true;
  }

  // `Said Roe: "..."` at the start.
  bool Opening(Candidate*) { return false; }

  // "said Roe": the source stands behind the verb.
  bool Inverts(Candidate* c) {
    if (!c->subject.shared && c->subject.border != Border::kStart && c->subject.border != Border::kQuote) return false;
    if ((c->group.form & (kPast | kThird)) == 0) return false;
    const uint32_t first = c->token + 1;
    const Quotation* quotation = ClosedBefore(c->group.tokens.first);
    if (first >= end_ || !g_.OpensNounPhrase(first) || g_.Class(first) == TokenClass::kQuote) return false;
    if (quotation == nullptr && ((c->rule->frames & kObject) != 0 || c->follower == Follower::kThat)) return false;
    if (g_.IsOneOf(first, {"him", "her", "them", "that", "it"})) return false;
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

  // "On Monday", "When asked": no content of its own.
  bool Adverbial(TokenRange part) const {
    const uint32_t t = part.first;
    return g_.view().IsAny(t, Bits({Role::kPreposition, Role::kSubordinator})) || g_.IsAdverb(t) || g_.IsTime(t) ||
           (g_.VerbForms(t) & (kIng | kParticiple)) != 0;
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
    if (c->inverted) return;
    if ((g_.VerbForms(t) & kIng) != 0 ||
        g_.IsOneOf(t, {"who", "which", "and", "but", "while", "with", "as", "when", "after", "referring", "according"}))
      return;
    if (g_.Is(t, Role::kPreposition) && !g_.HasFiniteVerb({t, end_})) return;
    uint32_t last = t;
    while (last < end_ && !(all_.size() > 1 && StartsOther(*c, last))) ++last;
    c->content.push_back({t, last});
  }

  bool StartsOther(const Candidate& c, uint32_t t) const {
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Candidate& other) { return &other != &c && other.token > c.token && other.subject.left == t; });
  }

  bool According(Candidate* c, uint32_t floor) {
    // "according to plan"
    const uint32_t noun = c->source.first;
    if (c->source.size() == 1 && g_.IsWord(noun) && !g_.IsCapital(noun) && !g_.view().Text(noun).ends_with('s') &&
        !g_.Is(noun, Role::kPronoun))
      return false;
    c->confidence = c->rule->confidence;
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
    TokenRange left{floor, c->token};
    while (left.last > left.first && g_.IsComma(left.last - 1)) --left.last;
    while (left.first < left.last && g_.IsComma(left.first)) ++left.first;
    if (left.size() < 2) return false;
    c->content.push_back(WholeLeft(left));
    c->tag = true;
    c->accepted = true;
    return true;
  }

  // Content behind the cue.
  void Forward(size_t i) {
    Candidate& c = all_[i];
    if (c.rule->shape != CueShape::kVerb || c.tag) return;
    if (c.follower == Follower::kNothing || c.group.passive) return;
    uint32_t t = c.after;
    const bool clause_only = (c.rule->frames & (kObject | kAddressee | kInfinitive)) == 0 && c.rule->confidence < 0.9;
    if (c.follower == Follower::kBare && !c.object && clause_only && !OpensClause(g_, t, end_) && (c.rule->frames & kClause) != 0)
      return;
    if (c.follower == Follower::kBare && !c.object && (c.rule->frames & (kClause | kObject | kAddressee)) == 0) return;
    if (c.subject.left > line_.first && g_.Is(c.subject.left - 1, "if")) return;
    if (c.rule->cue_class == CueClass::kDocument && !DocumentSource(c.source)) return;
    if (c.follower == Follower::kComma) {
      if (!RestQuoted(t + 1)) return;
      ++t;
    }
    if (c.follower == Follower::kColon) ++t;
    // "urged the council to close the bridge": the listener is part of what was asked for.
    if ((c.rule->frames & kObject) != 0 && !c.addressee.empty()) t = c.addressee.first, c.object = true;
    if (t >= end_) return;
    if (c.source.empty() && !FindSharedSource(i)) return;
    c.content.push_back(ForwardContent(i, t));
    if (c.content.back().empty()) return;
    c.accepted = true;
  }

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

  // The subject of a cue without one of its own: that of the cue before, or the first noun phrase of the line.
  bool FindSharedSource(size_t i) {
    Candidate& c = all_[i];
    if (c.group.tokens.first == line_.first) {
      // "Calling it a mess, Roe ...".
      if (!c.group.participle) return false;
      for (uint32_t t = c.token; t + 1 < end_; ++t) {
        if (!g_.IsComma(t)) continue;
        const TokenRange main = NounPhraseFrom(g_, t + 1, end_, false);
        if (main.empty() || main.last >= end_) return false;
        c.source = main;
        return true;
      }
      return false;
    }
    if (!c.subject.shared && !c.group.infinitive) return false;
    for (size_t k = i; k-- > 0;) {
      if (!all_[k].accepted || all_[k].source.empty()) continue;
      c.source = all_[k].source;
      return true;
    }
    for (uint32_t t = line_.first; t < c.group.tokens.first; ++t) {
      if (!g_.IsFiniteVerb(t)) continue;
      const Subject subject = FindSubject(g_, AnalyseVerbGroup(g_, t, line_.first).tokens.first, line_.first);
      if (subject.tokens.empty()) continue;
      c.source = subject.tokens;
      return true;
    }
    return false;
  }

  const Grammar& g_;
  TokenRange line_;
  uint32_t end_;
  std::vector<Candidate>& all_;
};

}  // namespace

std::vector<Candidate> FindCandidates(const Grammar& grammar, TokenRange line) { return CandidateFinder(grammar, line).Run(); }

void SettleContents(const Grammar& grammar, TokenRange line, std::vector<Candidate>* candidates) {
  Settler(grammar, line, candidates).Run();
}

}  // namespace crosscheck
