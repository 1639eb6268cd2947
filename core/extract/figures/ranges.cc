#include "extract/figures/ranges.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/figures/counted.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNear = 7;  // tokens in which a verb of change or a word of contests is looked for

class RangeReader {
 public:
  RangeReader(const TextView& view, const Amount& first, const Bound& bound, uint32_t floor, uint32_t limit)
      : view_(view), first_(first), bound_(bound), floor_(floor), limit_(limit) {}

  bool Read(RangeEnd* range) {
    const NumberPhrase& n = first_.number;
    if (n.vague || first_.low != first_.high) return false;
    uint32_t link = first_.last;
    if (link >= limit_) return false;
    const bool hanging = HangingLink(&link);
    const bool dash = view_.tokens[link].token_class == TokenClass::kDash && view_.tokens[link].length <= 3;
    const bool glued = dash && !view_.tokens[link].Has(Token::kSpaceBefore);
    const bool to = Is(link, "to") || Is(link, "through") || Is(link, "till");
    const bool between = Is(link, "and") && Before("between");
    const bool either = Is(link, "or") && n.suffix.empty() && !hanging;
    if (!glued && !to && !between && !either) return false;
    uint32_t at = link + 1;
    if (to && Is(at, "as") && (Is(at + 1, "many") || Is(at + 1, "much")) && Is(at + 2, "as")) at += 3;
    if (!Starts(at)) return false;
    if (hanging && view_.tokens[at].token_class == TokenClass::kDash) ++at;
    const bool money = first_.unit != nullptr && first_.unit->currency && first_.prefix;
    auto second = ReadAmount(view_, Number(at), at, limit_, money);
    if (!second || second->first != at || second->number.vague || second->low != second->high) return false;
    if (glued && view_.tokens[at].Has(Token::kSpaceBefore)) return false;
    if (glued && Contest(*second)) {
      range->contest = true;
      range->last = second->last;
      return true;
    }
    return Join(glued, to, either, std::move(*second), range);
  }

 private:
  bool Is(uint32_t t, std::string_view lower) const { return t >= floor_ && t < limit_ && EqualsIgnoreCase(view_.Text(t), lower); }
  bool In(uint32_t t, FigureWord list) const { return view_.rules.figures.Is(view_.tokens[t].word, list); }
  bool Before(std::string_view word) const { return bound_.first > floor_ && Is(bound_.first - 1, word); }

  // "18- to 24-year-olds", "16-to-18-year-olds": the unit stands behind the second number; `*link` goes over the first hyphen.
  bool HangingLink(uint32_t* link) const {
    const uint32_t t = *link;
    if (view_.tokens[t].token_class != TokenClass::kDash || view_.tokens[t].Has(Token::kSpaceBefore) || first_.unit != nullptr)
      return false;
    if (!Is(t + 1, "to") && !(Is(t + 1, "and") && Before("between"))) return false;
    *link = t + 1;
    return true;
  }

  // The second number may have a sign of money before it.
  uint32_t Number(uint32_t at) const {
    uint32_t t = at;
    while (t < limit_ && t < at + 3 && view_.tokens[t].token_class != TokenClass::kNumber && !view_.Is(t, Role::kNumberWord)) ++t;
    return t;
  }
  bool Starts(uint32_t at) const { return at < limit_ && Number(at) < limit_ && Number(at) < at + 3; }

  // A score or a vote: two plain numbers joined by a hyphen, the first not less, or words of contests around.
  bool Contest(const Amount& second) const {
    const auto plain = [](const Amount& a) {
      return a.unit == nullptr && !a.number.spelled && !a.number.decimal && !a.number.scaled && !a.number.grouped &&
             !a.number.fraction && a.number.suffix.empty() && a.low < Decimal(1000);
    };
    if (!plain(first_) || !plain(second)) return false;
    if (first_.low >= second.low) return true;
    const uint32_t from = first_.first > floor_ + 4 ? first_.first - 4 : floor_;
    for (uint32_t t = from; t < first_.first; ++t) {
      if (In(t, FigureWord::kContest)) return true;
    }
    for (uint32_t t = second.last; t < limit_ && t < second.last + 2; ++t) {
      if (In(t, FigureWord::kContest)) return true;
    }
    return false;
  }

  // "rose 2 cents to $35", "up 3 % to 40": the first is the change, the second the new value.
  bool Change() const {
    const uint32_t from = bound_.first;
    const bool from_word = Before("from");
    const uint32_t end = from_word ? from - 1 : from;
    if (end > floor_ && In(end - 1, FigureWord::kChangeVerb)) return true;
    if (!from_word) return end > floor_ + 1 && (Is(end - 1, "by")) && In(end - 2, FigureWord::kChangeVerb);
    for (uint32_t t = end > floor_ + kNear ? end - kNear : floor_; t < end; ++t) {
      if (In(t, FigureWord::kChangeVerb)) return true;
    }
    return false;
  }

  bool Join(bool glued, bool to, bool either, Amount second, RangeEnd* range) {
    const Amount& a = first_;
    // "will cut 275 to 350 jobs": what is counted behind the second number makes it a range all the same.
    const bool counted =
        a.unit == nullptr && second.unit == nullptr && !Before("from") && !ReadCounted(view_, second.last, limit_, false).empty();
    // "rose 2 to 3 percent": one unit for both.
    const bool share = a.unit == nullptr && second.unit != nullptr && second.unit->dimension == "percent" && !Before("from");
    if (to && Change() && !counted && !share) return false;
    Decimal low = a.low;
    Decimal high = second.low;
    if (a.unit != nullptr && second.unit != nullptr && a.unit != second.unit) return false;
    if (a.unit != nullptr && second.unit == nullptr && !a.prefix) return false;
    if (a.hundredth != second.hundredth && a.unit != nullptr && second.unit != nullptr) return false;
    if (a.number.ordinal != second.number.ordinal) return false;
    if (a.number.ordinal && !Before("between")) return false;
    if (second.unit == nullptr && a.unit != nullptr) {
      second.unit = a.unit;
      second.unit_assumed = a.unit_assumed;
    }
    if (a.unit == nullptr && second.prefix) return false;
    // One multiplier for both: "$17 to $19 million", "2-3 million".
    if (!a.number.scaled && second.number.scaled && !a.number.grouped) {
      const auto factor = Factor(second);
      const auto scaled = factor ? Decimal::Multiply(a.low, *factor) : std::nullopt;
      if (scaled && *scaled < high) low = *scaled;
    } else if (glued && second.number.grouped && !a.number.grouped && !a.number.scaled && a.low < Decimal(1000)) {
      // "10-15,000 people": the zeros stand once.
      const auto zeros = Decimal::Divide(second.low, 1000, 3);
      const auto scaled = zeros && zeros->IsInteger() && a.low < *zeros ? Decimal::Multiply(a.low, 1000) : std::nullopt;
      if (scaled) low = *scaled;
    }
    if (a.unit == nullptr && second.hundredth) {
      const auto part = Decimal::Divide(low, 100, 34);
      if (part) low = *part;
    }
    if (!(low < high)) return false;
    const auto near = Decimal::Add(low, 10);
    const bool spelled = a.number.spelled && second.number.spelled;
    if (either && !spelled && a.unit == nullptr && second.unit == nullptr && (!near || high > *near)) return false;
    const bool years = !a.number.spelled && !a.number.grouped && a.number.span.size() == 4 && a.unit == nullptr &&
                       low >= Decimal(1500) && low <= Decimal(2100);
    if (years && second.unit == nullptr && high <= Decimal(2100)) return false;
    range->low = low;
    range->high = high;
    range->amount = std::move(second);
    return true;
  }

  // The multiplier of "19 million".
  std::optional<Decimal> Factor(const Amount& amount) const {
    for (uint32_t t = amount.number.last; t > amount.number.first; --t) {
      const NumberWord& word = view_.rules.figures.Number(view_.tokens[t - 1].word);
      if (word.Is(NumberClass::kScale) || word.Is(NumberClass::kHundred) || word.Is(NumberClass::kDozen)) return word.value;
    }
    const std::string_view text = view_.Text(amount.number.first);
    const size_t letters = text.find_first_not_of("0123456789.,");
    if (letters == std::string_view::npos) return std::nullopt;
    auto glued = view_.rules.figures.glued.find(text.substr(letters));
    if (glued == view_.rules.figures.glued.end()) glued = view_.rules.figures.glued.find(LowerCase(text.substr(letters)));
    return glued == view_.rules.figures.glued.end() ? std::nullopt : std::optional(glued->second.factor);
  }

  const TextView& view_;
  const Amount& first_;
  const Bound& bound_;
  uint32_t floor_;
  uint32_t limit_;
};

}  // namespace

bool ReadRange(const TextView& view, const Amount& first, const Bound& bound, uint32_t floor, uint32_t limit, RangeEnd* range) {
  return RangeReader(view, first, bound, floor, limit).Read(range);
}

bool ReadShare(const TextView& view, const Amount& first, uint32_t floor, uint32_t limit, RangeEnd* share) {
  const NumberPhrase& n = first.number;
  if (first.unit != nullptr || n.vague || n.ordinal || n.fraction || !n.low.IsInteger() || first.last + 1 >= limit) return false;
  const auto word = [&](uint32_t t) { return t < limit ? view.Folded(t) : std::string_view(); };
  uint32_t at = first.last;
  const auto dash = [&](uint32_t t) { return t < limit && view.tokens[t].token_class == TokenClass::kDash && view.tokens[t].length <= 3; };
  // "one-in-three homes", "one fan in five".
  const bool hyphens = dash(at) && word(at + 1) == "in" && dash(at + 2);
  uint32_t noun = at;
  if (!hyphens && first.low == Decimal(1)) {
    const CountedPhrase counted = ReadCounted(view, at, limit, true);
    if (!counted.empty() && counted.last - counted.first <= 2 && word(counted.last) == "in") noun = counted.last;
  }
  const bool between = noun != at;
  if (hyphens) ++at;
  if (between) at = noun;
  bool over = false;  // "1 over 20" is a fraction only where nothing follows
  const bool in = word(at) == "in";
  if (in) {
    at += hyphens ? 2 : 1;
  } else if (word(at) == "out" && word(at + 1) == "of") {
    at += 2;
  } else if (word(at) == "of" && word(at + 1) == "every") {
    ++at;
  } else if (word(at) == "over") {
    ++at;
    over = true;
  } else {
    return false;
  }
  if (word(at) == "every" || word(at) == "the") ++at;
  if (at >= limit || view.owner[at] != Owner::kFree) return false;
  auto second = ReadAmount(view, at, std::max(floor, at), limit);
  if (!second || second->unit != nullptr || second->number.ordinal || second->number.vague || second->low <= first.low ||
      !second->low.IsInteger())
    return false;
  if (over ? second->last < limit && view.tokens[second->last].token_class != TokenClass::kStop : second->low <= first.low)
    return false;
  if (in && (first.low > Decimal(10) || (first.low != Decimal(1) && second->low > Decimal(1000)))) return false;
  if (between) {
    // "one man in five cars" is no share.
    const bool open = second->last < limit && view.tokens[second->last].token_class == TokenClass::kWord;
    if (second->low > Decimal(1000) || (open && !ReadCounted(view, second->last, limit, false).empty())) return false;
  }
  const auto quotient = Decimal::Divide(first.low, second->low, 30);
  if (!quotient) return false;
  share->low = share->high = *quotient;
  share->amount = std::move(*second);
  return true;
}

}  // namespace crosscheck
