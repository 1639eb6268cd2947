// Every example of every built-in rule, as a test of its own.
#include <gtest/gtest.h>

#include <cctype>
#include <string>

#include "crosscheck/crosscheck.h"
#include "probe.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const auto& rules = *new absl::StatusOr<Rulebook>(Rulebook::Load({}));
  if (!rules.ok()) {
    std::fprintf(stderr, "%s\n", std::string(rules.status().message()).c_str());
    std::abort();
  }
  return *rules;
}

std::vector<std::string> RuleIds() {
  std::vector<std::string> ids;
  for (const Rule& rule : Rules().tables().rules) ids.push_back(rule.id);
  return ids;
}

class RuleExamples : public testing::TestWithParam<std::string> {};

TEST_P(RuleExamples, Hold) {
  const auto results = TestRules(Rules(), GetParam());
  EXPECT_GE(results.size(), 2u);
  for (const ExampleResult& result : results) EXPECT_EQ(result.failure, "");
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, RuleExamples, testing::ValuesIn(RuleIds()), TestName);

}  // namespace
}  // namespace crosscheck
