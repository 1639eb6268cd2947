#include "rulebook/pages.h"

#include <gtest/gtest.h>

#include "crosscheck/crosscheck.h"
#include "tests/golden_file.h"

namespace crosscheck {
namespace {

TEST(Pages, CommittedPagesOfTheRulesAreUpToDate) {
  const auto rules = Rulebook::Load({});
  ASSERT_TRUE(rules.ok()) << rules.status();
  ExpectFile("docs/rules.md", RulesPage(rules->tables()));
  ExpectFile("rules/schema.json", RulePackSchema(rules->tables()).dump(1) + "\n");
}

}  // namespace
}  // namespace crosscheck
