#include "events/events.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "base/parallel.h"
#include "base/strings.h"
#include "events/linkage.h"
#include "events/similarity.h"

namespace crosscheck {
namespace {

// How alike stories on one event are, in parts of kSame.
struct Likeness {
  uint32_t linked = 0;     // two stories, at least
  uint32_t one_event = 0;  // two clusters, on average
};
// Measured on news in which each topic has two look-alike events. On the wide side: an event too wide costs time, one cut in two loses
// a finding.
constexpr Likeness kOfCorpus{157286, 157286};  // .15, .15
// Few stories are a bundle that somebody chose, as a rule on one event. So wide that of 66 bundles on one event none is cut, while of ten
// events put together 98 of 100 pairs of stories on unlike ones are told apart.
constexpr Likeness kOfBundle{31457, 20972};  // .03, .02
constexpr size_t kBundle = 30;               // stories
constexpr int kWindow = 10;                  // days, of a corpus
constexpr int kAnyDays = 1 << 30;            // of a bundle: an inquest or a trial comes back after months

constexpr size_t kMostStories = 5000;   // of one event; a larger one is cut by week

struct StoryPlace {
  uint32_t record = 0;
  uint32_t story = 0;
};

std::pair<std::string, int> NameOf(const std::vector<Record>& records, StoryPlace place) {
  const Document& document = records[place.record].document;
  return {document.id, document.stories[place.story].id};
}

// Weeks are counted from the first day of the calendar's count; stories without a day are together.
int64_t WeekOf(const StoryFeatures& story) {
  constexpr int64_t kNoWeek = -1'000'000;
  if (!story.days) return kNoWeek;
  const std::optional<Day>& day = story.days->from ? story.days->from : story.days->until;
  return day ? std::chrono::floor<std::chrono::weeks>(*day).time_since_epoch().count() : kNoWeek;
}

}  // namespace

std::vector<NewsEvent> FindEvents(const std::vector<Record>& records, const RuleTables& rules, const EventOptions& options) {
  std::vector<StoryPlace> places;
  for (uint32_t r = 0; r < records.size(); ++r) {
    for (uint32_t s = 0; s < records[r].document.stories.size(); ++s) places.push_back({r, s});
  }
  std::map<std::pair<uint32_t, int64_t>, std::vector<uint32_t>> clusters;  // of a first story and a week: stories
  if (options.one_event) {
    for (uint32_t s = 0; s < places.size(); ++s) clusters[{0, 0}].push_back(s);
  } else {
    const Background background = BackgroundOf(rules);
    std::vector<StoryFeatures> features(places.size());
    ParallelFor(places.size(), options.threads, [&](size_t i) {
      const Record& record = records[places[i].record];
      features[i] = FeaturesOf(record, record.document.stories[places[i].story], rules.lexicon, background);
    });
    const bool bundle = places.size() <= kBundle;
    const Likeness& least = bundle ? kOfBundle : kOfCorpus;
    const int window = options.window_days > 0 ? options.window_days : bundle ? kAnyDays : kWindow;
    const std::vector<StoryLink> links = bundle ? LinkAll(features, least.linked, window)
                                                : FindLinks(features, least.linked, window, options.threads);
    const std::vector<uint32_t> first = AverageLink(static_cast<uint32_t>(places.size()), links, least.one_event, options.threads);
    std::vector<uint32_t> stories(places.size(), 0);
    for (const uint32_t f : first) ++stories[f];
    for (uint32_t s = 0; s < places.size(); ++s) {
      clusters[{first[s], stories[first[s]] > kMostStories ? WeekOf(features[s]) : 0}].push_back(s);
    }
  }
  std::vector<NewsEvent> events;
  for (const auto& [key, stories] : clusters) {
    NewsEvent event;
    for (const uint32_t s : stories) event.stories.push_back(NameOf(records, places[s]));
    event.id = StrCat("e-", event.stories.front().first, ":", event.stories.front().second);
    events.push_back(std::move(event));
  }
  std::sort(events.begin(), events.end(), [](const NewsEvent& a, const NewsEvent& b) { return a.id < b.id; });
  return events;
}

}  // namespace crosscheck
