#include "compare/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

class UnionFind {
 public:
  explicit UnionFind(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), size_t{0}); }
  size_t Find(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) { parent_[std::max(Find(a), Find(b))] = std::min(Find(a), Find(b)); }

 private:
  std::vector<size_t> parent_;
};

}  // namespace

Support SupportOf(const ClaimSet& set, const ClaimGroup& claims) {
  UnionFind origins(claims.size());
  std::map<std::string, size_t> first_of;  // what makes two claims one origin -> the first claim that has it
  std::set<uint32_t> documents;
  for (size_t i = 0; i < claims.size(); ++i) {
    const QuantityClaim& claim = set.claims[claims[i]];
    documents.insert(claim.document);
    const auto join = [&](const std::string& key) { origins.Join(first_of.try_emplace(key, i).first->second, i); };
    join(StrCat("document ", claim.document));
    join(StrCat("family ", set.StoryOf(claim).origin));
    for (const std::string& credit : set.RecordOf(claim).document.credit) join(StrCat("credit ", LowerCase(credit)));
    if (!claim.source.empty()) join(StrCat("source ", LowerCase(claim.source)));
  }
  std::set<size_t> roots;
  std::set<size_t> named;
  for (size_t i = 0; i < claims.size(); ++i) {
    roots.insert(origins.Find(i));
    if (!set.claims[claims[i]].source.empty()) named.insert(origins.Find(i));
  }
  return {static_cast<int>(documents.size()), static_cast<int>(roots.size()), static_cast<int>(named.size())};
}

}  // namespace crosscheck
