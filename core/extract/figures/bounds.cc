#include "extract/figures/bounds.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxAside = 9;  // tokens of "at least, police said, 14" between the commas

// Which of two stacked modifiers decides: an end of the interval before a hedge before none.
int Strength(Modifier m) {
  switch (m) {
    case Modifier::kExact:
      return 0;
    case Modifier::kApprox:
      return 1;
    default:
      return 2;
  }
}

bool IsQuote(const TextView& view, uint32_t t) { return view.tokens[t].token_class == TokenClass::kQuote; }

// The longest phrase that ends before token `end`; null where there is none.
const BoundForm* FormBefore(const TextView& view, uint32_t end, uint32_t floor) {
  if (end <= floor) return nullptr;
  const auto it = view.rules.figures.before.find(view.Folded(end - 1));
  if (it == view.rules.figures.before.end()) return nullptr;
  for (const BoundForm& form : it->second) {
    if (form.words.size() > end - floor) continue;
    const uint32_t start = end - static_cast<uint32_t>(form.words.size());
    bool same = true;
    for (size_t i = 0; same && i + 1 < form.words.size(); ++i)
      same = EqualsIgnoreCase(view.Text(start + static_cast<uint32_t>(i)), form.words[i]);
    if (same) return &form;
  }
  return nullptr;
}

const BoundForm* FormBehind(const TextView& view, uint32_t at, uint32_t limit) {
  if (at >= limit) return nullptr;
  const auto it = view.rules.figures.after.find(view.Folded(at));
  if (it == view.rules.figures.after.end()) return nullptr;
  for (const BoundForm& form : it->second) {
    if (form.words.size() > limit - at) continue;
    bool same = true;
    for (size_t i = 1; same && i < form.words.size(); ++i)
      same = EqualsIgnoreCase(view.Text(at + static_cast<uint32_t>(i)), form.words[i]);
    if (same) return &form;
  }
  return nullptr;
}

void Merge(const BoundForm& form, Bound* bound) {
  if (Strength(form.modifier) <= Strength(bound->modifier)) return;
  bound->modifier = form.modifier;
  bound->hedge.clear();
  for (const std::string& word : form.words) {
    if (!bound->hedge.empty()) bound->hedge += ' ';
    bound->hedge += word;
  }
}

}  // namespace

bool FindBoundBehind(const TextView& view, uint32_t at, uint32_t limit, Bound* bound) {
  if (at < limit && IsQuote(view, at)) ++at;
  if (at + 1 < limit && view.tokens[at].token_class == TokenClass::kDash && view.Text(at + 1) == "plus") ++at;
  const BoundForm* form = FormBehind(view, at, limit);
  if (form == nullptr) return false;
  Merge(*form, bound);
  bound->last = at + static_cast<uint32_t>(form->words.size());
  return true;
}

// "rose over two months to 30 million": the time that something took, no bound.
bool IsOverATime(const TextView& view, uint32_t over, uint32_t number, uint32_t limit) {
  if (!EqualsIgnoreCase(view.Text(over), "over")) return false;
  uint32_t unit = number;
  while (unit < limit && unit < number + 4 &&
         (view.Is(unit, Role::kNumberWord) || view.tokens[unit].token_class != TokenClass::kWord))
    ++unit;
  if (unit >= limit) return false;
  const auto& time = view.rules.calendar.Find(view.tokens[unit].word);
  if ((time.classes & (Bit(TimeClass::kUnit) | Bit(TimeClass::kUnits))) == 0) return false;
  const std::string_view behind = unit + 1 < limit ? view.Folded(unit + 1) : std::string_view();
  constexpr std::string_view kBehind[] = {"to", "from", "by"};
  return std::find(std::begin(kBehind), std::end(kBehind), behind) != std::end(kBehind);
}

// "(at least) 14", "at least, police said, 14": the end of the words that bound, apart from the number at `first`; `first` where
// none stand so. `*start` gets the token where the whole begins.
const BoundForm* FormApart(const TextView& view, uint32_t first, uint32_t floor, uint32_t* start) {
  if (first < floor + 3) return nullptr;
  const uint32_t close = first - 1;
  if (view.Text(close) == ")") {
    const BoundForm* form = FormBefore(view, close, floor);
    const uint32_t size = form == nullptr ? 0 : static_cast<uint32_t>(form->words.size());
    if (size == 0 || close < floor + size + 1 || view.Text(close - size - 1) != "(") return nullptr;
    *start = close - size - 1;
    return form;
  }
  if (view.tokens[close].token_class != TokenClass::kComma) return nullptr;
  bool source = false;
  for (uint32_t t = close; t > floor && close - t < kMaxAside; --t) {
    if (view.tokens[t - 1].token_class == TokenClass::kComma) {
      const BoundForm* form = source ? FormBefore(view, t - 1, floor) : nullptr;
      if (form == nullptr || Strength(form->modifier) < 2) return nullptr;
      *start = t - 1 - static_cast<uint32_t>(form->words.size());
      return form;
    }
    source = source || view.Is(t - 1, Role::kCue) || EqualsIgnoreCase(view.Text(t - 1), "according");
  }
  return nullptr;
}

Bound FindBound(const TextView& view, uint32_t first, uint32_t last, uint32_t floor, uint32_t limit) {
  Bound bound;
  bound.first = first;
  bound.last = last;
  uint32_t at = first;
  if (uint32_t start = first; const BoundForm* apart = FormApart(view, first, floor, &start)) {
    Merge(*apart, &bound);
    at = bound.first = start;
  }
  while (at > floor) {
    uint32_t end = at;
    if (end > floor && IsQuote(view, end - 1)) --end;
    const BoundForm* form = FormBefore(view, end, floor);
    if (form == nullptr) {
      // "more than the 300": an article between the bound and the number.
      const std::string_view article = end > floor ? view.Folded(end - 1) : std::string_view();
      if (at != first || (article != "a" && article != "an" && article != "the")) break;
      form = FormBefore(view, end - 1, floor);
      // A single word before an article is a preposition: "under a five-year contract".
      if (form == nullptr || form->words.size() < 2 || Strength(form->modifier) < 2) break;
      --end;
    }
    const uint32_t start = end - static_cast<uint32_t>(form->words.size());
    if (view.owner[start] == Owner::kDate || (start + 1 == first && IsOverATime(view, start, first, limit))) break;
    Merge(*form, &bound);
    at = start;
    bound.first = start;
  }
  FindBoundBehind(view, last, limit, &bound);
  return bound;
}

void ApplyBound(Modifier modifier, Figure* figure) {
  switch (modifier) {
    case Modifier::kMoreThan:
      figure->low_open = true;
      [[fallthrough]];
    case Modifier::kAtLeast:
      figure->high.reset();
      break;
    case Modifier::kLessThan:
      figure->high_open = true;
      [[fallthrough]];
    case Modifier::kAtMost:
      figure->low.reset();
      break;
    default:
      break;
  }
}

}  // namespace crosscheck
