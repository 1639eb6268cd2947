// Counts for the background of rare and common words (rules/en/background.json): in how many stories of the articles given each word
// stands. usage: count_words INPUT... > rules/en/background.json   (docs/hacking.md says which articles)
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "events/features.h"
#include "read/bundle.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLeastStories = 3;  // with words of fewer the table says who was in the sample, not how rare they are
constexpr size_t kLineWidth = 120;

int Count(const std::vector<std::string>& inputs) {
  const absl::StatusOr<Rulebook> rules = Rulebook::Load({});
  if (!rules.ok()) return 2;
  std::vector<Unread> unread;
  BundleOptions options;
  options.rules = &*rules;
  const std::vector<InputSource> sources = ListSources(inputs, options, &unread);
  const auto documents = MapDocuments(sources, options, [](Document document) { return document; }, &unread);
  std::map<std::string, uint32_t> stories_of;
  uint32_t stories = 0;
  for (const Document& document : documents) {
    for (const Story& story : document.stories) {
      const std::vector<std::string> words = BeginningOf(document, story, rules->tables().lexicon);
      for (const std::string& word : std::set<std::string>(words.begin(), words.end())) ++stories_of[word];
      ++stories;
    }
  }
  std::erase_if(stories_of, [](const auto& entry) { return entry.second < kLeastStories; });
  std::string out = "{\"kind\": \"background\", \"doc\": \"How rare words are in English news.\", \"rules\": [\n"
                    " {\"id\": \"en.background\", \"doc\": \"Stories of a sample that hold each word in their first 250 (counted by tests/fit/count_words): "
                    "ECB+ (Cybulska and Vossen 2014, CC BY 3.0) and invented news.\",\n";
  StrAppend(&out, "  \"stories\": ", stories, ",\n  \"words\": {");
  size_t line = out.rfind('\n') + 1;
  bool first = true;
  for (const auto& [word, count] : stories_of) {
    if (word.find_first_of("\"\\") != std::string::npos) continue;
    const std::string entry = StrCat("\"", word, "\": ", count);
    if (!first) out += ",";
    if (first || out.size() - line + entry.size() > kLineWidth) {
      out += "\n   ";
      line = out.size();
    } else {
      out += " ";
    }
    out += entry;
    first = false;
  }
  out += "},\n  \"examples\": [{\"text\": \"The police found it.\", \"expect\": {\"text\": \"police\"}}, {\"text\": \"Qzvrk\", \"none\": true}]}\n]}\n";
  std::fputs(out.c_str(), stdout);
  return 0;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: count_words INPUT... > rules/en/background.json\n", stderr);
    return 2;
  }
  return crosscheck::Count(std::vector<std::string>(argv + 1, argv + argc));
}
