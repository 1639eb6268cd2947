// A bundle of short articles, read and extracted, with the claims of all.
#ifndef CROSSCHECK_TESTS_COMPARE_MADE_BUNDLE_H_
#define CROSSCHECK_TESTS_COMPARE_MADE_BUNDLE_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "compare/group/quantities.h"
#include "compare/pair/align.h"
#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"

namespace crosscheck {

class MadeBundle {
 public:
  // An article that begins with "{" is one record of a JSON-lines file.
  explicit MadeBundle(const std::vector<std::string>& articles)
      : rules_(*Rulebook::Load({})), records_(Extracted(articles, rules_)), bundle_(BuildBundle(records_, {}, rules_.tables(), 1)) {}

  const Bundle& bundle() const { return bundle_; }
  const std::vector<Record>& records() const { return records_; }

  // The claim of article `article` (from 0) whose text is `words`.
  uint32_t Find(uint32_t article, std::string_view words) const {
    for (uint32_t c = 0; c < bundle_.claims.size(); ++c) {
      if (bundle_.claims[c].document == article && bundle_.TextOf(bundle_.claims[c]) == words) return c;
    }
    ADD_FAILURE() << "no claim \"" << words << "\" in article " << article;
    return 0;
  }
  const BundleClaim& Claim(uint32_t article, std::string_view words) const { return bundle_.claims[Find(article, words)]; }
  Veto VetoBetween(std::string_view in_first, std::string_view in_second) const {
    return VetoOf(Claim(0, in_first), Claim(1, in_second));
  }
  float FeatureBetween(Feature feature, std::string_view in_first, std::string_view in_second) const {
    return FeaturesOf(bundle_, Claim(0, in_first), Claim(1, in_second))[static_cast<size_t>(feature)];
  }
  std::vector<AlignedPair> Pairs() const { return AlignClaims(bundle_, NeighbourStories(bundle_, 1), 1); }
  std::vector<Quantity> Quantities() const { return FindQuantities(bundle_, Pairs(), {}); }
  // The chance of the two claims of the first and the second article; 0 where it is not worth telling.
  float Chance(std::string_view in_first, std::string_view in_second) const {
    const uint32_t a = Find(0, in_first);
    const uint32_t b = Find(1, in_second);
    for (const AlignedPair& pair : Pairs()) {
      if (pair.a == std::min(a, b) && pair.b == std::max(a, b)) return pair.chance;
    }
    return 0;
  }

 private:
  static std::vector<Record> Extracted(const std::vector<std::string>& articles, const Rulebook& rules) {
    std::vector<Record> records;
    for (size_t i = 0; i < articles.size(); ++i) {
      ReadHint hint;
      hint.id = hint.uri = StrCat("article-", i);
      hint.format = articles[i].starts_with('{') ? InputFormat::kJsonLines : InputFormat::kText;
      std::vector<Unread> unread;
      for (Document& document : ReadAll(articles[i], hint, &unread)) {
        document.id = hint.id;
        records.push_back(Extract(std::move(document), rules));
      }
      EXPECT_TRUE(unread.empty());
    }
    return records;
  }

  Rulebook rules_;
  std::vector<Record> records_;
  Bundle bundle_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_COMPARE_MADE_BUNDLE_H_
