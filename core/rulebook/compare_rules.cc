#include "rulebook/compare_rules.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

constexpr auto kFeatureNames = std::to_array<std::string_view>({
    "none",          "head-same",       "head-class",       "head-clash",     "head-other",     "head-in-words",
    "modifiers",     "modifiers-other", "predicate-same",   "class-same",     "class-shared",   "class-other",
    "class-exclusive", "role-other",    "owner-same",       "owner-other",    "owner-one-named", "descriptor-same",
    "descriptor-other", "gender-other", "attribute-same",   "attribute-other", "attribute-one", "place-same",
    "place-other",   "names-shared",    "names-other",      "clause-words",   "sentence-words", "context",
    "near-copy",     "time-same",       "time-other",       "event-other",    "modality-other", "portion-other",
    "scope-other",   "speaker-same",    "saying-day",       "headlines",      "position",       "stories",
    "unit-same",     "equal",           "unusual",          "meet",           "far",            "near",
    "swapped",       "far-dates",       "day-off",         "growth",
});
static_assert(kFeatureNames.size() == kFeatures);

constexpr auto kPairKindNames = std::to_array<std::string_view>({"counts", "ages", "amounts", "moments"});
static_assert(kPairKindNames.size() == kPairKinds);

constexpr auto kVetoNames = std::to_array<std::string_view>({"", "type", "unit", "person", "sentence"});
static_assert(kVetoNames.size() == kVetoes);

constexpr auto kDifferenceNames = std::to_array<std::string_view>({
    "bias",       "chance",     "mean-chance", "story-pairs", "minor",       "near-copy",   "inexact",   "near-values",
    "far-values", "one-story",  "headline",    "both-supported", "one-source", "scope",     "other-time", "names-other",
    "head-unsure", "slip",      "said-before", "days-apart",  "revised",     "ages",        "amounts",   "moments",
});
static_assert(kDifferenceNames.size() == kDifferenceFeatures);

constexpr auto kMarkNames = std::to_array<std::string_view>({
    "other",
    "partitive",
    "period",
    "other-event",
    "plan",
    "demand",
    "including",
    "below",
    "status",
    "former",
    "change",
    "negated",
    "guess",
});
static_assert(kMarkNames.size() == static_cast<size_t>(Mark::kCount));

constexpr std::string_view kSeverities[] = {"note", "warning", "error"};

template <class Names>
size_t IndexOf(const Names& names, std::string_view name) {
  return static_cast<size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::string LastPart(std::string_view id) { return std::string(id.substr(id.rfind('.') + 1)); }

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// The regular forms of a noun or verb; forms that no text has do no harm.
std::vector<std::string> Inflect(const std::string& word) {
  std::vector<std::string> forms = {word};
  const size_t n = word.size();
  if (n < 2) return forms;
  const char last = word[n - 1];
  if (last == 'e') {
    const std::string stem = word.substr(0, n - 1);
    forms.insert(forms.end(), {word + "s", word + "d", stem + "ing"});
  } else if (last == 'y' && !IsVowel(word[n - 2])) {
    const std::string stem = word.substr(0, n - 1);
    forms.insert(forms.end(), {stem + "ies", stem + "ied", word + "ing"});
  } else {
    const bool hiss = last == 's' || last == 'x' || last == 'z' || word.ends_with("ch") || word.ends_with("sh");
    forms.insert(forms.end(), {word + (hiss ? "es" : "s"), word + "ed", word + "ing"});
    if (n > 2 && !IsVowel(last) && IsVowel(word[n - 2]) && !IsVowel(word[n - 3])) {
      forms.insert(forms.end(), {word + last + "ed", word + last + "ing"});
    }
  }
  return forms;
}

// Adds the rule's "words" (inflected) and "forms" to the lexicon; calls set(word) for each.
template <class Set>
void AddWords(RuleReader* reader, Lexicon* lexicon, const Set& set) {
  for (const std::string& word : reader->Texts("words")) {
    for (const std::string& form : Inflect(LowerCase(word))) set(lexicon->Add(form, 0));
  }
  for (const std::string& form : reader->Texts("forms")) set(lexicon->Add(LowerCase(form), 0));
}

template <class T>
T& At(std::vector<T>* table, WordId word) {
  if (table->size() <= word) table->resize(word + 1);
  return (*table)[word];
}

// Phrases are parted at spaces: each part is one token in lower case.
void AddPhrases(RuleReader* reader, CompareRules* rules, Lexicon* lexicon, EventClassId event, MarkSet marks) {
  for (const std::string& text : reader->Texts("phrases")) {
    CompareRules::Phrase phrase{{}, event, marks};
    const std::string lower = LowerCase(text);
    for (const std::string_view word : Split(lower, ' ')) phrase.words.push_back(lexicon->Add(word, 0));
    if (phrase.words.size() < 2) reader->Fail("phrases", "a phrase has two words or more");
    rules->phrases.push_back(std::move(phrase));
  }
}

void SortPhrases(CompareRules* rules) {
  std::sort(rules->phrases.begin(), rules->phrases.end(), [](const auto& a, const auto& b) {
    if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    return a.words < b.words;
  });
}

double Share(RuleReader* reader, std::string_view field, double fallback) {
  const double value = reader->Number(field).value_or(fallback);
  if (value < 0 || value > 1) reader->Fail(field, "is not between 0 and 1");
  return value;
}

}  // namespace

std::string_view FeatureName(Feature feature) { return kFeatureNames[static_cast<size_t>(feature)]; }
std::string_view PairKindName(PairKind kind) { return kPairKindNames[static_cast<size_t>(kind)]; }
std::string_view DifferenceFeatureName(DifferenceFeature feature) { return kDifferenceNames[static_cast<size_t>(feature)]; }
std::string_view VetoName(Veto veto) { return kVetoNames[static_cast<size_t>(veto)]; }
std::string_view MarkName(Mark mark) { return kMarkNames[static_cast<size_t>(mark)]; }

const FindingRule* CompareRules::FindFinding(std::string_view id) const {
  const auto it = std::lower_bound(findings.begin(), findings.end(), id,
                                   [](const FindingRule& f, std::string_view key) { return f.id < key; });
  return it != findings.end() && it->id == id ? &*it : nullptr;
}

absl::Status LoadEventClasses(const std::vector<const Rule*>& rules, RuleTables* tables) {
  CompareRules& compare = tables->compare;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    if (compare.events.size() >= 255) reader.Fail("id", "is one event class too many");
    EventClass event{LastPart(rule->id),       reader.Flag("exclusive"), reader.Flag("growing"),
                     reader.Flag("shrinking"), reader.Flag("saying"),    reader.Flag("final"),
                     reader.Text("opposite"),  Share(&reader, "gravity", 0.6)};
    const auto id = static_cast<EventClassId>(compare.events.size());
    AddWords(&reader, &tables->lexicon, [&](WordId word) {
      EventClassId& of = At(&compare.event_of, word);
      if (of == 0) of = id;
    });
    AddPhrases(&reader, &compare, &tables->lexicon, id, 0);
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    compare.events.push_back(std::move(event));
  }
  SortPhrases(&compare);
  return absl::OkStatus();
}

absl::Status LoadHeadClasses(const std::vector<const Rule*>& rules, RuleTables* tables) {
  CompareRules& compare = tables->compare;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    if (compare.heads.size() >= 255) reader.Fail("id", "is one class too many");
    HeadClass head{LastPart(rule->id), reader.Flag("person"), reader.Flag("generic"), reader.Flag("scale"), reader.Flag("age"), 0};
    constexpr char kSexes[] = {0, 'f', 'm'};
    head.sex = kSexes[reader.OneOf("sex", {"", "female", "male"}, 0)];
    const auto id = static_cast<HeadClassId>(compare.heads.size());
    AddWords(&reader, &tables->lexicon, [&](WordId word) {
      HeadClassId& of = At(&compare.head_of, word);
      if (of == 0) of = id;
    });
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    if (head.person && head.generic) compare.people = id;
    compare.heads.push_back(std::move(head));
  }
  return absl::OkStatus();
}

absl::Status LoadMarks(const std::vector<const Rule*>& rules, RuleTables* tables) {
  CompareRules& compare = tables->compare;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const std::string scale = reader.Text("scale");
    const std::string mark = reader.Text("mark");
    if (scale.empty() == mark.empty()) reader.Fail("mark", "needs either \"mark\" or \"scale\"");
    MarkSet marks = 0;
    QualifierId qualifier = 0;
    if (!mark.empty()) {
      const size_t index = IndexOf(kMarkNames, mark);
      if (index == kMarkNames.size()) reader.Fail("mark", StrCat("is none of: ", Join(kMarkNames, ", ")));
      marks = MarkSet{1} << index;
    } else {
      if (compare.qualifiers.size() >= 255) reader.Fail("scale", "is one qualifier too many");
      qualifier = static_cast<QualifierId>(compare.qualifiers.size());
      compare.qualifiers.push_back({LastPart(rule->id), scale});
    }
    AddWords(&reader, &tables->lexicon, [&](WordId word) {
      if (marks != 0) At(&compare.marks_of, word) |= marks;
      if (qualifier != 0) At(&compare.qualifier_of, word) = qualifier;
    });
    if (qualifier != 0 && reader.Raw("phrases") != nullptr) reader.Fail("phrases", "are for marks only");
    AddPhrases(&reader, &compare, &tables->lexicon, 0, marks);
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  SortPhrases(&compare);
  return absl::OkStatus();
}

namespace {

// {"counts": 0.3, "ages": ...}: a kind that is not named has 0.
KindWeights WeightsOf(RuleReader* reader, std::string_view field, const KindWeights& fallback) {
  const Json* object = reader->Raw(field);
  if (object == nullptr) return fallback;
  KindWeights weights{};
  if (!object->is_object()) {
    reader->Fail(field, "is not an object");
    return weights;
  }
  for (const auto& [name, value] : object->items()) {
    const size_t kind = IndexOf(kPairKindNames, name);
    if (kind == kPairKinds) {
      reader->Fail(field, StrCat("has a kind of pairs that is none of: ", Join(kPairKindNames, ", ")));
    } else if (!value.is_number()) {
      reader->Fail(field, "has a weight that is no number");
    } else {
      weights[kind] = value.get<double>();
    }
  }
  return weights;
}

}  // namespace

absl::Status LoadWeights(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const size_t feature = IndexOf(kFeatureNames, reader.Text("feature"));
    if (feature == kFeatures) reader.Fail("feature", StrCat("is none of: ", Join(kFeatureNames, ", ")));
    FeatureRule loaded{rule->id, reader.Text("words"), {}, {}};
    loaded.prior = WeightsOf(&reader, "prior", {});
    loaded.weight = WeightsOf(&reader, "weight", loaded.prior);
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.features[feature] = std::move(loaded);
  }
  return absl::OkStatus();
}

absl::Status LoadVetoes(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const size_t veto = IndexOf(kVetoNames, reader.Text("veto"));
    if (veto == 0 || veto == kVetoes) reader.Fail("veto", StrCat("is none of: ", Join(kVetoNames, ", ")));
    VetoRule loaded{rule->id, reader.Text("words")};
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.vetoes[veto] = std::move(loaded);
  }
  return absl::OkStatus();
}

absl::Status LoadDifferences(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const size_t feature = IndexOf(kDifferenceNames, reader.Text("feature"));
    if (feature == kDifferenceFeatures) reader.Fail("feature", StrCat("is none of: ", Join(kDifferenceNames, ", ")));
    const double prior = reader.Number("prior").value_or(0);
    const double weight = reader.Number("weight").value_or(prior);
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.differences[feature] = {rule->id, prior, weight};
  }
  return absl::OkStatus();
}

absl::Status LoadCalibration(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    std::vector<CalibrationPoint> points;
    const Json* list = reader.Raw("points");
    const auto is_pair = [](const Json& p) { return p.is_array() && p.size() == 2 && p[0].is_number() && p[1].is_number(); };
    if (list == nullptr || !list->is_array() || list->empty() || !std::all_of(list->begin(), list->end(), is_pair)) {
      reader.Fail("points", "is not an array of [score, chance]");
    } else {
      for (const Json& point : *list) points.push_back({point[0].get<double>(), point[1].get<double>()});
    }
    for (size_t i = 0; i < points.size(); ++i) {
      if (points[i].chance < 0 || points[i].chance > 1) reader.Fail("points", "has a chance that is not between 0 and 1");
      if (i > 0 && points[i].score < points[i - 1].score) reader.Fail("points", "is not sorted by score");
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.calibration = std::move(points);
  }
  return absl::OkStatus();
}

absl::Status LoadFindings(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    FindingRule finding{rule->id, Severity::kNote, Share(&reader, "weight", 0.6), reader.Text("message"), reader.Text("label")};
    finding.severity = static_cast<Severity>(reader.OneOf("severity", {std::begin(kSeverities), std::end(kSeverities)}, 0));
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.findings.push_back(std::move(finding));
  }
  return absl::OkStatus();  // rules come sorted by id
}

}  // namespace crosscheck
