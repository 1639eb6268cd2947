#include "extract/context/clause.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace crosscheck {
namespace {

constexpr int kFarthest = 40;  // tokens looked at to each side
constexpr RoleSet kStopRoles = Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition,
                                     Role::kCoordinator, Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kAdverb,
                                     Role::kNumberWord, Role::kMultiplier, Role::kApproximator, Role::kBound, Role::kStop});

// How far before and after a number a mark still speaks of it, in tokens.
struct Reach {
  int before = 0;
  int after = 0;
};
constexpr Reach ReachOf(Mark mark) {
  switch (mark) {
    case Mark::kOther:
      return {2, 4};
    case Mark::kPartitive:
      return {3, 2};
    case Mark::kPeriod:
      return {30, 14};
    case Mark::kOtherEvent:
      return {40, 40};
    case Mark::kPlan:
      return {10, 3};
    case Mark::kDemand:
      return {7, 0};
    case Mark::kIncluding:
      return {4, 0};
    case Mark::kBelow:
      return {3, 0};
    case Mark::kStatus:
      return {8, 2};
    case Mark::kFormer:
      return {40, 0};
    case Mark::kChange:
      return {4, 0};
    case Mark::kNegated:
      return {4, 0};
    case Mark::kGuess:
      return {6, 0};
    case Mark::kCount:
      break;
  }
  return {0, 0};
}

// How near a word is, 0..1, by its distance in tokens.
float Nearness(int distance) {
  static const auto& by_distance = *new std::array<float, kFarthest + 1>([] {
    std::array<float, kFarthest + 1> table{};
    for (int d = 1; d <= kFarthest; ++d) table[static_cast<size_t>(d)] = std::exp(-0.25f * static_cast<float>(d - 1));
    return table;
  }());
  return by_distance[static_cast<size_t>(distance)];
}

// What a token between does to the nearness of the words behind it.
float Barrier(const TextView& view, uint32_t token) {
  switch (view.tokens[token].token_class) {
    case TokenClass::kComma:
      return 0.75f;
    case TokenClass::kColon:
    case TokenClass::kDash:
      return 0.6f;
    case TokenClass::kBracket:
      return 0.8f;
    default:
      break;
  }
  if (view.Is(token, Role::kCoordinator)) return 0.6f;
  if (view.IsAny(token, Bits({Role::kRelative, Role::kSubordinator}))) return 0.8f;
  return 1;
}

}  // namespace

struct ClauseReader::Walk {
  std::array<float, 256> events{};
  Clause clause;
};

std::vector<NamePlace> PlacesOfNames(const std::vector<Name>& names) {
  std::vector<NamePlace> places;
  for (uint32_t n = 0; n < names.size(); ++n) {
    for (const Span span : names[n].mentions) places.push_back({span, n + 1, names[n].kind, names[n].gender});
  }
  std::sort(places.begin(), places.end(),
            [](const NamePlace& a, const NamePlace& b) { return std::tie(a.span, a.name) < std::tie(b.span, b.name); });
  return places;
}

ClauseReader::ClauseReader(const TextView& view, const std::vector<NamePlace>& names)
    : rules_(view.rules), view_(view), names_(names), lemmas_(view) {
  const size_t size = view_.tokens.size();
  number_.Assign(size, 0);
  event_.Assign(size, 0);
  marks_.assign(size, 0);
  mark_length_.assign(size, 1);
  mention_of_.Assign(size, kNone);
  size_t next = 0;
  for (uint32_t t = 0; t < size; ++t) {
    while (next < names.size() && names[next].span.end <= view_.tokens[t].start) ++next;
    if (next < names.size() && names[next].span.Overlaps(view_.tokens[t].span()))
      mention_of_.Edit(t) = static_cast<uint32_t>(next);
  }
  Tag();
}

void ClauseReader::Tag() {
  const CompareRules& rules = rules_.compare;
  const auto& phrases = rules.phrases;
  std::vector<uint32_t> first_phrase(view_.lexemes.size() + 1, kNone);  // in `phrases`, by lexeme
  for (uint32_t t = 0; t < view_.tokens.size(); ++t) marks_[t] = rules.MarksOf(view_.tokens[t].word);
  for (uint32_t t = 0; t < view_.tokens.size(); ++t) {
    const WordId word = view_.tokens[t].word;
    if (word == 0) continue;
    if (event_[t] == 0) event_.Edit(t) = rules.EventOf(word);
    bool in_phrase = false;
    // Each word of the document is looked up once.
    const uint32_t lexeme = std::min<uint32_t>(view_.tokens[t].lexeme, static_cast<uint32_t>(first_phrase.size() - 1));
    if (first_phrase[lexeme] == kNone) {
      const auto at = std::lower_bound(phrases.begin(), phrases.end(), word, [](const auto& p, WordId w) { return p.words[0] < w; });
      first_phrase[lexeme] = static_cast<uint32_t>(at - phrases.begin());
    }
    auto it = phrases.begin() + first_phrase[lexeme];
    for (; it != phrases.end() && it->words[0] == word; ++it) {
      const size_t n = it->words.size();
      if (t + n > view_.tokens.size()) continue;
      size_t same = 1;
      while (same < n && view_.tokens[t + same].word == it->words[same]) ++same;
      if (same < n) continue;
      // A phrase says more than its words: "may have been" is no plan.
      if (it->marks != 0) {
        if (!in_phrase) std::fill(marks_.begin() + t, marks_.begin() + t + static_cast<ptrdiff_t>(n), MarkSet{0});
        in_phrase = true;
        marks_[t] |= it->marks;
        mark_length_[t] = static_cast<uint8_t>(std::max<size_t>(mark_length_[t], n));
      }
      if (it->event != 0) {
        for (size_t i = 0; i < n; ++i) event_.Edit(t + i) = it->event;
      }
    }
  }
}

uint32_t ClauseReader::TokenAt(uint32_t byte) const {
  const auto it =
      std::partition_point(view_.tokens.begin(), view_.tokens.end(), [&](const Token& token) { return token.end() <= byte; });
  return it == view_.tokens.end() ? kNone : static_cast<uint32_t>(it - view_.tokens.begin());
}

uint32_t ClauseReader::TokenEnd(Span span, uint32_t first) const {
  uint32_t last = first + 1;
  while (last < view_.tokens.size() && view_.tokens[last].start < span.end) ++last;
  return last;
}

void ClauseReader::SetNumber(uint32_t first, uint32_t last) {
  last_number_ = static_cast<uint8_t>(last_number_ % 255 + 1);
  for (uint32_t t = first; t < last; ++t) number_.Edit(t) = last_number_;
}

bool ClauseReader::IsContent(uint32_t token) const {
  return view_.tokens[token].token_class == TokenClass::kWord && number_[token] == 0 && mention_of_[token] == kNone &&
         !view_.IsAny(token, kStopRoles) && view_.tokens[token].length > 1 && !view_.tokens[token].Has(Token::kClitic);
}

MarkSet ClauseReader::MarksOf(const ViewSentence& sentence) const {
  MarkSet marks = 0;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) marks |= marks_[t];
  return marks;
}

void ClauseReader::Visit(uint32_t token, int distance, bool before, bool past_number, float weight, Walk* walk) const {
  const float near = weight * Nearness(distance);
  if (const EventClassId event = event_[token]; event != 0) {
    if (rules_.compare.events[event].saying) {
      walk->clause.nearest_saying = std::max(walk->clause.nearest_saying, near);
    } else {
      walk->events[event] += near;
      walk->clause.nearest_event = std::max(walk->clause.nearest_event, near);
    }
  }
  for (MarkSet left = marks_[token]; left != 0; left &= left - 1) {
    const auto mark = static_cast<Mark>(__builtin_ctz(left));
    // What stands behind another number speaks of that one: "63 percent, down from 71 percent four years ago".
    if (past_number && (mark == Mark::kFormer || (!before && mark != Mark::kOtherEvent))) continue;
    if (number_[token] != 0 && mark == Mark::kPlan) continue;  // the month of May
    const Reach reach = ReachOf(mark);
    const int length = before ? mark_length_[token] : 1;
    if (distance - length + 1 <= (before ? reach.before : reach.after)) walk->clause.marks |= Bit(mark);
  }
  if (const QualifierId qualifier = rules_.compare.QualifierOf(view_.tokens[token].word); qualifier != 0 && near > 0.2f) {
    auto& kept = walk->clause.qualifiers;
    const auto same_scale = [&](QualifierId q) {
      return q != 0 && rules_.compare.qualifiers[q].scale == rules_.compare.qualifiers[qualifier].scale;
    };
    if (std::none_of(kept.begin(), kept.end(), same_scale)) {
      const auto slot = std::find(kept.begin(), kept.end(), QualifierId{0});
      if (slot != kept.end()) *slot = qualifier;
    }
  }
  if (IsContent(token)) {
    walk->clause.words.push_back({LemmaOf(token), weight / (1 + 0.12f * static_cast<float>(distance - 1))});
  }
}

Clause ClauseReader::Read(uint32_t first, uint32_t last) const {
  Walk walk;
  const ViewSentence& sentence = view_.sentences[view_.sentence_of[first]];
  for (const bool before : {true, false}) {
    float weight = 1;
    size_t words = before ? 0 : 4;
    const size_t words_end = words + 4;
    bool in_number = false;
    bool past_number = false;
    uint8_t first_number = 0;
    for (int distance = 1; distance <= kFarthest; ++distance) {
      const uint32_t token = before ? first - static_cast<uint32_t>(distance) : last + static_cast<uint32_t>(distance) - 1;
      if (before ? first < sentence.first + static_cast<uint32_t>(distance) : token >= sentence.last) break;
      const bool number = number_[token] != 0;
      if (number && !in_number) weight *= 0.4f;
      in_number = number;
      if (number && first_number == 0) first_number = number_[token];
      past_number = past_number || (first_number != 0 && number_[token] != first_number);
      weight *= Barrier(view_, token);
      const bool word = view_.tokens[token].token_class == TokenClass::kWord;
      if (word && words < words_end) walk.clause.context[words++] = number ? kNumber : LemmaOf(token);
      Visit(token, distance, before, past_number, weight, &walk);
    }
  }
  std::vector<EventShare> shares;
  float total = 0;
  for (size_t e = 1; e < walk.events.size(); ++e) {
    if (walk.events[e] <= 0) continue;
    shares.push_back({static_cast<EventClassId>(e), walk.events[e]});
    total += walk.events[e];
  }
  std::stable_sort(shares.begin(), shares.end(), [](const EventShare& a, const EventShare& b) { return a.share > b.share; });
  for (size_t i = 0; i < std::min(shares.size(), kMostEvents); ++i)
    walk.clause.events[i] = {shares[i].event, shares[i].share / total};
  return std::move(walk.clause);
}

}  // namespace crosscheck
