#include "rulebook/nouns.h"

#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {

absl::Status LoadNouns(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const Json* words = reader.Raw("words");
    if (words == nullptr || !words->is_object() || words->empty()) {
      reader.Fail("words", "is not an object of singulars");
    } else {
      for (const auto& [plural, one] : words->items()) {
        if (!one.is_string() || one.get_ref<const std::string&>().empty()) {
          reader.Fail("words", "is not an object of singulars");
          break;
        }
        const WordId word = tables->lexicon.Add(plural, 0);
        const WordId singular = tables->lexicon.Add(one.get_ref<const std::string&>(), 0);
        std::vector<WordId>& base = tables->verbs.base;
        if (word >= base.size()) base.resize(word + 1);
        if (base[word] == 0) base[word] = singular;
      }
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
