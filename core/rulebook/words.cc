#include "rulebook/words.h"

#include "base/utf8.h"
#include "rulebook/rule.h"

namespace crosscheck {

absl::Status LoadWords(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    std::vector<std::string> names = reader.Texts("roles");
    if (const std::string name = reader.Text("role"); !name.empty() || names.empty()) names.push_back(name);
    RoleSet roles = 0;
    for (const std::string& name : names) {
      const Role role = RoleByName(name);
      if (role == Role::kCount) {
        reader.Fail("role", "is not a role of words");
      } else {
        roles |= Bit(role);
      }
    }
    const std::vector<std::string> words = reader.Texts("words");
    if (words.empty()) reader.Fail("words", "is missing");
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    for (const std::string& word : words) tables->lexicon.Add(LowerCase(word), roles);
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
