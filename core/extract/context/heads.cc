#include "extract/context/heads.h"

#include <algorithm>

#include "extract/figures/counted.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;

bool IsWordNoun(const ClauseReader& reader, const Syntax& syntax, uint32_t t) {
  return syntax.PartOf(t) == Part::kNoun && reader.view().tokens[t].token_class == TokenClass::kWord && !reader.IsNumber(t);
}

// The words of tokens [first, last) that `keep` says belong, the last one the head.
template <class Keep>
Counted HeadOf(ClauseReader& reader, uint32_t first, uint32_t last, Keep keep) {
  const TextView& view = reader.view();
  Counted counted;
  counted.end = last;
  uint32_t start = kNone;
  for (uint32_t t = first; t < last; ++t) {
    if (!keep(t)) continue;
    if (start == kNone) start = t;
    if (counted.token != kNone) counted.modifiers.push_back(reader.lemmas().NounOf(counted.token));
    counted.token = t;
  }
  if (counted.token == kNone) return counted;
  counted.head = reader.lemmas().NounOf(counted.token);
  counted.head_class = reader.HeadAt(counted.token);
  counted.words = std::string(view.Text(view.SpanOf(start, counted.token + 1)));
  return counted;
}

Counted OfPhrase(ClauseReader& reader, const Syntax& syntax, NounPhrase phrase) {
  return HeadOf(reader, phrase.first, phrase.last, [&](uint32_t t) { return IsWordNoun(reader, syntax, t); });
}

// Tokens that the record says are counted: up to "of" and the like.
Counted OfCounted(ClauseReader& reader, uint32_t first, uint32_t last) {
  constexpr RoleSet kSkipped = Bits({Role::kDeterminer, Role::kPossessive, Role::kPreposition});
  const TextView& view = reader.view();
  uint32_t t = first;
  while (t < last && (view.tokens[t].token_class != TokenClass::kWord || view.IsAny(t, kSkipped))) ++t;
  uint32_t end = t;
  while (end < last && !view.Is(end, Role::kPreposition)) ++end;
  Counted counted = HeadOf(reader, t, end, [&](uint32_t w) { return view.tokens[w].token_class == TokenClass::kWord && !view.IsAny(w, kSkipped); });
  counted.end = last;
  return counted;
}

// "The number of bodies": the bodies; a "total" of nothing said is no thing.
NounPhrase Quantified(const ClauseReader& reader, const Syntax& syntax, NounPhrase phrase) {
  const TextView& view = reader.view();
  if (phrase.empty() || !view.Is(phrase.last - 1, Role::kQuantifier)) return phrase;
  return syntax.grammar().Is(phrase.last, "of") ? syntax.PhraseFrom(phrase.last + 1) : NounPhrase{};
}

class HeadFinder {
 public:
  HeadFinder(ClauseReader& reader, const Syntax& syntax, const Figure& figure, uint32_t first, uint32_t last)
      : reader_(reader), syntax_(syntax), view_(reader.view()), figure_(figure), first_(first), last_(last), sentence_(view_.SentenceOf(first)) {}

  Counted Find() {
    if (Counted counted = FromRecord(); counted.head != 0) return counted;
    if (Counted counted = Scale(); counted.head != 0) return counted;
    if (Counted counted = NounBehind(); counted.head != 0) return counted;
    if (Counted counted = BehindPreposition(); counted.head != 0) return counted;
    return NounBeforeOf();
  }

 private:
  bool IsCount() const { return figure_.unit.empty() && (figure_.kind == FigureKind::kCardinal || figure_.kind == FigureKind::kRange); }
  Counted Nothing() const {
    Counted counted;
    counted.end = last_;
    return counted;
  }
  bool Is(uint32_t t, std::string_view word) const { return syntax_.grammar().Is(t, word); }

  Counted FromRecord() {
    if (!figure_.counted) return Nothing();
    const uint32_t begin = reader_.TokenAt(figure_.counted->span.start);
    if (begin == kNone || view_.sentence_of[begin] != view_.sentence_of[first_]) return Nothing();
    Counted counted = OfCounted(reader_, begin, reader_.TokenEnd(figure_.counted->span, begin));
    if (begin < first_) counted.end = last_;
    counted.sure = true;
    return counted;
  }

  // "Magnitude 6.4", "category 4"; also the measure's own name inside of it: "6.4-magnitude".
  Counted Scale() {
    const auto is_scale = [&](uint32_t t) {
      const HeadClassId head = reader_.HeadAt(t);
      return head != 0 && !view_.rules.compare.heads[head].person && view_.rules.compare.heads[head].scale;
    };
    uint32_t scale = kNone;
    if (first_ > sentence_.first && is_scale(first_ - 1)) scale = first_ - 1;
    for (uint32_t t = first_; t < std::min(sentence_.last, last_ + 2) && scale == kNone; ++t) {
      if (is_scale(t)) scale = t;
    }
    if (scale == kNone) return Nothing();
    Counted counted = OfCounted(reader_, scale, scale + 1);
    counted.end = std::max(last_, scale + 1);
    counted.sure = true;
    return counted;
  }

  // "A $12m contract", "a two-year sentence", "30 boats". A lone adjective is none ("3.1 percent lower", "9 metres long").
  Counted NounBehind() {
    uint32_t from = PastConversion();
    if (from < sentence_.last && view_.tokens[from].token_class == TokenClass::kDash && syntax_.grammar().IsHyphen(from)) ++from;
    uint32_t end = from;
    while (end < sentence_.last && IsWordNoun(reader_, syntax_, end) && end < from + kLongest) ++end;
    if (end == from || (reader_.MentionAt(end - 1) != kNone && !reader_.HeadAt(end - 1))) return Nothing();
    const bool described = from > last_ || IsDetermined();
    const bool money = figure_.kind == FigureKind::kMoney;
    if (!described && ((!IsCount() && !money) || IsAdjective(end - 1))) return Nothing();
    Counted counted = OfPhrase(reader_, syntax_, {from, end});
    counted.end = end;
    counted.sure = described && !IsCount();
    return counted;
  }
  // "A 68.4 billion rupee ($790 million) budget": behind the bracket.
  uint32_t PastConversion() const {
    constexpr uint32_t kLongestBracket = 8;
    if (last_ + 1 >= sentence_.last || view_.Text(last_) != "(" || !reader_.IsNumber(last_ + 1)) return last_;
    for (uint32_t t = last_ + 2; t < std::min(sentence_.last, last_ + kLongestBracket); ++t) {
      if (view_.Text(t) == ")") return t + 1;
    }
    return last_;
  }
  bool IsDetermined() const {
    const Part before = first_ > sentence_.first ? syntax_.PartOf(first_ - 1) : Part::kBreak;
    return before == Part::kDeterminer || before == Part::kPossessive;
  }
  bool IsAdjective(uint32_t t) const {
    const QualifierId qualifier = view_.rules.compare.QualifierOf(view_.tokens[t].word);
    if (qualifier != 0 && view_.rules.compare.qualifiers[qualifier].scale == "extent") return true;  // "9 metres long"
    const std::string_view word = view_.Folded(t);
    return word.ends_with("er") && reader_.HeadAt(t) == 0 && !view_.Is(t, Role::kPersonNoun) && !view_.Is(t, Role::kPlaceNoun);
  }

  // "6 metres of water", "$1 million in damages", "9 million crowns' worth of equipment", "30 percent of the vote".
  Counted BehindPreposition() {
    uint32_t at = last_;
    while (at < sentence_.last && (syntax_.PartOf(at) == Part::kPossessive || Is(at, "worth"))) ++at;
    if (at >= sentence_.last || syntax_.PartOf(at) != Part::kPreposition) return Nothing();
    const bool of = Is(at, "of");
    const bool money = figure_.kind == FigureKind::kMoney || at > last_;
    if (!of && !(money && Is(at, "in"))) return Nothing();
    NounPhrase phrase = syntax_.PhraseFrom(at + 1);
    if (phrase.empty()) return Nothing();
    // "12 of them", "in the capital", "$3m in Skarholm": no thing paid for.
    if (syntax_.PartOf(phrase.first) == Part::kPronoun) return Nothing();
    if (!of && (reader_.MentionAt(phrase.last - 1) != kNone || syntax_.PartOf(phrase.first) == Part::kDeterminer)) return Nothing();
    Counted counted = OfPhrase(reader_, syntax_, phrase);
    if (reader_.MentionAt(phrase.last - 1) != kNone && counted.head_class == 0) return Nothing();
    // "Fourteen charges: nine of bribery" counts no bribery.
    if (IsCount() && counted.head_class == 0 && !IsPlural(view_, phrase.last - 1)) return Nothing();
    counted.sure = true;
    return counted;
  }

  // "A debt of €6,000", "a workforce of 82,000"; "a total of 12" is of nothing.
  Counted NounBeforeOf() {
    const NumberPhrase phrase = PhraseAround(syntax_, view_, figure_, first_, last_, last_);
    const uint32_t of = phrase.first - 1;
    if (phrase.first <= sentence_.first + 1 || syntax_.PartOf(of) != Part::kPreposition || !Is(of, "of")) return Nothing();
    const NounPhrase before = syntax_.PhraseBefore(of);
    if (before.empty() || reader_.MentionAt(of - 1) != kNone || reader_.IsNumber(of - 1)) return Nothing();
    const bool fraction = view_.rules.figures.Number(view_.tokens[of - 1].word).classes != 0;  // "a quarter of a million euros"
    if (fraction || view_.Is(of - 1, Role::kQuantifier)) return Nothing();
    Counted counted = OfPhrase(reader_, syntax_, before);
    counted.end = last_;
    counted.sure = true;
    return counted;
  }

  static constexpr uint32_t kLongest = 4;  // words of a noun behind its number

  ClauseReader& reader_;
  const Syntax& syntax_;
  const TextView& view_;
  const Figure& figure_;
  uint32_t first_;
  uint32_t last_;
  const ViewSentence& sentence_;
};

constexpr RoleSet kEndsPhrase = Bits({Role::kPreposition, Role::kAuxiliary, Role::kModal, Role::kRelative, Role::kCoordinator,
                                      Role::kSubordinator, Role::kPronoun, Role::kCue});

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

Counted CountedBy(ClauseReader& reader, const Syntax& syntax, const Figure& figure, uint32_t first, uint32_t last) {
  return HeadFinder(reader, syntax, figure, first, last).Find();
}

Counted ToldOf(ClauseReader& reader, const Syntax& syntax, const Figure& figure, const NumberPhrase& phrase, const Predicate& predicate) {
  const TextView& view = reader.view();
  Counted nothing;
  nothing.end = phrase.last;
  if (predicate.group == nullptr || predicate.behind || predicate.saying || figure.kind == FigureKind::kDuration) return nothing;
  // "The catfish was 9 feet long" measures the catfish; it owns the length.
  if (figure.kind == FigureKind::kMeasure && predicate.be) return nothing;
  const uint32_t verb_end = predicate.group->last;
  if (verb_end > phrase.first) return nothing;
  // "Put the toll at 34", "left its shares 3 percent lower": what stands between the verb and the number.
  uint32_t before = phrase.first;
  if (before > verb_end && syntax.PartOf(before - 1) == Part::kPreposition) --before;
  NounPhrase told = before > verb_end ? syntax.PhraseBefore(before) : NounPhrase{};
  // "Cut back to 8 percent", "was free on $200,000 bail", "ended 6 percent lower at 41": no noun, or another number's.
  const bool lone = told.size() == 1 && (predicate.be || view.Is(told.first, Role::kNounVerb));
  bool particle = lone && !IsPlural(view, told.first) && reader.HeadAt(told.first) == 0;
  for (uint32_t t = told.first; t < told.last; ++t) particle = particle || reader.IsNumber(t);
  if (!told.empty() && told.first >= verb_end && !particle) {
    told = syntax.WholeOf(told);
  } else {
    for (uint32_t t = verb_end; t < phrase.first; ++t) {
      const Part part = syntax.PartOf(t);
      const bool passed = part == Part::kPreposition || part == Part::kAdverb || part == Part::kTime || part == Part::kDeterminer;
      if (!passed && syntax.PartOf(t) != Part::kNoun) return nothing;
    }
    told = syntax.SubjectOf(*predicate.group);
  }
  told = Quantified(reader, syntax, told);
  if (told.empty() || (told.first < phrase.last && phrase.first < told.last)) return nothing;
  const uint32_t head = told.last - 1;
  // Who pays or owns is not what is paid; but "the dead rose to 143".
  const HeadClassId head_class = reader.HeadAt(head);
  const bool person = head_class != 0 && view.rules.compare.heads[head_class].person;
  const bool level = predicate.be || syntax.PartOf(phrase.first - 1) == Part::kPreposition ||
                     view.rules.figures.Is(view.tokens[predicate.group->main].word, FigureWord::kChangeVerb);
  // "The quake injured dozens", "the fire cost $1m": who does it is not what is counted.
  if (!level && figure.kind != FigureKind::kPercent) return nothing;
  if (reader.MentionAt(head) != kNone || view.IsAny(head, Bits({Role::kOrganisationNoun, Role::kPronoun}))) return nothing;
  if ((person || view.Is(head, Role::kPersonNoun)) && !level) return nothing;
  Counted counted = OfPhrase(reader, syntax, told);
  counted.end = phrase.last;
  return counted;
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
