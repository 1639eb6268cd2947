#include "extract/figures/figures.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/figures/ages.h"
#include "extract/figures/amounts.h"
#include "extract/figures/bounds.h"
#include "extract/figures/counted.h"
#include "extract/figures/life_decades.h"
#include "extract/figures/lookalikes.h"
#include "extract/figures/numbers.h"
#include "extract/figures/ranges.h"

namespace crosscheck {
namespace {

class FigureFinder {
 public:
  FigureFinder(TextView* view, const QuoteMap& quotes, const NameTable& names) : view_(*view), quotes_(quotes), names_(names) {}

  std::vector<Figure> Find() {
    figures_.reserve(static_cast<size_t>(std::count_if(view_.tokens.begin(), view_.tokens.end(), [&](const Token& token) {
      return token.token_class == TokenClass::kNumber || (view_.rules.lexicon.roles(token.word) & Bit(Role::kNumberWord)) != 0;
    })));
    for (const ViewSentence& sentence : view_.sentences) {
      floor_ = sentence.first;
      limit_ = sentence.last;
      story_ = view_.document.stories[sentence.story].id;
      sentence_figures_ = figures_.size();
      for (uint32_t t = sentence.first; t < sentence.last;) t = At(t);
    }
    return std::move(figures_);
  }

 private:
  bool Is(uint32_t t, std::string_view lower) const { return t >= floor_ && t < limit_ && EqualsIgnoreCase(view_.Text(t), lower); }
  bool In(uint32_t t, FigureWord list) const { return t < limit_ && view_.rules.figures.Is(view_.tokens[t].word, list); }
  bool HyphenBehind(uint32_t t) const {
    return t + 1 < limit_ && view_.tokens[t].token_class == TokenClass::kDash && !view_.tokens[t].Has(Token::kSpaceBefore) &&
           !view_.tokens[t + 1].Has(Token::kSpaceBefore);
  }
  bool Class(uint32_t t, TokenClass c) const { return t < limit_ && view_.tokens[t].token_class == c; }
  Phrase PhraseOf(uint32_t first, uint32_t last) const {
    const Span span = view_.SpanOf(first, last);
    return {span, std::string(view_.Text(span))};
  }

  // Takes the figure that starts at token t, if one does; the token to go on with.
  uint32_t At(uint32_t t) {
    const Token& token = view_.tokens[t];
    const bool digits = token.token_class == TokenClass::kNumber;
    const bool word = token.word != 0 && view_.Is(t, Role::kNumberWord);
    if (!digits && !word) {
      const bool vulgar = token.token_class == TokenClass::kSymbol && token.length > 1;
      if (!vulgar) return token.word != 0 ? CountingWord(t) : t + 1;
    }
    if (const auto decade = ReadLifeDecade(view_, t, floor_, limit_)) return TakeDecade(*decade);
    // A sentence that begins with "Hundreds" may have been taken for a name.
    const bool magnitude = word && view_.rules.figures.Number(token.word).Is(NumberClass::kVague);
    if (view_.owner[t] != Owner::kFree && !(magnitude && view_.owner[t] == Owner::kName)) return t + 1;
    if (digits && !Minus(t)) {
      // "1. Item", "2) Item" of a list.
      const bool listed = token.Has(Token::kLineStart) && t + 1 < limit_ && !view_.tokens[t + 1].Has(Token::kSpaceBefore);
      if (listed && (view_.Text(t + 1) == "." || view_.Text(t + 1) == ")")) return t + 2;
      if (const uint32_t end = EndOfIdentifier(view_, t, floor_, limit_); end > t) return end;
    }
    // "a hundred", "a dozen", "a third of", "minus five".
    uint32_t start = t;
    if (word && t > floor_ + 1 && Is(t - 1, "a") && Is(t - 2, "and")) {  // "a mile and a half"
      const auto whole = ReadUnitAndPart(view_, t, std::max(floor_, free_), limit_);
      const bool free = whole && view_.owner[whole->first] != Owner::kDate && view_.owner[whole->first + 1] != Owner::kDate;
      return free ? std::max(t + 1, Take(*whole)) : t + 1;
    }
    if (word && t > floor_ && (Is(t - 1, "a") || Is(t - 1, "an")) && view_.owner[t - 1] == Owner::kFree && t - 1 >= free_)
      start = t - 1;
    if (Minus(t)) start = t - 1;
    auto amount = ReadAmount(view_, start, std::max(floor_, free_), limit_);
    if (!amount && start != t) amount = ReadAmount(view_, t, std::max(floor_, free_), limit_);
    if (!amount) return t + 1;
    return std::max(t + 1, Take(*amount));
  }

  // A minus sign: a hyphen written on to the number and to nothing before it.
  bool Minus(uint32_t t) const {
    if (t <= floor_ || t - 1 < free_ || view_.tokens[t].Has(Token::kSpaceBefore) ||
        view_.tokens[t].token_class != TokenClass::kNumber)
      return false;
    const Token& dash = view_.tokens[t - 1];
    if (dash.token_class != TokenClass::kDash || view_.Text(t - 1) == "--") return false;
    return dash.Has(Token::kSpaceBefore) || t - 1 == floor_ || view_.tokens[t - 2].token_class == TokenClass::kSymbol;
  }

  uint32_t Take(Amount amount);
  bool Extend(const Bound& bound, Amount* amount, Figure* figure, uint32_t* contest_end) const;
  void SetBound(const Amount& amount, const Bound& bound, Figure* figure) const;
  void SetEvent(const Bound& bound, uint32_t after, Figure* figure) const;
  CountedPhrase Counted(const Amount& amount, const Figure& figure, const Bound& bound) const;
  CountedPhrase CountedOfUnit(const Amount& amount, const Figure& figure) const;
  static void Kind(const Amount& amount, Figure* figure);
  bool Wanted(const Amount& amount, const Figure& figure, const CountedPhrase& noun) const;
  bool WantedOrdinal(const Amount& amount, const CountedPhrase& noun) const;
  uint32_t CountingWord(uint32_t t);
  uint32_t Zero(uint32_t t);
  uint32_t Nobody(uint32_t t, uint32_t last);
  uint32_t Both(uint32_t t);
  uint32_t TakeDecade(const LifeDecade& decade);
  bool ContinuesAges(const Amount& amount) const;
  void AgeRange(const Bound& bound, Amount* amount, Figure* figure) const;
  bool Hanging(Amount* amount, bool* age) const;
  void SayAgain(const Amount& amount);
  void SameAs(const Amount& amount, Figure* figure);
  void SetPortion(const Bound& bound, uint32_t amount_end, Figure* figure);
  bool MergeBounds(const Bound& bound, Figure* figure);
  void SetAge(const Age& age, Figure* figure);
  void Own(uint32_t first, uint32_t last) {
    for (uint32_t t = first; t < last; ++t) {
      if (view_.owner[t] == Owner::kFree) view_.owner.Edit(t) = Owner::kFigure;
    }
    free_ = std::max(free_, last);
  }

  TextView& view_;
  const QuoteMap& quotes_;
  const NameTable& names_;
  std::vector<Figure> figures_;
  uint32_t floor_ = 0;
  uint32_t limit_ = 0;
  uint32_t free_ = 0;  // tokens before it belong to figures taken
  int story_ = 0;
  size_t sentence_figures_ = 0;  // index of the sentence's first figure
  uint32_t last_end_ = 0;        // token behind the last figure
};

void FigureFinder::Kind(const Amount& amount, Figure* figure) {
  const NumberPhrase& number = amount.number;
  if (amount.unit == nullptr) {
    figure->kind = number.ordinal ? FigureKind::kOrdinal : FigureKind::kCardinal;
    figure->rule = number.ordinal    ? "en.figure.ordinal"
                   : number.fraction ? "en.figure.fraction"
                   : number.vague    ? "en.figure.vague"
                                     : "en.figure.count";
    return;
  }
  figure->unit = amount.unit->name;
  figure->unit_assumed = amount.unit_assumed;
  figure->per = amount.per;
  const std::string& dimension = amount.unit->dimension;
  if (amount.unit->currency) {
    figure->kind = FigureKind::kMoney;
    figure->rule = "en.figure.money";
  } else if (dimension == "percent" || dimension == "percentage point") {
    figure->kind = FigureKind::kPercent;
    figure->rule = "en.figure.percent";
  } else if (dimension == "time" || dimension == "calendar") {
    figure->kind = FigureKind::kDuration;
    figure->rule = "en.figure.duration";
  } else if (dimension == "times") {
    figure->kind = FigureKind::kRatio;
    figure->rule = "en.figure.ratio";
  } else {
    figure->kind = FigureKind::kMeasure;
    figure->rule = "en.figure.measure";
  }
}

void FigureFinder::SetAge(const Age& age, Figure* figure) {
  figure->kind = FigureKind::kAge;
  figure->rule = "en.figure.age";
  if (figure->unit.empty()) figure->unit = "year";
  if (age.whose_first >= age.whose_last) return;
  figure->whose = PhraseOf(age.whose_first, age.whose_last);
  if (age.name_first < age.name_last) {
    figure->whose_name = ResolveSource(view_, names_, quotes_, age.name_first, age.name_last);
    return;
  }
  const std::string name = ResolveSource(view_, names_, quotes_, age.whose_first, age.whose_last);
  const bool is_name =  names_.mention_of[age.whose_first] != NameTable::kNone;
  if (is_name || name != figure->whose->text) figure->whose_name = name;
}

void FigureFinder::SetPortion(const Bound& bound, uint32_t amount_end, Figure* figure) {
  if (Is(amount_end, "more") && !Is(amount_end + 1, "than")) figure->portion = Portion::kAddition;
  if (bound.first == floor_) return;
  const uint32_t before = bound.first - 1;
  if (In(before, FigureWord::kAddition)) figure->portion = Portion::kAddition;
  if (Is(before, "but") && bound.first >= floor_ + 2 && (Is(before - 1, "all") || Is(before - 1, "any")))
    figure->portion = Portion::kComplement;
}

// A figure in brackets behind another one of the same dimension restates it: "700 km (450 miles)".
void FigureFinder::SameAs(const Amount& amount, Figure* figure) {
  if (figures_.size() == sentence_figures_ || amount.unit == nullptr) return;
  const Figure& before = figures_.back();
  uint32_t open = amount.first;
  while (open > floor_ && open > last_end_ && !Is(open - 1, "(") && amount.first - open < 3) --open;
  const bool bracket = open > floor_ && Is(open - 1, "(") && open - 1 == last_end_;
  const bool either = amount.first >= floor_ + 2 && last_end_ + 2 <= amount.first && Is(last_end_, ",") &&
                      Is(last_end_ + 1, "or") && amount.first - last_end_ <= 4;
  if (!bracket && !either) return;
  const Unit* unit = view_.rules.units.Find(before.unit);
  if (unit == nullptr || unit == amount.unit) return;
  const bool same = unit->currency ? amount.unit->currency : unit->dimension == amount.unit->dimension;
  if (!same) return;
  figure->same_as = std::to_string(figures_.size() - 1);
  if (figure->modifier == Modifier::kExact && before.modifier != Modifier::kRange) {
    figure->modifier = before.modifier;
    figure->hedge = before.hedge;
  }
}

// Whether a plain number is a claim at all.
bool FigureFinder::Wanted(const Amount& amount, const Figure& figure, const CountedPhrase& noun) const {
  const NumberPhrase& number = amount.number;
  if (number.ordinal) return WantedOrdinal(amount, noun);
  if (figure.kind == FigureKind::kRatio || figure.kind == FigureKind::kAge) return true;
  if (figure.kind == FigureKind::kDuration && Is(amount.last, "ago")) return false;
  if (amount.unit != nullptr) return true;
  // "one-time", "three-way", "five-figure"; "10. Item" of a list.
  const bool hyphen = Class(amount.last, TokenClass::kDash) && !noun.empty() && noun.first == amount.last + 1;
  if (hyphen && (In(noun.first, FigureWord::kOneIdiom) || In(noun.first, FigureWord::kLabelAfter))) return false;
  if (number.low != Decimal(1) || !number.spelled || number.high != Decimal(1) || number.scaled) return true;
  if (figure.modifier != Modifier::kExact) return true;
  if (noun.empty() || In(number.last, FigureWord::kOneIdiom)) return false;
  const uint32_t before = amount.first > floor_ ? amount.first - 1 : floor_;
  const bool pronoun = amount.first > floor_ && (Is(before, "no") || Is(before, "this") || Is(before, "that") ||
                                                 Is(before, "the") || Is(before, "number"));
  return !pronoun && !view_.Is(noun.last < limit_ ? noun.last : number.last, Role::kCue);
}

// Ordinals are claims only with the noun they count, and not in names, compounds ("third-party") and adverbs ("he first saw").
bool FigureFinder::WantedOrdinal(const Amount& amount, const CountedPhrase& noun) const {
  if (noun.empty() || Class(amount.last, TokenClass::kDash) || In(noun.last - 1, FigureWord::kPast)) return false;
  if (In(noun.last - 1, FigureWord::kLabelAfter) || view_.Is(noun.first, Role::kNumberWord) ||
      view_.owner[noun.first] == Owner::kName)
    return false;
  if (amount.first == floor_) return true;
  const bool title = view_.tokens[amount.number.first].Has(Token::kCapital) && view_.tokens[noun.first].Has(Token::kCapital);
  return !title && !view_.IsAny(amount.first - 1, Bits({Role::kPronoun, Role::kAuxiliary}));
}

// What a sum, a share or a measure is of: "5 percent of voters", "$3 million in damage", "3 tonnes of rice", "a 12-metre wall".
CountedPhrase FigureFinder::CountedOfUnit(const Amount& amount, const Figure& figure) const {
  const uint32_t at = amount.last;
  if (figure.kind == FigureKind::kPercent) return Is(at, "of") ? ReadCountedOf(view_, at + 1, limit_) : CountedPhrase();
  if (figure.kind == FigureKind::kRatio || figure.kind == FigureKind::kDuration || !amount.per.empty()) return {};
  const bool money = figure.kind == FigureKind::kMoney;
  if (Is(at, "of") || (money && Is(at, "in")) || (money && Is(at, "worth") && Is(at + 1, "of"))) {
    const uint32_t noun = Is(at, "worth") ? at + 2 : at + 1;
    if (noun >= limit_ || view_.owner[noun] != Owner::kFree || view_.tokens[noun].Has(Token::kCapital)) return {};
    if (view_.IsAny(noun, Bits({Role::kDeterminer, Role::kPossessive, Role::kNumberWord, Role::kTimeUnit}))) return {};
    const CountedPhrase plural = ReadCounted(view_, noun, limit_, false);
    return plural.empty() ? ReadCounted(view_, noun, limit_, true) : plural;
  }
  const bool before = amount.first > floor_ && view_.Is(amount.first - 1, Role::kDeterminer);
  if ((amount.hyphen || (money && amount.prefix)) && before && at < limit_ && view_.owner[at] == Owner::kFree) return ReadCounted(view_, at, limit_, true);
  return {};
}

CountedPhrase FigureFinder::Counted(const Amount& amount, const Figure& figure, const Bound& bound) const {
  const NumberPhrase& number = amount.number;
  if (amount.unit != nullptr) return CountedOfUnit(amount, figure);
  // "three or more people", "30-ish people": the noun stands behind the words that bound.
  const uint32_t at = bound.last > amount.last ? bound.last : amount.last;
  if (at > amount.last) return ReadCounted(view_, at, limit_, false);
  // "three $20 notes", "two 50-pound bags": behind a sum that describes the things counted.
  if (at < limit_ && !number.ordinal) {
    uint32_t next = at;
    while (next < limit_ && next < at + 3 && view_.tokens[next].token_class == TokenClass::kSymbol) ++next;
    const auto inner = next < limit_ && view_.tokens[next].token_class == TokenClass::kNumber && view_.tokens[at].Has(Token::kSpaceBefore)
                           ? ReadAmount(view_, next, at, limit_)
                           : std::nullopt;
    const bool describes = inner && inner->first == at && (inner->prefix || inner->hyphen || HyphenBehind(inner->last));
    if (describes) return ReadCounted(view_, HyphenBehind(inner->last) ? inner->last + 1 : inner->last, limit_, false);
  }
  const bool hyphen = Class(at, TokenClass::kDash) && at + 1 < limit_ && !view_.tokens[at].Has(Token::kSpaceBefore) &&
                      !view_.tokens[at + 1].Has(Token::kSpaceBefore) && view_.tokens[at].length == 1;
  if (hyphen && (Is(at + 1, "strong") || Is(at + 1, "odd") || Is(at + 1, "plus")))
    return ReadCounted(view_, at + 2, limit_, false);
  if (hyphen) return Class(at + 1, TokenClass::kWord) ? CountedPhrase{at + 1, at + 2} : CountedPhrase();
  if (Is(at, "of")) return ReadCountedOf(view_, at + 1, limit_);
  if (number.vague && In(at, FigureWord::kBaseVerb)) return {};  // "thousands flee"
  const bool one = number.low == Decimal(1) && number.high == Decimal(1) && !number.fraction;
  return ReadCounted(view_, at, limit_, one || number.ordinal);
}

// The rest of a range or a share: `amount` grows to its end. False for a score or a vote, which is no figure up to
// `*contest_end`.
bool FigureFinder::Extend(const Bound& bound, Amount* amount, Figure* figure, uint32_t* contest_end) const {
  RangeEnd rest;
  if (ReadShare(view_, *amount, floor_, limit_, &rest)) {
    figure->kind = FigureKind::kRatio;
    figure->rule = "en.figure.ratio";
    amount->number.fraction = true;
  } else if (ReadRange(view_, *amount, bound, floor_, limit_, &rest)) {
    if (rest.contest) {
      *contest_end = rest.last;
      return false;
    }
    figure->kind = FigureKind::kRange;
    figure->rule = "en.figure.range";
    figure->modifier = Modifier::kRange;
    figure->unit = rest.amount.unit == nullptr ? "" : rest.amount.unit->name;
    figure->unit_assumed = rest.amount.unit_assumed;
    figure->per = rest.amount.per;
    amount->unit = rest.amount.unit;
    amount->number.suffix = rest.amount.number.suffix;
  } else {
    return true;
  }
  figure->low = rest.low;
  figure->high = rest.high;
  figure->span.end = rest.amount.span.end;
  amount->last = rest.amount.last;
  amount->end = rest.amount.end;
  const auto age = rest.amount.unit == nullptr ? std::nullopt : ReadAge(view_, names_, rest.amount, bound, floor_, limit_);
  if (age) {
    figure->span.end = view_.tokens[age->last - 1].end();
    amount->last = amount->end = age->last;
  }
  return true;
}

void FigureFinder::SetBound(const Amount& amount, const Bound& bound, Figure* figure) const {
  if (figure->kind == FigureKind::kRange || figure->modifier == Modifier::kRange) return;
  figure->hedge = bound.hedge;
  if (amount.number.vague) {
    figure->modifier = Modifier::kVague;
    return;
  }
  figure->modifier = amount.number.about && bound.modifier == Modifier::kExact ? Modifier::kApprox : bound.modifier;
  ApplyBound(figure->modifier, figure);
}

void FigureFinder::SetEvent(const Bound& bound, uint32_t after, Figure* figure) const {
  const bool counts = figure->unit.empty() && figure->kind != FigureKind::kAge && figure->kind != FigureKind::kOrdinal;
  const Event event = counts ? FindEvent(view_, bound.first, after, floor_, limit_) : Event();
  if (event.role == EventRole::kNone) return;
  figure->event = PhraseOf(event.token, event.token + 1);
  figure->event_role = event.role;
}

uint32_t FigureFinder::Take(Amount amount) {
  Figure figure;
  figure.story = story_;
  figure.span = amount.span;
  figure.low = amount.low;
  figure.high = amount.high;
  Kind(amount, &figure);
  Bound bound = FindBound(view_, amount.first, amount.end, std::max(floor_, std::min(free_, amount.first)), limit_);
  bool hanging_age = false;
  if (amount.unit == nullptr && Hanging(&amount, &hanging_age)) Kind(amount, &figure);
  uint32_t end = bound.last;
  CountedPhrase noun;
  if (hanging_age || ContinuesAges(amount)) {
    SetAge(Age(), &figure);
    if (!hanging_age) {
      figure.whose = figures_.back().whose;
      figure.whose_name = figures_.back().whose_name;
    }
  } else if (const auto age = ReadAge(view_, names_, amount, bound, floor_, limit_)) {
    SetAge(*age, &figure);
    if (amount.unit == nullptr) AgeRange(bound, &amount, &figure);
    if (amount.unit != nullptr) figure.span.end = view_.tokens[age->last - 1].end();
    amount.last = amount.end = std::max(amount.last, age->last);
    if (bound.last <= age->last) FindBoundBehind(view_, age->last, limit_, &bound);
  } else {
    uint32_t contest_end = 0;
    if (!Extend(bound, &amount, &figure, &contest_end)) return contest_end;
    noun = Counted(amount, figure, bound);
    if (!noun.empty()) {
      figure.counted = PhraseOf(noun.first, noun.last);
      if (amount.unit == nullptr) end = std::max(end, noun.last);
      FindBoundBehind(view_, end, limit_, &bound);
      if (figure.low && figure.low->IsNegative()) return amount.end;
    }
    if (IsName(view_, amount, !noun.empty() || bound.modifier != Modifier::kExact, bound.first, floor_, limit_)) return amount.end;
  }
  SetBound(amount, bound, &figure);
  if (!Wanted(amount, figure, noun)) return amount.end;
  SetPortion(bound, amount.end, &figure);
  SameAs(amount, &figure);
  SetEvent(bound, std::max(end, amount.end), &figure);
  if (amount.number.low == Decimal(1) && amount.number.spelled && figure.kind == FigureKind::kCardinal)
    figure.rule = "en.figure.one";
  Own(amount.first, amount.last);
  const bool merged = MergeBounds(bound, &figure);
  last_end_ = amount.end;
  if (!merged) figures_.push_back(std::move(figure));
  if (amount.again_last > amount.again_first && amount.unit == nullptr) SayAgain(amount);
  return amount.end;
}

// "fourteen (14) people": the number in brackets is the same figure.
void FigureFinder::SayAgain(const Amount& amount) {
  Figure again = figures_.back();
  again.span = view_.SpanOf(amount.again_first, amount.again_last);
  again.same_as = std::to_string(figures_.size() - 1);
  figures_.push_back(std::move(again));
}

// "aged 20 and 25", "his sons, 4, 6 and 9,": one more age behind an age.
bool FigureFinder::ContinuesAges(const Amount& amount) const {
  const NumberPhrase& number = amount.number;
  if (amount.unit != nullptr || figures_.size() == sentence_figures_ || figures_.back().kind != FigureKind::kAge) return false;
  if (number.scaled || number.ordinal || number.fraction || number.decimal || number.grouped || amount.low > Decimal(110)) return false;
  uint32_t t = last_end_;
  const bool comma = Is(t, ",");
  if (comma) ++t;
  const bool link = Is(t, "and") || Is(t, "or");
  if (link) ++t;
  if (t != amount.first || t == last_end_ || figures_.back().unit != "year") return false;
  if (comma && (!figures_.back().whose || !figures_.back().whose_name.empty())) return false;
  return amount.last >= limit_ || view_.tokens[amount.last].token_class != TokenClass::kWord ||
         ReadCounted(view_, amount.last, limit_, false).empty();
}

// "aged 5-11", "aged between 12 and 15".
void FigureFinder::AgeRange(const Bound& bound, Amount* amount, Figure* figure) const {
  RangeEnd rest;
  if (!ReadRange(view_, *amount, bound, floor_, limit_, &rest) || rest.contest || rest.amount.unit != nullptr ||
      Is(amount->last, "or"))
    return;
  figure->low = rest.low;
  figure->high = rest.high;
  figure->modifier = Modifier::kRange;
  figure->span.end = rest.amount.span.end;
  amount->last = amount->end = rest.amount.last;
}

// "8-, 9- and 10-year-olds", "a 5- and a 12-metre wall": the unit stands behind the last number. `*age`: it is an age.
bool FigureFinder::Hanging(Amount* amount, bool* age) const {
  const uint32_t dash = amount->last;
  if (!Class(dash, TokenClass::kDash) || view_.tokens[dash].Has(Token::kSpaceBefore) || HyphenBehind(dash)) return false;
  uint32_t t = dash + 1;
  for (int items = 0; items < 6; ++items) {
    const uint32_t from = t;
    while (t < limit_ && (Class(t, TokenClass::kComma) || Is(t, "and") || Is(t, "or") || Is(t, "a"))) ++t;
    if (t == from || t >= limit_) return false;
    const auto next = ReadAmount(view_, t, t, limit_);
    if (!next) return false;
    if (next->unit != nullptr) {
      if (!next->hyphen) return false;
      amount->unit = next->unit;
      amount->last = amount->end = dash + 1;
      *age = ReadAge(view_, names_, *next, Bound{Modifier::kExact, "", next->first, next->last}, floor_, limit_).has_value();
      return true;
    }
    t = next->last;
    if (!Class(t, TokenClass::kDash)) return false;
    ++t;
  }
  return false;
}

// "in her late thirties", "the over-50s".
uint32_t FigureFinder::TakeDecade(const LifeDecade& decade) {
  if (view_.owner[decade.first] == Owner::kDate) return decade.last;
  Figure figure;
  figure.story = story_;
  figure.span = view_.SpanOf(decade.first, decade.last);
  if (decade.from > 0) figure.low = Decimal(decade.from);
  if (decade.until) figure.high = Decimal(*decade.until);
  figure.modifier = decade.under ? Modifier::kLessThan : decade.until ? Modifier::kRange : Modifier::kAtLeast;
  figure.high_open = decade.under;
  if (decade.stage < decade.first) figure.hedge = view_.Folded(decade.stage);
  SetAge(PersonOfAge(view_, names_, decade.before, floor_, limit_), &figure);
  Own(decade.first, decade.last);
  last_end_ = decade.last;
  figures_.push_back(std::move(figure));
  return decade.last;
}

// "more than 100 and less than 300": a lower and an upper bound side by side are one range.
bool FigureFinder::MergeBounds(const Bound& bound, Figure* figure) {
  if (figures_.size() == sentence_figures_ || bound.first != last_end_ + 1) return false;
  if (!Is(last_end_, "and") && !Is(last_end_, "but")) return false;
  Figure& first = figures_.back();
  const bool opposite =
      (first.low && !first.high && !figure->low && figure->high) || (!first.low && first.high && figure->low && !figure->high);
  if (!opposite || first.unit != figure->unit || first.counted) return false;
  const Figure& lower = first.low ? first : *figure;
  const Figure& upper = first.low ? *figure : first;
  if (*lower.low >= *upper.high) return false;
  Figure merged = *figure;
  merged.span.start = first.span.start;
  merged.kind = FigureKind::kRange;
  merged.rule = "en.figure.range";
  merged.modifier = Modifier::kRange;
  merged.low = lower.low;
  merged.low_open = lower.low_open;
  merged.high = upper.high;
  merged.high_open = upper.high_open;
  first = std::move(merged);
  return true;
}

// Words that count without being numbers: "no", "nobody", "both".
uint32_t FigureFinder::CountingWord(uint32_t t) {
  if (view_.owner[t] != Owner::kFree) return t + 1;
  if (In(t, FigureWord::kBoth)) return Both(t);
  if (In(t, FigureWord::kNobody)) return Nobody(t, t + 1);
  if (!Is(t, "no")) return t + 1;
  uint32_t one = t + 1;
  if (Class(one, TokenClass::kDash)) ++one;
  return Is(one, "one") ? Nobody(t, one + 1) : Zero(t);
}

// "no casualties", "no children were hurt": a count of none.
uint32_t FigureFinder::Zero(uint32_t t) {
  uint32_t last = t + 1;
  while (last < limit_ && last < t + 4 && !In(last, FigureWord::kZeroNoun) && Class(last, TokenClass::kWord)) ++last;
  const bool verb = last < limit_ && view_.Text(last).ends_with("ed") && !In(last, FigureWord::kStatus);  // "no boys survived"
  const bool told = In(last, FigureWord::kZeroNoun) && !verb;
  CountedPhrase noun{t + 1, last + 1};
  Event event;
  if (!told) {
    noun = ReadCounted(view_, t + 1, limit_, false);
    if (noun.empty() || view_.IsAny(t + 1, Bits({Role::kAdverb, Role::kPreposition}))) return t + 1;
    event = FindEvent(view_, t, noun.last, floor_, limit_);
    const bool befell = event.role != EventRole::kNone && event.token >= noun.last &&
                        (In(event.token, FigureWord::kHarm) || In(event.token, FigureWord::kStatus) || In(event.token, FigureWord::kZeroNoun));
    if (!befell) return t + 1;
  }
  Figure figure;
  figure.story = story_;
  figure.span = view_.tokens[t].span();
  figure.low = figure.high = Decimal(0);
  figure.counted = PhraseOf(noun.first, noun.last);
  figure.rule = "en.figure.zero";
  if (event.role != EventRole::kNone) {
    figure.event = PhraseOf(event.token, event.token + 1);
    figure.event_role = event.role;
  }
  Own(t, t + 1);
  last_end_ = t + 1;
  figures_.push_back(std::move(figure));
  return noun.last;
}

// "nobody was hurt", "no one died", "none of the crew": zero, where something befell people or what they are of is said.
uint32_t FigureFinder::Nobody(uint32_t t, uint32_t last) {
  CountedPhrase noun;
  uint32_t after = last;
  const bool of = Is(last, "of");
  if (of) {
    noun = ReadCountedOf(view_, last + 1, limit_);
    if (noun.empty()) {
      uint32_t start = last + 1;
      while (start < limit_ && start < last + 4 && view_.IsAny(start, Bits({Role::kDeterminer, Role::kPossessive}))) ++start;
      if (start > last + 1 && start < limit_ && !view_.Is(start, Role::kPronoun)) noun = ReadCounted(view_, start, limit_, true);
    }
    after = noun.empty() ? last + 2 : noun.last;
  }
  const Event event = FindEvent(view_, t, after, floor_, limit_);
  const bool befell = event.role != EventRole::kNone && event.token >= after &&
                      (In(event.token, FigureWord::kHarm) || In(event.token, FigureWord::kStatus) || In(event.token, FigureWord::kZeroNoun));
  if (!befell && noun.empty()) return last;
  Figure figure;
  figure.story = story_;
  figure.span = view_.SpanOf(t, last);
  figure.low = figure.high = Decimal(0);
  figure.rule = "en.figure.zero";
  if (!noun.empty()) figure.counted = PhraseOf(noun.first, noun.last);
  if (befell) {
    figure.event = PhraseOf(event.token, event.token + 1);
    figure.event_role = event.role;
  }
  Own(t, last);
  last_end_ = last;
  figures_.push_back(std::move(figure));
  return last;
}

// "both men", "both of the women", "a pair of boys": two people.
uint32_t FigureFinder::Both(uint32_t t) {
  const bool pair = !Is(t, "both");
  const bool of = Is(t + 1, "of");
  if (pair && (!of || t == floor_ || !Is(t - 1, "a"))) return t + 1;
  const CountedPhrase noun = of ? ReadCountedOf(view_, t + 2, limit_) : ReadCounted(view_, t + 1, limit_, false);
  const auto person = [&](uint32_t n) {
    return In(n, FigureWord::kPersonNoun) || In(n, FigureWord::kAgeGroup) || view_.Is(n, Role::kPersonNoun) || view_.Is(n, Role::kKinship);
  };
  const Event event = FindEvent(view_, pair ? t - 1 : t, noun.empty() ? t + 1 : noun.last, floor_, limit_);
  const bool harmed = event.role == EventRole::kTarget && event.token > t && In(event.token, FigureWord::kHarm);
  if (noun.empty() ? (pair || !harmed) : (!person(noun.last - 1) || Is(noun.last, "and"))) return t + 1;
  Figure figure;
  figure.story = story_;
  figure.span = view_.SpanOf(pair ? t - 1 : t, t + 1);
  figure.low = figure.high = Decimal(2);
  if (!noun.empty()) figure.counted = PhraseOf(noun.first, noun.last);
  if (event.role != EventRole::kNone) {
    figure.event = PhraseOf(event.token, event.token + 1);
    figure.event_role = event.role;
  }
  figure.rule = "en.figure.count";
  Own(pair ? t - 1 : t, t + 1);
  last_end_ = t + 1;
  figures_.push_back(std::move(figure));
  return noun.empty() ? t + 1 : noun.last;
}

}  // namespace

std::vector<Figure> FindFigures(TextView* view, const QuoteMap& quotes, const NameTable& names) {
  return FigureFinder(view, quotes, names).Find();
}

}  // namespace crosscheck
