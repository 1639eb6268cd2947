#include "extract/figures/lookalikes.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "extract/figures/digits.h"

namespace crosscheck {
namespace {

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool Is(const TextView& view, uint32_t t, FigureWord list) { return view.rules.figures.Is(view.tokens[t].word, list); }

// A number glued to a sign that makes it part of an address, a time or a name: "10:35", "/2024", "#12", "@3", "_4".
bool IsGlue(std::string_view text) {
  return text == ":" || text == "/" || text == "@" || text == "_" || text == "=" || text == "#" || text == "&" || text == "\\" ||
         text == "^";
}

bool Joins(const TextView& view, uint32_t t) {
  const std::string_view text = view.Text(t);
  return view.tokens[t].token_class == TokenClass::kDash || text == "." || text == "/" || text == "(" || text == ")" ||
         text == "+";
}

// "the 1000 block of", "West 105th Street", "221 Baker Street".
bool IsAddress(const TextView& view, const Amount& amount, bool counted, uint32_t limit) {
  const NumberPhrase& number = amount.number;
  if (number.spelled && !number.ordinal) return false;
  if (counted && !number.ordinal && view.tokens[amount.last].token_class != TokenClass::kDash) return false;
  uint32_t t = amount.last;
  if (view.tokens[t].token_class == TokenClass::kDash && t + 1 < limit) ++t;
  if (view.Text(t) == "block") return true;
  for (const uint32_t end = std::min(limit, t + 4); t < end && view.tokens[t].Has(Token::kCapital); ++t) {
    if (Is(view, t, FigureWord::kAddressNoun)) return true;
  }
  return false;
}

// "a 911 call", "a 747 jet": an article, a bare number, and a noun in the singular.
bool IsAttribute(const TextView& view, const Amount& amount, uint32_t floor, uint32_t limit) {
  const NumberPhrase& number = amount.number;
  if (amount.unit != nullptr || number.spelled || number.grouped || number.decimal || number.scaled || number.fraction ||
      number.ordinal)
    return false;
  if (amount.first == floor || amount.last >= limit || view.tokens[amount.last].token_class != TokenClass::kWord) return false;
  uint32_t before = amount.first - 1;
  if (!view.Is(before, Role::kDeterminer) && before > floor && view.tokens[before].token_class == TokenClass::kWord) --before;
  const std::string_view article = view.Folded(before);
  if (article != "a" && article != "an") return false;
  const std::string_view noun = view.Text(amount.last);
  constexpr RoleSet kNoNoun = Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition,
                                    Role::kCoordinator, Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kNegation,
                                    Role::kAdverb, Role::kMultiplier, Role::kUnit, Role::kTimeUnit, Role::kCurrency});
  return !view.IsAny(amount.last, kNoNoun) && !Is(view, amount.last, FigureWord::kStatus) && !noun.ends_with("ed") &&
         !noun.ends_with("ing");
}

// Written on to something that makes it part of a word: "COVID-19", "10:35", "7@".
bool IsGlued(const TextView& view, const Amount& amount, uint32_t bound_first, uint32_t floor, uint32_t limit) {
  if (amount.first > floor && bound_first == amount.first && !view.tokens[amount.first].Has(Token::kSpaceBefore)) {
    const Token& left = view.tokens[amount.first - 1];
    const std::string_view text = view.Text(amount.first - 1);
    if (IsGlue(text) || left.token_class == TokenClass::kWord || left.token_class == TokenClass::kNumber) return true;
    // A hyphen to a word that is no number and no bound.
    const bool hyphen = left.token_class == TokenClass::kDash && !left.Has(Token::kSpaceBefore) && text.size() == 1;
    if (hyphen && amount.first >= floor + 2 && view.tokens[amount.first - 2].token_class == TokenClass::kWord) {
      const std::string_view before = view.Folded(amount.first - 2);
      if (before != "sub" && before != "mid" && before != "pre") return true;
    }
  }
  if (amount.last >= limit || view.tokens[amount.last].Has(Token::kSpaceBefore)) return false;
  const Token& right = view.tokens[amount.last];
  const std::string_view text = view.Text(amount.last);
  const bool more = amount.last + 1 < limit && !view.tokens[amount.last + 1].Has(Token::kSpaceBefore);
  if (more && IsGlue(text) && (text != "/" || view.tokens[amount.last + 1].token_class == TokenClass::kNumber)) return true;
  if (text == "@" || right.token_class == TokenClass::kNumber) return true;
  return right.token_class == TokenClass::kWord && right.Has(Token::kClitic) && amount.unit == nullptr && !amount.number.spelled;
}

// Behind a word that takes a number as its name: "Article 5", "TWA 800", "Channel 8".
bool IsLabelled(const TextView& view, const Amount& amount, bool counted) {
  const NumberPhrase& number = amount.number;
  const uint32_t before = amount.first - 1;
  const Token& word = view.tokens[before];
  if (view.Is(before, Role::kMonth)) return true;
  if (amount.unit != nullptr || number.vague || number.grouped || number.decimal) return false;
  const bool label = Is(view, before, FigureWord::kLabel);
  if (label && word.Has(Token::kCapital) && (!counted || !number.scaled)) return true;
  if (label && !counted && !number.scaled) return true;
  if (counted || number.ordinal || number.fraction || word.token_class != TokenClass::kWord || !word.Has(Token::kCapital))
    return false;
  // A name: one found as such, or a short word of capitals that is not one of many (a headline).
  const bool capitals =
      word.Has(Token::kAllCaps) && word.length <= 5 && (before == 0 || !view.tokens[before - 1].Has(Token::kAllCaps));
  if (view.owner[before] != Owner::kName && !capitals) return false;
  if (number.last >= view.tokens.size()) return true;
  return !view.tokens[number.last].Has(Token::kCapital) && !Is(view, number.last, FigureWord::kStatus);
}

// "company[3]", "Section 18(2)": a number in brackets written on to what stands before.
bool IsFootnote(const TextView& view, const Amount& amount, uint32_t limit) {
  const uint32_t open = amount.first - 1;
  const std::string_view text = view.Text(open);
  if ((text != "[" && text != "(") || view.tokens[open].Has(Token::kSpaceBefore) || view.tokens[open].Has(Token::kLineStart) || open == 0)
    return false;
  if (amount.last >= limit || view.tokens[amount.last].token_class != TokenClass::kBracket) return false;
  return amount.low.IsInteger() && amount.low < Decimal(1000) && !amount.number.spelled;
}

bool ListGoesOn(const TextView& view, uint32_t t) {
  return t < view.tokens.size() && (view.tokens[t].token_class != TokenClass::kWord || view.Is(t, Role::kCoordinator));
}

// "Sections 302 and 34", "Call 101 or 999": a bare number in a list that begins behind a label or a word of calling.
bool IsInLabelledList(const TextView& view, const Amount& amount, uint32_t floor) {
  const NumberPhrase& number = amount.number;
  if (number.spelled || number.grouped || number.decimal || number.scaled || number.fraction || number.ordinal || number.span.size() > 4)
    return false;
  uint32_t t = amount.first;
  for (int items = 0; items < 8 && t > floor; ++items) {
    const uint32_t before = t - 1;
    const std::string_view text = view.Folded(before);
    if (Is(view, before, FigureWord::kLabel) && (items > 0 || text == "no")) return true;
    if (Is(view, before, FigureWord::kContactWord)) return !view.tokens[before].Has(Token::kClitic);
    // "after Flight 800, 12 died" is no list.
    if (text == "," && items == 0 && !ListGoesOn(view, amount.last)) return false;
    const bool link = text == "and" || text == "or" || text == "," || text == ")" || text == "to";
    if (link) {
      t = before;
      while (t > floor && (view.tokens[t - 1].token_class == TokenClass::kComma || view.tokens[t - 1].token_class == TokenClass::kBracket)) --t;
      if (t == floor) return false;
      const Token& item = view.tokens[t - 1];
      const std::string_view item_text = view.Text(t - 1);
      const bool code = item.token_class == TokenClass::kNumber && item.length <= 6 && item_text.find(',') == std::string_view::npos;
      if (!code) return false;
      --t;
      continue;
    }
    return false;
  }
  return false;
}

// "CVE-2021-44228": digits joined by hyphens to a word of capitals.
bool IsCode(const TextView& view, const Amount& amount, uint32_t floor) {
  uint32_t t = amount.first;
  bool digits = false;
  while (t > floor + 1 && !view.tokens[t].Has(Token::kSpaceBefore) && view.tokens[t - 1].token_class == TokenClass::kDash &&
         !view.tokens[t - 1].Has(Token::kSpaceBefore)) {
    t -= 2;
    if (view.tokens[t].token_class == TokenClass::kNumber) {
      digits = true;
      continue;
    }
    return digits && view.tokens[t].Has(Token::kAllCaps);
  }
  return false;
}

}  // namespace

uint32_t EndOfIdentifier(const TextView& view, uint32_t at, uint32_t floor, uint32_t limit) {
  const std::string_view first = view.Text(at);
  if (!AllDigits(first)) {
    // "192.168.1.2": points between digits that are no groups of thousands.
    const bool dots =
        std::count(first.begin(), first.end(), '.') >= 2 && first.find_first_not_of("0123456789.") == std::string_view::npos;
    return dots && !ReadDigits(first) ? at + 1 : at;
  }
  size_t groups = 0;
  size_t digits = 0;
  bool dashes = false;
  size_t first_sizes[2] = {0, 0};
  uint32_t last = at;
  for (uint32_t t = at; t < limit; ++t) {
    if (AllDigits(view.Text(t))) {
      if (groups < 2) first_sizes[groups] = view.tokens[t].length;
      ++groups;
      digits += view.tokens[t].length;
      last = t + 1;
    } else if (Joins(view, t) && t + 1 < limit) {
      dashes = dashes || view.tokens[t].token_class == TokenClass::kDash || view.Text(t) == "/";
      const bool dialling = view.Text(t) == "(" && t + 2 < limit && AllDigits(view.Text(t + 1)) && view.Text(t + 2) == ")";
      if (view.Text(t) == "(" && t > at && !dialling) break;
    } else {
      break;
    }
  }
  const bool plus = at > floor && view.Text(at - 1) == "+";
  const bool bracket = at > floor && view.Text(at - 1) == "(" && at + 1 < limit && view.Text(at + 1) == ")";
  bool contact = false;
  for (uint32_t t = at > floor + 5 ? at - 5 : floor; t < at; ++t) contact = contact || Is(view, t, FigureWord::kContactWord);
  const bool leading_zero = first.size() > 1 && first[0] == '0';
  if (digits < 7) return leading_zero || (contact && groups > 1) ? last : at;
  if (groups == 1) return leading_zero || contact || plus || digits >= 9 ? last : at;
  const bool phone =
      plus || bracket || leading_zero || contact || groups >= 3 || (dashes && first_sizes[0] == 3 && first_sizes[1] == 4);
  return phone ? last : at;
}

bool IsName(const TextView& view, const Amount& amount, bool counted, uint32_t bound_first, uint32_t floor, uint32_t limit) {
  const NumberPhrase& number = amount.number;
  if (IsGlued(view, amount, bound_first, floor, limit) || IsCode(view, amount, floor)) return true;
  if (amount.unit != nullptr && (amount.prefix || !number.suffix.empty())) return false;
  if (amount.first > floor && bound_first == amount.first && IsLabelled(view, amount, counted)) return true;
  if (amount.unit != nullptr) return false;
  if (amount.first > floor && (IsFootnote(view, amount, limit) || (!counted && IsInLabelledList(view, amount, floor)))) return true;
  if (amount.last < limit && (view.Is(amount.last, Role::kMonth) || IsAddress(view, amount, counted, limit))) return true;
  if (!counted && IsAttribute(view, amount, floor, limit)) return true;
  // A bare year.
  const bool four_digits = !number.spelled && !number.grouped && !number.decimal && !number.scaled && number.span.size() == 4;
  return four_digits && !counted && number.low >= Decimal(1500) && number.low <= Decimal(2100);
}

}  // namespace crosscheck
