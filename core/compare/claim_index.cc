// What is known of claims beyond themselves.
#include <algorithm>
#include <tuple>

#include "compare/pairing.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMostInSentence = 12;  // claims of one sentence that are held side by side
constexpr size_t kMostRosters = 400;      // lists of people matched with each other
constexpr size_t kLargestRoster = 24;
constexpr size_t kMostStories = 128;  // that are compared all with all beforehand

// A person of a story's list: one age, all claims that give it.
struct Listed {
  int age = 0;
  EntityId person = 0;
  char sex = 0;
  std::vector<uint32_t> claims;
};

// People of a story under one class of events ("death": its dead).
struct Roster {
  uint32_t story = 0;
  EventClassId event = 0;
  std::vector<Listed> people;
};

bool SamePerson(const Listed& listed, const QuantityClaim& claim, int age) {
  if (listed.person != 0 && claim.person != 0) return listed.person == claim.person;
  const bool sexes_fit = listed.sex == 0 || claim.sex == 0 || listed.sex == claim.sex;
  return listed.age == age && sexes_fit;
}

int AgeOf(const QuantityClaim& claim) { return static_cast<int>(claim.value.low); }
bool HasAge(const QuantityClaim& claim) {
  return claim.type == ClaimType::kAge && claim.value.exact && claim.value.low >= 0 && claim.value.low < 130;
}

// Stories on one event share the name of a person, a body or a place; where each names some, but none in common, they need most
// of their words in common.
float LikenessOf(const ClaimStory& a, const ClaimStory& b) {
  constexpr float kWithoutName = 0.3f;
  const float likeness = Cosine(a.topic, b.topic);
  if (likeness >= kWithoutName || a.names.empty() || b.names.empty()) return likeness;
  for (size_t i = 0, j = 0; i < a.names.size() && j < b.names.size();) {
    if (a.names[i] == b.names[j]) return likeness;
    a.names[i] < b.names[j] ? ++i : ++j;
  }
  return 0;
}

}  // namespace

ClaimIndex::ClaimIndex(const ClaimSet& set)
    : set_(set), one_left_(set), unique_age_(set.claims.size(), 0), only_child_(set.claims.size(), 0) {
  CompareStories();
  IndexSentences(set);
  IndexAges(set);
  MatchRosters(set);
}

void ClaimIndex::CompareStories() {
  const size_t n = set_.stories.size();
  if (n > kMostStories) return;
  story_likeness_.assign(n * n, 1);
  for (size_t a = 0; a < n; ++a) {
    for (size_t b = a + 1; b < n; ++b)
      story_likeness_[a * n + b] = story_likeness_[b * n + a] = LikenessOf(set_.stories[a], set_.stories[b]);
  }
}

float ClaimIndex::StoryLikeness(uint32_t a, uint32_t b) const {
  if (a == b) return 1;
  return story_likeness_.empty() ? LikenessOf(set_.stories[a], set_.stories[b]) : story_likeness_[a * set_.stories.size() + b];
}

uint64_t ClaimIndex::ValuesKey(const QuantityClaim& a, const QuantityClaim& b) {
  const uint64_t low = std::min(a.value.key, b.value.key);
  const uint64_t high = std::max(a.value.key, b.value.key);
  return (low * 0x9E3779B97F4A7C15ull ^ high) + a.dimension_key * 31 + static_cast<uint64_t>(a.type);
}

ClaimIndex::EventPair ClaimIndex::EventsOf(const QuantityClaim& a, const QuantityClaim& b) {
  if (a.type == ClaimType::kAge) return {0, 0};
  return a.value.key < b.value.key ? EventPair{a.event(), b.event()} : EventPair{b.event(), a.event()};
}

bool ClaimIndex::SideBySide(const QuantityClaim& a, const QuantityClaim& b) const {
  const auto it = side_by_side_.find(ValuesKey(a, b));
  if (it == side_by_side_.end()) return false;
  const EventPair events = EventsOf(a, b);
  const auto fits = [](EventClassId x, EventClassId y) { return x == 0 || y == 0 || x == y; };
  return std::any_of(it->second.begin(), it->second.end(),
                     [&](const EventPair& e) { return fits(e.first, events.first) && fits(e.second, events.second); });
}

void ClaimIndex::IndexSentences(const ClaimSet& set) {
  sentence_claims_.resize(set.sentences.size());
  for (uint32_t first = 0; first < set.claims.size();) {
    uint32_t last = first;
    while (last < set.claims.size() && set.claims[last].sentence == set.claims[first].sentence) ++last;
    sentence_claims_[set.claims[first].sentence] = {first, last};
    for (uint32_t i = first; i < std::min(last, first + kMostInSentence); ++i) {
      for (uint32_t j = i + 1; j < std::min(last, first + kMostInSentence); ++j) {
        const QuantityClaim& a = set.claims[i];
        const QuantityClaim& b = set.claims[j];
        if (a.type == b.type && a.dimension_key == b.dimension_key && a.value.key != b.value.key && !a.span.Overlaps(b.span)) {
          auto& events = side_by_side_[ValuesKey(a, b)];
          if (std::find(events.begin(), events.end(), EventsOf(a, b)) == events.end()) events.push_back(EventsOf(a, b));
        }
      }
    }
    first = last;
  }
}

void ClaimIndex::IndexAges(const ClaimSet& set) {
  const auto& claims = set.claims;
  for (uint32_t first = 0; first < claims.size();) {
    uint32_t last = first;
    while (last < claims.size() && claims[last].story == claims[first].story) ++last;
    std::vector<Listed> people;
    std::vector<std::pair<uint32_t, size_t>> whose;
    for (uint32_t i = first; i < last; ++i) {
      if (!HasAge(claims[i])) continue;
      const int age = AgeOf(claims[i]);
      auto it = std::find_if(people.begin(), people.end(), [&](const Listed& l) { return SamePerson(l, claims[i], age); });
      if (it == people.end()) it = people.insert(it, {age, claims[i].person, claims[i].sex, {}});
      whose.emplace_back(i, static_cast<size_t>(it - people.begin()));
      if (people.size() > 256) break;  // a list of thousands of ages tells nobody apart
    }
    const auto children = std::count_if(people.begin(), people.end(), [](const Listed& l) { return l.age <= 14; });
    for (const auto& [claim, person] : whose) {
      const int age = people[person].age;
      unique_age_[claim] = std::count_if(people.begin(), people.end(), [&](const Listed& l) { return l.age == age; }) == 1;
      only_child_[claim] = age <= 14 && children == 1;
    }
    first = last;
  }
}

void ClaimIndex::MatchRosters(const ClaimSet& set) {
  std::vector<Roster> rosters;
  for (uint32_t i = 0; i < set.claims.size(); ++i) {
    const QuantityClaim& claim = set.claims[i];
    if (!HasAge(claim) || claim.event() == 0) continue;
    const EventClassId event = claim.event();
    auto it = std::find_if(rosters.rbegin(), rosters.rend(),
                           [&](const Roster& r) { return r.story != claim.story || r.event == event; });
    if (it == rosters.rend() || it->story != claim.story) {
      rosters.push_back({claim.story, event, {}});
      it = rosters.rbegin();
    }
    const int age = AgeOf(claim);
    auto& people = it->people;
    auto listed = std::find_if(people.begin(), people.end(), [&](const Listed& l) { return SamePerson(l, claim, age); });
    if (listed == people.end()) {
      if (people.size() >= kLargestRoster) continue;
      listed = people.insert(people.end(), {age, claim.person, claim.sex, {}});
    }
    if (listed->person == 0) listed->person = claim.person;
    if (listed->sex == 0) listed->sex = claim.sex;
    listed->claims.push_back(i);
  }
  std::erase_if(rosters, [](const Roster& r) { return r.people.size() < 3; });
  if (rosters.size() > kMostRosters) rosters.resize(kMostRosters);
  for (size_t r = 0; r < rosters.size(); ++r) {
    for (size_t s = r + 1; s < rosters.size(); ++s) {
      if (rosters[r].event != rosters[s].event || rosters[r].people.size() != rosters[s].people.size()) continue;
      std::vector<const Listed*> left;
      std::vector<const Listed*> other;
      for (const Listed& l : rosters[s].people) other.push_back(&l);
      for (const Listed& l : rosters[r].people) {
        const auto same = std::find_if(other.begin(), other.end(), [&](const Listed* o) {
          return o->age == l.age && (o->sex == 0 || l.sex == 0 || o->sex == l.sex);
        });
        if (same != other.end()) {
          other.erase(same);
        } else {
          left.push_back(&l);
        }
      }
      if (left.size() != 1) continue;
      const bool two_names = left[0]->person != 0 && other[0]->person != 0 && left[0]->person != other[0]->person;
      const bool two_sexes = left[0]->sex != 0 && other[0]->sex != 0 && left[0]->sex != other[0]->sex;
      if (two_names || two_sexes || std::abs(left[0]->age - other[0]->age) > 5) continue;
      for (const uint32_t a : left[0]->claims) {
        for (const uint32_t b : other[0]->claims) roster_.insert(PairKey(a, b));
      }
    }
  }
}

}  // namespace crosscheck
