// One walk over the quotation marks of each paragraph. Double marks of all sorts pair first; a single mark opens a quotation only
// where a single mark that cannot be an apostrophe closes it in the same paragraph.
#include "extract/statements/quotes.h"

#include "base/utf8.h"

namespace crosscheck {
namespace {

enum class Glyph : uint8_t { kNone, kOpen, kClose, kEither, kSingle, kSingleOpen };

Glyph GlyphOf(std::string_view mark) {
  if (mark == "\"" || mark == "''") return Glyph::kEither;
  if (mark == "``") return Glyph::kOpen;
  if (mark == "'" || mark == "`") return Glyph::kSingle;
  switch (DecodeAt(mark, 0).value) {
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0x300C:
      return Glyph::kOpen;
    case 0x201D:
    case 0xBB:
    case 0x300D:
      return Glyph::kClose;
    case 0x2018:
      return mark.size() > 3 ? Glyph::kOpen : Glyph::kSingleOpen;
    case 0x2019:
      return mark.size() > 3 ? Glyph::kClose : Glyph::kSingle;
    case 0x201A:
    case 0x201B:
    case 0x2039:
      return Glyph::kSingleOpen;
    case 0x203A:
      return Glyph::kSingle;
    default:
      return Glyph::kEither;
  }
}

class QuoteFinder {
 public:
  QuoteFinder(const TextView& view, QuoteMap* map) : view_(view), map_(*map) {}

  void Paragraph(uint32_t first, uint32_t last) {
    last_ = last;
    first_ = first;
    bool opens_with_mark = false;
    for (uint32_t t = first; t < last; ++t) {
      if (view_.tokens[t].token_class != TokenClass::kQuote) continue;
      const Glyph glyph = GlyphOf(view_.Text(t));
      uint32_t close = 0;
      if (glyph == Glyph::kSingle || glyph == Glyph::kSingleOpen) {
        if (!LooksOpening(t) || !SingleClose(t, &close)) continue;
        Add(t, close, true);
      } else {
        // A closing mark that faces nothing ("6'2\"") opens none.
        if (glyph == Glyph::kClose || (glyph == Glyph::kEither && !LooksOpening(t) && !GluedOpening(t))) continue;
        const bool closed = DoubleClose(t, glyph, &close);
        Add(t, close, closed);
      }
      opens_with_mark = opens_with_mark || t == first;
      t = close;
    }
    // A quotation that runs over paragraphs opens again in each of them.
    if (opens_with_mark && open_before_ != QuoteMap::kNone) map_.quotations.Edit(open_before_).continues = true;
    const auto newest = static_cast<uint32_t>(map_.quotations.size() - 1);
    const bool open_end = !map_.quotations.empty() && !map_.quotations[newest].closed && map_.quotations[newest].open >= first;
    open_before_ = open_end ? newest : QuoteMap::kNone;
  }

 private:
  bool SpaceBefore(uint32_t t) const { return t >= last_ || t == first_ || view_.tokens[t].Has(Token::kSpaceBefore); }

  bool IsClass(uint32_t t, TokenClass token_class) const {
    return t >= first_ && t < last_ && view_.tokens[t].token_class == token_class;
  }

  // Something glued behind, and space, a bracket, a dash or another mark before.
  bool LooksOpening(uint32_t t) const {
    if (t + 1 >= last_ || view_.tokens[t + 1].Has(Token::kSpaceBefore)) return false;
    if (IsClass(t + 1, TokenClass::kComma)) return false;
    return SpaceBefore(t) || IsClass(t - 1, TokenClass::kBracket) || IsClass(t - 1, TokenClass::kDash) ||
           IsClass(t - 1, TokenClass::kQuote);
  }

  // `said:"No`, `said,"No`: the space is missing.
  bool GluedOpening(uint32_t t) const {
    return t + 1 < last_ && !view_.tokens[t + 1].Has(Token::kSpaceBefore) &&
           view_.tokens[t + 1].token_class == TokenClass::kWord &&
           (IsClass(t - 1, TokenClass::kColon) || IsClass(t - 1, TokenClass::kComma));
  }

  // The mark that closes the double mark at `open`; without one `close` is the last token and the result false.
  bool DoubleClose(uint32_t open, Glyph glyph, uint32_t* close) const {
    bool inner = false;
    const bool low = DecodeAt(view_.Text(open), 0).value == 0x201E;  // „ closes with “
    for (uint32_t t = open + 1; t < last_; ++t) {
      if (view_.tokens[t].token_class != TokenClass::kQuote) continue;
      const Glyph found = GlyphOf(view_.Text(t));
      if (found == Glyph::kSingle || found == Glyph::kSingleOpen) continue;
      // A mark of the wrong face that closes: `“It is late,“ said Roe`.
      const bool closes = (IsClass(t - 1, TokenClass::kComma) || IsClass(t - 1, TokenClass::kStop) || low) &&
                          !view_.tokens[t].Has(Token::kSpaceBefore) && SpaceBefore(t + 1);
      if (found == Glyph::kOpen && !closes) {
        inner = glyph == Glyph::kOpen && !inner;
        continue;
      }
      // A straight mark that looks like an opening one stands inside the quotation; so does its partner.
      if (found == Glyph::kEither && t > open + 1 && LooksOpening(t) && !IsClass(t - 1, TokenClass::kStop) &&
          !IsClass(t - 1, TokenClass::kQuote)) {
        inner = true;
        continue;
      }
      if (inner && !IsClass(t + 1, TokenClass::kQuote) && t + 1 < last_) {
        inner = false;
        if (!IsClass(t - 1, TokenClass::kStop) && !IsClass(t - 1, TokenClass::kComma)) continue;
      }
      *close = t;
      return true;
    }
    *close = last_ - 1;
    return false;
  }

  // The single mark that closes the one at `open`. A mark behind a plural ("the boats' nets") closes only where no better one
  // comes before the next opening mark.
  bool SingleClose(uint32_t open, uint32_t* close) const {
    if (IsClass(open + 1, TokenClass::kNumber) && view_.tokens[open + 1].length <= 3) return false;  // '90s
    uint32_t doubtful = 0;
    for (uint32_t t = open + 1; t < last_; ++t) {
      if (view_.tokens[t].token_class != TokenClass::kQuote) continue;
      const Glyph glyph = GlyphOf(view_.Text(t));
      if (glyph == Glyph::kOpen || glyph == Glyph::kEither || glyph == Glyph::kClose) continue;
      if (glyph == Glyph::kSingleOpen) {
        if (LooksOpening(t)) break;
        continue;
      }
      if (view_.tokens[t].Has(Token::kSpaceBefore)) {
        if (LooksOpening(t)) break;
        continue;
      }
      const bool after_s = view_.tokens[t - 1].token_class == TokenClass::kWord && (view_.Text(t - 1).back() | 0x20) == 's';
      const bool word_next = IsClass(t + 1, TokenClass::kWord) && SpaceBefore(t + 1);
      if (t + 1 < last_ && !SpaceBefore(t + 1) && IsClass(t + 1, TokenClass::kWord)) continue;
      if (after_s && word_next) {
        doubtful = t;
        continue;
      }
      *close = t;
      return true;
    }
    *close = doubtful;
    return doubtful != 0;
  }

  void Add(uint32_t open, uint32_t close, bool closed) {
    const auto index = static_cast<uint32_t>(map_.quotations.size());
    // A single mark right behind is the one of a quotation within.
    if (closed && IsClass(close + 1, TokenClass::kQuote) && !view_.tokens[close + 1].Has(Token::kSpaceBefore) &&
        view_.tokens[close + 1].length == 1 && SpaceBefore(close + 2)) {
      ++close;
    }
    map_.quotations.Add({open, closed ? close : close + 1, closed, false});
    for (uint32_t t = open; t <= close; ++t) map_.quotation_of.Edit(t) = index;
  }

  const TextView& view_;
  QuoteMap& map_;
  uint32_t first_ = 0;
  uint32_t last_ = 0;
  uint32_t open_before_ = QuoteMap::kNone;  // the quotation that the paragraph before left open
};

}  // namespace

QuoteMap FindQuotes(const TextView& view) {
  QuoteMap map;
  map.quotation_of.Assign(view.tokens.size(), QuoteMap::kNone);
  QuoteFinder finder(view, &map);
  for (size_t s = 0; s < view.sentences.size();) {
    size_t end = s + 1;
    while (end < view.sentences.size() && view.sentences[end].paragraph == view.sentences[s].paragraph) ++end;
    finder.Paragraph(view.sentences[s].first, view.sentences[end - 1].last);
    s = end;
  }
  return map;
}

}  // namespace crosscheck
