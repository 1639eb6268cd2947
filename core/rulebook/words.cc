#include "rulebook/words.h"

#include "base/utf8.h"

namespace crosscheck {

absl::Status LoadWords(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const Role role = RoleByName(reader.Text("role"));
    if (role == Role::kCount) reader.Fail("role", "is not a role of words");
    const std::vector<std::string> words = reader.Texts("words");
    if (words.empty()) reader.Fail("words", "is missing");
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    for (const std::string& word : words) tables->lexicon.Add(LowerCase(word), Bit(role));
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
