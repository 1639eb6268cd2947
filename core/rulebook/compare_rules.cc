#include "rulebook/compare_rules.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

constexpr auto kSignNames = std::to_array<std::string_view>({
    "bias",        "same-head",   "other-head",         "modifiers",      "events",      "same-event",
    "event-clash", "same-person", "one-person-unnamed", "descriptor",     "only-child",  "roster",
    "names",       "actor",       "clause-words",       "sentence-words", "context",     "near-copy",
    "other-event", "partitive",   "side-by-side",       "qualifier",      "plan",        "same-article",
    "headlines",   "stories",     "one-left",           "swapped-digits", "equal-value", "unusual-value",
    "unique-age",  "values-meet", "far-value",          "far-dates",
});
static_assert(kSignNames.size() == kSigns);

constexpr auto kGateNames = std::to_array<std::string_view>({
    "",          "type",     "unit",   "stories",       "same-sentence", "person", "sex",         "unnamed-ages", "event",
    "head",      "zero",     "period", "year",          "qualifier",     "scope",  "change",      "side-by-side", "sum",
    "partitive", "addition", "one",    "part-of-whole", "far",           "vague",  "other-event", "age",          "date",
    "thing",     "plan",     "unlike", "unsure",
});
static_assert(kGateNames.size() == kGates);

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

std::string_view SignName(Sign sign) { return kSignNames[static_cast<size_t>(sign)]; }
std::string_view GateName(Gate gate) { return kGateNames[static_cast<size_t>(gate)]; }
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
                     reader.Flag("shrinking"), reader.Flag("saying"),    Share(&reader, "gravity", 0.6)};
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
    HeadClass head{LastPart(rule->id), reader.Flag("person"), reader.Flag("generic"), reader.Flag("scale"), 0};
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

absl::Status LoadWeights(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const size_t sign = IndexOf(kSignNames, reader.Text("sign"));
    if (sign == kSigns) reader.Fail("sign", StrCat("is none of: ", Join(kSignNames, ", ")));
    const double weight = reader.Number("weight").value_or(0);
    const SignRule loaded{rule->id, reader.Text("words"), weight, reader.Number("blind").value_or(weight)};
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.signs[sign] = loaded;
  }
  return absl::OkStatus();
}

absl::Status LoadGates(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const size_t gate = IndexOf(kGateNames, reader.Text("gate"));
    if (gate == 0 || gate == kGates) reader.Fail("gate", StrCat("is none of: ", Join(kGateNames, ", ")));
    const GateRule loaded{rule->id, reader.Text("words"), true, reader.Number("limit").value_or(0)};
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.gates[gate] = loaded;
  }
  return absl::OkStatus();
}

absl::Status LoadFindings(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    FindingRule finding{rule->id, Severity::kNote, Share(&reader, "weight", 0.6), reader.Text("message")};
    finding.severity = static_cast<Severity>(reader.OneOf("severity", {std::begin(kSeverities), std::end(kSeverities)}, 0));
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    tables->compare.findings.push_back(std::move(finding));
  }
  return absl::OkStatus();  // rules come sorted by id
}

}  // namespace crosscheck
