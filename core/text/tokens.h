// Tokens and sentences in one pass over a text.
//
// Words keep their inner apostrophe but for clitics ("Kim" + "'s", "do" + "n't", "they" + "'ve"); abbreviations keep their stop
// ("U.S.", "Sen."); hyphens part words ("36" "-" "member"); numbers keep separators and decimals ("2,795", "5.2"); '' and `` are
// one quotation mark. Nothing of the text is changed or lost: a token is a place in it.
#ifndef CROSSCHECK_TEXT_TOKENS_H_
#define CROSSCHECK_TEXT_TOKENS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "crosscheck/document.h"
#include "text/lexemes.h"
#include "text/lexicon.h"

namespace crosscheck {

enum class TokenClass : uint8_t {
  kWord,    // starts with a letter
  kNumber,  // starts with a digit; may end in letters ("20cm", "8bn", "1st", "90s")
  kQuote,   // any quotation mark, also ' and ’ outside words
  kStop,    // . ! ? … ending something
  kComma,
  kColon,      // : ;
  kDash,       // - – — ‒ --
  kBracket,    // ( ) [ ] { }
  kSymbol,     // anything else
};

struct Token {
  enum Flag : uint8_t {
    kSpaceBefore = 1,
    kCapital = 2,     // first letter upper case
    kAllCaps = 4,     // two letters or more, all upper case
    kLineStart = 8,   // first of its line
    kClitic = 16,     // 's n't 'll ...
  };
  uint32_t start = 0;
  WordId word = 0;                 // of the lower-cased token
  uint32_t lexeme = 0xFFFFFFFF;    // in the stream's table
  uint16_t length = 0;
  TokenClass token_class = TokenClass::kSymbol;
  uint8_t flags = 0;

  uint32_t end() const { return start + length; }
  Span span() const { return {start, end()}; }
  bool Has(Flag flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(Token) == 16);

// Tokens [first, last) of one sentence.
struct Sentence {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t paragraph = 0;  // counted from 0 through the whole stream
};

struct TokenStream {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  LexemeTable lexemes;
  uint32_t paragraphs = 0;
};

// Appends the tokens of text[range] to `stream`; a range always begins a new paragraph and sentence. Line breaks end a
// paragraph, but for those inside hard-wrapped lines. Linear; any bytes are accepted.
void Tokenize(std::string_view text, Span range, const Lexicon& lexicon, TokenStream* stream);

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_TOKENS_H_
