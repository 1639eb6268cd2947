#include "extract/statements/contents.h"

#include <algorithm>

#include "extract/statements/carriage.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxAdjunct = 25;  // tokens of "in an interview with ... on ..."

bool EndsAdjunct(const Grammar& g, uint32_t t) {
  switch (g.Class(t)) {
    case TokenClass::kComma:
    case TokenClass::kColon:
    case TokenClass::kStop:
      return true;
    case TokenClass::kQuote:
      return g.QuotationOf(t) != nullptr && g.QuotationOf(t)->open == t;
    default:
      return g.Is(t, "that");
  }
}

// "Salem, Ohio,": one past the second name and its comma, for the comma at t; t where no such name stands there.
uint32_t SkipPlace(const Grammar& g, uint32_t t, uint32_t end) {
  if (!g.IsComma(t) || !g.IsNameCapital(t - 1) || t + 2 >= end || !g.IsNameCapital(t + 1)) return t;
  uint32_t place = t + 1;
  while (place < end && place < t + 4 && g.IsNameCapital(place)) ++place;
  if (place >= end) return t;
  if (g.IsComma(place)) return place + 1;
  return g.Is(place, "that") || g.Is(place, "on") ? place : t;
}

// One past the prepositional phrase at `first`, or `first` where it cannot be told from the content.
uint32_t SkipPrepositional(const Grammar& g, uint32_t first, uint32_t end) {
  const uint32_t limit = std::min(end, first + kMaxAdjunct);
  uint32_t noun = 0;
  for (uint32_t t = first + 1; t < limit; ++t) {
    if (const uint32_t place = SkipPlace(g, t, limit); place > t) {
      if (g.IsComma(place - 1)) return place;
      t = place - 1;
      continue;
    }
    if (const Quotation* quotation = g.QuotationOf(t); quotation != nullptr && quotation->open == t) {
      if (!g.IsUtterance(*quotation) && Grammar::EndOf(*quotation) < limit) {
        t = Grammar::EndOf(*quotation) - 1;
        continue;
      }
      if (g.IsOneOf(first, {"about", "against", "for", "of"})) return first;
    }
    if (EndsAdjunct(g, t)) {
      // "reports from two papers indicate that"
      const bool verb = g.Is(t, "that") && (g.VerbForms(t - 1) & kBase) != 0 && !g.Is(t - 1, Role::kNounVerb);
      return verb ? first : t;
    }
    if (noun == 0 && g.Is(t, Role::kSpeechNoun) && t - first <= 5) noun = t + 1;
    if (noun != 0 && IsCarriage(g, t)) return SkipCarriage(g, t, end);  // "in a letter carried by the agency"
    if (g.IsDash(t) || g.Is(t, Role::kSubordinator) || g.IsFiniteVerb(t)) return noun != 0 ? noun : first;
  }
  return limit == end ? end : noun != 0 ? noun : first;
}

}  // namespace

uint32_t SkipTime(const Grammar& g, uint32_t first, uint32_t end) {
  uint32_t t = first;
  while (t < end && t - first < 3 &&
         g.IsOneOf(t, {"on", "in", "last", "this", "late", "early", "earlier", "later", "at", "during", "the", "next"}))
    ++t;
  uint32_t time = t;
  while (time < end && (g.IsTime(time) || (time > t && g.Class(time) == TokenClass::kNumber))) ++time;
  if (time > t) {
    if (time < end && (g.IsPossessiveClitic(time) || g.Class(time) == TokenClass::kDash || g.Is(time, "of"))) return first;
    while (time < end && g.IsOneOf(time, {"morning", "afternoon", "evening", "night"})) ++time;
    return time;
  }
  // "just a few years earlier", "two days later"
  uint32_t ago = first;
  while (ago < end && ago < first + 5 &&
         (g.IsOneOf(ago, {"just", "only", "a", "few", "couple", "of", "several", "some", "about", "many"}) ||
          g.Class(ago) == TokenClass::kNumber || g.Is(ago, Role::kNumberWord)))
    ++ago;
  if (ago > first && ago + 1 < end && g.Is(ago, Role::kTimeUnit) && g.IsOneOf(ago + 1, {"ago", "earlier", "later", "before"})) {
    return ago + 2;
  }
  // "last week", "this year"
  if (t > first && t < end && g.IsOneOf(t - 1, {"last", "this", "next"}) && g.Is(t, Role::kTimeUnit)) return t + 1;
  return first;
}

bool OpensClause(const Grammar& g, uint32_t first, uint32_t end) {
  if (first >= end || !g.OpensNounPhrase(first)) return false;
  const uint32_t limit = std::min(end, first + 12);
  for (uint32_t t = first + (g.IsSubjectPronoun(first) ? 1 : 1); t < limit; ++t) {
    if (g.IsComma(t) || g.Class(t) == TokenClass::kQuote || g.Class(t) == TokenClass::kColon) return false;
    if (g.IsFiniteVerb(t)) return true;
    if (g.Is(t, Role::kSubordinator)) return false;
  }
  return false;
}

namespace {

// Another cue that takes over at its subject or its comma: the content before it ends there. 0: it does not.
uint32_t TakesOver(const Grammar& g, const Candidate& mine, const Candidate& next, uint32_t first, uint32_t end_of_line) {
  const uint32_t start = next.subject.left;
  if (next.rule == nullptr || next.token < first) return 0;
  if (next.inside) return 0;
  if (next.rule->shape == CueShape::kAccordingTo)
    return next.cue.first > first && g.IsComma(next.cue.first - 1) ? next.cue.first - 1 : 0;
  if (next.rule->shape != CueShape::kVerb) return 0;
  if (g.Is(next.token, "citing")) return g.IsComma(next.token - 1) ? next.token - 1 : next.token;
  if (next.group.infinitive || next.group.passive) return 0;
  if (next.subject.relative) return 0;
  if (next.subject.shared) {
    if (next.subject.border == Border::kComma) {
      // ", adding that": a participle; ", said Roe": a tag, settled elsewhere.
      if (next.group.participle) return start;
      // "joked about it, declined to go and told": a list of verbs.
      const bool list = next.group.tokens.first == start + 1 && (next.group.form & mine.group.form & kPast) != 0 &&
                        (next.rule->frames & (kClause | kInfinitive | kAddressee)) != 0 && next.after < end_of_line &&
                        !g.Is(next.after, "by");
      return list ? start : 0;
    }
    if (next.rule->cue_class != CueClass::kStatement) return 0;
    // "said A before insisting B", "urging A and promising B"
    if (next.group.participle) {
      if (g.IsOneOf(start, {"before", "after", "while"})) return g.IsComma(start - 1) ? start - 1 : start;
      return mine.group.participle || mine.group.progressive ? start : 0;
    }
    // "and added", "but denied": the same tense as this cue; "did not mention ... but said": the helping verb hides the tense.
    const bool same = ((next.group.form & mine.group.form & (kPast | kThird | kBase)) != 0 ||
                       (mine.group.negated && (next.group.form & kPast) != 0)) &&
                      !next.group.hypothetical && next.group.perfect == mine.group.perfect;
    if (mine.group.participle && (next.group.form & (kPast | kThird)) == 0) return 0;
    if ((!same && !mine.group.participle) || mine.group.infinitive) return 0;
    return start > first && g.IsComma(start - 1) ? start - 1 : start;
  }
  if (!next.subject.tokens.empty() && next.subject.tokens.first < mine.token) {
    // "Roe, who said A, denied B".
    const uint32_t verb = next.group.tokens.first;
    return g.IsComma(verb - 1) ? verb - 1 : verb;
  }
  if (start <= first + 1) return 0;
  uint32_t t = start;
  if (t - 1 <= first) return 0;
  if (g.IsOneOf(t - 1, {"but", "and", "while", "though", "although", "as"}) && g.IsComma(t - 2)) return t - 2;
  // What one believes is as often part of what one says: "it will be long but he feels ready".
  if (next.rule->cue_class == CueClass::kStatement && g.IsOneOf(t - 1, {"but", "and", "while"}) &&
      (next.group.form & mine.group.form) != 0 && next.group.perfect == mine.group.perfect)
    return t - 1;
  return 0;
}

// "in a statement", "at a town hall meeting": where it was said, behind what was said.
bool OpensOccasion(const Grammar& g, uint32_t t, uint32_t end) {
  if (!g.IsOneOf(t, {"in", "at", "during", "on"})) return false;
  for (uint32_t k = t + 1; k < end && k < t + 6; ++k) {
    if (g.Is(k, Role::kSpeechNoun) ||
        g.IsOneOf(k, {"event", "forum", "meeting", "stop", "gathering", "fundraiser", "ceremony"})) {
      return !g.IsPossessiveClitic(k - 1) || k > t + 2;
    }
    if (!g.IsNominal(k) && !g.view().IsAny(k, Bits({Role::kDeterminer, Role::kPossessive}))) return false;
  }
  return false;
}

// Where the object of "criticized X", "called X Y" ends at token t.
bool EndsObject(const Grammar& g, uint32_t t, uint32_t end) {
  if (g.IsDash(t)) return true;
  if (g.IsComma(t)) {
    if (t + 1 >= end) return true;
    const uint32_t next = t + 1;
    if ((g.VerbForms(next) & kIng) != 0 && !g.IsCapital(next)) return true;
    if (g.Is(next, Role::kCoordinator))
      return g.Is(next, "but") || (next + 1 < end && (g.IsFiniteVerb(next + 1) || OpensClause(g, next + 1, end)));
    if (g.IsOneOf(next, {"who", "which", "where", "while", "as", "after", "when", "though", "although", "because", "with", "even",
                         "whose", "a", "an"}))
      return true;
    return false;
  }
  if (g.IsOneOf(t, {"and", "but"}) && t + 1 < end) {
    const uint8_t forms = g.VerbForms(t + 1);
    if (g.IsAuxiliary(t + 1) && !g.IsOneOf(t + 1, {"be", "been", "being", "having"})) return true;
    return ((forms & (kPast | kThird)) != 0 && g.IsFiniteVerb(t + 1)) || (g.IsCapital(t + 1) && OpensClause(g, t + 1, end));
  }
  if (g.IsOneOf(t, {"while", "when", "after", "before", "because", "during", "despite", "amid"})) return true;
  if (OpensOccasion(g, t, end)) return true;
  if (g.Is(t, "in") && t + 3 < end && g.Is(t + 1, Role::kDeterminer) && g.Is(t + 2, Role::kSpeechNoun)) return true;
  return SkipTime(g, t, end) > t && !g.view().IsAny(t - 1, Bits({Role::kPreposition, Role::kDeterminer, Role::kPossessive})) &&
         !g.IsOneOf(t - 1, {"last", "this", "next"}) &&
         (g.Is(t, "on") || g.view().Is(t, Role::kWeekday) || !g.IsTime(t) || g.Is(t, Role::kAdverb)) &&
         (g.Is(t, "on") || g.IsTime(t) || g.IsOneOf(t, {"last", "this", "earlier"}));
}

// "While Roe said the bridge was safe, others ...", "Noting the cost, Roe left": the clause that opens the sentence ends at its
// comma.
uint32_t InitialClauseEnd(const Grammar& g, const Candidate& mine, uint32_t first, uint32_t end) {
  const uint32_t start = mine.group.tokens.empty() ? mine.subject.left : std::min(mine.subject.left, mine.group.tokens.first);
  const uint32_t sentence = g.view().SentenceOf(mine.token).first;
  if (start < sentence || start - sentence > 5) return end;
  bool opened = start == sentence && mine.group.participle;
  for (uint32_t t = std::max(sentence, start - std::min(start, 3u)); t <= start; ++t) {
    opened = opened || g.IsOneOf(t, {"while", "though", "although", "when", "if", "after", "because", "since", "before",
                                     "whereas", "as", "by", "in", "besides", "despite", "without"});
  }
  if (!opened) return end;
  for (uint32_t t = first; t + 1 < end; ++t) {
    if (g.QuotationOf(t) != nullptr) {
      // `that "the bridge is safe," Roe said`
      const uint32_t close = Grammar::EndOf(*g.QuotationOf(t));
      if (close < end && g.IsComma(close - 2) && OpensClause(g, close, end)) return close;
      t = std::max(t, close - 1);
    } else if (g.IsComma(t) && OpensClause(g, t + 1, end)) {
      return t;
    }
  }
  return end;
}

// "Roe, who said A, left": what a relative clause says ends where the main clause goes on with its verb.
bool EndsRelative(const Grammar& g, uint32_t t, uint32_t end) {
  if (!g.IsComma(t) || t + 1 >= end) return false;
  uint32_t next = t + 1;
  while (next + 1 < end && g.IsAdverb(next) && next < t + 3) ++next;
  return g.IsAuxiliary(next) || ((g.VerbForms(next) & (kPast | kThird)) != 0 && !g.IsNameCapital(next));
}

// "the boat said to have sunk": a cue that only describes a noun.
bool ReducedCue(const Candidate& c) { return c.subject.relative || c.group.tokens.first == c.token; }

// "a man said to have fled | was held": the verb of the clause around it.
bool EndsReduced(const Grammar& g, uint32_t t) {
  if (!g.IsAuxiliary(t) || !g.IsFiniteVerb(t) || g.Is(t, Role::kModal)) return false;
  return !g.view().IsAny(t - 1, Bits({Role::kRelative, Role::kPronoun, Role::kCoordinator, Role::kSubordinator})) &&
         !g.IsAuxiliary(t - 1) && !g.Is(t - 1, "to") && !g.IsHave(t - 1);
}

// Where a clause content ends at token t, apart from other cues.
bool EndsClause(const Grammar& g, uint32_t first, uint32_t t, uint32_t end) {
  if (g.Class(t) == TokenClass::kColon && g.view().Text(t) == ";")
    return t + 1 < end && g.OpensNounPhrase(t + 1) && !g.Is(t + 1, "that");
  if (g.IsDash(t)) {
    // " - the third such case": a dash without a partner.
    for (uint32_t k = t + 1; k < end; ++k) {
      if (g.IsDash(k)) return false;
    }
    for (uint32_t k = first; k < t; ++k) {
      if (g.IsDash(k)) return false;
    }
    return true;
  }
  if (!g.IsComma(t) || t + 1 >= end) return false;
  const uint32_t next = t + 1;
  if (g.IsOneOf(next, {"while", "though", "although"})) return OpensClause(g, next + 1, end);
  if (g.IsOneOf(next, {"even"})) return next + 1 < end && g.IsOneOf(next + 1, {"as", "though", "if", "while"});
  if (g.IsOneOf(next, {"despite"})) return true;
  if (g.Is(next, "and")) return OpensClause(g, next + 1, end) || (next + 1 < end && g.IsHave(next + 1));
  if (g.Is(next, Role::kPreposition) && next + 1 < end && g.IsOneOf(next + 1, {"whom", "which"})) return true;
  if (!g.IsOneOf(next, {"which", "who", "where"})) return false;
  // A relative clause in the middle of the content stays: ", which was old, may break".
  for (uint32_t k = next + 1; k + 1 < end && k < next + kMaxAdjunct; ++k) {
    if (g.IsComma(k) && g.IsFiniteVerb(k + 1)) return false;
  }
  return true;
}

}  // namespace

bool OpensInfinitive(const Grammar& g, uint32_t t, uint32_t end) {
  if (t + 1 >= end || !g.Is(t, "to")) return false;
  ++t;
  while (t + 1 < end && g.IsAdverb(t)) ++t;
  if ((g.VerbForms(t) & kBase) != 0 || g.Class(t) == TokenClass::kQuote || g.Is(t, "be") || g.Is(t, "have")) return true;
  return g.IsWord(t) && !g.IsCapital(t) && g.view().tokens[t].word == 0 && !g.view().Text(t).ends_with('s');
}

uint32_t SkipAdjuncts(const Grammar& g, uint32_t first, uint32_t end) {
  uint32_t t = first;
  while (t < end) {
    const uint32_t before = t;
    t = SkipTime(g, t, end);
    // "vowed to fight", `vowed to "fight"`
    const bool to_verb =
        t + 1 < end && g.Is(t, "to") &&
        (g.Class(t + 1) == TokenClass::kQuote || ((g.VerbForms(t + 1) & kBase) != 0 && (g.VerbForms(t + 1) & kThird) == 0));
    if (t < end && t == before && g.Is(t, Role::kPreposition) && !to_verb &&
        !g.IsOneOf(t, {"as", "than", "like", "including", "before", "after", "since", "until"})) {
      t = SkipPrepositional(g, t, end);
    }
    if (t < end && t == before && g.IsAdverb(t) && !g.IsOneOf(t, {"even", "there", "here", "almost", "just"}) && !g.IsCapital(t))
      ++t;
    if (t == before) break;
  }
  return t;
}

TokenRange AddresseeFrom(const Grammar& g, uint32_t first, uint32_t end) {
  if (first >= end) return {};
  if (g.IsOneOf(first, {"me", "him", "her", "us", "them", "you", "it", "himself", "herself", "themselves", "everyone", "anyone",
                        "people"})) {
    if (!(g.Is(first, "her") && first + 1 < end && g.IsNominal(first + 1) && !g.Is(first + 1, Role::kDeterminer) &&
          !g.IsFiniteVerb(first + 1)))
      return {first, first + 1};
  }
  if (!g.OpensNounPhrase(first) || g.Class(first) == TokenClass::kQuote || g.IsSubjectPronoun(first)) return {};
  uint32_t t = first;
  const uint32_t limit = std::min(end, first + kMaxAdjunct);
  bool noun = false;
  for (; t < limit; ++t) {
    if (EndsAdjunct(g, t) || g.IsOneOf(t, {"to", "if", "whether", "how", "why", "what", "when", "where", "about", "not", "who"}))
      break;
    if (g.IsTime(t) || g.IsSubjectPronoun(t) || g.IsDash(t)) break;
    if (g.Is(t, Role::kPreposition) && !g.IsOneOf(t, {"of", "at", "for", "from"})) break;
    // A second noun phrase begins: the bare clause.
    if (noun && (g.view().IsAny(t, Bits({Role::kDeterminer, Role::kPossessive})) && !g.Is(t - 1, Role::kPreposition) &&
                 !g.Is(t - 1, Role::kCoordinator)))
      break;
    if (noun && g.IsCapital(t) && !g.IsCapital(t - 1) && !g.Is(t - 1, Role::kPreposition) && !g.Is(t - 1, Role::kCoordinator) &&
        g.Class(t - 1) != TokenClass::kDash)
      break;
    noun = noun || (g.IsNominal(t) && !g.view().IsAny(t, Bits({Role::kDeterminer, Role::kPossessive})));
  }
  return {first, t};
}

bool IsRelativeObject(const Grammar& g, const Candidate& c, uint32_t first) {
  const uint32_t left = c.subject.left;
  return !c.subject.relative && !c.subject.tokens.empty() && !c.group.participle && left > first + 1 &&
         g.IsOneOf(left - 1, {"which", "who", "whom"}) && !g.Is(left - 2, Role::kPreposition);
}

Follower FollowerAt(const Grammar& g, uint32_t t, uint32_t end) {
  if (t >= end) return Follower::kNothing;
  switch (g.Class(t)) {
    case TokenClass::kComma:
      return Follower::kComma;
    case TokenClass::kStop:
      return Follower::kNothing;
    case TokenClass::kColon:
      return g.view().Text(t) == ":" ? Follower::kColon : Follower::kNothing;
    case TokenClass::kDash:
      return g.IsHyphen(t) ? Follower::kBare : Follower::kComma;
    case TokenClass::kQuote:
      return Follower::kQuotation;
    case TokenClass::kBracket:
      return Follower::kComma;
    default:
      break;
  }
  if (g.Is(t, "that")) return Follower::kThat;
  if (g.Is(t, "to")) return Follower::kInfinitive;
  if (g.IsOneOf(t, {"if", "whether", "what", "why", "how", "who", "whom", "where", "when", "which"})) return Follower::kWhether;
  if (g.Is(t, Role::kCoordinator)) return Follower::kNothing;
  if (g.Is(t, Role::kPreposition)) return Follower::kPreposition;
  return Follower::kBare;
}

namespace {

bool OpensWithPreposition(const Grammar& g, const Candidate& mine) {
  const uint32_t first = g.view().SentenceOf(mine.token).first;
  return g.Is(first, Role::kPreposition) && mine.subject.left > first && mine.subject.left - first < 8;
}

// "The claim that the boats were old | was ignored": a noun with its clause as the subject of the sentence; the clause ends
// before the second verb. `end` where it is no subject.
uint32_t SubjectClauseEnd(const Grammar& g, const Candidate& mine, uint32_t first, uint32_t end) {
  const uint32_t sentence = g.view().SentenceOf(mine.token).first;
  if (mine.rule->shape != CueShape::kNoun || mine.follower != Follower::kThat || g.HasFiniteVerb({sentence, mine.token}))
    return end;
  bool verb = false;  // the clause has its verb
  bool open = false;  // inside the verb's group
  for (uint32_t t = first + 1; t < end; ++t) {
    const bool helper = g.IsAuxiliary(t) || g.IsNegation(t) || g.IsAdverb(t);
    if (g.IsComma(t) || g.Is(t, Role::kCoordinator) || g.Is(t, Role::kRelative) || g.Is(t, Role::kSubordinator)) {
      verb = open = false;
    } else if (g.IsFiniteVerb(t) || g.IsBe(t)) {
      if (verb && !open) return t;
      verb = true;
      open = helper;
    } else if (!helper) {
      open = false;
    }
  }
  return end;
}

}  // namespace

uint32_t ContentEnd(const Grammar& g, const std::vector<Candidate>& candidates, size_t index, uint32_t first, uint32_t end) {
  const Candidate& mine = candidates[index];
  end = std::min(end, InitialClauseEnd(g, mine, first, end));
  end = std::min(end, SubjectClauseEnd(g, mine, first, end));
  // A cue inside what a tag has said stays inside.
  for (const Candidate& tag : candidates) {
    if (!tag.accepted || !tag.tag || &tag == &mine) continue;
    for (const TokenRange part : tag.content) {
      if (part.Contains(mine.token) && part.last > first) end = std::min(end, part.last);
    }
  }
  size_t next = index + 1;
  for (size_t k = next; k < candidates.size(); ++k) {
    const uint32_t cut = TakesOver(g, mine, candidates[k], first, end);
    if (cut > first && cut < end) {
      end = cut;
      break;
    }
  }
  for (uint32_t t = first; t < end; ++t) {
    if (const Quotation* quotation = g.QuotationOf(t); quotation != nullptr && quotation->open == t) {
      const uint32_t close = Grammar::EndOf(*quotation);
      // A quotation that ends with its sentence or comma ends the content that it stands in.
      if (close >= end) return std::max(close, end);
      t = close - 1;
      continue;
    }
    if (t == first) continue;
    // "For Roe, who says C, the ferry is a hope".
    if (mine.subject.relative && g.IsComma(t) && OpensWithPreposition(g, mine) && OpensClause(g, t + 1, end)) return t;
    if ((mine.subject.relative || IsRelativeObject(g, mine, 0)) && EndsRelative(g, t, end) &&
        (mine.object || g.HasFiniteVerb({first, t})))
      return t;
    if ((mine.rule->frames & kRaised) != 0 && (EndsRelative(g, t, end) || (ReducedCue(mine) && EndsReduced(g, t)))) return t;
    if (mine.object ? EndsObject(g, t, end) : EndsClause(g, first, t, end)) return t;
  }
  return end;
}

}  // namespace crosscheck
