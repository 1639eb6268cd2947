#include "compare/claims.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <tuple>

#include "base/parallel.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/acts.h"
#include "compare/clause.h"
#include "compare/counted.h"
#include "compare/sources.h"
#include "compare/subject.h"
#include "compare/values.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;
constexpr uint32_t kTopicTokens = 200;  // of each story, for what it is about
constexpr size_t kMostTopicWords = 64;
constexpr size_t kMostClauseWords = 16;
constexpr int kBackgroundDays = 21;  // what is older than the story by so much is not its news

// The claims of one document; indices count from 0 in it.
struct DocumentClaims {
  std::vector<ClaimStory> stories;
  std::vector<ClaimSentence> sentences;
  std::vector<QuantityClaim> claims;
};

bool IsTimeUnit(std::string_view unit) {
  constexpr std::string_view kUnits[] = {"second",    "minute", "hour",    "day",  "night",  "week",
                                         "fortnight", "month",  "quarter", "year", "decade", "century"};
  return std::find(std::begin(kUnits), std::end(kUnits), unit) != std::end(kUnits);
}

bool IsCurrency(std::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

ClaimType TypeOf(const Figure& figure) {
  if (figure.kind == FigureKind::kAge) return ClaimType::kAge;
  if (figure.kind == FigureKind::kMoney || IsCurrency(figure.unit)) return ClaimType::kMoney;
  if (figure.kind == FigureKind::kPercent || figure.unit == "%" || figure.unit.ends_with(" point")) return ClaimType::kPercent;
  if (figure.kind == FigureKind::kDuration || IsTimeUnit(figure.unit)) return ClaimType::kDuration;
  if (figure.kind == FigureKind::kMeasure) return ClaimType::kMeasure;
  return figure.unit.empty() ? ClaimType::kCount : ClaimType::kMeasure;
}

// Builds the claims of one document.
class DocumentBuilder {
 public:
  DocumentBuilder(const Record& record, uint32_t document, const Entities& entities, const RuleTables& rules)
      : record_(record),
        document_(document),
        mentions_(entities.mentions[document]),
        rules_(rules),
        reader_(record, mentions_, rules) {}

  DocumentClaims Build() {
    AddStories();
    PlaceFigures();
    AddFigures();
    AddSums();
    AddDates();
    FinishClaims();
    return std::move(out_);
  }

 private:
  const TextView& view() const { return reader_.view(); }

  static void SortUnique(std::vector<WordKey>* keys) {
    std::sort(keys->begin(), keys->end());
    keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
  }

  void AddStories() {
    for (uint32_t s = 0; s < record_.document.stories.size(); ++s) {
      const Story& story = record_.document.stories[s];
      ClaimStory claim_story{document_, story.id, {}, {}, {}, {}, 0};
      if (const auto& published = story.published ? story.published : record_.document.published)
        claim_story.published = published->days;
      out_.stories.push_back(std::move(claim_story));
    }
    std::vector<uint32_t> seen(out_.stories.size(), 0);
    for (const ViewSentence& sentence : view().sentences) {
      auto& topic = out_.stories[sentence.story].topic;
      auto& names = out_.stories[sentence.story].names;
      for (uint32_t t = sentence.first; t < sentence.last; ++t) {
        const uint32_t m = reader_.MentionAt(t);
        if (m != kNone && (t == 0 || reader_.MentionAt(t - 1) != m)) {
          topic.push_back({EntityKey(mentions_[m].entity), 1.5f});
          names.push_back(EntityKey(mentions_[m].entity));
          // What one article's names take for a place and another's for a body is written alike.
          names.push_back(Lexicon::Hash(LowerCase(mentions_[m].span.In(record_.document.text))));
        }
        if (m == kNone && view().tokens[t].Has(Token::kCapital) && view().tokens[t].word == 0)
          out_.stories[sentence.story].capitals.push_back(Lexicon::Hash(LowerCase(view().Text(t))));
        if (++seen[sentence.story] < kTopicTokens && m == kNone && reader_.IsContent(t)) topic.push_back({reader_.KeyOf(t), 1});
      }
    }
    for (ClaimStory& story : out_.stories) {
      SortUnique(&story.names);
      SortUnique(&story.capitals);
    }
  }
  static WordKey EntityKey(EntityId entity) { return 0x9E3779B97F4A7C15ull * (entity + 1ull); }

  FigurePlace PlaceOf(Span span) const {
    if (span.empty() || span.end > record_.document.text.size()) return {};
    const uint32_t first = reader_.TokenAt(span.start);
    if (first == kNone || view().tokens[first].start >= span.end) return {};
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
    for (uint32_t f = 0; f < record_.figures.size(); ++f) {
      counted_.push_back(places_[f].first == kNone ? Counted()
                                                   : CountedBy(reader_, record_.figures[f], places_[f].first, places_[f].last));
    }
  }

  // What every claim has: its place, its clause and the names around it.
  QuantityClaim NewClaim(Span span, const std::string& id, FigurePlace place, Clause* clause) {
    QuantityClaim claim;
    claim.document = document_;
    claim.span = span;
    claim.id = id;
    const ViewSentence& sentence = view().sentences[view().sentence_of[place.first]];
    claim.story = sentence.story;
    claim.sentence = view().sentence_of[place.first];
    claim.region = RegionOf(sentence);
    *clause = reader_.Read(place.first, place.last);
    claim.events = clause->events;
    claim.marks = clause->marks;
    claim.qualifiers = clause->qualifiers;
    claim.context = clause->context;
    claim.words = std::move(clause->words);
    claim.names = NamesAround(reader_, mentions_, place.first, &claim.person_named);
    return claim;
  }

  // Plain texts carry their headline as a first line without a stop.
  SegmentRole RegionOf(const ViewSentence& sentence) const {
    constexpr uint32_t kLongestHeadline = 160;
    const SegmentRole role = view().RoleOf(sentence);
    if (role != SegmentRole::kBody) return role;
    const Story& story = view().StoryOf(sentence);
    const Span span = view().SpanOf(sentence.first, sentence.last);
    const bool first_line = Trim(Span{story.segments[0].span.start, span.start}.In(view().text)).empty();
    const bool stop = view().tokens[sentence.last - 1].token_class == TokenClass::kStop ||
                      view().tokens[sentence.last - 1].token_class == TokenClass::kQuote;
    const bool line_ends = span.end < view().text.size() && view().text[span.end] == '\n';
    return first_line && line_ends && !stop && span.size() <= kLongestHeadline ? SegmentRole::kHeadline : role;
  }

  void AddFigures() {
    for (uint32_t f = 0; f < record_.figures.size(); ++f) {
      const Figure& figure = record_.figures[f];
      if (places_[f].first != kNone) AddFigure(figure, places_[f], counted_[f]);
    }
  }

  void AddFigure(const Figure& figure, FigurePlace place, const Counted& counted) {
    Clause clause;
    QuantityClaim claim = NewClaim(figure.span, figure.id, place, &clause);
    const auto value = ValueOf(figure, claim.Has(Mark::kBelow), rules_);
    if (!value) return;
    claim.value = *value;
    claim.type = TypeOf(figure);
    claim.unit = figure.unit;
    claim.unit_key = Lexicon::Hash(figure.kind == FigureKind::kOrdinal ? "ordinal" : figure.unit);
    claim.dimension_key = DimensionKey(figure, rules_);
    claim.adds = figure.portion != Portion::kWhole;
    if (claim.type == ClaimType::kAge) {
      const AgeHolder subject = SubjectOfAge(reader_, mentions_, figure, place.first, place.last);
      claim.person = subject.person;
      claim.sex = subject.sex;
      claim.descriptor = subject.descriptor;
      claim.about = subject.words;
    } else {
      claim.head = counted.head;
      claim.head_class = counted.head_class;
      claim.sure_head = counted.sure;
      claim.modifiers = counted.modifiers;
      claim.about = counted.words;
    }
    if (figure.event) PreferEvent(*figure.event, &claim);
    if (claim.type == ClaimType::kCount) PreferExclusiveEvent(&claim);
    // "Needed three hours to put it out": no demand.
    if (figure.unit == "hour" || figure.unit == "minute") claim.marks &= ~Bit(Mark::kDemand);
    claim.source = SourceOf(figure.statement, &claim);
    out_.claims.push_back(std::move(claim));
  }

  // The verb that extraction has found says more than nearness.
  void PreferEvent(const Phrase& phrase, QuantityClaim* claim) {
    const uint32_t token = reader_.TokenAt(phrase.span.start);
    if (token == kNone) return;
    EventClassId event = 0;
    for (uint32_t t = token; t < reader_.TokenEnd(phrase.span, token) && event == 0; ++t) event = reader_.EventAt(t);
    const auto& classes = rules_.compare.events;
    if (event == 0 || classes[event].saying || claim->event() == event) return;
    // "were found shot to death": what befell them says more than that they were found.
    if (classes[claim->event()].exclusive && !classes[event].exclusive) return;
    EventShares shares{};
    shares[0] = {event, 0.6f};
    size_t n = 1;
    for (const EventShare& share : claim->events) {
      if (share.event != event && share.event != 0 && n < kMostEvents) shares[n++] = {share.event, share.share * 0.4f};
    }
    claim->events = shares;
  }

  std::string SourceOf(const std::string& statement_id, QuantityClaim* claim) {
    if (statement_id.empty()) return "";
    const auto& statements = record_.statements;
    if (by_id_.empty()) {
      for (uint32_t s = 0; s < statements.size(); ++s) by_id_[statements[s].id] = s;
    }
    const auto it = by_id_.find(statement_id);
    if (it == by_id_.end()) return "";
    const Statement& statement = statements[it->second];
    if (statement.polarity == Polarity::kDenied) claim->asserted = false;
    if (!statement.speech) claim->marks |= Bit(Mark::kPlan);
    return statement.sources.empty() ? "" : statement.sources.back().name;
  }

  void AddSums() {
    for (const SumOfParts& sum : FindSums(reader_, record_.figures, places_, counted_)) {
      const uint32_t f = sum.parts[0];
      const uint32_t last = reader_.TokenAt(sum.span.end - 1);
      Clause clause;
      QuantityClaim claim =
          NewClaim(sum.span, record_.figures[f].id, {places_[f].first, last == kNone ? places_[f].last : last + 1}, &clause);
      Figure total = record_.figures[f];
      total.low = sum.value.low;
      total.high = sum.value.high;
      const auto value = ValueOf(total, claim.Has(Mark::kBelow), rules_);
      if (!value) continue;
      claim.value = *value;
      claim.type = ClaimType::kCount;
      claim.unit_key = Lexicon::Hash("");
      claim.dimension_key = claim.unit_key;
      claim.head_class = rules_.compare.people;
      claim.about = "people";
      claim.is_sum = true;
      if (total.event) PreferEvent(*total.event, &claim);
      claim.source = SourceOf(total.statement, &claim);
      for (QuantityClaim& part : out_.claims)
        part.part_of_sum = part.part_of_sum || (part.span.Overlaps(sum.span) && part.type == ClaimType::kCount);
      out_.claims.push_back(std::move(claim));
    }
  }

  void AddDates() {
    SourceFinder sources(record_.statements);
    for (uint32_t d = 0; d < record_.dates.size(); ++d) {
      const Timex& date = record_.dates[d];
      if (date_places_[d].first == kNone || date.type == TimexType::kSet) continue;
      if (date.type == TimexType::kDuration) {
        const auto duration = FigureOfDuration(date);
        if (!duration || OverlapsFigure(date.span)) continue;
        AddFigure(*duration, date_places_[d], CountedBy(reader_, *duration, date_places_[d].first, date_places_[d].last));
        continue;
      }
      AddDate(date, date_places_[d], sources.Find(date.span));
    }
  }

  bool OverlapsFigure(Span span) const {
    const auto it = std::partition_point(record_.figures.begin(), record_.figures.end(),
                                         [&](const Figure& f) { return f.span.end <= span.start; });
    return it != record_.figures.end() && it->span.Overlaps(span);
  }

  // "3:20 a.m. on Tuesday" is a claim of the hour and one of the day.
  void AddDate(const Timex& date, FigurePlace place, const Statement* statement) {
    const auto clock = ValueOfClock(date, date.mod == TimexMod::kApprox);
    if (!clock) return AddDay(date, place, date.span, statement);
    AddTimed(date, place, date.span, ClaimType::kTime, *clock, Lexicon::Hash("time"), statement);
    for (uint32_t t = place.first + 1; t < place.last; ++t) {
      if (view().IsAny(t, Bits({Role::kWeekday, Role::kMonth})))
        return AddDay(date, {t, place.last}, view().SpanOf(t, place.last), statement);
    }
  }

  void AddDay(const Timex& date, FigurePlace place, Span span, const Statement* statement) {
    if (const auto days = ValueOfDays(date.days)) {
      if (!days->bound) AddTimed(date, place, span, ClaimType::kDate, *days, Lexicon::Hash("date"), statement);
    } else if (const auto weekday = ValueOfWeekday(date.value)) {
      AddTimed(date, place, span, ClaimType::kDate, *weekday, Lexicon::Hash("weekday"), statement);
    }
  }

  void AddTimed(const Timex& date, FigurePlace place, Span span, ClaimType type, const ClaimValue& value, uint64_t dimension,
                const Statement* statement) {
    Clause clause;
    QuantityClaim claim = NewClaim(span, date.id, place, &clause);
    // "said Friday", "in stable condition Friday": no act of that day.
    if (clause.nearest_saying > clause.nearest_event || claim.Has(Mark::kStatus)) return;
    claim.type = type;
    claim.value = value;
    claim.unit_key = claim.dimension_key = dimension;
    claim.person = ActorOf(reader_, mentions_, place.first, place.last);
    claim.act = ActOf(reader_, place.first, place.last);
    if (statement != nullptr) claim.source = SourceOf(statement->id, &claim);
    out_.claims.push_back(std::move(claim));
  }

  // Sorts the claims, numbers them within their sentences and keeps the sentences that hold any.
  void FinishClaims() {
    std::sort(out_.claims.begin(), out_.claims.end(), [](const QuantityClaim& a, const QuantityClaim& b) {
      return std::tie(a.span.start, b.span.end, a.type) < std::tie(b.span.start, a.span.end, b.type);
    });
    uint32_t first = 0;
    while (first < out_.claims.size()) {
      const uint32_t sentence = out_.claims[first].sentence;
      AddSentence(view().sentences[sentence]);
      uint32_t last = first;
      for (; last < out_.claims.size() && out_.claims[last].sentence == sentence; ++last) {
        out_.claims[last].slot = out_.sentences.back().numbers++;
      }
      for (uint32_t c = first; c < last; ++c) out_.claims[c].sentence = static_cast<uint32_t>(out_.sentences.size() - 1);
      FindTime(first, last);
      first = last;
    }
  }

  void AddSentence(const ViewSentence& sentence) {
    ClaimSentence kept{view().SpanOf(sentence.first, sentence.last), sentence.paragraph, 0, {}, reader_.MarksOf(sentence)};
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (view().tokens[t].token_class == TokenClass::kWord && !reader_.IsNumber(t)) kept.words.push_back(reader_.KeyOf(t));
    }
    std::sort(kept.words.begin(), kept.words.end());
    kept.words.erase(std::unique(kept.words.begin(), kept.words.end()), kept.words.end());
    out_.sentences.push_back(std::move(kept));
  }

  // A time long before the story that the sentence tells for the claim: of the claims behind the date, and of the one right
  // before it ("six died in 2011"; not "the highest level since 1987").
  void FindTime(uint32_t first_claim, uint32_t last_claim) {
    const auto& published = out_.stories[out_.claims[first_claim].story].published;
    if (!published || !published->from) return;
    const Span span = out_.sentences.back().span;
    auto it = std::partition_point(record_.dates.begin(), record_.dates.end(),
                                   [&](const Timex& t) { return t.span.end <= span.start; });
    for (; it != record_.dates.end() && it->span.start < span.end; ++it) {
      if (it->type != TimexType::kDate || !it->days.from || !it->days.until) continue;
      if (*it->days.until >= *published->from - std::chrono::days(kBackgroundDays)) continue;
      const uint32_t token = reader_.TokenAt(it->span.start);
      const bool since = token != kNone && token > 0 && view().Text(token - 1) == "since";
      uint32_t before = first_claim;
      while (before < last_claim && out_.claims[before].span.end <= it->span.start) ++before;
      for (uint32_t c = before; c < last_claim; ++c) {
        if (ReachesTo(token, it->span.end, out_.claims[c].span.start)) out_.claims[c].when = it->days;
      }
      if (!since && before > first_claim && IsNear(out_.claims[before - 1].span.end, token))
        out_.claims[before - 1].when = it->days;
    }
  }

  // What is told behind a date: "In 2011 ...", "in 2011 six died", "1987, when six died"; not "lost in 2011, it was found at a
  // depth of six metres".
  bool ReachesTo(uint32_t date, uint32_t date_end, uint32_t claim_start) const {
    constexpr uint32_t kOpening = 3;
    if (date == kNone || date < view().sentences[view().sentence_of[date]].first + kOpening) return true;
    for (uint32_t t = date; t < view().tokens.size() && view().tokens[t].start < claim_start; ++t) {
      if (view().tokens[t].start < date_end) continue;
      if (view().Is(t, Role::kCoordinator)) return false;  // "began in 2011 and heard 86 witnesses"
      if (view().tokens[t].token_class != TokenClass::kComma) continue;
      return t + 1 < view().tokens.size() && view().Text(t + 1) == "when";
    }
    return true;
  }

  // Few words between, and no comma: "six died in 2011".
  bool IsNear(uint32_t claim_end, uint32_t date) const {
    constexpr uint32_t kFarthest = 6;
    uint32_t t = date;
    for (; t > 0 && view().tokens[t - 1].start >= claim_end; --t) {
      if (date - t >= kFarthest || view().tokens[t - 1].token_class == TokenClass::kComma) return false;
    }
    return true;
  }

  // Of people counted, what befell them says more than that their number rose.
  void PreferExclusiveEvent(QuantityClaim* claim) const {
    constexpr float kLeastShare = 0.3f;
    const auto& classes = rules_.compare.events;
    if (classes[claim->event()].exclusive) return;
    const auto exclusive = [&](const EventShare& e) { return classes[e.event].exclusive && e.share >= kLeastShare; };
    const auto it = std::find_if(claim->events.begin(), claim->events.end(), exclusive);
    if (it != claim->events.end()) std::rotate(claim->events.begin(), it, it + 1);
  }

  const Record& record_;
  uint32_t document_;
  const std::vector<Mention>& mentions_;
  const RuleTables& rules_;
  ClauseReader reader_;
  std::vector<FigurePlace> places_;
  std::vector<FigurePlace> date_places_;
  std::vector<Counted> counted_;
  StringMap<uint32_t> by_id_;
  DocumentClaims out_;
};

// In how many stories a word stands, for its weight.
class WordWeights {
 public:
  explicit WordWeights(const std::vector<ClaimStory>& stories) : stories_(stories.size()) {
    for (const ClaimStory& story : stories) {
      for (const WeightedWord& word : story.topic) ++count_[word.word];
    }
  }
  // In a small bundle all stories share the words that make it one, so that a rare word tells little: the counts are those of a
  // hundred stories more.
  float Of(WordKey word) const {
    const auto it = count_.find(word);
    const double in = it == count_.end() ? 1 : it->second;
    return static_cast<float>(std::log(1 + (static_cast<double>(stories_) + kStoriesMore) / (in + kStoriesMore / 10)));
  }

 private:
  static constexpr double kStoriesMore = 100;
  size_t stories_;
  absl::flat_hash_map<WordKey, uint32_t> count_;
};

void KeepHeaviest(size_t most, std::vector<WeightedWord>* words) {
  if (words->size() <= most) return;
  std::sort(words->begin(), words->end(), [](const WeightedWord& a, const WeightedWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
  });
  words->resize(most);
}

void WeighWords(int threads, ClaimSet* set) {
  for (ClaimStory& story : set->stories) {
    Normalize(&story.topic);  // joins repeated words
    for (WeightedWord& word : story.topic) word.weight = std::sqrt(word.weight);
  }
  const WordWeights weights(set->stories);
  const auto weigh = [&](size_t most, std::vector<WeightedWord>* words) {
    for (WeightedWord& word : *words) word.weight *= weights.Of(word.word);
    KeepHeaviest(most, words);
    Normalize(words);
  };
  ParallelFor(set->stories.size(), threads, [&](size_t i) { weigh(kMostTopicWords, &set->stories[i].topic); });
  ParallelFor((set->claims.size() + 255) / 256, threads, [&](size_t chunk) {
    for (size_t i = chunk * 256; i < std::min(set->claims.size(), chunk * 256 + 256); ++i)
      weigh(kMostClauseWords, &set->claims[i].words);
  });
}

void SetOrigins(const std::vector<Family>& families, ClaimSet* set) {
  StringMap<uint32_t> family_of;
  for (uint32_t f = 0; f < families.size(); ++f) {
    for (const auto& [document, story] : families[f].members) family_of[StrCat(document, "\n", story)] = f;
  }
  for (uint32_t s = 0; s < set->stories.size(); ++s) {
    ClaimStory& story = set->stories[s];
    const auto it = family_of.find(StrCat((*set->records)[story.document].document.id, "\n", story.id));
    story.origin = it != family_of.end() ? it->second : static_cast<uint32_t>(families.size()) + s;
  }
}

// A word that one article only has capitalised ("Corden shares rose") is a name where another article names it.
void NameCapitals(std::vector<ClaimStory>* stories) {
  std::vector<WordKey> named;
  for (const ClaimStory& story : *stories) named.insert(named.end(), story.names.begin(), story.names.end());
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  for (ClaimStory& story : *stories) {
    std::vector<WordKey> all;
    std::set_intersection(story.capitals.begin(), story.capitals.end(), named.begin(), named.end(), std::back_inserter(all));
    std::vector<WordKey> joined;
    std::set_union(story.names.begin(), story.names.end(), all.begin(), all.end(), std::back_inserter(joined));
    story.names = std::move(joined);
    story.capitals = {};
  }
}

}  // namespace

ClaimSet BuildClaims(const std::vector<Record>& records, const std::vector<Family>& families, const RuleTables& rules,
                     int threads) {
  ClaimSet set;
  set.records = &records;
  set.rules = &rules;
  set.entities = JoinNames(records);
  std::vector<DocumentClaims> parts(records.size());
  ParallelFor(records.size(), threads,
              [&](size_t d) { parts[d] = DocumentBuilder(records[d], static_cast<uint32_t>(d), set.entities, rules).Build(); });
  for (DocumentClaims& part : parts) {
    const auto first_story = static_cast<uint32_t>(set.stories.size());
    const auto first_sentence = static_cast<uint32_t>(set.sentences.size());
    for (QuantityClaim& claim : part.claims) {
      claim.story += first_story;
      claim.sentence += first_sentence;
      set.claims.push_back(std::move(claim));
    }
    std::move(part.stories.begin(), part.stories.end(), std::back_inserter(set.stories));
    std::move(part.sentences.begin(), part.sentences.end(), std::back_inserter(set.sentences));
    part = DocumentClaims();
  }
  NameCapitals(&set.stories);
  SetOrigins(families, &set);
  WeighWords(threads, &set);
  return set;
}

}  // namespace crosscheck
