#include "extract/chains.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxReach = 14;  // tokens between "carried" and its agent

class ChainLinker {
 public:
  ChainLinker(const Grammar& g, TokenRange line, std::vector<Candidate>* candidates) : g_(g), line_(line), all_(*candidates) {}

  void Run() {
    for (Candidate& c : all_) {
      if (c.accepted && c.rule->shape == CueShape::kAccordingTo) CarryInner(&c);
    }
    std::vector<Candidate> cited;
    for (Candidate& c : all_) {
      if (!c.accepted || c.rule->shape != CueShape::kVerb) continue;
      Carried(&c);
      if (c.confidence >= 0.6) Cite(c, &cited);
    }
    all_.insert(all_.end(), cited.begin(), cited.end());
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

  bool IsCarrier(TokenRange phrase) const {
    if (phrase.empty()) return false;
    for (uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (g_.IsCapital(t) || g_.view().IsAny(t, Bits({Role::kAgency, Role::kOrganisationNoun}))) return !g_.IsTime(t);
    }
    return g_.IsOneOf(phrase.last - 1, {"media", "television", "tv", "radio", "agency", "newspaper", "broadcaster", "embassy",
                                        "lawyer", "lawyers", "spokesman", "spokeswoman", "spokesperson"});
  }

  // "wrote in a letter carried by the agency", "in a statement via state media".
  void Carried(Candidate* c) {
    const TokenRange clause{c->cue.last, std::max(c->cue.last, TailOf(*c))};
    for (uint32_t t = clause.first; t + 1 < clause.last; ++t) {
      uint32_t agent = 0;
      if (g_.IsOneOf(t, {"via", "through"})) {
        agent = t + 1;
      } else if (Publishes(t)) {
        for (uint32_t k = t + 1; k < clause.last && k < t + kMaxReach && agent == 0; ++k) {
          if (g_.IsComma(k) || g_.Class(k) == TokenClass::kQuote) break;
          if (g_.IsOneOf(k, {"by", "in", "on"}) && !g_.IsTime(k + 1)) agent = k + 1;
        }
      }
      if (agent == 0 || agent >= clause.last) continue;
      TokenRange carrier = NounPhraseFrom(g_, agent, clause.last, false);
      while (carrier.last > carrier.first && g_.IsTime(carrier.last - 1)) --carrier.last;
      while (carrier.last > carrier.first && g_.Is(carrier.last - 1, Role::kPreposition)) --carrier.last;
      if (!IsCarrier(carrier)) continue;
      c->carriers.push_back(carrier);
      return;
    }
  }

  bool Publishes(uint32_t t) const {
    const std::string_view word = g_.view().Text(t);
    return word == "carried" || word == "published" || word == "released" || word == "aired" || word == "broadcast" ||
           word == "reported" || word == "relayed" || word == "distributed" || word == "posted" || word == "quoted" ||
           word == "read";
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

  // ", citing officials" behind what was said.
  void Cite(const Candidate& c, std::vector<Candidate>* cited) {
    const CueRule* rule = g_.view().rules.cues.Structure(CueShape::kCiting);
    if (rule == nullptr) return;
    const uint32_t from = std::max(c.cue.last, c.content.back().last);
    for (uint32_t t = from; t + 1 < line_.last && t < from + 8; ++t) {
      if (!g_.Is(t, "citing")) continue;
      Candidate source = c;
      source.rule = rule;
      source.host = c.token;
      source.token = t;
      source.cue = {t, t + 1};
      source.source = NounPhraseFrom(g_, t + 1, line_.last, true);
      source.clause = source.cue;
      source.carriers.clear();
      source.confidence = rule->confidence;
      if (source.source.empty() || !Speaks(source.source)) return;
      cited->push_back(source);
      for (Candidate& other : all_) other.accepted = other.accepted && other.token != t;
      return;
    }
  }

  // A person, a body or a document, not "rain" or "satellite imagery".
  bool Speaks(TokenRange phrase) const {
    for (uint32_t t = phrase.first; t < phrase.last; ++t) {
      if (g_.IsCapital(t)) return true;
      if (g_.view().IsAny(t,
                          Bits({Role::kPersonNoun, Role::kOrganisationNoun, Role::kAgency, Role::kTitle, Role::kDocumentNoun})))
        return true;
    }
    return g_.IsOneOf(phrase.last - 1,
                      {"officials", "sources", "authorities", "police", "people", "service", "agency", "witnesses", "experts"});
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
