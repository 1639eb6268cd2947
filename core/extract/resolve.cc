// Whom a source phrase means: the name in it, the person a pronoun stands for, the body "the ministry" stands for.
#include <algorithm>
#include <optional>
#include <vector>

#include "base/strings.h"
#include "extract/names.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxSentencesBack = 10;  // how far a pronoun reaches back, whatever the length of the paragraph
constexpr uint32_t kMaxMentionsBack = 40;
constexpr uint32_t kMaxApposition = 16;  // tokens between a name and the "who" after its apposition
constexpr RoleSet kPersonWord = Bits({Role::kPersonNoun, Role::kTitle, Role::kTitleAbbreviation, Role::kCivility});

class Resolver {
 public:
  Resolver(const TextView& view, const NameTable& names, const QuoteMap& quotes) : view_(view), names_(names), quotes_(quotes) {}

  uint32_t Resolve(uint32_t first, uint32_t last) const {
    if (first >= last) return NameTable::kNone;
    if (const uint32_t told = AppositionAtEnd(first, last); told != NameTable::kNone) return told;
    if (const uint32_t officer = PersonWithOffice(first, last); officer != NameTable::kNone) return officer;
    if (const uint32_t head = HeadName(first, last); head != NameTable::kNone) return head;
    const std::optional<Gender> gender = PersonPronoun(first);
    if (gender && last - first == 1) return PersonBefore(first, *gender);
    if (gender && last - first == 2 && IsDocument(first + 1)) return PersonBefore(first, *gender);  // "her letter"
    const std::string_view word = view_.Text(first);
    if (last - first == 1) {
      if (Is(word, "who", "Who") || Is(word, "which", "Which")) return JustBefore(first);
      if (Is(word, "it", "It")) return BodyBefore(first, /*bodies_only=*/false);
      if (Is(word, "I", "me")) return Speaker(first);
    }
    if (Is(word, "the", "The") || Is(word, "that", "this")) return Described(first, last);
    return NameTable::kNone;
  }

  // "Norway, Chile and the Corvane Agency": names joined by commas and "and", and nothing else; empty for other phrases.
  std::vector<uint32_t> Joint(uint32_t first, uint32_t last) const {
    std::vector<uint32_t> joint;
    bool coordinated = false;
    for (uint32_t t = first; t < last;) {
      if (const uint32_t at = names_.mention_of[t]; at != NameTable::kNone) {
        joint.push_back(names_.mentions[at].name);
        t = names_.mentions[at].last;
        continue;
      }
      const bool link = view_.Text(t) == "and" || view_.Text(t) == "&";
      if (!link && view_.tokens[t].token_class != TokenClass::kComma && view_.Text(t) != "the" &&
          !Is(view_.Text(t), "both", "Both") && !(t == first && view_.Text(t) == "The")) {
        return {};
      }
      coordinated = coordinated || link;
      ++t;
    }
    return coordinated && joint.size() > 1 ? joint : std::vector<uint32_t>();
  }

  // The words that "they" at token t stands for: the plural noun phrase for people that was last a subject; empty where none is
  // near.
  Span PluralBefore(uint32_t t) const {
    const uint32_t here = view_.sentence_of[t];
    const uint32_t begin = view_.sentences[here > 1 ? here - 2 : 0].first;
    Span nearest;
    for (uint32_t i = t; i-- > begin;) {
      if (view_.sentences[view_.sentence_of[i]].story != view_.sentences[here].story) break;
      if (!IsPlural(i) || (i + 1 < t && view_.Is(i + 1, Role::kPersonNoun))) continue;
      const uint32_t start = PhraseStart(i);
      const Span phrase = view_.SpanOf(start, i + 1);
      if (start == view_.sentences[view_.sentence_of[i]].first || Says(i + 1)) return phrase;
      if (nearest.empty()) nearest = phrase;
    }
    return nearest;
  }

 private:
  static bool Is(std::string_view word, std::string_view a, std::string_view b) { return word == a || word == b; }
  const Name& NameOf(const NameMention& mention) const { return names_.names[mention.name]; }
  bool Person(const NameMention& mention) const { return NameOf(mention).kind == NameKind::kPerson; }

  // "Roe's mother, Ada Marlow": a person told last in the phrase, after a comma and a noun for people.
  uint32_t AppositionAtEnd(uint32_t first, uint32_t last) const {
    const uint32_t at = names_.mention_of[last - 1];
    if (at == NameTable::kNone || !Person(names_.mentions[at])) return NameTable::kNone;
    const uint32_t comma = names_.mentions[at].first;
    if (comma < first + 2 || view_.tokens[comma - 1].token_class != TokenClass::kComma) return NameTable::kNone;
    return view_.IsAny(comma - 2, kPersonWord) && names_.mention_of[comma - 2] == NameTable::kNone ? names_.mentions[at].name
                                                                                                   : NameTable::kNone;
  }

  // "Norway's vice fisheries minister, Ada Roe": a person whose office, told before the name, begins the phrase.
  uint32_t PersonWithOffice(uint32_t first, uint32_t last) const {
    uint32_t begin = first;
    while (begin < last && view_.IsAny(begin, Bits({Role::kDeterminer, Role::kAdverb}))) ++begin;
    uint32_t found = NameTable::kNone;
    for (uint32_t t = begin; t < last; ++t) {
      const uint32_t at = names_.mention_of[t];
      if (at == NameTable::kNone) continue;
      const NameMention& mention = names_.mentions[at];
      if (mention.first > t || mention.office > begin || !Person(mention)) continue;
      const bool whole =
          mention.last >= last || (!view_.tokens[mention.last].Has(Token::kClitic) && !IsNounAfterName(mention.last));
      if (whole) found = mention.name;
    }
    return found;
  }

  bool IsDocument(uint32_t t) const {
    static constexpr std::string_view kDocuments[] = {"statement", "statements", "letter",  "message",      "tweet", "tweets",
                                                      "post",      "speech",     "remarks", "memo",         "email", "testimony",
                                                      "comments",  "interview",  "words",   "announcement", "filing"};
    return std::find(std::begin(kDocuments), std::end(kDocuments), view_.Text(t)) != std::end(kDocuments);
  }

  // A word in lower case that a name before it only describes: "the Roe campaign".
  bool IsNounAfterName(uint32_t t) const {
    const Token& token = view_.tokens[t];
    constexpr RoleSet kNoNoun = Bits({Role::kPreposition, Role::kRelative, Role::kCoordinator, Role::kAuxiliary, Role::kModal,
                                      Role::kAdverb, Role::kSubordinator, Role::kDeterminer, Role::kPossessive, Role::kNegation});
    return token.token_class == TokenClass::kWord && !token.Has(Token::kCapital) && (view_.Roles(t) & kNoNoun) == 0 && !Says(t);
  }

  // The name that is the head of the phrase; none where a common noun is ("officials in Oslo", "Roe's lawyer").
  uint32_t HeadName(uint32_t first, uint32_t last) const {
    bool noun = false;
    for (uint32_t t = first; t < last;) {
      const uint32_t at = names_.mention_of[t];
      if (at != NameTable::kNone) {
        const NameMention& mention = names_.mentions[at];
        t = std::max(mention.last, t + 1);
        if (t >= last) return mention.name;
        if (view_.tokens[t].Has(Token::kClitic)) {
          if (t + 2 == last && IsDocument(t + 1)) return mention.name;  // "Roe's letter"
          ++t;
          continue;
        }
        if (view_.tokens[t].token_class == TokenClass::kDash && !view_.tokens[t].Has(Token::kSpaceBefore))
          continue;                                               // "Oslo-based"
        if (t + 1 == last && IsDocument(t)) return mention.name;  // "the Oslo statement"
        if (!Person(mention) && view_.IsAny(t, kPersonWord)) {    // "Oslo Mayor"
          noun = true;
          continue;
        }
        if (!IsNounAfterName(t)) return mention.name;
        if (NameOf(mention).kind == NameKind::kOrganisation && Descriptor(t, last) && !NameAhead(t, last))
          return NameOrNone(mention);
        noun = true;
        continue;
      }
      const RoleSet roles = view_.Roles(t);
      if (view_.tokens[t].token_class == TokenClass::kComma) noun = false;
      if ((roles & (kPersonWord | Bit(Role::kOrganisationNoun))) != 0) noun = true;
      const bool opens = (roles & Bits({Role::kPreposition, Role::kRelative})) != 0 && (roles & Bit(Role::kDeterminer)) == 0;
      if (opens && noun) return AfterComma(t, last);
      ++t;
    }
    return NameTable::kNone;
  }

  // A body whose name is told with its noun: "Yonhap news agency". One known by the bare word alone ("the Zorvan movement") is
  // better told by the words.
  uint32_t NameOrNone(const NameMention& mention) const {
    const NameFacts& facts = names_.facts[mention.name];
    return facts.words.size() == 1 && facts.evidence == NameEvidence::kShape ? NameTable::kNone : mention.name;
  }

  bool Descriptor(uint32_t t, uint32_t last) const {
    while (t < last && view_.tokens[t].token_class == TokenClass::kWord && !view_.Is(t, Role::kOrganisationNoun)) ++t;
    return t < last && view_.Is(t, Role::kOrganisationNoun);
  }

  bool NameAhead(uint32_t t, uint32_t last) const {
    for (; t < last; ++t) {
      if (names_.mention_of[t] != NameTable::kNone && Person(names_.mentions[names_.mention_of[t]])) return true;
    }
    return false;
  }

  // "a spokesman for the ministry, Ada Roe": the person right after a comma.
  uint32_t AfterComma(uint32_t t, uint32_t last) const {
    for (; t + 1 < last; ++t) {
      if (view_.tokens[t].token_class != TokenClass::kComma || names_.mention_of[t + 1] == NameTable::kNone) continue;
      const NameMention& mention = names_.mentions[names_.mention_of[t + 1]];
      if (Person(mention)) return mention.name;
    }
    return NameTable::kNone;
  }

  std::optional<Gender> PersonPronoun(uint32_t t) const {
    const RoleSet roles = view_.Roles(t);
    if ((roles & Bits({Role::kPronoun, Role::kPossessive})) == 0) return std::nullopt;
    if ((roles & Bit(Role::kFemale)) != 0) return Gender::kFemale;
    if ((roles & Bit(Role::kMale)) != 0) return Gender::kMale;
    return std::nullopt;
  }

  // The first mention at or after token t.
  uint32_t MentionFrom(uint32_t t) const {
    const auto it = std::lower_bound(names_.mentions.begin(), names_.mentions.end(), t,
                                     [](const NameMention& mention, uint32_t token) { return mention.first < token; });
    return static_cast<uint32_t>(it - names_.mentions.begin());
  }

  // Calls visit(mention, sentences back) for the mentions before t in its story, nearest first, until it returns false.
  template <class Visit>
  void Backwards(uint32_t t, Visit visit) const {
    const uint32_t here = view_.sentence_of[t];
    uint32_t seen = 0;
    for (uint32_t i = MentionFrom(t); i-- > 0 && seen < kMaxMentionsBack; ++seen) {
      const NameMention& mention = names_.mentions[i];
      const uint32_t sentence = view_.sentence_of[mention.first];
      if (here - sentence > kMaxSentencesBack || view_.sentences[sentence].story != view_.sentences[here].story) return;
      if (!visit(mention, here - sentence)) return;
    }
  }

  bool Says(uint32_t t) const {
    if (t >= view_.tokens.size()) return false;
    const std::string_view word = view_.Text(t);
    return view_.Is(t, Role::kCue) || word == "said" || word == "says" || word == "told" || word == "added";
  }

  bool Possessor(const NameMention& mention) const {
    return mention.last < view_.tokens.size() && view_.tokens[mention.last].Has(Token::kClitic) &&
           view_.Text(mention.last).ends_with('s');
  }

  // An adverb or auxiliary between subject and verb.
  bool IsBetween(uint32_t t) const {
    return view_.IsAny(t, Bits({Role::kAdverb, Role::kAuxiliary})) || view_.Text(t).ends_with("ly");
  }

  int Prominence(const NameMention& mention) const {
    const ViewSentence& sentence = view_.sentences[view_.sentence_of[mention.first]];
    int score = 0;
    uint32_t verb = mention.last;  // "Roe has repeatedly said"
    while (verb + 1 < sentence.last && verb < mention.last + 3 && IsBetween(verb)) ++verb;
    if (Says(verb) || (mention.first > sentence.first && Says(mention.first - 1))) score += 15;
    if (mention.first > sentence.first && view_.Is(mention.first - 1, Role::kPreposition)) score -= 8;
    if (Possessor(mention)) score -= 10;
    bool first_person = true;
    for (uint32_t t = sentence.first; t < mention.first && first_person; ++t) {
      const uint32_t at = names_.mention_of[t];
      first_person = at == NameTable::kNone || !Person(names_.mentions[at]);
    }
    if (first_person) score += 12;
    return score;
  }

  // The person that he or she at token t means; any person where the gender is unknown.
  uint32_t PersonBefore(uint32_t t, Gender gender) const {
    uint32_t best = NameTable::kNone;
    int best_score = 0;
    Backwards(t, [&](const NameMention& mention, uint32_t back) {
      const Name& name = NameOf(mention);
      if (name.kind != NameKind::kPerson) return true;
      if (gender != Gender::kUnknown && name.gender != Gender::kUnknown && name.gender != gender) return true;
      int score = 100 - 12 * static_cast<int>(back) + Prominence(mention);
      if (gender != Gender::kUnknown && name.gender == gender) score += 20;
      if (quotes_.Inside(mention.first) && !quotes_.Inside(t)) score -= 40;
      if (score > best_score) best = mention.name, best_score = score;
      return true;
    });
    return best;
  }

  // "it": the body or country that last was the subject of a sentence.
  uint32_t BodyBefore(uint32_t t, bool bodies_only) const {
    uint32_t best = NameTable::kNone;
    int best_score = 0;
    Backwards(t, [&](const NameMention& mention, uint32_t back) {
      const Name& name = NameOf(mention);
      if (name.kind == NameKind::kPerson || back > 2) return back <= 2;
      if (bodies_only && name.kind != NameKind::kOrganisation) return true;
      int score = 60 - 20 * static_cast<int>(back) + Prominence(mention);
      if (name.kind == NameKind::kOrganisation) score += 10;
      if (quotes_.Inside(mention.first) && !quotes_.Inside(t)) score -= 40;
      if (score > best_score) best = mention.name, best_score = score;
      return true;
    });
    return best;
  }

  // "Roe, who" and "Roe, a pollster in Oslo, who": the name that ends right before, or the person told last before the comma.
  uint32_t JustBefore(uint32_t t) const {
    const uint32_t begin = view_.sentences[view_.sentence_of[t]].first;
    if (t == begin) return NameTable::kNone;
    if (names_.NameAt(t - 1) != NameTable::kNone) return names_.NameAt(t - 1);
    const TokenClass before = view_.tokens[t - 1].token_class;
    if ((before != TokenClass::kComma && before != TokenClass::kBracket) || t < begin + 2) return NameTable::kNone;
    const uint32_t at = names_.mention_of[t - 2];
    if (at != NameTable::kNone && Person(names_.mentions[at])) return names_.mentions[at].name;
    for (uint32_t i = t - 2; view_.Text(t).ends_with("ho") && i > begin && t - i < kMaxApposition; --i) {
      const uint32_t person = names_.mention_of[i - 1];
      if (person == NameTable::kNone || !Person(names_.mentions[person])) continue;
      return view_.tokens[i].token_class == TokenClass::kComma ? names_.mentions[person].name : NameTable::kNone;
    }
    return names_.NameAt(t - 2);
  }

  // "I" inside a quotation: who speaks it, told in the same sentence or paragraph outside the marks.
  uint32_t Speaker(uint32_t t) const {
    if (!quotes_.Inside(t)) return NameTable::kNone;
    const Quotation& quotation = quotes_.quotations[quotes_.quotation_of[t]];
    const uint32_t end = std::min<uint32_t>(quotation.close + 8, static_cast<uint32_t>(view_.tokens.size()));
    for (uint32_t i = quotation.close; i < end; ++i) {
      if (view_.sentence_of[i] != view_.sentence_of[std::min<uint32_t>(quotation.close, end - 1)]) break;
      if (names_.NameAt(i) != NameTable::kNone) return names_.NameAt(i);
      if (const auto gender = PersonPronoun(i)) return PersonBefore(quotation.open, *gender);
    }
    return quotation.open > 0 ? PersonBefore(quotation.open, Gender::kUnknown) : NameTable::kNone;
  }

  // "the ministry", "the prime minister", "the 34-year-old": the name of the story that was told by this noun.
  uint32_t Described(uint32_t first, uint32_t last) const {
    const uint32_t noun = last - 1;
    if (last - first > 6 || last - first < 2) return NameTable::kNone;
    if (view_.Text(noun) == "old" && view_.tokens[first + 1].token_class == TokenClass::kNumber)
      return PersonBefore(first, Gender::kUnknown);
    if (last - first == 2 && IsDocument(noun)) return LastSpeaker(first);
    if (view_.tokens[noun].word == 0 || !view_.IsAny(noun, kPersonWord | Bits({Role::kOrganisationNoun, Role::kPlaceNoun})))
      return NameTable::kNone;
    uint32_t found = NameTable::kNone;
    Backwards(first, [&](const NameMention& mention, uint32_t) {
      if (ToldBy(names_.facts[mention.name].descriptors, first + 1, last)) found = mention.name;
      return found == NameTable::kNone;
    });
    if (found != NameTable::kNone || last - first != 2) return found;
    return IsAnyBody(noun) ? BodyBefore(first, /*bodies_only=*/true) : NameTable::kNone;
  }

  // Are all the nouns of [first, last) among a name's descriptors, and nothing else stands there?
  bool ToldBy(const std::vector<WordId>& descriptors, uint32_t first, uint32_t last) const {
    for (uint32_t t = first; t < last; ++t) {
      if (view_.tokens[t].token_class != TokenClass::kWord) return false;
      if (!std::binary_search(descriptors.begin(), descriptors.end(), view_.tokens[t].word)) return false;
    }
    return true;
  }

  // Nouns that stand for any body.
  bool IsAnyBody(uint32_t t) const {
    static constexpr std::string_view kBodies[] = {"group",   "organisation", "organization", "agency",
                                                   "company", "firm",         "newspaper",    "outlet"};
    return std::find(std::begin(kBodies), std::end(kBodies), view_.Text(t)) != std::end(kBodies);
  }

  // Who spoke last, in this sentence or the two before.
  uint32_t LastSpeaker(uint32_t t) const {
    uint32_t found = NameTable::kNone;
    Backwards(t, [&](const NameMention& mention, uint32_t back) {
      const bool speaks = NameOf(mention).kind != NameKind::kPlace && !quotes_.Inside(mention.first) && Says(mention.last);
      if (back <= 2 && speaks) found = mention.name;
      return back <= 2 && found == NameTable::kNone;
    });
    return found;
  }

  // A plural noun for people: "officials", "police".
  bool IsPlural(uint32_t t) const {
    const std::string_view word = view_.Text(t);
    if (word == "police" || word == "Police" || word == "people" || word == "authorities") return true;
    return view_.Is(t, Role::kPersonNoun) && word.size() > 3 && word.back() == 's' && !word.ends_with("ss");
  }

  // First token of the noun phrase that ends with the noun at t: adjectives and names before it, without the article.
  uint32_t PhraseStart(uint32_t t) const {
    const uint32_t begin = view_.sentences[view_.sentence_of[t]].first;
    uint32_t start = t;
    while (start > begin && t - start < 4) {
      const Token& token = view_.tokens[start - 1];
      constexpr RoleSet kAdjective = Bits({Role::kDemonym, Role::kPortfolio, Role::kTitle, Role::kOrganisationNoun});
      const bool part = token.token_class == TokenClass::kWord && !token.Has(Token::kClitic) &&
                        (view_.IsAny(start - 1, kAdjective) || names_.mention_of[start - 1] != NameTable::kNone);
      if (!part) break;
      --start;
    }
    return start;
  }

  const TextView& view_;
  const NameTable& names_;
  const QuoteMap& quotes_;
};

}  // namespace

uint32_t ResolveSourceId(const TextView& view, const NameTable& names, const QuoteMap& quotes, uint32_t first, uint32_t last) {
  return Resolver(view, names, quotes).Resolve(first, last);
}

std::string ResolveSource(const TextView& view, const NameTable& names, const QuoteMap& quotes, uint32_t first, uint32_t last) {
  const Resolver resolver(view, names, quotes);
  if (const std::vector<uint32_t> joint = resolver.Joint(first, last); !joint.empty()) {
    std::vector<std::string> parts;
    for (const uint32_t name : joint) parts.push_back(names.names[name].name);
    return Join(parts, " + ");
  }
  const uint32_t id = resolver.Resolve(first, last);
  if (id != NameTable::kNone) return names.names[id].name;
  Span words = view.SpanOf(first, last);
  if (last - first == 1 && (view.Text(first) == "they" || view.Text(first) == "They")) {
    if (const Span plural = resolver.PluralBefore(first); !plural.empty()) words = plural;
  }
  return CollapseSpace(view.Text(words));
}

}  // namespace crosscheck
