#include "extract/statements/labels.h"

#include <algorithm>

#include "extract/statements/sources.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxLabel = 9;           // tokens of "Ada Roe's message to the voters of Olvet"
constexpr uint32_t kMaxHeadlineSource = 6;  // tokens of ": mayor of Olvet"
constexpr RoleSet kSpeakers =
    Bits({Role::kPersonNoun, Role::kOrganisationNoun, Role::kTitle, Role::kAgency, Role::kDocumentNoun});

bool HasAny(const Grammar& g, TokenRange phrase, RoleSet roles) {
  for (uint32_t t = phrase.first; t < phrase.last; ++t) {
    if (g.view().IsAny(t, roles)) return true;
  }
  return false;
}

// Who speaks in a label: "And from | Mayor Roe", "Ada Roe | 's verdict", "his | message to voters".
TokenRange SpeakerOf(const Grammar& g, TokenRange label) {
  while (label.size() > 1 && (g.Is(label.first, Role::kCoordinator) || g.Is(label.first, Role::kPreposition) ||
                              g.Is(label.first, Role::kSubordinator)))
    ++label.first;
  uint32_t noun = label.first;
  while (noun < label.last && !g.Is(noun, Role::kSpeechNoun)) ++noun;
  if (noun < label.last && noun > label.first) {
    if (g.Is(label.first, Role::kPossessive)) return {label.first, label.first + 1};
    for (uint32_t t = noun; t-- > label.first + 1;) {
      if (g.IsPossessiveClitic(t)) return {label.first, t};
    }
  }
  // "Roe, on the gate": what follows the comma is no part of the name.
  for (uint32_t t = label.first + 1; t + 1 < label.last; ++t) {
    if (g.IsComma(t) && g.Is(t + 1, Role::kPreposition)) return {label.first, t};
  }
  return label;
}

bool IsNamed(const Grammar& g, TokenRange phrase) {
  for (uint32_t t = phrase.first; t < phrase.last; ++t) {
    if (g.view().owner[t] == Owner::kName) return true;
  }
  return HasAny(g, phrase, kSpeakers | Bit(Role::kPossessive));
}

// A verb that a cue can be made of right before the colon: "The letter reads:" is told by its verb.
bool IsCueVerb(const Grammar& g, uint32_t t) {
  return g.Is(t, Role::kCue) && (g.VerbForms(t) & (kPast | kThird)) != 0 && !g.Is(t, Role::kSpeechNoun);
}

// "mayor", "police", "Ada Roe, mayor" behind the last colon or dash of a headline.
bool IsHeadlineSource(const Grammar& g, const NameTable& names, TokenRange source, bool dash) {
  if (source.empty() || g.HasFiniteVerb(source)) return false;
  if (!dash) return HasAny(g, source, kSpeakers);
  // A page's title ends with its outlet, behind a dash as well: there only words in lower case and persons count.
  const uint32_t at = names.mention_of[source.first];
  if (at != NameTable::kNone) return names.names[names.mentions[at].name].kind == NameKind::kPerson;
  return !g.IsCapital(source.first) && HasAny(g, {source.last - 1, source.last}, kSpeakers);
}

// Who speaks in the clause behind a quotation and a colon: "Mayor hits back", "Roe defies union".
TokenRange SubjectOf(const Grammar& g, const NameTable& names, TokenRange clause) {
  TokenRange subject = NounPhraseFrom(g, clause.first, clause.last, /*apposition=*/false);
  bool speaker = false;
  for (uint32_t t = subject.first; t < subject.last; ++t) {
    const uint32_t at = names.mention_of[t];
    const bool name = at != NameTable::kNone;
    const bool person = name && names.names[names.mentions[at].name].kind == NameKind::kPerson;
    if (name ? person : g.view().IsAny(t, kSpeakers)) {
      speaker = true;
      const uint32_t end = name ? names.mentions[at].last : t + 1;
      if (end < subject.last && (g.VerbForms(end) & (kThird | kBase | kPast)) != 0) return {subject.first, end};
    }
  }
  return speaker ? subject : TokenRange();
}

}  // namespace

Labelled FindLabel(const Grammar& g, TokenRange line, bool title) {
  for (uint32_t t = line.first + 1; t < line.last && t < line.first + kMaxLabel; ++t) {
    if (g.quotes().Inside(t) || g.IsFiniteVerb(t)) return {};
    const bool dash = title && g.IsDash(t);
    if (g.Class(t) != TokenClass::kColon && !dash) continue;
    const Quotation* quotation = t + 1 < g.view().tokens.size() ? g.QuotationOf(t + 1) : nullptr;
    const bool quoted = quotation != nullptr && quotation->open == t + 1 && g.IsUtterance(*quotation);
    const TokenRange speaker = SpeakerOf(g, {line.first, t});
    if (IsCueVerb(g, t - 1)) return {};
    if (t + 1 == line.last) return quoted && !dash && IsNamed(g, speaker) ? Labelled{speaker, {t, t + 1}, {t + 1, Grammar::EndOf(*quotation)}} : Labelled();
    if (!quoted && title && !dash && t - line.first <= 4 && line.last - t > 3 &&
        (g.view().owner[line.first] == Owner::kName || HasAny(g, {line.first, t}, kSpeakers)))
      return {{line.first, t}, {t, t + 1}, {t + 1, line.last}};
    if (dash && !(quotation != nullptr && HasAny(g, speaker, kSpeakers))) return {};
    if (!(quoted || dash) || !g.OpensNounPhrase(speaker.first)) return {};
    return {speaker, {t, t + 1}, {t + 1, Grammar::EndOf(*quotation)}};
  }
  return {};
}

Labelled FindHeadlineSpeaker(const Grammar& g, const NameTable& names, TokenRange line, bool title) {
  if (line.size() < 5 || line.size() > 30 || g.Class(line.last - 1) == TokenClass::kStop) return {};
  const Quotation* quotation = g.QuotationOf(line.first);
  if (title && quotation != nullptr && quotation->closed) {
    const uint32_t colon = Grammar::EndOf(*quotation);
    if (colon + 1 < line.last && g.Class(colon) == TokenClass::kColon) {
      return {SubjectOf(g, names, {colon + 1, line.last}), {colon, colon + 1}, {quotation->open, colon}};
    }
  }
  for (uint32_t t = line.last - 1; t > line.first + 2 && line.last - t <= kMaxHeadlineSource; --t) {
    const bool dash = title && g.IsDash(t);
    if ((g.Class(t) != TokenClass::kColon && !dash) || g.quotes().Inside(t)) continue;
    const TokenRange source{t + 1, line.last};
    if (!IsHeadlineSource(g, names, source, dash)) return {};
    return {source, {t, t + 1}, {line.first, t}};
  }
  return {};
}

}  // namespace crosscheck
