// The stories of a bundle and their words. A small bundle's words are kept; of a large one they are read again when asked for, so
// that memory stays bounded.
#ifndef CROSSCHECK_REUSE_STORIES_H_
#define CROSSCHECK_REUSE_STORIES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "crosscheck/record.h"
#include "reuse/words.h"

namespace crosscheck {

// A story ready to be compared.
struct StoryText {
  std::string_view text;  // of its document
  WordArray words;
};

class Stories;

// The words of stories that one thread asks for again and again.
class StoryCache {
 public:
  explicit StoryCache(const Stories& stories) : stories_(stories) {}
  // Valid until the next call.
  const StoryText& Get(uint32_t story);

 private:
  static constexpr uint32_t kSlots = 64;
  struct Slot {
    uint32_t story = 0xFFFFFFFF;
    StoryText text;
  };
  const Stories& stories_;
  std::vector<Slot> slots_;
};

class Stories {
 public:
  // All stories of `records`, numbered in their order. `records` must outlive this.
  Stories(const std::vector<Record>& records, int threads);

  uint32_t size() const { return static_cast<uint32_t>(places_.size()); }
  const Record& RecordOf(uint32_t story) const { return records_[places_[story].record]; }
  const Document& DocumentOf(uint32_t story) const { return RecordOf(story).document; }
  const Story& StoryOf(uint32_t story) const { return DocumentOf(story).stories[places_[story].story]; }
  bool kept() const { return !kept_.empty(); }
  // The kept words, or those read into `scratch`.
  const StoryText& Get(uint32_t story, StoryText* scratch) const;

 private:
  struct Place {
    uint32_t record = 0;
    uint32_t story = 0;
  };
  const std::vector<Record>& records_;
  std::vector<Place> places_;
  std::vector<StoryText> kept_;  // empty: read again
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_STORIES_H_
