#include "reuse/candidates.h"

#include <algorithm>

#include "gtest/gtest.h"
#include "tests/reuse/made_text.h"

namespace crosscheck {
namespace {

WordArray WordsOf(const std::string& text) { return ReadWords(text, {0, static_cast<uint32_t>(text.size())}); }

TEST(Fingerprints, WinnowingKeepsOneOfEveryWindow) {
  const WordArray words = WordsOf(MadeStory(1, 40));
  std::vector<Fingerprint> all;
  std::vector<Fingerprint> chosen;
  AppendFingerprints(words, 0, 1, &all);
  AppendFingerprints(words, 0, 4, &chosen);
  EXPECT_EQ(all.size(), words.size() - kGramWords + 1);
  size_t next = 0;
  size_t gap = 0;
  for (const Fingerprint f : all) {
    if (next < chosen.size() && chosen[next] == f) {
      ++next;
      gap = 0;
    } else {
      EXPECT_LT(++gap, 4u);
    }
  }
  EXPECT_EQ(next, chosen.size());
}

TEST(Fingerprints, SortedInPlace) {
  Chance chance(4);
  std::vector<Fingerprint> values;
  for (int i = 0; i < 50000; ++i) values.push_back(Fingerprint{chance.Below(0xFFFFFFFF)} << 32 | chance.Below(1000));
  std::vector<Fingerprint> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  SortFingerprints(&values);
  EXPECT_EQ(values, sorted);
}

std::vector<PairCandidate> Propose(const std::vector<std::string>& texts) {
  std::vector<Fingerprint> fingerprints;
  for (uint32_t s = 0; s < texts.size(); ++s) AppendFingerprints(WordsOf(texts[s]), s, 1, &fingerprints);
  SortFingerprints(&fingerprints);
  return FindCandidates(std::move(fingerprints), static_cast<uint32_t>(texts.size()), 3).pairs;
}

TEST(FindCandidates, AllPairsOfASmallGroup) { EXPECT_EQ(Propose(std::vector<std::string>(10, MadeStory(1))).size(), 45u); }

TEST(FindCandidates, LargeGroupHangsOnRepresentatives) {
  std::vector<std::string> texts(300, MadeStory(1));
  // Two of them share something of their own, which nobody else carries.
  texts[200] += "\n\n" + MadeStory(2);
  texts[250] += "\n\n" + MadeStory(2);
  const std::vector<PairCandidate> candidates = Propose(texts);
  EXPECT_LE(candidates.size(), 300u * 8);
  std::vector<bool> linked(texts.size());
  for (const PairCandidate& c : candidates) linked[c.a] = linked[c.b] = true;
  EXPECT_EQ(std::count(linked.begin(), linked.end(), true), 300);
}

TEST(FindCandidates, TwoStoriesBehindTheSameFooter) {
  std::vector<std::string> texts;
  for (uint64_t i = 0; i < 200; ++i) texts.push_back(MadeStory(100 + i % 100) + "\n\n" + MadeStory(1, 1));
  const std::vector<PairCandidate> candidates = Propose(texts);
  for (uint32_t i = 0; i < 100; ++i) {
    EXPECT_TRUE(std::any_of(candidates.begin(), candidates.end(), [&](const PairCandidate& c) { return c.a == i && c.b == i + 100; }))
        << i;
  }
  EXPECT_LE(candidates.size(), 200u * 8);
}

}  // namespace
}  // namespace crosscheck
