#include "extract/statements/chains.h"

#include <algorithm>

#include "extract/statements/carriage.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxOpening = 30;  // tokens of "In a letter carried by the agency," before the subject
constexpr double kMinCiting = 0.5;
constexpr uint32_t kMaxIssued = 16;  // tokens of "issued a statement on Monday via the agency"

class ChainLinker {
 public:
  ChainLinker(const Grammar& g, TokenRange line, std::vector<Candidate>* candidates) : g_(g), line_(line), all_(*candidates) {}

  void Run() {
    for (Candidate& c : all_) {
      if (c.accepted && c.rule->shape == CueShape::kAccordingTo) CarryInner(&c);
    }
    for (size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].rule->shape != CueShape::kVerb) continue;
      AsSaying(i);
      if (all_[i].accepted) Issued(&all_[i]);
    }
    for (Candidate& c : all_) {
      if (c.accepted && c.rule->shape == CueShape::kVerb) Carried(&c);
    }
    Cite();
  }

 private:
  // "..., Roe added, according to the agency": one statement with two links.
  void CarryInner(Candidate* outer) {
    for (Candidate& inner : all_) {
      if (&inner == outer || !inner.accepted || inner.rule->shape != CueShape::kVerb || inner.source.empty() ||
          outer->content.empty())
        continue;
      if (!inner.tag || !outer->tag) continue;
      const bool inside = outer->content.front().first <= inner.content.front().first && inner.cue.last <= outer->cue.first;
      const uint32_t gap = outer->cue.first - std::max(inner.clause.last, inner.cue.last);
      if (!inside || gap > 3) continue;
      inner.carriers.insert(inner.carriers.begin(), outer->source);
      outer->accepted = false;
      return;
    }
  }

  bool Quotes(const Candidate& c) const {
    return g_.IsOneOf(c.token, {"cited", "quoted", "cites", "quotes", "quoting", "citing"});
  }

  // "the agency quoted Roe as saying C": Roe says C inside the agency's statement. "Roe was quoted by the agency as saying C":
  // one statement with two links.
  void AsSaying(size_t i) {
    Candidate& outer = all_[i];
    if (!Quotes(outer)) return;
    uint32_t saying = outer.token + 1;
    while (saying < line_.last && !(g_.IsOneOf(saying, {"saying", "telling"}) && g_.Is(saying - 1, "as"))) {
      if (g_.Class(saying) == TokenClass::kStop || g_.Class(saying) == TokenClass::kQuote) return;
      ++saying;
    }
    if (saying >= line_.last) return;
    Candidate* inner = nullptr;
    for (Candidate& c : all_) {
      if (c.token == saying) inner = &c;
    }
    if (outer.group.passive) return Quoted(&outer, inner, saying);
    if (inner == nullptr || !inner->accepted || !outer.accepted) return;
    TokenRange quoted{outer.token + 1, saying - 1};
    while (quoted.last > quoted.first && g_.IsComma(quoted.last - 1)) --quoted.last;
    if (quoted.empty()) return;
    inner->source = quoted;
    if (!inner->content.empty() && !outer.content.empty()) {
      outer.content.back().last = std::max(outer.content.back().last, inner->content.back().last);
    }
  }

  void Quoted(Candidate* outer, Candidate* inner, uint32_t saying) {
    const Subject subject = FindSubject(g_, outer->group.tokens.first, outer->token, line_.first);
    if (subject.tokens.empty()) return;
    TokenRange agent;
    uint32_t behind = saying + 1;
    for (uint32_t t = outer->token + 1; t < line_.last && t <= saying + 1; ++t) {
      if (!g_.Is(t, "by") || t + 1 >= line_.last) continue;
      agent = NounPhraseFrom(g_, t + 1, t < saying ? saying - 1 : line_.last, /*apposition=*/false);
      if (t > saying) behind = agent.last;
    }
    Candidate& kept = inner != nullptr ? *inner : *outer;
    const bool left =
        subject.left > line_.first + 2 && (g_.IsComma(subject.left - 1) || g_.Class(subject.left - 1) == TokenClass::kQuote);
    std::vector<TokenRange> content;
    if (left && (behind >= line_.last || g_.Class(behind) == TokenClass::kStop)) {
      content.push_back({line_.first, subject.left});
      while (g_.IsComma(content.back().last - 1)) --content.back().last;
    } else {
      while (behind < line_.last && g_.Class(behind) == TokenClass::kColon) ++behind;
      uint32_t end = line_.last;
      while (end > behind && g_.Class(end - 1) == TokenClass::kStop && g_.QuotationOf(end - 1) == nullptr) --end;
      if (end > behind) content.push_back({behind, end});
    }
    if (content.empty()) return;
    outer->accepted = false;
    kept.accepted = true;
    kept.content = content;
    kept.source = subject.tokens;
    if (!agent.empty()) kept.carriers = {agent};
    kept.cue = {outer->group.tokens.first, saying + 1};
    kept.clause = kept.cue;
    kept.confidence = 0.8;
  }

  bool Issues(uint32_t t) const {
    return g_.IsOneOf(t, {"issued", "released", "published", "posted", "sent", "wrote", "delivered", "gave", "made", "aired",
                          "shared", "circulated", "filed", "issues", "releases", "posts"});
  }

  // The verb of "issued a statement via the agency" in the phrase that ends before the participle at `saying`; 0: none.
  uint32_t IssuingVerb(uint32_t saying) const {
    uint32_t noun = 0;
    for (uint32_t t = saying; t-- > line_.first && saying - t < kMaxIssued;) {
      if (g_.IsComma(t) || g_.IsDash(t) || g_.Class(t) == TokenClass::kQuote || g_.Class(t) == TokenClass::kColon) return 0;
      if (Issues(t)) return noun > t && noun - t < 5 ? t : 0;
      if (g_.view().IsAny(t, Bits({Role::kSpeechNoun, Role::kDocumentNoun}))) noun = t;
    }
    return 0;
  }

  // "Roe issued a statement via the agency saying C": Roe says it, not the statement.
  void Issued(Candidate* c) {
    if (!c->group.participle) return;
    const uint32_t verb = IssuingVerb(c->group.tokens.first);
    if (verb <= line_.first) return;
    const VerbGroup group = AnalyseVerbGroup(g_, verb, line_.first);
    const Subject subject = FindSubject(g_, group.tokens.first, verb, line_.first);
    if (subject.tokens.empty() || group.passive) return;
    if (const TokenRange carrier = FindCarrier(g_, {verb + 1, c->group.tokens.first}); !carrier.empty()) {
      c->carriers.push_back(carrier);
    }
    c->source = subject.tokens;
    c->clause.first = std::min(c->clause.first, verb);
    for (Candidate& other : all_) other.accepted = other.accepted && other.token != verb;
  }

  // "wrote in a letter carried by the agency", "in a statement via state media"; the same before the subject: "In a letter ...,".
  void Carried(Candidate* c) {
    const TokenRange behind{c->cue.last, std::max(c->cue.last, TailOf(*c))};
    TokenRange carrier = FindCarrier(g_, behind);
    if (carrier.empty()) carrier = FindCarrier(g_, OpeningOf(*c));
    if (!carrier.empty() && c->carriers.empty()) c->carriers.push_back(carrier);
    // "said in a statement posted on a website": the second verb only tells of the first one's words.
    for (Candidate& other : all_) {
      if (&other != c && behind.Contains(other.token) && other.token < c->after && IsCarriage(g_, other.token))
        other.accepted = false;
    }
  }

  // The words before the subject of the line's first clause, up to its comma: "In a letter carried by the agency".
  TokenRange OpeningOf(const Candidate& c) const {
    const uint32_t edge = c.subject.left;
    if (c.tag || edge < line_.first + 3 || edge > line_.first + kMaxOpening || !g_.IsComma(edge - 1)) return {};
    if (!g_.IsOneOf(line_.first, {"in", "through", "via", "on"})) return {};
    for (uint32_t t = line_.first; t + 1 < edge; ++t) {
      if (g_.IsComma(t) || (g_.IsFiniteVerb(t) && !IsCarriage(g_, t)) || g_.Class(t) == TokenClass::kQuote) return {};
    }
    return {line_.first, edge - 1};
  }

  // End of what can belong to the cue's own clause.
  uint32_t TailOf(const Candidate& c) const {
    if (!c.tag) return c.clause.last;
    uint32_t t = std::max(c.clause.last, c.cue.last);
    while (t < line_.last && !g_.IsComma(t) && g_.Class(t) != TokenClass::kQuote && g_.Class(t) != TokenClass::kStop &&
           g_.Class(t) != TokenClass::kColon)
      ++t;
    return t;
  }

  // ", citing officials" behind what was said, between the speaker and the verb, or before the speaker.
  void Cite() {
    const CueRule* rule = g_.view().rules.cues.Structure(CueShape::kCiting);
    if (rule == nullptr) return;
    const size_t count = all_.size();
    for (uint32_t t = line_.first; t + 1 < line_.last; ++t) {
      if (!g_.Is(t, Role::kCue) || !g_.IsOneOf(t, {"citing", "quoting"}) || g_.quotes().Inside(t)) continue;
      const Candidate* citer = CiterAt(t, count);
      if (citer == nullptr) continue;
      TokenRange source = NounPhraseFrom(g_, t + 1, line_.last, /*apposition=*/false);
      if (source.empty() || !Speaks(source)) continue;
      if (t < citer->cue.first)
        source.last = std::min(source.last, t < citer->source.first ? citer->source.first : citer->cue.first);
      Candidate cited = *citer;
      cited.rule = rule;
      cited.host = citer->token;
      cited.token = t;
      cited.cue = {t, t + 1};
      if (!citer->source.empty()) cited.carriers.push_back(citer->source);
      cited.source = source;
      cited.clause = cited.cue;
      cited.confidence = rule->confidence;
      for (Candidate& other : all_) other.accepted = other.accepted && other.token != t;
      all_.push_back(std::move(cited));
    }
  }

  // Who cites at token t: the cue nearest before it whose words end there, or the first behind it whose subject it stands beside.
  const Candidate* CiterAt(uint32_t t, size_t count) const {
    const Candidate* before = nullptr;
    for (size_t i = 0; i < count; ++i) {
      const Candidate& c = all_[i];
      if (!c.accepted || c.token == t || c.confidence < kMinCiting || c.content.empty()) continue;
      const bool says = c.rule->shape == CueShape::kVerb || c.rule->shape == CueShape::kAccordingTo;
      if (!says || g_.Is(c.token, "citing")) continue;
      if (c.cue.last <= t) {
        const uint32_t from = std::max(c.cue.last, c.tag ? c.clause.last : c.content.back().last);
        const bool follows = from <= t && t - from < 8;
        if (follows && (before == nullptr || c.cue.last > before->cue.last)) before = &c;
      } else if (before == nullptr && !c.source.empty()) {
        const bool between = c.source.last <= t && t - c.source.last < 3;
        const bool opens = t <= line_.first + 1 && c.source.first > t;
        if (between || opens) return &c;
      }
    }
    return before;
  }

  // A person, a body or a document, not "rain" or "weather".
  bool Speaks(TokenRange phrase) const {
    for (uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (g_.IsNameCapital(t)) return true;
      if (g_.view().IsAny(t,
                          Bits({Role::kPersonNoun, Role::kOrganisationNoun, Role::kAgency, Role::kTitle, Role::kDocumentNoun})))
        return true;
    }
    static constexpr std::string_view kNouns[] = {"officials", "sources",   "authorities", "police",  "people",  "service",
                                                  "agency",    "witnesses", "experts",     "imagery", "footage", "records"};
    return std::find(std::begin(kNouns), std::end(kNouns), g_.view().Text(phrase.last - 1)) != std::end(kNouns);
  }

  const Grammar& g_;
  TokenRange line_;
  std::vector<Candidate>& all_;
};

}  // namespace

void LinkChains(const Grammar& grammar, TokenRange line, std::vector<Candidate>* candidates) {
  ChainLinker(grammar, line, candidates).Run();
}

}  // namespace crosscheck
