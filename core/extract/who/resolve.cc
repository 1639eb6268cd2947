// Whom a source phrase means: the name in it, the person a pronoun stands for, the body "the ministry" stands for.
#include <algorithm>
#include <optional>
#include <vector>

#include "base/strings.h"
#include "extract/statements/described.h"
#include "extract/names/name_spans.h"
#include "extract/names/names.h"
#include "extract/who/referents.h"
#include "extract/statements/source_phrases.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxApposition = 16;  // tokens between a name and the "who" after its apposition

class Resolver {
 public:
  explicit Resolver(const Referents& referents, const std::vector<TokenRange>& said = {})
      : r_(referents), view_(referents.view()), names_(referents.names()), quotes_(referents.quotes()), said_(said) {}

  Referent Resolve(TokenRange phrase) const {
    if (phrase.empty()) return {};
    if (const uint32_t name = Shouted(phrase); name != NameTable::kNone) return Named(name);
    if (const uint32_t name = NameInPhrase(r_, phrase); name != NameTable::kNone) return Named(name);
    const uint32_t first = phrase.first;
    const std::optional<Gender> gender = PersonPronoun(first);
    if (gender && phrase.size() == 1) return PersonBefore(first, *gender);
    if (gender && phrase.size() == 2 && r_.IsSpeechDocument(first + 1)) return PersonBefore(first, *gender);  // "her letter"
    if (phrase.size() == 1) {
      if (r_.IsOneOf(first, {"who", "Who", "which", "Which", "that"})) return JustBefore(first);
      if (r_.IsOneOf(first, {"it", "It"})) return FindBody(r_, first, /*bodies_only=*/false);
      if (r_.IsOneOf(first, {"they", "They", "them"})) return PluralBefore(first);
      if (r_.IsOneOf(first, {"I", "me"})) return Speaker(first);
      if (r_.IsOneOf(first, {"we", "We"})) return SpeakingBody(first);
      const SegmentRole role = view_.RoleOf(r_.SentenceOf(first));
      return role == SegmentRole::kHeadline ? FindDescribed(r_, phrase) : Referent();
    }
    if (phrase.size() == 2 && r_.IsOneOf(first + 1, {"media", "television", "radio"}) && !view_.Is(first, Role::kDeterminer)) {
      return FindDescribed(r_, phrase);
    }
    if (!r_.IsOneOf(first, {"the", "The", "that", "this"}) && !view_.Is(first, Role::kPossessive)) return {};
    const bool document = phrase.size() == 2 && r_.IsSpeechDocument(first + 1);
    if (document) return LastSpeaker(first);
    const Referent described = FindDescribed(r_, phrase);
    const bool generic =
        described.empty() && phrase.size() == 2 && !view_.Is(first, Role::kPossessive) && IsAnyBody(r_, first + 1);
    return generic ? FindBody(r_, first, /*bodies_only=*/true) : described;
  }

 private:
  // "HOLT" as the label of a transcript's turn: the person of the story with this surname.
  uint32_t Shouted(TokenRange phrase) const {
    const uint32_t t = phrase.last - 1;
    const bool label = t + 1 < view_.tokens.size() && view_.tokens[t + 1].token_class == TokenClass::kColon;
    if (!label || !view_.tokens[t].Has(Token::kAllCaps) || names_.mention_of[t] != NameTable::kNone) return NameTable::kNone;
    std::string key;
    AppendNameKey(view_, t, t + 1, &key);
    const uint64_t surname = Lexicon::Hash(key);
    uint32_t found = NameTable::kNone;
    const auto look = [&](const NameMention& mention) {
      const std::vector<uint64_t>& words = names_.facts[mention.name].words;
      if (r_.Person(mention) && !words.empty() && (words.back() == surname || words.front() == surname)) found = mention.name;
      return found == NameTable::kNone;
    };
    r_.NamesBefore(phrase.first, [&](const NameMention& mention, uint32_t) { return look(mention); });
    if (found == NameTable::kNone) r_.NamesAfter(phrase.last, look);
    return found;
  }

  std::optional<Gender> PersonPronoun(uint32_t t) const {
    if (!view_.IsAny(t, Bits({Role::kPronoun, Role::kPossessive}))) return std::nullopt;
    const Gender gender = r_.GenderOfWord(t);
    return gender == Gender::kUnknown ? std::nullopt : std::optional<Gender>(gender);
  }

  int At(uint32_t first, uint32_t t, uint32_t back) const {
    return 100 - 12 * static_cast<int>(back) - (quotes_.Inside(first) && !quotes_.Inside(t) ? 40 : 0);
  }

  // The person that he or she at token t means; any person where the gender is unknown.
  Referent PersonBefore(uint32_t t, Gender gender) const {
    Referent best;
    int best_score = 0;
    const uint32_t object = ObjectOf(t);
    const auto fits = [&](Gender other) { return gender == Gender::kUnknown || other == Gender::kUnknown || other == gender; };
    const auto sure = [&](Gender other) { return gender != Gender::kUnknown && other == gender ? 20 : 0; };
    r_.NamesBefore(t, [&](const NameMention& mention, uint32_t back) {
      const Name& name = r_.NameOf(mention);
      if (name.kind != NameKind::kPerson || !fits(name.gender) || mention.name == object) return true;
      const TokenRange words{mention.first, mention.last};
      // "Storr had met Roe, he said": Storr may speak of himself, not Roe.
      if (IsSaid(mention.first) && (quotes_.Inside(mention.first) || !r_.IsSubject(words))) return true;
      const int score = At(mention.first, t, back) + r_.Prominence(words) + sure(name.gender) + OpensClauseOf(words, back);
      if (score > best_score) best = Named(mention.name), best_score = score;
      return true;
    });
    // "A police spokeswoman said ... She added": people without a name count where they speak.
    r_.NounsBefore(t, 2, [&](const NounPhraseMention& noun, uint32_t back) {
      if (!noun.person || IsPlural(noun.head) || IsSaid(noun.head) || !fits(r_.GenderOfWord(noun.head)) ||
          !r_.Speaks(noun.tokens) || IsAside(noun))
        return true;
      Referent meaning;
      if (noun.definite) meaning = FindDescribed(r_, {noun.tokens.first - 1, noun.tokens.last});
      // "The businessman said": somebody told by name that only this noun calls so.
      if (meaning.empty() && noun.definite && noun.tokens.size() == 1) return true;
      if (meaning.empty()) meaning = MeaningOf(r_, noun);
      if (meaning.name != NameTable::kNone && !fits(names_.names[meaning.name].gender)) return true;
      const int score = At(noun.tokens.first, t, back) + r_.Prominence(noun.tokens) + sure(r_.GenderOfWord(noun.head));
      if (score > best_score) best = meaning, best_score = score;
      return true;
    });
    return best;
  }

  bool IsSaid(uint32_t t) const {
    return std::any_of(said_.begin(), said_.end(), [&](TokenRange part) { return part.Contains(t); });
  }

  // "he told | Roe", "he has called | Roe": he is not Roe.
  uint32_t ObjectOf(uint32_t t) const {
    const uint32_t end = std::min(r_.SentenceOf(t).last, t + 6);
    bool says = false;
    for (uint32_t i = t + 1; i < end; ++i) {
      if (says && names_.mention_of[i] != NameTable::kNone) return names_.NameAt(i);
      if (says && !view_.IsAny(i, Bits({Role::kTitle, Role::kTitleAbbreviation}))) return NameTable::kNone;
      says = says || r_.Says(i);
    }
    return NameTable::kNone;
  }

  // The subject of the pronoun's own sentence: the first person before a verb.
  int OpensClauseOf(TokenRange words, uint32_t back) const {
    if (back > 0 || quotes_.Inside(words.first) || !r_.IsSubject(words)) return 0;
    for (uint32_t i = r_.SentenceOf(words.first).first; i < words.first; ++i) {
      const uint32_t at = names_.mention_of[i];
      if (at == NameTable::kNone || !r_.Person(names_.mentions[at])) continue;
      if (r_.IsSubject({names_.mentions[at].first, names_.mentions[at].last})) return 0;
    }
    return 24;
  }

  // Behind a comma or a form of be the noun only describes somebody told before.
  bool IsAside(const NounPhraseMention& noun) const {
    uint32_t t = noun.tokens.first;
    const uint32_t begin = r_.SentenceOf(t).first;
    while (t > begin && view_.IsAny(t - 1, Bits({Role::kDeterminer, Role::kPossessive}))) --t;
    return t > begin && ((r_.IsComma(t - 1) && t - 1 > begin && names_.mention_of[t - 2] != NameTable::kNone) ||
                         view_.Is(t - 1, Role::kAuxiliary) || view_.Text(t - 1) == "as");
  }

  // "Roe, who" and "Roe, a pollster in Oslo, who": the name that ends right before, or the person told last before the comma;
  // else the noun phrase, "experts who".
  Referent JustBefore(uint32_t t) const {
    const uint32_t begin = r_.SentenceOf(t).first;
    if (t == begin) return {};
    if (names_.NameAt(t - 1) != NameTable::kNone) return Named(names_.NameAt(t - 1));
    if (const auto noun = r_.NounAt(t - 1)) return Antecedent(*noun);
    const TokenClass before = view_.tokens[t - 1].token_class;
    if ((before != TokenClass::kComma && before != TokenClass::kBracket) || t < begin + 2) return {};
    const uint32_t at = names_.mention_of[t - 2];
    if (at != NameTable::kNone && r_.Person(names_.mentions[at])) return Named(names_.mentions[at].name);
    for (uint32_t i = t - 2; view_.Text(t).ends_with("ho") && i > begin && t - i < kMaxApposition; --i) {
      const uint32_t person = names_.mention_of[i - 1];
      if (person == NameTable::kNone || !r_.Person(names_.mentions[person])) continue;
      return r_.IsComma(i) ? Named(names_.mentions[person].name) : Referent();
    }
    if (names_.NameAt(t - 2) != NameTable::kNone) return Named(names_.NameAt(t - 2));
    if (const auto noun = r_.NounAt(t - 2)) return Antecedent(*noun);
    return {};
  }

  // "Roe, a supporter who": the noun only describes Roe.
  Referent Antecedent(const NounPhraseMention& noun) const {
    uint32_t t = noun.tokens.first;
    const uint32_t begin = r_.SentenceOf(t).first;
    if (t > begin && view_.Is(t - 1, Role::kDeterminer)) --t;
    if (t >= begin + 2 && r_.IsComma(t - 1) && names_.NameAt(t - 2) != NameTable::kNone) return Named(names_.NameAt(t - 2));
    if (noun.definite) {
      if (const Referent described = FindDescribed(r_, {noun.tokens.first - 1, noun.tokens.last}); !described.empty()) {
        return described;
      }
    }
    Referent words;
    words.words = noun.tokens;
    return words;
  }

  // "I" inside a quotation: who speaks it, told in the same sentence or paragraph outside the marks.
  Referent Speaker(uint32_t t) const {
    if (!quotes_.Inside(t)) return {};
    const Quotation& quotation = quotes_.quotations[quotes_.quotation_of[t]];
    const uint32_t end = std::min<uint32_t>(quotation.close + 8, static_cast<uint32_t>(view_.tokens.size()));
    for (uint32_t i = quotation.close; i < end; ++i) {
      if (view_.sentence_of[i] != view_.sentence_of[std::min<uint32_t>(quotation.close, end - 1)]) break;
      if (names_.NameAt(i) != NameTable::kNone) return Named(names_.NameAt(i));
      if (const auto gender = PersonPronoun(i)) return PersonBefore(quotation.open, *gender);
    }
    return quotation.open > 0 ? PersonBefore(quotation.open, Gender::kUnknown) : Referent();
  }

  // "we" inside a quotation of a body: told right behind the marks, or who spoke last before them.
  Referent SpeakingBody(uint32_t t) const {
    if (!quotes_.Inside(t)) return {};
    const Quotation& quotation = quotes_.quotations[quotes_.quotation_of[t]];
    const uint32_t end = std::min<uint32_t>(quotation.close + 6, r_.SentenceOf(t).last);
    Referent speaker;
    for (uint32_t i = quotation.close; i < end && speaker.empty(); ++i) {
      if (names_.NameAt(i) != NameTable::kNone) speaker = Named(names_.NameAt(i));
    }
    if (speaker.empty()) speaker = LastSpeaker(quotation.open);
    const bool body = speaker.name != NameTable::kNone && names_.names[speaker.name].kind != NameKind::kPerson;
    return body ? speaker : Referent();
  }

  // Who spoke last, in this sentence or the two before.
  Referent LastSpeaker(uint32_t t) const {
    Referent found;
    r_.NamesBefore(t, [&](const NameMention& mention, uint32_t back) {
      const bool speaks = r_.NameOf(mention).kind != NameKind::kPlace && !quotes_.Inside(mention.first) && r_.Says(mention.last);
      if (back <= 2 && speaks) found = Named(mention.name);
      return back <= 2 && found.empty();
    });
    return found;
  }

  // A plural noun for people: "officials", "police".
  bool IsPlural(uint32_t t) const {
    if (view_.Is(t, Role::kPluralNoun)) return true;
    const std::string_view word = view_.Text(t);
    return word.size() > 3 && word.back() == 's' && !word.ends_with("ss");
  }

  // The people that "they" at token t stands for: the plural noun phrase that was last a subject or speaker, else the nearest.
  Referent PluralBefore(uint32_t t) const {
    Referent nearest;
    bool sure = false;
    r_.NounsBefore(t, 2, [&](const NounPhraseMention& noun, uint32_t) {
      if (!IsPlural(noun.head)) return true;
      sure = noun.tokens.first == r_.SentenceOf(noun.head).first || r_.Says(noun.head + 1);
      if (sure || nearest.empty()) nearest.words = noun.tokens;
      return !sure;
    });
    return nearest;
  }

  const Referents& r_;
  const TextView& view_;
  const NameTable& names_;
  const QuoteMap& quotes_;
  std::vector<TokenRange> said_;
};

}  // namespace

uint32_t ResolveSourceId(const TextView& view, const NameTable& names, const QuoteMap& quotes, uint32_t first, uint32_t last) {
  const Referents referents(view, names, quotes);
  return Resolver(referents).Resolve({first, last}).name;
}

std::string ResolveSource(const TextView& view, const NameTable& names, const QuoteMap& quotes, uint32_t first, uint32_t last,
                          const std::vector<TokenRange>& said) {
  const Referents referents(view, names, quotes);
  if (const std::vector<uint32_t> joint = JointNames(referents, {first, last}); !joint.empty()) {
    std::vector<std::string> parts;
    for (const uint32_t name : joint) parts.push_back(names.names[name].name);
    return Join(parts, " + ");
  }
  const Referent referent = Resolver(referents, said).Resolve({first, last});
  if (referent.name != NameTable::kNone) return names.names[referent.name].name;
  const TokenRange words = referent.empty() ? TokenRange{first, last} : referent.words;
  return CollapseSpace(view.Text(view.SpanOf(words.first, words.last)));
}

}  // namespace crosscheck
