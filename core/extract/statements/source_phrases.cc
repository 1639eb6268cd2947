#include "extract/statements/source_phrases.h"

#include <algorithm>

namespace crosscheck {
namespace {

class PhraseReader {
 public:
  PhraseReader(const Referents& referents, TokenRange phrase)
      : r_(referents), view_(referents.view()), names_(referents.names()), first_(phrase.first), last_(phrase.last) {}

  uint32_t Run() const {
    for (const auto part : {&PhraseReader::AppositionAtEnd, &PhraseReader::PersonWithOffice, &PhraseReader::HeadName,
                            &PhraseReader::AppositionBehind}) {
      if (const uint32_t name = (this->*part)(); name != NameTable::kNone) return name;
    }
    return NameTable::kNone;
  }

 private:
  // "Roe's mother, Ada Marlow": a person told last in the phrase, after a comma and a noun for people.
  uint32_t AppositionAtEnd() const {
    const uint32_t at = names_.mention_of[last_ - 1];
    if (at == NameTable::kNone || !r_.Person(names_.mentions[at])) return NameTable::kNone;
    const uint32_t comma = names_.mentions[at].first;
    if (comma < first_ + 2 || !r_.IsComma(comma - 1)) return NameTable::kNone;
    const bool noun = view_.IsAny(comma - 2, Referents::kPersonWord) && names_.mention_of[comma - 2] == NameTable::kNone;
    return noun ? names_.mentions[at].name : NameTable::kNone;
  }

  // "The driver" before ", Milan Roe, said": one person or body told right behind the phrase by its name, between commas.
  uint32_t AppositionBehind() const {
    const uint32_t end = r_.SentenceOf(first_).last;
    if (last_ + 1 >= end || !r_.IsComma(last_)) return NameTable::kNone;
    const uint32_t at = names_.mention_of[last_ + 1];
    if (at == NameTable::kNone || names_.mentions[at].first != last_ + 1) return NameTable::kNone;
    const NameMention& mention = names_.mentions[at];
    const std::optional<NounPhraseMention> head = Head();
    if (!head || head->person != r_.Person(mention) || view_.Text(head->head).ends_with("s")) return NameTable::kNone;
    if (!head->person && !head->definite) return NameTable::kNone;
    if (mention.last >= end) return mention.name;
    const TokenClass next = view_.tokens[mention.last].token_class;
    const bool closed = next == TokenClass::kComma || next == TokenClass::kStop || next == TokenClass::kQuote ||
                        next == TokenClass::kDash || next == TokenClass::kColon;
    const bool list = closed && mention.last + 1 < end && view_.Text(mention.last + 1) == "and";
    return closed && !list ? mention.name : NameTable::kNone;
  }

  // The noun that the phrase is about: the last one before a preposition or comma.
  std::optional<NounPhraseMention> Head() const {
    std::optional<NounPhraseMention> head;
    for (uint32_t t = first_; t < last_; ++t) {
      if (t > first_ && (r_.IsComma(t) || (view_.Is(t, Role::kPreposition) && !view_.Is(t, Role::kDeterminer)))) break;
      if (const auto noun = r_.NounAt(t)) head = noun;
    }
    return head;
  }

  // "Norway's vice fisheries minister, Ada Roe": a person whose office, told before the name, begins the phrase.
  uint32_t PersonWithOffice() const {
    uint32_t begin = first_;
    while (begin < last_ && view_.IsAny(begin, Bits({Role::kDeterminer, Role::kAdverb}))) ++begin;
    uint32_t found = NameTable::kNone;
    for (uint32_t t = begin; t < last_; ++t) {
      const uint32_t at = names_.mention_of[t];
      if (at == NameTable::kNone) continue;
      const NameMention& mention = names_.mentions[at];
      if (mention.first > t || mention.office > begin || !r_.Person(mention)) continue;
      const bool whole = mention.last >= last_ ||
                         (!view_.tokens[mention.last].Has(Token::kClitic) && !IsNounAfterName(mention.last) &&
                          !OwnsTogether(mention.last) && !r_.IsOneOf(mention.last, {"and", "or"}) && !IsList(mention.last));
      if (whole) found = mention.name;
    }
    return found;
  }

  // A word in lower case that a name before it only describes: "the Roe campaign".
  bool IsNounAfterName(uint32_t t) const {
    const Token& token = view_.tokens[t];
    constexpr RoleSet kNoNoun = Bits({Role::kPreposition, Role::kRelative, Role::kCoordinator, Role::kAuxiliary, Role::kModal,
                                      Role::kAdverb, Role::kSubordinator, Role::kDeterminer, Role::kPossessive, Role::kNegation});
    // "Olvet fire chief Ada Roe": the plain form of a verb is no verb behind one name.
    const bool says = r_.Says(t) && (view_.rules.verbs.FormsOf(token.word) & (kPast | kThird | kIng)) != 0;
    return token.token_class == TokenClass::kWord && !token.Has(Token::kCapital) && (view_.Roles(t) & kNoNoun) == 0 && !says;
  }

  // The name that is the head of the phrase; none where a common noun is ("officials in Oslo", "Roe's lawyer").
  uint32_t HeadName() const {
    bool noun = false;
    for (uint32_t t = first_; t < last_;) {
      const uint32_t at = names_.mention_of[t];
      if (at != NameTable::kNone) {
        const NameMention& mention = names_.mentions[at];
        t = std::max(mention.last, t + 1);
        if (t >= last_) return mention.name;
        if (view_.tokens[t].Has(Token::kClitic)) {
          if (t + 2 == last_ && r_.IsSpeechDocument(t + 1)) return mention.name;  // "Roe's letter"
          ++t;
          continue;
        }
        const std::string_view next = view_.Text(t);
        if (next == "&" || next == "/") return NameTable::kNone;
        if (OwnsTogether(t)) continue;
        if (next == "and" || next == "or" || IsList(t)) return NameTable::kNone;
        if (view_.tokens[t].token_class == TokenClass::kDash && !view_.tokens[t].Has(Token::kSpaceBefore))
          continue;                                                           // "Oslo-based"
        if (t + 1 == last_ && r_.IsSpeechDocument(t)) return mention.name;    // "the Oslo statement"
        if (!r_.Person(mention) && view_.IsAny(t, Referents::kPersonWord)) {  // "Oslo Mayor"
          noun = true;
          continue;
        }
        if (!IsNounAfterName(t)) return mention.name;
        if (r_.NameOf(mention).kind == NameKind::kOrganisation && Descriptor(t) && !NameAhead(t)) return NameOrNone(mention);
        noun = true;
        continue;
      }
      const RoleSet roles = view_.Roles(t);
      if (view_.tokens[t].token_class == TokenClass::kComma) noun = false;
      if ((roles & (Referents::kPersonWord | Bit(Role::kOrganisationNoun))) != 0 || IsPlainNoun(t)) noun = true;
      const bool opens = (roles & Bits({Role::kPreposition, Role::kRelative})) != 0 && (roles & Bit(Role::kDeterminer)) == 0;
      if (opens && noun) return WrittenBy(t) ? NameInPhrase(r_, {t + 1, last_}) : AfterComma(t);
      ++t;
    }
    return NameTable::kNone;
  }

  // "Norway | , Chile and their partners": more than one speaks.
  bool IsList(uint32_t t) const {
    if (!r_.IsComma(t) || t + 1 >= last_ || !view_.tokens[t + 1].Has(Token::kCapital)) return false;
    for (uint32_t i = t + 2; i < last_; ++i) {
      if (view_.Text(i) == "and") return true;
    }
    return false;
  }

  // "a report | by the Corvane Agency": who wrote it.
  bool WrittenBy(uint32_t t) const {
    return view_.Text(t) == "by" && t > first_ && t + 1 < last_ &&
           view_.IsAny(t - 1, Bits({Role::kDocumentNoun, Role::kSpeechNoun}));
  }

  // A noun right before a preposition: "the pitch on", "the Armenians of".
  bool IsPlainNoun(uint32_t t) const {
    return t > first_ && t + 1 < last_ && r_.IsWord(t) && view_.Is(t + 1, Role::kPreposition) &&
           !view_.IsAny(t, Bits({Role::kPreposition, Role::kDeterminer, Role::kAdverb}));
  }

  // "Roe | and Poe's mother": does a possessive follow the "and"?
  bool OwnsTogether(uint32_t t) const {
    if (view_.Text(t) != "and") return false;
    for (; t + 1 < last_; ++t) {
      if (r_.IsComma(t)) return false;
      if (view_.tokens[t].Has(Token::kClitic) && view_.Text(t).ends_with('s')) return true;
    }
    return false;
  }

  // A body whose name is told with its noun: "Yonhap news agency". One known by the bare word alone ("the Zorvan movement") is
  // better told by the words.
  uint32_t NameOrNone(const NameMention& mention) const {
    const NameFacts& facts = names_.facts[mention.name];
    return facts.words.size() == 1 && facts.evidence == NameEvidence::kShape ? NameTable::kNone : mention.name;
  }

  bool Descriptor(uint32_t t) const {
    while (t < last_ && r_.IsWord(t) && !view_.Is(t, Role::kOrganisationNoun) && !view_.tokens[t].Has(Token::kClitic) &&
           !view_.IsAny(t, Referents::kPersonWord))
      ++t;
    return t < last_ && view_.Is(t, Role::kOrganisationNoun);
  }

  bool NameAhead(uint32_t t) const {
    for (; t < last_; ++t) {
      if (names_.mention_of[t] != NameTable::kNone && r_.Person(names_.mentions[names_.mention_of[t]])) return true;
    }
    return false;
  }

  // "a spokesman for the ministry, Ada Roe": the person right after a comma.
  uint32_t AfterComma(uint32_t t) const {
    for (; t + 1 < last_; ++t) {
      if (!r_.IsComma(t) || names_.mention_of[t + 1] == NameTable::kNone) continue;
      const NameMention& mention = names_.mentions[names_.mention_of[t + 1]];
      if (r_.Person(mention)) return mention.name;
    }
    return NameTable::kNone;
  }

  const Referents& r_;
  const TextView& view_;
  const NameTable& names_;
  uint32_t first_;
  uint32_t last_;
};

}  // namespace

uint32_t NameInPhrase(const Referents& referents, TokenRange phrase) { return PhraseReader(referents, phrase).Run(); }

std::vector<uint32_t> JointNames(const Referents& referents, TokenRange phrase) {
  const TextView& view = referents.view();
  const NameTable& names = referents.names();
  std::vector<uint32_t> joint;
  bool coordinated = false;
  for (uint32_t t = phrase.first; t < phrase.last;) {
    if (const uint32_t at = names.mention_of[t]; at != NameTable::kNone) {
      joint.push_back(names.mentions[at].name);
      t = names.mentions[at].last;
      continue;
    }
    const std::string_view word = view.Text(t);
    const bool opens = t == phrase.first && (word == "The" || word == "both" || word == "Both" || word == "either" ||
                                             word == "Either" || word == "neither" || word == "Neither");
    const bool link = word == "and" || word == "&" || word == "or" || word == "nor";
    if (!link && !referents.IsComma(t) && word != "the" && !opens) return {};
    coordinated = coordinated || link;
    ++t;
  }
  return coordinated && joint.size() > 1 ? joint : std::vector<uint32_t>();
}

}  // namespace crosscheck
