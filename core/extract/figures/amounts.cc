#include "extract/figures/amounts.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/lower_text.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxPrefixTokens = 3;
constexpr uint32_t kNear = 8;  // tokens before the number that may say of what it is

class AmountReader {
 public:
  AmountReader(const TextView& view, uint32_t floor, uint32_t limit, bool money)
      : view_(view), units_(view.rules.units), floor_(floor), limit_(limit), money_(money) {}

  std::optional<Amount> Read(uint32_t at) {
    Amount amount;
    amount.first = at;
    Prefix(at, &amount);
    auto number = ReadNumber(view_, at, limit_, amount.prefix || money_);
    if (!number) return std::nullopt;
    amount.number = *number;
    amount.last = number->last;
    amount.low = number->low;
    amount.high = number->high;
    amount.span = {view_.tokens[amount.prefix ? amount.first : at].start, number->span.end};
    Again(&amount);
    if (amount.prefix) {
      if (damaged_pound_ && !number->scaled) return std::nullopt;
      if (number->suffix == "p" && number->decimal) {  // "£3.50p"
        amount.number.suffix = {};
        amount.span.end = view_.tokens[amount.last - 1].end();
      } else if (!number->suffix.empty()) {
        return std::nullopt;
      }
      SecondCode(&amount);
    } else if (amount.unit != nullptr) {
      if (!number->suffix.empty() || number->ordinal) return std::nullopt;
    } else if (!number->ordinal && !Suffix(&amount) && !number->suffix.empty()) {
      return std::nullopt;
    }
    amount.end = amount.last;
    if (amount.unit == nullptr || !FeetAndInches(&amount)) Compound(&amount);
    amount.end = amount.last;
    Per(&amount);
    return amount;
  }

 private:
  // A name may hold a sign or word of a unit ("US$", "Kenyan shillings"): beside a number it is the unit's.
  bool Free(uint32_t t) const { return t < limit_ && view_.owner[t] != Owner::kDate && view_.owner[t] != Owner::kFigure; }
  bool Is(uint32_t t, std::string_view lower) const { return t < limit_ && EqualsIgnoreCase(view_.Text(t), lower); }

  // A sign of money before the number: "$", "US$", "Rs.", "EUR".
  void Prefix(uint32_t at, Amount* amount) {
    for (size_t size = std::min<size_t>(kMaxPrefixTokens, at - floor_); size > 0; --size) {
      const uint32_t start = at - static_cast<uint32_t>(size);
      const UnitForm* form =
          Find(units_.symbols, view_.Text(start), start + 1, false, static_cast<uint32_t>(size), GluedTo::kNumberBehind);
      if (form == nullptr || !units_.units[form->unit].currency) continue;
      const Token& sign = view_.tokens[start];
      if (form->glued && view_.tokens[at].Has(Token::kSpaceBefore)) continue;
      if (start > floor_ && !sign.Has(Token::kSpaceBefore) && view_.tokens[start - 1].token_class == TokenClass::kWord) continue;
      if (!Free(start)) continue;
      amount->unit = &units_.units[form->unit];
      amount->unit_assumed = form->open;
      amount->prefix = true;
      amount->first = start;
      damaged_pound_ = form->ambiguous;
      return;
    }
    if (at <= floor_ || !Free(at - 1)) return;
    const auto before = units_.before.find(view_.Folded(at - 1));
    if (before == units_.before.end()) return;
    amount->unit = &units_.units[before->second];
    amount->first = at - 1;
  }

  // "$75 USD": a code that says which dollar.
  void SecondCode(Amount* amount) {
    const UnitForm* form =
        Free(amount->last) ? Find(units_.symbols, view_.Text(amount->last), amount->last + 1, false) : nullptr;
    if (form == nullptr || !amount->unit_assumed || !units_.units[form->unit].currency) return;
    amount->unit = &units_.units[form->unit];
    amount->unit_assumed = false;
    amount->last += static_cast<uint32_t>(form->tokens.size());
    amount->span.end = view_.tokens[amount->last - 1].end();
  }

  // What a form is written on to: letters that are a sign only there ("R500", "85p") count only where it is that.
  enum class GluedTo : uint8_t { kNothing, kNumberBehind, kNumberBefore };

  // The longest form whose first token is `first_text` and whose others stand from token `next` on. `size`: only forms of so many
  // tokens; 0: any.
  const UnitForm* Find(const StringMap<std::vector<UnitForm>>& forms, std::string_view first_text, uint32_t next, bool lower,
                       uint32_t size = 0, GluedTo glued_to = GluedTo::kNothing) const {
    const auto it = lower ? forms.find(LowerText(first_text).view()) : forms.find(first_text);
    if (it == forms.end()) return nullptr;
    for (const UnitForm& form : it->second) {
      if (size != 0 && form.tokens.size() != size) continue;
      if (form.glued && glued_to != (form.hundredth ? GluedTo::kNumberBefore : GluedTo::kNumberBehind)) continue;
      if (Matches(form, next, lower)) return &form;
    }
    return nullptr;
  }

  bool Matches(const UnitForm& form, uint32_t next, bool lower) const {
    for (size_t i = 1; i < form.tokens.size(); ++i, ++next) {
      if (next < limit_ && view_.tokens[next].token_class == TokenClass::kDash && form.tokens[i] != "-") ++next;
      // "per hour" of "kilometres per hour" looks like a time.
      if (next >= limit_ || view_.owner[next] == Owner::kFigure) return false;
      if (lower ? view_.Folded(next) != form.tokens[i] : view_.Text(next) != form.tokens[i]) return false;
    }
    return true;
  }

  // Tokens of the text that the form takes from `next` on: hyphens between its words count too.
  uint32_t EndOf(const UnitForm& form, uint32_t next) const {
    for (size_t i = 1; i < form.tokens.size(); ++i, ++next) {
      if (view_.tokens[next].token_class == TokenClass::kDash && form.tokens[i] != "-") ++next;
    }
    return next;
  }

  void Set(const UnitForm& form, uint32_t last, uint32_t end_byte, Amount* amount) {
    amount->unit = &units_.units[form.unit];
    amount->unit_assumed = form.open;
    amount->last = last;
    amount->span.end = end_byte;
    if (!form.hundredth) return;
    amount->hundredth = true;
    const auto low = Decimal::Divide(amount->low, 100, 34);
    const auto high = Decimal::Divide(amount->high, 100, 34);
    if (low && high) amount->low = *low, amount->high = *high;
  }

  // Letters glued on: "20cm", "20km/h".
  bool Glued(Amount* amount) {
    const NumberPhrase& number = amount->number;
    if (number.suffix == "s" && !number.decimal && Decade(number)) return false;
    const UnitForm* form = Find(units_.symbols, number.suffix, amount->last, false, 0, GluedTo::kNumberBefore);
    if (form == nullptr) form = Find(units_.words, number.suffix, amount->last, true);
    if (form == nullptr) return false;
    if (form->glued && Near(FigureWord::kHeatWord, number) && !Near(FigureWord::kMoneyWord, number)) {
      form = Find(units_.symbols, UpperLetter(number.suffix), amount->last, false);  // "a high of 20c"
      if (form == nullptr) return false;
    } else if (form->glued && IsScreen(number.low) && !Near(FigureWord::kMoneyWord, number)) {
      return false;
    }
    if (IsDegreeLetter(*form) && !NearHeat(amount->last) && !MeasureMayFollow(number.first)) return false;  // "seat 13C", "form 13F"
    const uint32_t last = EndOf(*form, amount->last);
    Set(*form, last, view_.tokens[last - 1].end(), amount);
    return true;
  }

  // A unit behind the number: glued on ("20cm"), a sign ("20 %"), or words ("six-month", "US dollars").
  bool Suffix(Amount* amount) {
    const NumberPhrase& number = amount->number;
    if (!number.suffix.empty()) return Glued(amount);
    uint32_t at = amount->last;
    const bool hyphen = at + 1 < limit_ && view_.tokens[at].token_class == TokenClass::kDash &&
                        !view_.tokens[at].Has(Token::kSpaceBefore) && !view_.tokens[at + 1].Has(Token::kSpaceBefore);
    if (hyphen) ++at;
    if (number.vague && Is(at, "of")) ++at;  // "hundreds of thousands of dollars"
    if (number.fraction && number.spelled && !hyphen) {  // "half a mile", "three quarters of an hour"
      const uint32_t article = Is(at, "of") ? at + 1 : at;
      if (Is(article, "a") || Is(article, "an")) at = article + 1;
    }
    if (number.suffix.empty() && at < limit_ && FeetMark(at, amount)) return true;
    if (!Free(at)) return false;
    if (Bracketed(at, amount)) return true;
    const UnitForm* form = Words(at, hyphen, number);
    if (form == nullptr) form = Sign(at, hyphen);
    const bool millions = form == nullptr && (form = MillionsCode(view_.Text(at))) != nullptr;
    if (form == nullptr) return false;
    amount->hyphen = hyphen;
    const uint32_t last = EndOf(*form, at + 1);
    Set(*form, last, view_.tokens[last - 1].end(), amount);
    if (millions) Scale(Decimal(1000000), amount);
    // "75 USD million".
    const NumberWord& scale = last < limit_ ? view_.rules.figures.Number(view_.tokens[last].word) : FigureRules::kNoNumber;
    if (form->symbol && amount->unit->currency && scale.Is(NumberClass::kScale)) {
      Scale(scale.value, amount);
      amount->span.end = view_.tokens[last].end();
      amount->last = last + 1;
    }
    return true;
  }

  static std::string UpperLetter(std::string_view letter) { return std::string(1, static_cast<char>(letter[0] & ~0x20)); }

  // Lines of a screen: 720p, 1080p.
  static bool IsScreen(const Decimal& value) {
    constexpr int kLines[] = {144, 240, 360, 480, 720, 1080, 1440, 2160, 4320};
    return std::any_of(std::begin(kLines), std::end(kLines), [&](int lines) { return value == Decimal(lines); });
  }

  // A word of the list stands in the few tokens before the number.
  bool Near(FigureWord list, const NumberPhrase& number) const {
    const uint32_t from = number.first >= floor_ + kNear ? number.first - kNear : floor_;
    for (uint32_t t = from; t < number.first; ++t) {
      if (view_.rules.figures.Is(view_.tokens[t].word, list)) return true;
    }
    return false;
  }

  // "fourteen (14)", "3 (three)": the same number once more in brackets; what it is of stands behind them.
  void Again(Amount* amount) const {
    const uint32_t open = amount->last;
    if (depth_ > 0 || open + 2 >= limit_ || view_.Text(open) != "(" || !Free(open) || !Free(open + 1)) return;
    const auto again = ReadNumber(view_, open + 1, limit_, false);
    if (!again || again->last >= limit_ || view_.Text(again->last) != ")" || again->low != amount->low || again->vague ||
        again->ordinal != amount->number.ordinal || again->spelled == amount->number.spelled || !again->suffix.empty())
      return;
    amount->again_first = open + 1;
    amount->again_last = again->last;
    amount->last = again->last + 1;
  }

  // "6-foot-4", "6ft 4ins", "5'10\"", "six feet, two inches", "five foot six": one length in inches.
  bool FeetAndInches(Amount* amount) const {
    if (amount->unit != units_.Find("foot") || !amount->low.IsInteger() || amount->low != amount->high) return false;
    uint32_t at = amount->last;
    const auto dash = [&](uint32_t t) {
      return t < limit_ && view_.tokens[t].token_class == TokenClass::kDash && !view_.tokens[t].Has(Token::kSpaceBefore);
    };
    const bool hyphen = dash(at);
    const bool comma = !hyphen && (Is(at, ",") || Is(at, "and"));
    if (hyphen || comma) ++at;
    const auto number = at < limit_ ? ReadNumber(view_, at, limit_, false) : std::nullopt;
    if (!number || number->vague || number->ordinal || number->scaled || number->low >= Decimal(12)) return false;
    uint32_t last = number->last;
    bool inch = IsInch(number->suffix) || (number->suffix.empty() && last < limit_ && IsInch(view_.Text(dash(last) ? last + 1 : last)));
    if (inch && number->suffix.empty()) last = dash(last) ? last + 2 : last + 1;
    if (!number->suffix.empty() && !inch) return false;
    const bool mark = amount->feet_mark && last < limit_ && view_.tokens[last].token_class == TokenClass::kQuote &&
                      !view_.tokens[last].Has(Token::kSpaceBefore);
    if (mark) last += view_.Text(last) == "'" && last + 1 < limit_ && view_.Text(last + 1) == "'" ? 2 : 1;
    const bool closed = last >= limit_ || view_.tokens[last].token_class != TokenClass::kWord || Is(last, "tall") || Is(last, "and");
    const bool glued = !view_.tokens[at].Has(Token::kSpaceBefore);
    if (!inch && !mark && !(glued && !comma) && !(closed && !comma)) return false;
    const auto feet = Decimal::Multiply(amount->low, 12);
    const auto sum = feet ? Decimal::Add(*feet, number->low) : std::nullopt;
    if (!sum) return false;
    amount->low = amount->high = *sum;
    amount->unit = units_.Find("inch");
    amount->last = last;
    amount->span.end = inch || mark ? view_.tokens[last - 1].end() : number->span.end;
    return true;
  }

  bool IsInch(std::string_view text) const {
    const Unit* inch = units_.Find("inch");
    const auto is = [&](const StringMap<std::vector<UnitForm>>& forms, std::string_view key) {
      const auto it = forms.find(key);
      return it != forms.end() && it->second.back().tokens.size() == 1 && &units_.units[it->second.back().unit] == inch;
    };
    return !text.empty() && (is(units_.symbols, text) || is(units_.words, LowerText(text).view()));
  }

  // The marks of feet: "5'10", behind the number at `at`.
  bool FeetMark(uint32_t at, Amount* amount) const {
    const std::string_view mark = view_.Text(at);
    if ((mark != "'" && mark != "’" && mark != "′") || view_.tokens[at].Has(Token::kSpaceBefore) || at + 1 >= limit_ ||
        view_.tokens[at + 1].token_class != TokenClass::kNumber || view_.tokens[at + 1].Has(Token::kSpaceBefore) ||
        amount->low > Decimal(8))
      return false;
    amount->unit = units_.Find("foot");
    amount->feet_mark = true;
    amount->last = at + 1;
    return true;
  }

  // "20 (kg)", "20 [kg]".
  bool Bracketed(uint32_t at, Amount* amount) {
    if (at + 2 >= limit_ || (view_.Text(at) != "(" && view_.Text(at) != "[")) return false;
    const std::string_view close = view_.Text(at + 2);
    if ((close != ")" && close != "]") || !Free(at + 1)) return false;
    const UnitForm* form = Find(units_.symbols, view_.Text(at + 1), at + 2, false, 1);
    if (form == nullptr || units_.units[form->unit].currency) return false;
    Set(*form, at + 3, view_.tokens[at + 2].end(), amount);
    return true;
  }

  // "1990s", "her 20s".
  static bool Decade(const NumberPhrase& number) {
    const auto tenth = Decimal::Divide(number.low, 10, 10);
    return tenth && tenth->IsInteger();
  }

  // "MEUR", "MUSD": millions of a currency by its code. The form is that of the code.
  const UnitForm* MillionsCode(std::string_view text) const {
    if (text.size() != 4 || text[0] != 'M') return nullptr;
    const auto it = units_.symbols.find(text.substr(1));
    if (it == units_.symbols.end() || it->second.back().tokens.size() != 1) return nullptr;
    return units_.units[it->second.back().unit].currency ? &it->second.back() : nullptr;
  }

  static void Scale(const Decimal& factor, Amount* amount) {
    const auto low = Decimal::Multiply(amount->low, factor);
    const auto high = Decimal::Multiply(amount->high, factor);
    if (low && high) amount->low = *low, amount->high = *high;
  }

  const UnitForm* Sign(uint32_t at, bool hyphen) const {
    const UnitForm* form = Find(units_.symbols, view_.Text(at), at + 1, false);
    if (form == nullptr) return nullptr;
    // "one-in-three".
    if (hyphen && form->tokens[0] == "in" && at + 1 < limit_ && view_.tokens[at + 1].token_class == TokenClass::kDash) return nullptr;
    // Letters of one or two characters that are words too stand glued to the number, or end the phrase.
    const bool letter =
        form->tokens.size() == 1 && form->tokens[0].size() == 1 && static_cast<unsigned char>(form->tokens[0][0] | 0x20) >= 'a';
    if (!hyphen && form->tokens[0] == "in" && !AfterFeet(at)) return nullptr;
    // A degree's letter apart from the number needs a word of heat: "30 C in the shade".
    if (IsDegreeLetter(*form) && !NearHeat(at)) return nullptr;
    if (letter && at + 1 < limit_ && view_.tokens[at + 1].Has(Token::kCapital) && view_.tokens[at + 1].Has(Token::kSpaceBefore))
      return nullptr;
    return form;
  }

  // "C", "F": a degree without its sign.
  bool IsDegreeLetter(const UnitForm& form) const {
    return form.tokens.size() == 1 && form.tokens[0].size() == 1 && !units_.units[form.unit].offset_numerator.IsZero();
  }

  // "was 35C", "about 35C", where a label ("seat 13C") has a noun before the number.
  bool MeasureMayFollow(uint32_t number) const {
    constexpr RoleSet kLeads = Bits({Role::kAuxiliary, Role::kApproximator, Role::kBound});
    return number > floor_ && (view_.Roles(number - 1) & kLeads) != 0;
  }

  bool NearHeat(uint32_t at) const {
    for (uint32_t t = at >= floor_ + kNear ? at - kNear : floor_; t < limit_ && t < at + 4; ++t) {
      if (view_.rules.figures.Is(view_.tokens[t].word, FigureWord::kHeatWord)) return true;
    }
    return false;
  }

  bool AfterFeet(uint32_t at) const {
    return at >= 2 && (view_.Text(at - 2) == "ft" || view_.Text(at - 2) == "feet" || view_.Text(at - 2) == "foot" ||
                       view_.Text(at - 2).ends_with("ft"));
  }

  const UnitForm* Words(uint32_t at, bool hyphen, const NumberPhrase& number) const {
    const auto it = units_.words.find(view_.Folded(at));
    if (it == units_.words.end()) return nullptr;
    for (const UnitForm& form : it->second) {
      if (!Matches(form, at + 1, true)) continue;
      if (form.plural_only && !form.plural && (!hyphen || !AttributeBehind(at + 1))) continue;
      const bool told = Near(FigureWord::kMoneyWord, number) || Near(FigureWord::kWeightWord, number);  // "weighs 19 stone"
      if (form.ambiguous && !hyphen && number.low < Decimal(1000) && !told) continue;
      if (form.ambiguous && number.low < Decimal(1000) && (Is(at + 1, "out") || Near(FigureWord::kContest, number))) continue;
      if (form.tokens[0] == "times" && !Comparison(at + 1)) continue;
      // "pound" is money and mass.
      if (form.tokens.size() == 1 && view_.rules.units.units[form.unit].name == "GBP" && !form.hundredth &&
          form.tokens[0].starts_with("pound") && !PoundsAreMoney(at, hyphen, number)) {
        continue;
      }
      return &form;
    }
    return nullptr;
  }

  // "three times as many", "five times higher": a multiple, not a count of occasions.
  bool Comparison(uint32_t t) const {
    if (t >= limit_) return false;
    const std::string_view word = view_.Folded(t);
    return word == "as" || word == "the" || word == "more" || word == "that" || word == "its" || word == "their" ||
           word == "what" || word == "less" ||
           (word.size() > 4 && word.ends_with("er") && word != "after" && word != "over" && word != "under");
  }

  // A noun that the hyphenated unit describes: "a 500-mark note".
  bool AttributeBehind(uint32_t t) const {
    return t < limit_ && view_.tokens[t].token_class == TokenClass::kWord &&
           !view_.IsAny(t, Bits({Role::kPreposition, Role::kCoordinator, Role::kAuxiliary, Role::kPronoun, Role::kSubordinator}));
  }

  bool PoundsAreMoney(uint32_t at, bool hyphen, const NumberPhrase& number) const {
    const auto in = [&](uint32_t t, FigureWord list) { return t < limit_ && view_.rules.figures.Is(view_.tokens[t].word, list); };
    if (hyphen) return in(at + 1, FigureWord::kMoneyWord);
    if (Is(at + 1, "of") || (Is(at + 1, "in") && in(at + 2, FigureWord::kWeightWord))) return false;
    // The nearest word that says which.
    const uint32_t from = number.first >= floor_ + kNear ? number.first - kNear : floor_;
    for (uint32_t t = number.first; t > from; --t) {
      if (in(t - 1, FigureWord::kMoneyWord)) return true;
      if (in(t - 1, FigureWord::kWeightWord) && !(number.low >= Decimal(1000000) && in(t - 1, FigureWord::kChangeVerb))) return false;
    }
    return number.low >= Decimal(1000000);
  }

  // "5 feet 2 inches", "12 dollars and 50 cents", "two hours and 30 minutes": one amount, in the larger unit where that is exact.
  void Compound(Amount* amount) {
    if (amount->unit == nullptr || amount->prefix || amount->hyphen || amount->number.vague || amount->hundredth || amount->low != amount->high) return;
    uint32_t at = amount->last;
    if (Is(at, "and")) ++at;
    if (!Free(at) || depth_ > 0) return;
    const TokenClass next = view_.tokens[at].token_class;
    if (next != TokenClass::kNumber && !view_.Is(at, Role::kNumberWord)) return;
    ++depth_;
    const uint32_t floor = std::exchange(floor_, at);
    const auto part = Read(at);
    floor_ = floor;
    --depth_;
    if (part && part->unit == nullptr) return Cents(*part, amount);
    if (!part || part->unit == nullptr || part->prefix || part->number.ordinal ||
        part->unit->dimension != amount->unit->dimension)
      return;
    std::optional<Decimal> value;
    if (part->hundredth && amount->unit == part->unit) {
      value = Decimal::Add(amount->low, part->low);
    } else if (part->unit != amount->unit && !amount->unit->currency) {
      value = InLargerUnit(*amount, *part);
    }
    if (!value) return;
    amount->low = amount->high = *value;
    amount->last = part->last;
    amount->span.end = part->span.end;
  }

  // "15 dollars 50", "15 dollars and 50.": hundredths without their name, at the end of a phrase.
  void Cents(const Amount& part, Amount* amount) const {
    const NumberPhrase& n = part.number;
    const bool plain =
        amount->unit->currency && amount->low.IsInteger() && n.low.IsInteger() && n.low < Decimal(100) && !n.ordinal && !n.vague;
    const bool closed = part.last >= limit_ || view_.tokens[part.last].token_class == TokenClass::kStop;
    const auto cents = plain && closed ? Decimal::Divide(n.low, 100, 4) : std::nullopt;
    const auto sum = cents ? Decimal::Add(amount->low, *cents) : std::nullopt;
    if (!sum) return;
    amount->low = amount->high = *sum;
    amount->last = part.last;
    amount->span.end = part.span.end;
  }

  // The sum in the larger unit, or, where that is no finite decimal, in the smaller one (and the amount's unit becomes that).
  std::optional<Decimal> InLargerUnit(Amount& amount, const Amount& part) const {
    const auto large = ConvertToBase(units_, amount.unit->name, 1);
    const auto small = ConvertToBase(units_, part.unit->name, 1);
    if (!large || !small || *small >= *large) return std::nullopt;
    const auto factor = Decimal::Divide(*large, *small, 20);
    if (!factor || !factor->IsInteger() || part.low >= *factor) return std::nullopt;
    const auto whole = Decimal::Multiply(amount.low, *factor);
    const auto all = whole ? Decimal::Add(*whole, part.low) : std::nullopt;
    if (!all) return std::nullopt;
    const auto quotient = Decimal::Divide(*all, *factor, 20);
    const auto back = quotient ? Decimal::Multiply(*quotient, *factor) : std::nullopt;
    if (back && *back == *all) return quotient;
    amount.unit = part.unit;
    return all;
  }

  // "a share", "per day", "apiece", "/month".
  void Per(Amount* amount) {
    uint32_t at = amount->last;
    if (!Free(at) || (amount->unit == nullptr && !amount->number.scaled)) return;
    const auto per_word = [&](uint32_t t) {
      return Free(t) && view_.rules.figures.Is(view_.tokens[t].word, FigureWord::kPerWord);
    };
    if (Is(at, "apiece") || (Is(at, "each") && amount->unit != nullptr && amount->unit->currency)) {
      amount->per = view_.Folded(at);
      amount->end = at + 1;
      return;
    }
    if (view_.tokens[at].token_class == TokenClass::kDash && (Is(at + 1, "a") || Is(at + 1, "per"))) ++at;
    const bool marked = Is(at, "a") || Is(at, "an") || Is(at, "per") || Is(at, "every") || view_.Text(at) == "/";
    if (!marked) return;
    uint32_t noun = at + 1;
    if (noun < limit_ && view_.tokens[noun].token_class == TokenClass::kDash) ++noun;
    if (!per_word(noun)) return;
    amount->per = view_.Folded(noun);
    amount->end = noun + 1;
  }

  const TextView& view_;
  const UnitTable& units_;
  uint32_t floor_;
  uint32_t limit_;
  bool money_;
  bool damaged_pound_ = false;
  int depth_ = 0;
};

}  // namespace

std::optional<Amount> ReadAmount(const TextView& view, uint32_t at, uint32_t floor, uint32_t limit, bool money) {
  return AmountReader(view, floor, limit, money).Read(at);
}

std::optional<Amount> ReadUnitAndPart(const TextView& view, uint32_t half, uint32_t floor, uint32_t limit) {
  if (half < floor + 4 || half >= limit || !EqualsIgnoreCase(view.Text(half - 2), "and")) return std::nullopt;
  const auto article = [&](uint32_t t) { return EqualsIgnoreCase(view.Text(t), "a") || EqualsIgnoreCase(view.Text(t), "an"); };
  const NumberWord& part = view.rules.figures.Number(view.tokens[half].word);
  if (!article(half - 1) || !article(half - 4) || !part.Is(NumberClass::kFraction)) return std::nullopt;
  const auto it = view.rules.units.words.find(view.Folded(half - 3));
  const auto value = Decimal::Divide(1, part.denominator, 30);
  const auto sum = value ? Decimal::Add(1, *value) : std::nullopt;
  if (it == view.rules.units.words.end() || !sum || it->second.back().tokens.size() != 1) return std::nullopt;
  Amount amount;
  amount.unit = &view.rules.units.units[it->second.back().unit];
  amount.first = amount.number.first = half - 4;
  amount.last = amount.end = amount.number.last = half + 1;
  amount.span = amount.number.span = view.SpanOf(half - 4, half + 1);
  amount.low = amount.high = amount.number.low = amount.number.high = *sum;
  amount.number.spelled = true;
  return amount;
}

}  // namespace crosscheck
