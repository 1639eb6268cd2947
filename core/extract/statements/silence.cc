#include "extract/statements/silence.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxObject = 12;  // tokens of "no details of the sale"

bool IsLightVerb(const Grammar& g, uint32_t t) {
  return g.IsOneOf(t, {"gave", "gives", "give", "given", "offered", "offers", "offer", "had", "has", "have", "made", "makes",
                       "make", "provided", "provides", "provide", "issued", "released"});
}

class SilenceFinder {
 public:
  SilenceFinder(const Grammar& g, TokenRange line, std::vector<Candidate>* candidates) : g_(g), line_(line), all_(*candidates) {
    end_ = line.last;
    while (end_ > line.first && g.Class(end_ - 1) == TokenClass::kStop) --end_;
    for (const CueRule& rule : g.view().rules.cues.rules) {
      if (rule.shape == CueShape::kUnreachable) rule_ = &rule;
    }
  }

  void Run() {
    for (Candidate& c : all_) {
      if (c.accepted && IsNobody(c.source)) c.accepted = false;
      if (c.accepted && c.rule->polarity == Polarity::kDeclined) DropInfinitive(c);
      if (c.accepted && c.group.negated) WidenContent(&c);
    }
    if (rule_ == nullptr) return;
    for (uint32_t t = line_.first + 1; t + 1 < end_; ++t) {
      if (!g_.IsWord(t) || g_.quotes().Inside(t)) continue;
      if (IsWithheld(g_, t + 1, end_) && IsLightVerb(g_, t)) {
        Add(t, {t, t + 1}, {t + 1, ObjectEnd(t + 1)});
      } else if (g_.Is(t + 1, Role::kSpeechNoun) && g_.IsOneOf(t + 1, {"comment", "comments"}) &&
                 g_.IsOneOf(t, {"refused", "declined", "refuses", "declines"})) {
        Add(t, {t, t + 1}, {t + 1, t + 2});
      } else if (g_.Is(t, "unavailable") && g_.IsBe(t - 1) && g_.Is(t + 1, "for")) {
        Add(t - 1, {t - 1, t + 1}, {t + 1, ObjectEnd(t + 1)});
      } else if (g_.Is(t, "return") && IsNegated(t) &&
                 g_.IsOneOf(LastOf(t + 1), {"call", "calls", "message", "messages", "emails"})) {
        Add(t, AnalyseVerbGroup(g_, t, line_.first).tokens, {t + 1, ObjectEnd(t + 1)});
      } else if (g_.Is(t, "neither") && t + 3 < end_ && g_.Is(t + 1, Role::kCue) && g_.Is(t + 2, "nor") &&
                 g_.Is(t + 3, Role::kCue)) {
        Add(t, {t, t + 4}, {t + 4, end_});
      }
    }
  }

 private:
  // "refused | to say who paid": one statement.
  void DropInfinitive(const Candidate& refusal) {
    for (Candidate& c : all_) {
      if (c.group.infinitive && c.group.tokens.first == refusal.cue.last && refusal.token != c.token) c.accepted = false;
    }
  }

  // "did not respond | to a request for comment": what was kept back is more than the verb.
  void WidenContent(Candidate* c) const {
    if (c->content.size() != 1 || c->content.front() != TokenRange{c->token, c->token + 1}) return;
    const uint32_t first = c->cue.last;
    if (first + 1 >= end_ || !g_.IsOneOf(first, {"to", "on", "about"}) || g_.IsTime(first + 1)) return;
    const uint32_t last = ObjectEnd(first);
    if (last > first + 1) c->content.front() = {first, last};
  }

  bool IsNobody(TokenRange source) const {
    if (source.empty()) return false;
    const uint32_t first = source.first;
    if (g_.IsOneOf(first, {"nobody", "none", "neither"})) return g_.Is(first, "nobody") || source.size() == 1;
    if (g_.Is(first, "no")) return true;
    return g_.Is(first, "one") && source.size() == 1 && first > line_.first && g_.Is(first - 1, "no");
  }

  bool IsNegated(uint32_t verb) const { return AnalyseVerbGroup(g_, verb, line_.first).negated; }

  // The last word of the short noun phrase at `first`: "a phone | call".
  uint32_t LastOf(uint32_t first) const {
    uint32_t t = first;
    while (t + 1 < end_ && t < first + 4 && g_.IsWord(t + 1) && g_.IsNominal(t + 1) && (g_.VerbForms(t + 1) & kIng) == 0) ++t;
    return std::min(t, end_ - 1);
  }

  uint32_t ObjectEnd(uint32_t first) const {
    uint32_t t = first;
    while (t < end_ && t < first + kMaxObject && !g_.IsComma(t) && !g_.IsDash(t) && g_.Class(t) != TokenClass::kColon &&
           g_.Class(t) != TokenClass::kQuote && !g_.IsOneOf(t, {"but", "while", "when", "after", "because", "although", "and"}) &&
           !(g_.Is(t, Role::kPreposition) && t + 1 < end_ && g_.IsTime(t + 1)) && !g_.IsTime(t))
      ++t;
    return t;
  }

  void Add(uint32_t verb, TokenRange cue, TokenRange content) {
    if (content.empty()) return;
    const VerbGroup group = AnalyseVerbGroup(g_, verb, line_.first);
    if (group.hypothetical || group.infinitive) return;
    Candidate c;
    c.rule = rule_;
    c.token = cue.last - 1;
    c.group = group;
    c.subject = FindSubject(g_, std::min(cue.first, group.tokens.first), verb, line_.first);
    c.source = c.subject.tokens;
    if (c.source.empty() && c.subject.shared) c.source = SourceBefore(verb);
    if (c.source.empty() || g_.IsOneOf(c.source.first, {"there", "it", "we"}) || Taken(cue)) return;
    c.cue = {std::min(cue.first, group.tokens.first), cue.last};
    c.clause = {c.cue.first, content.last};
    c.after = content.last;
    c.content.push_back(content);
    c.confidence = rule_->confidence;
    c.accepted = true;
    CutBefore(c);
    const auto at = std::find_if(all_.begin(), all_.end(), [&](const Candidate& other) { return other.token > c.token; });
    all_.insert(at, c);
  }

  // "announced the visit | but offered no details": the words before end there.
  void CutBefore(const Candidate& silence) {
    uint32_t edge = silence.cue.first;
    if (!silence.subject.shared || edge == line_.first || !g_.IsOneOf(edge - 1, {"but", "and"})) return;
    --edge;
    if (edge > line_.first && g_.IsComma(edge - 1)) --edge;
    for (Candidate& c : all_) {
      if (c.token >= silence.token) continue;
      for (TokenRange& part : c.content) {
        if (part.first < edge && part.Contains(edge)) part.last = edge;
      }
    }
  }

  // ", but gave no details": the speaker of the cue before.
  TokenRange SourceBefore(uint32_t verb) const {
    TokenRange source;
    for (const Candidate& c : all_) {
      if (c.accepted && c.token < verb && !c.source.empty()) source = c.source;
    }
    return source;
  }

  bool Taken(TokenRange cue) {
    bool taken = false;
    for (Candidate& c : all_) {
      if (!cue.Contains(c.token)) continue;
      taken = taken || c.rule == rule_;
      if (c.rule != rule_) c.accepted = false;
    }
    return taken;
  }

  const Grammar& g_;
  TokenRange line_;
  uint32_t end_;
  const CueRule* rule_ = nullptr;
  std::vector<Candidate>& all_;
};

}  // namespace

bool IsWithheld(const Grammar& g, uint32_t first, uint32_t end) {
  static constexpr std::string_view kNouns[] = {"comment", "comments", "detail", "details",  "explanation", "reason",
                                                "reasons", "mention",  "date",   "timeline", "specifics",   "response"};
  if (first + 1 >= end || !g.Is(first, "no")) return false;
  for (uint32_t t = first + 1; t < end && t < first + 4; ++t) {
    if (std::find(std::begin(kNouns), std::end(kNouns), g.view().Text(t)) != std::end(kNouns)) return true;
    if (g.view().IsAny(t, Bits({Role::kPreposition, Role::kDeterminer}))) return false;
  }
  return false;
}

void FindSilences(const Grammar& grammar, TokenRange line, std::vector<Candidate>* candidates) {
  SilenceFinder(grammar, line, candidates).Run();
}

}  // namespace crosscheck
