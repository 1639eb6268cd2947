#include "extract/context/heads.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;
constexpr RoleSet kEndsPhrase = Bits({Role::kPreposition, Role::kAuxiliary, Role::kModal, Role::kRelative, Role::kCoordinator,
                                      Role::kSubordinator, Role::kPronoun, Role::kCue});

// Tokens [first, last) as a noun phrase: its head is the last word before "of" and the like, or the last word with a known class.
Counted OfPhrase(ClauseReader& reader, uint32_t first, uint32_t last) {
  const TextView& view = reader.view();
  Counted counted;
  counted.end = last;
  uint32_t head = kNone;
  for (uint32_t t = first; t < last; ++t) {
    if (view.tokens[t].token_class != TokenClass::kWord) continue;
    if (head != kNone && view.Is(t, Role::kPreposition)) break;
    if (view.IsAny(t, Bits({Role::kDeterminer, Role::kPossessive, Role::kPreposition}))) continue;
    if (head != kNone) counted.modifiers.push_back(reader.lemmas().NounOf(head));
    head = t;
  }
  if (head == kNone) return counted;
  counted.head = reader.lemmas().NounOf(head);
  counted.head_class = reader.HeadAt(head);
  counted.words = std::string(view.Text(view.SpanOf(first, head + 1)));
  return counted;
}

// Where the text does not say what is counted: the words right after the number up to the end of their phrase.
Counted AfterNumber(ClauseReader& reader, uint32_t last, uint32_t sentence_last) {
  const TextView& view = reader.view();
  uint32_t end = last;
  while (end < sentence_last && end < last + 4 && view.tokens[end].token_class == TokenClass::kWord && !reader.IsNumber(end) &&
         !view.IsAny(end, kEndsPhrase) && reader.MentionAt(end) == kNone) {
    ++end;
    if (const HeadClassId head = reader.HeadAt(end - 1); head != 0) break;
  }
  Counted counted = OfPhrase(reader, last, end);
  counted.end = end;
  return counted;
}

bool CountsPeople(const ClauseReader& reader, const Counted& counted) {
  return counted.head_class != 0 && reader.view().rules.compare.heads[counted.head_class].person;
}

// "a woman", "an unborn child", "one boy" at `at`: one past its head; kNone where no single person stands there.
uint32_t SinglePerson(const ClauseReader& reader, uint32_t at, uint32_t sentence_last) {
  const TextView& view = reader.view();
  if (at >= sentence_last || (view.Text(at) != "a" && view.Text(at) != "an" && view.Text(at) != "one")) return kNone;
  for (uint32_t t = at + 1; t < std::min(sentence_last, at + 5); ++t) {
    if (view.tokens[t].token_class != TokenClass::kWord || reader.IsNumber(t) || view.IsAny(t, kEndsPhrase)) return kNone;
    const HeadClassId head = reader.HeadAt(t);
    if (head == 0 || !view.rules.compare.heads[head].person) continue;
    // "two men and a woman was hurt": a clause of its own begins, no sum.
    const std::string_view next = t + 1 < sentence_last ? view.Text(t + 1) : std::string_view();
    return next == "was" || next == "is" || next == "has" ? kNone : t + 1;
  }
  return kNone;
}

}  // namespace

Counted CountedBy(ClauseReader& reader, const Figure& figure, uint32_t first, uint32_t last) {
  const TextView& view = reader.view();
  const uint32_t sentence_last = view.sentences[view.sentence_of[first]].last;
  if (figure.counted) {
    const uint32_t begin = reader.TokenAt(figure.counted->span.start);
    if (begin != kNone && view.sentence_of[begin] == view.sentence_of[first]) {
      Counted counted = OfPhrase(reader, begin, reader.TokenEnd(figure.counted->span, begin));
      if (begin < first) counted.end = last;
      counted.sure = true;
      if (counted.head != 0) return counted;
    }
  }
  // "magnitude 6.4", "category 4".
  if (first > view.sentences[view.sentence_of[first]].first) {
    const HeadClassId head = reader.HeadAt(first - 1);
    if (head != 0 && !view.rules.compare.heads[head].person && view.rules.compare.heads[head].scale) {
      Counted counted = OfPhrase(reader, first - 1, first);
      counted.end = last;
      counted.sure = true;
      return counted;
    }
  }
  return AfterNumber(reader, last, sentence_last);
}

std::vector<SumOfParts> FindSums(const ClauseReader& reader, const std::vector<Figure>& figures,
                                 const std::vector<FigurePlace>& places, const std::vector<Counted>& counted) {
  const TextView& view = reader.view();
  std::vector<SumOfParts> sums;
  const auto counts_people = [&](uint32_t f) {
    return figures[f].kind == FigureKind::kCardinal && figures[f].unit.empty() && places[f].first != kNone &&
           CountsPeople(reader, counted[f]);
  };
  for (uint32_t f = 0; f < figures.size(); ++f) {
    if (!counts_people(f)) continue;
    SumOfParts sum{{f}, figures[f].span, {figures[f].low, figures[f].high, figures[f].low_open, figures[f].high_open}};
    const uint32_t sentence_last = view.sentences[view.sentence_of[places[f].first]].last;
    uint32_t at = counted[f].end;
    uint32_t next = f + 1;
    bool whole = false;
    bool closed = false;
    while (!closed && at + 1 < sentence_last) {
      const bool comma = view.tokens[at].token_class == TokenClass::kComma;
      if (comma && view.Is(at + 1, Role::kCoordinator)) ++at;
      closed = view.Text(at) == "and" || view.Text(at) == "plus";
      if (!comma && !closed) break;
      ++at;
      uint32_t end = kNone;
      if (next < figures.size() && places[next].first == at && counts_people(next)) {
        const auto total =
            Sum(sum.value, {figures[next].low, figures[next].high, figures[next].low_open, figures[next].high_open});
        if (!total) break;
        sum.value = *total;
        sum.parts.push_back(next);
        end = counted[next].end;
        ++next;
      } else if (const uint32_t single = SinglePerson(reader, at, sentence_last); single != kNone) {
        const auto total = Sum(sum.value, Interval::Point(1));
        if (!total) break;
        sum.value = *total;
        end = single;
      }
      if (end == kNone) break;
      at = end;
      whole = closed;
      sum.span.end = view.tokens[end - 1].end();
    }
    if (!whole) continue;
    sums.push_back(sum);
    f = next - 1;
  }
  return sums;
}

}  // namespace crosscheck
