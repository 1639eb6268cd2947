// What single words can be, by closed classes, verb forms and spelling: the eyes of the walks that find cues, sources and
// contents. No tagger: a word with several readings answers yes to several questions, and the walks decide by its neighbours.
#ifndef CROSSCHECK_EXTRACT_GRAMMAR_H_
#define CROSSCHECK_EXTRACT_GRAMMAR_H_

#include <cstdint>
#include <string_view>

#include "extract/statements/quotes.h"
#include "extract/text_view.h"

namespace crosscheck {

// Tokens [first, last).
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;

  bool empty() const { return first >= last; }
  uint32_t size() const { return last - first; }
  bool Contains(uint32_t token) const { return first <= token && token < last; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

class Grammar {
 public:
  Grammar(const TextView& view, const QuoteMap& quotes);

  const TextView& view() const { return view_; }
  const QuoteMap& quotes() const { return quotes_; }

  TokenClass Class(uint32_t t) const { return view_.tokens[t].token_class; }
  bool IsWord(uint32_t t) const { return Class(t) == TokenClass::kWord; }
  bool IsComma(uint32_t t) const { return Class(t) == TokenClass::kComma; }
  bool IsCapital(uint32_t t) const { return view_.tokens[t].Has(Token::kCapital); }
  // A capital that the start of a sentence or a quotation does not explain.
  bool IsNameCapital(uint32_t t) const { return IsCapital(t) && !StartsSentence(t); }
  bool StartsSentence(uint32_t t) const;
  // Is the token this lower-case word?
  bool Is(uint32_t t, std::string_view word) const { return view_.rules.lexicon.text(view_.tokens[t].word) == word; }
  bool Is(uint32_t t, Role role) const { return view_.Is(t, role); }
  bool IsOneOf(uint32_t t, std::initializer_list<std::string_view> words) const;

  // VerbFormBits; a word in -ed that no list has counts as a past form.
  uint8_t VerbForms(uint32_t t) const;
  bool IsBe(uint32_t t) const;  // forms of be, "get" left out
  bool IsHave(uint32_t t) const;
  bool IsDo(uint32_t t) const;
  bool IsAuxiliary(uint32_t t) const { return view_.IsAny(t, Bits({Role::kAuxiliary, Role::kModal})) && !IsPossessiveClitic(t); }
  bool IsPossessiveClitic(uint32_t t) const;  // 's behind a noun, or the bare apostrophe of a plural
  bool IsAdverb(uint32_t t) const;            // closed class or -ly
  bool IsNegation(uint32_t t) const { return IsOneOf(t, {"not", "n't", "never"}); }
  bool IsTime(uint32_t t) const;            // part of a date, a weekday, "yesterday" ...
  bool IsSubjectPronoun(uint32_t t) const;  // he, she, it, they, we, I, who ...
  bool IsHyphen(uint32_t t) const;          // a dash glued on both sides
  bool IsDash(uint32_t t) const { return Class(t) == TokenClass::kDash && !IsHyphen(t); }
  // A word, number or sign that can stand inside a noun phrase as noun, adjective or part of a name.
  bool IsNominal(uint32_t t) const;
  // A verb that a clause can be built on, as far as its form alone tells; nouns that look alike answer no.
  bool IsFiniteVerb(uint32_t t) const;
  bool HasFiniteVerb(TokenRange range) const;  // outside quotations
  // Can a noun phrase begin here?
  bool OpensNounPhrase(uint32_t t) const;

  // The quotation around a token, or null.
  const Quotation* QuotationOf(uint32_t t) const {
    const uint32_t index = quotes_.quotation_of[t];
    return index == QuoteMap::kNone ? nullptr : &quotes_.quotations[index];
  }
  // One past the last token of a quotation.
  static uint32_t EndOf(const Quotation& quotation) { return quotation.closed ? quotation.close + 1 : quotation.close; }
  // Somebody's words, not a name or a word held at arm's length: long, or with a comma or stop at its closing mark.
  bool IsUtterance(const Quotation& quotation) const;

 private:
  // `"It is late" said Roe`, `"It is late" she said`: a sentence opens with it and goes on with its tag, without a comma.
  bool IsTagged(const Quotation& quotation) const;
  bool IsQuotingVerb(uint32_t t) const;

  const TextView& view_;
  const QuoteMap& quotes_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_GRAMMAR_H_
