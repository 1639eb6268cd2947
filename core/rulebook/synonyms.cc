#include "rulebook/synonyms.h"

#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"
#include "text/stem.h"

namespace crosscheck {

absl::Status LoadSynonyms(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const std::vector<std::string> words = reader.Texts("words");
    if (words.size() < 2) reader.Fail("words", "needs two words or more");
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    for (const std::string& word : words) {
      const auto [it, added] = tables->synonyms.try_emplace(Stem(LowerCase(word)), words.front());
      if (!added && it->second != words.front()) return RuleError(*rule, "words", StrCat("\"", word, "\" is in another list too"));
    }
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
