#include "extract/context/owners.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;
constexpr size_t kMostNames = 8;

char SexOf(Gender gender) { return gender == Gender::kFemale ? 'f' : gender == Gender::kMale ? 'm' : char{0}; }

char SexAt(const ClauseReader& reader, uint32_t token) {
  if (const HeadClassId head = reader.HeadAt(token); head != 0) {
    const char sex = reader.view().rules.compare.heads[head].sex;
    if (sex != 0) return sex;
  }
  const bool female = reader.view().Is(token, Role::kFemale);
  const bool male = reader.view().Is(token, Role::kMale);
  return female == male ? char{0} : female ? 'f' : 'm';
}

bool IsComma(const TextView& view, uint32_t token) { return view.tokens[token].token_class == TokenClass::kComma; }

AgeHolder Named(const ClauseReader& reader, const NamePlace& mention) {
  const auto token = reader.TokenAt(mention.span.start);
  AgeHolder subject{mention.name, SexOf(mention.gender), 0, ""};
  if (subject.sex == 0 && token != kNone && token > 0) subject.sex = SexAt(reader, token - 1);
  return subject;
}

// The last person of that sex named before the token in its story, else the last whose sex is not known; kNone where there is none
// within the last `reach` tokens.
uint32_t PersonBefore(const ClauseReader& reader, uint32_t token, char sex, uint32_t reach) {
  const TextView& view = reader.view();
  const uint32_t story = view.sentences[view.sentence_of[token]].story;
  uint32_t unknown = kNone;
  for (uint32_t t = token, steps = 0; t-- > 0 && steps < reach; ++steps) {
    const uint32_t m = reader.MentionAt(t);
    if (m == kNone || reader.names()[m].kind != NameKind::kPerson) continue;
    if (view.sentences[view.sentence_of[t]].story != story) break;
    const char other = SexOf(reader.names()[m].gender);
    if (sex == 0 || sex == other) return m;
    if (other == 0 && unknown == kNone) unknown = m;
  }
  return unknown;
}

// "Ada Holt, 40", "Ada Holt (40)", "Ada Holt, aged 40", "Ada Holt is 40".
uint32_t PersonJustBefore(const ClauseReader& reader, uint32_t first) {
  const TextView& view = reader.view();
  const ViewSentence& sentence = view.sentences[view.sentence_of[first]];
  for (uint32_t t = first, steps = 0; t-- > sentence.first && steps < 5; ++steps) {
    if (const uint32_t m = reader.MentionAt(t); m != kNone) return reader.names()[m].kind == NameKind::kPlace ? kNone : m;
    const bool joint =
        IsComma(view, t) || view.tokens[t].token_class == TokenClass::kBracket ||
        view.IsAny(t, Bits({Role::kAuxiliary, Role::kRelative, Role::kAdverb, Role::kApproximator, Role::kDeterminer})) ||
        view.Text(t) == "aged" || view.Text(t) == "age" || view.Text(t) == "Jr." || view.Text(t) == "Sr.";
    if (!joint) return kNone;
  }
  return kNone;
}

AgeHolder Described(const ClauseReader& reader, uint32_t last) {
  const TextView& view = reader.view();
  const ViewSentence& sentence = view.sentences[view.sentence_of[last - 1]];
  AgeHolder subject;
  for (uint32_t t = last; t < std::min(sentence.last, last + 5); ++t) {
    if (const uint32_t m = reader.MentionAt(t); m != kNone) {
      if (reader.names()[m].kind == NameKind::kPlace || reader.names()[m].kind == NameKind::kGroup) {
        if (subject.descriptor != 0) break;
        continue;
      }
      AgeHolder named = Named(reader, reader.names()[m]);
      if (named.sex == 0) named.sex = subject.sex;
      return named;
    }
    if (IsComma(view, t) && subject.descriptor != 0 && t + 1 < sentence.last && reader.MentionAt(t + 1) != kNone) continue;
    if (view.tokens[t].token_class != TokenClass::kWord || reader.IsNumber(t)) break;
    if (view.IsAny(t, Bits({Role::kPreposition, Role::kAuxiliary, Role::kRelative, Role::kCoordinator, Role::kCue}))) break;
    if (subject.descriptor != 0 && reader.HeadAt(t) == 0) break;  // a verb: what follows is another phrase
    const HeadClassId head = reader.HeadAt(t);
    if (head != 0 || view.IsAny(t, Bits({Role::kKinship, Role::kPersonNoun, Role::kFemale, Role::kMale, Role::kTitle}))) {
      subject.descriptor = reader.LemmaOf(t);
      subject.words = std::string(view.Text(t));
      if (const char sex = SexAt(reader, t); sex != 0) subject.sex = sex;
    }
  }
  return subject;
}

// "A woman, 33,", "two men, aged 27", "a pregnant woman of 27".
AgeHolder DescribedBefore(const ClauseReader& reader, uint32_t first) {
  const TextView& view = reader.view();
  const ViewSentence& sentence = view.sentences[view.sentence_of[first]];
  AgeHolder subject;
  for (uint32_t t = first, steps = 0; t-- > sentence.first && steps < 3; ++steps) {
    const std::string_view word = view.Text(t);
    if (IsComma(view, t) || view.tokens[t].token_class == TokenClass::kBracket || word == "aged" || word == "of") continue;
    const HeadClassId head = reader.HeadAt(t);
    const bool person = head != 0 ? view.rules.compare.heads[head].person : view.IsAny(t, Bits({Role::kKinship, Role::kPersonNoun}));
    if (!person || reader.MentionAt(t) != kNone) break;
    subject.descriptor = reader.LemmaOf(t);
    subject.words = std::string(word);
    subject.sex = SexAt(reader, t);
    break;
  }
  return subject;
}

// "his", "she": the person meant.
uint32_t PronounBefore(const ClauseReader& reader, uint32_t first) {
  const TextView& view = reader.view();
  const ViewSentence& sentence = view.sentences[view.sentence_of[first]];
  for (uint32_t t = first, steps = 0; t-- > sentence.first && steps < 6; ++steps) {
    if (reader.IsNumber(t)) return kNone;
    if (view.Is(t, Role::kPronoun)) {
      const char sex = SexAt(reader, t);
      return sex == 0 ? kNone : PersonBefore(reader, t, sex, 80);
    }
  }
  return kNone;
}

// "The 45-year-old man was later identified as Ada Holt".
uint32_t PersonIdentified(const ClauseReader& reader, uint32_t last) {
  const TextView& view = reader.view();
  const ViewSentence& sentence = view.sentences[view.sentence_of[last - 1]];
  bool identified = false;
  for (uint32_t t = last; t < std::min(sentence.last, last + 16); ++t) {
    const std::string_view word = view.Text(t);
    if (word == "identified" || word == "named") identified = true;
    const uint32_t m = reader.MentionAt(t);
    if (m == kNone || reader.names()[m].kind != NameKind::kPerson) continue;
    return identified && t > last && view.Text(t - 1) == "as" ? m : kNone;
  }
  return kNone;
}

bool IsSayer(const ClauseReader& reader, uint32_t first, uint32_t last) {
  const TextView& view = reader.view();
  const auto cue = [&](uint32_t t) { return t < view.tokens.size() && view.Is(t, Role::kCue); };
  return cue(last) || cue(last + 1) || (first > 0 && cue(first - 1));
}

// "The 51-year-old took the money": the person named last who is no mere speaker; nobody where a man or woman without a name
// stands between.
uint32_t PersonMeant(const ClauseReader& reader, uint32_t first) {
  constexpr uint32_t kReach = 60;
  const TextView& view = reader.view();
  if (first == 0 || (view.Text(first - 1) != "The" && view.Text(first - 1) != "the")) return kNone;
  const uint32_t story = view.sentences[view.sentence_of[first]].story;
  for (uint32_t t = first - 1, steps = 0; t-- > 0 && steps < kReach; ++steps) {
    if (view.sentences[view.sentence_of[t]].story != story) return kNone;
    const uint32_t m = reader.MentionAt(t);
    if (m == kNone) {
      const HeadClassId head = reader.HeadAt(t);
      if (head != 0 && view.rules.compare.heads[head].sex != 0) return kNone;
      continue;
    }
    uint32_t start = t;
    while (start > 0 && reader.MentionAt(start - 1) == m) --start;
    if (reader.names()[m].kind == NameKind::kPerson && !IsSayer(reader, start, t + 1)) return m;
    t = start;
  }
  return kNone;
}

}  // namespace

AgeHolder SubjectOfAge(const ClauseReader& reader, const Figure& figure, uint32_t first,
                       uint32_t last) {
  if (figure.whose) {
    const uint32_t begin = reader.TokenAt(figure.whose->span.start);
    if (begin != kNone) {
      for (uint32_t t = begin; t < reader.TokenEnd(figure.whose->span, begin); ++t) {
        const uint32_t m = reader.MentionAt(t);
        if (m != kNone && reader.names()[m].kind == NameKind::kPerson) return Named(reader, reader.names()[m]);
      }
    }
  }
  if (const uint32_t m = PersonJustBefore(reader, first); m != kNone) return Named(reader, reader.names()[m]);
  AgeHolder described = Described(reader, last);
  if (described.person != 0) return described;
  if (const uint32_t m = PersonIdentified(reader, last); m != kNone) {
    described.person = reader.names()[m].name;
    return described;
  }
  if (described.descriptor != 0) return described;
  if (const uint32_t m = PersonMeant(reader, first); m != kNone) return Named(reader, reader.names()[m]);
  if (const AgeHolder before = DescribedBefore(reader, first); before.descriptor != 0) return before;
  if (const uint32_t m = PronounBefore(reader, first); m != kNone) return Named(reader, reader.names()[m]);
  return described;
}

std::vector<NameRef> NamesAround(const ClauseReader& reader, uint32_t token,
                                  bool* person_named) {
  const TextView& view = reader.view();
  const ViewSentence& sentence = view.sentences[view.sentence_of[token]];
  std::vector<NameRef> names;
  bool person = false;
  for (uint32_t t = sentence.first; t < sentence.last && names.size() < kMostNames; ++t) {
    const uint32_t m = reader.MentionAt(t);
    if (m != kNone) {
      person = person || reader.names()[m].kind == NameKind::kPerson;
      if (names.empty() || names.back() != reader.names()[m].name) names.push_back(reader.names()[m].name);
      continue;
    }
    if (person || !view.IsAny(t, Bits({Role::kPronoun, Role::kPossessive}))) continue;
    const char sex = SexAt(reader, t);
    if (sex == 0) continue;
    const uint32_t before = PersonBefore(reader, t, sex, 80);
    if (before != kNone) names.push_back(reader.names()[before].name);
    person = true;
  }
  *person_named = person;
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

namespace {

constexpr uint32_t kThingReach = 3;  // sentences back to what "it" means

// The entity named nearest before in the sentence, a pronoun's person, else the nearest after; 0: none.
NameRef ActorNear(const ClauseReader& reader, uint32_t first, uint32_t last) {
  const TextView& view = reader.view();
  const ViewSentence& sentence = view.sentences[view.sentence_of[first]];
  for (uint32_t t = first; t-- > sentence.first;) {
    const uint32_t m = reader.MentionAt(t);
    if (m != kNone && reader.names()[m].kind != NameKind::kPlace) return reader.names()[m].name;
    const char sex = view.Is(t, Role::kPronoun) ? SexAt(reader, t) : char{0};
    if (sex == 0) continue;
    const uint32_t before = PersonBefore(reader, t, sex, 80);
    if (before != kNone) return reader.names()[before].name;
  }
  for (uint32_t t = last; t < sentence.last; ++t) {
    const uint32_t m = reader.MentionAt(t);
    if (m != kNone && reader.names()[m].kind != NameKind::kPlace) return reader.names()[m].name;
  }
  return 0;
}


bool IsPersonClass(const ClauseReader& reader, uint32_t token) {
  const HeadClassId head = reader.HeadAt(token);
  return (head != 0 && reader.view().rules.compare.heads[head].person) || reader.view().IsAny(token, Bits({Role::kPersonNoun, Role::kKinship}));
}

class OwnerFinder {
 public:
  OwnerFinder(ClauseReader& reader, const Syntax& syntax) : reader_(reader), syntax_(syntax), view_(reader.view()) {}

  // Whom or what a noun phrase means.
  ClaimOwner Of(NounPhrase phrase) {
    if (phrase.empty()) return {};
    const uint32_t head = phrase.last - 1;
    if (view_.Is(head, Role::kQuantifier)) return {};  // "the number of bodies"
    if (const uint32_t m = reader_.MentionAt(head); m != kNone) return {reader_.names()[m].name, 0};
    if (syntax_.PartOf(head) == Part::kPronoun) return OfPronoun(head);
    // "Tessra shares" are Tessra's; "the firm's lawyer" and "its crew" act for themselves.
    const bool pronoun = syntax_.PartOf(phrase.first) == Part::kPossessive;
    if (!pronoun && !IsPersonClass(reader_, head)) {
      if (const ClaimOwner holder = HolderIn(phrase); holder.name != 0) return holder;
    }
    if (reader_.IsNumber(head) || view_.tokens[head].token_class != TokenClass::kWord) return {};
    return {0, reader_.lemmas().NounOf(head)};
  }

  // "Tessra shares", "the firm's staff", "their harbour": whose the phrase says it is.
  ClaimOwner HolderIn(NounPhrase phrase) {
    for (uint32_t t = phrase.last; t-- > phrase.first;) {
      if (const uint32_t m = reader_.MentionAt(t); m != kNone) {
        if (reader_.names()[m].kind != NameKind::kGroup) return {reader_.names()[m].name, 0};
        continue;
      }
      if (syntax_.PartOf(t) != Part::kPossessive) continue;
      if (!view_.tokens[t].Has(Token::kClitic)) return OfPronoun(t);
      return Of({phrase.first, t});
    }
    return {};
  }

  ClaimOwner OfPronoun(uint32_t token) {
    if (const char sex = SexAt(reader_, token); sex != 0) {
      const uint32_t person = PersonBefore(reader_, token, sex, kPersonReach);
      return person == kNone ? ClaimOwner{} : ClaimOwner{reader_.names()[person].name, 0};
    }
    const bool many = view_.Folded(token).starts_with("the");
    const bool one = view_.Folded(token).starts_with("it");
    return many || one ? ThingBefore(token, many) : ClaimOwner{};
  }

 private:
  static constexpr uint32_t kPersonReach = 80;
  static constexpr int kMostLinks = 4;

  // What "it" or "they" takes up: the subject of an earlier clause, of the nearest sentence that has one that fits.
  ClaimOwner ThingBefore(uint32_t token, bool many) {
    if (++links_ > kMostLinks) return {};  // "its owner", whose own "its" goes on
    const uint32_t here = view_.sentence_of[token];
    for (uint32_t back = 0; back <= kThingReach && back <= here; ++back) {
      const ViewSentence& sentence = view_.sentences[here - back];
      if (sentence.story != view_.sentences[here].story) break;
      const uint32_t end = back == 0 ? token : sentence.last;
      const VerbGroup* group = syntax_.GroupFrom(sentence.first);
      for (int clauses = 0; clauses < kMostLinks && group != nullptr && group->first < end; ++clauses) {
        const NounPhrase subject = syntax_.SubjectOf(*group);
        if (!subject.empty() && subject.last <= end && CanBe(subject.last - 1, many)) return Of(subject);
        group = syntax_.GroupFrom(group->last);
      }
    }
    return {};
  }

  // A body can be both "it" and "they", a person only "they", a thing by its number.
  bool CanBe(uint32_t head, bool many) const {
    if (syntax_.PartOf(head) != Part::kNoun || reader_.IsNumber(head)) return false;
    const uint32_t m = reader_.MentionAt(head);
    if (m != kNone) return many || reader_.names()[m].kind != NameKind::kPerson;
    if (view_.Is(head, Role::kOrganisationNoun)) return many || !view_.Is(head, Role::kPluralNoun);
    return (IsPersonClass(reader_, head) ? many : true) && view_.Folded(head).ends_with('s') == many;
  }

  ClauseReader& reader_;
  const Syntax& syntax_;
  const TextView& view_;
  int links_ = 0;
};

bool Inside(NounPhrase phrase, uint32_t first, uint32_t last) { return phrase.first < last && first < phrase.last; }
bool NamesAct(const ClauseReader& reader, const Syntax& syntax, uint32_t t) {
  return reader.EventAt(t) != 0 && reader.HeadAt(t) == 0 && reader.MentionAt(t) == kNone && syntax.PartOf(t) == Part::kNoun;
}
bool IsEmpty(const ClaimOwner& owner) { return owner.name == 0 && owner.noun == 0; }

}  // namespace

ClaimOwner OwnerOfNumber(ClauseReader& reader, const Syntax& syntax, const Figure& figure, const NumberPhrase& phrase,
                         const Counted& counted, const Predicate& predicate) {
  const TextView& view = reader.view();
  OwnerFinder finder(reader, syntax);
  // "Pelham's 2,140 employees", "its 60 places", and of what stands before "of".
  const ClaimOwner holder = finder.HolderIn({phrase.first, phrase.number});
  if (!IsEmpty(holder)) return holder;
  // "Four districts of Lower Sesa", "$1 million in damages to the church". A place behind "in" owns only what nobody else does.
  const uint32_t at = std::max(phrase.end, counted.end);
  ClaimOwner place;
  if (at < view.SentenceOf(phrase.first).last && syntax.PartOf(at) == Part::kPreposition) {
    const NounPhrase behind = syntax.PhraseFrom(at + 1);
    const uint32_t m = behind.empty() ? kNone : reader.MentionAt(behind.last - 1);
    const bool of = syntax.grammar().Is(at, "of") && !behind.empty() && syntax.PartOf(behind.first) != Part::kPronoun;
    if (of || (m != kNone && reader.names()[m].kind != NameKind::kPlace)) return finder.Of(behind);
    if (m != kNone) place.name = reader.names()[m].name;
  }
  // "A 6.1-magnitude quake", "a village 60 km west of Skarholm": the thing measured.
  if (figure.kind == FigureKind::kMeasure) {
    const bool attribute = counted.token != kNone && counted.token >= phrase.last && syntax.PartOf(phrase.last) != Part::kPreposition;
    if (attribute) return finder.Of(syntax.PhraseBefore(counted.token + 1));
    const uint32_t behind = syntax.grammar().IsHyphen(at) ? at + 1 : at;
    const bool adjective = view.rules.compare.QualifierOf(view.tokens[behind].word) != 0;  // "120 metres long"
    if (syntax.PartOf(behind) == Part::kNoun && !reader.IsNumber(behind) && !adjective) return finder.Of(syntax.PhraseFrom(behind));
    if (syntax.PartOf(phrase.first - 1) == Part::kNoun && phrase.first == phrase.number) return finder.Of(syntax.PhraseBefore(phrase.first));
  }
  // "Its profit fell to 3m", "left its shares 3 percent lower", "shares in Norland rose": whose the thing told of is.
  if (counted.token != kNone && (counted.token < phrase.first || counted.token >= at)) {
    const NounPhrase told = syntax.PhraseBefore(counted.token + 1);
    const ClaimOwner of_told = finder.HolderIn({told.first, counted.token});
    if (!IsEmpty(of_told)) return of_told;
    if (syntax.PartOf(counted.token + 1) == Part::kPreposition) {
      const NounPhrase behind = syntax.PhraseFrom(counted.token + 2);
      if (!behind.empty() && reader.MentionAt(behind.last - 1) != kNone) return finder.Of(behind);
    }
  }
  if (predicate.group == nullptr || predicate.saying) return place;
  const NounPhrase subject = syntax.SubjectOf(*predicate.group);
  const bool is_subject = Inside(subject, phrase.first, std::max(phrase.end, phrase.last)) ||
                          (counted.token != kNone && Inside(subject, counted.token, counted.token + 1));
  const ClaimOwner owner = is_subject ? ClaimOwner{} : finder.Of(subject);
  return IsEmpty(owner) ? place : owner;
}

NameRef PersonOfAge(ClauseReader& reader, const Syntax& syntax, const Predicate& predicate) {
  if (predicate.group == nullptr) return 0;
  const ClaimOwner owner = OwnerFinder(reader, syntax).Of(syntax.SubjectOf(*predicate.group));
  const auto person = [&](const NamePlace& place) { return place.name == owner.name && place.kind == NameKind::kPerson; };
  return std::any_of(reader.names().begin(), reader.names().end(), person) ? owner.name : 0;
}

ClaimOwner OwnerOfDate(ClauseReader& reader, const Syntax& syntax, uint32_t first, uint32_t last, const Predicate& predicate) {
  if (predicate.group != nullptr) {
    const NounPhrase subject = syntax.SubjectOf(*predicate.group);
    // "The hearing is on Friday": what is dated is nobody's.
    if (!subject.empty() && NamesAct(reader, syntax, subject.last - 1)) return {};
    const ClaimOwner owner = Inside(subject, first, last) ? ClaimOwner{} : OwnerFinder(reader, syntax).Of(subject);
    if (!IsEmpty(owner)) return owner;
  }
  return {ActorNear(reader, first, last), 0};
}

}  // namespace crosscheck
