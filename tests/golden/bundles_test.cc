// The invented bundles of fixtures/bundles with what must be found in them, and the look-alikes that must not: fixtures/expected.
//   "findings": [{"relation", "words": [..]}]  a finding of the relation whose compared words hold all of these
//   "groups": [{"relation", "words": [[document, words] ..]}]  one group with all these members on one side ("any": whatever the
//   relation) "apart": [[[document, words], [document, words]]]  in no group together "quiet": [words]  in no finding of a
//   difference
//   "not yet": an object of the same lists: known gaps, which a run prints once they are closed
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/json.h"
#include "crosscheck/crosscheck.h"
#include "tests/paths.h"

namespace crosscheck {
namespace {

std::vector<std::string> BundleNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFixtures + "/expected")) names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

// The articles of a bundle: one file of records, or a page each.
std::vector<std::string> ArticleFiles(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string suffix = entry.path().extension().string();
    if (suffix == ".txt" || suffix == ".html" || suffix == ".jsonl") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string Lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool HasMember(const Group& group, const Json& member) {
  return std::any_of(group.members.begin(), group.members.end(), [&](const GroupMember& m) {
    return m.document == member[0].get<std::string>() && m.text.find(member[1].get<std::string>()) != std::string::npos;
  });
}

std::vector<std::string> FocusWords(const Finding& finding) {
  std::vector<std::string> words;
  for (const FindingMember& m : finding.members) {
    words.push_back(m.focus ? m.text.substr(m.focus->start - m.span.start, m.focus->size()) : m.text);
  }
  return words;
}

bool HasWord(const std::vector<std::string>& words, const Json& word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return Lower(w).find(Lower(word.get<std::string>())) != std::string::npos; });
}

class Bundles : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const std::string folder = kFixtures + "/bundles/" + GetParam();
    const auto expected = ReadFile(kFixtures + "/expected/" + GetParam() + ".json", 1 << 20);
    ASSERT_TRUE(expected.ok()) << expected.status().message();
    const auto parsed = ParseJson(*expected);
    ASSERT_TRUE(parsed.ok()) << parsed.status().message();
    expected_ = *parsed;
    const auto rules = Rulebook::Load({});
    ASSERT_TRUE(rules.ok()) << rules.status().message();
    std::vector<Record> records;
    for (const std::string& file : ArticleFiles(folder)) {
      const auto bytes = ReadFile(file, 1 << 20);
      ASSERT_TRUE(bytes.ok()) << bytes.status().message();
      ReadHint hint;
      hint.uri = std::filesystem::path(file).filename().string();
      std::vector<Unread> unread;
      for (Document& document : ReadAll(*bytes, hint, &unread)) records.push_back(Extract(std::move(document), *rules));
      ASSERT_TRUE(unread.empty()) << unread[0].uri << ": " << unread[0].reason;
    }
    for (const Record& record : records) lines_.push_back(ToJson(record, true));
    sheet_ = Compare(std::move(records), *rules, {});
  }
  const Json& Expected(const char* field) const {
    static const Json kNone = Json::array();
    const auto it = expected_.find(field);
    return it == expected_.end() ? kNone : *it;
  }

  const Json& NotYet(const char* what) const {
    static const Json kNone = Json::array();
    const auto gaps = expected_.find("not yet");
    if (gaps == expected_.end()) return kNone;
    const auto it = gaps->find(what);
    return it == gaps->end() ? kNone : *it;
  }

  Json expected_;
  std::vector<std::string> lines_;  // the records as `extract --text` prints them
  Worksheet sheet_;
};

TEST_P(Bundles, HasItsFindings) {
  for (const Json& wanted : Expected("findings")) {
    const bool found = std::any_of(sheet_.findings.begin(), sheet_.findings.end(), [&](const Finding& finding) {
      const auto words = FocusWords(finding);
      return JsonName(finding.relation) == wanted["relation"].get<std::string>() &&
             std::all_of(wanted["words"].begin(), wanted["words"].end(), [&](const Json& word) { return HasWord(words, word); });
    });
    EXPECT_TRUE(found) << "no finding " << DumpJson(wanted);
  }
}

TEST_P(Bundles, ComesFromItsRecordsAsTheyArePrinted) {
  std::vector<Record> records;
  for (const std::string& line : lines_) {
    absl::StatusOr<Record> record = RecordFromJson(line);
    ASSERT_TRUE(record.ok()) << record.status().message();
    records.push_back(*std::move(record));
  }
  EXPECT_EQ(*Write(Compare(std::move(records), *Rulebook::Load({}), {}), "json"), *Write(sheet_, "json"));
}

TEST_P(Bundles, HasItsGroups) {
  for (const Json& wanted : Expected("groups")) {
    const bool found = std::any_of(sheet_.groups.begin(), sheet_.groups.end(), [&](const Group& group) {
      const std::string relation = wanted["relation"].get<std::string>();
      if (relation != "any" && JsonName(group.relation) != relation) return false;
      std::set<std::string> sides;
      for (const GroupMember& member : group.members) {
        const auto is = [&](const Json& m) {
          return member.document == m[0].get<std::string>() && member.text.find(m[1].get<std::string>()) != std::string::npos;
        };
        if (!member.side.empty() && std::any_of(wanted["words"].begin(), wanted["words"].end(), is)) sides.insert(member.side);
      }
      if (sides.size() > 1) return false;
      return std::all_of(wanted["words"].begin(), wanted["words"].end(),
                         [&](const Json& member) { return HasMember(group, member); });
    });
    EXPECT_TRUE(found) << "no group " << DumpJson(wanted);
  }
}

TEST_P(Bundles, KeepsLookAlikesApart) {
  for (const Json& pair : Expected("apart")) {
    for (const Group& group : sheet_.groups) {
      EXPECT_FALSE(HasMember(group, pair[0]) && HasMember(group, pair[1]))
          << "in one group: " << DumpJson(pair) << ", " << group.about;
    }
  }
}

TEST_P(Bundles, IsQuietWhereNothingDiffers) {
  for (const Finding& finding : sheet_.findings) {
    if (finding.relation != Relation::kDiffer) continue;
    for (const Json& word : Expected("quiet")) EXPECT_FALSE(HasWord(FocusWords(finding), word)) << finding.message;
    const bool wanted = std::any_of(Expected("findings").begin(), Expected("findings").end(), [&](const Json& w) {
      return std::all_of(w["words"].begin(), w["words"].end(),
                         [&](const Json& word) { return HasWord(FocusWords(finding), word); });
    });
    const bool known = std::any_of(NotYet("quiet").begin(), NotYet("quiet").end(),
                                   [&](const Json& word) { return HasWord(FocusWords(finding), word); });
    EXPECT_TRUE(wanted || known) << "a finding that is not expected: " << finding.message;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Bundles, testing::ValuesIn(BundleNames()), [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace crosscheck
