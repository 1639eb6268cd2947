#include "reuse/furniture.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace crosscheck {
namespace {

constexpr uint32_t kLeastWords = 5;     // of a sentence that can be told from chance
constexpr uint32_t kShortBetween = 10;  // words of short sentences between two that one group of pages carries
constexpr uint32_t kNoGroup = 0xFFFFFFFF;

// Where equal sentences stand: sorted by hash, then by place.
using Occurrences = std::vector<std::pair<uint64_t, uint32_t>>;

template <class Places>
Occurrences Repeated(const Places& places) {
  Occurrences all(places.size());
  for (uint32_t i = 0; i < places.size(); ++i) all[i] = {places[i].hash, i};
  std::sort(all.begin(), all.end());
  size_t kept = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    const bool before = i > 0 && all[i - 1].first == all[i].first;
    const bool after = i + 1 < all.size() && all[i + 1].first == all[i].first;
    if (before || after) all[kept++] = all[i];
  }
  all.resize(kept);
  return all;
}

template <class Visit>
void ForEachGroup(const Occurrences& occurrences, const Visit& visit) {
  for (size_t first = 0; first < occurrences.size();) {
    size_t last = first;
    while (last < occurrences.size() && occurrences[last].first == occurrences[first].first) ++last;
    visit(first, last);
    first = last;
  }
}

// How many kinds of stories carry the sentence, and how many of the carriers are of the most frequent one.
struct Carriers {
  uint32_t stories = 0;
  uint32_t kins = 0;
  uint32_t largest = 0;
};

template <class Places>
Carriers CountCarriers(const Places& places, const Occurrences& occurrences, size_t first, size_t last,
                       const std::vector<uint32_t>& kin) {
  std::vector<uint32_t> kins;
  for (size_t i = first; i < last; ++i) {
    const uint32_t story = places[occurrences[i].second].story;
    if (i == first || story != places[occurrences[i - 1].second].story) kins.push_back(kin[story]);
  }
  Carriers carriers;
  carriers.stories = static_cast<uint32_t>(kins.size());
  std::sort(kins.begin(), kins.end());
  for (size_t i = 0; i < kins.size();) {
    size_t end = i;
    while (end < kins.size() && kins[end] == kins[i]) ++end;
    ++carriers.kins;
    carriers.largest = std::max(carriers.largest, static_cast<uint32_t>(end - i));
    i = end;
  }
  return carriers;
}

}  // namespace

void SentenceList::Add(const WordArray& words) {
  const auto story = static_cast<uint32_t>(sizes_.size());
  sizes_.push_back(static_cast<uint32_t>(words.size()));
  for (uint32_t first = 0; first < words.size();) {
    uint32_t last = first + 1;
    uint64_t hash = words[first].hash;
    while (last < words.size() && !words[last].Has(Word::kSentence)) hash = hash * 0x9E3779B97F4A7C15 + words[last++].hash;
    if (last - first >= kLeastWords) places_.push_back({hash * 0xD6E8FEB86659FD93, story, {first, last}});
    first = last;
  }
}

// A sentence is at the end where only sentences that other kinds of stories carry too, and short ones, follow.
void SentenceList::MarkEnds() {
  for (size_t i = places_.size(); i-- > 0;) {
    Place& place = places_[i];
    const bool last = i + 1 == places_.size() || places_[i + 1].story != place.story;
    const uint32_t next = last ? sizes_[place.story] : places_[i + 1].words.first;
    place.at_end = place.foreign && (last || places_[i + 1].at_end) && next - place.words.last < 3 * kLeastWords;
  }
}

Furniture SentenceList::MarkedWords() const {
  Furniture furniture(sizes_.size());
  for (const Place& place : places_) {
    if (!place.marked) continue;
    std::vector<WordRange>& ranges = furniture[place.story];
    if (!ranges.empty() && ranges.back().last == place.words.first) {
      ranges.back().last = place.words.last;
    } else {
      ranges.push_back(place.words);
    }
  }
  return furniture;
}

// A sentence that follows another one wherever that one stands, and stands nowhere else, is of its group.
std::vector<FurnitureGroup> SentenceList::MarkedGroups(const Occurrences& occurrences) const {
  struct Sentence {
    size_t first = 0;  // occurrences
    size_t last = 0;
    uint32_t next = kNoGroup;
    bool follows = false;
  };
  std::vector<Sentence> sentences;
  std::vector<uint32_t> sentence_of(places_.size(), kNoGroup);
  ForEachGroup(occurrences, [&](size_t first, size_t last) {
    if (!places_[occurrences[first].second].marked) return;
    for (size_t i = first; i < last; ++i) sentence_of[occurrences[i].second] = static_cast<uint32_t>(sentences.size());
    sentences.push_back({first, last});
  });
  const auto next_of = [&](uint32_t place) {
    if (place + 1 >= places_.size() || places_[place + 1].story != places_[place].story) return kNoGroup;
    return places_[place + 1].words.first - places_[place].words.last <= kShortBetween ? sentence_of[place + 1] : kNoGroup;
  };
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    Sentence& sentence = sentences[s];
    const uint32_t next = next_of(occurrences[sentence.first].second);
    if (next == kNoGroup || next == s || sentences[next].last - sentences[next].first != sentence.last - sentence.first) continue;
    bool always = true;
    for (size_t i = sentence.first + 1; i < sentence.last && always; ++i) always = next_of(occurrences[i].second) == next;
    if (always) sentence.next = next, sentences[next].follows = true;
  }
  std::vector<FurnitureGroup> groups;
  for (const Sentence& head : sentences) {
    if (head.follows) continue;
    uint32_t length = 1;
    for (uint32_t next = head.next; next != kNoGroup; next = sentences[next].next) ++length;
    FurnitureGroup group;
    for (size_t i = head.first; i < head.last; ++i) {
      const uint32_t place = occurrences[i].second;
      group.places.push_back({places_[place].story, {places_[place].words.first, places_[place + length - 1].words.last}});
    }
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end(), [](const FurnitureGroup& x, const FurnitureGroup& y) {
    const FurnitureGroup::Place& p = x.places[0];
    const FurnitureGroup::Place& q = y.places[0];
    return std::tuple(y.places.size(), p.story, p.words.first) < std::tuple(x.places.size(), q.story, q.words.first);
  });
  return groups;
}

FurnitureFound FindFurniture(SentenceList sentences, const std::vector<uint32_t>& kin, const ReuseRules& rules) {
  std::vector<SentenceList::Place>& places = sentences.places_;
  const Occurrences occurrences = Repeated(places);
  ForEachGroup(occurrences, [&](size_t first, size_t last) {
    if (CountCarriers(places, occurrences, first, last, kin).kins < 2) return;
    for (size_t i = first; i < last; ++i) places[occurrences[i].second].foreign = true;
  });
  sentences.MarkEnds();
  ForEachGroup(occurrences, [&](size_t first, size_t last) {
    if (!places[occurrences[first].second].foreign) return;
    const Carriers carriers = CountCarriers(places, occurrences, first, last, kin);
    size_t at_end = 0;
    for (size_t i = first; i < last; ++i) at_end += places[occurrences[i].second].at_end ? 1 : 0;
    const bool mostly_at_end = static_cast<double>(at_end) >= rules.end_share * static_cast<double>(last - first);
    const bool spread = carriers.stories >= rules.wide_carriers && carriers.largest <= rules.kin_share * carriers.stories;
    if (!mostly_at_end && !spread) return;
    for (size_t i = first; i < last; ++i) places[occurrences[i].second].marked = true;
  });
  return {sentences.MarkedWords(), sentences.MarkedGroups(occurrences)};
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
