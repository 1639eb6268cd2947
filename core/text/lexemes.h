// The distinct words of one document: each is folded, looked up in the lexicon and, where asked, stemmed once. Tokens hold the index
// of theirs, so no later stage cuts, folds, stems or hashes a word again.
#ifndef CROSSCHECK_TEXT_LEXEMES_H_
#define CROSSCHECK_TEXT_LEXEMES_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/lexicon.h"

namespace crosscheck {

class Lexeme {
 public:
  Lexeme() = default;
  Lexeme(std::string_view in_lower_case, WordId id, RoleSet its_roles) : folded(in_lower_case), word(id), roles(its_roles) {}

  std::string_view folded;  // in lower case, without invisible characters, apostrophes straight
  WordId word = 0;          // 0: no rule names it
  RoleSet roles = 0;

  // What words that differ in their ending have in common (Stem). Made when first asked for: one thread a document.
  std::string_view stem() const;

 private:
  mutable std::string stem_;
};

class LexemeTable {
 public:
  // The index of the lexeme of `written`, a token of a text that outlives the table. `in_lexicon`: false for marks, which no rule
  // names as a word.
  uint32_t Add(std::string_view written, const Lexicon& lexicon, bool in_lexicon);
  size_t size() const { return lexemes_.size(); }
  const Lexeme& operator[](size_t index) const { return index < lexemes_.size() ? lexemes_[index] : kOutside; }

 private:
  static const Lexeme kOutside;  // of the token that stands outside of a text: a line break
  static constexpr uint32_t kFree = 0xFFFFFFFF;

  struct Slot {
    uint64_t hash = 0;
    uint32_t lexeme = kFree;
  };
  void Grow();
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<Lexeme> lexemes_;
  std::deque<std::string> kept_;  // folded words that the text does not hold as they are
  std::string buffer_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_LEXEMES_H_
