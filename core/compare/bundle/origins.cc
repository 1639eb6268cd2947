#include "compare/bundle/origins.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {

OriginCounter::OriginCounter(const Worksheet& sheet) : sheet_(sheet) {
  for (const Family& family : sheet.families) {
    for (const auto& [document, story] : family.members) family_of_.emplace(document, family.id);
  }
}

const Document* OriginCounter::DocumentById(std::string_view id) const {
  const auto it = std::lower_bound(sheet_.documents.begin(), sheet_.documents.end(), id,
                                   [](const Record& record, std::string_view key) { return record.document.id < key; });
  return it != sheet_.documents.end() && it->document.id == id ? &it->document : nullptr;
}

Support OriginCounter::Count(const std::vector<GroupMember>& members) const {
  std::vector<size_t> parent(members.size());
  std::iota(parent.begin(), parent.end(), size_t{0});
  const auto root = [&](size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::map<std::string, size_t> first_with;
  std::set<std::string_view> documents;
  for (size_t i = 0; i < members.size(); ++i) {
    const GroupMember& member = members[i];
    documents.insert(member.document);
    const auto family = family_of_.find(member.document);
    std::vector<std::string> keys = {StrCat("document ", family == family_of_.end() ? member.document : family->second)};
    if (const Document* document = DocumentById(member.document)) {
      for (const std::string& credit : document->credit) keys.push_back(StrCat("credit ", LowerCase(credit)));
    }
    if (!member.source.empty()) keys.push_back(StrCat("source ", LowerCase(member.source)));
    for (const std::string& key : keys) {
      const auto [it, fresh] = first_with.emplace(key, i);
      if (!fresh) parent[std::max(root(i), root(it->second))] = std::min(root(i), root(it->second));
    }
  }
  std::set<size_t> roots;
  std::set<size_t> named;
  for (size_t i = 0; i < members.size(); ++i) {
    roots.insert(root(i));
    if (!members[i].source.empty()) named.insert(root(i));
  }
  return {static_cast<int>(documents.size()), static_cast<int>(roots.size()), static_cast<int>(named.size())};
}

}  // namespace crosscheck
