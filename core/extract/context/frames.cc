// How it works: names, figures and dates are laid over the tokens; a ClauseReader gives the words and classes around each number,
// and one small function a slot fills the frame (heads.h, owners.h, predicates.h). Sums told as their parts are claims of their
// own. At the end the claims are put in order, into sentences, under the dates that reach them and into the story's events.
#include "extract/context/frames.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <tuple>

#include "base/strings.h"
#include "extract/context/clause.h"
#include "extract/context/heads.h"
#include "extract/context/name_facts.h"
#include "extract/context/owners.h"
#include "extract/context/predicates.h"
#include "extract/context/propositions.h"
#include "extract/statements/around.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;
constexpr uint32_t kTopicTokens = 200;  // of each story, for what it is about
constexpr size_t kMostTopicWords = 48;
constexpr size_t kMostClauseWords = 14;
constexpr float kLeastNearness = 0.12f;
constexpr float kLeastShare = 0.15f;  // of an event class around a claim
constexpr int kBackgroundDays = 21;   // what is older than the story by so much is not its news
constexpr int kBackground = 1;        // ClaimFrame::event
constexpr int kOtherEvent = 2;
constexpr uint32_t kFarthestAnswered = 600;  // bytes before "denied this" in which what is denied is looked for
constexpr size_t kMostAnswered = 8;          // statements before it

ClaimType TypeOf(const Figure& figure, const UnitTable& units) {
  if (figure.kind == FigureKind::kAge) return ClaimType::kAge;
  const std::string_view dimension = DimensionOf(units, figure.unit);
  const bool currency = figure.unit.size() == 3 && figure.unit.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
  if (figure.kind == FigureKind::kMoney || currency) return ClaimType::kMoney;
  if (figure.kind == FigureKind::kPercent || figure.unit == "%" || figure.unit.ends_with(" point")) return ClaimType::kPercent;
  if (figure.kind == FigureKind::kDuration || dimension == "time" || dimension == "calendar") return ClaimType::kDuration;
  if (figure.kind == FigureKind::kMeasure) return ClaimType::kMeasure;
  return figure.unit.empty() ? ClaimType::kCount : ClaimType::kMeasure;
}

class FrameMaker {
 public:
  FrameMaker(const TextView& view, const QuoteMap& quotes, Record* record)
      : view_(view), record_(*record), names_(PlacesOfNames(record->names)), reader_(view, names_), grammar_(view, quotes) {
    for (uint32_t s = 0; s < record->statements.size(); ++s) by_id_[record->statements[s].id] = s;
  }

  void Make() {
    AddTopics();
    PlaceFigures();
    for (uint32_t f = 0; f < record_.figures.size(); ++f) {
      if (places_[f].first != kNone) AddFigure(f);
    }
    AddSums();
    AddDates();
    AddNameFacts();
    AddPropositions();
    AddAnsweredDenials();
    Finish();
  }

 private:
  const CompareRules& rules() const { return view_.rules.compare; }
  const std::string& Text(LemmaId lemma) const { return reader_.lemmas().Text(lemma); }
  std::string IdOf(NameRef name) const { return name == 0 ? "" : record_.names[name - 1].id; }

  void AddTopics() {
    std::vector<std::map<std::string_view, int>> counts(record_.document.stories.size());
    std::vector<uint32_t> seen(counts.size(), 0);
    for (const ViewSentence& sentence : view_.sentences) {
      for (uint32_t t = sentence.first; t < sentence.last && seen[sentence.story] < kTopicTokens; ++t, ++seen[sentence.story]) {
        if (reader_.MentionAt(t) == kNone && reader_.IsContent(t)) ++counts[sentence.story][Text(reader_.LemmaOf(t))];
      }
    }
    for (size_t s = 0; s < counts.size(); ++s) {
      std::vector<std::pair<int, std::string_view>> order;
      for (const auto& [word, count] : counts[s]) order.emplace_back(-count, word);
      std::sort(order.begin(), order.end());
      StoryTopic topic{record_.document.stories[s].id, {}};
      for (size_t i = 0; i < std::min(order.size(), kMostTopicWords); ++i) topic.words.emplace_back(order[i].second);
      record_.topics.push_back(std::move(topic));
    }
  }

  FigurePlace PlaceOf(Span span) const {
    if (span.empty() || span.end > view_.text.size()) return {};
    const uint32_t first = reader_.TokenAt(span.start);
    if (first == kNone || view_.tokens[first].start >= span.end) return {};
    return {first, reader_.TokenEnd(span, first)};
  }

  void PlaceFigures() {
    for (const Figure& figure : record_.figures) {
      places_.push_back(PlaceOf(figure.span));
      if (places_.back().first != kNone) reader_.SetNumber(places_.back().first, places_.back().last);
    }
    for (const Timex& date : record_.dates) {
      date_places_.push_back(PlaceOf(date.span));
      if (date_places_.back().first != kNone) reader_.SetNumber(date_places_.back().first, date_places_.back().last);
    }
    syntax_.emplace(reader_, grammar_);
    for (uint32_t f = 0; f < record_.figures.size(); ++f) {
      const FigurePlace place = places_[f];
      counted_.push_back(place.first == kNone ? Counted() : CountedBy(reader_, *syntax_, record_.figures[f], place.first, place.last));
    }
  }

  // What every claim has: its place, the names around it, who says it.
  ClaimFrame PlacedClaim(ClaimKind kind, const std::string& of, Span span, uint32_t token, const Statement* statement) {
    ClaimFrame claim;
    claim.kind = kind;
    claim.of = of;
    claim.span = span;
    const uint32_t sentence = view_.sentence_of[token];
    claim.sentence = sentence;  // of the view until Finish
    claim.story = view_.StoryOf(view_.sentences[sentence]).id;
    SetNames(token, &claim);
    if (statement != nullptr) SetSource(*statement, &claim);
    return claim;
  }
  // A value's claim has its clause as well.
  ClaimFrame NewClaim(ClaimKind kind, const std::string& of, Span span, FigurePlace place, const Statement* statement) {
    ClaimFrame claim = PlacedClaim(kind, of, span, place.first, nullptr);
    SetClause(reader_.Read(place.first, place.last), &claim);
    if (statement != nullptr) SetSource(*statement, &claim);
    return claim;
  }

  void SetClause(const Clause& clause, ClaimFrame* claim) const {
    for (const EventShare& share : clause.events) {
      if (share.event != 0 && share.share >= kLeastShare) claim->classes.push_back(rules().events[share.event].name);
    }
    for (size_t m = 0; m < static_cast<size_t>(Mark::kCount); ++m) {
      if ((clause.marks & (MarkSet{1} << m)) != 0) claim->marks.emplace_back(MarkName(static_cast<Mark>(m)));
    }
    for (const QualifierId qualifier : clause.qualifiers) {
      if (qualifier != 0) claim->attributes.push_back(rules().qualifiers[qualifier].name);
    }
    std::vector<ClauseWord> words = clause.words;
    std::stable_sort(words.begin(), words.end(), [](const ClauseWord& a, const ClauseWord& b) { return a.nearness > b.nearness; });
    for (const ClauseWord& word : words) {
      if (claim->words.size() == kMostClauseWords || word.nearness < kLeastNearness) break;
      const std::string& text = Text(word.lemma);
      if (std::find(claim->words.begin(), claim->words.end(), text) == claim->words.end()) claim->words.push_back(text);
    }
    for (size_t i = 0; i < clause.context.size() && clause.context[i] != 0; ++i) {
      if (i == 4) break;
      claim->before.push_back(ContextWord(clause.context[i]));
    }
    for (size_t i = 4; i < clause.context.size() && clause.context[i] != 0; ++i) claim->after.push_back(ContextWord(clause.context[i]));
    if (HasMark(*claim, Mark::kDemand)) claim->modality = Modality::kDemand;
    if (HasMark(*claim, Mark::kPlan)) claim->modality = Modality::kPlan;
    if (HasMark(*claim, Mark::kGuess)) claim->modality = Modality::kHypothesis;
  }
  std::string ContextWord(LemmaId lemma) const { return lemma == ClauseReader::kNumber ? "#" : Text(lemma); }

  static bool HasMark(const ClaimFrame& claim, Mark mark) {
    return std::find(claim.marks.begin(), claim.marks.end(), MarkName(mark)) != claim.marks.end();
  }

  void SetNames(uint32_t token, ClaimFrame* claim) const {
    bool person = false;
    for (const NameRef name : NamesAround(reader_, token, &person)) claim->names.push_back(IdOf(name));
    // The place told nearest to the number.
    const ViewSentence& sentence = view_.sentences[view_.sentence_of[token]];
    uint32_t nearest = kNone;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const uint32_t m = reader_.MentionAt(t);
      if (m == kNone || names_[m].kind != NameKind::kPlace) continue;
      const auto distance = [&](uint32_t x) { return x > token ? x - token : token - x; };
      if (nearest == kNone || distance(t) <= distance(nearest)) nearest = t;  // "17 in Madrid" before "in Rome and 17"
    }
    if (nearest != kNone) claim->place = IdOf(names_[reader_.MentionAt(nearest)].name);
  }

  static void SetSource(const Statement& statement, ClaimFrame* claim) {
    for (const Source& source : statement.sources) claim->source.push_back(source.name);
    if (statement.polarity == Polarity::kDenied) claim->denied = true, claim->modality = Modality::kDenial;
    if (!statement.speech && claim->modality == Modality::kFact) claim->modality = Modality::kForecast;
  }

  void SetPredicate(const Predicate& predicate, ClaimFrame* claim) const {
    if (predicate.token == kNone) return;
    claim->predicate = predicate.lemma;
    if (predicate.future && claim->modality == Modality::kFact) claim->modality = Modality::kPlan;
    if ((!predicate.saying && !predicate.be) || IsMoment(*claim)) SetAbout(view_.Text(predicate.token), claim);
    if (predicate.event == 0) return;
    const std::string& name = rules().events[predicate.event].name;
    if (predicate.saying) {
      // Whoever speaks does nothing to what is counted: only where no other class is near. A day is that of the speaking.
      if (IsMoment(*claim) || claim->classes.empty()) claim->classes.insert(claim->classes.begin(), name);
      return;
    }
    const auto it = std::find(claim->classes.begin(), claim->classes.end(), name);
    if (it != claim->classes.end()) claim->classes.erase(it);
    // "were found shot to death": what befell them says more than that they were found.
    const bool grave_before = !claim->classes.empty() && IsExclusive(claim->classes[0]) && !rules().events[predicate.event].exclusive;
    claim->classes.insert(claim->classes.begin() + (grave_before ? 1 : 0), name);
  }
  // What is counted may be the event itself: "the toll climbs to nine".
  void AddClass(EventClassId event, ClaimFrame* claim) const {
    if (event == 0 || rules().events[event].saying) return;
    const std::string& name = rules().events[event].name;
    if (std::find(claim->classes.begin(), claim->classes.end(), name) != claim->classes.end()) return;
    claim->classes.insert(rules().events[event].exclusive ? claim->classes.begin() : claim->classes.end(), name);
  }
  // A label in the words of the text: what is counted and what happened; of a moment and a sum whose it is and what was done.
  void SetAbout(std::string_view verb, ClaimFrame* claim) const {
    if (claim->type == ClaimType::kAge) return;
    if (claim->type == ClaimType::kCount || !claim->about.empty()) {
      if (!claim->about.empty()) claim->about += ' ';
      claim->about += verb;
      return;
    }
    const auto owner = std::find_if(record_.names.begin(), record_.names.end(), [&](const Name& n) { return n.id == claim->owner; });
    claim->about = owner == record_.names.end() ? std::string(verb) : StrCat(owner->name, ": ", verb);
  }

  bool IsExclusive(std::string_view event) const {
    return std::any_of(rules().events.begin(), rules().events.end(),
                       [&](const EventClass& c) { return c.exclusive && c.name == event; });
  }

  const Statement* StatementById(const std::string& id) const {
    const auto it = by_id_.find(id);
    return it == by_id_.end() ? nullptr : &record_.statements[it->second];
  }

  void AddFigure(uint32_t f) {
    const Figure& figure = record_.figures[f];
    const FigurePlace place = places_[f];
    ClaimFrame claim = NewClaim(ClaimKind::kFigure, figure.id, figure.span, place, StatementById(figure.statement));
    claim.type = TypeOf(figure, view_.rules.units);
    claim.portion = figure.portion;
    if (claim.type == ClaimType::kAge) {
      SetAgeOwner(figure, place, &claim);
      const auto owner = std::find_if(record_.names.begin(), record_.names.end(), [&](const Name& n) { return n.id == claim.owner; });
      claim.about = owner != record_.names.end() ? StrCat("age of ", owner->name) : claim.about.empty() ? "age" : StrCat("age of a ", claim.about);
    }
    const NumberPhrase phrase = PhraseAround(*syntax_, view_, figure, place.first, place.last, counted_[f].end);
    const Predicate predicate = PredicateOfFigure(figure, phrase);
    if (claim.type != ClaimType::kAge) {
      if (counted_[f].head == 0) counted_[f] = ToldOf(reader_, *syntax_, figure, phrase, predicate);
      if (counted_[f].head == 0 && claim.type == ClaimType::kCount) TakeUpHead(f, phrase, predicate);
      SetHead(counted_[f], &claim);
      SetOwner(OwnerOfFigure(figure, phrase, counted_[f], predicate), &claim);
    }
    // Ages and what somebody has are standing facts; what had been before is told of earlier times, but for what others tell.
    const bool before = predicate.pluperfect && figure.statement.empty();
    if (claim.type == ClaimType::kAge || predicate.holds || before) claim.event = kBackground;
    SetPredicate(predicate, &claim);
    if (counted_[f].token != kNone) AddClass(reader_.EventAt(counted_[f].token), &claim);
    claim.role = figure.event_role;
    // "Needed three hours to put it out": no demand.
    if (claim.type == ClaimType::kDuration && claim.modality == Modality::kDemand) claim.modality = Modality::kFact;
    record_.claims.push_back(std::move(claim));
  }

  // "38 people died and 1,300 fell ill", "five rounds were fired, of which three hit him", "Two women were held. One of them ...":
  // a number without a noun takes up that of the count before it.
  void TakeUpHead(uint32_t f, const NumberPhrase& phrase, const Predicate& predicate) {
    const uint32_t sentence = view_.sentence_of[phrase.first];
    const bool opens = phrase.first == view_.sentences[sentence].first;
    const bool of_which = syntax_->PartOf(phrase.first - 1) == Part::kRelative;
    for (uint32_t g = f; g-- > 0;) {
      if (places_[g].first == kNone || counted_[g].head == 0) continue;
      const uint32_t there = view_.sentence_of[places_[g].first];
      if (there != sentence && !(opens && there + 1 == sentence)) return;
      const Figure& before = record_.figures[g];
      if (!before.unit.empty() || (before.kind != FigureKind::kCardinal && before.kind != FigureKind::kRange)) continue;
      const bool people = counted_[g].head_class != 0 && rules().heads[counted_[g].head_class].person;
      if (!people && !of_which && (predicate.behind || there != sentence)) continue;  // another clause of other things
      counted_[f].head = counted_[g].head;
      counted_[f].head_class = counted_[g].head_class;
      counted_[f].words = counted_[g].words;
      return;
    }
  }

  Predicate PredicateOfFigure(const Figure& figure, const NumberPhrase& phrase) const {
    // What befell the counted, as the record says; other verbs are told from the sentence.
    if (figure.event && figure.unit.empty()) {
      const FigurePlace verb = PlaceOf(figure.event->span);
      const auto is = [&](FigureWord list) { return view_.rules.figures.Is(view_.tokens[verb.last - 1].word, list); };
      if (verb.first != kNone && (is(FigureWord::kHarm) || is(FigureWord::kStatus))) return PredicateAt(reader_, *syntax_, verb.first, verb.last);
    }
    return figure.kind == FigureKind::kAge ? PredicateOfAge(reader_, *syntax_, phrase) : PredicateOfNumber(reader_, *syntax_, phrase);
  }

  void SetHead(const Counted& counted, ClaimFrame* claim) const {
    claim->head = Text(counted.head);
    if (counted.head_class != 0) claim->head_class = rules().heads[counted.head_class].name;
    claim->head_sure = counted.sure;
    for (const LemmaId modifier : counted.modifiers) claim->modifiers.push_back(Text(modifier));
    std::sort(claim->modifiers.begin(), claim->modifiers.end());
    claim->about = counted.words;
  }

  // The record's own answer first: whom the words of `whose` mean in this story.
  void SetAgeOwner(const Figure& figure, FigurePlace place, ClaimFrame* claim) const {
    if (!figure.whose_name.empty()) {
      for (const Name& name : record_.names) {
        if (name.story != figure.story || name.name != figure.whose_name) continue;
        claim->owner = name.id;
        claim->gender = name.gender;
        return;
      }
    }
    const AgeHolder holder = SubjectOfAge(reader_, figure, place.first, place.last);
    claim->owner = holder.person != 0 ? IdOf(holder.person) : Text(holder.descriptor);
    claim->about = holder.words;
    claim->gender = holder.sex == 'f' ? Gender::kFemale : holder.sex == 'm' ? Gender::kMale : Gender::kUnknown;
  }

  ClaimOwner OwnerOfFigure(const Figure& figure, const NumberPhrase& phrase, const Counted& counted, const Predicate& predicate) {
    if (figure.whose) {
      const FigurePlace whose = PlaceOf(figure.whose->span);
      if (whose.first != kNone) {
        const uint32_t m = reader_.MentionAt(whose.last - 1);
        return m != kNone ? ClaimOwner{names_[m].name, 0} : ClaimOwner{0, reader_.LemmaOf(whose.last - 1)};
      }
    }
    return OwnerOfNumber(reader_, *syntax_, figure, phrase, counted, predicate);
  }
  void SetOwner(const ClaimOwner& owner, ClaimFrame* claim) const {
    claim->owner = owner.name != 0 ? IdOf(owner.name) : Text(owner.noun);
  }

  void AddSums() {
    for (const SumOfParts& sum : FindSums(reader_, record_.figures, places_, counted_)) {
      const Figure& first = record_.figures[sum.parts[0]];
      const uint32_t last = reader_.TokenAt(sum.span.end - 1);
      const FigurePlace place{places_[sum.parts[0]].first, last == kNone ? places_[sum.parts[0]].last : last + 1};
      if (!sum.value.IsPoint()) continue;
      ClaimFrame claim = NewClaim(ClaimKind::kFigure, first.id, sum.span, place, StatementById(first.statement));
      claim.type = ClaimType::kCount;
      claim.head = claim.head_class = claim.about = rules().heads[rules().people].name;
      claim.head_sure = true;
      claim.sum = *sum.value.low;
      const uint32_t end = counted_[sum.parts.back()].end;
      SetPredicate(PredicateOfFigure(first, PhraseAround(*syntax_, view_, first, place.first, place.last, end)), &claim);
      for (ClaimFrame& part : record_.claims)
        part.part_of_sum = part.part_of_sum || (part.span.Overlaps(sum.span) && part.type == ClaimType::kCount);
      record_.claims.push_back(std::move(claim));
    }
  }

  void AddDates() {
    StatementsAround around(record_.statements);
    for (uint32_t d = 0; d < record_.dates.size(); ++d) {
      const Timex& date = record_.dates[d];
      const FigurePlace place = date_places_[d];
      if (place.first == kNone || date.type == TimexType::kSet) continue;
      const Statement* statement = around.Innermost(date.span);
      if (date.type == TimexType::kDuration) {
        if (OverlapsFigure(date.span)) continue;
        ClaimFrame claim = NewClaim(ClaimKind::kDate, date.id, date.span, place, statement);
        claim.type = ClaimType::kDuration;
        SetDatePredicate(place, &claim);
        record_.claims.push_back(std::move(claim));
        continue;
      }
      // "3:20 a.m. on Tuesday" is a claim of the hour and one of the day.
      const bool clock = date.value.find('T') != std::string::npos && date.value.size() > date.value.find('T') + 2 &&
                         date.value[date.value.find('T') + 1] <= '9';
      if (!clock) {
        AddMoment(date, place, date.span, ClaimType::kDate, statement);
        continue;
      }
      AddMoment(date, place, date.span, ClaimType::kTime, statement);
      for (uint32_t t = place.first; t < place.last; ++t) {
        if (!view_.IsAny(t, Bits({Role::kWeekday, Role::kMonth, Role::kDateWord}))) continue;
        AddMoment(date, {t, place.last}, view_.SpanOf(t, place.last), ClaimType::kDate, statement);
        break;
      }
    }
  }

  bool OverlapsFigure(Span span) const {
    const auto it = std::partition_point(record_.figures.begin(), record_.figures.end(),
                                         [&](const Figure& f) { return f.span.end <= span.start; });
    return it != record_.figures.end() && it->span.Overlaps(span);
  }

  void SetDatePredicate(FigurePlace place, ClaimFrame* claim) {
    const Predicate predicate = PredicateOfDate(reader_, *syntax_, place.first, place.last);
    SetOwner(OwnerOfDate(reader_, *syntax_, place.first, place.last, predicate), claim);
    SetPredicate(predicate, claim);
  }

  void AddMoment(const Timex& date, FigurePlace place, Span span, ClaimType type, const Statement* statement) {
    ClaimFrame claim = NewClaim(ClaimKind::kDate, date.id, span, place, statement);
    claim.type = type;
    SetDatePredicate(place, &claim);
    if (IsLongPast(date.days, view_.SentenceOf(place.first))) claim.event = kBackground;
    record_.claims.push_back(std::move(claim));
  }

  // Who people are, by the words beside their names.
  void AddNameFacts() {
    for (const NameFact& fact : FindNameFacts(reader_)) {
      const Span span = view_.SpanOf(fact.first, fact.last);
      ClaimFrame claim = PlacedClaim(ClaimKind::kName, IdOf(fact.name), span, fact.first, nullptr);
      claim.type = ClaimType::kName;
      claim.owner = claim.of;
      claim.aspect = fact.aspect;
      claim.value = fact.value;
      claim.object = fact.relative != 0 ? IdOf(fact.relative) : Text(fact.possessor);
      claim.about = CollapseSpace(span.In(view_.text));
      record_.claims.push_back(std::move(claim));
    }
  }

  // What the clauses state.
  void AddPropositions() {
    StatementsAround around(record_.statements);
    for (const Proposition& p : FindPropositions(reader_, record_.statements)) {
      const Span span = view_.SpanOf(p.first, p.last);
      const Statement* statement = around.Innermost(span);
      ClaimFrame claim = PlacedClaim(ClaimKind::kStatement, statement == nullptr ? "" : statement->id, span, p.predicate, statement);
      claim.type = ClaimType::kStatement;
      claim.about = CollapseSpace(span.In(view_.text));
      claim.predicate = Text(reader_.LemmaOf(p.predicate));
      if (p.pole != 0) {
        claim.aspect = view_.rules.words.poles[p.pole].axis;
        claim.value = view_.rules.words.poles[p.pole].name;
      }
      if (p.quantifier != 0) claim.quantifier = view_.rules.words.poles[p.quantifier].name;
      claim.owner = Argument(p.doer);
      claim.object = Argument(p.object);
      claim.modality = p.open ? Modality::kHypothesis : Modality::kFact;
      // Who denies that it is so states that it is not; what is believed or wished nobody states.
      claim.denied = p.denied != (statement != nullptr && statement->polarity == Polarity::kDenied);
      if (statement != nullptr && (!statement->speech || statement->polarity == Polarity::kDeclined)) claim.modality = Modality::kHypothesis;
      claim.words = WordsIn(p);
      record_.claims.push_back(std::move(claim));
    }
  }

  // "The operator has denied this", "denied the allegations": what is denied stands in the statement before.
  void AddAnsweredDenials() {
    StringMap<std::vector<size_t>> claims_of;
    for (size_t c = 0; c < record_.claims.size(); ++c) {
      if (record_.claims[c].kind == ClaimKind::kStatement && !record_.claims[c].of.empty()) claims_of[record_.claims[c].of].push_back(c);
    }
    const std::vector<Statement>& statements = record_.statements;
    for (size_t d = 0; d < statements.size(); ++d) {
      const Statement& denial = statements[d];
      if (denial.polarity != Polarity::kDenied || denial.sources.empty() || denial.cue.empty() || claims_of.contains(denial.id)) continue;
      const uint32_t at = denial.cue.front().start;
      const uint32_t token = reader_.TokenAt(at);
      for (size_t s = d; token != kNone && s-- > 0 && d - s <= kMostAnswered;) {
        const Statement& other = statements[s];
        if (other.story != denial.story || other.polarity != Polarity::kAsserted || other.sources.empty() || other.content.empty()) continue;
        if (other.content.front().start >= at || at - other.content.front().start > kFarthestAnswered) continue;
        const auto told = claims_of.find(other.id);
        if (told == claims_of.end() || other.sources.back().name == denial.sources.back().name) continue;
        for (const size_t c : told->second) AddDenied(record_.claims[c], denial, token);
        break;
      }
    }
  }

  void AddDenied(ClaimFrame claim, const Statement& denial, uint32_t token) {
    claim.of = denial.id;
    claim.span = denial.cue.front();
    claim.sentence = view_.sentence_of[token];
    claim.denied = !claim.denied;
    claim.source.clear();
    for (const Source& source : denial.sources) claim.source.push_back(source.name);
    record_.claims.push_back(std::move(claim));
  }

  // A name's id, else the lemma of the noun.
  std::string Argument(uint32_t token) const {
    if (token == kNone) return "";
    const uint32_t m = reader_.MentionAt(token);
    return m != kNone ? IdOf(names_[m].name) : Text(reader_.LemmaOf(token));
  }

  std::vector<std::string> WordsIn(const Proposition& p) const {
    std::vector<std::string> words;
    for (uint32_t t = p.first; t < p.last && words.size() < kMostClauseWords; ++t) {
      if (t == p.predicate || reader_.MentionAt(t) != kNone || !reader_.IsContent(t)) continue;
      const std::string& word = Text(reader_.LemmaOf(t));
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    return words;
  }

  // Sorts and numbers the claims, keeps the sentences that hold any, and finds their times and events.
  void Finish() {
    std::vector<ClaimFrame>& claims = record_.claims;
    std::sort(claims.begin(), claims.end(), [](const ClaimFrame& a, const ClaimFrame& b) {
      return std::tie(a.span.start, b.span.end, a.type, a.of) < std::tie(b.span.start, a.span.end, b.type, b.of);
    });
    for (size_t i = 0; i < claims.size(); ++i) claims[i].id = StrCat("c", i + 1);
    size_t first = 0;
    uint32_t other_until = 0;       // paragraph that goes on about another event
    uint32_t background_until = 0;  // paragraph that goes on about times long past
    while (first < claims.size()) {
      const ViewSentence& sentence = view_.sentences[claims[first].sentence];
      size_t last = first;
      while (last < claims.size() && claims[last].sentence == claims[first].sentence) ++last;
      AddSentence(sentence);
      std::vector<ClaimFrame*> values;  // without statements and names: a date says when they were so, not what they say
      for (size_t c = first; c < last; ++c) {
        if (!IsWords(claims[c])) values.push_back(&claims[c]);
      }
      FindTime(values, sentence);
      const bool other = (reader_.MarksOf(sentence) & Bit(Mark::kOtherEvent)) != 0;
      if (other && !values.empty()) other_until = sentence.paragraph + 1;
      // A sentence that tells no time of its own goes on in that of the one before.
      const Times times = TimesOf(sentence);
      if (times != Times::kUntold) background_until = times == Times::kLongPast ? sentence.paragraph + 1 : 0;
      const bool background = times == Times::kUntold && sentence.paragraph + 1 == background_until;
      for (size_t c = first; c < last; ++c) {
        claims[c].sentence = static_cast<uint32_t>(record_.sentences.size() - 1);
        if (background || IsBackground(claims[c], sentence)) claims[c].event = kBackground;
        if (other || sentence.paragraph + 1 == other_until) claims[c].event = kOtherEvent;
      }
      first = last;
    }
  }

  // What the dates of a sentence say of its time.
  enum class Times : uint8_t { kUntold, kLongPast, kOther };
  Times TimesOf(const ViewSentence& sentence) const {
    const Span span = view_.SpanOf(sentence.first, sentence.last);
    Times times = Times::kUntold;
    auto it = std::partition_point(record_.dates.begin(), record_.dates.end(), [&](const Timex& t) { return t.span.end <= span.start; });
    for (; it != record_.dates.end() && it->span.start < span.end; ++it) {
      if (it->type != TimexType::kDate) continue;
      if (!IsLongPast(it->days, sentence)) return Times::kOther;
      times = Times::kLongPast;
    }
    return times;
  }

  bool IsBackground(const ClaimFrame& claim, const ViewSentence& sentence) const {
    return claim.when && IsLongPast(*claim.when, sentence);
  }
  // Over before the story, and long before it in part: "in 2011", "last month".
  bool IsLongPast(const DayRange& days, const ViewSentence& sentence) const {
    const auto& published = view_.PublishedOf(sentence);
    if (!published || !published->days.from || !days.until || *days.until >= *published->days.from) return false;
    return days.from.value_or(*days.until) < *published->days.from - std::chrono::days(kBackgroundDays);
  }

  void AddSentence(const ViewSentence& sentence) {
    ClaimSentence kept;
    kept.span = view_.SpanOf(sentence.first, sentence.last);
    kept.story = view_.StoryOf(sentence).id;
    kept.region = RegionOf(sentence);
    kept.paragraph = sentence.paragraph;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (view_.tokens[t].token_class == TokenClass::kWord && !reader_.IsNumber(t)) kept.words.push_back(Text(reader_.LemmaOf(t)));
    }
    std::sort(kept.words.begin(), kept.words.end());
    kept.words.erase(std::unique(kept.words.begin(), kept.words.end()), kept.words.end());
    record_.sentences.push_back(std::move(kept));
  }

  // Plain texts carry their headline as a first line without a stop.
  SegmentRole RegionOf(const ViewSentence& sentence) const {
    constexpr uint32_t kLongestHeadline = 160;
    const SegmentRole role = view_.RoleOf(sentence);
    if (role != SegmentRole::kBody) return role;
    const Story& story = view_.StoryOf(sentence);
    const Span span = view_.SpanOf(sentence.first, sentence.last);
    const bool first_line = Trim(Span{story.segments[0].span.start, span.start}.In(view_.text)).empty();
    const TokenClass end = view_.tokens[sentence.last - 1].token_class;
    const bool stop = end == TokenClass::kStop || end == TokenClass::kQuote;
    const bool line_ends = span.end < view_.text.size() && view_.text[span.end] == '\n';
    return first_line && line_ends && !stop && span.size() <= kLongestHeadline ? SegmentRole::kHeadline : role;
  }

  // The time that the sentence tells for its claims: a date reaches the claims behind it, and the one right before it ("six died
  // in 2011"; not "the highest level since 1987").
  void FindTime(const std::vector<ClaimFrame*>& claims, const ViewSentence& sentence) {
    const Span span = view_.SpanOf(sentence.first, sentence.last);
    auto it = std::partition_point(record_.dates.begin(), record_.dates.end(),
                                   [&](const Timex& t) { return t.span.end <= span.start; });
    for (; it != record_.dates.end() && it->span.start < span.end; ++it) {
      if (it->type != TimexType::kDate || !it->days.from || !it->days.until) continue;
      const uint32_t token = reader_.TokenAt(it->span.start);
      const bool since = token != kNone && token > sentence.first && view_.Text(token - 1) == "since";
      size_t before = 0;
      while (before < claims.size() && claims[before]->span.end <= it->span.start) ++before;
      for (size_t c = before; c < claims.size(); ++c) {
        if (!IsMoment(*claims[c]) && ReachesTo(token, it->span.end, claims[c]->span.start)) claims[c]->when = it->days;
      }
      if (!since && before > 0 && !IsMoment(*claims[before - 1]) && IsNear(claims[before - 1]->span.end, token))
        claims[before - 1]->when = it->days;
    }
  }
  static bool IsWords(const ClaimFrame& claim) { return claim.kind == ClaimKind::kName || claim.kind == ClaimKind::kStatement; }
  static bool IsMoment(const ClaimFrame& claim) { return claim.type == ClaimType::kDate || claim.type == ClaimType::kTime; }

  // What is told behind a date: "In 2011 ...", "in 2011 six died", "1987, when six died"; not "lost in 2011, it was found at a
  // depth of six metres".
  bool ReachesTo(uint32_t date, uint32_t date_end, uint32_t claim_start) const {
    constexpr uint32_t kOpening = 3;
    if (date == kNone || date < view_.sentences[view_.sentence_of[date]].first + kOpening) return true;
    for (uint32_t t = date; t < view_.tokens.size() && view_.tokens[t].start < claim_start; ++t) {
      if (view_.tokens[t].start < date_end) continue;
      if (view_.Is(t, Role::kCoordinator)) return false;  // "began in 2011 and heard 86 witnesses"
      if (view_.tokens[t].token_class != TokenClass::kComma) continue;
      return t + 1 < view_.tokens.size() && view_.Is(t + 1, Role::kSubordinator);
    }
    return true;
  }

  // Few words between, and no comma: "six died in 2011".
  bool IsNear(uint32_t claim_end, uint32_t date) const {
    constexpr uint32_t kFarthest = 6;
    uint32_t t = date;
    for (; t > 0 && view_.tokens[t - 1].start >= claim_end; --t) {
      if (date - t >= kFarthest || view_.tokens[t - 1].token_class == TokenClass::kComma) return false;
    }
    return true;
  }

  const TextView& view_;
  Record& record_;
  const std::vector<NamePlace> names_;
  ClauseReader reader_;
  const Grammar grammar_;
  std::optional<Syntax> syntax_;  // once the numbers have their places
  std::vector<FigurePlace> places_;
  std::vector<FigurePlace> date_places_;
  std::vector<Counted> counted_;
  StringMap<uint32_t> by_id_;
};

}  // namespace

void AddClaims(const TextView& view, const QuoteMap& quotes, Record* record) { FrameMaker(view, quotes, record).Make(); }

}  // namespace crosscheck
