#include "rulebook/verbs.h"

#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {

void VerbTable::Add(const VerbForms& verb, Lexicon* lexicon) {
  const WordId base_word = lexicon->Add(verb.base, 0);
  const auto add = [&](std::string_view form, uint8_t bit) {
    const WordId word = lexicon->Add(form, 0);
    if (word >= forms.size()) forms.resize(word + 1);
    if (word >= base.size()) base.resize(word + 1);
    forms[word] |= bit;
    // A form of two verbs ("found", "lay") is the base of the one and the past of the other: the verb in use is the latter.
    if (base[word] == 0 || (bit & (kPast | kParticiple)) != 0) base[word] = base_word;
  };
  add(verb.base, kBase);
  add(verb.third, kThird);
  // "claims", "reports": the plural of the noun.
  if ((lexicon->roles(lexicon->Find(verb.base)) & Bit(Role::kNounVerb)) != 0) lexicon->Add(verb.third, Bit(Role::kNounVerb));
  add(verb.ing, kIng);
  for (const std::string& form : verb.past) add(form, kPast);
  for (const std::string& form : verb.participle) add(form, kParticiple);
}

absl::Status LoadVerbs(const std::vector<const Rule*>& rules, RuleTables* tables) {
  std::vector<std::string> bases;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const std::vector<std::string> verbs = reader.Texts("verbs");
    bases.insert(bases.end(), verbs.begin(), verbs.end());
    const Json* irregular = reader.Raw("irregular");
    if (irregular == nullptr && verbs.empty()) reader.Fail("verbs", "is missing");
    if (irregular != nullptr && !irregular->is_object()) {
      reader.Fail("irregular", "is not an object");
    } else if (irregular != nullptr) {
      for (const auto& [base, forms] : irregular->items()) {
        if (!forms.is_string() || forms.get_ref<const std::string&>().empty()) {
          reader.Fail("irregular", "is not an object of texts");
          break;
        }
        tables->verbs.irregular[base] = forms.get<std::string>();
        bases.push_back(base);
      }
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  for (const std::string& base : bases) tables->verbs.Add(InflectVerb(base, tables->verbs.irregular), &tables->lexicon);
  return absl::OkStatus();
}

}  // namespace crosscheck
