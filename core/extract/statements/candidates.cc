#include "extract/statements/candidates.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxSourceBehind = 20;  // tokens of "from Norway, Chile and their partners"
constexpr uint32_t kMaxAgent = 12;         // tokens of "by police to have fled"
constexpr uint32_t kMaxObject = 25;        // tokens of "the plan to close the bridge a mess"

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
      // "United States": part of a name.
      if (g_.view().owner[t] == Owner::kName && g_.IsNameCapital(t)) continue;
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
      if (RuleOf(form).shape == CueShape::kAdverb) return Plain(t, form);
      if (RuleOf(form).shape == CueShape::kUnreachable && Unreachable(t, form)) return;
    }
    if (AsReported(t, forms) || Asked(t, forms)) return;
    if (Verb(t, forms)) return;
    for (const CueForm& form : forms) {
      if (RuleOf(form).shape == CueShape::kNoun && Noun(t, form)) return;
    }
  }

  void Plain(uint32_t t, const CueForm& form) {
    Candidate c;
    c.token = t;
    c.rule = &RuleOf(form);
    c.confidence = c.rule->confidence;
    c.cue = {t, t + 1};
    c.subject.left = t;
    c.after = t + 1;
    found_.push_back(c);
  }

  // "could not be reached (for comment)".
  bool Unreachable(uint32_t t, const CueForm& form) {
    Candidate c;
    c.token = t;
    c.rule = &RuleOf(form);
    c.confidence = c.rule->confidence;
    c.group = AnalyseVerbGroup(g_, t, line_.first);
    if (!c.group.passive || !c.group.negated || c.group.tokens.first == line_.first) return false;
    if (t + 1 < line_.last && g_.Is(t + 1, "by")) return false;
    c.subject = FindSubject(g_, c.group.tokens.first, t, line_.first);
    c.source = c.subject.tokens;
    if (c.source.empty()) return false;
    c.cue = c.group.tokens;
    c.after = t + 1;
    const bool purpose = t + 2 < line_.last && g_.Is(t + 1, "for");
    c.content.push_back(purpose ? TokenRange{t + 1, t + 3} : TokenRange{t, t + 1});
    c.accepted = true;
    found_.push_back(c);
    return true;
  }

  // "As reported by the paper, two boats sank."
  bool AsReported(uint32_t t, const std::vector<CueForm>& forms) {
    if (t == line_.first) return false;
    uint32_t as = t - 1;  // "As first noted by"
    while (as > line_.first && (g_.IsAdverb(as) || g_.Is(as, Role::kOrdinalWord))) --as;
    if (as != line_.first || !g_.Is(as, "as") || (g_.VerbForms(t) & kParticiple) == 0) return false;
    if (t + 3 >= line_.last || !g_.IsOneOf(t + 1, {"by", "in"})) return false;
    for (const CueForm& form : forms) {
      if (RuleOf(form).shape != CueShape::kVerb || RuleOf(form).cue_class != CueClass::kStatement) continue;
      Candidate c;
      c.token = t;
      c.rule = &RuleOf(form);
      c.confidence = c.rule->confidence;
      c.source = NounPhraseFrom(g_, t + 2, line_.last, false);
      if (c.source.empty() || c.source.last + 1 >= line_.last || !g_.IsComma(c.source.last)) return false;
      c.cue = {t, t + 1};
      c.subject.left = t;
      c.after = c.source.last;
      c.group.tokens = c.cue;
      const bool stop = g_.Class(line_.last - 1) == TokenClass::kStop;
      c.content.push_back({c.source.last + 1, line_.last - (stop ? 1 : 0)});
      c.accepted = true;
      found_.push_back(c);
      return true;
    }
    return false;
  }

  // "Asked (by Poe) whether the bridge was safe, Roe said", "when asked about it": a question whose asker is seldom named.
  bool Asked(uint32_t t, const std::vector<CueForm>& forms) {
    if (!g_.IsOneOf(t, {"asked", "pressed"}) || t + 3 >= line_.last) return false;
    if (t > line_.first && !g_.IsOneOf(t - 1, {"when", "being", "if", "after", "once"}) && !g_.IsComma(t - 1)) return false;
    Candidate c;
    c.token = t;
    uint32_t next = t + 1;
    if (g_.Is(next, "by")) {
      c.source = NounPhraseFrom(g_, next + 1, line_.last, false);
      for (uint32_t k = c.source.first; k < c.source.last; ++k) {
        if (g_.IsOneOf(k, {"about", "on", "if", "whether", "to"})) c.source.last = k;
      }
      next = c.source.last;
    } else if (!g_.IsOneOf(next, {"about"})) {
      next = SkipAdjuncts(g_, next, line_.last);
      if (next >= line_.last || FollowerAt(g_, next, line_.last) != Follower::kWhether) next = t + 1;
    }
    if (next >= line_.last) return false;
    const bool about = g_.Is(next, "about");
    if (!about && FollowerAt(g_, next, line_.last) != Follower::kWhether) return false;
    if (about) ++next;
    uint32_t last = next;
    for (; last < line_.last && g_.Class(last) != TokenClass::kStop && g_.Class(last) != TokenClass::kColon; ++last) {
      if (const Quotation* quotation = g_.QuotationOf(last)) {
        const uint32_t close = std::min(Grammar::EndOf(*quotation), line_.last);
        last = close - 1;
        if (close - 2 > quotation->open && g_.IsComma(close - 2)) {
          ++last;
          break;
        }
      } else if (g_.IsComma(last) && (t != line_.first || OpensClause(g_, last + 1, line_.last))) {
        break;
      }
    }
    if (last <= next) return false;
    for (const CueForm& form : forms) {
      const CueRule& rule = RuleOf(form);
      if (rule.shape == CueShape::kVerb && (c.rule == nullptr || (rule.frames & kWhether) != 0)) c.rule = &rule;
    }
    if (c.rule == nullptr) return false;
    c.cue = {t, t + 1};
    c.group.tokens = c.cue;
    c.subject.left = t;
    c.after = last;
    c.content.push_back({next, last});
    c.accepted = true;
    c.confidence = 0.6;
    found_.push_back(c);
    return true;
  }

  // "his claim that", "the firm's denial of": a noun with a possessor and what was said behind it.
  bool Noun(uint32_t t, const CueForm& form) {
    const CueLemma& lemma = g_.view().rules.cues.lemmas[form.lemma];
    Candidate c;
    c.token = t;
    c.rule = &RuleOf(form);
    c.lemma = &lemma;
    c.confidence = c.rule->confidence;
    uint32_t owner = t;
    while (owner > line_.first && t - owner < 3 && !g_.Is(owner - 1, Role::kPossessive) && !g_.IsPossessiveClitic(owner - 1) &&
           g_.IsNominal(owner - 1)) {
      --owner;
    }
    if (SourceBehind(t, &c)) return true;
    if (owner == line_.first) {
      // "complaints that": nobody is named.
    } else if (g_.Is(owner - 1, Role::kPossessive)) {
      c.source = {owner - 1, owner};
    } else if (g_.IsPossessiveClitic(owner - 1)) {
      c.source = NounPhraseBefore(g_, owner - 1, line_.first).tokens;
    }
    if (t + 2 >= line_.last) return false;
    if (c.source.empty() && (!g_.Is(t + 1, "that") || RelativeThat(t + 1) || !OpensClause(g_, t + 2, line_.last))) return false;
    const WordId next = g_.view().tokens[t + 1].word;
    const bool preposition = std::find(lemma.prepositions.begin(), lemma.prepositions.end(), next) != lemma.prepositions.end();
    c.cue = {t, preposition ? t + 2 : t + 1};
    c.after = c.cue.last;
    c.object = preposition;
    c.follower = preposition ? Follower::kBare : FollowerAt(g_, t + 1, line_.last);
    // "his promise to rebuild it"
    const bool promised = g_.IsOneOf(t, {"promise", "pledge", "vow", "threat", "proposal", "demand", "request", "plea",
                                         "promises", "threats", "demands"}) &&
                          OpensInfinitive(g_, t + 1, line_.last);
    if (!preposition && c.follower != Follower::kThat && !promised) return false;
    c.subject.left = c.source.empty() ? t : c.source.first;
    c.subject.tokens = c.source;
    found_.push_back(c);
    return true;
  }

  // "claims from Norway and Chile that".
  bool SourceBehind(uint32_t t, Candidate* c) {
    if (t + 4 >= line_.last || !g_.IsOneOf(t + 1, {"from", "by"})) return false;
    uint32_t that = t + 2;
    while (that < line_.last && that < t + kMaxSourceBehind && !g_.Is(that, "that")) {
      if (g_.IsFiniteVerb(that) || g_.Class(that) == TokenClass::kQuote || g_.Class(that) == TokenClass::kStop) return false;
      ++that;
    }
    if (that >= line_.last || !g_.Is(that, "that") || that < t + 3) return false;
    c->source = {t + 2, that};
    c->cue = {t, t + 1};
    c->after = that;
    c->follower = Follower::kThat;
    c->subject.left = t;
    c->subject.tokens = c->source;
    found_.push_back(*c);
    return true;
  }

  void According(uint32_t t, const CueForm& form) {
    if (t + 2 >= line_.last) return;
    const bool per = g_.Is(t, "per");
    if (per ? !OpensPer(t) : !g_.Is(t + 1, "to")) return;
    Candidate c;
    c.token = t;
    c.rule = &RuleOf(form);
    c.cue = {t, per ? t + 1 : t + 2};
    c.source = NounPhraseFrom(g_, c.cue.last, line_.last, /*apposition=*/true);
    if (c.source.empty()) return;
    c.subject.left = t;
    c.after = c.source.last;
    found_.push_back(c);
  }

  // "Per the board, ...", "..., per two officials": at the start or behind a comma, not "per day".
  bool OpensPer(uint32_t t) const {
    if (t > line_.first && !g_.IsComma(t - 1)) return false;
    const uint32_t next = t + 1;
    return g_.IsCapital(next) || g_.view().IsAny(next, Bits({Role::kDeterminer, Role::kDocumentNoun, Role::kPersonNoun}));
  }

  bool Verb(uint32_t t, const std::vector<CueForm>& forms) {
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
    if (verb == nullptr || !StandsAsVerb(g_, t, c.group, noun_too, line_.first, line_.last)) return false;
    if (c.group.hypothetical && !c.group.negated) return true;
    // "he's said": has, not is.
    if (c.group.passive && c.group.tokens.first > line_.first && g_.view().tokens[c.group.tokens.first].Has(Token::kClitic) &&
        g_.IsOneOf(c.group.tokens.first - 1, {"he", "she", "who", "they", "we", "i"}) && t + 1 < line_.last &&
        !g_.IsOneOf(t + 1, {"by", "of", "to", "as", "with"})) {
      c.group.passive = false;
      c.group.perfect = true;
    }
    c.subject = FindSubject(g_, c.group.tokens.first, t, line_.first);
    if (c.subject.shared && IsModalBefore(c.group)) return true;
    // "was sworn in": an office taken, nothing said.
    if (t + 1 < line_.last && g_.Is(t + 1, "in") && g_.IsOneOf(t, {"sworn", "swore"})) return true;
    if (c.group.infinitive) CatenativeSubject(&c);
    // "Roe posted a message blaming the bank": not the message speaks.
    if (c.group.participle && c.subject.border == Border::kVerb && !c.subject.tokens.empty() && !Person(c.subject.tokens)) {
      c.subject = Subject();
      c.subject.left = c.group.tokens.first;
      c.subject.shared = true;
      c.subject.border = Border::kWord;
    }
    c.source = c.subject.tokens;
    if (Raised(forms, &c)) {
      found_.push_back(c);
      return true;
    }
    if (!ChooseFrame(forms, &c) || (noun_too && (c.rule->frames & kPlea) == 0 && !PlainVerb(c)) || Named(c) || Adjective(c) || Strikes(c) || Priced(c))
      return false;
    found_.push_back(c);
    return true;
  }

  bool Person(TokenRange phrase) const {
    for (uint32_t t = phrase.first; t < phrase.last && !g_.Is(t, Role::kPreposition); ++t) {
      if (g_.IsNameCapital(t) || g_.IsSubjectPronoun(t) || g_.Is(t, Role::kPersonNoun)) return true;
    }
    return false;
  }

  // "Roe can turn round | and say": what can be said was not said.
  bool IsModalBefore(const VerbGroup& group) const {
    const uint32_t first = group.tokens.first;
    if (group.form != kBase || first == line_.first || !g_.IsOneOf(first - 1, {"and", "or"})) return false;
    for (uint32_t t = first - 1; t-- > line_.first && first - t < 9;) {
      if (g_.IsComma(t) || g_.quotes().Inside(t)) return false;
      if (g_.Is(t, Role::kModal)) return !g_.IsOneOf(t, {"will", "'ll"});
    }
    return false;
  }

  // "Roe went on to say", "refuses to admit": the subject of the verb before; another infinitive has none.
  void CatenativeSubject(Candidate* c) {
    const uint32_t to = c->group.tokens.first;
    c->subject = Subject();
    c->subject.left = to;
    uint32_t verb = to;
    while (verb > line_.first && to - verb < 2 && g_.VerbForms(verb - 1) == 0 &&
           g_.IsOneOf(verb - 1, {"on", "ahead", "out", "not"}))
      --verb;
    if (verb == line_.first || (g_.VerbForms(verb - 1) & (kPast | kThird | kBase | kIng)) == 0 || g_.IsNameCapital(verb - 1)) {
      // "which led Roe to say": the one who was led.
      const NounPhrase phrase = NounPhraseBefore(g_, to, line_.first);
      if (!phrase.empty() && phrase.tokens.first > line_.first &&
          g_.IsOneOf(phrase.tokens.first - 1, {"led", "prompted", "drove", "caused", "forced", "pushed", "leaving", "prompting",
                                               "causing", "leading", "forcing"})) {
        c->subject.tokens = phrase.tokens;
        c->group.catenative = true;
      }
      return;
    }
    const VerbGroup group = AnalyseVerbGroup(g_, verb - 1, line_.first);
    c->subject = FindSubject(g_, group.tokens.first, verb - 1, line_.first);
    c->subject.shared = c->subject.shared || c->subject.tokens.empty();
    c->group.catenative = true;
  }

  // "charged a $5 fee": money, not blame.
  bool Priced(const Candidate& c) const {
    if (!g_.IsOneOf(c.token, {"charge", "charges", "charged", "charging"}) || c.follower != Follower::kBare) return false;
    for (uint32_t t = c.after; t < line_.last && t < c.after + 3; ++t) {
      if (g_.Class(t) == TokenClass::kNumber || g_.Class(t) == TokenClass::kSymbol) return true;
    }
    return false;
  }

  // "drones attacked the port": blows, not words, unless the subject can speak.
  bool Strikes(const Candidate& c) const {
    if (c.subject.tokens.empty() || c.subject.relative) return false;
    if ((c.rule->frames & kBlow) == 0) return false;
    const uint32_t last = c.subject.tokens.last - 1;
    const std::string_view noun = g_.view().Text(last);
    if (g_.IsSubjectPronoun(last) || g_.view().owner[last] == Owner::kName || noun.ends_with("ers") || noun.ends_with("ics") ||
        noun.ends_with("ists"))
      return false;
    for (uint32_t t = c.subject.tokens.first; t < c.subject.tokens.last; ++t) {
      if (g_.IsNameCapital(t) || g_.view().IsAny(t, Bits({Role::kPersonNoun, Role::kOrganisationNoun, Role::kTitle, Role::kAgency,
                                                          Role::kDocumentNoun})))
        return false;
    }
    return true;
  }

  // "several alleged accomplices", "the most discussed subject": a participle before its noun.
  bool Adjective(const Candidate& c) const {
    if (c.follower != Follower::kBare || c.subject.tokens.empty() || c.cue.last != c.after || c.group.tokens.first != c.token) {
      return false;
    }
    if ((c.group.form & (kParticiple | kIng)) == 0 || !g_.IsNominal(c.after) || g_.IsCapital(c.after) || g_.IsAdverb(c.after) ||
        g_.Class(c.after) != TokenClass::kWord || g_.OpensNounPhrase(c.after) == false ||
        g_.view().IsAny(c.after, Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun})))
      return false;
    if (g_.Class(c.subject.tokens.last - 1) == TokenClass::kNumber && (c.rule->frames & kObject) != 0) return true;
    return g_.IsOneOf(c.subject.tokens.last - 1, {"several", "some", "many", "most", "few", "more", "all", "both", "other",
                                                  "least", "only", "less", "another"});
  }

  // "the law states that", not "in some states": the verb has a pronoun, a name or a document before it and words behind it.
  bool States(const Candidate& c) const {
    if (c.subject.tokens.empty() || c.subject.tokens.last != c.group.tokens.first) return false;
    const uint32_t last = c.subject.tokens.last - 1;
    if (g_.IsSubjectPronoun(last) || BehindQuotation(c)) return true;
    const bool words = c.follower == Follower::kQuotation || (c.follower == Follower::kThat && !RelativeThat(c.after));
    return words && (g_.view().owner[last] == Owner::kName ||
                     g_.view().IsAny(last, Bits({Role::kDocumentNoun, Role::kSpeechNoun, Role::kOrganisationNoun})) ||
                     g_.IsOneOf(last, {"law", "rule", "contract", "policy", "constitution", "act", "clause"}));
  }

  // "reports that track spending": the "that" at t stands for the noun before it.
  bool RelativeThat(uint32_t t) const {
    uint32_t next = t + 1;
    while (next + 1 < line_.last && g_.IsAdverb(next)) ++next;
    return next < line_.last && !g_.IsNameCapital(next) &&
           ((g_.IsAuxiliary(next) && !g_.view().tokens[next].Has(Token::kClitic)) || g_.IsFiniteVerb(next) ||
            ((g_.VerbForms(next) & kBase) != 0 && !g_.Is(next, Role::kNounVerb)));
  }

  // Forms that are nouns as well ("the states hold") need a sign of speech or a subject that is surely one.
  bool PlainVerb(const Candidate& c) const {
    if (c.group.negated || (c.group.form & (kPast | kParticiple | kIng)) != 0 || c.group.infinitive || c.group.hypothetical ||
        c.group.future)
      return true;
    if (g_.IsOneOf(c.token, {"states", "state"})) return States(c);
    if (c.subject.tokens.empty())
      return c.inverted || c.subject.shared || g_.Class(c.group.tokens.first - 1) == TokenClass::kQuote;
    const uint32_t last = c.subject.tokens.last - 1;
    if (c.subject.relative || g_.IsSubjectPronoun(last)) return true;
    if (c.subject.tokens.last != c.group.tokens.first) return false;
    if (g_.Class(last) == TokenClass::kNumber || g_.Is(last, Role::kNumberWord)) return false;  // "in two states"
    if (c.follower == Follower::kThat && RelativeThat(c.after)) return false;
    if ((g_.VerbForms(last) & (kPast | kParticiple)) != 0 && !g_.IsCapital(last)) return false;  // "Roe denied claims that"
    if (g_.IsCapital(last)) return true;
    if (c.follower == Follower::kThat) return true;
    if (c.follower == Follower::kQuotation || c.follower == Follower::kColon || c.follower == Follower::kInfinitive) return true;
    if (c.follower == Follower::kBare && OpensClause(g_, c.after, line_.last)) return true;
    // "..., new reports show."
    if (c.follower == Follower::kNothing && c.subject.left > line_.first && g_.IsComma(c.subject.left - 1) &&
        (c.rule->frames & kClause) != 0 && (c.after >= line_.last || g_.Class(c.after) == TokenClass::kStop))
      return true;
    // "critics point to a few gains"
    if (c.cue.last > c.token + 1 && (c.group.form & kBase) != 0 && c.follower == Follower::kBare) return true;
    return (c.rule->frames & kObject) != 0 && c.subject.tokens.size() > 1 && g_.OpensNounPhrase(c.after) &&
           !g_.Is(c.token, "state") && !g_.Is(c.token, "states");
  }

  // "a firm called Brook": a name for the thing, not somebody's words.
  bool Named(const Candidate& c) const {
    if ((c.rule->frames & (kClause | kQuoted)) != 0 || !c.object || (c.group.form & kPast) == 0 || c.group.perfect ||
        c.subject.tokens.empty())
      return false;
    if (!g_.IsOneOf(c.token, {"called", "dubbed", "named", "termed"})) return false;
    return (g_.IsNameCapital(c.after) || g_.Class(c.after) == TokenClass::kQuote) &&
           (g_.IsOneOf(c.subject.tokens.first, {"a", "an", "another", "one"}) || !g_.IsCapital(c.subject.tokens.last - 1)) &&
           !g_.IsSubjectPronoun(c.subject.tokens.last - 1);
  }

  // "is believed (by police) to have fled", "a man said to have fled": who says so stands behind "by" or is not told.
  bool Raised(const std::vector<CueForm>& forms, Candidate* c) const {
    const auto raised = std::find_if(forms.begin(), forms.end(), [&](const CueForm& form) {
      return RuleOf(form).shape == CueShape::kVerb && (RuleOf(form).frames & kRaised) != 0;
    });
    const bool bare = c->group.tokens.first == c->token;
    if (raised == forms.end() || (g_.VerbForms(c->token) & kParticiple) == 0 || !(c->group.passive || bare)) return false;
    // "Roe claimed to have fled": his own words.
    const bool own = bare && std::any_of(forms.begin(), forms.end(), [&](const CueForm& form) {
      return RuleOf(form).shape == CueShape::kVerb && (RuleOf(form).frames & kInfinitive) != 0;
    });
    uint32_t to = c->token + 1;
    if (to < line_.last && g_.Is(to, "by")) {
      while (to < line_.last && to < c->token + kMaxAgent && !g_.Is(to, "to") && !g_.IsComma(to)) ++to;
    }
    if (!OpensInfinitive(g_, to, line_.last) || (bare && !g_.IsHave(to + 1) && !g_.IsBe(to + 1))) return false;
    // "A third man, believed to have driven the car"
    if (bare && c->subject.shared && c->subject.border == Border::kComma && c->token > line_.first + 1) {
      const NounPhrase described = NounPhraseBefore(g_, c->token - 1, line_.first);
      c->subject.tokens = c->source = described.tokens;
      c->subject.shared = described.empty();
    }
    if (own || c->subject.tokens.empty() || c->subject.shared || (bare && g_.IsSubjectPronoun(c->subject.tokens.last - 1))) return false;
    c->rule = &RuleOf(*raised);
    c->lemma = &g_.view().rules.cues.lemmas[raised->lemma];
    c->confidence = c->rule->confidence;
    c->cue = c->group.tokens;
    c->after = c->token + 1;
    c->follower = g_.Is(c->after, "by") ? Follower::kPreposition : Follower::kInfinitive;
    c->group.passive = true;
    return true;
  }

  bool HasAny(TokenRange phrase, RoleSet roles) const {
    for (uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (g_.view().IsAny(t, roles)) return true;
    }
    return false;
  }

  // "called the plan | a mess", "called him brave", not "called a doctor": is there more behind the cue than its object?
  bool HasComplement(const Candidate& c) const {
    if (c.group.passive) {
      return c.follower == Follower::kQuotation || c.follower == Follower::kBare ||
             (c.follower == Follower::kPreposition && (g_.Is(c.after, "as") || g_.Is(c.after, "by")));
    }
    if (c.follower == Follower::kNothing || c.follower == Follower::kComma) return true;
    // "what he calls unfair": the word before stands for the object.
    if (c.subject.left > line_.first && g_.Is(c.subject.left - 1, Role::kRelative)) return true;
    constexpr RoleSet kOpens = Bits({Role::kDeterminer, Role::kPossessive});
    const uint32_t first = c.after;
    uint32_t phrase = 0;  // end of the words before a preposition or time
    uint32_t t = first;
    for (; t < line_.last && t < first + kMaxObject; ++t) {
      if (g_.Class(t) == TokenClass::kQuote || g_.Is(t, "as") || (t > first && g_.view().IsAny(t, kOpens))) return true;
      if (g_.IsComma(t)) return t == first + 1 && g_.Is(first, Role::kPronoun);
      if (g_.Class(t) == TokenClass::kStop || g_.Is(t, Role::kCoordinator)) break;
      if (phrase == 0 && (g_.IsTime(t) || (g_.Is(t, Role::kPreposition) && !g_.Is(t, "of")))) phrase = t;
    }
    if (phrase == 0) phrase = t;
    const uint32_t words = phrase - first - (g_.view().IsAny(first, kOpens) ? 1 : 0);
    constexpr RoleSet kCallable = Bits({Role::kPersonNoun, Role::kOrganisationNoun, Role::kKinship, Role::kPluralNoun});
    return words > 1 && !g_.view().IsAny(phrase - 1, kCallable);
  }

  // The first of the word's lemmas whose frame takes what follows.
  bool ChooseFrame(const std::vector<CueForm>& forms, Candidate* c) {
    const uint32_t verb = c->group.tokens.first;
    const bool behind_quotation = c->subject.tokens.empty() && verb > line_.first && g_.Class(verb - 1) == TokenClass::kQuote;
    const bool infinitive =
        OpensInfinitive(g_, c->token + 1, line_.last) && std::any_of(forms.begin(), forms.end(), [&](const CueForm& form) {
          return RuleOf(form).shape == CueShape::kVerb && (RuleOf(form).frames & kInfinitive) != 0;
        });
    // First a frame that something behind the cue fills, then one that nothing but adjuncts follow, then "said Roe".
    for (const int pass : {0, 1, 2}) {
      for (const CueForm& form : forms) {
        if (infinitive && (RuleOf(form).frames & kInfinitive) == 0) continue;
        const CueLemma& lemma = g_.view().rules.cues.lemmas[form.lemma];
        const CueRule& rule = RuleOf(form);
        if (rule.shape != CueShape::kVerb) continue;
        if (behind_quotation && (rule.frames & (kClause | kQuoted)) == 0) continue;
        Candidate trial = *c;
        trial.rule = &rule;
        trial.lemma = &lemma;
        trial.confidence = rule.confidence;
        if (!TakesFrame(&trial, /*inverted=*/pass == 2)) continue;
        if (rule.subjects != 0 && !HasAny(trial.subject.tokens, rule.subjects)) continue;
        if ((rule.frames & kComplement) != 0 && !HasComplement(trial)) continue;
        const bool empty = trial.follower == Follower::kNothing || trial.follower == Follower::kComma;
        if (pass == 0 && empty && trial.after > trial.cue.last) continue;
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
    if (plain < line_.last && !c->lemma->prepositions.empty() && (frames & kPlea) == 0) {
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
    if (frames == 0 || (frames & kRaised) != 0) return false;
    if ((frames & kPlea) != 0) return TakesPlea(c);
    if ((frames & kAddressee) != 0 && !c->group.passive) {
      c->addressee = AddresseeFrom(g_, t, line_.last);
      if (!c->addressee.empty()) t = c->addressee.last;
    }
    c->follower = FollowerAt(g_, t, line_.last);
    const bool direct_object = (frames & kObject) != 0 && c->follower == Follower::kBare && !g_.IsTime(t) && !g_.IsAdverb(t);
    const bool infinitive = (frames & (kInfinitive | kAddressee)) != 0 && OpensInfinitive(g_, t, line_.last);
    c->after = direct_object || infinitive ? t : SkipAdjuncts(g_, t, line_.last);
    c->follower = FollowerAt(g_, c->after, line_.last);
    // "told reporters in Dayton, Ohio, that"
    if (c->follower == Follower::kComma && c->after > t && c->after + 2 < line_.last && g_.Is(c->after + 1, "that") &&
        !g_.IsDash(c->after) && OpensClause(g_, c->after + 2, line_.last)) {
      ++c->after;
      c->follower = Follower::kThat;
    }
    if (c->follower == Follower::kInfinitive && (frames & kInfinitive) == 0 && (frames & kAddressee) == 0 && !c->group.passive) {
      return false;
    }
    return FitsFollower(c, inverted);
  }

  // "pleaded guilty to theft": the plea is the content.
  bool TakesPlea(Candidate* c) const {
    const uint32_t plea = c->token + 1;
    if (c->group.passive || plea >= line_.last) return false;
    const std::vector<WordId>& pleas = c->lemma->prepositions;
    if (std::find(pleas.begin(), pleas.end(), g_.view().tokens[plea].word) == pleas.end()) return false;
    c->after = plea;
    c->follower = Follower::kBare;
    c->object = true;
    return true;
  }

  // Does the frame take what follows the cue, its listener and its adjuncts?
  bool FitsFollower(Candidate* c, bool inverted) {
    const uint16_t frames = c->rule->frames;
    // "the law, which he called old", "whom she praised": the relative word is the object.
    if (IsRelativeObject(g_, *c, line_.first) && (frames & (kClause | kObject)) != 0 && !c->group.passive) {
      const bool verb = c->follower == Follower::kBare && GoesOnWithVerb(c->after);
      if (verb || c->follower == Follower::kNothing || c->follower == Follower::kComma || c->follower == Follower::kPreposition) {
        c->object = true;
        return true;
      }
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
        if ((frames & kAddressee) != 0 && !c->addressee.empty()) return true;
        if (c->lemma->noun_too && (c->group.form & (kPast | kParticiple | kIng)) == 0 && !BehindQuotation(*c) &&
            !g_.IsOneOf(c->after, {"about", "on", "of"}))
          return false;
        return c->group.passive || ((frames & kClause) != 0 && !ReducedRelative(*c));
      case Follower::kBare:
        c->object = (frames & kObject) != 0 && ((frames & kClause) == 0 || !OpensClause(g_, c->after, line_.last));
        if ((frames & (kObject | kAddressee)) != 0) return true;
        if ((frames & kClause) == 0) return inverted && InvertsAt(c->after);
        return c->token == c->group.tokens.last - 1 && (OpensClause(g_, c->after, line_.last) || (frames & kWords) != 0 ||
                                                        BehindQuotation(*c) || (inverted && InvertsAt(c->after)));
    }
    return false;
  }

  // "Video posted online and checked by the paper showed": the clause has another verb, this one describes its subject.
  bool ReducedRelative(const Candidate& c) const {
    if ((c.group.form & kParticiple) == 0 || c.group.tokens.first != c.token || c.subject.tokens.empty() ||
        g_.IsSubjectPronoun(c.subject.tokens.last - 1) || g_.Is(c.after, "out") || BehindQuotation(c))
      return false;
    for (uint32_t t = c.after; t < line_.last && !g_.IsComma(t) && g_.Class(t) != TokenClass::kQuote; ++t) {
      if (g_.view().IsAny(t, Bits({Role::kRelative, Role::kSubordinator, Role::kCoordinator})) && !g_.Is(t, "and")) return false;
      if (g_.IsFiniteVerb(t) && !g_.Is(t - 1, Role::kCoordinator) && (t + 1 >= line_.last || !g_.Is(t + 1, "by"))) return true;
    }
    return false;
  }

  bool GoesOnWithVerb(uint32_t t) const {
    while (t + 1 < line_.last && g_.IsAdverb(t)) ++t;
    return t < line_.last && (g_.IsAuxiliary(t) || (g_.VerbForms(t) & (kPast | kThird)) != 0 || (g_.VerbForms(t) & kBase) != 0);
  }

  // `"..." Roe wrote in a letter read aloud`: the quotation before it is what it says.
  bool BehindQuotation(const Candidate& c) const {
    uint32_t t = c.subject.left;
    if (t > line_.first && g_.IsComma(t - 1)) --t;
    return t > line_.first && g_.Class(t - 1) == TokenClass::kQuote && g_.QuotationOf(t - 1) != nullptr;
  }

  bool InvertsAt(uint32_t t) const { return t < line_.last && g_.OpensNounPhrase(t); }

  const Grammar& g_;
  TokenRange line_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> FindCandidates(const Grammar& grammar, TokenRange line) { return CandidateFinder(grammar, line).Run(); }

}  // namespace crosscheck
