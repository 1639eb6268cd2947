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

// What is told of one claim: keys that it shares with claims of the same origin.
struct Witness {
  std::vector<std::string> keys;
  bool named_source = false;
};

Support Count(const std::vector<Witness>& witnesses) {
  UnionFind origins(witnesses.size());
  std::map<std::string, size_t> first_of;
  for (size_t i = 0; i < witnesses.size(); ++i) {
    for (const std::string& key : witnesses[i].keys) origins.Join(first_of.try_emplace(key, i).first->second, i);
  }
  std::set<size_t> roots;
  std::set<size_t> named;
  for (size_t i = 0; i < witnesses.size(); ++i) {
    roots.insert(origins.Find(i));
    if (witnesses[i].named_source) named.insert(origins.Find(i));
  }
  return {0, static_cast<int>(roots.size()), static_cast<int>(named.size())};
}

void AddCredits(const Document& document, Witness* witness) {
  for (const std::string& credit : document.credit) witness->keys.push_back(StrCat("credit ", LowerCase(credit)));
}

void AddSource(std::string_view source, Witness* witness) {
  if (source.empty()) return;
  witness->keys.push_back(StrCat("source ", LowerCase(source)));
  witness->named_source = true;
}

}  // namespace

Support SupportOf(const ClaimSet& set, const ClaimGroup& claims) {
  std::vector<Witness> witnesses;
  std::set<uint32_t> documents;
  for (const uint32_t c : claims) {
    const QuantityClaim& claim = set.claims[c];
    documents.insert(claim.document);
    Witness witness{{StrCat("document ", claim.document), StrCat("family ", set.StoryOf(claim).origin)}, false};
    AddCredits(set.RecordOf(claim).document, &witness);
    AddSource(claim.source, &witness);
    witnesses.push_back(std::move(witness));
  }
  Support support = Count(witnesses);
  support.documents = static_cast<int>(documents.size());
  return support;
}

}  // namespace crosscheck
