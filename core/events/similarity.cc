#include "events/similarity.h"

#include <algorithm>
#include <utility>

#include "base/parallel.h"

namespace crosscheck {
namespace {

constexpr size_t kCommonest = 200;  // stories: a key of more tells nothing, and would make the work quadratic
constexpr size_t kLeastShared = 2;  // keys in common

// Stories of each key, sorted by key, then story.
using Postings = std::vector<std::pair<TermKey, uint32_t>>;

Postings PostingsOf(const std::vector<StoryFeatures>& stories) {
  Postings postings;
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const TermKey key : stories[s].keys) postings.emplace_back(key, s);
  }
  std::sort(postings.begin(), postings.end());
  return postings;
}

// Earlier stories that have kLeastShared keys in common with the story; sorted.
std::vector<uint32_t> PartnersOf(const Postings& postings, const std::vector<StoryFeatures>& stories, uint32_t story) {
  std::vector<uint32_t> met;
  for (const TermKey key : stories[story].keys) {
    const auto first = std::lower_bound(postings.begin(), postings.end(), std::pair(key, uint32_t{0}));
    auto last = first;
    while (last != postings.end() && last->first == key && last - first <= static_cast<std::ptrdiff_t>(kCommonest)) ++last;
    if (last - first > static_cast<std::ptrdiff_t>(kCommonest)) continue;
    for (auto it = first; it != last && it->second < story; ++it) met.push_back(it->second);
  }
  std::sort(met.begin(), met.end());
  std::vector<uint32_t> partners;
  for (size_t i = 0; i < met.size();) {
    size_t end = i;
    while (end < met.size() && met[end] == met[i]) ++end;
    if (end - i >= kLeastShared) partners.push_back(met[i]);
    i = end;
  }
  return partners;
}

}  // namespace

uint32_t LikenessOf(const StoryFeatures& a, const StoryFeatures& b) {
  uint64_t product = 0;
  for (size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    const TermKey x = a.terms[i].key;
    const TermKey y = b.terms[j].key;
    if (x == y) product += uint64_t{a.terms[i].weight} * b.terms[j].weight;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return static_cast<uint32_t>(product);
}

int DaysApart(const std::optional<DayRange>& a, const std::optional<DayRange>& b) {
  if (!a || !b) return 0;
  const auto gap = [](const DayRange& before, const DayRange& after) {
    const std::optional<Day>& end = before.until ? before.until : before.from;
    const std::optional<Day>& start = after.from ? after.from : after.until;
    return end && start ? static_cast<int>((*start - *end).count()) : 0;
  };
  return std::max({gap(*a, *b), gap(*b, *a), 0});
}

namespace {

void AddLink(const std::vector<StoryFeatures>& stories, uint32_t a, uint32_t b, uint32_t least, int window_days, std::vector<StoryLink>* links) {
  if (DaysApart(stories[a].days, stories[b].days) > window_days) return;
  const uint32_t likeness = LikenessOf(stories[a], stories[b]);
  if (likeness >= least) links->push_back({a, b, likeness});
}

}  // namespace

std::vector<StoryLink> LinkAll(const std::vector<StoryFeatures>& stories, uint32_t least, int window_days) {
  std::vector<StoryLink> links;
  for (uint32_t b = 0; b < stories.size(); ++b) {
    for (uint32_t a = 0; a < b; ++a) AddLink(stories, a, b, least, window_days, &links);
  }
  return links;
}

std::vector<StoryLink> FindLinks(const std::vector<StoryFeatures>& stories, uint32_t least, int window_days, int threads) {
  const Postings postings = PostingsOf(stories);
  std::vector<std::vector<StoryLink>> found(stories.size());
  ParallelFor(stories.size(), threads, [&](size_t i) {
    const auto b = static_cast<uint32_t>(i);
    for (const uint32_t a : PartnersOf(postings, stories, b)) AddLink(stories, a, b, least, window_days, &found[b]);
  });
  std::vector<StoryLink> links;
  for (const auto& of_story : found) links.insert(links.end(), of_story.begin(), of_story.end());
  return links;
}

}  // namespace crosscheck
