#include "reuse/stories.h"

#include "base/parallel.h"

namespace crosscheck {
namespace {

constexpr uint64_t kKeptBytes = 6 << 20;  // of text; its words take about two and a half times as much

void Read(const Document& document, const Story& story, StoryText* out) {
  out->text = document.text;
  out->words = ReadStoryWords(document.text, story);
}

}  // namespace

Stories::Stories(const std::vector<Record>& records, int threads) : records_(records) {
  uint64_t bytes = 0;
  for (uint32_t r = 0; r < records.size(); ++r) {
    const std::vector<Story>& stories = records[r].document.stories;
    for (uint32_t s = 0; s < stories.size(); ++s) {
      places_.push_back({r, s});
      bytes += stories[s].span.size();
    }
  }
  if (bytes > kKeptBytes) return;
  std::vector<StoryText> kept(size());
  ParallelFor(size(), threads, [&](size_t s) {
    const auto story = static_cast<uint32_t>(s);
    Read(DocumentOf(story), StoryOf(story), &kept[s]);
  });
  kept_ = std::move(kept);
}

const StoryText& StoryCache::Get(uint32_t story) {
  if (stories_.kept()) return stories_.Get(story, nullptr);
  if (slots_.empty()) slots_.resize(kSlots);
  Slot& slot = slots_[story % kSlots];
  if (slot.story != story) stories_.Get(story, &slot.text);
  slot.story = story;
  return slot.text;
}

const StoryText& Stories::Get(uint32_t story, StoryText* scratch) const {
  if (!kept_.empty()) return kept_[story];
  Read(DocumentOf(story), StoryOf(story), scratch);
  return *scratch;
}

}  // namespace crosscheck
