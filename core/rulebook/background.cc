#include "rulebook/background.h"

#include <algorithm>

#include "base/fixed_point.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

constexpr uint32_t kRarest = 3;  // stories that hold the rarest words of a table: below, a count is chance

}  // namespace

uint32_t Background::Rarity(std::string_view stem) const {
  const auto it = stories_of.find(stem);
  const uint32_t all = Log2Sixteenths(std::max(stories, kRarest));
  const uint32_t held = Log2Sixteenths(it == stories_of.end() ? kRarest : std::max(it->second, kRarest));
  return all > held ? all - held : 0;
}

absl::Status LoadBackground(const std::vector<const Rule*>& rules, RuleTables*) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const double stories = reader.Number("stories").value_or(0);
    const Json* words = reader.Raw("words");
    if (stories < 1 || stories > 1e9) reader.Fail("stories", "is not a number of stories");
    if (words == nullptr || !words->is_object()) reader.Fail("words", "is not an object of words with numbers of stories");
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    for (const auto& [word, count] : words->items()) {
      if (!count.is_number_unsigned() || count > stories) return RuleError(*rule, StrCat("words/", word), "is not a number of stories");
    }
  }
  return absl::OkStatus();
}

Background BackgroundOf(const RuleTables& tables) {
  Background background;
  for (const Rule& rule : tables.rules) {
    if (rule.kind != "background") continue;
    background.stories += rule.body["stories"].get<uint32_t>();
    for (const auto& [word, count] : rule.body["words"].items()) background.stories_of[word] += count.get<uint32_t>();
  }
  return background;
}

}  // namespace crosscheck
