// What the words of a phrase can mean in their story: names and, where people or bodies stay unnamed, the noun phrases that told
// of them. The ground that the resolving of pronouns, nouns and source phrases stands on.
#ifndef CROSSCHECK_EXTRACT_WHO_REFERENTS_H_
#define CROSSCHECK_EXTRACT_WHO_REFERENTS_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/grammar.h"
#include "extract/names/names.h"

namespace crosscheck {

// Whom a phrase means: a name, or the words of a noun phrase; neither where that is not known.
struct Referent {
  uint32_t name = NameTable::kNone;
  TokenRange words;

  bool empty() const { return name == NameTable::kNone && words.empty(); }
};

inline Referent Named(uint32_t name) { return {name, {}}; }

// A noun for a person or a body that is no part of a name: "a police spokeswoman", "Oslo's fisheries ministry".
struct NounPhraseMention {
  TokenRange tokens;      // without the article, with "of" and a name behind
  uint32_t head = 0;      // "spokeswoman"
  bool definite = false;  // behind "the", "that", "this"
  bool person = false;    // else a body
};

class Referents {
 public:
  static constexpr RoleSet kPersonWord = Bits({Role::kPersonNoun, Role::kTitle, Role::kTitleAbbreviation, Role::kCivility});

  Referents(const TextView& view, const NameTable& names, const QuoteMap& quotes) : view_(view), names_(names), quotes_(quotes) {}

  const TextView& view() const { return view_; }
  const NameTable& names() const { return names_; }
  const QuoteMap& quotes() const { return quotes_; }
  const Name& NameOf(const NameMention& mention) const { return names_.names[mention.name]; }
  bool Person(const NameMention& mention) const { return NameOf(mention).kind == NameKind::kPerson; }
  bool IsWord(uint32_t t) const { return view_.tokens[t].token_class == TokenClass::kWord; }
  bool IsComma(uint32_t t) const { return t < view_.tokens.size() && view_.tokens[t].token_class == TokenClass::kComma; }
  // As it is written, capitals and all.
  bool IsOneOf(uint32_t t, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), view_.Text(t)) != words.end();
  }
  const ViewSentence& SentenceOf(uint32_t t) const { return view_.SentenceOf(t); }
  // A thing that carries somebody's words: "statement", "letter", "post".
  bool IsSpeechDocument(uint32_t t) const;
  bool Says(uint32_t t) const;
  // Beside a verb of saying or behind "according to", through adverbs and auxiliaries.
  bool Speaks(TokenRange phrase) const;
  // Does a verb follow the words, directly or behind an aside ("Roe, the mayor, left")?
  bool IsSubject(TokenRange phrase) const;
  // The gender that the word tells; unknown for most.
  Gender GenderOfWord(uint32_t t) const;

  // Calls visit(mention, sentences back) for the mentions before t in its story, nearest first, until it returns false.
  template <class Visit>
  void NamesBefore(uint32_t t, Visit visit) const {
    const uint32_t here = view_.sentence_of[t];
    uint32_t seen = 0;
    for (uint32_t i = MentionFrom(t); i-- > 0 && seen < kMaxMentions; ++seen) {
      const NameMention& mention = names_.mentions[i];
      const uint32_t sentence = view_.sentence_of[mention.first];
      if (here - sentence > kMaxSentences || view_.sentences[sentence].story != view_.sentences[here].story) return;
      if (!visit(mention, here - sentence)) return;
    }
  }
  // Calls visit(mention) for the mentions behind t in its story, nearest first, until it returns false.
  template <class Visit>
  void NamesAfter(uint32_t t, Visit visit) const {
    const uint32_t story = SentenceOf(t).story;
    for (uint32_t i = MentionFrom(t), seen = 0; i < names_.mentions.size() && seen < kMaxMentions; ++i, ++seen) {
      const NameMention& mention = names_.mentions[i];
      if (SentenceOf(mention.first).story != story || !visit(mention)) return;
    }
  }
  // The same for nouns for people and bodies before t, at most `sentences` sentences back; only this noun where `head` is given.
  template <class Visit>
  void NounsBefore(uint32_t t, uint32_t sentences, Visit visit, WordId head = 0) const {
    const uint32_t here = view_.sentence_of[t];
    for (uint32_t i = t, seen = 0; i-- > 0 && seen < kMaxTokens; ++seen) {
      const uint32_t sentence = view_.sentence_of[i];
      if (here - sentence > sentences || view_.sentences[sentence].story != view_.sentences[here].story) return;
      if (head != 0 && view_.tokens[i].word != head) continue;
      const std::optional<NounPhraseMention> noun = NounAt(i);
      if (noun && !visit(*noun, here - sentence)) return;
    }
  }

  // How likely the words are to be spoken of next: who speaks and who opens the sentence, not an owner nor behind a preposition.
  int Prominence(TokenRange phrase) const;
  // The noun phrase whose head is at `head`; nothing where the word is no such head.
  std::optional<NounPhraseMention> NounAt(uint32_t head) const;
  // Whether the noun tells of a person (true) or a body (false); nothing for words that are neither or both.
  std::optional<bool> TellsPerson(uint32_t noun) const;

 private:
  static constexpr uint32_t kMaxSentences = 10;  // how far a pronoun reaches back, whatever the length of the paragraph
  static constexpr uint32_t kMaxMentions = 40;
  static constexpr uint32_t kMaxTokens = 250;

  uint32_t MentionFrom(uint32_t t) const;
  bool IsAdjunctWord(uint32_t t) const;
  uint32_t PhraseStart(uint32_t head) const;
  uint32_t PhraseEnd(uint32_t head) const;

  const TextView& view_;
  const NameTable& names_;
  const QuoteMap& quotes_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_WHO_REFERENTS_H_
