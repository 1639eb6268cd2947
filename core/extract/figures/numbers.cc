#include "extract/figures/numbers.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/lower_text.h"
#include "extract/figures/counted.h"
#include "extract/figures/digits.h"

namespace crosscheck {
namespace {

constexpr int kFractionDigits = 30;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class NumberReader {
 public:
  NumberReader(const TextView& view, uint32_t at, uint32_t limit, bool money)
      : view_(view), rules_(view.rules.figures), at_(at), limit_(limit), money_(money) {
    out_.first = at;
  }

  std::optional<NumberPhrase> Read() {
    if (!Magnitude() && !LeadingFraction() && !Cardinal()) return std::nullopt;
    out_.last = at_;
    out_.span = {view_.tokens[out_.first].start, end_};
    return out_;
  }

 private:
  const Token& Tok(uint32_t t) const { return view_.tokens[t]; }
  bool Here(uint32_t t) const {
    if (t >= limit_ || view_.owner[t] == Owner::kDate) return false;
    if (view_.owner[t] != Owner::kName) return true;
    const NumberWord& word = rules_.Number(Tok(t).word);
    return word.Is(NumberClass::kVague) || (word.Is(NumberClass::kScale) && t > out_.first);
  }
  const NumberWord& Word(uint32_t t) const { return Here(t) ? rules_.Number(Tok(t).word) : FigureRules::kNoNumber; }
  bool Is(uint32_t t, NumberClass c) const { return Word(t).Is(c); }
  std::string_view Text(uint32_t t) const { return Here(t) ? view_.Text(t) : std::string_view(); }
  std::string_view Folded(uint32_t t) const { return Here(t) ? view_.Folded(t) : std::string_view(); }
  bool IsText(uint32_t t, std::string_view lower) const {
    const std::string_view text = Text(t);
    return EqualsIgnoreCase(text, lower);
  }
  // A hyphen written without spaces between two words.
  bool Hyphen(uint32_t t) const {
    return Here(t) && Here(t + 1) && Tok(t).token_class == TokenClass::kDash && !Tok(t).Has(Token::kSpaceBefore) &&
           !Tok(t + 1).Has(Token::kSpaceBefore);
  }
  uint32_t SkipHyphen(uint32_t t) const { return Hyphen(t) ? t + 1 : t; }
  bool Article(uint32_t t) const { return IsText(t, "a") || IsText(t, "an"); }
  void Take(uint32_t last) {
    at_ = last;
    end_ = Tok(last - 1).end();
  }
  void Set(const Decimal& low, const Decimal& high) {
    out_.low = low;
    out_.high = high;
  }
  // The group grows to `sum`, which is missing where it does not fit.
  bool Grow(const std::optional<Decimal>& sum) {
    if (sum) group_ = *sum;
    return sum.has_value();
  }
  bool Set(const std::optional<Decimal>& value) {
    if (!value) return false;
    Set(*value, *value);
    return true;
  }

  // "hundreds", "tens of thousands", "several hundred", "a few million", "a couple of dozen".
  bool Magnitude() {
    uint32_t t = at_;
    if (Is(t, NumberClass::kVague)) {
      const NumberWord& first = Word(t);
      Decimal low = first.low;
      Decimal high = first.high;
      uint32_t last = t + 1;
      while (IsText(last, "of") && Is(last + 1, NumberClass::kVague)) {
        const auto unit = Decimal::Divide(Word(last + 1).low, 2, 0);
        const auto next_low = Decimal::Multiply(low, *unit);
        const auto over = Decimal::Add(high, 1);
        const auto next_high = over ? Decimal::Multiply(*over, *unit) : std::nullopt;
        const auto below = next_high ? Decimal::Subtract(*next_high, 1) : std::nullopt;
        if (!next_low || !below) return false;
        low = *next_low;
        high = *below;
        last += 2;
      }
      // "the scores", "in tens": magnitudes only with what they count.
      const bool bare = last == t + 1 && (IsText(t, "scores") || IsText(t, "tens"));
      if (bare && !IsText(last, "of")) return false;
      Set(low, high);
      out_.vague = out_.spelled = true;
      Take(last);
      return true;
    }
    if (Article(t) && Is(t + 1, NumberClass::kSome)) ++t;
    if (!Is(t, NumberClass::kSome)) return false;
    const NumberWord& some = Word(t);
    uint32_t noun = t + 1;
    if (IsText(noun, "of")) ++noun;
    const NumberWord& unit = Word(noun);
    Decimal factor;
    if (unit.Is(NumberClass::kHundred) || unit.Is(NumberClass::kScale) || unit.Is(NumberClass::kDozen)) {
      factor = unit.value;
    } else if (unit.Is(NumberClass::kVague)) {
      factor = Decimal::Divide(unit.low, 2, 0).value_or(Decimal());
    } else {
      return false;
    }
    const auto low = Decimal::Multiply(some.low, factor);
    const auto next = Decimal::Add(some.high, 1);
    const auto over = next ? Decimal::Multiply(*next, factor) : std::nullopt;
    const auto high = some.low == some.high ? low : over ? Decimal::Subtract(*over, 1) : std::nullopt;
    if (!low || !high) return false;
    Set(*low, *high);
    out_.vague = some.low != some.high;
    out_.about = !out_.vague;
    out_.spelled = out_.scaled = true;
    Take(noun + 1);
    return true;
  }

  // "half", "half a million", "a quarter of a million", "quarter million".
  bool LeadingFraction() {
    uint32_t t = at_;
    if (Article(t) &&
        (IsText(t + 1, "half") || IsText(t + 1, "quarter") || IsText(t + 1, "third") || Is(t + 1, NumberClass::kFraction)))
      ++t;
    if (!Is(t, NumberClass::kFraction)) {
      if (!Here(t) || Tok(t).token_class != TokenClass::kSymbol) return false;
      const auto vulgar = VulgarFraction(Text(t), kFractionDigits);
      if (!vulgar || !Set(vulgar)) return false;
      out_.fraction = true;
      Take(t + 1);
      ScaleFraction();
      return true;
    }
    if (Text(t).ends_with('s') && !IsText(t, "halves")) return false;
    const bool half = IsText(t, "half");
    const bool article = t != at_;
    uint32_t next = SkipHyphen(t + 1);
    const bool of = IsText(next, "of");
    const bool scale = Is(next, NumberClass::kScale) || Is(next, NumberClass::kDozen) ||
                       (Article(next) && (Is(next + 1, NumberClass::kScale) || Is(next + 1, NumberClass::kDozen)));
    const bool ends = !Here(next) || (Tok(next).token_class != TokenClass::kWord && Tok(next).token_class != TokenClass::kNumber);
    const bool unit = half && (Article(next) || next == t + 1) && UnitAt(Article(next) ? next + 1 : next);
    const bool part_of_unit = of && Article(next + 1) && UnitAt(next + 2);
    const bool measured =
        unit || part_of_unit || IsText(next, "percent") || IsText(next, "per") || IsText(next, "mile") || IsText(next, "point") || IsText(next, "cent");
    if (half ? !(of || scale || measured || (article && ends) || HalfOf(next) || (next == t + 1 && BoundBefore()))
             : !((article && (of || ends || measured)) || part_of_unit || (scale && IsText(t, "quarter"))))
      return false;
    if (!Set(Decimal::Divide(1, Word(t).denominator, kFractionDigits))) return false;
    out_.fraction = out_.spelled = true;
    Take(t + 1);
    ScaleFraction();
    return true;
  }

  bool UnitAt(uint32_t t) const { return Here(t) && view_.rules.units.words.contains(Folded(t)); }

  // "more than half", "nearly half": the bound makes it a number.
  bool BoundBefore() const {
    return at_ > 0 && view_.Text(at_ - 1) != "as" && rules_.before.contains(view_.Folded(at_ - 1));
  }

  // "half the", "half a", "half its", "half as", "half all".
  bool HalfOf(uint32_t t) const {
    if (Hyphen(t - 1 > at_ ? t - 1 : t)) return false;
    return IsText(t, "the") || Article(t) || IsText(t, "its") || IsText(t, "their") || IsText(t, "his") || IsText(t, "her") ||
           IsText(t, "our") || IsText(t, "that") || IsText(t, "those") || IsText(t, "these") || IsText(t, "as") ||
           IsText(t, "all");
  }

  // "[half] a million", "[three quarters] of a million".
  void ScaleFraction() {
    uint32_t t = SkipHyphen(at_);
    if (IsText(t, "of") && Article(t + 1)) ++t;
    if (Article(t)) ++t;
    if (!Is(t, NumberClass::kScale) && !Is(t, NumberClass::kDozen)) return;
    if (!Set(Decimal::Multiply(out_.low, Word(t).value))) return;
    out_.scaled = true;
    out_.fraction = false;
    Take(t + 1);
  }

  bool Cardinal();
  bool Literal();
  bool SpaceGroups(std::string* digits);
  bool CountsBehind(uint32_t t) const;
  bool Millions() const;
  bool ScaleLetters();
  bool CommaPart();
  bool SlashFraction(uint32_t t, Decimal* value, uint32_t* last) const;
  bool MixedFraction(uint32_t start);
  bool Suffix(uint32_t start);
  bool Exponent(uint32_t start);
  bool LiteralBelowScale();
  bool Step();
  bool And();
  bool WordFraction();
  bool Ordinal();
  bool Point();
  bool Total();

  const TextView& view_;
  const FigureRules& rules_;
  uint32_t at_;
  uint32_t limit_;
  bool money_;
  uint32_t end_ = 0;
  NumberPhrase out_;

  // Of the number under way: what is complete, the group below the next scale, and what may follow.
  enum class Group : uint8_t { kEmpty, kUnit, kTen, kHundred, kLiteral };
  Decimal total_;
  Decimal group_;
  Group state_ = Group::kEmpty;
  std::optional<Decimal> last_scale_;
  bool literal_ = false;
};

// "3/4" or "3 / 4" from token t.
bool NumberReader::SlashFraction(uint32_t t, Decimal* value, uint32_t* last) const {
  if (!Here(t + 2) || Text(t + 1) != "/") return false;
  const std::string_view over = Text(t);
  const std::string_view under = Text(t + 2);
  if (over.size() > 2 || under.size() > 3 || !std::all_of(over.begin(), over.end(), IsDigit) ||
      !std::all_of(under.begin(), under.end(), IsDigit))
    return false;
  if (Here(t + 3) && Text(t + 3) == "/") return false;
  const auto numerator = Decimal::Parse(over);
  const auto denominator = Decimal::Parse(under);
  if (!numerator || !denominator || denominator->IsZero() || *numerator >= *denominator) return false;
  const bool usual =
      *denominator <= Decimal(10) || under == "12" || under == "16" || under == "32" || under == "64" || under == "100";
  if (!usual) return false;
  const auto quotient = Decimal::Divide(*numerator, *denominator, kFractionDigits);
  if (!quotient) return false;
  *value = *quotient;
  *last = t + 3;
  return true;
}

// "940 000", "1 234 567": groups of three parted by spaces; by plain spaces only where the number is round, since two numbers may
// stand side by side.
bool NumberReader::SpaceGroups(std::string* digits) {
  uint32_t t = at_ + 1;
  std::string all(*digits);
  bool thin = true;
  while (Here(t) && Tok(t).token_class == TokenClass::kNumber && Tok(t).Has(Token::kSpaceBefore) && all.size() < 40) {
    const std::string_view text = view_.Text(t);
    if (text.size() < 3 || !std::all_of(text.begin(), text.begin() + 3, IsDigit) || (text.size() > 3 && text[3] != '.')) break;
    thin = thin && Tok(t).start - Tok(t - 1).end() >= 2;  // a space of Unicode takes two bytes or more
    all.append(text);
    ++t;
    if (text.size() > 3) break;
  }
  if (t == at_ + 1 || (!thin && !all.ends_with("000") && !money_ && !CountsBehind(t))) return false;
  *digits = std::move(all);
  at_ = t - 1;
  return true;
}

// "killed 1 200 people": a noun counted follows at `t`, and no word that takes a number as its name stands before.
bool NumberReader::CountsBehind(uint32_t t) const {
  if (out_.first > 0 && !Tok(out_.first).Has(Token::kLineStart)) {
    const Token& before = Tok(out_.first - 1);
    if (rules_.Is(before.word, FigureWord::kLabel) || view_.owner[out_.first - 1] != Owner::kFree ||
        before.token_class == TokenClass::kNumber || (before.Has(Token::kCapital) && before.word == 0))
      return false;
  }
  return Tok(t - 1).length == 3 && !ReadCounted(view_, t, limit_, false).empty();
}

// A number in digits, with the letters glued on to it.
bool NumberReader::Literal() {
  std::string_view text = view_.Text(at_);
  const size_t bytes = text.size();
  const std::string ascii = AsciiDigits(text);
  if (!ascii.empty()) text = ascii;
  size_t size = 0;
  while (size < text.size() && (IsDigit(text[size]) || text[size] == ',' || text[size] == '.')) ++size;
  std::string digits(text.substr(0, std::min<size_t>(size, 64)));
  if (size > 64) return false;
  out_.grouped = digits.find(',') != std::string::npos;
  const uint32_t start = at_;
  if (size == text.size() && size <= 3 && digits[0] != '0' && !out_.grouped && digits.find('.') == std::string::npos)
    out_.grouped = SpaceGroups(&digits);
  const auto value = ReadDigits(digits);
  if (!value) return false;
  out_.decimal = digits.find('.') != std::string::npos;
  group_ = *value;
  state_ = Group::kLiteral;
  literal_ = true;
  Take(at_ + 1);
  if (start + 1 != at_) return true;
  end_ = Tok(start).start + static_cast<uint32_t>(bytes - (text.size() - size));
  out_.suffix = view_.Text(start).substr(bytes - (text.size() - size));
  if (!Exponent(start)) return false;
  if (at_ != start + 1) return true;
  return out_.suffix.empty() ? MixedFraction(start) : Suffix(start);
}

// "2 1/2", "2-1/2", "2½", "1/4" behind the digits at `start`.
bool NumberReader::MixedFraction(uint32_t start) {
  Decimal fraction;
  uint32_t last = 0;
  const uint32_t next = SkipHyphen(at_);
  const auto vulgar =
      Here(at_) && Tok(at_).token_class == TokenClass::kSymbol ? VulgarFraction(Text(at_), kFractionDigits) : std::nullopt;
  if (vulgar && !out_.decimal) {
    if (!Grow(Decimal::Add(group_, *vulgar))) return false;
    Take(at_ + 1);
  } else if (SlashFraction(start, &fraction, &last)) {
    group_ = fraction;
    out_.fraction = true;
    Take(last);
  } else if (!out_.decimal && Here(next) && Tok(next).token_class == TokenClass::kNumber &&
             SlashFraction(next, &fraction, &last)) {
    if (!Grow(Decimal::Add(group_, fraction))) return false;
    Take(last);
  }
  return true;
}

// Letters glued on to the digits at `start`: an ordinal, a multiplier, or left for a unit.
bool NumberReader::Suffix(uint32_t start) {
  const std::string_view s = out_.suffix;
  if (s == "st" || s == "nd" || s == "rd" || s == "th") {
    out_.ordinal = true;
  } else {
    auto glued = rules_.glued.find(s);
    if (glued == rules_.glued.end() && s.size() > 2) glued = rules_.glued.find(LowerText(s).view());
    if (glued == rules_.glued.end() || (!money_ && glued->second.only_money && !Millions())) return true;
    if (!Grow(Decimal::Multiply(group_, glued->second.factor))) return false;
    out_.scaled = true;
  }
  out_.suffix = {};
  end_ = Tok(start).end();
  return true;
}

// "1.2m members", "2.4m tonnes": millions where a plural or a unit of things counted stands behind; metres of "3m high walls".
bool NumberReader::Millions() const {
  if (out_.suffix != "m" && out_.suffix != "M") return false;
  if (!Here(at_) || Tok(at_).token_class != TokenClass::kWord || !Tok(at_).Has(Token::kSpaceBefore)) return false;
  const auto unit = view_.rules.units.words.find(Folded(at_));
  if (unit != view_.rules.units.words.end()) return unit->second.front().plural && !rules_.Is(Tok(at_).word, FigureWord::kMetreWord);
  const CountedPhrase noun = ReadCounted(view_, at_, limit_, false);
  for (uint32_t t = noun.first; t < noun.last; ++t) {
    if (rules_.Is(Tok(t).word, FigureWord::kMetreWord)) return false;
  }
  return !noun.empty();
}

// "$3 m", "£3 B", "$3-m", "Rs 2.5 cr": letters of a multiplier that stand apart from a sum of money.
bool NumberReader::ScaleLetters() {
  if (!money_ || !literal_ || state_ != Group::kLiteral || out_.scaled || !out_.suffix.empty()) return false;
  const uint32_t t = SkipHyphen(at_);
  if (!Here(t) || Tok(t).token_class != TokenClass::kWord) return false;
  if (t + 1 < limit_ && !Tok(t + 1).Has(Token::kSpaceBefore) && Tok(t + 1).token_class == TokenClass::kSymbol) return false;
  auto glued = rules_.glued.find(Text(t));
  if (glued == rules_.glued.end()) glued = rules_.glued.find(Folded(t));
  if (glued == rules_.glued.end() || !Grow(Decimal::Multiply(group_, glued->second.factor))) return false;
  out_.scaled = true;
  Take(t + 1);
  return true;
}

// "[one million], one hundred and eighty-two thousand": a smaller part behind a comma.
bool NumberReader::CommaPart() {
  if (!out_.spelled || !last_scale_ || state_ != Group::kEmpty || !Here(at_) || Tok(at_).token_class != TokenClass::kComma)
    return false;
  if (!Here(at_ + 1) || !rules_.Number(Tok(at_ + 1).word).Is(NumberClass::kUnit) ||
      !(Is(at_ + 2, NumberClass::kHundred) || Is(at_ + 2, NumberClass::kScale)))
    return false;
  const auto part = NumberReader(view_, at_ + 1, limit_, false).Read();
  if (!part || part->vague || part->ordinal || part->fraction || part->low >= *last_scale_) return false;
  if (!Grow(Decimal::Add(group_, part->low))) return false;
  state_ = Group::kUnit;
  Take(part->last);
  return true;
}

// "[4 thousand] 3 hundred": digits again below the scale word before.
bool NumberReader::LiteralBelowScale() {
  if (!literal_ || state_ != Group::kEmpty || !last_scale_ || !Here(at_) || Tok(at_).token_class != TokenClass::kNumber)
    return false;
  const NumberWord& next = Word(at_ + 1);
  if (!next.Is(NumberClass::kHundred) && !(next.Is(NumberClass::kScale) && next.value < *last_scale_)) return false;
  const auto value = ReadDigits(Text(at_));
  if (!value || *value >= Decimal(1000)) return false;
  group_ = *value;
  state_ = Group::kLiteral;
  Take(at_ + 1);
  return true;
}

// "[1.3]e6", "[1.1]^23": exact or no number at all. False only for the latter.
bool NumberReader::Exponent(uint32_t start) {
  const bool e = out_.suffix == "e" || out_.suffix == "E";
  uint32_t t = start + 1;
  if (!e && !(out_.suffix.empty() && Text(t) == "^")) return true;
  if (!e) ++t;
  bool negative = false;
  if (Here(t) && Tok(t).token_class == TokenClass::kDash && !Tok(t).Has(Token::kSpaceBefore)) {
    negative = true;
    ++t;
  } else if (Text(t) == "+") {
    ++t;
  }
  const std::string_view digits = Text(t);
  if (digits.empty() || digits.size() > 2 || Tok(t).Has(Token::kSpaceBefore) ||
      !std::all_of(digits.begin(), digits.end(), IsDigit))
    return false;
  int exponent = 0;
  for (const char digit : digits) exponent = exponent * 10 + (digit - '0');
  std::optional<Decimal> value;
  if (e) {
    value = Decimal::Multiply(group_, Decimal(1, negative ? -exponent : exponent));
  } else {
    Decimal power = 1;
    for (int i = 0; i < exponent; ++i) {
      const auto product = Decimal::Multiply(power, group_);
      if (!product) return false;
      power = *product;
    }
    value = negative ? Decimal::Divide(1, power, kFractionDigits) : power;
  }
  if (!value) return false;
  group_ = *value;
  out_.suffix = {};
  out_.decimal = true;
  Take(t + 1);
  return true;
}

// One more number word at `at_`; false where the number ends before it.
bool NumberReader::Step() {
  const uint32_t t = SkipHyphen(at_);
  const NumberWord& word = Word(t);
  if (LiteralBelowScale()) return true;
  if (word.classes == 0 || (state_ == Group::kLiteral && t != at_ && !word.Is(NumberClass::kScale))) return false;
  const bool low_fits = state_ == Group::kEmpty || state_ == Group::kHundred;
  if (word.Is(NumberClass::kUnit)) {
    if (state_ == Group::kUnit && Is(t + 1, NumberClass::kScale) && t == at_ && group_ < Decimal(10)) {
      if (!Grow(Decimal::Multiply(group_, 10))) return false;  // read out digit by digit: "one five thousand"
    } else if (!low_fits && state_ != Group::kTen) {
      return false;
    } else if (t != at_ && state_ == Group::kEmpty) {
      return false;
    }
    if (!Grow(Decimal::Add(group_, word.value))) return false;
    state_ = Group::kUnit;
  } else if (word.Is(NumberClass::kTeen) || word.Is(NumberClass::kTen)) {
    if (!low_fits) return false;
    if (!Grow(Decimal::Add(group_, word.value))) return false;
    state_ = word.Is(NumberClass::kTen) ? Group::kTen : Group::kUnit;
  } else if (word.Is(NumberClass::kHundred) || word.Is(NumberClass::kDozen)) {
    // "three dozen", "3 dozens", "three score"; "dozens" alone is a vague magnitude.
    if (IsText(t, "score") && (state_ != Group::kUnit || !out_.spelled)) return false;
    if (state_ == Group::kHundred || (state_ == Group::kEmpty && last_scale_)) return false;
    const auto product = Decimal::Multiply(state_ == Group::kEmpty ? Decimal(1) : group_, word.value);
    if (!product) return false;
    group_ = *product;
    state_ = Group::kHundred;
    out_.scaled = true;
  } else if (word.Is(NumberClass::kScale)) {
    const Decimal group = state_ == Group::kEmpty && !last_scale_ ? Decimal(1) : group_;
    std::optional<Decimal> sum;
    if (last_scale_ && word.value >= *last_scale_) {
      const auto all = Decimal::Add(total_, group);
      sum = all ? Decimal::Multiply(*all, word.value) : std::nullopt;
    } else {
      if (last_scale_ && state_ == Group::kEmpty) return false;
      const auto product = Decimal::Multiply(group, word.value);
      sum = product ? Decimal::Add(total_, *product) : std::nullopt;
    }
    if (!sum) return false;
    total_ = *sum;
    group_ = Decimal();
    state_ = Group::kEmpty;
    last_scale_ = word.value;
    out_.scaled = true;
  } else {
    return false;
  }
  Take(t + 1);
  return true;
}

// "[two hundred] and five", "[four] and a half", "[five billion] and three quarters", "[twenty-one trillion] three hundred".
bool NumberReader::And() {
  uint32_t t = SkipHyphen(at_);
  const bool is_and = IsText(t, "and");
  if (!is_and) return false;
  t = SkipHyphen(t + 1);
  // A fraction closes the number.
  const uint32_t count = t;
  uint32_t noun = SkipHyphen(t + 1);
  const bool tens = Is(count, NumberClass::kTen) && Is(noun, NumberClass::kUnit);
  const Decimal units = tens ? Word(noun).value : Decimal();
  if (tens) noun = SkipHyphen(noun + 1);
  if ((Article(count) || Is(count, NumberClass::kUnit) || tens) && Is(noun, NumberClass::kFraction) && !IsText(noun, "seconds")) {
    const auto n = Article(count) ? std::optional(Decimal(1)) : Decimal::Add(Word(count).value, units);
    const bool plural = Text(noun).ends_with('s');
    if (n && plural != (*n == Decimal(1)) && (state_ != Group::kHundred || !literal_)) {
      auto part = Decimal::Divide(*n, Word(noun).denominator, kFractionDigits);
      // "[one billion] and three quarters million": of the scale that follows; else of the one before.
      const bool scaled = Is(noun + 1, NumberClass::kScale) && last_scale_ && Word(noun + 1).value < *last_scale_;
      if (part && scaled) {
        part = Decimal::Multiply(*part, Word(noun + 1).value);
      } else if (part && last_scale_ && state_ == Group::kEmpty) {
        part = Decimal::Multiply(*part, *last_scale_);
      }
      const auto sum = part ? Decimal::Add(group_, *part) : std::nullopt;
      if (!sum) return false;
      group_ = *sum;
      state_ = Group::kLiteral;
      Take(scaled ? noun + 2 : noun + 1);
      return true;
    }
  }
  const bool after_large = state_ == Group::kHundred || (state_ == Group::kEmpty && last_scale_);
  if (!after_large) return false;
  if (Here(t) && Tok(t).token_class == TokenClass::kNumber) {
    const auto value = literal_ ? ReadDigits(Text(t)) : std::nullopt;
    const bool fits = value && value->IsInteger() && !value->IsZero() && *value < Decimal(100);
    if (!fits || Is(t + 1, NumberClass::kHundred) || Is(t + 1, NumberClass::kScale)) return false;
    if (!Grow(Decimal::Add(group_, *value))) return false;
    state_ = Group::kUnit;
    Take(t + 1);
    return true;
  }
  const NumberWord& word = Word(t);
  if (!word.Is(NumberClass::kUnit) && !word.Is(NumberClass::kTeen) && !word.Is(NumberClass::kTen)) {
    // "[one hundred] and first".
    if (!out_.spelled || state_ != Group::kHundred || !word.Is(NumberClass::kOrdinal)) return false;
    const uint32_t back = at_;
    at_ = t;
    if (Ordinal()) return true;
    at_ = back;
    return false;
  }
  uint32_t after = SkipHyphen(t + 1);
  if (word.Is(NumberClass::kTen) && Is(after, NumberClass::kUnit)) ++after;
  const bool hundred = Is(after, NumberClass::kHundred);
  if (hundred && !(state_ == Group::kEmpty)) return false;
  if (Is(after, NumberClass::kScale) && last_scale_ && Word(after).value >= *last_scale_) return false;
  const uint32_t before = at_;
  at_ = t;
  if (Step()) return true;
  at_ = before;
  return false;
}

// "[three] fifths", "[one]-half": makes the whole a fraction.
bool NumberReader::WordFraction() {
  if (state_ == Group::kEmpty || state_ == Group::kLiteral || (state_ == Group::kHundred && !out_.spelled)) return false;
  uint32_t t = SkipHyphen(at_);
  // "one twenty-fifth", "one hundred thirty-fifths".
  Decimal tens;
  if (t == at_ && Is(t, NumberClass::kTen) && Hyphen(t + 1) && Is(t + 2, NumberClass::kFraction)) {
    tens = Word(t).value;
    t += 2;
  }
  if (!Is(t, NumberClass::kFraction)) return false;
  const auto all = Decimal::Add(total_, group_);
  if (!all) return false;
  const bool one = *all == Decimal(1);
  const bool plural = Text(t).ends_with('s');
  if (one == plural || IsText(t, "seconds") || (IsText(t, "firsts") && tens.IsZero())) return false;
  if (t != at_ && tens.IsZero() && !plural && Hyphen(t + 1)) return false;  // "one-third-party"
  const auto denominator = Decimal::Add(tens, Word(t).denominator);
  auto value = denominator ? Decimal::Divide(*all, *denominator, kFractionDigits) : std::nullopt;
  if (!value && denominator) value = Decimal::Divide(*all, *denominator, kFractionDigits / 2);  // a large number of parts
  if (!value) return false;
  total_ = Decimal();
  group_ = *value;
  out_.fraction = true;
  Take(t + 1);
  return true;
}

// "[twenty]-fifth", "[two] hundredth", "third".
bool NumberReader::Ordinal() {
  const uint32_t t = SkipHyphen(at_);
  const NumberWord& word = Word(t);
  if (!word.Is(NumberClass::kOrdinal) || state_ == Group::kLiteral || (t != at_ && state_ == Group::kEmpty)) return false;
  std::optional<Decimal> value;
  if (word.value >= Decimal(100)) {
    const bool empty = state_ == Group::kEmpty && !last_scale_;
    value = empty ? word.value : Decimal::Multiply(group_, word.value);
  } else {
    const bool unit = word.value < Decimal(10);
    const bool fits = state_ == Group::kEmpty || state_ == Group::kHundred || (unit && state_ == Group::kTen);
    if (!fits) return false;
    value = Decimal::Add(group_, word.value);
  }
  if (!value) return false;
  group_ = *value;
  state_ = Group::kLiteral;
  out_.ordinal = true;
  Take(t + 1);
  return true;
}

// "[two] point seven one".
bool NumberReader::Point() {
  if (!IsText(at_, "point") || literal_) return false;
  uint32_t t = at_ + 1;
  std::string decimals;
  while (decimals.size() < 20) {
    const NumberWord& word = Word(t);
    if (!word.Is(NumberClass::kUnit) && !word.Is(NumberClass::kZero) && !word.Is(NumberClass::kTen) &&
        !word.Is(NumberClass::kTeen))
      break;
    Decimal value = word.value;
    const uint32_t unit = SkipHyphen(t + 1);
    if (word.Is(NumberClass::kTen) && Is(unit, NumberClass::kUnit)) {
      const auto both = Decimal::Add(value, Word(unit).value);
      if (!both) return false;
      value = *both;
      t = unit;
    }
    decimals += value.ToString();
    ++t;
  }
  if (decimals.empty()) return false;
  const auto part = Decimal::Parse("0." + decimals);
  const auto sum = part ? Decimal::Add(group_, *part) : std::nullopt;
  if (!sum) return false;
  group_ = *sum;
  out_.decimal = true;
  Take(t);
  return true;
}

bool NumberReader::Total() {
  const auto sum = Decimal::Add(total_, group_);
  return Set(sum);
}

bool NumberReader::Cardinal() {
  bool negative = false;
  if (Here(at_) && Tok(at_).token_class == TokenClass::kDash) {
    negative = true;
    ++at_;
  } else if (Is(at_, NumberClass::kSign) && Word(at_).value.IsNegative()) {
    negative = true;
    ++at_;
    const bool glued = Here(at_) && Tok(at_).token_class == TokenClass::kDash && !Tok(at_).Has(Token::kSpaceBefore);
    if (glued) ++at_;  // "minus-20 degrees"
  }
  const uint32_t start = at_;
  if (Article(at_) &&
      (Is(at_ + 1, NumberClass::kHundred) || Is(at_ + 1, NumberClass::kScale) || Is(at_ + 1, NumberClass::kDozen) ||
       (Is(at_ + 1, NumberClass::kOrdinal) && Word(at_ + 1).value >= Decimal(100)))) {
    ++at_;
  }
  if (!Here(at_)) return false;
  if (Tok(at_).token_class == TokenClass::kNumber) {
    if (!Literal()) return false;
  } else {
    out_.spelled = true;
    if (Is(at_, NumberClass::kZero)) {
      Take(at_ + 1);
      state_ = Group::kUnit;
      if (!Point()) return Total();
    } else if (!Step() && !Ordinal()) {
      at_ = start;
      return false;
    }
  }
  while (!out_.ordinal && !out_.fraction && out_.suffix.empty()) {
    if (!WordFraction() && !Step() && !Ordinal() && !Point() && !And() && !CommaPart() && !ScaleLetters()) break;
  }
  if (!Total()) return false;
  if (out_.fraction && !out_.ordinal) ScaleFraction();
  if (negative) Set(Decimal::Subtract(0, out_.low));
  return true;
}

}  // namespace

std::optional<NumberPhrase> ReadNumber(const TextView& view, uint32_t at, uint32_t limit, bool money) {
  return NumberReader(view, at, limit, money).Read();
}

}  // namespace crosscheck
