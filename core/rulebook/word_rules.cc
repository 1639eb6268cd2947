#include "rulebook/word_rules.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"
#include "text/inflect.h"

namespace crosscheck {
namespace {

std::vector<std::pair<std::string, std::string>> TextPairs(RuleReader* reader, std::string_view field) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const Json* object = reader->Raw(field);
  if (object == nullptr) return pairs;
  if (!object->is_object()) {
    reader->Fail(field, "is not an object of texts");
    return pairs;
  }
  for (const auto& [from, to] : object->items()) {
    if (!to.is_string()) {
      reader->Fail(field, "is not an object of texts");
    } else {
      pairs.emplace_back(LowerCase(from), LowerCase(to.get_ref<const std::string&>()));
    }
  }
  return pairs;
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  const std::string lower = LowerCase(text);
  for (const std::string_view word : Split(lower, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

bool LongestFirst(const std::pair<std::string, std::string>& a, const std::pair<std::string, std::string>& b) {
  return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a < b;
}

constexpr std::string_view kAllOthers = "*";

void AddAllOthers(PoleId pole, WordRules* words) {
  for (size_t p = 1; p < words->poles.size(); ++p) {
    if (p == pole || words->poles[p].axis != words->poles[pole].axis) continue;
    words->poles[p].against.push_back(pole);
    words->poles[pole].against.push_back(static_cast<PoleId>(p));
  }
}

// A pole with what it names as its opposites; these may stand in rules further down.
struct NamedPole {
  const Rule* rule = nullptr;
  std::vector<std::string> against;
};

}  // namespace

PoleId WordRules::FindPole(std::string_view axis, std::string_view name) const {
  for (size_t p = 1; p < poles.size(); ++p) {
    if (poles[p].axis == axis && poles[p].name == name) return static_cast<PoleId>(p);
  }
  return 0;
}

bool WordRules::AreOpposed(PoleId a, PoleId b) const {
  return std::binary_search(poles[a].against.begin(), poles[a].against.end(), b);
}

absl::Status LoadQuoteForms(const std::vector<const Rule*>& rules, RuleTables* tables) {
  WordRules& words = tables->words;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    for (auto& [from, to] : TextPairs(&reader, "forms")) words.forms.insert_or_assign(from, to);
    for (auto& pair : TextPairs(&reader, "endings")) words.endings.push_back(std::move(pair));
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  std::sort(words.endings.begin(), words.endings.end(), LongestFirst);
  return absl::OkStatus();
}

absl::Status LoadNameSounds(const std::vector<const Rule*>& rules, RuleTables* tables) {
  auto& sounds = tables->words.sounds;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    for (auto& pair : TextPairs(&reader, "sounds")) sounds.push_back(std::move(pair));
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  std::sort(sounds.begin(), sounds.end(), LongestFirst);
  return absl::OkStatus();
}

absl::Status LoadQuoteChanges(const std::vector<const Rule*>& rules, RuleTables* tables) {
  constexpr QuoteWordKind kKinds[] = {QuoteWordKind::kNegation, QuoteWordKind::kNumber, QuoteWordKind::kModal,
                                      QuoteWordKind::kQuantifier, QuoteWordKind::kCondition};
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const QuoteWordKind kind =
        kKinds[reader.OneOf("change", {"negation", "number", "modal", "quantifier", "condition"}, 0)];
    for (const std::string& form : reader.Texts("forms")) tables->words.weighty.insert_or_assign(LowerCase(form), kind);
    for (const std::string& phrase : reader.Texts("phrases")) {
      if (kind != QuoteWordKind::kCondition) reader.Fail("phrases", "are for conditions only");
      tables->words.conditions.push_back(WordsOf(phrase));
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  std::sort(tables->words.conditions.begin(), tables->words.conditions.end());
  return absl::OkStatus();
}

absl::Status LoadOpposites(const std::vector<const Rule*>& rules, RuleTables* tables) {
  WordRules& words = tables->words;
  Lexicon& lexicon = tables->lexicon;
  std::vector<NamedPole> named(words.poles.size());
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const auto id = static_cast<PoleId>(words.poles.size());
    if (words.poles.size() >= 0xFFFF) reader.Fail("id", "is one pole too many");
    const auto part = static_cast<PolePart>(reader.OneOf("part", {"predicate", "quantifier", "person", "light"}, 0));
    words.poles.push_back({reader.Text("axis"), reader.Text("pole"), {}, part, reader.Flag("of_all")});
    named.push_back({rule, reader.Texts("against")});
    const auto add = [&](std::string_view text) {
      PoleWords entry{{}, id};
      for (const std::string& word : WordsOf(text)) entry.words.push_back(lexicon.Add(word, 0));
      if (!entry.words.empty()) words.pole_words.push_back(std::move(entry));
    };
    for (const std::string& word : reader.Texts("words")) {
      const VerbForms forms = InflectVerb(LowerCase(word), tables->verbs.irregular);
      for (const std::string& form : {forms.base, forms.third, forms.ing}) add(form);
      for (const std::string& form : forms.past) add(form);
      for (const std::string& form : forms.participle) add(form);
    }
    for (const std::string& form : reader.Texts("forms")) add(form);
    for (const std::string& phrase : reader.Texts("phrases")) add(phrase);
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  for (size_t p = 1; p < words.poles.size(); ++p) {
    for (const std::string& name : named[p].against) {
      if (name == kAllOthers) {
        AddAllOthers(static_cast<PoleId>(p), &words);
        continue;
      }
      const PoleId other = words.FindPole(words.poles[p].axis, name);
      if (other == 0) return RuleError(*named[p].rule, "against", StrCat("\"", name, "\" is no pole of this axis"));
      words.poles[p].against.push_back(other);
      words.poles[other].against.push_back(static_cast<PoleId>(p));
    }
  }
  for (Pole& pole : words.poles) {
    std::sort(pole.against.begin(), pole.against.end());
    pole.against.erase(std::unique(pole.against.begin(), pole.against.end()), pole.against.end());
  }
  std::sort(words.pole_words.begin(), words.pole_words.end(), [](const PoleWords& a, const PoleWords& b) {
    if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    return std::tie(a.words, a.pole) < std::tie(b.words, b.pole);
  });
  const auto same = [](const PoleWords& a, const PoleWords& b) { return a.pole == b.pole && a.words == b.words; };
  words.pole_words.erase(std::unique(words.pole_words.begin(), words.pole_words.end(), same), words.pole_words.end());
  words.first_pole_words.assign(lexicon.size(), 0);
  for (size_t i = words.pole_words.size(); i-- > 0;) words.first_pole_words[words.pole_words[i].words[0]] = static_cast<uint32_t>(i + 1);
  return absl::OkStatus();
}

}  // namespace crosscheck
