#include "rulebook/cues.h"

#include <algorithm>

#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

const std::vector<std::string_view> kShapes = {"verb",  "noun",     "adverb",  "according-to", "citing",
                                               "colon", "headline", "carried", "unreachable",  "adjective"};
const std::vector<std::string_view> kClasses = {"statement", "belief", "intention", "stance", "document"};
const std::vector<std::string_view> kPolarities = {"asserted", "denied", "declined"};
const std::vector<std::string_view> kFrames = {"clause", "addressee", "object", "infinitive", "whether", "quoted", "bare-object", "raised", "complement", "plea", "agentless", "words", "blow"};

// "speak out (about, against)" -> base "speak", particle "out", prepositions.
struct VerbEntry {
  std::string base;
  std::string particle;
  std::vector<std::string> prepositions;
};

VerbEntry ParseEntry(std::string_view entry) {
  VerbEntry verb;
  if (const size_t open = entry.find('('); open != std::string_view::npos) {
    const size_t close = std::min(entry.find(')', open), entry.size());
    for (const std::string_view word : Split(entry.substr(open + 1, close - open - 1), ',')) {
      if (!Trim(word).empty()) verb.prepositions.emplace_back(Trim(word));
    }
    entry = entry.substr(0, open);
  }
  entry = Trim(entry);
  const size_t space = entry.find(' ');
  verb.base = LowerCase(entry.substr(0, space));
  if (space != std::string_view::npos) verb.particle = LowerCase(Trim(entry.substr(space)));
  return verb;
}

class CueLoader {
 public:
  explicit CueLoader(RuleTables* tables) : tables_(*tables), table_(tables->cues) {}

  absl::Status Load(const Rule& source) {
    RuleReader reader(source);
    CueRule rule;
    rule.id = source.id;
    rule.shape = static_cast<CueShape>(reader.OneOf("shape", kShapes, 0));
    rule.cue_class = static_cast<CueClass>(reader.OneOf("class", kClasses, 0));
    rule.polarity = static_cast<Polarity>(reader.OneOf("polarity", kPolarities, 0));
    rule.confidence = reader.Number("confidence").value_or(0.8);
    if (rule.confidence < 0 || rule.confidence > 1) reader.Fail("confidence", "is not between 0 and 1");
    for (const std::string& name : reader.Texts("frames")) {
      const auto it = std::find(kFrames.begin(), kFrames.end(), name);
      if (it == kFrames.end())
        reader.Fail("frames", StrCat("\"", name, "\" is none of: ", Join(kFrames, ", ")));
      else
        rule.frames |= static_cast<uint16_t>(1 << (it - kFrames.begin()));
    }
    for (const std::string& name : reader.Texts("subjects")) {
      const Role role = RoleByName(name);
      if (role == Role::kCount)
        reader.Fail("subjects", StrCat("\"", name, "\" is not a role of words"));
      else
        rule.subjects |= Bit(role);
    }
    const std::vector<std::string> verbs = reader.Texts("verbs");
    const std::vector<std::string> nouns = reader.Texts("nouns");
    const std::vector<std::string> words = reader.Texts("words");
    if (rule.shape == CueShape::kVerb && verbs.empty()) reader.Fail("verbs", "is missing");
    if (rule.shape == CueShape::kNoun && nouns.empty()) reader.Fail("nouns", "is missing");
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    table_.rules.push_back(std::move(rule));
    for (const std::string& entry : verbs) AddVerb(entry);
    for (const std::string& entry : nouns) AddNoun(entry);
    for (const std::string& entry : words) AddForm(LowerCase(entry), 0, AddLemma(ParseEntry(entry)));
    return absl::OkStatus();
  }

 private:
  uint16_t AddLemma(const VerbEntry& entry) {
    CueLemma lemma;
    lemma.rule = static_cast<uint16_t>(table_.rules.size() - 1);
    lemma.base = tables_.lexicon.Add(entry.base, 0);
    if (!entry.particle.empty()) lemma.particle = tables_.lexicon.Add(entry.particle, 0);
    for (const std::string& word : entry.prepositions) lemma.prepositions.push_back(tables_.lexicon.Add(word, 0));
    lemma.noun_too = (tables_.lexicon.roles(lemma.base) & Bit(Role::kNounVerb)) != 0;
    table_.lemmas.push_back(std::move(lemma));
    return static_cast<uint16_t>(table_.lemmas.size() - 1);
  }

  void AddForm(std::string_view form, uint8_t bits, uint16_t lemma) {
    const WordId word = tables_.lexicon.Add(form, Bit(Role::kCue));
    if (word >= table_.of_word.size()) table_.of_word.resize(word + 1);
    for (CueForm& known : table_.of_word[word]) {
      if (known.lemma == lemma) {
        known.forms |= bits;
        return;
      }
    }
    table_.of_word[word].push_back({lemma, bits});
  }

  void AddVerb(std::string_view entry) {
    const VerbEntry parsed = ParseEntry(entry);
    const uint16_t lemma = AddLemma(parsed);
    const VerbForms forms = InflectVerb(parsed.base, tables_.verbs.irregular);
    tables_.verbs.Add(forms, &tables_.lexicon);
    AddForm(forms.base, kBase, lemma);
    AddForm(forms.third, kThird, lemma);
    AddForm(forms.ing, kIng, lemma);
    for (const std::string& form : forms.past) AddForm(form, kPast, lemma);
    for (const std::string& form : forms.participle) AddForm(form, kParticiple, lemma);
  }

  void AddNoun(std::string_view entry) {
    const VerbEntry parsed = ParseEntry(entry);
    const uint16_t lemma = AddLemma(parsed);
    AddForm(parsed.base, 0, lemma);
    AddForm(PluralOf(parsed.base), 0, lemma);
  }

  RuleTables& tables_;
  CueTable& table_;
};

}  // namespace

const CueRule* CueTable::Structure(CueShape shape) const {
  const auto it = std::find_if(rules.begin(), rules.end(), [&](const CueRule& rule) { return rule.shape == shape; });
  return it == rules.end() ? nullptr : &*it;
}

absl::Status LoadCues(const std::vector<const Rule*>& rules, RuleTables* tables) {
  CueLoader loader(tables);
  for (const Rule* rule : rules) {
    if (const absl::Status status = loader.Load(*rule); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
