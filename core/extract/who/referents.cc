#include "extract/who/referents.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxAdjectives = 6;
constexpr uint32_t kMaxAside = 20;

}  // namespace

bool Referents::IsSpeechDocument(uint32_t t) const {
  return IsOneOf(t, {"statement", "statements", "letter", "message", "tweet", "tweets", "post", "speech", "remarks", "memo",
                     "email", "testimony", "comments", "interview", "words", "announcement", "filing"});
}

bool Referents::Says(uint32_t t) const {
  if (t >= view_.tokens.size()) return false;
  return view_.Is(t, Role::kCue) || IsOneOf(t, {"said", "says", "told", "added"});
}

bool Referents::Speaks(TokenRange phrase) const {
  const ViewSentence& sentence = SentenceOf(phrase.first);
  uint32_t verb = phrase.last;  // "Roe has repeatedly said", "the group last week condemned"
  while (verb + 1 < sentence.last && verb < phrase.last + 4 && IsAdjunctWord(verb)) ++verb;
  if (verb < sentence.last && Says(verb)) return true;
  // "Roe, a spokesman for the council, said".
  if (verb == phrase.last && IsComma(verb)) {
    uint32_t close = verb + 1;
    while (close < sentence.last && close < verb + kMaxAside && !IsComma(close)) ++close;
    const bool aside = verb + 1 < sentence.last &&
                       (view_.IsAny(verb + 1, Bits({Role::kDeterminer, Role::kPossessive, Role::kRelative, Role::kPersonNoun})) ||
                        view_.tokens[verb + 1].token_class == TokenClass::kNumber || IsOneOf(verb + 1, {"of"}));
    if (aside && close + 1 < sentence.last && IsComma(close) && Says(close + 1)) return true;
  }
  uint32_t before = phrase.first;
  while (before > sentence.first && view_.Is(before - 1, Role::kDeterminer)) --before;
  if (before == sentence.first) return false;
  const bool to = view_.Text(before - 1) == "to" && before >= sentence.first + 2;
  return to ? IsOneOf(before - 2, {"according", "According"}) : Says(before - 1);
}

bool Referents::IsSubject(TokenRange phrase) const {
  const uint32_t end = SentenceOf(phrase.first).last;
  uint32_t t = phrase.last;
  const auto is = [&](TokenClass token_class) { return t < end && view_.tokens[t].token_class == token_class; };
  if (is(TokenClass::kBracket)) {  // "Roe (R)"
    while (t < end && t < phrase.last + kMaxAside && view_.Text(t) != ")") ++t;
    ++t;
  }
  if (is(TokenClass::kComma)) {
    uint32_t close = t + 1;
    while (close < end && close < t + kMaxAside && !IsComma(close)) ++close;
    if (close >= end || !IsComma(close)) return false;
    t = close + 1;
  }
  while (t + 1 < end && t < end && IsAdjunctWord(t) && !view_.Is(t, Role::kAuxiliary)) ++t;
  if (t >= end) return false;
  const bool of = phrase.first > SentenceOf(phrase.first).first && view_.Text(phrase.first - 1) == "of";
  if (of) return false;
  if (view_.IsAny(t, Bits({Role::kAuxiliary, Role::kModal}))) return !view_.tokens[t].Has(Token::kClitic);
  return (view_.rules.verbs.FormsOf(view_.tokens[t].word) & (kPast | kThird)) != 0 && !view_.tokens[t].Has(Token::kCapital);
}

Gender Referents::GenderOfWord(uint32_t t) const {
  const RoleSet roles = view_.Roles(t);
  const bool female = (roles & Bit(Role::kFemale)) != 0;
  const bool male = (roles & Bit(Role::kMale)) != 0;
  return female == male ? Gender::kUnknown : female ? Gender::kFemale : Gender::kMale;
}

uint32_t Referents::MentionFrom(uint32_t t) const {
  const auto it = std::lower_bound(names_.mentions.begin(), names_.mentions.end(), t,
                                   [](const NameMention& mention, uint32_t token) { return mention.first < token; });
  return static_cast<uint32_t>(it - names_.mentions.begin());
}

// An adverb, an auxiliary or a word of time between subject and verb.
bool Referents::IsAdjunctWord(uint32_t t) const {
  return view_.IsAny(t, Bits({Role::kAdverb, Role::kAuxiliary, Role::kWeekday})) || view_.owner[t] == Owner::kDate ||
         view_.Text(t).ends_with("ly") || view_.Text(t) == "on" || view_.Text(t) == "last";
}

int Referents::Prominence(TokenRange phrase) const {
  const ViewSentence& sentence = SentenceOf(phrase.first);
  int score = 0;
  const bool speaks = Speaks(phrase);
  if (speaks) score += 15;
  if (!speaks && phrase.first > sentence.first && view_.Is(phrase.first - 1, Role::kPreposition)) score -= 8;
  if (phrase.last < view_.tokens.size() && view_.tokens[phrase.last].Has(Token::kClitic) &&
      view_.Text(phrase.last).ends_with('s'))
    score -= 10;
  bool first_person = true;
  for (uint32_t t = sentence.first; t < phrase.first && first_person; ++t) {
    const uint32_t at = names_.mention_of[t];
    first_person = at == NameTable::kNone || !Person(names_.mentions[at]);
  }
  return first_person ? score + 12 : score;
}

std::optional<bool> Referents::TellsPerson(uint32_t noun) const {
  const bool person = view_.IsAny(noun, Bits({Role::kPersonNoun, Role::kKinship}));
  const bool body = view_.Is(noun, Role::kOrganisationNoun);
  if (person == body) return std::nullopt;
  return person;
}

// First token of the phrase that ends with the noun at `head`: adjectives, nouns and an owner ("Oslo's") before it.
uint32_t Referents::PhraseStart(uint32_t head) const {
  const uint32_t begin = SentenceOf(head).first;
  constexpr RoleSet kNoAdjective =
      Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kPreposition, Role::kRelative, Role::kCoordinator,
            Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kNegation});
  uint32_t start = head;
  while (start > begin && head - start < kMaxAdjectives) {
    const uint32_t t = start - 1;
    const Token& token = view_.tokens[t];
    if (token.token_class == TokenClass::kDash && !token.Has(Token::kSpaceBefore) && t > begin) {
      start = t;
      continue;
    }
    if (token.token_class != TokenClass::kWord) break;
    const bool owner = token.Has(Token::kClitic) && view_.Text(t).ends_with('s');
    const bool named = names_.mention_of[t] != NameTable::kNone;
    if (!owner && !named && (view_.IsAny(t, kNoAdjective) || view_.owner[t] == Owner::kDate)) break;
    const uint8_t forms = view_.rules.verbs.FormsOf(token.word);
    if (!owner && !named && ((forms & kPast) != 0 || ((forms & kIng) != 0 && view_.Is(t, Role::kCue)))) break;
    if (token.Has(Token::kCapital) && t == begin && view_.Is(t, Role::kAdverb)) break;
    start = t;
  }
  while (start < head && !IsWord(start)) ++start;
  return start;
}

// One past the phrase: with "of", "at" ... and the name behind it, "sources within the Olvet Water Board".
uint32_t Referents::PhraseEnd(uint32_t head) const {
  const uint32_t end = SentenceOf(head).last;
  if (head + 2 >= end || !IsOneOf(head + 1, {"of", "for", "at", "in", "from", "with", "within", "inside"})) return head + 1;
  uint32_t t = head + 2;
  if (view_.Is(t, Role::kDeterminer) && t + 1 < end) ++t;
  const uint32_t at = names_.mention_of[t];
  if (at == NameTable::kNone) return head + 1;
  const uint32_t last = names_.mentions[at].last;
  return last < end && view_.tokens[last].Has(Token::kClitic) ? head + 1 : last;
}

std::optional<NounPhraseMention> Referents::NounAt(uint32_t head) const {
  if (!IsWord(head) || names_.mention_of[head] != NameTable::kNone || view_.tokens[head].Has(Token::kClitic)) return std::nullopt;
  const std::optional<bool> person = TellsPerson(head);
  if (!person) return std::nullopt;
  const uint32_t end = SentenceOf(head).last;
  if (head + 1 < end) {
    // "police | chief", "spokesman Roe", "state-run": not the head, or part of a name's phrase.
    const uint32_t next = head + 1;
    if (view_.tokens[next].token_class == TokenClass::kDash && !view_.tokens[next].Has(Token::kSpaceBefore)) return std::nullopt;
    if (names_.mention_of[next] != NameTable::kNone) return std::nullopt;
    if (view_.tokens[next].Has(Token::kClitic) && view_.Text(next).ends_with('s')) return std::nullopt;
    if (IsWord(next) && TellsPerson(next) && !Says(next)) return std::nullopt;
  }
  NounPhraseMention noun;
  noun.head = head;
  noun.person = *person;
  noun.tokens = {PhraseStart(head), PhraseEnd(head)};
  const uint32_t first = noun.tokens.first;
  if (first > SentenceOf(head).first) noun.definite = IsOneOf(first - 1, {"the", "The", "that", "this", "That", "This"});
  return noun;
}

}  // namespace crosscheck
