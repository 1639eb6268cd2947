#include "compare/parts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/strings.h"

namespace crosscheck {
namespace {

using StoryName = std::pair<std::string, int>;

template <class Items>
void KeepStories(const std::vector<int>& kept, Items* items) {
  std::erase_if(*items, [&](const auto& item) { return std::find(kept.begin(), kept.end(), item.story) == kept.end(); });
}

// `kept`: ids of stories; others go, with all that was found in them.
Record WithStories(const Record& whole, const std::vector<int>& kept) {
  Record record = whole;
  if (kept.size() == whole.document.stories.size()) return record;
  std::erase_if(record.document.stories, [&](const Story& story) { return std::find(kept.begin(), kept.end(), story.id) == kept.end(); });
  KeepStories(kept, &record.statements);
  KeepStories(kept, &record.figures);
  KeepStories(kept, &record.dates);
  KeepStories(kept, &record.names);
  KeepStories(kept, &record.topics);
  KeepStories(kept, &record.claims);
  KeepStories(kept, &record.quotes);
  // Claims name their sentences by number.
  std::vector<uint32_t> number(whole.sentences.size());
  uint32_t next = 0;
  for (size_t i = 0; i < whole.sentences.size(); ++i) {
    number[i] = next;
    next += std::find(kept.begin(), kept.end(), whole.sentences[i].story) == kept.end() ? 0 : 1;
  }
  KeepStories(kept, &record.sentences);
  for (ClaimFrame& claim : record.claims) {
    if (claim.sentence < number.size()) claim.sentence = number[claim.sentence];
  }
  return record;
}

}  // namespace

Worksheet PartOf(const Worksheet& sheet, const NewsEvent& event) {
  Worksheet part;
  part.tool = sheet.tool;
  const auto reports = [&](const std::string& document, int story) {
    return std::binary_search(event.stories.begin(), event.stories.end(), StoryName(document, story));
  };
  for (auto it = event.stories.begin(); it != event.stories.end();) {
    std::vector<int> stories;
    const std::string& id = it->first;
    for (; it != event.stories.end() && it->first == id; ++it) stories.push_back(it->second);
    const auto record = std::lower_bound(sheet.documents.begin(), sheet.documents.end(), id,
                                         [](const Record& r, const std::string& key) { return r.document.id < key; });
    if (record != sheet.documents.end() && record->document.id == id) part.documents.push_back(WithStories(*record, stories));
  }
  for (const Reuse& reuse : sheet.reuse) {
    if (reports(reuse.a, reuse.a_story) && reports(reuse.b, reuse.b_story)) part.reuse.push_back(reuse);
  }
  for (const Family& family : sheet.families) {
    Family own{family.id, {}, family.origin};
    for (const StoryName& member : family.members) {
      if (reports(member.first, member.second)) own.members.push_back(member);
    }
    if (own.members.size() > 1) part.families.push_back(std::move(own));
  }
  return part;
}

void AddPart(Worksheet part, Worksheet* sheet) {
  std::map<std::string, std::string> names;
  for (Group& group : part.groups) {
    std::string& name = names[group.id];
    name = group.id = StrCat("g", sheet->groups.size() + 1);
    sheet->groups.push_back(std::move(group));
  }
  for (Finding& finding : part.findings) {
    if (const auto it = names.find(finding.group); it != names.end()) finding.group = it->second;
    sheet->findings.push_back(std::move(finding));
  }
}

}  // namespace crosscheck
