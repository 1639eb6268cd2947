#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "crosscheck/crosscheck.h"
#include "probe.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

class RulePack : public testing::Test {
 protected:
  // Writes a pack and loads it.
  absl::StatusOr<Rulebook> Load(const std::string& json) {
    path_ = testing::TempDir() + "crosscheck_pack_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".json";
    std::ofstream(path_) << json;
    return Rulebook::Load({path_});
  }
  std::string Error(const std::string& json) {
    const auto rules = Load(json);
    return rules.ok() ? "no error" : std::string(rules.status().message()).substr(path_.size());
  }
  std::string path_;
};

constexpr char kExamples[] = R"("examples": [{"text": "a skerry", "expect": {"text": "skerry"}}, {"text": "a rock", "none": true}])";

TEST_F(RulePack, AddsItsRules) {
  const auto rules = Load(std::string(R"({"kind": "words", "rules": [{"id": "my.words", "doc": "x", "role": "stop", "words": ["Skerry"], )") +
                          kExamples + "}]}");
  ASSERT_TRUE(rules.ok()) << rules.status();
  EXPECT_NE(rules->tables().lexicon.Find("skerry"), 0u);
  EXPECT_NE(rules->fingerprint(), Rulebook::Load({})->fingerprint());
  for (const ExampleResult& result : TestRules(*rules, "my.words")) EXPECT_EQ(result.failure, "");
}

TEST_F(RulePack, TurnsRulesOff) {
  const auto rules = Load(R"({"kind": "words", "rules": [{"id": "en.words.negation", "off": true}]})");
  ASSERT_TRUE(rules.ok()) << rules.status();
  EXPECT_EQ(rules->tables().Find("en.words.negation"), nullptr);
  EXPECT_NE(rules->tables().Find("en.words.modal"), nullptr);
}

TEST_F(RulePack, ErrorsTellFilePlaceAndReason) {
  EXPECT_EQ(Error("{"), ": not JSON: [json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing object "
                        "key - unexpected end of input; expected string literal");
  EXPECT_EQ(Error(R"({"kind": "wrods", "rules": []})"), ": /kind: \"wrods\" is not a kind of rules");
  EXPECT_EQ(Error(R"({"kind": "words", "rules": [], "x": 1})"), ": /x: unknown field");
  EXPECT_EQ(Error(R"({"kind": "words", "rules": [{"doc": "x"}]})"), ": /rules/0: has no \"id\"");
  EXPECT_EQ(Error(R"({"kind": "words", "rules": [{"id": "a", "doc": "x", "role": "stop", "words": ["y"]}]})"),
            ": /rules/0/examples: rule a: is missing");
  EXPECT_EQ(Error(R"({"kind": "words", "rules": [{"id": "a", "doc": "x", "examples": [{"text": "y", "expect": {}}]}]})"),
            ": /rules/0/examples: rule a: needs one that must not match");
  const std::string head = R"({"kind": "words", "rules": [{"id": "a", "doc": "x", )";
  EXPECT_EQ(Error(head + R"("role": "stop", "wrods": ["y"], "words": ["y"], )" + kExamples + "}]}"),
            ": /rules/0/wrods: rule a: unknown field");
  EXPECT_EQ(Error(head + R"("role": "stopp", "words": ["y"], )" + kExamples + "}]}"), ": /rules/0/role: rule a: is not a role of words");
  EXPECT_EQ(Error(R"({"kind": "words", "rules": [{"id": "zz", "off": true}]})"), ": /rules/0/off: rule zz: no such rule to turn off");
}

TEST_F(RulePack, TheSameIdTwiceInOneFileIsAnError) {
  const std::string rule = std::string(R"({"id": "a", "doc": "x", "role": "stop", "words": ["y"], )") + kExamples + "}";
  EXPECT_EQ(Error(R"({"kind": "words", "rules": [)" + rule + "," + rule + "]}"), ": /rules/1/id: rule a: stands twice");
}

TEST_F(RulePack, AFailingExampleIsToldWithWhatWasFound) {
  const auto rules = Load(R"({"kind": "words", "rules": [{"id": "a", "doc": "x", "role": "stop", "words": ["y"],
      "examples": [{"text": "y", "expect": {"text": "z"}}, {"text": "q", "none": true}]}]})");
  ASSERT_TRUE(rules.ok()) << rules.status();
  const auto results = TestRules(*rules, "a");
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].failure.substr(path_.size()), ": /rules/0/examples/0: rule a\n    wanted {\"text\":\"z\"}\n    found {\"text\":\"y\"}");
  EXPECT_EQ(results[1].failure, "");
}

TEST(Rulebook, MissingPackIsAnError) { EXPECT_FALSE(Rulebook::Load({"/nowhere/pack.json"}).ok()); }

}  // namespace
}  // namespace crosscheck
