// A bundle of short articles, read and extracted, with the claims of all.
#ifndef CROSSCHECK_TESTS_COMPARE_MADE_BUNDLE_H_
#define CROSSCHECK_TESTS_COMPARE_MADE_BUNDLE_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "compare/grouping.h"
#include "compare/judging.h"
#include "compare/pairing.h"
#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"

namespace crosscheck {

class MadeBundle {
 public:
  explicit MadeBundle(const std::vector<std::string>& articles)
      : rules_(*Rulebook::Load({})), set_(BuildClaims(records_ = Extracted(articles, rules_), {}, rules_.tables(), 1)) {}

  const ClaimSet& set() const { return set_; }
  const ClaimIndex& index() const { return index_; }
  const Pairing& pairing() const { return pairing_; }

  // The claim of article `article` (from 0) whose text is `words`.
  uint32_t Find(uint32_t article, std::string_view words) const {
    for (uint32_t c = 0; c < set_.claims.size(); ++c) {
      if (set_.claims[c].document == article && set_.TextOf(set_.claims[c]) == words) return c;
    }
    ADD_FAILURE() << "no claim \"" << words << "\" in article " << article;
    return 0;
  }
  const QuantityClaim& Claim(uint32_t article, std::string_view words) const { return set_.claims[Find(article, words)]; }
  Gate CannotLink(std::string_view in_first, std::string_view in_second) const {
    return pairing_.CannotLink(Find(0, in_first), Find(1, in_second));
  }
  PairScore Score(std::string_view in_first, std::string_view in_second) const {
    return pairing_.Score(Find(0, in_first), Find(1, in_second));
  }
  // The judged group with the two claims of the first and the second article; null: none.
  const JudgedGroup* GroupOf(std::string_view in_first, std::string_view in_second) {
    if (groups_.empty()) groups_ = JudgeGroups(pairing_, GroupClaims(pairing_, 1), {}, 1);
    const uint32_t a = Find(0, in_first);
    const uint32_t b = Find(1, in_second);
    for (const JudgedGroup& group : groups_) {
      const ClaimGroup claims = group.Claims();
      if (std::binary_search(claims.begin(), claims.end(), a) && std::binary_search(claims.begin(), claims.end(), b))
        return &group;
    }
    return nullptr;
  }

 private:
  static std::vector<Record> Extracted(const std::vector<std::string>& articles, const Rulebook& rules) {
    std::vector<Record> records;
    for (size_t i = 0; i < articles.size(); ++i) {
      ReadHint hint;
      hint.id = hint.uri = StrCat("article-", i);
      hint.format = InputFormat::kText;
      auto document = ReadDocument(articles[i], hint);
      EXPECT_TRUE(document.ok()) << document.status().message();
      records.push_back(Extract(*std::move(document), rules));
    }
    return records;
  }

  Rulebook rules_;
  std::vector<Record> records_;
  ClaimSet set_;
  ClaimIndex index_{set_};
  Pairing pairing_{set_, index_};
  std::vector<JudgedGroup> groups_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_COMPARE_MADE_BUNDLE_H_
