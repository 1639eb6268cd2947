#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/glued.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxTokenBytes = 60000;
constexpr uint32_t kMinWrap = 60;  // bytes of a line that may have been wrapped, and of the widest one beside it
constexpr uint32_t kMaxWrap = 120;

// Character classes of ASCII; kOther sends a byte to the slow path.
enum Char : uint8_t { kLetter, kDigit, kSpace, kNewline, kPunctuation, kOther };
constexpr std::array<Char, 256> kChars = [] {
  std::array<Char, 256> table{};
  for (int c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    table[static_cast<size_t>(c)] = letter                  ? kLetter
                                    : c >= '0' && c <= '9'  ? kDigit
                                    : c == '\n'             ? kNewline
                                    : c <= ' ' || c == 0x7F ? kSpace
                                    : c < 0x80              ? kPunctuation
                                                            : kOther;
  }
  return table;
}();

bool IsSpaceCodePoint(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF ||
         c == 0x2028 || c == 0x2029 || c == 0x200E || c == 0x200F;
}

// What a new sentence may begin with after an abbreviation, and a surname seldom is.
constexpr RoleSet kSentenceOpeners = Bits({Role::kPronoun, Role::kDeterminer, Role::kPreposition, Role::kSubordinator,
                                           Role::kCoordinator, Role::kPossessive, Role::kNumberWord});

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span range, const Lexicon& lexicon, TokenStream* stream)
      : text_(text.substr(0, range.end)), at_(range.start), lexicon_(lexicon), out_(*stream), line_start_(range.start) {
    sentence_first_ = static_cast<uint32_t>(out_.tokens.size());
    flags_ = Token::kLineStart;
  }

  void Run() {
    while (at_ < text_.size()) {
      switch (kChars[static_cast<unsigned char>(text_[at_])]) {
        case kSpace:
          flags_ |= Token::kSpaceBefore;
          ++at_;
          break;
        case kNewline:
          Newline();
          break;
        case kLetter:
          Word();
          break;
        case kDigit:
          Number();
          break;
        case kPunctuation:
          Punctuation(text_[at_], 1);
          break;
        case kOther:
          Other();
          break;
      }
    }
    EndSentence();
    ++out_.paragraphs;
  }

 private:
  char32_t CharAt(uint32_t at) const { return at < text_.size() ? DecodeAt(text_, at).value : 0; }

  void Emit(uint32_t start, uint32_t end, TokenClass token_class, uint8_t extra = 0) {
    Token token;
    token.start = start;
    token.length = static_cast<uint16_t>(end - start);
    token.token_class = token_class;
    token.flags = static_cast<uint8_t>(flags_ | extra);
    const bool word = token_class == TokenClass::kWord || token_class == TokenClass::kNumber;
    token.lexeme = out_.lexemes.Add(text_.substr(start, token.length), lexicon_, word);
    token.word = out_.lexemes[token.lexeme].word;
    out_.tokens.push_back(token);
    flags_ = 0;
  }

  // End of the run of letters and digits from `at`, with inner apostrophes ("O'Brien"); at most kMaxTokenBytes.
  uint32_t WordEnd(uint32_t at, bool* capitals, int* letters) const {
    const uint32_t limit = static_cast<uint32_t>(std::min<size_t>(text_.size(), size_t{at} + kMaxTokenBytes));
    *capitals = true;
    *letters = 0;
    while (at < limit) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (kChars[byte] == kLetter) {
        *capitals = *capitals && byte <= 'Z';
        ++*letters;
        ++at;
      } else if (kChars[byte] == kDigit) {
        ++at;
      } else if (byte == '\'' || byte >= 0x80) {
        const CodePoint c = DecodeAt(text_, at);
        if (IsApostrophe(c.value)) {
          if (at + c.size >= limit || !IsLetter(CharAt(at + c.size))) break;
        } else if (IsLetter(c.value)) {
          *capitals = *capitals && IsUpper(c.value);
          ++*letters;
        } else if (!IsInvisible(c.value)) {
          break;
        }
        at += c.size;
      } else {
        break;
      }
    }
    return std::min(at, limit);
  }

  // Where the clitic of text_[start, end) begins ("Kim|'s", "do|n't"), or `end`.
  uint32_t CliticStart(uint32_t start, uint32_t end) const {
    uint32_t mark = end;
    for (uint32_t i = end; i > start + 1 && end - i < 6; --i) {
      const auto byte = static_cast<unsigned char>(text_[i - 1]);
      if (byte == '\'') {
        mark = i - 1;
        break;
      }
      if (byte == 0x99 && i >= start + 3 && text_.substr(i - 3, 3) == "\xE2\x80\x99") {
        mark = i - 3;
        break;
      }
    }
    if (mark == end || mark <= start) return end;
    const std::string tail = LowerCase(text_.substr(mark, end - mark));
    if (tail == "'t" && (text_[mark - 1] == 'n' || text_[mark - 1] == 'N') && mark - 1 > start) return mark - 1;
    if (tail == "'s" || tail == "'ll" || tail == "'re" || tail == "'ve" || tail == "'d" || tail == "'m") return mark;
    return end;
  }

  void Word() {
    const uint32_t start = at_;
    bool capitals = true;
    int letters = 0;
    uint32_t end = WordEnd(at_, &capitals, &letters);
    if (end - start > static_cast<uint32_t>(letters)) {
      if (const uint32_t sign = EndOfMoneySign(text_, start, end, lexicon_, Before(start)); sign > start) {
        end = sign;
      } else {
        end = EndOfVersion(text_, start, end);
      }
    }
    uint8_t flags = 0;
    if (IsUpper(CharAt(start))) flags |= Token::kCapital;
    if (capitals && letters > 1) flags |= Token::kAllCaps;
    if (const uint32_t clitic = CliticStart(start, end); clitic < end) {
      Emit(start, clitic, TokenClass::kWord, flags);
      Emit(clitic, end, TokenClass::kWord, Token::kClitic);
      at_ = end;
      return;
    }
    if (end < text_.size() && text_[end] == '.' && letters > 0) {
      if (const uint32_t dotted = DottedEnd(start, end); dotted > end) {
        // "U.S.", "a.m.": letters and stops all along.
        Emit(start, dotted, TokenClass::kWord, flags);
        at_ = dotted;
        return;
      }
      if (end - start <= 8 && IsAbbreviation(start, end + 1)) ++end;
    }
    Emit(start, end, TokenClass::kWord, flags);
    at_ = end;
  }

  // What stands before a word at `start`, for sums written on to letters.
  BeforeSum Before(uint32_t start) const {
    BeforeSum before;
    const size_t size = out_.tokens.size();
    if (size <= sentence_first_) return before;
    const Token& last = out_.tokens.back();
    before.sign = last.token_class == TokenClass::kSymbol && last.end() == start && text_[last.start] == '$';
    const auto money = [&](const Token& token) { return (lexicon_.roles(token.word) & Bit(Role::kMoneyWord)) != 0; };
    const bool link = (lexicon_.roles(last.word) & Bits({Role::kPreposition, Role::kDeterminer, Role::kAdverb})) != 0;
    before.word = money(last) || (link && size > sentence_first_ + 1 && money(out_.tokens[size - 2]));
    return before;
  }

  // End of "U.S." or "p.m." that starts at `start`, whose first run of letters ends at `end`; `end` itself where it is none.
  uint32_t DottedEnd(uint32_t start, uint32_t end) const {
    if (end - start != 1) return end;
    uint32_t at = start;
    int stops = 0;
    while (at + 1 < text_.size() && kChars[static_cast<unsigned char>(text_[at])] == kLetter && text_[at + 1] == '.' &&
           stops < 12) {
      at += 2;
      ++stops;
    }
    if (stops >= 2) return at;
    if (stops == 1 && LacksLastStop(start, at)) return at + 1;
    return stops == 1 && IsInitial(start, at) ? at : end;
  }

  // "6 p.m on Monday": the last stop is left out; only in words that are known so.
  bool LacksLastStop(uint32_t start, uint32_t at) const {
    if (at >= text_.size() || kChars[static_cast<unsigned char>(text_[at])] != kLetter) return false;
    if (at + 1 < text_.size() && (text_[at + 1] == '.' || IsLetter(CharAt(at + 1)) || IsDigitAt(at + 1))) return false;
    return lexicon_.Find(LowerCase(text_.substr(start, at + 1 - start))) != 0;
  }

  bool IsDigitAt(uint32_t at) const { return kChars[static_cast<unsigned char>(text_[at])] == kDigit; }

  // One capital and a stop before a capital: "John F. Kennedy", "J. R. Roe"; not "Plan B. They left."
  bool IsInitial(uint32_t start, uint32_t at) const {
    if (text_[start] < 'A' || text_[start] > 'Z' || at + 1 >= text_.size() || text_[at] != ' ' || !IsUpper(CharAt(at + 1)))
      return false;
    const bool after_capital =
        !out_.tokens.empty() && out_.tokens.back().Has(Token::kCapital) && out_.tokens.back().end() + 1 == start;
    if (!after_capital && (text_[start] == 'I' || text_[start] == 'A')) return false;
    uint32_t end = at + 1;
    while (end < text_.size() && end < at + 20 && kChars[static_cast<unsigned char>(text_[end])] == kLetter) ++end;
    if (end == at + 2 && end < text_.size() && text_[end] == '.') return true;
    const RoleSet next = lexicon_.roles(lexicon_.Find(LowerCase(text_.substr(at + 1, end - at - 1))));
    return (next & kSentenceOpeners) == 0;
  }

  bool IsAbbreviation(uint32_t start, uint32_t end) const {
    const WordId word = lexicon_.Find(LowerCase(text_.substr(start, end - start)));
    return word != 0 && (lexicon_.roles(word) & Bits({Role::kAbbreviation, Role::kTitleAbbreviation})) != 0;
  }

  // Bytes of the digit at `at`, of a separator with a digit behind it, or of an invisible character inside a number; else 0.
  uint32_t DigitsSize(uint32_t at, uint32_t limit) const {
    const auto digit = [&](uint32_t i) -> uint32_t {
      if (i >= limit) return 0;
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80) return kChars[byte] == kDigit ? 1 : 0;
      const CodePoint c = DecodeAt(text_, i);
      return DigitValue(c.value) >= 0 ? c.size : 0;
    };
    if (at >= limit) return 0;
    if (const uint32_t size = digit(at)) return size;
    if ((text_[at] == ',' || text_[at] == '.') && digit(at + 1) != 0) return 1;
    const CodePoint c = DecodeAt(text_, at);
    return IsInvisible(c.value) && digit(at + c.size) != 0 ? c.size : 0;
  }

  // ".50" behind a space, a bracket or a sign of money.
  bool PointBegins(uint32_t at) const {
    if (text_[at] != '.' || DigitsSize(at + 1, static_cast<uint32_t>(text_.size())) == 0 || CharAt(at + 1) == '.') return false;
    const bool sign = at > 0 && !out_.tokens.empty() && out_.tokens.back().end() == at &&
                      out_.tokens.back().token_class == TokenClass::kSymbol && text_[at - 1] != '/';
    return sign || at == 0 || kChars[static_cast<unsigned char>(text_[at - 1])] == kSpace || text_[at - 1] == '(';
  }

  void Number() {
    const uint32_t start = at_;
    const uint32_t limit = static_cast<uint32_t>(std::min<size_t>(text_.size(), size_t{start} + kMaxTokenBytes));
    uint32_t end = start;
    while (const uint32_t size = DigitsSize(end, limit)) end += size;
    // Letters glued on: 20cm, 8bn, 1st, 90s, 5G, 90m2. An apostrophe ends it: 90's.
    const uint32_t letters = end;
    while (end < limit && kChars[static_cast<unsigned char>(text_[end])] == kLetter) ++end;
    if (end > letters && text_[end - 1] == 'm' && end < limit && (text_[end] == '2' || text_[end] == '3') &&
        DigitsSize(end + 1, limit) == 0 && kChars[static_cast<unsigned char>(end + 1 < limit ? text_[end + 1] : ' ')] != kLetter)
      ++end;
    Emit(start, end, TokenClass::kNumber);
    at_ = end;
  }

  void Punctuation(char c, uint32_t size) {
    const uint32_t start = at_;
    uint32_t end = at_ + size;
    TokenClass token_class = TokenClass::kSymbol;
    const auto twice = [&] { return end < text_.size() && text_[end] == c; };
    if (c == '.' && PointBegins(start)) return Number();
    if (c == '&' && LeftEntity()) return;
    switch (c) {
      case '.':
        while (end < text_.size() && text_[end] == '.' && end - start < 60) ++end;
        token_class = TokenClass::kStop;
        break;
      case '!':
      case '?':
        while (end < text_.size() && (text_[end] == '!' || text_[end] == '?') && end - start < 60) ++end;
        token_class = TokenClass::kStop;
        break;
      case ',':
        token_class = TokenClass::kComma;
        break;
      case ':':
      case ';':
        token_class = TokenClass::kColon;
        break;
      case '-':
        while (end < text_.size() && text_[end] == '-' && end - start < 60) ++end;
        token_class = TokenClass::kDash;
        break;
      case '(':
      case ')':
      case '[':
      case ']':
      case '{':
      case '}':
        token_class = TokenClass::kBracket;
        break;
      case '"':
        token_class = TokenClass::kQuote;
        break;
      case '\'':
        if (Clitic()) return;
        [[fallthrough]];
      case '`':
        if (twice()) ++end;
        token_class = TokenClass::kQuote;
        break;
      default:
        break;
    }
    Emit(start, end, token_class);
    at_ = end;
  }

  // "&nbsp;", "&pound;": entities of HTML left in a text count as the character that they name.
  bool LeftEntity() {
    char32_t c = 0;
    const uint32_t size = EntityAt(text_, at_, &c);
    if (size == 0) return false;
    if (IsSpaceCodePoint(c)) {
      flags_ |= Token::kSpaceBefore;
      at_ += size;
    } else if (IsInvisible(c)) {
      at_ += size;
    } else {
      One(size, (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? TokenClass::kDash : TokenClass::kSymbol);
    }
    return true;
  }

  // A clitic that follows something other than a letter: 90's, ...'s after a closing bracket.
  bool Clitic() {
    if (at_ == 0 || out_.tokens.empty() || out_.tokens.back().end() != at_) return false;
    const TokenClass before = out_.tokens.back().token_class;
    if (before != TokenClass::kNumber && before != TokenClass::kWord) return false;
    const uint32_t mark = DecodeAt(text_, at_).size;
    if (at_ + mark >= text_.size() || (text_[at_ + mark] | 0x20) != 's') return false;
    if (at_ + mark + 1 < text_.size() && IsLetter(CharAt(at_ + mark + 1))) return false;
    Emit(at_, at_ + mark + 1, TokenClass::kWord, Token::kClitic);
    at_ += mark + 1;
    return true;
  }

  void Other() {
    const CodePoint c = DecodeAt(text_, at_);
    switch (c.value) {
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0x201F:
      case 0xAB:
      case 0xBB:
      case 0x2039:
      case 0x203A:
      case 0x300C:
      case 0x300D:
      case 0x2018:
      case 0x201A:
      case 0x201B: {
        uint32_t end = at_ + c.size;
        if (c.value == 0x2018 && CharAt(end) == 0x2018) end += 3;  // ‘‘ for “
        Emit(at_, end, TokenClass::kQuote);
        at_ = end;
        return;
      }
      case 0x2019: {
        if (Clitic()) return;
        uint32_t end = at_ + c.size;
        if (CharAt(end) == 0x2019) end += 3;  // ’’ for ”
        Emit(at_, end, TokenClass::kQuote);
        at_ = end;
        return;
      }
      case 0x2026:
        return One(c.size, TokenClass::kStop);
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:
      case 0x2014:
      case 0x2015:
      case 0x2212:
        return One(c.size, TokenClass::kDash);
      default:
        break;
    }
    if (IsSpaceCodePoint(c.value)) {
      flags_ |= Token::kSpaceBefore;
      at_ += c.size;
    } else if (IsInvisible(c.value)) {
      at_ += c.size;
    } else if (DigitValue(c.value) >= 0) {
      Number();
    } else if (IsLetter(c.value)) {
      Word();
    } else {
      One(c.size, TokenClass::kSymbol);
    }
  }

  void One(uint32_t size, TokenClass token_class) {
    Emit(at_, at_ + size, token_class);
    at_ += size;
  }

  // A line break ends the paragraph unless the line is hard-wrapped: in a block of long lines of common width, cut where the next
  // word would not have fitted, and not after the end of a sentence.
  void Newline() {
    const uint32_t end = at_;
    const uint32_t width = end - line_start_;
    if (end >= block_end_) MeasureBlock(line_start_);
    ++at_;
    line_start_ = at_;
    flags_ |= Token::kSpaceBefore;
    if (IsWrapped(width, end)) return;
    EndSentence();
    if (out_.tokens.size() > paragraph_first_) ++out_.paragraphs;
    paragraph_first_ = static_cast<uint32_t>(out_.tokens.size());
    flags_ |= Token::kLineStart;
  }

  bool IsWrapped(uint32_t width, uint32_t end) const {
    if (block_width_ < kMinWrap || block_width_ > kMaxWrap || width < kMinWrap || out_.tokens.empty() ||
        out_.tokens.back().end() > end)
      return false;
    const TokenClass last = out_.tokens.back().token_class;
    if (last == TokenClass::kStop || last == TokenClass::kColon) return false;
    const size_t next_end = std::min(text_.find_first_of(" \n", at_), text_.size());
    if (next_end == at_) return false;                           // a blank line, or one that is set in
    if (block_lines_ < 3 && IsUpper(CharAt(at_))) return false;  // two headlines
    return width + 1 + (next_end - at_) > block_width_;
  }

  // The widest line from `start` to the next blank line. Each line is measured once.
  void MeasureBlock(uint32_t start) {
    block_width_ = block_lines_ = 0;
    uint32_t line = start;
    while (line < text_.size()) {
      const size_t found = text_.find('\n', line);
      const auto end = static_cast<uint32_t>(found == std::string_view::npos ? text_.size() : found);
      if (Trim(text_.substr(line, end - line)).empty() && line > start) break;
      block_width_ = std::max(block_width_, end - line);
      ++block_lines_;
      line = end + 1;
    }
    block_end_ = std::max(line, start + 1);
  }

  // Splits the tokens since the last border into sentences.
  void EndSentence() {
    const auto end = static_cast<uint32_t>(out_.tokens.size());
    for (uint32_t i = sentence_first_; i < end; ++i) {
      uint32_t after = i + 1;
      if (!EndsSentence(i, end, &after)) continue;
      out_.sentences.push_back({sentence_first_, after, out_.paragraphs});
      sentence_first_ = after;
      i = after - 1;
    }
    if (sentence_first_ < end) out_.sentences.push_back({sentence_first_, end, out_.paragraphs});
    sentence_first_ = end;
  }

  // Does the sentence end at token i? `after` is the first token of the next one: closing marks and brackets belong to the old.
  bool EndsSentence(uint32_t i, uint32_t end, uint32_t* after) const {
    const Token& token = out_.tokens[i];
    const bool stop = token.token_class == TokenClass::kStop;
    const bool abbreviation = token.token_class == TokenClass::kWord && text_[token.end() - 1] == '.';
    if (!stop && !abbreviation) return false;
    uint32_t next = i + 1;
    while (next < end && !out_.tokens[next].Has(Token::kSpaceBefore) &&
           (out_.tokens[next].token_class == TokenClass::kQuote || out_.tokens[next].token_class == TokenClass::kBracket)) {
      ++next;
    }
    *after = next;
    if (next >= end) return stop;
    const Token& following = out_.tokens[next];
    if (!following.Has(Token::kSpaceBefore)) return stop && IsGluedStop(i, following);
    const bool lower_next = following.token_class == TokenClass::kWord && !following.Has(Token::kCapital);
    if (abbreviation) {
      const RoleSet roles = lexicon_.roles(token.word);
      if ((roles & Bit(Role::kTitleAbbreviation)) != 0 || next != i + 1) return next != i + 1 && !lower_next;
      if (token.length == 2) return false;  // an initial
      return following.Has(Token::kCapital) && (lexicon_.roles(following.word) & kSentenceOpeners) != 0;
    }
    if (lower_next) {
      // "..." he said; "Why?" she asked. A plain full stop before a lower-case word still ends one.
      const bool plain = token.length == 1 && text_[token.start] == '.' && next == i + 1;
      return plain;
    }
    if (following.token_class == TokenClass::kComma || following.token_class == TokenClass::kStop) return false;
    return true;
  }

  // A space lost between sentences: "late on Saturday.Two men", "at home."We"; not "example.Com".
  bool IsGluedStop(uint32_t stop, const Token& following) const {
    if (stop == sentence_first_ || following.token_class != TokenClass::kWord || following.length < 2) return false;
    const Token& before = out_.tokens[stop - 1];
    const bool whole_word =
        before.token_class == TokenClass::kWord && before.length > 2 && before.end() == out_.tokens[stop].start;
    if (!whole_word || !following.Has(Token::kCapital) || following.Has(Token::kAllCaps)) return false;
    const bool opener = (lexicon_.roles(following.word) & kSentenceOpeners) != 0;
    return opener || (before.word != 0 && !before.Has(Token::kCapital));
  }

  std::string_view text_;
  uint32_t at_;
  const Lexicon& lexicon_;
  TokenStream& out_;
  uint32_t line_start_;
  uint32_t block_end_ = 0;    // lines up to here have been measured
  uint32_t block_width_ = 0;  // bytes of the widest of them
  uint32_t block_lines_ = 0;
  uint32_t sentence_first_ = 0;
  uint32_t paragraph_first_ = 0;
  uint8_t flags_ = 0;
};

}  // namespace

void Tokenize(std::string_view text, Span range, const Lexicon& lexicon, TokenStream* stream) {
  Tokenizer(text, range, lexicon, stream).Run();
}

}  // namespace crosscheck
