#include "extract/statements/polarity.h"

#include <algorithm>

#include "extract/statements/silence.h"

namespace crosscheck {
namespace {

bool HasShape(const Grammar& g, uint32_t t, CueShape shape) {
  const CueTable& cues = g.view().rules.cues;
  const std::vector<CueForm>& forms = cues.Of(g.view().tokens[t].word);
  return std::any_of(forms.begin(), forms.end(),
                     [&](const CueForm& form) { return cues.rules[cues.lemmas[form.lemma].rule].shape == shape; });
}

// "the allegations were 'fake'", "called the report baseless": a claim and, behind it, a word that takes it back.
bool DeniesByWord(const Grammar& g, TokenRange content) {
  bool claim = false;
  // "there was no truth in the report"
  for (uint32_t t = content.first; t + 1 < content.last && t < content.first + 4; ++t) {
    if (g.Is(t, "no") && g.view().Text(t + 1) == "truth") return true;
  }
  const uint32_t limit = std::min(content.last, content.first + 40);
  for (uint32_t t = content.first; t < limit; ++t) {
    if (!claim) {
      claim = HasShape(g, t, CueShape::kNoun) || g.Is(t, Role::kDocumentNoun);
      if (!claim && t > content.first + 6) return false;
      continue;
    }
    if (HasShape(g, t, CueShape::kAdjective)) return !g.IsNegation(t - 1);
  }
  return false;
}

}  // namespace

Polarity PolarityOf(const Grammar& g, const Candidate& c) {
  const Polarity own = c.rule->polarity;
  // "is not thought to be": what is thought is that it is not.
  if (c.group.negated && (c.rule->frames & kRaised) != 0) return Polarity::kDenied;
  if (c.group.negated && c.rule->shape == CueShape::kVerb) {
    // "did not deny" and "did not say" both keep back; "never said" takes back.
    if (own == Polarity::kAsserted && g.Is(c.group.tokens.first, "never")) return Polarity::kDenied;
    return own == Polarity::kDeclined ? Polarity::kAsserted : Polarity::kDeclined;
  }
  // "specified no date"
  if (own == Polarity::kAsserted && c.rule->shape == CueShape::kVerb && !c.tag && !c.content.empty() &&
      c.content.back().first == c.cue.last && IsWithheld(g, c.cue.last, c.content.back().last))
    return Polarity::kDeclined;
  if (own == Polarity::kAsserted && !c.content.empty() && DeniesByWord(g, c.content.back())) return Polarity::kDenied;
  return own;
}

}  // namespace crosscheck
