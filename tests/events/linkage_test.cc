#include "events/linkage.h"

#include <algorithm>
#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;

constexpr uint32_t kLeast = 100;

TEST(LinkageTest, StoriesWithoutLinksStayAlone) { EXPECT_THAT(AverageLink(3, {}, kLeast, 1), ElementsAre(0, 1, 2)); }

TEST(LinkageTest, NearStoriesJoinAndGoByTheFirst) {
  EXPECT_THAT(AverageLink(4, {{0, 2, 500}, {1, 3, 400}}, kLeast, 1), ElementsAre(0, 1, 0, 1));
}

// 0-1 joins first; 2 is linked with 1 only, so its average to both is half of the link.
TEST(LinkageTest, AMissingLinkCountsAsNone) {
  EXPECT_THAT(AverageLink(3, {{0, 1, 500}, {1, 2, 199}}, kLeast, 1), ElementsAre(0, 0, 2));
  EXPECT_THAT(AverageLink(3, {{0, 1, 500}, {1, 2, 200}}, kLeast, 1), ElementsAre(0, 0, 0));
}

TEST(LinkageTest, OfEquallyNearOnesTheSmallerIsTheNearest) {
  EXPECT_THAT(AverageLink(3, {{0, 1, 150}, {1, 2, 150}}, kLeast, 1), ElementsAre(0, 0, 2));
}

// The same by the definition: in each round all pairs of clusters that are each other's nearest join.
std::vector<uint32_t> ByDefinition(uint32_t size, const std::vector<StoryLink>& links) {
  std::vector<std::vector<uint32_t>> clusters;
  for (uint32_t s = 0; s < size; ++s) clusters.push_back({s});
  std::vector<std::vector<uint64_t>> likeness(size, std::vector<uint64_t>(size, 0));
  for (const StoryLink& link : links) likeness[link.a][link.b] = likeness[link.b][link.a] = link.likeness;
  const auto sum = [&](size_t x, size_t y) {
    uint64_t all = 0;
    for (const uint32_t a : clusters[x]) {
      for (const uint32_t b : clusters[y]) all += likeness[a][b];
    }
    return all;
  };
  const auto nearest = [&](size_t x) {
    size_t best = clusters.size();
    for (size_t y = 0; y < clusters.size(); ++y) {
      if (y == x || sum(x, y) == 0 || sum(x, y) < uint64_t{kLeast} * clusters[x].size() * clusters[y].size()) continue;
      if (best == clusters.size() || sum(x, y) * clusters[best].size() > sum(x, best) * clusters[y].size()) best = y;
    }
    return best;
  };
  for (bool joined = true; joined;) {
    joined = false;
    std::vector<size_t> near(clusters.size());
    for (size_t x = 0; x < clusters.size(); ++x) near[x] = nearest(x);
    std::vector<std::vector<uint32_t>> next;
    for (size_t x = 0; x < clusters.size(); ++x) {
      const size_t y = near[x];
      const bool both = y < clusters.size() && near[y] == x;
      if (both && y < x) continue;
      next.push_back(clusters[x]);
      if (!both) continue;
      next.back().insert(next.back().end(), clusters[y].begin(), clusters[y].end());
      joined = true;
    }
    clusters = std::move(next);
  }
  std::vector<uint32_t> first(size);
  for (const auto& cluster : clusters) {
    for (const uint32_t s : cluster) first[s] = *std::min_element(cluster.begin(), cluster.end());
  }
  return first;
}

TEST(LinkageTest, IsWhatTheDefinitionGivesForAnyOrderOfLinksAndThreads) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const uint32_t size = 2 + random() % 14;
    std::vector<StoryLink> links;
    for (uint32_t b = 1; b < size; ++b) {
      for (uint32_t a = 0; a < b; ++a) {
        if (random() % 3 == 0) links.push_back({a, b, 100 + static_cast<uint32_t>(random() % 8) * 50});
      }
    }
    const std::vector<uint32_t> expected = ByDefinition(size, links);
    EXPECT_EQ(AverageLink(size, links, kLeast, 1), expected);
    std::shuffle(links.begin(), links.end(), random);
    EXPECT_EQ(AverageLink(size, links, kLeast, 3), expected);
  }
}

}  // namespace
}  // namespace crosscheck
