#include "reuse/furniture.h"

#include <algorithm>
#include <tuple>

namespace crosscheck {
namespace {

constexpr uint32_t kLeastWords = 5;     // of a sentence that can be told from chance
constexpr uint32_t kWidelyCarried = 8;  // carriers from which the place on the page is no longer asked

struct SentencePlace {
  uint64_t hash = 0;
  uint32_t story = 0;
  WordRange words;
  bool at_end = false;  // only recurring sentences and short ones follow on the page
};

std::vector<SentencePlace> AllSentences(const std::vector<StoryText>& stories) {
  std::vector<SentencePlace> places;
  for (uint32_t s = 0; s < stories.size(); ++s) {
    const std::vector<Word>& words = stories[s].words;
    for (uint32_t first = 0; first < words.size();) {
      uint32_t last = first + 1;
      uint64_t hash = words[first].hash;
      while (last < words.size() && !words[last].Has(Word::kSentence)) hash = hash * 0x9E3779B97F4A7C15 + words[last++].hash;
      if (last - first >= kLeastWords) places.push_back({hash * 0xD6E8FEB86659FD93, s, {first, last}, false});
      first = last;
    }
  }
  return places;
}

template <class Visit>
void ForEachGroup(const std::vector<SentencePlace>& places, const std::vector<uint32_t>& order, const Visit& visit) {
  for (size_t first = 0; first < order.size();) {
    size_t last = first;
    while (last < order.size() && places[order[last]].hash == places[order[first]].hash) ++last;
    if (last - first > 1) visit(first, last);
    first = last;
  }
}

// How many kinds of stories carry the sentence, and how many of the carriers are of the most frequent one.
struct Carriers {
  uint32_t stories = 0;
  uint32_t kins = 0;
  uint32_t largest = 0;
};

Carriers CountCarriers(const std::vector<SentencePlace>& places, const std::vector<uint32_t>& order, size_t first, size_t last,
                       const std::vector<uint32_t>& kin) {
  std::vector<uint32_t> kins;
  for (size_t i = first; i < last; ++i) {
    if (i == first || places[order[i]].story != places[order[i - 1]].story) kins.push_back(kin[places[order[i]].story]);
  }
  Carriers carriers;
  carriers.stories = static_cast<uint32_t>(kins.size());
  std::sort(kins.begin(), kins.end());
  for (size_t i = 0; i < kins.size();) {
    const size_t end =
        static_cast<size_t>(std::upper_bound(kins.begin() + static_cast<std::ptrdiff_t>(i), kins.end(), kins[i]) - kins.begin());
    ++carriers.kins;
    carriers.largest = std::max(carriers.largest, static_cast<uint32_t>(end - i));
    i = end;
  }
  return carriers;
}

}  // namespace

Furniture FindFurniture(const std::vector<StoryText>& stories, const std::vector<uint32_t>& kin) {
  std::vector<SentencePlace> places = AllSentences(stories);
  std::vector<uint32_t> order(places.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    return std::tie(places[x].hash, places[x].story, x) < std::tie(places[y].hash, places[y].story, y);
  });
  // Sentences that stories of different kinds carry, then those of them at a page's end.
  std::vector<bool> foreign(places.size());
  ForEachGroup(places, order, [&](size_t first, size_t last) {
    if (CountCarriers(places, order, first, last, kin).kins < 2) return;
    for (size_t i = first; i < last; ++i) foreign[order[i]] = true;
  });
  for (size_t i = places.size(); i-- > 0;) {
    const bool last_of_story = i + 1 == places.size() || places[i + 1].story != places[i].story;
    const auto size = static_cast<uint32_t>(stories[places[i].story].words.size());
    const uint32_t next = last_of_story ? size : places[i + 1].words.first;
    const bool next_at_end = last_of_story || places[i + 1].at_end;
    places[i].at_end = foreign[i] && next_at_end && next - places[i].words.last < 3 * kLeastWords;
  }
  Furniture furniture(stories.size());
  std::vector<bool> marked(places.size());
  ForEachGroup(places, order, [&](size_t first, size_t last) {
    const Carriers carriers = CountCarriers(places, order, first, last, kin);
    if (carriers.kins < 2) return;
    uint32_t at_end = 0;
    for (size_t i = first; i < last; ++i) at_end += places[order[i]].at_end ? 1 : 0;
    const bool mostly_at_end = at_end * 5 >= (last - first) * 4;
    const bool spread = carriers.stories >= kWidelyCarried && carriers.largest * 10 <= carriers.stories * 3;
    if (!mostly_at_end && !spread) return;
    for (size_t i = first; i < last; ++i) marked[order[i]] = true;
  });
  for (size_t i = 0; i < places.size(); ++i) {
    if (!marked[i]) continue;
    std::vector<WordRange>& ranges = furniture[places[i].story];
    if (!ranges.empty() && ranges.back().last == places[i].words.first) {
      ranges.back().last = places[i].words.last;
    } else {
      ranges.push_back(places[i].words);
    }
  }
  return furniture;
}

uint32_t CountWithin(const std::vector<WordRange>& ranges, WordRange range) {
  uint32_t count = 0;
  for (const WordRange& r : ranges) {
    const uint32_t first = std::max(r.first, range.first);
    const uint32_t last = std::min(r.last, range.last);
    if (first < last) count += last - first;
  }
  return count;
}

}  // namespace crosscheck
