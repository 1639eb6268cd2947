#include "compare/bundle/bundle.h"

#include <algorithm>
#include <cmath>

#include "absl/container/flat_hash_set.h"

#include "base/parallel.h"
#include "base/strings.h"
#include "text/lexicon.h"

namespace crosscheck {
namespace {

constexpr WordKey kNumberKey = 1;

// Names of classes, marks and attributes to their ids in the rules.
class ClassIds {
 public:
  explicit ClassIds(const CompareRules& rules) {
    for (size_t i = 1; i < rules.events.size(); ++i) events_[rules.events[i].name] = static_cast<EventClassId>(i);
    for (size_t i = 1; i < rules.heads.size(); ++i) heads_[rules.heads[i].name] = static_cast<HeadClassId>(i);
    for (size_t i = 1; i < rules.qualifiers.size(); ++i) qualifiers_[rules.qualifiers[i].name] = static_cast<QualifierId>(i);
    for (size_t m = 0; m < static_cast<size_t>(Mark::kCount); ++m) marks_[std::string(MarkName(static_cast<Mark>(m)))] = MarkSet{1} << m;
  }
  EventClassId Event(std::string_view name) const { return Find(events_, name); }
  HeadClassId Head(std::string_view name) const { return Find(heads_, name); }
  QualifierId Qualifier(std::string_view name) const { return Find(qualifiers_, name); }
  MarkSet MarkOf(std::string_view name) const { return Find(marks_, name); }

 private:
  template <class T>
  static T Find(const StringMap<T>& map, std::string_view name) {
    const auto it = map.find(name);
    return it == map.end() ? T{0} : it->second;
  }
  StringMap<EventClassId> events_;
  StringMap<HeadClassId> heads_;
  StringMap<QualifierId> qualifiers_;
  StringMap<MarkSet> marks_;
};

WordKey KeyOf(std::string_view lemma) { return lemma.empty() ? 0 : Lexicon::Hash(lemma); }

template <class T>
void SortUnique(std::vector<T>* keys) {
  std::sort(keys->begin(), keys->end());
  keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
}

// "After Tuesday's vote" tells of Tuesday as well: a bound keeps the day that it is told by.
DayRange WithItsDay(const Timex& date) {
  DayRange days = date.days;
  if (date.mod == TimexMod::kAfter && days.from && !days.until) days.from = *days.from - std::chrono::days{1};
  if (date.mod == TimexMod::kBefore && days.until && !days.from) days.until = *days.until + std::chrono::days{1};
  return days;
}

struct DocumentPart {
  std::vector<BundleStory> stories;
  std::vector<BundleSentence> sentences;
  std::vector<BundleClaim> claims;
};

class DocumentBuilder {
 public:
  DocumentBuilder(const Record& record, uint32_t document, const Entities& entities, const RuleTables& rules, const ClassIds& ids)
      : record_(record), document_(document), entities_(entities.of_names[document]), rules_(rules), ids_(ids) {
    for (uint32_t n = 0; n < record.names.size(); ++n) {
      by_id_[record.names[n].id] = entities_[n];
      if (record.names[n].kind == NameKind::kPerson) persons_.insert(record.names[n].id);
      by_name_[StrCat(record.names[n].story, "\n", record.names[n].name)] = entities_[n];
    }
    for (uint32_t f = 0; f < record.figures.size(); ++f) figures_[record.figures[f].id] = f;
    for (uint32_t d = 0; d < record.dates.size(); ++d) dates_[record.dates[d].id] = d;
  }

  DocumentPart Build() {
    AddStories();
    for (const ClaimSentence& s : record_.sentences) {
      BundleSentence sentence{s.span, s.paragraph, s.region, {}, 0, 0};
      for (const std::string& word : s.words) sentence.words.push_back(KeyOf(word));
      SortUnique(&sentence.words);
      part_.sentences.push_back(std::move(sentence));
    }
    for (const ClaimFrame& claim : record_.claims) AddClaim(claim);
    return std::move(part_);
  }

 private:
  void AddStories() {
    for (const Story& story : record_.document.stories) {
      BundleStory s;
      s.document = document_;
      s.id = story.id;
      if (const auto& published = story.published ? story.published : record_.document.published) s.published = published->days;
      for (uint32_t n = 0; n < record_.names.size(); ++n) {
        if (record_.names[n].story == story.id) s.names.push_back(entities_[n]);
      }
      SortUnique(&s.names);
      for (const StoryTopic& topic : record_.topics) {
        if (topic.story != story.id) continue;
        for (const std::string& word : topic.words) s.topic.push_back({KeyOf(word), 1});
      }
      story_index_[story.id] = static_cast<uint32_t>(part_.stories.size());
      part_.stories.push_back(std::move(s));
    }
  }

  void AddClaim(const ClaimFrame& frame) {
    const auto story = story_index_.find(frame.story);
    if (story == story_index_.end() || frame.sentence >= part_.sentences.size()) return;
    BundleClaim claim;
    claim.frame = &frame;
    claim.document = document_;
    claim.story = story->second;
    claim.sentence = frame.sentence;
    claim.type = frame.type;
    if (!SetValue(frame, &claim)) return;
    SetFrame(frame, &claim);
    const Span span = record_.document.stories[story->second].span;
    claim.position = span.empty() ? 0 : static_cast<float>(frame.span.start - std::min(span.start, frame.span.start)) / static_cast<float>(span.size());
    part_.claims.push_back(std::move(claim));
  }

  bool SetValue(const ClaimFrame& frame, BundleClaim* claim) const {
    const auto mark = [&](Mark m) {
      return std::find(frame.marks.begin(), frame.marks.end(), MarkName(m)) != frame.marks.end();
    };
    std::optional<ClaimValue> value;
    if (frame.kind == ClaimKind::kFigure) {
      const auto it = figures_.find(frame.of);
      if (it == figures_.end()) return false;
      Figure figure = record_.figures[it->second];
      claim->unit = record_.figures[it->second].unit;
      claim->restates = record_.figures[it->second].same_as;
      if (frame.sum) figure.low = figure.high = frame.sum;
      value = ValueOf(figure, mark(Mark::kBelow), rules_);
      claim->unit_key = Lexicon::Hash(figure.kind == FigureKind::kOrdinal ? "ordinal" : figure.unit);
      claim->dimension = DimensionKey(figure, rules_);
    } else if (frame.kind == ClaimKind::kDate) {
      const auto it = dates_.find(frame.of);
      if (it == dates_.end()) return false;
      const Timex& date = record_.dates[it->second];
      std::string_view dimension = "date";
      if (frame.type == ClaimType::kTime) {
        value = ValueOfClock(date, date.mod == TimexMod::kApprox || date.mod == TimexMod::kBefore || date.mod == TimexMod::kAfter);
        dimension = "time of day";
      } else if (frame.type == ClaimType::kDuration) {
        const auto figure = FigureOfDuration(date);
        if (!figure) return false;
        value = ValueOf(*figure, false, rules_);
        claim->unit_key = Lexicon::Hash(figure->unit);
        claim->dimension = DimensionKey(*figure, rules_);
        dimension = {};
      } else if (!(value = ValueOfDays(WithItsDay(date)))) {
        value = ValueOfWeekday(date.value);
        dimension = "weekday";
      }
      if (!dimension.empty()) claim->unit_key = claim->dimension = Lexicon::Hash(dimension);
    }
    if (!value) return false;
    claim->value = *std::move(value);
    return true;
  }

  EntityId Entity(const std::string& id) const {
    const auto it = by_id_.find(id);
    return it == by_id_.end() ? 0 : it->second;
  }

  void SetFrame(const ClaimFrame& frame, BundleClaim* claim) const {
    claim->head = KeyOf(frame.head);
    claim->head_class = ids_.Head(frame.head_class);
    for (const std::string& modifier : frame.modifiers) claim->modifiers.push_back(KeyOf(modifier));
    SortUnique(&claim->modifiers);
    claim->predicate = KeyOf(frame.predicate);
    size_t n = 0;
    for (const std::string& name : frame.classes) {
      if (const EventClassId event = ids_.Event(name); event != 0 && n < kMostClasses) claim->classes[n++] = event;
    }
    claim->owner = Entity(frame.owner);
    claim->owner_is_person = persons_.contains(frame.owner);
    if (claim->owner == 0) claim->owner_word = KeyOf(frame.owner);
    claim->place = Entity(frame.place);
    for (const std::string& mark : frame.marks) claim->marks |= ids_.MarkOf(mark);
    n = 0;
    for (const std::string& attribute : frame.attributes) {
      if (const QualifierId q = ids_.Qualifier(attribute); q != 0 && n < claim->attributes.size()) claim->attributes[n++] = q;
    }
    for (const std::string& name : frame.names) {
      if (const EntityId entity = Entity(name); entity != 0) claim->names.push_back(entity);
    }
    SortUnique(&claim->names);
    float weight = 1;
    for (const std::string& word : frame.words) {
      claim->words.push_back({KeyOf(word), weight});
      weight *= 0.9f;
    }
    for (size_t i = 0; i < std::min<size_t>(4, frame.before.size()); ++i) claim->context[i] = ContextKey(frame.before[i]);
    for (size_t i = 0; i < std::min<size_t>(4, frame.after.size()); ++i) claim->context[4 + i] = ContextKey(frame.after[i]);
    if (!frame.source.empty()) {
      const auto it = by_name_.find(StrCat(frame.story, "\n", frame.source.back()));
      if (it != by_name_.end()) claim->speaker = it->second;
    }
  }
  static WordKey ContextKey(std::string_view word) { return word == "#" ? kNumberKey : KeyOf(word); }

  const Record& record_;
  uint32_t document_;
  const std::vector<EntityId>& entities_;
  const RuleTables& rules_;
  const ClassIds& ids_;
  StringMap<EntityId> by_id_;
  absl::flat_hash_set<std::string> persons_;  // ids
  StringMap<EntityId> by_name_;
  StringMap<uint32_t> figures_;
  StringMap<uint32_t> dates_;
  absl::flat_hash_map<int, uint32_t> story_index_;
  DocumentPart part_;
};

// In how many stories a word stands, for its weight. In a small bundle all stories share the words that make it one, so that a
// rare word tells little: the counts are those of a hundred stories more.
class WordWeights {
 public:
  explicit WordWeights(const Bundle& bundle) : stories_(bundle.stories.size()) {
    std::vector<WordKey> words;
    for (const BundleStory& story : bundle.stories) {
      words.clear();
      for (const WeightedWord& word : story.topic) words.push_back(word.word);
      for (uint32_t c = story.first_claim; c < story.last_claim; ++c) {
        for (const WeightedWord& word : bundle.claims[c].words) words.push_back(word.word);
      }
      SortUnique(&words);
      for (const WordKey word : words) ++count_[word];
    }
  }
  float Of(WordKey word) const {
    constexpr double kStoriesMore = 100;
    const auto it = count_.find(word);
    const double in = it == count_.end() ? 1 : it->second;
    return static_cast<float>(std::log(1 + (static_cast<double>(stories_) + kStoriesMore) / (in + kStoriesMore / 10)));
  }

 private:
  size_t stories_;
  absl::flat_hash_map<WordKey, uint32_t> count_;
};

void WeighWords(int threads, Bundle* bundle) {
  const WordWeights weights(*bundle);
  const auto weigh = [&](std::vector<WeightedWord>* words) {
    for (WeightedWord& word : *words) word.weight *= weights.Of(word.word);
    Normalize(words);
  };
  ParallelFor(bundle->stories.size(), threads, [&](size_t s) {
    BundleStory& story = bundle->stories[s];
    weigh(&story.topic);
    for (uint32_t c = story.first_claim; c < story.last_claim; ++c) weigh(&bundle->claims[c].words);
  });
}

void SetOrigins(const std::vector<Family>& families, Bundle* bundle) {
  StringMap<uint32_t> family_of;
  for (uint32_t f = 0; f < families.size(); ++f) {
    for (const auto& [document, story] : families[f].members) family_of[StrCat(document, "\n", story)] = f;
  }
  for (uint32_t s = 0; s < bundle->stories.size(); ++s) {
    BundleStory& story = bundle->stories[s];
    const auto it = family_of.find(StrCat((*bundle->records)[story.document].document.id, "\n", story.id));
    story.origin = it != family_of.end() ? it->second : static_cast<uint32_t>(families.size()) + s;
  }
}

}  // namespace

std::string_view Bundle::TextOf(const BundleClaim& claim) const {
  const std::string& text = RecordOf(claim).document.text;
  return claim.frame->span.end <= text.size() ? claim.frame->span.In(text) : std::string_view();
}

std::string_view Bundle::SourceOf(const BundleClaim& claim) {
  return claim.frame->source.empty() ? std::string_view() : std::string_view(claim.frame->source.back());
}

bool Bundle::InHeadline(const BundleClaim& claim) const {
  const SegmentRole region = SentenceOf(claim).region;
  return region == SegmentRole::kHeadline || region == SegmentRole::kKicker;
}

Bundle BuildBundle(const std::vector<Record>& records, const std::vector<Family>& families, const RuleTables& rules, int threads) {
  Bundle bundle;
  bundle.records = &records;
  bundle.rules = &rules;
  bundle.entities = JoinNames(records);
  const ClassIds ids(rules.compare);
  std::vector<DocumentPart> parts(records.size());
  ParallelFor(records.size(), threads, [&](size_t d) {
    parts[d] = DocumentBuilder(records[d], static_cast<uint32_t>(d), bundle.entities, rules, ids).Build();
  });
  for (DocumentPart& part : parts) {
    const auto first_story = static_cast<uint32_t>(bundle.stories.size());
    const auto first_sentence = static_cast<uint32_t>(bundle.sentences.size());
    std::move(part.stories.begin(), part.stories.end(), std::back_inserter(bundle.stories));
    std::move(part.sentences.begin(), part.sentences.end(), std::back_inserter(bundle.sentences));
    // A story's claims stand together, whatever the order of its stories on the page.
    std::stable_sort(part.claims.begin(), part.claims.end(),
                     [](const BundleClaim& a, const BundleClaim& b) { return a.story < b.story; });
    for (BundleClaim& claim : part.claims) {
      claim.story += first_story;
      claim.sentence += first_sentence;
      bundle.claims.push_back(std::move(claim));
    }
    part = DocumentPart();
  }
  for (uint32_t c = 0; c < bundle.claims.size(); ++c) {
    BundleStory& story = bundle.stories[bundle.claims[c].story];
    if (story.last_claim == 0) story.first_claim = c;
    story.last_claim = c + 1;
    BundleSentence& sentence = bundle.sentences[bundle.claims[c].sentence];
    if (sentence.last_claim == 0) sentence.first_claim = c;
    sentence.last_claim = c + 1;
  }
  SetOrigins(families, &bundle);
  WeighWords(threads, &bundle);
  return bundle;
}

std::optional<int> DaysBetween(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b) {
  const auto& x = bundle.StoryOf(a).published;
  const auto& y = bundle.StoryOf(b).published;
  if (!x || !y || !x->from || !y->from) return std::nullopt;
  return static_cast<int>((*y->from - *x->from).count());
}

float StoryLikeness(const BundleStory& a, const BundleStory& b) {
  constexpr float kWithoutName = 0.1f;  // of stories on unlike events one pair in a hundred is more alike; of those on one, seven in ten
  const float likeness = Cosine(a.topic, b.topic);
  if (likeness >= kWithoutName || a.names.empty() || b.names.empty()) return likeness;
  for (size_t i = 0, j = 0; i < a.names.size() && j < b.names.size();) {
    if (a.names[i] == b.names[j]) return likeness;
    a.names[i] < b.names[j] ? ++i : ++j;
  }
  return 0;
}

}  // namespace crosscheck
